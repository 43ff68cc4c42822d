"""What can be erased, and what any file looks like without it: the file now, and each older one.

An erasure is applied in the same way to a file, to the versions of it that `history/` holds and
to those kept beside it, so that undo still fits together afterwards.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from medpivot.errors import MedpivotError
from medpivot.reading.toml import parse
from medpivot.store import toml_edit
from medpivot.store.log_parts import parts_of, without
from medpivot.store.toml_cut import without_table
from medpivot.store.toml_edit import Values
from medpivot.store.toml_places import Path


class CannotErase(ValueError):
    """A file is written in a way that nothing can be taken out of it without a guess."""


class Erasure(Protocol):
    """Something that is to be erased wherever it stands."""

    def without(self, name: str, data: bytes) -> bytes | None:
        """The bytes of a file without it, None where the whole file goes; else as they are.

        Raises:
            CannotErase: it may be in there and cannot be taken out.
        """
        ...

    def part(self, name: str, data: bytes) -> object:
        """What stands in a file of it, or None; for its words, and to see whether it changed."""
        ...

    def has_line(self, name: str, line_id: str) -> bool:
        """Is the line of that id, in the log of that name, one of its lines?"""
        ...


@dataclass(frozen=True, slots=True)
class WholeOne:
    """A file as a whole."""

    name: str

    def without(self, name: str, data: bytes) -> bytes | None:
        """No bytes at all of that file."""
        return None if name == self.name else data

    def part(self, name: str, data: bytes) -> object:
        """All of the file; its words are not looked for elsewhere."""
        return data if name == self.name else None

    def has_line(self, name: str, line_id: str) -> bool:  # noqa: ARG002
        """Every line of that file."""
        return name == self.name


@dataclass(frozen=True, slots=True)
class LogEntry:
    """An entry of a log, in all its versions, with what is left of lines that name its id."""

    log: str
    id: str

    def without(self, name: str, data: bytes) -> bytes | None:
        """The log without the lines of that id."""
        if name != self.log or self.id.encode() not in data:
            return data
        parts = parts_of(data)
        out = {number for number, line in parts.good if line.id == self.id}
        broken = (*parts.bad, *([parts.torn] if parts.torn else []))
        out |= {one.number for one in broken if self.id.encode() in one.data}
        return without(data, out)

    def part(self, name: str, data: bytes) -> object:
        """Every version of the entry."""
        if name != self.log:
            return None
        return [line.entry for _, line in parts_of(data).good if line.id == self.id] or None

    def has_line(self, name: str, line_id: str) -> bool:
        """The lines of that id."""
        return (name, line_id) == (self.log, self.id)


@dataclass(frozen=True, slots=True)
class OneTable:
    """One table of a collection, such as a person, with all in it."""

    file: str
    path: Path

    def without(self, name: str, data: bytes) -> bytes | None:
        """The file without that table."""
        if name != self.file:
            return data
        try:
            return without_table(data, self.path)
        except ValueError as reason:
            raise CannotErase(str(reason)) from None

    def part(self, name: str, data: bytes) -> object:
        """The table."""
        return _at(_table(data), self.path) if name == self.file else None

    def has_line(self, name: str, line_id: str) -> bool:  # noqa: ARG002
        """No file of tables is a log."""
        return False


@dataclass(frozen=True, slots=True)
class Notes:
    """What a person typed about a milestone, in every plan; one of their own goes altogether.

    `is_plan` tells a plan by its name.
    """

    milestone: str
    is_plan: Callable[[str], bool]

    def without(self, name: str, data: bytes) -> bytes | None:
        """The plan without the note and the reason, or without the person's own milestone."""
        if not self.is_plan(name) or self.milestone.encode() not in data:
            return data
        here = ("milestone", self.milestone)
        table = _table(data)
        if table is None:
            raise CannotErase(f"{name} cannot be read")
        one = _at(table, here)
        changes: dict[Path, object] = {}
        own = isinstance(one, Mapping) and one.get("own") is True
        if isinstance(one, Mapping) and not own:
            changes = {(*here, key): None for key in _TYPED if key in one}
        if own:
            changes = dict(_without_waiting(table, self.milestone))
        if not changes and not own:
            return data
        try:
            edited = toml_edit.edit(data, parse(data, name), changes, name) if changes else data
            return without_table(edited, here) if own else edited
        except (MedpivotError, ValueError) as reason:
            raise CannotErase(str(reason)) from None

    def part(self, name: str, data: bytes) -> object:
        """The note and the reason, or all of an own milestone."""
        if not self.is_plan(name):
            return None
        one = _at(_table(data), ("milestone", self.milestone))
        if not isinstance(one, Mapping) or one.get("own") is True:
            return one
        return [one[key] for key in _TYPED if key in one] or None

    def has_line(self, name: str, line_id: str) -> bool:  # noqa: ARG002
        """No plan is a log."""
        return False


_TYPED = ("note", "skipped_why")


def _without_waiting(table: Values, milestone_id: str) -> dict[Path, object]:
    """Every `after` that names a milestone, without it."""
    milestones = table.get("milestone")
    found: dict[Path, object] = {}
    for key, one in milestones.items() if isinstance(milestones, dict) else ():
        waits = one.get("after") if isinstance(one, dict) else None
        if isinstance(waits, list) and milestone_id in waits and key != milestone_id:
            rest = [other for other in waits if other != milestone_id]
            found["milestone", key, "after"] = rest or None
    return found


@lru_cache(maxsize=256)
def _table(data: bytes) -> Values | None:
    """What a TOML file holds, not to be changed; None where it cannot be read."""
    try:
        return parse(data, "")
    except MedpivotError:
        return None


def _at(table: object, path: Path) -> object:
    for name in path:
        table = table.get(name) if isinstance(table, Mapping) else None
    return table


def free_words(part: object) -> set[str]:
    """The texts of one's own in some part of a file: those of more than one word."""
    if isinstance(part, str):
        return {part} if len(part.split()) > 1 else set()
    if isinstance(part, Mapping):
        part = list(part.values())
    if isinstance(part, list | tuple):
        return {word for one in part for word in free_words(one)}
    return set()
