"""Whole files: written beside, flushed to the disk, then put in place; never half of one.

On Windows a folder cannot be flushed and a file that another program holds open cannot be
replaced: the first is left out there, the second is refused in words by the caller.
"""

import os
import secrets
import shutil
import stat
from contextlib import suppress
from errno import EACCES
from pathlib import Path

from medpivot.store.home import PRIVATE_FILE, set_mode

_BINARY = getattr(os, "O_BINARY", 0)
UNFINISHED = ".medpivot-"
"""Begins the name of every file that is not finished yet."""


def write(path: Path, data: bytes) -> None:
    """Replace a file, or make a new one with mode 0600, so that a crash leaves the old or the new.

    A symbolic link stays and the file it points to is replaced; a file keeps its mode, and one
    that its owner has write-protected is refused. Raises OSError.
    """
    target = Path(os.path.realpath(path)) if path.is_symlink() else path
    mode = _mode(target)
    unfinished = target.with_name(f"{UNFINISHED}{secrets.token_hex(6)}.tmp")
    write_new(unfinished, data)
    try:
        if mode != PRIVATE_FILE:
            set_mode(unfinished, mode)
        unfinished.replace(target)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink()
        raise
    sync_folder(target.parent)


def _mode(target: Path) -> int:
    try:
        mode = stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return PRIVATE_FILE
    if not mode & stat.S_IWUSR:
        raise PermissionError(EACCES, "write-protected", str(target))
    return mode


def write_new(path: Path, data: bytes) -> None:
    """Write and flush a file that must not exist, with mode 0600 whatever the umask.

    On failure nothing of it stays. Raises OSError.
    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, PRIVATE_FILE)
    try:
        try:
            set_mode(path, PRIVATE_FILE)
            view = memoryview(data)
            while view:
                view = view[os.write(handle, view) :]
            os.fsync(handle)
        finally:
            os.close(handle)
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


def remove(path: Path) -> None:
    """Remove a file, for good also after a power cut. Raises OSError."""
    path.unlink()
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Flush a folder's list of names, where the system can. Raises OSError."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(folder: Path) -> None:
    """Remove what a killed writer left unfinished; only while holding the lock."""
    for left in list(folder.glob(f"{UNFINISHED}*.tmp")):
        with suppress(OSError):
            if left.is_dir() and not left.is_symlink():
                shutil.rmtree(left)
            else:
                left.unlink()
