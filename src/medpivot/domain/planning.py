"""A plan's open milestones as work for the scheduler, and the plan with the dates it gives."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from medpivot.domain.paces import RELIEF_HOURS, stated_paces
from medpivot.domain.plan import Milestone, Plan
from medpivot.domain.scheduling import Layout, Work, lay_out

RELIEF_PHASE: Final = "relief"

_DAY = timedelta(days=1)


def plan_layout(plan: Plan, first_day: date, paces: Sequence[int]) -> Layout:
    """When the open milestones would be done, from `first_day` on, at the best of these paces.

    Relief (the first weeks of "not now") is laid out by itself, at two hours a week or more: it
    is not education work, and does not wait for the hours that are free for that. Judgment.

    Raises:
        MedpivotError: milestones wait for one another, or fill more than fifty years.
    """
    pauses = plan.pauses.values()
    relief = {one.id for one in plan.milestones if one.phase == RELIEF_PHASE}
    works = open_works(plan)
    first = [one for one in works if one.id in relief]
    if not first:
        return lay_out(works, first_day, paces, pauses)
    least = stated_paces(RELIEF_HOURS)[0]
    begun = lay_out(first, first_day, [max(least, one) for one in paces], pauses)
    others = [_held_back(one, first, begun) for one in works if one.id not in relief]
    rest = lay_out(others, first_day, paces, pauses)
    return Layout({**begun.spans, **rest.spans}, max(begun.end, rest.end), rest.daily)


def _held_back(work: Work, relief: Sequence[Work], begun: Layout) -> Work:
    """The work, not before the relief it waits for has ended."""
    ends = [
        begun.spans[one.id].due + timedelta(weeks=one.wait) + _DAY
        for one in relief
        if one.id in work.after
    ]
    return replace(work, not_before=max([work.not_before, *ends]))


def with_dates(plan: Plan, layout: Layout) -> Plan:
    """The plan with the layout's first and last days; a date set by the person stays theirs.

    A milestone whose own date could not be kept is no longer pinned to it.
    """
    return replace(plan, milestones=tuple(_dated(one, layout) for one in plan.milestones))


def _dated(one: Milestone, layout: Layout) -> Milestone:
    span = layout.spans.get(one.id)
    if one.status != "open" or span is None:
        return one
    return replace(one, start=span.start, due=span.due, pinned=one.pinned and span.due == one.due)


def open_works(plan: Plan) -> list[Work]:
    """The open milestones as pieces of work.

    What a skipped or removed milestone waited for is waited for by what comes after it. A done one
    holds back only by its `wait`, counted from the day it was done.
    """
    by_id = {one.id: one for one in plan.milestones}
    return [_work(one, by_id) for one in plan.milestones if one.status == "open"]


def _work(one: Milestone, by_id: Mapping[str, Milestone]) -> Work:
    before = _found_before(one, by_id)
    after_done = [free_after(each) for each in before if each.status == "done"]
    return Work(
        id=one.id,
        hours=one.hours,
        not_before=max([one.window_start, *after_done]),
        limit=one.window_end,
        wait=one.wait,
        after=tuple(each.id for each in before if each.status == "open"),
        pinned=one.due if one.pinned else None,
    )


def predecessors(one: Milestone, plan: Plan) -> list[Milestone]:
    """The open and done milestones that one waits for, seen through skipped and removed ones."""
    return _found_before(one, {each.id: each for each in plan.milestones})


def _found_before(one: Milestone, by_id: Mapping[str, Milestone]) -> list[Milestone]:
    found: dict[str, Milestone] = {}
    seen: set[str] = set()
    waiting = list(reversed(one.after))
    while waiting:
        key = waiting.pop()
        if key in seen or key not in by_id:
            continue
        seen.add(key)
        each = by_id[key]
        if each.status in ("open", "done"):
            found[key] = each
        else:
            waiting.extend(reversed(each.after))
    return list(found.values())


def free_after(one: Milestone) -> date:
    """The first day on which what waits for this milestone may begin."""
    ended = (one.done_on or one.due) if one.status == "done" else one.due
    return ended + timedelta(weeks=one.wait) + _DAY
