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
from medpivot.store.erasures import CannotErase, Erasure, LogEntry, OneTable, WholeOne, free_words
from medpivot.store.forgettable import Forgettable, find, versions
from medpivot.store.journal import Step
from medpivot.store.kinds import Kind, Way, known, original
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

    `still` are places that name it even now, file and line: what could not be read, and files
    and entries that happen to hold the same words.
    """

    files: list[str] = field(default_factory=list)
    steps_changed: int = 0
    steps_removed: int = 0
    still: list[tuple[str, int]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def forget(home: Path, kinds: Sequence[Kind], key: str) -> Erased:
    """Erase the one thing of that full name, in the files and in the history.

    Raises:
        MedpivotError: it is not there any more, it cannot be taken out of its file, or the
            system refuses; the command can be run again then.
    """
    with locked(home):
        erased = Erased(notes=rollback.recover(home))
        thing = find(home, kinds, key)
        if thing.erasure is None:
            _forget_history(home, kinds, erased)
            return erased
        words = _words(home, kinds, thing)
        work = _Forgetting(home, kinds, thing.erasure, words, erased)
        work.in_history()
        for way in ("kept", "copy", "own"):
            work.in_files(way)
        erased.still = list(_still(home, words))
    return erased


@dataclass(frozen=True, slots=True)
class _Forgetting:
    """One erasure in every place; `words` are the beginnings of the texts that must go."""

    home: Path
    kinds: Sequence[Kind]
    erasure: Erasure
    words: set[str]
    erased: Erased
    done: dict[tuple[str, bytes], bytes | None] = field(default_factory=dict)
    """What was worked out already: one step leaves what the next one finds."""

    def in_history(self) -> None:
        """Steps, and what `data check --repair` set aside."""
        for one in journal.filed(self.home):
            try:
                step = journal.read(one)
            except MedpivotError:
                # nobody can use it, and what it holds cannot be told apart
                names = {self.erasure.name} if isinstance(self.erasure, WholeOne) else self.words
                if _mentions((read_bytes(one.path) or b"").decode(errors="replace"), names):
                    _unlink(one.path)
                    self.erased.steps_removed += 1
                continue
            left = self._without(step)
            if left is None:
                _unlink(one.path)
                self.erased.steps_removed += 1
            elif left != step:
                journal.rewrite(one, left)
                self.erased.steps_changed += 1
        folder = self.home / journal.FOLDER
        with in_words(folder, "read"):
            paths = sorted(folder.iterdir()) if folder.is_dir() else []
        for path in paths:
            if match := _ASIDE_NAME.fullmatch(path.name):
                name = f"{journal.FOLDER}/{path.name}"
                self._in_one(path, name, original(self.kinds, match["name"]))

    def in_files(self, way: Way) -> None:
        """The files of the folder: kept from others, copies of others, or the present ones."""
        for path, of in _files(self.home, self.kinds, way):
            self._in_one(path, path.name, of)

    def _without(self, step: Step) -> Step | None:
        """The step as if the thing had never been; None where nothing is left of it."""
        touches: list[Touch] = []
        what = WORDLESS if _mentions(step.what, self.words) else step.what
        for touch in step.touches:
            if isinstance(touch, LogLines):
                left = _lines_left(touch, self.erasure)
                touches += [left] if left.added else []
                continue
            name = original(self.kinds, touch.name)
            versions = (touch.before, touch.after)
            try:
                before, after = (data and self._left_of(name, data) for data in versions)
            except CannotErase:
                what = WORDLESS
                continue
            held, holds = (data and self.erasure.part(name, data) for data in versions)
            if held != holds:
                what = WORDLESS
            if before != after:
                touches.append(WholeFile(touch.name, before, after))
        if step.touches and not touches:
            return None
        return Step(what, step.at, tuple(touches), step.turn, step.number, step.state)

    def _left_of(self, name: str, data: bytes) -> bytes | None:
        if (name, data) not in self.done:
            self.done[name, data] = self.erasure.without(name, data)
        return self.done[name, data]

    def _in_one(self, path: Path, name: str, of: str) -> None:
        data = read_bytes(path) or b""
        try:
            left = self.erasure.without(of, data)
        except CannotErase as reason:
            if name != of:
                return
            raise MedpivotError(
                f"{name}: {reason}, so it cannot be taken out here",
                "take it out in an editor, then medpivot data forget history",
            ) from None
        if left == data:
            return
        self.erased.files.append(name)
        if left is None or (not left.strip() and name != of):
            _unlink(path)
            return
        with in_words(path):
            atomic.write(path, left)


def _lines_left(touch: LogLines, erasure: Erasure) -> LogLines:
    pairs = [
        (line, before)
        for line, before in zip(touch.added, touch.previous, strict=True)
        if not erasure.has_line(touch.name, line.id)
    ]
    added, previous = tuple(line for line, _ in pairs), tuple(before for _, before in pairs)
    return LogLines(touch.name, added, previous, touch.offset)


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


def _mentions(text: str, words: set[str]) -> bool:
    """Does the text hold one of the words, with its line ends folded?"""
    folded = one_line(text)
    return any(word in folded for word in words)


def _still(home: Path, words: set[str]) -> Iterator[tuple[str, int]]:
    """Every line of the folder in which one of the words still stands."""
    folder = home / journal.FOLDER
    with in_words(home, "read"):
        paths = sorted((*home.iterdir(), *(folder.iterdir() if folder.is_dir() else ())))
    for path in paths:
        if not path.is_file() or path.name == NAME:
            continue
        with suppress(MedpivotError):
            text = (read_bytes(path) or b"").decode(errors="replace")
            for number, line in enumerate(text.split("\n"), start=1):
                if _mentions(line, words):
                    yield str(path.relative_to(home)), number


def _files(home: Path, kinds: Sequence[Kind], way: Way) -> Iterator[tuple[Path, str]]:
    with in_words(home, "read"):
        paths = sorted(path for path in home.iterdir() if path.is_file())
    for path in paths:
        of = known(kinds, path.name)
        if of is not None and of.way == way:
            yield path, of.original


def _forget_history(home: Path, kinds: Sequence[Kind], erased: Erased) -> None:
    folder = home / journal.FOLDER
    erased.steps_removed = len(journal.filed(home))
    with in_words(folder, "read"):
        paths = sorted(path for path in folder.iterdir() if not path.is_dir())
    for path in (*paths, *(path for path, _ in _files(home, kinds, "kept"))):
        _unlink(path)
        if path.parent == home:
            erased.files.append(path.name)


def _unlink(path: Path) -> None:
    with in_words(path, "remove"):
        atomic.remove(path)
