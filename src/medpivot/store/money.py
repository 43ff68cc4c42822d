"""`money.toml`: what the person entered about pay, hours and household."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from medpivot.domain.money import Money
from medpivot.reading.money import NAME, money_table, read_money
from medpivot.store import subjects
from medpivot.store.subjects import Subject, SubjectFile

if TYPE_CHECKING:
    from medpivot.store.writing import Change

_HEADING = """\
Your money in medpivot: sums a year unless a key says otherwise, all before tax or all after it.
Edit as you like: comments and keys stay. `medpivot money explain` says where each figure goes."""

SUBJECT: Final = Subject(NAME, _HEADING, Money(), read_money, money_table)


def load(home: Path) -> SubjectFile[Money]:
    """What is entered; without a file, nothing is.

    Raises:
        BrokenFile: it cannot be read; it is left as it is.
    """
    return subjects.load(home, SUBJECT)


def save(change: "Change", file: SubjectFile[Money], money: Money) -> bool:
    """Save what differs from what was loaded; returns whether anything did.

    Raises:
        MedpivotError: somebody changed the file since.
    """
    return subjects.save(change, file, money)
