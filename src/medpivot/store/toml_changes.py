"""Which keys of a TOML file have to be written so that it says what a table says."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from medpivot.store.toml_places import Path as Keys

Table: TypeAlias = Mapping[str, object]


def differences(before: Table, after: Table, written: Table) -> dict[Keys, object]:
    """The keys to write so that a file which said `before` says `after`; None takes one away.

    `written` is the table as it stands in the file: with unknown keys, which stay, and without
    those the reader filled in. In a table that differs every key is held against the file, because
    one that the file leaves out may follow from another. A table in a table, such as
    `[person.ID]`, is one of a collection: new ones come last, and none may be missing.

    Raises:
        ValueError: one of a collection is missing in `after`; no table is ever deleted.
    """
    changes: dict[Keys, object] = {}
    collections = {key for key in (*before, *after) if _collects(before, key, after)}
    old, new = _parts(before, collections), _parts(after, collections)
    for path, part in new.items():
        if part != old.get(path, {}):
            # at the top, a key of one's own must not be held against the file
            there = old.get((), {}) if not path else _at(written, path)
            changes |= dict(_changed(old.get(path, {}), part, there, path))
    for path, part in old.items():
        if path not in new:
            if len(path) > 1:
                raise ValueError(f"{' '.join(path)} is missing: tables are never deleted")
            changes |= dict(_changed(part, {}, _at(written, path), path))
    return changes


def _collects(before: Table, key: str, after: Table) -> bool:
    """Are there only tables under that key, before and after?"""
    return all(
        isinstance(one, Mapping) and all(isinstance(inner, Mapping) for inner in one.values())
        for one in (before.get(key, {}), after.get(key, {}))
    )


def _parts(table: Table, collections: set[str]) -> dict[Keys, Table]:
    """The plain keys of the top, each single table, and each table of a collection."""
    parts: dict[Keys, Table] = {
        (): {key: one for key, one in table.items() if not isinstance(one, Mapping)}
    }
    for key, one in table.items():
        if not isinstance(one, Mapping):
            continue
        if key in collections:
            parts |= {(key, name): inner for name, inner in one.items()}
        else:
            parts[key,] = one
    return parts


def _at(table: Table, path: Keys) -> Table:
    here: object = table
    for name in path:
        here = here.get(name) if isinstance(here, Mapping) else None
    return here if isinstance(here, Mapping) else {}


def _changed(old: Table, new: Table, written: Table, path: Keys) -> Iterator[tuple[Keys, object]]:
    there = dict(_leaves(written, path))
    wanted = dict(_leaves(new, path))
    for key, value in wanted.items():
        if key not in there or there[key] != value:
            yield key, value
    for key, _ in _leaves(old, path):
        if key not in wanted and key in there:
            yield key, None


def _leaves(table: Table, path: Keys) -> Iterator[tuple[Keys, object]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, (*path, key))
        else:
            yield (*path, key), value
