"""Where the person's files live, and how private that folder is."""

import os
from contextlib import suppress
from pathlib import Path

from medpivot.errors import MedpivotError, UsageProblem
from medpivot.store.refusals import in_words

VARIABLE = "MEDPIVOT_HOME"
PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600

HISTORY = "history"
"""The folder within it that keeps what undo needs."""


def find_home(option: str | None) -> Path:
    """The folder of the person's files: `--home`, else MEDPIVOT_HOME, else the platform's own.

    The platform's folder is the one for local program data and not Documents, which hospital
    computers often copy to the employer. Nothing is created.

    Raises:
        UsageProblem: the name is empty, or names a user or a chain of links that does not exist.
    """
    if option is not None and not option.strip():
        raise UsageProblem("--home needs the name of a folder", "leave --home out to use your own")
    chosen = option or os.environ.get(VARIABLE)
    try:
        return Path(chosen).expanduser().resolve() if chosen else _platform_home()
    except (OSError, RuntimeError, ValueError):
        raise UsageProblem(f"{chosen!r} cannot be a folder", "name another with --home") from None


def _platform_home() -> Path:
    # twenty milliseconds that a person who names a folder need not pay
    from platformdirs import user_data_dir

    return Path(user_data_dir("medpivot", appauthor=False)).resolve()


def prepare(home: Path) -> None:
    """Make the folder, and those it lies in, private whatever the umask; the rest keeps its mode.

    Its files are private in any case, and changing the mode of a folder that somebody named with
    `--home` could lock others out of something that is not ours.

    Raises:
        MedpivotError: it cannot be made, or a file stands there.
    """
    if home.is_dir():
        return
    if os.path.lexists(home):
        raise MedpivotError(f"{home} is not a folder", "name a folder with --home")
    with in_words(home, "make the folder"):
        for folder in (*reversed(home.parents), home):
            make_private(folder)


def make_private(folder: Path) -> None:
    """Make one folder with mode 0700; one that is there keeps its mode. Raises OSError."""
    if not folder.is_dir():
        folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        set_mode(folder, PRIVATE_FOLDER)


def set_mode(path: Path, mode: int) -> None:
    """Give what was just made its mode, whatever the umask took from it.

    Disks without modes, such as most sticks, refuse; it was made with no more than that mode.
    """
    with suppress(OSError):
        path.chmod(mode)
