"""One writer at a time; readers need no lock, and none is held while a question is asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from medpivot.errors import MedpivotError
from medpivot.store.home import PRIVATE_FILE, prepare
from medpivot.store.refusals import in_words

NAME = ".lock"
PATIENCE = 10.0
"""Seconds that a writer waits for another."""

_ASK_AGAIN = 0.02
"""Seconds between two tries: a change takes a few milliseconds."""


@contextmanager
def locked(home: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the folder for writing, making it first if need be; may be nested within one process.

    The system itself drops the lock of a process that ends, however it ends, so a lock left by a
    dead one is not possible; the empty lock file stays, because removing it would let two in.

    Raises:
        MedpivotError: another medpivot is still writing after `patience` seconds, or the folder
            cannot be written.
    """
    # only writers pay for it: it costs as much as the rest of the start
    from filelock import FileLock, Timeout

    prepare(home)
    path = home / NAME
    lock = FileLock(path, mode=PRIVATE_FILE, is_singleton=True)
    with in_words(path):
        try:
            lock.acquire(poll_interval=_ASK_AGAIN, timeout=patience)
        except Timeout:
            raise MedpivotError(
                f"another medpivot has been writing to {home} for {patience:g} seconds",
                "let it finish, or close its terminal, and run the command again",
            ) from None
        except NotImplementedError:
            raise MedpivotError(
                f"the disk of {home} cannot keep two writers apart",
                "name a folder on a disk of this computer with --home",
            ) from None
    try:
        yield
    finally:
        lock.release()
