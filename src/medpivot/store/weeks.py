"""`time.toml`: the person's week as it is, as wanted and as offered."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from medpivot.domain.week import Weeks
from medpivot.reading.time import NAME, read_weeks, weeks_table
from medpivot.store import subjects
from medpivot.store.subjects import Subject, SubjectFile

if TYPE_CHECKING:
    from medpivot.store.writing import Change

_HEADING = """\
Your weeks, in hours: as they were (each under its Monday), as wanted, as offered.
Edit as you like: comments and keys stay. A kind of work that is left out is not known."""

SUBJECT: Final = Subject(NAME, _HEADING, Weeks(), read_weeks, weeks_table)


def load(home: Path) -> SubjectFile[Weeks]:
    """The weeks as the file has them; without a file, none.

    Raises:
        BrokenFile: it cannot be read; it is left as it is.
    """
    return subjects.load(home, SUBJECT)


def save(change: "Change", file: SubjectFile[Weeks], weeks: Weeks) -> bool:
    """Save what differs from what was loaded; returns whether anything did.

    Raises:
        MedpivotError: somebody changed the file since.
    """
    return subjects.save(change, file, weeks)
