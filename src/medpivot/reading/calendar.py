"""`calendar.toml`: what calendars were given last. Written by the program, checked by hand."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final, get_args

from medpivot.domain.calendar_events import EventKind, Given
from medpivot.errors import BrokenFile, Problem
from medpivot.reading.strict import check_schema
from medpivot.reading.toml import parse

NAME: Final = "calendar.toml"
SCHEMA: Final = 1

_HINT: Final = (
    "move it away, and the next calendar file begins anew; delete the old events by hand then"
)


def read_given(data: bytes, name: str) -> Mapping[str, Given]:
    """What calendars were given last, by key.

    Raises:
        BrokenFile: with all its problems.
    """
    table = parse(data, name, _HINT)
    check_schema(table, name)
    events = table.get("event", {})
    problems: list[Problem] = []
    found: dict[str, Given] = {}
    for key, one in events.items() if isinstance(events, dict) else ():
        try:
            found[key] = _given(one)
        except (KeyError, TypeError, ValueError):
            problems.append(Problem("is not what medpivot wrote", f"event.{key}"))
    if not isinstance(events, dict):
        problems.append(Problem("is not a table", key="event"))
    if problems:
        raise BrokenFile(name, problems, _HINT)
    return found


def _given(one: Mapping[str, object]) -> Given:
    kind, day, sequence, content = (one[key] for key in ("kind", "day", "sequence", "content"))
    if kind not in get_args(EventKind) or not isinstance(content, str):
        raise ValueError(kind)
    if not isinstance(day, date) or isinstance(day, datetime):
        raise TypeError(day)
    if type(sequence) is not int or sequence < 0:
        raise TypeError(sequence)
    return Given(kind, day, sequence, content, cancelled=one.get("cancelled") is True)  # type: ignore[arg-type]


def given_table(given: Mapping[str, Given]) -> dict[str, object]:
    """The table that `read_given` reads."""
    events = {
        key: {
            "kind": one.kind,
            "day": one.day,
            "sequence": one.sequence,
            "content": one.content,
            **({"cancelled": True} if one.cancelled else {}),
        }
        for key, one in given.items()
    }
    return {"schema": SCHEMA, "event": events}
