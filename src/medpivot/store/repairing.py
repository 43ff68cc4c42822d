"""Repairing what is certain, each time as a step that can be undone; nothing is thrown away."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from medpivot.store import atomic, journal, lines
from medpivot.store.fingerprint import digest
from medpivot.store.home import make_private
from medpivot.store.kinds import Kind, Known, known
from medpivot.store.lines import Lines
from medpivot.store.log_parts import parts_of, without
from medpivot.store.refusals import in_words, read_bytes
from medpivot.store.writing import Change, writing

ASIDE = "aside-"
"""Begins the name of what was set aside in `history/`; undo passes it over."""


@dataclass(slots=True)
class Repairs:
    """What was repaired and what else the person should know, in sentences."""

    done: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def repair(home: Path, kinds: Sequence[Kind]) -> Repairs:
    """Repair what `check` says can be repaired: torn ends and git's marks in logs, and copies.

    Raises:
        MedpivotError: the system refuses; each file is as it was, or repaired.
    """
    repairs = Repairs()
    if not home.is_dir():
        return repairs
    unfinished = [*home.glob(f"{atomic.UNFINISHED}*"), *_in_history(home)]
    with writing(home, "data check --repair: damaged lines") as change:
        repairs.notes += change.notes
        repairs.done += [f"{one.name}: removed" for one in unfinished if not one.exists()]
        for name, of in _named(home, kinds, "own"):
            if of.kind.is_log:
                _mend(change, name, repairs)
    with writing(home, "data check --repair: copies") as change:
        merged: dict[str, Lines] = {}
        for name, of in _named(home, kinds, "copy"):
            if of.kind.is_log:
                log = merged.get(of.original) or lines.read(home / of.original)
                merged[of.original] = _merge(change, name, of.original, log, repairs)
            else:
                _drop_the_same(change, name, of.original, repairs)
    return repairs


def _in_history(home: Path) -> list[Path]:
    return list((home / journal.FOLDER).glob(f"{atomic.UNFINISHED}*"))


def _named(home: Path, kinds: Sequence[Kind], way: str) -> list[tuple[str, Known]]:
    with in_words(home, "read"):
        names = sorted(path.name for path in home.iterdir() if path.is_file())
    found = [(name, known(kinds, name)) for name in names]
    return [(name, of) for name, of in found if of is not None and of.way == way]


def _mend(change: Change, name: str, repairs: Repairs) -> None:
    """Take the torn last line and the marks of git out of a log."""
    data = read_bytes(change.home / name) or b""
    parts = parts_of(data)
    out = set(parts.markers)
    if parts.torn:
        out.add(parts.torn.number)
        aside = _set_aside(change.home, name, parts.torn.data)
        repairs.done.append(f"{name}, line {parts.torn.number}: set aside as {aside}")
    if out:
        change.replace(change.home / name, without(data, out), expected=digest(data))
    repairs.done += [f"{name}, line {number}: taken out" for number in parts.markers]


def _merge(change: Change, name: str, original: str, log: Lines, repairs: Repairs) -> Lines:
    """Add to a log what only its copy says, and remove the copy. Returns what the log says then.

    What cannot be read, and what contradicts the log at the very same moment, is set aside.
    """
    path = change.home / name
    data = read_bytes(path) or b""
    parts = parts_of(data)
    entries, stamps = dict(log.entries), dict(log.stamps)
    unclear = parts.broken
    count = 0
    for _, line in parts.newest:
        there = stamps.get(line.id)
        if there is not None and line.at <= there:
            if line.at == there and line.entry != entries.get(line.id):
                unclear.append(lines.to_bytes(line).rstrip())
            continue
        change.append(change.home / original, line, entries.get(line.id))
        stamps[line.id] = line.at
        count += 1
        if line.entry is None:
            entries.pop(line.id, None)
        else:
            entries[line.id] = line.entry
    added = f"{count} of its entries added to {original}" if count else "nothing in it was new"
    said = f"{name}: {added}, and the copy removed"
    if unclear:
        aside = _set_aside(change.home, name, b"".join(one + b"\n" for one in unclear))
        said += f"; {aside} keeps what could not be read"
    change.remove(path, expected=digest(data))
    repairs.done.append(said)
    return Lines(entries, stamps, {}, ())


def _drop_the_same(change: Change, name: str, original: str, repairs: Repairs) -> None:
    data = read_bytes(change.home / name) or b""
    if data == read_bytes(change.home / original):
        change.remove(change.home / name, expected=digest(data))
        repairs.done.append(f"{name}: removed, {original} says exactly the same")


def _set_aside(home: Path, name: str, data: bytes) -> str:
    """Keep some bytes in `history/`; the name under which they are kept."""
    folder = home / journal.FOLDER
    path = folder / f"{ASIDE}{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}-{name}"
    with in_words(path):
        make_private(folder)
        atomic.write_new(path, data)
        atomic.sync_folder(folder)
    return f"{journal.FOLDER}/{path.name}"
