"""What putting an older version of a file back would change, in words."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from functools import lru_cache
from typing import Final, TypeAlias

from medpivot.domain.wording import listed
from medpivot.errors import BrokenFile
from medpivot.reading.toml import parse
from medpivot.store import lines, toml_text
from medpivot.store.log_parts import parts_of

Leaves: TypeAlias = Mapping[tuple[str, ...], object]

_MOST: Final = 3
_LONGEST: Final = 40
_MANY: Final[Mapping[str, str]] = {"person": "people", "entry": "entries"}
_COLLECTION: Final = 3
"""`milestone.first-talk.note`: keys that lead to a value within a table of a collection."""


def put_back(name: str, now: bytes, then: bytes) -> str:
    """What a file says differently once it is again what it was: entries of a log, keys of a table.

    A few are named, more than that are counted. Values are shown as the file writes them.
    """
    if name.endswith(lines.ENDING):
        changes = _entries(now, then)
    else:
        keys = dict(_keys(now, then))
        changes = list(keys.values()) if len(keys) <= _MOST else [_counted(keys)]
    if not changes:
        return f"{name} is again what it was"
    return f"{name}: {'; '.join(changes)}"


def _counted(paths: Iterable[tuple[str, ...]]) -> str:
    """`45 milestones and 2 other values again as before`."""
    paths = list(paths)
    within: dict[str, set[str]] = {}
    others = 0
    for path in paths:
        if len(path) >= _COLLECTION:
            within.setdefault(path[0], set()).add(path[1])
        else:
            others += 1
    parts = [
        f"{len(ids)} {_MANY.get(name, f'{name}s') if len(ids) > 1 else name}"
        for name, ids in within.items()
    ]
    if others:
        value = "value" if others == 1 else "values"
        parts.append(f"{others} {'other ' if parts else ''}{value}")
    return f"{listed(parts)} again as before"


def _entries(now: bytes, then: bytes) -> list[str]:
    present, old = parts_of(now).entries, parts_of(then).entries
    counts = {
        "back": sum(one not in present for one in old),
        "gone": sum(one not in old for one in present),
        "again as before": sum(
            one in present and present[one] != entry for one, entry in old.items()
        ),
    }
    return [
        f"{count} {'entry' if count == 1 else 'entries'} {what}"
        for what, count in counts.items()
        if count
    ]


def _keys(now: bytes, then: bytes) -> Iterator[tuple[tuple[str, ...], str]]:
    present, old = _leaves(now), _leaves(then)
    if present is None or old is None:
        return
    for path in (*present, *(path for path in old if path not in present)):
        if path not in old:
            yield path, f"{_called(path)} gone"
        elif path not in present or present[path] != old[path]:
            yield path, f"{_called(path)} = {_shown(old[path])} again"


@lru_cache(maxsize=2)
def _leaves(data: bytes) -> Leaves | None:
    """Every value of a TOML file by its path; None where it is none."""
    try:
        table = parse(data, "")
    except BrokenFile:
        return None
    return dict(_walk(table, ()))


def _walk(
    table: Mapping[str, object], path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], object]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _walk(value, (*path, key))
        else:
            yield (*path, key), value


def _called(path: tuple[str, ...]) -> str:
    return toml_text.dotted(path[1:] if len(path) >= _COLLECTION else path)


def _shown(value: object) -> str:
    if not isinstance(value, str | int | float | date | datetime | time | list):
        return "what it was"
    shown = toml_text.value(value)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 3]}..."
