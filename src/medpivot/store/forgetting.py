"""Erasing for good: the one exception to "nothing is lost".

The history goes first and the file itself last, so that a command which is cut short can be run
again and finds what is left.
"""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from medpivot.domain.harmless import one_line
from medpivot.errors import MedpivotError
from medpivot.store import atomic, journal, rollback
from medpivot.store.erasures import CannotErase, Erasure, LogEntry, OneTable, free_words
from medpivot.store.forgettable import Forgettable, find, versions
from medpivot.store.journal import Step
from medpivot.store.kinds import Kind, known
from medpivot.store.locking import NAME, locked
from medpivot.store.refusals import in_words, read_bytes
from medpivot.store.repairing import ASIDE
from medpivot.store.touches import LogLines, Touch, WholeFile

WORDLESS = "a change whose words were erased"
"""Stands in the history for what a step said it did."""

_LOOKED_FOR = 40
_ASIDE_NAME = re.compile(rf"{ASIDE}[0-9TZ]+-(?P<name>.+)", re.ASCII | re.DOTALL)


@dataclass(slots=True)
class Erased:
    """What was done: files changed or removed, steps of the history changed or removed.

    `still` are places that name it and could not be, or are not to be, changed: file and line.
    """

    files: list[str] = field(default_factory=list)
    steps_changed: int = 0
    steps_removed: int = 0
    still: list[tuple[str, int]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def forget(home: Path, kinds: Sequence[Kind], key: str) -> Erased:
    """Erase the one thing of that full name, in the files and in the history.

    Raises:
        MedpivotError: it is not there any more, or the system refuses; the command can be run
            again then.
    """
    with locked(home):
        erased = Erased(notes=rollback.recover(home))
        thing = find(home, kinds, key)
        if thing.erasure is None:
            _whole_history(home, kinds, erased)
            return erased
        words = _words(home, kinds, thing)
        _history(home, thing.erasure, words, erased)
        _aside(home, thing.erasure, erased)
        for way in ("kept", "copy", "own"):
            for path, original in _files(home, kinds, way):
                _one(path, path.name, original, thing.erasure, erased)
        erased.still = list(_still(home, words))
    return erased


def _words(home: Path, kinds: Sequence[Kind], thing: Forgettable) -> set[str]:
    """What is looked for: its id, and the beginning of every text of one's own in any version."""
    if thing.erasure is None:
        return set()
    whole = versions(home, kinds)
    parts = [thing.erasure.part(name, data) for name, data in whole.files]
    parts += [dict(entry) for log, one, entry in whole.lines if thing.erasure.has_line(log, one)]
    found = {one for part in parts for one in free_words(part)}
    if isinstance(thing.erasure, LogEntry):
        found.add(thing.erasure.id)
    elif isinstance(thing.erasure, OneTable):
        found.add(thing.erasure.path[-1])
    escaped = (json.dumps(one, ensure_ascii=False)[1:-1] for one in found)
    return {one_line(one)[:_LOOKED_FOR] for one in (*found, *escaped)}


def _history(home: Path, erasure: Erasure, words: set[str], erased: Erased) -> None:
    for one in journal.filed(home):
        try:
            step = journal.read(one)
        except MedpivotError:
            # nobody can use it, and what it holds cannot be told apart
            if _mentions((read_bytes(one.path) or b"").decode(errors="replace"), words):
                _unlink(one.path)
                erased.steps_removed += 1
            continue
        left = _without(step, erasure, words)
        if left is None:
            _unlink(one.path)
            erased.steps_removed += 1
        elif left != step:
            journal.rewrite(one, left)
            erased.steps_changed += 1


def _without(step: Step, erasure: Erasure, words: set[str]) -> Step | None:
    """The step as if the thing had never been; None where nothing is left of it."""
    touches: list[Touch] = []
    what = WORDLESS if _mentions(step.what, words) else step.what
    for touch in step.touches:
        if isinstance(touch, LogLines):
            left = _lines_left(touch, erasure)
            touches += [left] if left.added else []
            continue
        try:
            before, after = (
                None if data is None else erasure.without(touch.name, data)
                for data in (touch.before, touch.after)
            )
        except CannotErase:
            what = WORDLESS
            continue
        parts = [
            erasure.part(touch.name, data) if data else None for data in (touch.before, touch.after)
        ]
        if parts[0] != parts[1]:
            what = WORDLESS
        if before != after:
            touches.append(WholeFile(touch.name, before, after))
    if not touches and step.touches:
        return None
    return Step(what, step.at, tuple(touches), step.turn, step.number, step.state)


def _lines_left(touch: LogLines, erasure: Erasure) -> LogLines:
    pairs = [
        (line, before)
        for line, before in zip(touch.added, touch.previous, strict=True)
        if not erasure.has_line(touch.name, line.id)
    ]
    added, previous = (tuple(one[place] for one in pairs) for place in (0, 1))
    return LogLines(touch.name, added, previous, touch.offset)  # type: ignore[arg-type]


def _aside(home: Path, erasure: Erasure, erased: Erased) -> None:
    """Erase it in what `data check --repair` set aside."""
    folder = home / journal.FOLDER
    with in_words(folder, "read"):
        paths = sorted(folder.iterdir()) if folder.is_dir() else []
    for path in paths:
        match = _ASIDE_NAME.fullmatch(path.name)
        if match:
            _one(path, f"{journal.FOLDER}/{path.name}", match["name"], erasure, erased)


def _files(home: Path, kinds: Sequence[Kind], way: str) -> Iterator[tuple[Path, str]]:
    with in_words(home, "read"):
        paths = sorted(path for path in home.iterdir() if path.is_file())
    for path in paths:
        of = known(kinds, path.name)
        if of is not None and of.way == way:
            yield path, of.original


def _one(path: Path, name: str, original: str, erasure: Erasure, erased: Erased) -> None:
    """Erase it in one file, which is read as a version of `original`.

    Raises:
        MedpivotError: the file is the present one, and it cannot be taken out of it.
    """
    data = read_bytes(path) or b""
    try:
        left = erasure.without(original, data)
    except CannotErase as reason:
        if name != original:
            return
        raise MedpivotError(
            f"{name}: {reason}, so it cannot be taken out here",
            "take it out in an editor, then medpivot data forget history",
        ) from None
    if left == data:
        return
    erased.files.append(name)
    if left is None or (not left.strip() and name != original):
        _unlink(path)
    else:
        with in_words(path):
            atomic.write(path, left)


def _whole_history(home: Path, kinds: Sequence[Kind], erased: Erased) -> None:
    folder = home / journal.FOLDER
    with in_words(folder, "read"):
        paths = sorted(folder.iterdir())
    erased.steps_removed = len(journal.filed(home))
    for path in paths:
        _unlink(path)
    for path, _ in _files(home, kinds, "kept"):
        erased.files.append(path.name)
        _unlink(path)


def _unlink(path: Path) -> None:
    with in_words(path, "remove"):
        atomic.remove(path)


def _still(home: Path, words: set[str]) -> Iterator[tuple[str, int]]:
    """Every line of the folder in which one of the words still stands."""
    for path in sorted(home.rglob("*")):
        if path.is_symlink() or not path.is_file() or path.name == NAME:
            continue
        with suppress(MedpivotError):
            text = (read_bytes(path) or b"").decode(errors="replace")
            for number, line in enumerate(text.split("\n"), start=1):
                if _mentions(line, words):
                    yield str(path.relative_to(home)), number


def _mentions(text: str, words: set[str]) -> bool:
    """Does the text hold one of the words, with its line ends folded?"""
    folded = one_line(text)
    return any(word in folded for word in words)
