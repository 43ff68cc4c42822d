"""Saved assessments: the answers, and a small snapshot of the result for comparing later."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from medpivot.domain.answers import Answers
from medpivot.domain.relief import NOT_NOW_UNTIL, relief_until
from medpivot.errors import MedpivotError
from medpivot.store.dated import Dated, every, next_name
from medpivot.store.refusals import read_bytes

if TYPE_CHECKING:
    from medpivot.store.writing import Change

KIND = "assessment"
SCHEMA = 1

_HEADING = """\
Your answers in medpivot. Results are worked out from them anew each time.
To see what another answer would change: medpivot assess --answers THIS-FILE --no-save"""


def saved(home: Path) -> list[Dated]:
    """All saved assessments, oldest first."""
    return every(home, KIND)


def latest(home: Path) -> Dated | None:
    """The latest saved assessment, or None."""
    files = saved(home)
    return files[-1] if files else None


def read(path: Path) -> bytes:
    """The bytes of a saved assessment.

    Raises:
        MedpivotError: it is gone, or cannot be read.
    """
    data = read_bytes(path)
    if data is None:
        raise MedpivotError(f"{path.name} is not there", "medpivot assess list")
    return data


def save(
    change: "Change",
    home: Path,
    day: date,
    answers: Answers,
    snapshot: Mapping[str, object],
    program: str,
    catalogue: str,
) -> Path:
    """Save the answers of a day as a new file; None values in the snapshot are left out.

    Raises:
        MedpivotError: there is an assessment of a later day.
    """
    path = home / next_name(home, KIND, day)
    values: dict[str, object] = dict(answers.values)
    until = relief_until(answers)
    if until:
        values[NOT_NOW_UNTIL] = until
    table = {
        "schema": SCHEMA,
        "date": day,
        "program": program,
        "catalogue": catalogue,
        "answers": values,
        "snapshot": dict(snapshot),
    }
    from medpivot.store import toml_text

    change.create(path, toml_text.document(table, _HEADING))
    return path
