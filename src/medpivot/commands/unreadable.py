"""Lines of a log that cannot be read: named on standard error, kept, and the rest is used."""

from collections.abc import Sequence
from typing import Final

from medpivot.errors import BrokenFile, Problem
from medpivot.show.out import notes

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
