"""`people.toml`: who should know of the physician's education work."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from medpivot.domain.people import People, PeopleGlance, glance
from medpivot.domain.reminders import Reminders
from medpivot.reading.people import NAME, people_table, read_people
from medpivot.store import subjects
from medpivot.store.subjects import Subject, SubjectFile

if TYPE_CHECKING:
    from medpivot.store.writing import Change

_HEADING = """\
The people who should know of your education work. Edit as you like: comments and keys stay.
Nobody is deleted here: write status = "removed" instead. Notes never enter a letter."""

SUBJECT: Final = Subject(NAME, _HEADING, People(), read_people, people_table)


def load(home: Path) -> SubjectFile[People]:
    """The people as the file has them; without a file, nobody.

    Raises:
        BrokenFile: it cannot be read; it is left as it is.
    """
    return subjects.load(home, SUBJECT)


def save(change: "Change", file: SubjectFile[People], people: People) -> bool:
    """Save what differs from what was loaded; returns whether anything did.

    Raises:
        MedpivotError: somebody changed the file since.
    """
    return subjects.save(change, file, people)


def people_glance(home: Path, today: date, after: Reminders) -> PeopleGlance | None:
    """How many are to be contacted, met and mentors, and who has been quiet; None without a file.

    Raises:
        BrokenFile: the file cannot be read.
    """
    file = load(home)
    return None if file.data is None else glance(file.content, today, after)
