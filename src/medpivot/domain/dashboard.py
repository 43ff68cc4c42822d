"""What stands on the first screen: the next things, what is late, the log, the answers' age."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from medpivot.domain.activities import Activity, Vocabulary
from medpivot.domain.offer_glance import OfferGlance
from medpivot.domain.people import PeopleGlance
from medpivot.domain.plan import Milestone, Pause, Plan
from medpivot.domain.progress import been_away, late, next_things, offers, pause_ahead
from medpivot.domain.reminders import Reminders
from medpivot.domain.what_counts import added_up, hours, standing_so

NEXT_THINGS = 3

_DAYS_PER_WEEK = 7


@dataclass(frozen=True, slots=True)
class Progress:
    """Milestones of a plan by status, and hours of work, done and in all (skipped ones apart)."""

    done: int
    open: int
    skipped: int
    hours_done: float
    hours_total: float


@dataclass(frozen=True, slots=True)
class LogGlance:
    """The log in four figures; `hours` and `learners` say from how many entries they come."""

    count: int
    hours: float
    hours_known: int
    learners: int
    learners_known: int
    last: date | None


@dataclass(frozen=True, slots=True)
class Draft:
    """An interview that was not finished."""

    given: int
    asked: int


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Everything on the first screen; None is what does not exist yet.

    `ask_again`: are the answers so old that they are worth asking for again?
    """

    next: tuple[Milestone, ...]
    overdue: tuple[Milestone, ...]
    offered: tuple[Milestone, ...]
    progress: Progress | None
    log: LogGlance
    assessed_on: date | None
    weeks_since: int | None
    ask_again: bool
    draft: Draft | None
    away: bool
    people: PeopleGlance | None = None
    something_kept: bool = False
    offers: tuple[OfferGlance, ...] = ()
    """Offers that wait for an answer, with something to settle."""
    paused: Pause | None = None
    """The pause of that day, else the next one to come."""
    unreadable: str = ""
    """Where the plan cannot be read: its file, the place and the reason; such a plan is there."""

    @property
    def first_run(self) -> bool:
        """Is there nothing at all yet?"""
        planned = self.progress is not None or self.unreadable
        nothing_planned = not planned and self.assessed_on is None
        nothing_kept = self.log.count == 0 and self.people is None and not self.something_kept
        return nothing_planned and self.draft is None and nothing_kept


def dashboard(
    plan: Plan | None,
    activities: Sequence[Activity],
    vocabulary: Vocabulary,
    assessed_on: date | None,
    draft: Draft | None,
    today: date,
    after: Reminders,
    *,
    people: PeopleGlance | None = None,
    files: Collection[str] = (),
    on_the_table: Sequence[OfferGlance] = (),
    unreadable: str = "",
) -> Dashboard:
    """What to show on that day. A date in the future counts as today.

    `people` is the list of people at a glance, `files` the names of files that prove milestones,
    `on_the_table` the offers that wait for an answer, `unreadable` why there is a plan and it is
    not given.
    """
    known, advocates = (people.known, people.advocates) if people else (0, 0)
    weeks = max(0, (today - assessed_on).days) // _DAYS_PER_WEEK if assessed_on else None
    return Dashboard(
        next=next_things(plan, today, NEXT_THINGS) if plan else (),
        overdue=late(plan, today) if plan else (),
        offered=tuple(
            one
            for one, _ in offers(
                plan, activities, today, people_met=known, mentors=advocates, files=files
            )
        )
        if plan
        else (),
        progress=progress(plan) if plan else None,
        log=log_glance(activities, vocabulary),
        assessed_on=assessed_on,
        weeks_since=weeks,
        ask_again=weeks is not None and weeks >= after.answers_weeks,
        draft=draft,
        away=been_away(plan, activities, today) if plan else False,
        something_kept=bool(files or on_the_table),
        offers=tuple(on_the_table),
        people=people,
        paused=pause_ahead(plan, today) if plan else None,
        unreadable=unreadable,
    )


def progress(plan: Plan) -> Progress:
    """How much of a plan is done; removed milestones do not count."""
    by_status = {
        status: [one for one in plan.milestones if one.status == status]
        for status in ("done", "open", "skipped")
    }
    hours_done = sum(one.hours for one in by_status["done"])
    return Progress(
        len(by_status["done"]),
        len(by_status["open"]),
        len(by_status["skipped"]),
        hours_done,
        hours_done + sum(one.hours for one in by_status["open"]),
    )


def log_glance(activities: Sequence[Activity], vocabulary: Vocabulary) -> LogGlance:
    """The log in four figures; hours with learners, and learners, of education work alone."""
    work = standing_so(activities, vocabulary, "work")
    spent = hours(work, vocabulary).learners
    learners = added_up(one.learners for one in work)
    return LogGlance(
        len(activities),
        spent.total or 0,
        spent.n,
        int(learners.total or 0),
        learners.n,
        max((one.date for one in activities), default=None),
    )
