"""The plan as documents and as plain lines."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from medpivot.domain.changing import Changed, Moved
from medpivot.domain.overruns import Fix, Overrun, overruns
from medpivot.domain.plan import Milestone, Plan
from medpivot.domain.progress import is_late, pace
from medpivot.domain.replanning import Replanned
from medpivot.domain.windows import last_day
from medpivot.show.gantt import state

SCHEMA = 1


def plan_json(plan: Plan, path: Path, fix: Fix, today: date) -> dict[str, object]:
    """The whole plan. `fits_with` holds nulls where nothing overruns, and where nothing helps."""
    measured = pace(plan, today)
    return {
        "schema": SCHEMA,
        "file": str(path),
        "created": plan.created.isoformat(),
        "start": plan.start.isoformat(),
        "end": last_day(plan).isoformat(),
        "months": plan.months,
        "hours_per_week": plan.hours_per_week,
        "pace": {
            "stated": measured.stated,
            "real": None if measured.real is None else round(measured.real, 2),
            "weeks": round(measured.weeks, 1),
            "hours_done": measured.done,
        },
        "kind": plan.kind,
        "role": plan.role,
        "route": plan.route,
        "not_now": plan.not_now,
        "assessment": plan.assessment or None,
        "milestones": [milestone_json(one, today) for one in plan.milestones],
        "pauses": [
            {"id": key, "first": one.first.isoformat(), "last": one.last.isoformat()}
            for key, one in plan.pauses.items()
        ],
        "overruns": [_overrun(one) for one in overruns(plan)],
        "fits_with": {"hours_per_week": fix.hours_per_week, "months": fix.months},
    }


def milestone_json(one: Milestone, today: date) -> dict[str, object]:
    """One milestone; `late` is open with the due date behind us."""
    return {
        "id": one.id,
        "title": one.title,
        "why": one.why or None,
        "first_step": one.first_step or None,
        "phase": one.phase,
        "start": one.start.isoformat(),
        "due": one.due.isoformat(),
        "window_start": one.window_start.isoformat(),
        "window_end": one.window_end.isoformat(),
        "hours": one.hours,
        "wait": one.wait,
        "after": list(one.after),
        "status": one.status,
        "done_on": one.done_on and one.done_on.isoformat(),
        "late": is_late(one, today),
        "decision": one.decision,
        "pinned": one.pinned,
        "own": one.own,
        "note": one.note or None,
        "skipped_why": one.skipped_why or None,
        "evidence": {
            "activities": list(one.evidence.activities),
            "count": one.evidence.count,
            "people": one.evidence.people,
            "files": list(one.evidence.files),
            "mentors": one.evidence.mentors,
        },
    }


def next_json(
    things: Sequence[Milestone], offered: Sequence[Milestone], today: date, *, away: bool
) -> dict[str, object]:
    """What to do next; `offered` are ids that the log may prove finished."""
    return {
        "schema": SCHEMA,
        "next": [milestone_json(one, today) for one in things],
        "offered": [one.id for one in offered],
        "away": away,
    }


def change_json(changed: Changed, path: Path, milestone_id: str | None, today: date) -> object:
    """What a command changed: the milestone it was about, and the due dates that moved."""
    one = changed.plan.milestone(milestone_id) if milestone_id else None
    return {
        "schema": SCHEMA,
        "file": str(path),
        "milestone": one and milestone_json(one, today),
        "said": list(changed.said),
        "moved": [_moved(each) for each in changed.moved],
    }


def replanned_json(result: Replanned, path: Path) -> dict[str, object]:
    """How the open milestones were laid out again; `real` is true at the measured pace.

    `pace_set_aside` is a measured pace that was too low to plan with, or null.
    """
    return {
        "schema": SCHEMA,
        "file": str(path),
        "hours_per_week": round(result.hours, 2),
        "real": result.real,
        "pace_set_aside": None if result.set_aside is None else round(result.set_aside, 2),
        "moved": [_moved(one) for one in result.moved],
        "past_window": list(result.past_window),
        "overruns": [_overrun(one) for one in overruns(result.plan)],
    }


def _moved(one: Moved) -> dict[str, str]:
    return {"id": one.id, "old": one.old.isoformat(), "new": one.new.isoformat()}


def _overrun(one: Overrun) -> dict[str, object]:
    return {
        "id": one.id,
        "due": one.due.isoformat(),
        "window_end": one.window_end.isoformat(),
        "days": one.days,
    }


def plain_lines(milestones: Iterable[Milestone], today: date) -> Iterator[str]:
    """A line each: id, state, first day, due day, hours, title."""
    for one in milestones:
        hours = f"{one.hours:.10g}"
        yield f"{one.id} {state(one, today)} {one.start} {one.due} {hours} {one.title}"
