"""A light look at the latest plan: which open milestones a logged activity may finish.

The full reading of a plan checks everything and takes longer than adding to the log does. This
one takes what it can read and stays silent about the rest; `plan` names what is wrong.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from medpivot.errors import MedpivotError
from medpivot.reading.toml import parse
from medpivot.store import dated
from medpivot.store.refusals import read_bytes

_LARGEST = 2_000_000


@dataclass(frozen=True, slots=True)
class OpenMilestone:
    """An open milestone: `kinds` of activity prove it, `count` of them.

    `alone` is False where people met, mentors or files are needed as well; `waiting` is True where
    another open milestone comes first.
    """

    id: str
    title: str
    due: date | None
    kinds: tuple[str, ...]
    count: int
    alone: bool
    waiting: bool


@dataclass(frozen=True, slots=True)
class PlanGlance:
    """The ids of all milestones of the latest plan, and those that are open, first due first."""

    start: date | None
    ids: tuple[str, ...]
    open: tuple[OpenMilestone, ...]


def glance(home: Path) -> PlanGlance | None:
    """The latest plan at a glance; None where there is none that can be read. Never raises."""
    try:
        latest = dated.latest(home, "plan")
        if latest is None or latest.path.stat().st_size > _LARGEST:
            return None
        table = parse(read_bytes(latest.path) or b"", latest.path.name)
    except (OSError, MedpivotError):
        return None
    milestones = table.get("milestone")
    if not isinstance(milestones, dict):
        return None
    tables = {key: one for key, one in milestones.items() if isinstance(one, dict)}
    found = [
        _open_milestone(milestone_id, one, tables)
        for milestone_id, one in tables.items()
        if _is_open(one)
    ]
    start = table.get("start")
    return PlanGlance(
        start=start if type(start) is date else None,
        ids=tuple(milestones),
        open=tuple(sorted(found, key=lambda one: (one.due or date.max, one.id))),
    )


def may_finish(plan: PlanGlance, kind: str, day: date) -> tuple[OpenMilestone, ...]:
    """The open milestones that one activity of this kind, on that day, is proof enough for.

    None for a day before the plan began, and none that waits for another: the first talk proves
    the first talk, not every later one.
    """
    if plan.start is not None and day < plan.start:
        return ()
    return tuple(
        one
        for one in plan.open
        if one.alone and one.count == 1 and not one.waiting and kind in one.kinds
    )


def _is_open(table: Mapping[str, object]) -> bool:
    return table.get("status", "open") == "open"


def _waits(milestone_id: str, tables: Mapping[str, Mapping[str, object]]) -> bool:
    """Does an open milestone come before it, seen through those skipped and removed?"""
    seen = {milestone_id}
    before = [milestone_id]
    while before:
        after = tables[before.pop()].get("after")
        for one in after if isinstance(after, list) else ():
            if not isinstance(one, str) or one in seen or one not in tables:
                continue
            seen.add(one)
            if _is_open(tables[one]):
                return True
            if tables[one].get("status") != "done":
                before.append(one)
    return False


def _open_milestone(
    milestone_id: str,
    table: Mapping[str, object],
    tables: Mapping[str, Mapping[str, object]],
) -> OpenMilestone:
    evidence = table.get("evidence")
    proof: Mapping[str, object] = evidence if isinstance(evidence, dict) else {}
    kinds = proof.get("activities")
    count = proof.get("count", 1)
    title = table.get("title")
    due = table.get("due")
    return OpenMilestone(
        id=milestone_id,
        title=title if isinstance(title, str) and title else milestone_id,
        due=due if type(due) is date else None,
        kinds=tuple(one for one in kinds if isinstance(one, str))
        if isinstance(kinds, list)
        else (),
        count=count if type(count) is int and count > 0 else 1,
        alone=not any(proof.get(key) for key in ("people", "files", "mentors")),
        waiting=_waits(milestone_id, tables),
    )
