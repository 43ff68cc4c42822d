"""Where a plan stands on a day: what comes next, what is late, the pace, what the log proves."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from medpivot.domain.activities import Activity
from medpivot.domain.plan import Milestone, Pause, Plan
from medpivot.domain.planning import predecessors

WEEKS_BEFORE_PACE: Final = 4
"""Under four weeks a pace says more about the calendar than about the person. Judgment."""

AWAY_DAYS: Final = 21
"""After three weeks without a sign the greeting is one ten-minute step. Judgment."""

_DAYS_PER_WEEK = 7


@dataclass(frozen=True, slots=True)
class Pace:
    """Hours a week: as stated, and as they really were; `real` is None while nobody can tell.

    `weeks` since the plan's start without paused days, `done` the hours of milestones done in them.
    """

    stated: float
    real: float | None
    weeks: float
    done: float

    @property
    def used(self) -> float:
        """The pace to plan with: the real one where it is known."""
        return self.stated if self.real is None else self.real


def pace(plan: Plan, today: date) -> Pace:
    """Hours of the milestones done since the plan's start, by the weeks since then.

    Today counts as a day, paused days do not. With under four weeks, or nothing done, the real
    pace is unknown.
    """
    days = (today - plan.start).days + 1 - _paused_days(plan, today)
    weeks = max(0, days) / _DAYS_PER_WEEK
    hours = sum(
        one.hours
        for one in plan.milestones
        if one.status == "done" and (one.done_on is None or plan.start <= one.done_on <= today)
    )
    known = weeks >= WEEKS_BEFORE_PACE and hours > 0
    return Pace(plan.hours_per_week, hours / weeks if known else None, weeks, hours)


def pause_on(plan: Plan, today: date) -> Pause | None:
    """The pause that day lies in, to its real end where pauses follow one another; else None."""
    found: Pause | None = None
    for one in sorted(plan.pauses.values(), key=lambda each: each.first):
        if found and one.first <= found.last + timedelta(days=1):
            found = Pause(found.first, max(found.last, one.last))
        elif one.first <= today <= one.last:
            found = one
    return found


def pause_ahead(plan: Plan, today: date) -> Pause | None:
    """The pause that day lies in, else the next one still to come; None without any."""
    to_come = sorted(
        (one for one in plan.pauses.values() if one.first > today), key=lambda one: one.first
    )
    return pause_on(plan, today) or next(iter(to_come), None)


def _paused_days(plan: Plan, today: date) -> int:
    days: set[int] = set()
    for one in plan.pauses.values():
        first, last = max(one.first, plan.start), min(one.last, today)
        days.update(range(first.toordinal(), last.toordinal() + 1))
    return len(days)


def is_late(one: Milestone, today: date) -> bool:
    """Is it open, with its due date behind us?"""
    return one.status == "open" and one.due < today


def late(plan: Plan, today: date) -> tuple[Milestone, ...]:
    """What would have to be planned again, the longest overdue first."""
    found = (one for one in plan.milestones if is_late(one, today))
    return tuple(sorted(found, key=lambda one: (one.due, one.id)))


def next_things(plan: Plan, today: date, most: int = 3) -> tuple[Milestone, ...]:
    """The next milestones to work on, at most so many.

    First what may be worked on today, by due date; then what begins soonest. What waits for an
    open milestone stands behind everything that does not.
    """

    def when(one: Milestone) -> tuple[bool, bool, date, date, str]:
        blocked = any(each.status == "open" for each in predecessors(one, plan))
        begun = one.start <= today
        return (blocked, not begun, one.due if begun else one.start, one.due, one.id)

    still_open = [one for one in plan.milestones if one.status == "open"]
    return tuple(sorted(still_open, key=when)[:most])


def next_thing(plan: Plan, today: date) -> Milestone | None:
    """The one thing to do next; None when nothing is open."""
    return next(iter(next_things(plan, today, 1)), None)


def been_away(plan: Plan, activities: Iterable[Activity], today: date) -> bool:
    """Have three weeks gone by, pauses apart, with nothing done and nothing logged?"""
    signs = [max(plan.created, plan.start)]
    signs += [one.done_on for one in plan.milestones if one.done_on is not None]
    signs += [one.date for one in activities if one.date <= today]
    signs += [min(one.last, today) for one in plan.pauses.values() if one.first <= today]
    return today - max(signs) >= timedelta(days=AWAY_DAYS)


@dataclass(frozen=True, slots=True)
class Proof:
    """What shows that a milestone may be finished: activities, people met, files, mentors."""

    activities: tuple[Activity, ...] = ()
    people: int = 0
    files: tuple[str, ...] = ()
    mentors: int = 0


def evidence_met(
    one: Milestone,
    activities: Iterable[Activity],
    today: date,
    *,
    since: date = date.min,
    people_met: int = 0,
    files: Collection[str] = (),
    mentors: int = 0,
) -> Proof | None:
    """What proves an open milestone, or None where that is not all there yet.

    Activities count when they name this milestone, or when they are of a kind it asks for, on or
    after `since` (the plan's start) and name no other. One that names it is enough where it asks
    for nothing. Everything it asks for must be there. It is offered to the person, who decides.
    """
    if one.status != "open":
        return None
    wanted = one.evidence
    named: list[Activity] = []
    of_a_kind: list[Activity] = []
    for activity in activities:
        if activity.date > today:
            continue
        if activity.milestone == one.id:
            named.append(activity)
        elif not activity.milestone and activity.kind in wanted.activities:
            of_a_kind += [activity] if activity.date >= since else []
    asks_for_nothing = not (wanted.activities or wanted.people or wanted.files or wanted.mentors)
    if asks_for_nothing:
        return Proof(tuple(named)) if named else None
    found = (*named, *of_a_kind)
    enough = len(found) >= wanted.count if wanted.activities else True
    known = people_met >= wanted.people and mentors >= wanted.mentors
    if enough and known and all(each in files for each in wanted.files):
        return Proof(
            found if wanted.activities else tuple(named),
            people_met if wanted.people else 0,
            wanted.files,
            mentors if wanted.mentors else 0,
        )
    return None


def offers(
    plan: Plan,
    activities: Iterable[Activity],
    today: date,
    *,
    people_met: int = 0,
    files: Collection[str] = (),
    mentors: int = 0,
) -> tuple[tuple[Milestone, Proof], ...]:
    """The milestones that could be marked as done, with what proves each, soonest due first.

    What waits for an open milestone is offered only when an activity names it: a talk logged in
    month two proves the first talk, not every later one.
    """
    # years of a log before the plan would be looked at once for each milestone
    logged = [one for one in activities if one.milestone or one.date >= plan.start]
    found: list[tuple[Milestone, Proof]] = []
    for one in sorted(plan.milestones, key=lambda each: (each.due, each.id)):
        proof = evidence_met(
            one,
            logged,
            today,
            since=plan.start,
            people_met=people_met,
            files=files,
            mentors=mentors,
        )
        if proof is None:
            continue
        named = any(activity.milestone == one.id for activity in proof.activities)
        if named or not any(each.status == "open" for each in predecessors(one, plan)):
            found.append((one, proof))
    return tuple(found)
