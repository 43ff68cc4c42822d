"""Lines of a log that cannot be read: named on standard error, kept, and the rest is shown."""

from collections.abc import Sequence

from medpivot.errors import BrokenFile, Problem
from medpivot.show.out import note


def name_problems(name: str, problems: Sequence[Problem], *, nothing_else: bool) -> None:
    """Name what could not be read in the file of that name.

    Raises:
        BrokenFile: nothing could be read.
    """
    if problems and nothing_else:
        raise BrokenFile(name, problems, "medpivot data check")
    for problem in problems:
        note(f"{name}: {problem}; it is kept, and the other entries are shown")
