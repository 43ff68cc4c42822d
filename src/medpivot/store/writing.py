"""Changing the person's files: all of what a command does, or nothing, and always undoable."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from medpivot.errors import MedpivotError
from medpivot.store import journal, rollback
from medpivot.store.fingerprint import digest
from medpivot.store.journal import Step
from medpivot.store.lines import Entry, Line, now, stamp
from medpivot.store.locking import PATIENCE, locked
from medpivot.store.refusals import read_bytes
from medpivot.store.touches import LogLines, WholeFile, changed_since, own_name

__all__ = ["Change", "writing"]


class Change:
    """What one command is about to do; the files are touched when the `with` block ends well.

    `notes` are sentences for the person: what was put back of a command that a crash cut short.
    """

    def __init__(self, home: Path, what: str, notes: list[str]) -> None:
        """Nothing is changed yet."""
        self.home = home
        self.what = what
        self.notes = notes
        self._touches: dict[str, WholeFile | list[tuple[Line, Entry | None]]] = {}

    def create(self, path: Path, data: bytes) -> None:
        """Make a file.

        Raises:
            MedpivotError: it is there already.
        """
        name = self._name(path)
        if self._present(name) is not None:
            raise MedpivotError(f"{name} is there already", "move it away, or choose another name")
        self._whole(name, data)

    def replace(self, path: Path, data: bytes, expected: str) -> None:
        """Give a file new bytes, if its present ones still have the digest `expected`.

        Raises:
            MedpivotError: somebody changed it since it was read, or it is gone.
        """
        self._whole(self._unchanged(path, expected), data)

    def remove(self, path: Path, expected: str) -> None:
        """Remove a file, if its bytes still have the digest `expected`; undo brings it back.

        Raises:
            MedpivotError: somebody changed it since it was read, or it is gone.
        """
        self._whole(self._unchanged(path, expected), None)

    def append(self, path: Path, line: Line, previous: Entry | None = None) -> None:
        """Add a line to a log; `previous` is the entry its id has now, which undo puts again."""
        name = self._name(path)
        added = self._touches.setdefault(name, [])
        if isinstance(added, WholeFile):
            raise TypeError(f"{name} is replaced as a whole in the same change")
        added.append((line, previous))

    def _name(self, path: Path) -> str:
        if path.parent != self.home or not own_name(path.name):
            raise ValueError("a change touches only files of the folder itself")
        return path.name

    def _unchanged(self, path: Path, expected: str) -> str:
        """The name of a file whose present bytes have that digest."""
        name = self._name(path)
        present = self._present(name)
        if present is None or digest(present) != expected:
            raise changed_since(name, gone=present is None)
        return name

    def _present(self, name: str) -> bytes | None:
        touch = self._touches.get(name)
        return touch.after if isinstance(touch, WholeFile) else read_bytes(self.home / name)

    def _whole(self, name: str, data: bytes | None) -> None:
        first = self._touches.pop(name, None)
        if isinstance(first, list):
            raise TypeError(f"{name} gets lines in the same change")
        before = first.before if first else self._present(name)
        if before != data:
            self._touches[name] = WholeFile(name, before, data)

    def carry_out(self) -> None:
        """Do all of it, or none.

        Raises:
            MedpivotError: the system refuses, or a file was changed a moment ago.
        """
        if not self._touches:
            return
        touches = [
            one if isinstance(one, WholeFile) else _lines_of(name, one)
            for name, one in self._touches.items()
        ]
        ready = tuple(touch.ready(self.home) for touch in touches)
        take(self.home, Step(self.what, stamp(now()), ready))


def _lines_of(name: str, added: Sequence[tuple[Line, Entry | None]]) -> LogLines:
    lines, previous = zip(*added, strict=True)
    return LogLines(name, lines, previous)


@contextmanager
def writing(home: Path, what: str, patience: float = PATIENCE) -> Iterator[Change]:
    """Hold the folder, gather a change, and carry it out as one step that can be undone.

    `what` says in words what is done, for `undo --list`. Inside, reload what is about to change:
    nothing is written before the block ends, and nothing at all if it ends with an exception.
    What a crash left half-done is put back first.

    Raises:
        MedpivotError: another writer holds the folder too long, a file was changed by somebody
            else, or the system refuses; the files are then as they were.
    """
    with locked(home, patience):
        change = Change(home, what, rollback.recover(home))
        yield change
        change.carry_out()


def take(home: Path, step: Step) -> None:
    """Take one step under the lock: pending, then the files, then filed; or nothing.

    Raises:
        MedpivotError: the system refuses, or a file was changed a moment ago.
    """
    journal.begin(home, step)
    try:
        for touch in step.touches:
            touch.go(home)
    except BaseException:
        # where even this is refused, the step stays pending and the next writer puts it back
        with suppress(MedpivotError):
            rollback.put_back(home, step)
        raise
    # it is done: where only the filing is refused, the next writer files it
    with suppress(MedpivotError):
        journal.finish(home, step)
