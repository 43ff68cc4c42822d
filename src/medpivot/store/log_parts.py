"""The lines of a log by what they are: good, torn, left by git, or broken in another way."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from medpivot.store import lines
from medpivot.store.lines import Entry, Line

_MARKER: Final = re.compile(rb"(?:<{7}|>{7}|\|{7})(?: [^\n]*)?|={7}")
_SIDE: Final = re.compile(rb"^(?:<{7}|>{7}|\|{7})(?: [^\r\n]*)?\r*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Bad:
    """A line that could not be read: its number from 1, its bytes without the newline, and why."""

    number: int
    data: bytes
    reason: str


@dataclass(frozen=True, slots=True)
class LogParts:
    """All lines of a log that are not blank.

    `markers` are the numbers of the lines with which git marks two versions, `torn` is a last
    line that was cut off before its newline. `twice` counts the lines that stand there already,
    `earlier` those written before the line above them: both are left by joining two copies.
    """

    good: tuple[tuple[int, Line], ...]
    markers: tuple[int, ...]
    torn: Bad | None
    bad: tuple[Bad, ...]
    twice: int
    earlier: int

    @property
    def newest(self) -> list[tuple[int, Line]]:
        """The line that counts for each id with its number, the first written first."""
        newest: dict[str, tuple[int, Line]] = {}
        for number, line in self.good:
            if line.id not in newest or line.at >= newest[line.id][1].at:
                newest[line.id] = (number, line)
        return sorted(newest.values(), key=lambda one: one[1].at)

    @property
    def entries(self) -> dict[str, Entry]:
        """The entries that are there now, by id."""
        return {line.id: line.entry for _, line in self.newest if line.entry is not None}

    @property
    def broken(self) -> list[bytes]:
        """Every line that could not be read, in order, the torn one last."""
        return [one.data for one in (*self.bad, *([self.torn] if self.torn else []))]


def parts_of(data: bytes) -> LogParts:
    """The lines in the bytes of a log, sorted out."""
    good: list[tuple[int, Line]] = []
    bad: list[Bad] = []
    markers: list[int] = []
    seen: set[bytes] = set()
    twice = earlier = 0
    for number, written in lines.numbered(data):
        if _is_marker(written):
            markers.append(number)
            continue
        try:
            line = lines.from_bytes(written)
        except ValueError as reason:
            bad.append(Bad(number, written, str(reason)))
            continue
        twice += written in seen
        earlier += bool(good) and line.at < good[-1][1].at
        seen.add(written)
        good.append((number, line))
    torn = bad.pop() if bad and _is_cut_off(data, bad[-1]) else None
    return LogParts(tuple(good), tuple(markers), torn, tuple(bad), twice, earlier)


def _is_marker(line: bytes) -> bool:
    """Is it a line with which git marks where two versions begin and end?"""
    return _MARKER.fullmatch(line.rstrip(b"\r")) is not None


def first_marker(data: bytes) -> int | None:
    """The first line of a file with which git marks the beginning or end of a version, if any."""
    found = _SIDE.search(data)
    return data.count(b"\n", 0, found.start()) + 1 if found else None


def _is_cut_off(data: bytes, last: Bad) -> bool:
    return not data.endswith(b"\n") and last.number == data.count(b"\n") + 1


def without(data: bytes, numbers: Collection[int]) -> bytes:
    """The bytes of a log without some of its lines; the others stay byte for byte."""
    *whole, rest = data.split(b"\n")
    every = [*(line + b"\n" for line in whole), rest]
    return b"".join(line for number, line in enumerate(every, start=1) if number not in numbers)
