"""Changes to one milestone of a plan: done, skipped, open again, removed, noted, or a new one."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from medpivot.domain.day_words import short_date
from medpivot.domain.finding import not_there
from medpivot.domain.ids import new_id
from medpivot.domain.paces import DAYS_PER_WEEK, stated_paces, units
from medpivot.domain.plan import Milestone, Plan
from medpivot.domain.planning import free_after, predecessors
from medpivot.domain.scheduling import in_order
from medpivot.domain.windows import check_within_reach, last_day, past_pauses
from medpivot.errors import MedpivotError, UsageProblem

OWN_PHASE: Final = "own"
OWN_HOURS: Final = 2.0
"""Hours of work of a milestone the person adds without saying how many."""

MOST_HOURS: Final = 2000
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Moved:
    """A milestone whose due date changed, with both dates."""

    id: str
    old: date
    new: date


@dataclass(frozen=True, slots=True)
class Changed:
    """The plan after a change, what happened in sentences, and which due dates moved."""

    plan: Plan
    said: tuple[str, ...]
    moved: tuple[Moved, ...] = ()


def called(one: Milestone) -> str:
    """A milestone's title inside a sentence, the beginning of a very long one."""
    title = " ".join(one.title.split())
    return title if len(title) <= _LONGEST_NAME else f"{title[:_LONGEST_NAME].rstrip()}..."


def find(plan: Plan, milestone_id: str) -> Milestone:
    """The milestone of that id.

    Raises:
        MedpivotError: there is none; with the nearest ids.
    """
    found = plan.milestone(milestone_id)
    if found is None:
        ids = [one.id for one in plan.milestones]
        raise not_there("milestone", milestone_id, ids, "medpivot plan list")
    return found


def put(plan: Plan, changed: Milestone) -> Plan:
    """The plan with that milestone in the place of the one with its id."""
    return replace(
        plan,
        milestones=tuple(changed if one.id == changed.id else one for one in plan.milestones),
    )


def done(plan: Plan, milestone_id: str, on: date, today: date, note: str = "") -> Changed:
    """The milestone is done. Done before, it keeps its first date; a note is added all the same.

    Raises:
        MedpivotError: there is no such milestone, or the day is still to come.
    """
    one = find(plan, milestone_id)
    if on > today:
        raise UsageProblem(
            f"{short_date(on)} is still to come", f"medpivot plan done {milestone_id}"
        )
    noted = replace(one, note=_with_note(one.note, note))
    if one.status == "done":
        again = f"{called(one)}: already done on {_done_on(one)}; that date stays."
        return Changed(put(plan, noted), (again,))
    said = [f"{called(one)}: done on {short_date(on)}."]
    if on < plan.start:
        said.append(f"That is before this plan began, on {short_date(plan.start)}.")
    if one.status == "skipped":
        said.append("It had been skipped; that is taken back.")
    waiting = [called(each) for each in predecessors(one, plan) if each.status == "open"]
    if waiting:
        said.append(f"Planned before it and still open: {', '.join(waiting)}.")
    said.append(f"To take it back: medpivot undo, or at any time medpivot plan reopen {one.id}")
    finished = replace(noted, status="done", done_on=on, skipped_why="")
    return Changed(put(plan, finished), tuple(said))


def _done_on(one: Milestone) -> str:
    return short_date(one.done_on or one.due)


def skip(plan: Plan, milestone_id: str, why: str) -> Changed:
    """The milestone will not be done, for a reason; nothing waits for it any more.

    Raises:
        MedpivotError: there is no such milestone, it is done, or no reason was given.
    """
    one = find(plan, milestone_id)
    if one.status == "done":
        raise MedpivotError(
            f"{milestone_id} was done on {_done_on(one)}", f"medpivot plan reopen {milestone_id}"
        )
    if not why.strip():
        raise UsageProblem(
            "say in a few words why, for the day you wonder", "medpivot plan skip --help"
        )
    skipped = replace(one, status="skipped", skipped_why=why)
    return Changed(put(plan, skipped), (f"{called(one)}: skipped.",))


def reopen(plan: Plan, milestone_id: str) -> Changed:
    """The milestone is open again, with the dates it had.

    Raises:
        MedpivotError: there is no such milestone.
    """
    one = find(plan, milestone_id)
    if one.status == "open":
        return Changed(plan, (f"{called(one)}: open already, due {short_date(one.due)}.",))
    opened = replace(one, status="open", done_on=None, skipped_why="")
    return Changed(put(plan, opened), (f"{called(one)}: open again, due {short_date(one.due)}.",))


def remove(plan: Plan, milestone_id: str) -> Changed:
    """The milestone is no longer shown; the file keeps it, and `reopen` brings it back.

    Raises:
        MedpivotError: there is no such milestone.
    """
    one = find(plan, milestone_id)
    if one.status == "removed":
        return Changed(plan, (f"{called(one)}: is removed already.",))
    removed = replace(one, status="removed")
    said = f"{called(one)}: removed. medpivot plan reopen {one.id} brings it back."
    return Changed(put(plan, removed), (said,))


def note(plan: Plan, milestone_id: str, text: str) -> Changed:
    """The text as a further line of the milestone's note.

    Raises:
        MedpivotError: there is no such milestone, or the text is empty.
    """
    one = find(plan, milestone_id)
    if not text.strip():
        raise UsageProblem("the note is empty", "medpivot plan note --help")
    noted = replace(one, note=_with_note(one.note, text))
    return Changed(put(plan, noted), (f"{called(one)}: noted.",))


def _with_note(old: str, text: str) -> str:
    return "\n".join(part for part in (old, text) if part.strip())


def add(
    plan: Plan,
    title: str,
    today: date,
    *,
    hours: float | None = None,
    due: date | None = None,
    after: tuple[str, ...] = (),
) -> Changed:
    """The person's own milestone, as early as what it waits for allows, or due on a day they set.

    Without `hours` two are assumed, which is told. Paused days are left free, unless the day set
    is one of them. Other dates stay as they are: `replan` fits them around it. A due date set here
    is pinned.

    Raises:
        MedpivotError: an empty title, hours out of range, an unknown id in `after`, or a due date
            that has passed or comes before what it waits for has ended.
    """
    if not title.strip():
        raise UsageProblem("the milestone needs a title", "medpivot plan add --help")
    assumed = hours is None
    hours = OWN_HOURS if hours is None else hours
    if not 0 < hours <= MOST_HOURS:
        raise UsageProblem(f"{hours:g} hours of work are not in 0 to {MOST_HOURS}", "--hours 2")
    key = new_id(title, {one.id for one in plan.milestones}, "milestone")
    before = tuple(dict.fromkeys(find(plan, one).id for one in after))
    first = max(plan.start, today)
    own = Milestone(
        id=key,
        title=title,
        why="",
        phase=OWN_PHASE,
        start=first,
        due=first,
        window_start=first,
        window_end=max(first, last_day(plan)),
        hours=hours,
        after=before,
        own=True,
    )
    own = _dated(own, plan, due, today)
    wider = replace(plan, milestones=(*plan.milestones, own))
    in_order({one.id: one.after for one in wider.milestones})
    said = [f"{called(own)}: added as {key}, due {short_date(own.due)}."]
    if assumed:
        said.append(f"{hours:g} hours of work are assumed; --hours says how many it takes.")
    if any(each.first <= own.due <= each.last for each in plan.pauses.values()):
        said.append("That day lies in a pause; you set it, so it stays.")
    said.append("Other dates are as they were: `medpivot plan replan` fits them.")
    return Changed(wider, tuple(said))


def _dated(own: Milestone, plan: Plan, due: date | None, today: date) -> Milestone:
    first = max([own.start, *(free_after(one) for one in predecessors(own, plan))])
    weekly = DAYS_PER_WEEK * stated_paces(plan.hours_per_week)[0]
    weeks = max(1, -(-units(own.hours) // weekly))
    length = timedelta(weeks=weeks) - timedelta(days=1)
    if due is None:
        pauses = plan.pauses.values()
        first = past_pauses(first, pauses, first)
        last = past_pauses(first + length, pauses, first)
        return replace(own, start=first, due=last, window_end=max(own.window_end, first))
    if due < today:
        raise UsageProblem(f"the due date, {short_date(due)}, has passed", "a day still to come")
    check_within_reach(due, plan, today)
    if due < first:
        raise MedpivotError(
            f"due on {short_date(due)} it would come before {short_date(first)}, its first "
            "possible day",
            f"--due {first + length}",
        )
    start = max(first, due - length)
    return replace(own, start=start, due=due, window_end=max(own.window_end, due), pinned=True)
