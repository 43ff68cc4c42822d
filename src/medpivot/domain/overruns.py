"""What does not fit: milestones that end after their window; and what would make them fit."""

from dataclasses import dataclass
from datetime import date

from medpivot.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Overrun:
    """An open milestone that is due `days` days after the end of its window."""

    id: str
    due: date
    window_end: date
    days: int


@dataclass(frozen=True, slots=True)
class Fix:
    """The smallest hours a week, and the fewest months, with which nothing overruns; None: none."""

    hours_per_week: float | None = None
    months: int | None = None


def overruns(plan: Plan) -> tuple[Overrun, ...]:
    """All open milestones that end after their window, the soonest due first."""
    found = [
        Overrun(one.id, one.due, one.window_end, (one.due - one.window_end).days)
        for one in plan.milestones
        if one.status == "open" and one.due > one.window_end
    ]
    return tuple(sorted(found, key=lambda one: (one.due, one.id)))
