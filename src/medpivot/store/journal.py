"""The steps that undo knows, one JSON file each in `history/`.

`pending.json` is the step being taken: it is on the disk before the first file is touched.
`000042.json` is a step that was taken, `000042.undone.json` one that was taken back and can be
redone, `000042.cut.json` one that a crash cut short: kept, so that what was typed is not lost.
A step changes its state by being renamed, which happens wholly or not at all.
"""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from errno import EEXIST
from pathlib import Path
from typing import Literal, TypeAlias

from medpivot.errors import MedpivotError
from medpivot.store import atomic
from medpivot.store.home import HISTORY, make_private
from medpivot.store.refusals import in_words, read_bytes
from medpivot.store.touches import Touch, from_table

State: TypeAlias = Literal["done", "undone", "cut"]
Turn: TypeAlias = Literal["do", "undo", "redo"]

FOLDER = HISTORY
MOST_STEPS = 50
MOST_BYTES = 20_000_000

PENDING = "pending.json"
"""The step that is being taken."""

_VERSION = 1


class Damaged(MedpivotError):
    """The file of a step does not hold one."""


_TURNS: dict[str, Turn] = {"do": "do", "undo": "undo", "redo": "redo"}
_NAME = re.compile(r"(?P<number>[0-9]{6,12})(?:\.(?P<state>undone|cut))?\.json", re.ASCII)


@dataclass(frozen=True, slots=True)
class Step:
    """What one command did, in words and file by file; `at` is real UTC in ISO form.

    `number` is 0 until the step is finished. A pending `undo` or `redo` carries the number of the
    step that it takes back or brings back.
    """

    what: str
    at: str
    touches: tuple[Touch, ...]
    turn: Turn = "do"
    number: int = 0
    state: State = "done"


@dataclass(frozen=True, slots=True)
class Filed:
    """A step in the folder, not read yet."""

    number: int
    state: State
    path: Path


def filed(home: Path) -> list[Filed]:
    """The steps in the folder, oldest first; creates nothing."""
    found: list[Filed] = []
    folder = home / FOLDER
    with in_words(folder, "read"):
        for path in folder.iterdir() if folder.is_dir() else ():
            match = _NAME.fullmatch(path.name)
            if match:
                state: State = match["state"] or "done"  # type: ignore[assignment]
                found.append(Filed(int(match["number"]), state, path))
    return sorted(found, key=lambda one: one.number)


def is_step(name: str) -> bool:
    """Is it the name of a step, be it done, undone, cut short or still being taken?"""
    return name == PENDING or _NAME.fullmatch(name) is not None


def read(one: Filed) -> Step:
    """A step.

    Raises:
        MedpivotError: its file is damaged, or was written by a newer medpivot.
    """
    name = f"{FOLDER}/{one.path.name}"
    data = read_bytes(one.path)
    step = _step(data or b"", name)
    return Step(step.what, step.at, step.touches, step.turn, one.number, one.state)


def _step(data: bytes, name: str) -> Step:
    try:
        table = json.loads(data)
        if table["v"] != _VERSION:
            raise MedpivotError(f"{name} was written by a newer medpivot", "install the newer one")
        touches = tuple(from_table(touch) for touch in table["touches"])
        what, at, turn = str(table["what"]), str(table["at"]), _TURNS[table["turn"]]
        number = int(table["number"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Damaged(
            f"{name} is damaged and cannot be used", "move it away to go on with the other steps"
        ) from None
    return Step(what, at, touches, turn, number)


def _to_bytes(step: Step) -> bytes:
    table = {
        "v": _VERSION,
        "what": step.what,
        "at": step.at,
        "turn": step.turn,
        "number": step.number,
        "touches": [touch.to_table() for touch in step.touches],
    }
    return (json.dumps(table, ensure_ascii=False, indent=1) + "\n").encode()


def begin(home: Path, step: Step) -> None:
    """Put the pending step on the disk; only then may a file be touched.

    Raises:
        MedpivotError: the system refuses; no file was touched.
    """
    path = home / FOLDER / PENDING
    with in_words(path):
        make_private(path.parent)
        if path.exists():
            raise FileExistsError(EEXIST, "a step is pending", str(path))
        # whole or not at all: a half of it would be kept as damaged
        atomic.write(path, _to_bytes(step))


def pending(home: Path) -> Step | None:
    """The step that a crash cut short, or None.

    Raises:
        Damaged: its file does not hold one.
        MedpivotError: a newer medpivot wrote it, or the system refuses to read it.
    """
    data = read_bytes(home / FOLDER / PENDING)
    return None if data is None else _step(data, f"{FOLDER}/{PENDING}")


def is_pending(home: Path) -> bool:
    """Is a step being taken, or was one cut short?"""
    return (home / FOLDER / PENDING).exists()


def finish(home: Path, step: Step) -> None:
    """The pending step is taken: file it, or the step it took back or brought back.

    Raises:
        MedpivotError: the system refuses; it stays pending and the next writer finishes it.
    """
    folder = home / FOLDER
    steps = filed(home)
    with in_words(folder):
        if step.turn == "do":
            (folder / PENDING).rename(folder / _file_name(_next(steps), "done"))
            _drop([one for one in steps if one.state == "undone"])
            _bound(home)
            return
        was: State = "done" if step.turn == "undo" else "undone"
        becomes: State = "undone" if step.turn == "undo" else "done"
        old, new = _file_name(step.number, was), _file_name(step.number, becomes)
        if (folder / old).exists():
            (folder / old).replace(folder / new)
        (folder / PENDING).unlink()


def rewrite(one: Filed, step: Step) -> None:
    """Put another text in the place of a step: only for what is forgotten.

    Raises:
        MedpivotError: the system refuses; the step is as it was.
    """
    with in_words(one.path):
        atomic.write(one.path, _to_bytes(step))


def set_aside(home: Path) -> str:
    """Nothing is pending any more; what it held stays as a step that was cut short, so named."""
    folder = home / FOLDER
    name = _file_name(_next(filed(home)), "cut")
    with in_words(folder):
        (folder / PENDING).rename(folder / name)
        _bound(home)
    return f"{FOLDER}/{name}"


def drop(home: Path) -> None:
    """Nothing is pending any more, and of what was nothing is kept."""
    with in_words(home / FOLDER):
        (home / FOLDER / PENDING).unlink()


def _file_name(number: int, state: State) -> str:
    return f"{number:06}.json" if state == "done" else f"{number:06}.{state}.json"


def _next(steps: Sequence[Filed]) -> int:
    return steps[-1].number + 1 if steps else 1


def _drop(steps: Sequence[Filed]) -> None:
    for one in steps:
        # the command itself is done: housekeeping that fails now is done by the next one
        with suppress(OSError):
            one.path.unlink()


def _bound(home: Path) -> None:
    """Let go of the oldest steps beyond fifty or twenty million bytes, never of the last."""
    _drop(list(_beyond(filed(home)[::-1])))


def _beyond(newest_first: Sequence[Filed]) -> Iterator[Filed]:
    size = 0
    for place, one in enumerate(newest_first):
        size += one.path.stat().st_size
        if place and (place >= MOST_STEPS or size > MOST_BYTES):
            yield one
