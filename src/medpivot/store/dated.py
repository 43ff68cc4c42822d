"""Dated files: `plan-2026-11-22.toml`, a second one on the same day with `-2`."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from medpivot.errors import MedpivotError
from medpivot.store.refusals import in_words

_NAME = re.compile(
    r"(?P<kind>[a-z]+)-(?P<day>\d{4}-\d{2}-\d{2})(?:-(?P<number>[1-9]\d{0,5}))?\.toml", re.ASCII
)


@dataclass(frozen=True, slots=True, order=True)
class Dated:
    """A dated file; the latest is the one with the greatest date, then number (from 1)."""

    date: date
    number: int
    path: Path


def dated_name(kind: str, day: date, number: int = 1) -> str:
    """The name of the `number`-th file of a kind on a day."""
    return f"{kind}-{day.isoformat()}{f'-{number}' if number > 1 else ''}.toml"


def parse_name(name: str) -> tuple[str, date, int] | None:
    """Kind, day and number of a dated name; None for any other, `plan-2026-1-1.toml` too."""
    match = _NAME.fullmatch(name)
    if match is None or match["number"] == "1":
        return None
    try:
        day = date.fromisoformat(match["day"])
    except ValueError:
        return None
    return match["kind"], day, int(match["number"] or 1)


def every(home: Path, kind: str) -> list[Dated]:
    """The dated files of a kind, oldest first; folders and files with other names are passed over.

    Raises:
        MedpivotError: the folder cannot be read.
    """
    found: list[Dated] = []
    with in_words(home, "read"):
        for path in home.iterdir() if home.is_dir() else ():
            parsed = parse_name(path.name)
            if parsed and parsed[0] == kind and not path.is_dir():
                found.append(Dated(parsed[1], parsed[2], path))
    return sorted(found)


def latest(home: Path, kind: str) -> Dated | None:
    """The latest file of a kind, or None."""
    files = every(home, kind)
    return files[-1] if files else None


def next_name(home: Path, kind: str, day: date) -> str:
    """The name for a new file of that day.

    Raises:
        MedpivotError: there is one of a later day, which would stay the latest.
    """
    last = latest(home, kind)
    if last is None or last.date < day:
        return dated_name(kind, day)
    if last.date > day:
        raise MedpivotError(
            f"{last.path.name} is of a later day than {day}, and would stay the latest",
            f"set this computer's date right, or run `medpivot --today {last.date} ...`",
        )
    return dated_name(kind, day, last.number + 1)
