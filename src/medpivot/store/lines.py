"""The append-only log: one JSON object a line, so that adding reads nothing and copies can merge.

A line is `{"v":1,"op":"put"|"remove","id":...,"at":...,"entry":{...}}`. A `put` holds the whole
entry. Per id the line with the greatest `at` (real UTC) holds; of two with the same, the later.
"""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NoReturn, TypeAlias

from medpivot.errors import MedpivotError, Problem
from medpivot.reading.nesting import DEEPEST, too_deep
from medpivot.store.atomic import sync_folder
from medpivot.store.home import PRIVATE_FILE, set_mode
from medpivot.store.refusals import in_words, read_bytes

Entry: TypeAlias = dict[str, object]

ENDING = ".jsonl"
"""Ends the name of every log."""

VERSION = 1

MOST_NAMED = 100
"""Problems that are named one by one."""

_BINARY = getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `entry` put under `id` at a moment, or the id taken away when `entry` is None."""

    id: str
    at: datetime
    entry: Entry | None


@dataclass(frozen=True, slots=True)
class Lines:
    """What a log says now.

    `entries` holds the newest put per id, in the order the ids first appear, without those
    removed; `stamps` the moment of the newest line of every id, removed ones too; `numbers` the
    line, from 1, on which each entry stands; `problems` the lines that could not be read.
    """

    entries: Mapping[str, Entry]
    stamps: Mapping[str, datetime]
    numbers: Mapping[str, int]
    problems: tuple[Problem, ...]


def put(line_id: str, entry: Mapping[str, object], after: datetime | None = None) -> Line:
    """A line that puts a whole entry, later than `after`."""
    return Line(line_id, now(after), dict(entry))


def removal(line_id: str, after: datetime | None = None) -> Line:
    """A line that takes an entry away, later than `after`."""
    return Line(line_id, now(after), None)


def now(after: datetime | None = None) -> datetime:
    """The real time in UTC; just after `after` where this computer's clock is behind that."""
    now = datetime.now(UTC)
    if after is None or now > after:
        return now
    try:
        return after + timedelta(microseconds=1)
    except OverflowError:
        return after


def stamp(moment: datetime) -> str:
    """The moment as it is written: UTC to the microsecond, always as long."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def to_bytes(line: Line) -> bytes:
    """The line as it stands in the file, newline and all.

    Raises:
        MedpivotError: a figure is not a number, or a text holds half of a character: no file can
            keep either.
    """
    table: dict[str, object] = {
        "v": VERSION,
        "op": "remove" if line.entry is None else "put",
        "id": line.id,
        "at": stamp(line.at),
    }
    if line.entry is not None:
        table["entry"] = line.entry
    try:
        text = json.dumps(table, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        return text.encode() + b"\n"
    except UnicodeEncodeError:
        raise MedpivotError("a text holds half of a character", "type that part again") from None
    except ValueError:
        raise MedpivotError("a figure is not a number", "type that figure again") from None


def from_bytes(data: bytes) -> Line:
    """The line that stands in some bytes.

    Raises:
        ValueError: with the reason, where it is none.
    """
    return Line(*_parts(data))


def _parts(data: bytes) -> tuple[str, datetime, Entry | None]:
    """What a `Line` is made of; making one of each line of a long log takes too long."""
    table = _table(data)
    if not isinstance(table, dict):
        raise ValueError("not a line of this log")
    version = table.get("v")
    if version != VERSION:
        newer = isinstance(version, int) and version > VERSION
        raise ValueError("written by a newer medpivot" if newer else "not a line of this log")
    line_id, entry, operation = table.get("id"), table.get("entry"), table.get("op")
    if not isinstance(line_id, str) or not line_id:
        raise ValueError("has no id")
    at = _moment(table.get("at"))
    if operation == "remove":
        return line_id, at, None
    if operation != "put":
        raise ValueError("neither puts nor removes")
    if not isinstance(entry, dict):
        raise ValueError("has no entry")
    return line_id, at, entry


def _table(data: bytes) -> object:
    # of a file that is no log there are millions
    if not data.lstrip().startswith(b"{"):
        raise ValueError("not a whole line of this log")
    try:
        text = data.decode().strip(_BLANK)
        table, end = _DECODER.raw_decode(text)
        if end != len(text):
            raise ValueError("more than a table")  # noqa: TRY301  (one sentence for all of these)
        if "\\u" in text:
            json.dumps(table, ensure_ascii=False).encode()
    except UnicodeDecodeError:
        raise ValueError("not text in UTF-8") from None
    except UnicodeEncodeError:
        raise ValueError("holds half of a character") from None
    except (ValueError, RecursionError):
        raise ValueError("not a whole line of this log") from None
    if text.count("[") + text.count("{") > DEEPEST and too_deep(table):
        raise ValueError("nested too deeply to be read")
    return table


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


_DECODER = json.JSONDecoder(parse_constant=_refuse)
_BLANK = " \t\n\r"
"""What JSON takes for nothing around a table."""


def _moment(value: object) -> datetime:
    try:
        moment = datetime.fromisoformat(value)  # type: ignore[arg-type]
        if moment.tzinfo is UTC:
            return moment
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (TypeError, ValueError, OverflowError):
        raise ValueError("does not say when it was written") from None


def read(path: Path) -> Lines:
    """What the log says now; a log that is not there says nothing.

    Raises:
        MedpivotError: the system refuses to read the file.
    """
    return understood(read_bytes(path) or b"")


def understood(data: bytes) -> Lines:
    """What the bytes of a log say, in whatever order two copies were joined.

    A line that cannot be read never hides the others: it is `named` in `problems` and stays.
    """
    entries: dict[str, Entry | None] = {}
    stamps: dict[str, datetime] = {}
    numbers: dict[str, int] = {}
    problems: list[Problem] = []
    more = 0
    for number, written in numbered(data):
        try:
            line_id, at, entry = _parts(written)
        except ValueError as reason:
            more += len(problems) == MOST_NAMED
            if len(problems) < MOST_NAMED:
                problems.append(Problem(str(reason), line=number))
            continue
        if line_id in stamps and at < stamps[line_id]:
            continue
        entries[line_id] = entry
        stamps[line_id] = at
        numbers[line_id] = number
    present = {line_id: entry for line_id, entry in entries.items() if entry is not None}
    return Lines(present, stamps, numbers, named(problems, more))


def named(problems: Sequence[Problem], more: int = 0) -> tuple[Problem, ...]:
    """The first hundred problems, and one that counts the others and `more`."""
    more += len(problems[MOST_NAMED:])
    rest = [Problem(f"and {more:,} more; medpivot data check names all")] if more else []
    return (*problems[:MOST_NAMED], *rest)


def numbered(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Every line that is not blank, numbered from 1; only the newline byte ends a line."""
    lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    return ((number, line) for number, line in enumerate(lines, start=1) if line.strip())


def append(path: Path, data: bytes) -> None:
    """Add whole lines at the end, in one write, and flush them; on failure nothing is added.

    A last line that was left without its newline gets one first, so that it never swallows the
    new one. Reads no more than the last byte. Only under the lock.

    Raises:
        MedpivotError: the system refuses.
    """
    with in_words(path):
        existed = path.exists()
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | _BINARY, PRIVATE_FILE)
        try:
            if not existed:
                set_mode(path, PRIVATE_FILE)
            _add(handle, os.fstat(handle).st_size, data)
        finally:
            os.close(handle)
        if not existed:
            sync_folder(path.resolve().parent)


def _add(handle: int, length: int, data: bytes) -> None:
    if length:
        os.lseek(handle, length - 1, os.SEEK_SET)
        if os.read(handle, 1) != b"\n":
            data = b"\n" + data
    rest = memoryview(data)
    try:
        # one write; a second only where the system took a part, to hear its reason
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    except BaseException:
        os.ftruncate(handle, length)
        raise
