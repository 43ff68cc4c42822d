"""Putting the files of a backup into the folder: all of them or none, and undoable."""

import secrets
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from medpivot.store import atomic, journal, lines
from medpivot.store.fingerprint import digest
from medpivot.store.home import make_private
from medpivot.store.kinds import is_unfinished
from medpivot.store.locking import NAME, locked
from medpivot.store.refusals import in_words, read_bytes
from medpivot.store.writing import writing

History: TypeAlias = Literal["restored", "kept", "none"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What restoring would do, file by file, by name.

    `untouched` are files of the folder that the backup does not have. `entries_gone` counts, for
    each log that is replaced, the entries that only the present one has. `history` says whether
    the backup's steps come along: only into a folder that has none.
    """

    new: tuple[str, ...]
    replaced: tuple[str, ...]
    same: tuple[str, ...]
    untouched: tuple[str, ...]
    entries_gone: Mapping[str, int]
    history: History
    present: Mapping[str, str]
    """The digest of each file that would be replaced."""

    @property
    def changes_files(self) -> bool:
        """Would any file be added or replaced, the history aside?"""
        return bool(self.new or self.replaced)


def compare(home: Path, files: Mapping[str, bytes]) -> Comparison:
    """Hold a backup against the folder. Creates nothing.

    Raises:
        MedpivotError: a file of the folder cannot be read.
    """
    own = {name: data for name, data in files.items() if not _of_history(name)}
    present = {name: read_bytes(home / name) for name in own}
    there = {name: data for name, data in present.items() if data is not None}
    replaced = [name for name, data in there.items() if data != own[name]]
    gone = {
        name: _only_present(there[name], own[name])
        for name in replaced
        if name.endswith(lines.ENDING)
    }
    return Comparison(
        new=tuple(sorted(name for name in own if name not in there)),
        replaced=tuple(sorted(replaced)),
        same=tuple(sorted(name for name in there if there[name] == own[name])),
        untouched=tuple(name for name in _names(home) if name not in own),
        entries_gone={name: count for name, count in gone.items() if count},
        history=_history(home, files),
        present={name: digest(there[name]) for name in replaced},
    )


def restore(home: Path, files: Mapping[str, bytes], seen: Comparison, what: str) -> list[str]:
    """Do what `compare` said: as one step, which undo takes back. Returns what else to say.

    Raises:
        MedpivotError: the folder was changed since it was compared, or the system refuses;
            nothing is restored then.
    """
    with locked(home):
        brought = seen.history == "restored" and _bring_history(home, files)
        try:
            with writing(home, what) as change:
                for name in seen.new:
                    change.create(home / name, files[name])
                for name in seen.replaced:
                    change.replace(home / name, files[name], expected=seen.present[name])
        except BaseException:
            if brought:
                with suppress(OSError):
                    shutil.rmtree(home / journal.FOLDER)
            raise
    return change.notes


def _of_history(name: str) -> bool:
    return name.startswith(f"{journal.FOLDER}/")


def _only_present(present: bytes, restored: bytes) -> int:
    after = lines.understood(restored).entries
    return sum(one not in after for one in lines.understood(present).entries)


def _names(home: Path) -> list[str]:
    if not home.is_dir():
        return []
    with in_words(home, "read"):
        names = [path.name for path in home.iterdir() if path.name not in (NAME, journal.FOLDER)]
    return sorted(name for name in names if not is_unfinished(name))


def _history(home: Path, files: Mapping[str, bytes]) -> History:
    if not any(_of_history(name) for name in files):
        return "none"
    folder = home / journal.FOLDER
    with in_words(folder, "read"):
        return "kept" if folder.is_dir() and any(folder.iterdir()) else "restored"


def _bring_history(home: Path, files: Mapping[str, bytes]) -> bool:
    """Put the steps of the backup into a folder that has none, all at once.

    One that was cut short, in a folder that could only be read, is kept as such: where it stopped
    is no more than a guess beside other files.
    """
    folder = home / journal.FOLDER
    unfinished = home / f"{atomic.UNFINISHED}{secrets.token_hex(6)}.tmp"
    with in_words(folder):
        make_private(unfinished)
        for name, data in files.items():
            if _of_history(name):
                atomic.write_new(unfinished / name.removeprefix(f"{journal.FOLDER}/"), data)
        atomic.sync_folder(unfinished)
        if folder.is_dir():
            folder.rmdir()
        unfinished.rename(folder)
        atomic.sync_folder(home)
    if journal.is_pending(home):
        journal.set_aside(home)
    return True
