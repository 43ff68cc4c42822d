"""The newest activities without turning the whole log into activities: what `log list` shows."""

from bisect import bisect_left
from dataclasses import dataclass
from pathlib import Path

from medpivot.domain.activities import Activity
from medpivot.domain.entries import from_entry
from medpivot.errors import Problem
from medpivot.store import line_ids, lines
from medpivot.store.activities import NAME


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest activities, newest first; the ids of all entries; and what is broken.

    `problems` are every broken line, and the entries among the newest that hold what they
    cannot. An older entry is looked into when it is shown or summed.
    """

    activities: tuple[Activity, ...]
    ids: frozenset[str]
    problems: tuple[Problem, ...]

    def shorts(self) -> dict[str, str]:
        """The shortest beginning of each activity's id that no other entry of the log has."""
        found: dict[str, str] = {}
        ids = sorted(self.ids)
        for one in self.activities:
            # only its neighbors in the alphabet can share more of it
            place = bisect_left(ids, one.id)
            found[one.id] = line_ids.short(ids[max(0, place - 1) : place + 2])[one.id]
        return found


def newest(home: Path, most: int | None) -> Newest:
    """Up to `most` activities, or all of them, by date; of one date the last added comes first.

    Raises:
        MedpivotError: the system refuses to read the file.
    """
    log = lines.read(home / NAME)
    problems = list(log.problems)
    ids = set(log.entries)
    found: list[Activity] = []
    # ISO dates sort as text; anything else is found out when its turn comes
    for one, entry in sorted(log.entries.items(), key=_day)[::-1]:
        if most is not None and len(found) == most:
            break
        try:
            found.append(from_entry(one, entry))
        except ValueError as reason:
            ids.remove(one)
            problems.append(Problem(f"entry {one}: {reason}", line=log.numbers[one]))
    return Newest(tuple(found), frozenset(ids), lines.named(problems))


def _day(item: tuple[str, lines.Entry]) -> str:
    day = item[1].get("date")
    # what has no date at all comes first of all, so that it is named
    return day if isinstance(day, str) else "~"
