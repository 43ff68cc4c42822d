"""`training.toml`: the programs the person is considering, and the route decided on."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from medpivot.domain.programs import Programs
from medpivot.reading.programs import NAME, programs_table, read_programs
from medpivot.store import subjects
from medpivot.store.subjects import Subject, SubjectFile

if TYPE_CHECKING:
    from medpivot.store.writing import Change

_HEADING = """\
Training you consider, and what you decided. Edit as you like: comments and keys stay.
No program is deleted here: write status = "removed" instead."""

SUBJECT: Final = Subject(NAME, _HEADING, Programs(), read_programs, programs_table)


def load(home: Path) -> SubjectFile[Programs]:
    """The programs and the decision; without a file, neither.

    Raises:
        BrokenFile: it cannot be read; it is left as it is.
    """
    return subjects.load(home, SUBJECT)


def save(change: "Change", file: SubjectFile[Programs], programs: Programs) -> bool:
    """Save what differs from what was loaded; returns whether anything did.

    Raises:
        MedpivotError: somebody changed the file since.
    """
    return subjects.save(change, file, programs)
