"""What stands in the person's folder: names, sizes and who may open it. Creates nothing."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from medpivot.store import journal, locking
from medpivot.store.refusals import in_words

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True, slots=True)
class File:
    """One file; `mode` holds the permission bits, None where the system has none."""

    name: str
    size: int
    mode: int | None


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder, its files by name, and how many steps and bytes `history/` holds."""

    path: Path
    exists: bool
    mode: int | None = None
    files: tuple[File, ...] = ()
    steps: int = 0
    history_size: int = 0

    @property
    def open_to_others(self) -> tuple[str, ...]:
        """The files that other accounts of this computer may open."""
        if self.mode is not None and not self.mode & _OTHERS:
            return ()
        return tuple(one.name for one in self.files if one.mode is not None and one.mode & _OTHERS)


def look(home: Path) -> Folder:
    """What is there now.

    Raises:
        MedpivotError: the folder cannot be read.
    """
    if not home.is_dir():
        return Folder(home, exists=False)
    with in_words(home, "read"):
        found = [
            _file(path)
            for path in sorted(home.iterdir())
            if path.name != locking.NAME and not path.is_dir()
        ]
        steps = journal.filed(home)
        size = sum(one.path.stat().st_size for one in steps)
        mode = _mode(home.stat())
    return Folder(home, True, mode, tuple(found), len(steps), size)


def _file(path: Path) -> File:
    # a link that leads nowhere is still one of the person's files
    status = path.stat() if path.exists() else path.lstat()
    return File(path.name, status.st_size, _mode(status))


def _mode(status: os.stat_result) -> int | None:
    return stat.S_IMODE(status.st_mode) if os.name == "posix" else None
