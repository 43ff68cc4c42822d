"""What the system says when it refuses to read or write, in words, and what to try."""

import errno
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from medpivot.errors import MedpivotError

_FULL = ("the disk is full", "free some space and run the command again")
_NOT_ALLOWED = (
    "this account may not do that",
    "check who owns the folder, close other programs that hold the file, or name another --home",
)
_REASONS: Final[dict[int, tuple[str, str]]] = {
    errno.ENOSPC: _FULL,
    errno.EFBIG: (
        "the file would be larger than the system allows here",
        "raise the limit (`ulimit -f`) and run the command again",
    ),
    errno.EIO: ("the disk reported a fault", "copy your files to another disk, then try again"),
    errno.EROFS: ("the disk is read-only", "name a folder on another disk with --home"),
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.ENOTDIR: ("a part of its path is a file, not a folder", "name another with --home"),
    errno.EISDIR: ("what stands there is not a file", "move it away"),
    errno.EEXIST: ("something else stands there", "move it away"),
    errno.ELOOP: ("its links lead in a circle", "put a plain file or folder there"),
    errno.ENAMETOOLONG: ("the name is too long", "name a folder with a shorter path with --home"),
    errno.ENOENT: ("it is not there", "check that the folder, or what a link points to, exists"),
}
if hasattr(errno, "EDQUOT"):
    _REASONS[errno.EDQUOT] = ("your share of the disk is used up", _FULL[1])
if hasattr(errno, "ESTALE"):
    _REASONS[errno.ESTALE] = ("the network drive lost it", "connect the drive again")


@contextmanager
def in_words(path: Path, doing: str = "write") -> Iterator[None]:
    """Turn the system's refusal of what is done to `path` into a sentence.

    Raises:
        MedpivotError: instead of any OSError, with the reason and what to try.
    """
    try:
        yield
    except OSError as error:
        reason, hint = _REASONS.get(error.errno or 0, (error.strerror or "no reason given", ""))
        raise MedpivotError(
            f"cannot {doing} {path}: {reason}", hint or "nothing was changed; try again"
        ) from None


def read_bytes(path: Path) -> bytes | None:
    """The bytes of a file, or None where there is none.

    Raises:
        MedpivotError: it is there and cannot be read.
    """
    with in_words(path, "read"):
        try:
            if not stat.S_ISREG(path.stat().st_mode):
                raise IsADirectoryError(errno.EISDIR, "not a file", str(path))
            return path.read_bytes()
        except FileNotFoundError:
            if path.is_symlink():
                raise
            return None
