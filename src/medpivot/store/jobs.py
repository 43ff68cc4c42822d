"""`jobs.toml`: postings, offers and the present job."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from medpivot.domain.jobs import Jobs
from medpivot.reading.jobs import NAME, jobs_table, read_jobs
from medpivot.store import subjects
from medpivot.store.subjects import Subject, SubjectFile

if TYPE_CHECKING:
    from medpivot.store.writing import Change

_HEADING = """\
Jobs: postings, offers, and the job you have as [job.present]. Edit as you like: comments stay.
Shares are of a full post, half-days and hours a week, pay and RVUs a year.
No job is deleted here: write status = "removed" instead."""

SUBJECT: Final = Subject(NAME, _HEADING, Jobs(), read_jobs, jobs_table)


def load(home: Path) -> SubjectFile[Jobs]:
    """The jobs as the file has them; without a file, none.

    Raises:
        BrokenFile: it cannot be read; it is left as it is.
    """
    return subjects.load(home, SUBJECT)


def save(change: "Change", file: SubjectFile[Jobs], jobs: Jobs) -> bool:
    """Save what differs from what was loaded; returns whether anything did.

    Raises:
        MedpivotError: somebody changed the file since.
    """
    return subjects.save(change, file, jobs)
