"""Lines of a log that cannot be read: named on standard error, kept, and the rest is used."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from medpivot.errors import BrokenFile, Problem
from medpivot.show.out import notes
from medpivot.store import activities

if TYPE_CHECKING:
    from medpivot.domain.activities import Activity

SHOWN: Final = "it is kept, and the other entries are shown"
LEFT_OUT: Final = "it is left out"


def name_problems(
    name: str, problems: Sequence[Problem], *, nothing_else: bool, otherwise: str = SHOWN
) -> None:
    """Name what could not be read in the file of that name, and what is done `otherwise`.

    Raises:
        BrokenFile: nothing could be read.
    """
    if problems and nothing_else:
        raise BrokenFile(name, problems, "medpivot data check")
    notes(f"{name}: {problem}; {otherwise}" for problem in problems)


def readable_activities(home: Path) -> "tuple[Activity, ...]":
    """What the activity log holds, for a page or a letter: a line that is left out is named."""
    log = activities.load(home)
    name_problems(activities.NAME, log.problems, nothing_else=False, otherwise=LEFT_OUT)
    return log.activities
