"""Lays the open milestones out again from today, at the pace that was really kept."""

from dataclasses import dataclass, replace
from datetime import date

from medpivot.domain.changing import Moved
from medpivot.domain.paces import LEAST_REAL_HOURS, check_hours, real_paces, stated_paces
from medpivot.domain.plan import Milestone, Plan
from medpivot.domain.planning import plan_layout, with_dates
from medpivot.domain.progress import pace
from medpivot.domain.windows import last_day


@dataclass(frozen=True, slots=True)
class Replanned:
    """The plan with new dates; `hours` a week it was laid out at, `real` when they were measured.

    `moved` are the milestones with another due date, `past_window` those of them that now end
    after the window they had, and `past_the_end` those that end after the plan's last day.
    """

    plan: Plan
    hours: float
    real: bool
    moved: tuple[Moved, ...]
    past_window: tuple[str, ...]
    past_the_end: tuple[str, ...]


def replan(plan: Plan, today: date, hours: float | None = None) -> Replanned:
    """The open milestones laid out again, in weeks counted from today (or the start, if later).

    With `hours` the plan takes these as its hours a week; without, the real pace counts once it is
    known, else the stated hours. Windows that cannot be kept slip, but never past the plan's last
    day: what ends after that day is an overrun. A date set by the person stays where it can.

    Raises:
        MedpivotError: hours out of range; milestones that wait for one another.
    """
    if hours is not None:
        check_hours(hours)
        plan = replace(plan, hours_per_week=hours)
    measured = pace(plan, today).real if hours is None else None
    paces = stated_paces(plan.hours_per_week) if measured is None else real_paces(measured)
    dated = with_dates(plan, plan_layout(plan, max(today, plan.start), paces))
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
        hours=plan.hours_per_week if measured is None else max(LEAST_REAL_HOURS, measured),
        real=measured is not None,
        moved=tuple(Moved(new.id, old.due, new.due) for old, new in pairs if old.due != new.due),
        past_window=tuple(new.id for _, new in pairs if new.due > new.window_end),
        past_the_end=tuple(new.id for _, new in pairs if new.due > end),
    )


def _slipped(one: Milestone, end: date) -> date:
    return max(one.window_end, min(one.due, end))
