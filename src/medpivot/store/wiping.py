"""Removing everything that is the program's from the folder, and nothing that is not."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from medpivot.store import atomic, journal
from medpivot.store.archive import LIST
from medpivot.store.kinds import Kind, is_unfinished, known
from medpivot.store.locking import NAME, locked
from medpivot.store.refusals import in_words
from medpivot.store.repairing import ASIDE


@dataclass(frozen=True, slots=True)
class Wipeable:
    """What is the program's, by name within the folder, and what is not and stays."""

    ours: tuple[str, ...]
    others: tuple[str, ...]


def look(home: Path, kinds: Sequence[Kind]) -> Wipeable:
    """What `wipe` would remove and leave. Creates nothing.

    Raises:
        MedpivotError: the folder cannot be read.
    """
    ours: list[str] = []
    others: list[str] = []
    for path in _paths(home):
        name = str(path.relative_to(home))
        (ours if _is_ours(path, home, kinds) else others).append(name)
    return Wipeable(tuple(ours), tuple(others))


def _paths(home: Path) -> Iterator[Path]:
    """Every file and folder of the folder itself and of `history/`, the lock aside.

    That folder itself where nothing is in it, as a wipe leaves it that was cut short.
    """
    history = home / journal.FOLDER
    with in_words(home, "read"):
        if not home.is_dir():
            return
        for path in sorted(home.iterdir()):
            if path == history and path.is_dir() and not path.is_symlink():
                yield from sorted(path.iterdir()) or [path]
            elif path.name != NAME:
                yield path


def _is_ours(path: Path, home: Path, kinds: Sequence[Kind]) -> bool:
    if path.is_dir() and not path.is_symlink():
        return is_unfinished(path.name) or path == home / journal.FOLDER
    if is_unfinished(path.name):
        return True
    if path.parent == home:
        return path.name == LIST or known(kinds, path.name) is not None
    return journal.is_step(path.name) or path.name.startswith(ASIDE)


def wipe(home: Path, kinds: Sequence[Kind]) -> Wipeable:
    """Remove it all, the history first, and the folder itself if nothing is left in it.

    Raises:
        MedpivotError: the system refuses; the command can be run again then.
    """
    with locked(home):
        atomic.sweep(home)
        found = look(home, kinds)
        history_first = sorted(
            (home / name for name in found.ours), key=lambda path: path.parent == home
        )
        for path in history_first:
            with in_words(path, "remove"):
                if path != home / journal.FOLDER:
                    path.unlink(missing_ok=True)
        with suppress(OSError):
            (home / journal.FOLDER).rmdir()
            atomic.sync_folder(home)
    with suppress(OSError):
        # a writer that waited for the lock makes the folder anew
        (home / NAME).unlink()
        home.rmdir()
    return found
