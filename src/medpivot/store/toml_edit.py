"""Changing some keys of a TOML file that a person also edits, and not one other byte of it.

tomlkit is made for this, but puts a new key below the comment that stands above the next table,
takes 0.2 s to read a plan of 200 milestones and refuses a byte-order mark (all measured). So the
places are found, the new text is put there, and the result is held against what `tomllib` reads
in it: it must be the old table with these changes and no other, or nothing is written.
"""

import tomllib
from collections.abc import Callable, Mapping
from typing import TypeAlias

from medpivot.errors import MedpivotError
from medpivot.store import toml_text
from medpivot.store.toml_places import Key, Path, Places, places

Values: TypeAlias = dict[str, object]
Edit: TypeAlias = tuple[int, int, str]
"""A part of the old text, from and to, and what stands there instead."""

_MARK = "\ufeff"

_IN_A_COLLECTION = 2
"""`[person.ID]`: the keys that lead to a table of a collection."""


def edit(data: bytes, present: Values, changes: Mapping[Path, object], name: str) -> bytes:
    """The file with the values of some keys changed; None takes a key away.

    `present` is what the bytes hold; it gets the changes too. A path names a key through its
    tables: `("milestone", "first-talk", "done_on")`. Comments stay before the line they stood
    before, also those within or beside what goes; line ends, order, layout and unknown keys stay.
    A new key comes last in its table, a new table last in the file, or after the table it belongs
    to where that is one of a collection; no table is ever taken away.

    Raises:
        MedpivotError: a key is written in a form that cannot be changed so; `name` is the file.
    """
    text = data.decode()
    mark = _MARK if text.startswith(_MARK) else ""
    text = text.removeprefix(_MARK)
    newline = "\r\n" if text.partition("\n")[0].endswith("\r") else "\n"
    edited = _apply(text, _edits(text, places(text), changes), newline)
    if not _holds(text, edited, present, changes):
        first = ".".join(next(iter(changes)))
        raise MedpivotError(
            f"{name}: {first} is written in a form that cannot be changed here",
            "write it as a plain `key = value` under its own [table]",
        )
    return (mark + edited).encode()


def _edits(text: str, found: Places, changes: Mapping[Path, object]) -> list[Edit]:
    keys = {key.path: key for key in found.keys if not key.table.listed}
    edits: list[Edit] = []
    inline: dict[Path, Values] = {}
    new: dict[Path, Values] = {}
    for path, value in changes.items():
        holder = next((p for n in range(1, len(path)) if (p := path[:n]) in keys), None)
        if path in keys:
            edits += _removed(keys[path]) if value is None else _replaced(keys[path], value)
        elif holder is not None:
            held = inline.setdefault(holder, _inline_table(text, keys[holder]))
            _set(held, path[len(holder) :], value)
        elif value is not None:
            new.setdefault(path[:-1], {})[path[-1]] = value
    for path, table in inline.items():
        edits += _replaced(keys[path], table)
    unplaced: list[Edit] = []
    for path, table in new.items():
        added = _added(text, found, path, table)
        if added:
            edits.append(added)
        else:
            unplaced.append(_new_table(text, found, path, table))
    return edits + unplaced


def _removed(key: Key) -> list[Edit]:
    """Take the lines of a key away and leave its comments, each on a line of its own."""
    comments = [*key.inside, key.beside] if key.beside else key.inside
    return [(key.start, key.end, "".join(f"{key.indent}{one}\n" for one in comments))]


def _replaced(key: Key, value: object) -> list[Edit]:
    """Write another value, with the comments that stood within the old one above it."""
    above = "".join(f"{key.indent}{one}\n" for one in key.inside)
    return [(key.start, key.start, above), (key.first, key.last, toml_text.value(value))]


def _inline_table(text: str, key: Key) -> Values:
    value = tomllib.loads(f"v = {text[key.first : key.last]}")["v"]
    return value if isinstance(value, dict) else {}


def _added(text: str, found: Places, path: Path, values: Values) -> Edit | None:
    """New keys below the last of their table, in the way it is written; None without a table."""
    for table in found.tables:
        if table.path == path and not table.listed:
            indents = [key.indent for key in found.keys if key.table is table]
            return _below(text, table.end, indents[-1] if indents else "", (), values)
    for key in reversed(found.keys):
        if key.path[: len(path)] == path and len(key.table.path) < len(path):
            return _below(text, key.end, key.indent, path[len(key.table.path) :], values)
    return None


def _new_table(text: str, found: Places, path: Path, values: Values) -> Edit:
    """A table of its own: behind the table it belongs to, else at the end of the file."""
    within = path[:-1] if len(path) > _IN_A_COLLECTION else None
    ends = [table.end for table in found.tables if within and table.path[: len(within)] == within]
    at = max(ends, default=len(text))
    head = f"{_line_end(text, at)}\n[{toml_text.dotted(path)}]\n"
    return (at, at, head + _lines("", (), values))


def _below(text: str, at: int, indent: str, prefix: Path, values: Values) -> Edit:
    return (at, at, _line_end(text, at) + _lines(indent, prefix, values))


def _lines(indent: str, prefix: Path, values: Values) -> str:
    return "".join(
        f"{indent}{toml_text.dotted((*prefix, name))} = {toml_text.value(value)}\n"
        for name, value in values.items()
    )


def _line_end(text: str, at: int) -> str:
    """What ends the line before a place, where the file ends without it."""
    return "" if at == 0 or text[at - 1] == "\n" else "\n"


def _apply(text: str, edits: list[Edit], newline: str) -> str:
    parts: list[str] = []
    done = 0
    for start, end, instead in sorted(edits, key=lambda one: one[:2]):
        parts += [text[done:start], instead.replace("\n", newline)]
        done = end
    return "".join([*parts, text[done:]])


def _holds(old: str, new: str, expected: Values, changes: Mapping[Path, object]) -> bool:
    """Does the new text say what the old one said, with these changes and no other?"""
    try:
        if _parsed(new, float) == _changed(expected, changes):
            return True
        # `nan` is equal to nothing, not even to itself
        return _parsed(new, _comparable) == _changed(_parsed(old, _comparable), changes)
    except tomllib.TOMLDecodeError:
        return False


def _parsed(text: str, number: Callable[[str], object]) -> Values:
    return tomllib.loads(text.replace("\r\n", "\n"), parse_float=number)


def _comparable(text: str) -> object:
    return "nan" if text.endswith("nan") else float(text)


def _changed(table: Values, changes: Mapping[Path, object]) -> Values:
    for path, value in changes.items():
        _set(table, path, value)
    return table


def _set(table: Values, path: Path, value: object) -> None:
    """Set a value within nested tables, or take it away with None; the tables stay."""
    for name in path[:-1]:
        inner = table.get(name)
        if not isinstance(inner, dict):
            if value is None:
                return
            inner = table[name] = {}
        table = inner
    if value is None:
        table.pop(path[-1], None)
    else:
        table[path[-1]] = list(value) if isinstance(value, tuple) else value
