"""Lays the open milestones out again from today, at the real pace where that helps.

A real pace of less than half an hour a week, or one that would plan for more than two years ahead,
tells of weeks that were full; planning with it helps nobody. Both limits are judgment.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from medpivot.domain.changing import Moved
from medpivot.domain.paces import check_hours, real_paces, stated_paces
from medpivot.domain.plan import Milestone, Plan
from medpivot.domain.planning import plan_layout, with_dates
from medpivot.domain.progress import pace
from medpivot.domain.windows import MOST_MONTHS, last_day, months_after, past_pauses

LEAST_PACE: Final = 0.5
"""Hours a week under which a real pace is not planned with."""


@dataclass(frozen=True, slots=True)
class Replanned:
    """The plan with new dates; `hours` a week it was laid out at, `real` when they were measured.

    `given` says that these hours were given to this replanning, and are not those of the plan.
    `set_aside` is a real pace that was known and not used, in hours a week.
    `moved` are the milestones with another due date, `past_window` those of them that now end
    after the window they had, and `past_the_end` those that end after the plan's last day.
    """

    plan: Plan
    hours: float
    real: bool
    moved: tuple[Moved, ...]
    past_window: tuple[str, ...]
    past_the_end: tuple[str, ...]
    set_aside: float | None = None
    given: bool = False


def replan(plan: Plan, today: date, hours: float | None = None) -> Replanned:
    """The open milestones laid out again, in weeks counted from today (or the start, if later).

    With `hours` the plan takes these as its hours a week. Without, the real pace counts once it is
    known, if it is half an hour a week or more and everything ends within 24 months from that day;
    else the stated hours count. Windows that cannot be kept slip, but never past the plan's last
    day: what ends after that day is an overrun. A date set by the person stays where it can.

    Raises:
        MedpivotError: hours out of range; milestones that wait for one another.
    """
    if hours is not None:
        check_hours(hours)
        plan = replace(plan, hours_per_week=hours)
    measured = pace(plan, today).real if hours is None else None
    first_day = max(today, plan.start)
    dated = _at_real_pace(plan, first_day, measured)
    real = dated is not None
    if dated is None:
        dated = with_dates(plan, plan_layout(plan, first_day, stated_paces(plan.hours_per_week)))
    end = last_day(plan)
    pairs = [
        (old, new)
        for old, new in zip(plan.milestones, dated.milestones, strict=True)
        if new.status == "open"
    ]
    slipped = tuple(
        replace(one, window_end=_slipped(one, end)) if one.status == "open" else one
        for one in dated.milestones
    )
    return Replanned(
        plan=replace(dated, milestones=slipped),
        hours=measured if real and measured is not None else plan.hours_per_week,
        real=real,
        moved=tuple(Moved(new.id, old.due, new.due) for old, new in pairs if old.due != new.due),
        past_window=tuple(new.id for _, new in pairs if new.due > new.window_end),
        past_the_end=tuple(new.id for _, new in pairs if new.due > end),
        set_aside=None if real else measured,
        given=hours is not None,
    )


def _at_real_pace(plan: Plan, first_day: date, measured: float | None) -> Plan | None:
    """The plan laid out at the measured pace; None where it is unknown or not to be planned with.

    At stated hours or more, a date far ahead is not for want of hours, and the pace is kept.
    """
    if measured is None or measured < LEAST_PACE:
        return None
    dated = with_dates(plan, plan_layout(plan, first_day, real_paces(measured)))
    if measured >= plan.hours_per_week:
        return dated
    furthest = past_pauses(months_after(first_day, MOST_MONTHS), plan.pauses.values(), first_day)
    open_ends = (one.due for one in dated.milestones if one.status == "open" and not one.pinned)
    return dated if max(open_ends, default=first_day) <= furthest else None


def _slipped(one: Milestone, end: date) -> date:
    return max(one.window_end, min(one.due, end))
