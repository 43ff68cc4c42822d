"""The teaching log: `activities.jsonl`, added to and never rewritten."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from medpivot.domain.activities import Activity
from medpivot.domain.entries import from_entry, to_entry
from medpivot.errors import MedpivotError, Problem
from medpivot.store import line_ids, lines
from medpivot.store.lines import Lines

if TYPE_CHECKING:
    from medpivot.store.writing import Change

NAME = "activities.jsonl"


@dataclass(frozen=True, slots=True)
class ActivityLog:
    """All activities, oldest day first, and each line of the log that could not be read."""

    activities: tuple[Activity, ...]
    problems: tuple[Problem, ...] = ()

    def entry(self, prefix: str) -> Activity:
        """The activity whose id begins so.

        Raises:
            MedpivotError: none does, or more than one; with the lines of the log that are broken,
                since it may stand in one of them.
        """
        by_id = {one.id: one for one in self.activities}
        broken = [f"{NAME}: {problem}" for problem in self.problems]
        return by_id[line_ids.resolve(prefix, by_id, broken)]


def load(home: Path, since: date | None = None) -> ActivityLog:
    """The log as it stands; without a log, an empty one. A bad line hides no other.

    With `since`, the start of a plan, what cannot matter to that plan is left out and not looked
    into: what was done before that day and names no milestone.

    Raises:
        MedpivotError: the system refuses to read the file.
    """
    log = lines.read(home / NAME)
    activities: list[Activity] = []
    problems = list(log.problems)
    # ISO dates sort as text; anything that is not text is looked into
    first = since.isoformat() if since else ""
    for one, entry in log.entries.items():
        day = entry.get("date")
        if isinstance(day, str) and day < first and not entry.get("milestone"):
            continue
        try:
            activities.append(from_entry(one, entry))
        except ValueError as reason:
            problems.append(Problem(f"entry {one}: {reason}", line=log.numbers[one]))
    activities.sort(key=lambda activity: activity.date)
    return ActivityLog(tuple(activities), lines.named(problems))


def current(home: Path, activity_id: str) -> tuple[Activity, Lines]:
    """The activity of that whole id as it stands now, and the log it was read from, for `edit`.

    No other entry is looked into.

    Raises:
        MedpivotError: it is not there any more, or what stands there cannot be read.
    """
    log = lines.read(home / NAME)
    entry = _previous(log, activity_id)
    try:
        return from_entry(activity_id, entry), log
    except ValueError as reason:
        raise MedpivotError(
            f"{NAME}: entry {activity_id}: {reason}", "medpivot data check"
        ) from None


def add(change: "Change", home: Path, activity: Activity) -> Activity:
    """Add an activity, with a new id unless it has one; reads nothing. Returns it with its id."""
    added = activity if activity.id else replace(activity, id=line_ids.new_id())
    change.append(home / NAME, lines.put(added.id, to_entry(added)))
    return added


def add_all(change: "Change", home: Path, activities: Iterable[Activity]) -> tuple[Activity, ...]:
    """Add activities in their order, each with a new id unless it has one; returns them with ids.

    One that was removed before comes back under its old id; a new id is in no line, so that only
    old ones have the log read.
    """
    activities = tuple(activities)
    stamps = lines.read(home / NAME).stamps if any(one.id for one in activities) else {}
    added: list[Activity] = []
    for one in activities:
        whole = one if one.id else replace(one, id=line_ids.new_id())
        change.append(home / NAME, lines.put(whole.id, to_entry(whole), after=stamps.get(whole.id)))
        added.append(whole)
    return tuple(added)


def edit(change: "Change", home: Path, activity: Activity, log: Lines | None = None) -> None:
    """Replace the activity of the same id; one that says the same is not written again.

    `log` is the log where it was read already, under the same lock.

    Raises:
        MedpivotError: the log has no such activity any more.
    """
    log = log or lines.read(home / NAME)
    previous = _previous(log, activity.id)
    entry = to_entry(activity)
    if entry != previous:
        line = lines.put(activity.id, entry, after=log.stamps[activity.id])
        change.append(home / NAME, line, previous)


def remove(change: "Change", home: Path, activity_id: str) -> None:
    """Take an activity out of the log; its lines stay in the file, so that undo can put it back.

    Raises:
        MedpivotError: the log has no such activity any more.
    """
    log = lines.read(home / NAME)
    previous = _previous(log, activity_id)
    line = lines.removal(activity_id, after=log.stamps[activity_id])
    change.append(home / NAME, line, previous)


def _previous(log: Lines, activity_id: str) -> lines.Entry:
    try:
        return log.entries[activity_id]
    except KeyError:
        raise MedpivotError(
            f"there is no entry {activity_id!r} in the log any more", "medpivot log list"
        ) from None
