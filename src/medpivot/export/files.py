"""Files for the person to hand on: where one goes, that it replaces nothing unasked, opening it."""

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Final

from medpivot.errors import MedpivotError
from medpivot.store import atomic
from medpivot.store.home import HISTORY
from medpivot.store.refusals import in_words

_OWN_ENDINGS: Final = (".toml", ".jsonl")
_ANOTHER: Final = "name another place with --out"

_PATIENCE: Final = 5
"""Seconds to wait for the opener to say that it cannot; a viewer that stays open is no failure."""


def dated_file(what: str, day: date, ending: str) -> str:
    """The name of an export that nobody named: `medpivot-report-2026-11-22.html`."""
    return f"medpivot-{what}-{day.isoformat()}.{ending}"


def place(out: Path | None, name: str, home: Path) -> Path:
    """Where an export goes: to `out`, into the folder `out`, or to `name` in the current folder.

    Raises:
        MedpivotError: the folder it would stand in is missing, or it would stand among the
            person's own files.
    """
    path = Path(name) if out is None else out.expanduser()
    if os.path.isdir(path):  # noqa: PTH112  (Path.is_dir raises where a name is too long)
        path /= name
    if not os.path.isdir(path.parent):  # noqa: PTH112
        raise MedpivotError(f"there is no folder {path.parent}", "make it first, or name another")
    if _is_own(path, home):
        raise MedpivotError(f"{path} is a place for medpivot's own files", _ANOTHER)
    return path


def must_be_free(path: Path, *, force: bool = False) -> None:
    """Make sure that nothing stands in the way of an export.

    Raises:
        MedpivotError: there is such a file already and `force` is not given, it is a folder, or
            no file can have that name.
    """
    if os.path.isdir(path):  # noqa: PTH112  (the same)
        raise MedpivotError(f"{path} is a folder", _ANOTHER)
    if _is_there(path) and not force:
        raise MedpivotError(
            f"{path} is there already",
            "another name with --out, or --force, which overwrites that file",
        )


def _is_there(path: Path) -> bool:
    """Does something stand there? A name that no file can have is refused, not absent."""
    try:
        with in_words(path), suppress(FileNotFoundError):
            path.lstat()
            return True
    except MedpivotError as refusal:
        raise MedpivotError(refusal.message, _ANOTHER) from None
    return False


def write(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write an export whole or not at all, readable by its owner only.

    Raises:
        MedpivotError: there is such a file already and `force` is not given, it is a folder, or
            the system refuses.
    """
    must_be_free(path, force=force)
    try:
        with in_words(path):
            atomic.write(path, data)
    except MedpivotError as refusal:
        raise MedpivotError(refusal.message, _ANOTHER) from None


def open_file(path: Path) -> bool:
    """Open a file with the program this computer keeps for its kind; False where there is none.

    Only a path on this computer is handed over, never an address.
    """
    whole = str(path.resolve())
    if sys.platform == "win32":
        try:
            os.startfile(whole)  # noqa: S606  (the file was written a moment ago by this program)
        except OSError:
            return False
        return True
    opener = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    return opener is not None and _started(opener, whole)


def _started(opener: str, path: str) -> bool:
    try:
        process = subprocess.Popen(  # noqa: S603  (found on PATH; the path is its only argument)
            [opener, path],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    with suppress(subprocess.TimeoutExpired):
        return process.wait(_PATIENCE) == 0
    return True


def _is_own(path: Path, home: Path) -> bool:
    """Would it stand where the program keeps its own files, or among what undo needs?"""
    folder = path.parent.resolve()
    if home / HISTORY in (folder, *folder.parents):
        return True
    return folder == home and path.suffix.lower() in _OWN_ENDINGS
