"""Moves dates: one milestone to a day the person sets, or everything behind a pause."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from medpivot.domain.changing import Changed, Moved, called, find, put
from medpivot.domain.day_words import short_date
from medpivot.domain.plan import Milestone, Pause, Plan
from medpivot.domain.planning import free_after, predecessors
from medpivot.domain.progress import pause_ahead, pause_on
from medpivot.domain.scheduling import in_order
from medpivot.domain.windows import check_within_reach, last_day
from medpivot.errors import MedpivotError, UsageProblem

LONGEST_PAUSE: Final = 732
"""Days; who stops for longer than two years makes a new plan."""

_DAY = timedelta(days=1)
_NONE = timedelta()


def move(plan: Plan, milestone_id: str, due: date, today: date) -> Changed:
    """The milestone is due on that day and stays so; what waits for it moves as far as it must.

    It keeps its length, unless what it waits for leaves it less. Its window reaches to the new
    date, but not past the plan's last day.

    Raises:
        MedpivotError: there is no such milestone or it is not open; the day has passed, or comes
            before the plan's start or before what the milestone waits for has ended.
        UsageProblem: the day lies beyond every plan.
    """
    one = find(plan, milestone_id)
    if one.status != "open":
        raise MedpivotError(
            f"{milestone_id} is {one.status}, so it has no date to move",
            f"medpivot plan reopen {milestone_id}",
        )
    if due < plan.start:
        raise MedpivotError(
            f"{short_date(due)} is before the plan starts, on {short_date(plan.start)}",
            f"medpivot plan move {milestone_id} {max(plan.start, today)}",
        )
    if due < today:
        raise MedpivotError(
            f"{short_date(due)} has passed; was it done then?",
            f"medpivot plan done {milestone_id} --on {due}",
        )
    check_within_reach(due, plan, today)
    first = max([plan.start, *(free_after(each) for each in predecessors(one, plan))])
    if due < first:
        raise MedpivotError(
            f"on {short_date(due)} it would come before what it waits for: "
            f"{_holding_back(one, plan)}",
            f"medpivot plan move {milestone_id} {first}",
        )
    start = max(first, due - (one.due - one.start))
    moved = replace(
        one,
        start=start,
        due=due,
        pinned=True,
        window_start=min(one.window_start, start),
        window_end=max(one.window_end, min(due, last_day(plan))),
    )
    pushed = _push(put(plan, moved))
    changes = _moves(plan, pushed)
    others = [each for each in changes if each.id != one.id]
    said = [f"{called(one)}: due {short_date(due)}, was {short_date(one.due)}."]
    said += [
        f"Moved with it: {each.id}, from {short_date(each.old)} to {short_date(each.new)}."
        for each in others
    ]
    return Changed(pushed, tuple(said), changes)


def _holding_back(one: Milestone, plan: Plan) -> str:
    latest = max(predecessors(one, plan), key=free_after)
    ended = "was done" if latest.status == "done" else "is due"
    wait = f", and then {latest.wait} weeks pass" if latest.wait else ""
    return f"{called(latest)}, which {ended} on {short_date(latest.done_on or latest.due)}{wait}"


def pause(plan: Plan, first: date, last: date) -> Changed:
    """Nothing is planned from `first` to `last`: what lies in or behind it moves by its length.

    Windows behind it move too, and so does the plan's last day. A date the person set stays.
    Pauses that overlap or touch become one.

    Raises:
        MedpivotError: it ends before it begins or before the plan starts, or lasts for more than
            two years.
    """
    if last < first:
        raise UsageProblem(
            f"the pause ends on {short_date(last)}, before it begins on {short_date(first)}",
            f"medpivot plan pause {last} {first}",
        )
    if last < plan.start:
        raise MedpivotError(
            f"the pause is over before the plan starts, on {short_date(plan.start)}",
            "medpivot plan new --help",
        )
    asked, first = first, max(first, plan.start)
    if (last - first).days >= LONGEST_PAUSE:
        raise MedpivotError(
            "a pause of more than two years is better a new plan later", "medpivot plan new"
        )
    old_days = _days(plan.pauses.values())
    added = _days([Pause(first, last)]) - old_days
    if not added:
        return Changed(plan, (f"Already paused from {short_date(first)} to {short_date(last)}.",))
    new_days = old_days | added
    length = timedelta(days=len(added))

    def later(day: date) -> date:
        return _same_working_day(day, first, old_days, new_days)

    shifted = tuple(
        one
        if one.status != "open"
        else replace(
            one,
            start=min(later(one.start), one.due) if one.pinned else later(one.start),
            due=one.due if one.pinned else later(one.due),
            window_start=one.window_start + (length if one.window_start >= first else timedelta()),
            window_end=one.window_end + (length if one.window_end >= first else timedelta()),
        )
        for one in plan.milestones
    )
    paused = replace(plan, milestones=shifted, pauses=_joined(plan.pauses, Pause(first, last)))
    pushed = _push(paused)
    changes = _moves(plan, pushed)
    longer = "One day" if len(added) == 1 else f"{len(added)} days"
    said = [
        f"Paused from {short_date(first)} to {short_date(last)}."
        + (" It counts from the day the plan begins." if asked < first else ""),
        f"{longer} more without work: {_count(len(changes))} later; {_end_words(plan, pushed)}."
        if changes or first <= last_day(plan)
        else f"It lies after the plan's last day, {short_date(last_day(plan))}, and moves nothing.",
        "To end it early: medpivot plan resume DATE, with a day in it.",
    ]
    said += [
        f"{called(one)}: due {short_date(one.due)}, inside the pause; you set that date, so it "
        "stays."
        for one in pushed.milestones
        if one.status == "open" and one.pinned and first <= one.due <= last
    ]
    return Changed(pushed, tuple(said), changes)


def resume(plan: Plan, day: date, today: date) -> Changed:
    """The pause that day lies in ends the day before; what it had moved comes back as far.

    A date the person set stays, and nothing comes before what it waits for has ended. The first
    day of a pause stays paused, because a plan's file forgets nothing: ended on that day, the plan
    goes on from the next. `undo` takes a whole pause back.

    Raises:
        MedpivotError: there is no pause on that day, it has passed, or it is all of the pause.
    """
    if day < today:
        raise MedpivotError(f"{short_date(day)} has passed", "medpivot plan resume")
    resting = pause_on(plan, day)
    if resting is None:
        raise _no_pause(plan, day)
    if resting.first == resting.last:
        raise MedpivotError(
            f"the pause is {short_date(day)} alone; the plan goes on the day after", "medpivot plan"
        )
    begins_then = day == resting.first
    day = max(day, resting.first + _DAY)
    pauses = {
        key: Pause(one.first, day - _DAY) if one.first < day <= one.last else one
        for key, one in plan.pauses.items()
    }
    # pauses that follow one another without a gap keep one day each: their first
    pauses = {
        key: Pause(one.first, one.first) if day <= one.first <= resting.last else one
        for key, one in pauses.items()
    }
    old_days, new_days = _days(plan.pauses.values()), _days(pauses.values())
    length = timedelta(days=len(old_days) - len(new_days))

    def earlier(planned: date) -> date:
        return _same_working_day(planned, day, old_days, new_days)

    back = tuple(
        one
        if one.status != "open"
        else replace(
            one,
            start=min(earlier(one.start), one.due) if one.pinned else earlier(one.start),
            due=one.due if one.pinned else earlier(one.due),
            window_start=one.window_start - (length if one.window_start > resting.last else _NONE),
            window_end=_window_end(one, length, resting),
        )
        for one in plan.milestones
    )
    pushed = _push(replace(plan, milestones=back, pauses=pauses))
    changes = _moves(plan, pushed)
    said = (
        f"The plan goes on from {short_date(day)}."
        + (f" The pause keeps its first day, {short_date(resting.first)}." if begins_then else ""),
        f"{_count(len(changes)).capitalize()} earlier; {_end_words(plan, pushed)}.",
    )
    return Changed(pushed, said, changes)


def _window_end(one: Milestone, length: timedelta, resting: Pause) -> date:
    if one.window_end <= resting.last:
        return one.window_end
    return max(one.window_end - length, one.due if one.pinned else one.window_start - length)


def _no_pause(plan: Plan, day: date) -> MedpivotError:
    ahead = pause_ahead(plan, day)
    if ahead is None:
        return MedpivotError(f"there is no pause on {short_date(day)}", "medpivot plan")
    return MedpivotError(
        f"there is no pause on {short_date(day)}; the next one begins on {short_date(ahead.first)}",
        f"medpivot plan resume {ahead.first + _DAY}",
    )


def _end_words(old: Plan, new: Plan) -> str:
    before, now = last_day(old), last_day(new)
    if before == now:
        return f"the plan still ends on {short_date(now)}"
    return f"the plan now ends on {short_date(now)}, not {short_date(before)}"


def _count(number: int) -> str:
    return "one due date is" if number == 1 else f"{number or 'no'} due dates are"


def _days(pauses: Iterable[Pause]) -> set[int]:
    return {day for one in pauses for day in range(one.first.toordinal(), one.last.toordinal() + 1)}


def _same_working_day(day: date, first: date, old: set[int], new: set[int]) -> date:
    """The day that has as many days not paused before it as `day` had, counted from `first`."""
    if day < first:
        return day
    before = sum(one not in old for one in range(first.toordinal(), day.toordinal()))
    there = first.toordinal()
    while before or there in new:
        before -= there not in new
        there += 1
    return date.fromordinal(there)


def _joined(pauses: Mapping[str, Pause], added: Pause) -> dict[str, Pause]:
    """The pauses with one more, no two of them overlapping; every one keeps its id.

    Those that the new one bridges grow toward each other, because a plan's file forgets no table.
    """
    first, last = added.first, added.last
    touched = [
        key
        for key, one in sorted(pauses.items(), key=lambda item: item[1].first)
        if one.first <= last + _DAY and first - _DAY <= one.last
    ]
    joined = dict(pauses)
    if not touched:
        key = f"from-{first}"
        joined[key] = added
        return joined
    first = min(first, pauses[touched[0]].first)
    last = max([last, *(pauses[key].last for key in touched)])
    for place, key in enumerate(touched):
        begins = first if place == 0 else pauses[key].first
        following = touched[place + 1 : place + 2]
        ends = pauses[following[0]].first - _DAY if following else last
        joined[key] = Pause(begins, max(begins, ends))
    return joined


def _push(plan: Plan) -> Plan:
    """The plan with open milestones moved later, as far as what they wait for makes them."""
    for key in in_order({one.id: one.after for one in plan.milestones}):
        one = find(plan, key)
        before = predecessors(one, plan)
        if one.status != "open" or not before:
            continue
        first = max(free_after(each) for each in before)
        if one.start < first:
            plan = put(plan, replace(one, start=first, due=first + (one.due - one.start)))
    return plan


def _moves(old: Plan, new: Plan) -> tuple[Moved, ...]:
    return tuple(
        Moved(before.id, before.due, after.due)
        for before, after in zip(old.milestones, new.milestones, strict=True)
        if before.due != after.due
    )
