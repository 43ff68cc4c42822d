"""What one step did to one file: enough to see whether it happened, and to turn it round."""

import base64
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal, TypeAlias

from medpivot.errors import MedpivotError
from medpivot.store import atomic, lines
from medpivot.store.fingerprint import digest
from medpivot.store.home import HISTORY
from medpivot.store.lines import Entry, Line
from medpivot.store.put_back import put_back
from medpivot.store.refusals import in_words, read_bytes

Place: TypeAlias = Literal["before", "after", "other"]

_NAMED = 10
"""Entries that are named one by one; more are counted."""


def changed_since(name: str, *, gone: bool) -> MedpivotError:
    """The refusal to touch a file that somebody else has changed or taken away."""
    if gone:
        return MedpivotError(
            f"{name} is no longer there", "put it back where it was, then run the command again"
        )
    return MedpivotError(
        f"{name} was changed by another program since it was read",
        "save and close it there, then run the command again",
    )


@dataclass(frozen=True, slots=True)
class WholeFile:
    """A file that was made, replaced or removed; None stands for no file."""

    name: str
    before: bytes | None
    after: bytes | None

    def place(self, home: Path) -> Place:
        """Does the file stand as it was before, as it was left, or as somebody else made it?"""
        present = read_bytes(home / self.name)
        if present == self.after:
            return "after"
        return "before" if present == self.before else "other"

    def ready(self, home: Path) -> "WholeFile":
        """Is it safe to go ahead: is the file still as it was when this was decided?

        Raises:
            MedpivotError: it is not, or cannot be read.
        """
        present = read_bytes(home / self.name)
        if present != self.before:
            raise changed_since(self.name, gone=present is None)
        return self

    def go(self, home: Path) -> None:
        """Write, replace or remove the file, unless it was changed a moment ago.

        Raises:
            MedpivotError: it was, or the system refuses; the file is whole in any case.
        """
        self.ready(home)
        path = home / self.name
        with in_words(path):
            if self.after is None:
                atomic.remove(path)
            else:
                atomic.write(path, self.after)

    def turned(self) -> "WholeFile":
        """The same the other way round."""
        return WholeFile(self.name, self.after, self.before)

    def take_back(self, home: Path) -> None:
        """Put the file back; `place` must have said `after`."""
        self.turned().go(home)

    def would(self) -> tuple[str, ...]:
        """What taking it back does, in words."""
        if self.before is None:
            return (f"{self.name} is taken away again",)
        if self.after is None:
            return (f"{self.name} comes back",)
        return (put_back(self.name, self.after, self.before),)

    def to_table(self) -> dict[str, object]:
        """The table that `from_table` reads."""
        return {"name": self.name, "before": _kept(self.before), "after": _kept(self.after)}


@dataclass(frozen=True, slots=True)
class LogLines:
    """Lines that were added to a log.

    `previous` holds, line by line, the entry that the id had before, None where it had none.
    `offset` is the length of the file in bytes before the lines were added.
    """

    name: str
    added: tuple[Line, ...]
    previous: tuple[Entry | None, ...]
    offset: int = 0

    @property
    def data(self) -> bytes:
        """The lines as they stand in the file."""
        return b"".join(lines.to_bytes(line) for line in self.added)

    def place(self, home: Path) -> Place:
        """Are the lines in the log? Moment and id make them like no others."""
        return "after" if self.data in (read_bytes(home / self.name) or b"") else "before"

    def ready(self, home: Path) -> "LogLines":
        """The same lines, with the place at which they will stand."""
        with in_words(home / self.name, "read"):
            try:
                length = (home / self.name).stat().st_size
            except FileNotFoundError:
                length = 0
        return LogLines(self.name, self.added, self.previous, length)

    def go(self, home: Path) -> None:
        """Add the lines.

        Raises:
            MedpivotError: the system refuses; nothing was added.
        """
        lines.append(home / self.name, self.data)

    def turned(self) -> "LogLines":
        """Lines that say the opposite, the last first; they count only once `renewed`."""
        pairs = list(zip(self.added, self.previous, strict=True))[::-1]
        return LogLines(
            self.name,
            tuple(Line(line.id, line.at, before) for line, before in pairs),
            tuple(line.entry for line, _ in pairs),
        )

    def renewed(self, stamps: Mapping[str, datetime]) -> "LogLines":
        """The same lines written now: later than any line the log has for their ids."""
        latest = dict(stamps)
        added: list[Line] = []
        for line in self.added:
            latest[line.id] = lines.now(latest.get(line.id))
            added.append(Line(line.id, latest[line.id], line.entry))
        return LogLines(self.name, tuple(added), self.previous, self.offset)

    def take_back(self, home: Path) -> None:
        """Cut the lines off where they are the last, else answer them with their opposite."""
        if not self.cut_off(home):
            self.turned().renewed(lines.read(home / self.name).stamps).go(home)

    def cut_off(self, home: Path) -> bool:
        """Shorten the log to what it was, if only these lines, or a part of them, were added."""
        path = home / self.name
        rest = (read_bytes(path) or b"")[self.offset :]
        if not rest or not any(whole.startswith(rest) for whole in (self.data, b"\n" + self.data)):
            return False
        with in_words(path), path.open("r+b") as file:
            file.truncate(self.offset)
            os.fsync(file.fileno())
        return True

    def would(self) -> tuple[str, ...]:
        """What taking them back does, in words; many lines, as of an import, as one sentence."""
        if len(self.added) > _NAMED:
            count = f"{len(self.added):,} entries"
            if all(before is None for before in self.previous):
                return (f"{count} are taken out of {self.name}",)
            return (f"{count} in {self.name} are again what they were",)
        return tuple(
            _answer(self.name, line, before)
            for line, before in zip(self.added, self.previous, strict=True)
        )

    def to_table(self) -> dict[str, object]:
        """The table that `from_table` reads."""
        return {
            "name": self.name,
            "lines": [json.loads(lines.to_bytes(line)) for line in self.added],
            "previous": list(self.previous),
            "offset": self.offset,
        }


Touch: TypeAlias = WholeFile | LogLines


def _answer(name: str, line: Line, before: Entry | None) -> str:
    title = (line.entry or before or {}).get("title")
    which = f"{title!r} ({line.id})" if isinstance(title, str) else line.id
    if before is None:
        return f"{which} is taken out of {name}"
    if line.entry is None:
        return f"{which} is again in {name}"
    return f"{which} in {name} is again what it was"


def _kept(data: bytes | None) -> dict[str, str] | None:
    """Bytes for a JSON file: readable where they are text."""
    if data is None:
        return None
    try:
        return {"sha256": digest(data), "text": data.decode()}
    except UnicodeDecodeError:
        return {"sha256": digest(data), "base64": base64.b64encode(data).decode()}


def _bytes(kept: object) -> bytes | None:
    if kept is None:
        return None
    if not isinstance(kept, Mapping):
        raise TypeError
    if "text" in kept:
        data: bytes = kept["text"].encode()
    else:
        data = base64.b64decode(kept["base64"], validate=True)
    if digest(data) != kept["sha256"]:
        raise ValueError("not the bytes that were kept")
    return data


def from_table(table: Mapping[str, object]) -> Touch:
    """The touch that `to_table` wrote.

    Raises:
        ValueError, KeyError, TypeError, AttributeError: it is damaged, or names a file elsewhere.
    """
    name = table["name"]
    if not isinstance(name, str) or not own_name(name):
        raise ValueError(name)
    if "lines" not in table:
        return WholeFile(name, _bytes(table["before"]), _bytes(table["after"]))
    return _log_lines(name, table["lines"], table["previous"], table["offset"])


def _log_lines(name: str, written: object, previous: object, offset: object) -> LogLines:
    if not isinstance(written, list) or not isinstance(previous, list):
        raise TypeError
    if len(written) != len(previous) or not isinstance(offset, int) or offset < 0:
        raise ValueError(name)
    added = tuple(lines.from_bytes(json.dumps(line).encode()) for line in written)
    return LogLines(name, added, tuple(previous), offset)


def own_name(name: str) -> bool:
    """Is it the plain name of a file of the folder itself: no path, no hidden file, no drive?

    That of the history is none, in whatever case, because some disks take them for one. A name
    that is not text in UTF-8 is none either: no JSON file could keep it.
    """
    if not name or name.startswith(".") or set(name) & set("/\\:\0"):
        return False
    if name.casefold() == HISTORY:
        return False
    return not any("\ud800" <= character <= "\udfff" for character in name)
