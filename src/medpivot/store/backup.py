"""A backup: everything in the folder in one file, held against what was read before it counts."""

import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path

from medpivot.errors import MedpivotError
from medpivot.store import atomic, journal, locking, rollback
from medpivot.store.archive import LIST, may_hold, pack, unpack
from medpivot.store.encryption import decrypt, encrypt, is_encrypted
from medpivot.store.kinds import is_unfinished
from medpivot.store.refusals import in_words, read_bytes


@dataclass(frozen=True, slots=True)
class Gathered:
    """The files of the folder at one moment, the names left out, and what was put back before."""

    files: Mapping[str, bytes]
    left_out: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())


def gather(home: Path) -> Gathered:
    """Every file of the folder and of `history/`, while nobody else writes.

    Folders of the person's own, and what is not a file, are left out by name; hidden files, which
    systems and editors leave, without a word. A folder that this account cannot write to is read
    without the lock.

    Raises:
        MedpivotError: there is nothing, or something cannot be read.
    """
    if not home.is_dir():
        raise _nothing(home)
    may_write = os.access(home, os.W_OK)
    with locking.locked(home) if may_write else nullcontext():
        notes = rollback.recover(home) if may_write else []
        files: dict[str, bytes] = {}
        left_out: list[str] = []
        for name, path in _paths(home):
            if may_hold(name) and path.is_file():
                files[name] = read_bytes(path) or b""
            else:
                left_out.append(name)
    if not files:
        raise _nothing(home)
    return Gathered(files, tuple(left_out), tuple(notes))


def _nothing(home: Path) -> MedpivotError:
    return MedpivotError(f"there is nothing to back up in {home}", "medpivot data where")


def _paths(home: Path) -> Iterator[tuple[str, Path]]:
    history = home / journal.FOLDER
    with in_words(home, "read"):
        own = sorted(home.iterdir())
        steps = sorted(history.iterdir()) if history.is_dir() else []
    for path in own:
        passed_over = path.name == LIST or path.name.startswith(".")
        if not passed_over and not (path == history and history.is_dir()):
            yield path.name, path
    for path in steps:
        if not is_unfinished(path.name):
            yield f"{journal.FOLDER}/{path.name}", path


def save(target: Path, files: Mapping[str, bytes], passphrase: str = "", *, force: bool) -> int:
    """Write a backup, private, and read it back before it takes its name. Returns its bytes.

    Raises:
        MedpivotError: a file of that name is there and `force` was not given, the system
            refuses, or what was written does not read back; no new file is left then.
    """
    must_be_free(target, force=force)
    data = pack(files)
    if passphrase:
        data = encrypt(data, passphrase)
    unfinished = target.with_name(f"{atomic.UNFINISHED}{secrets.token_hex(6)}.tmp")
    with in_words(target):
        atomic.write_new(unfinished, data)
    try:
        verify(unfinished, files, passphrase)
        must_be_free(target, force=force)
        with in_words(target):
            unfinished.replace(target)
            atomic.sync_folder(target.parent)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink()
        raise
    return len(data)


def must_be_free(target: Path, *, force: bool) -> None:
    """May a backup be written there?

    Raises:
        MedpivotError: a file is there and `force` was not given, or something that is no file.
    """
    if os.path.lexists(target) and not (force and target.is_file()):
        raise MedpivotError(
            f"{target} is there already", "name another file, or replace that one with --force"
        )


def verify(path: Path, files: Mapping[str, bytes], passphrase: str = "") -> None:
    """Read a backup from the disk: does it hold exactly these files?

    Raises:
        MedpivotError: it does not.
    """
    try:
        whole = load(path, passphrase) == files
    except MedpivotError:
        whole = False
    if not whole:
        raise MedpivotError(
            "the backup does not read back as it was written, and was not kept",
            "the disk may be faulty: name a file on another one",
        )


def load(path: Path, passphrase: str = "") -> dict[str, bytes]:
    """The files of a backup, by name.

    Raises:
        MedpivotError: there is no such file, it is none, is damaged, or another passphrase
            locked it.
    """
    data = read(path)
    if is_encrypted(data):
        data = decrypt(data, passphrase, path.name)
    return unpack(data, path.name)


def read(path: Path) -> bytes:
    """The bytes of a backup.

    Raises:
        MedpivotError: there is no such file, or it cannot be read.
    """
    data = read_bytes(path)
    if data is None:
        raise MedpivotError(f"there is no file {path}", "medpivot data restore FILE")
    return data
