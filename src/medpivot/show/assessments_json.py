"""The saved assessments as JSON and as plain lines; loads nothing that is made for screens."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from medpivot.domain.assessment import VerdictId


@dataclass(frozen=True, slots=True)
class Past:
    """A saved assessment as its own snapshot tells it; `problem` says why it cannot be read."""

    file: str
    date: dt.date
    given: int = 0
    of: int = 0
    verdict: VerdictId | None = None
    first: str | None = None
    problem: str = ""

    @classmethod
    def from_snapshot(cls, file: str, day: dt.date, snapshot: Mapping[str, object]) -> "Past":
        """What the snapshot of a file says; what it does not hold is not known."""
        given, of, verdict, first = (
            snapshot.get(key) for key in ("given", "of", "verdict", "first")
        )
        return cls(
            file,
            day,
            given if isinstance(given, int) else 0,
            of if isinstance(of, int) else 0,
            next((one for one in get_args(VerdictId) if one == verdict), None),
            first if isinstance(first, str) else None,
        )


def plain_assessments(past: Iterable[Past]) -> list[str]:
    """File, date, answers given and asked, verdict and first role; `-` for what is not known."""
    return [
        " ".join(
            [
                one.file,
                one.date.isoformat(),
                f"{one.given}/{one.of}" if one.of else "-",
                one.verdict or "-",
                one.first or "-",
            ]
        )
        for one in past
    ]


def assessments_document(past: Iterable[Past]) -> dict[str, object]:
    """The same as one document; `null` is unknown."""
    return {
        "schema": 1,
        "assessments": [
            {
                "file": one.file,
                "date": one.date.isoformat(),
                "answered": {"given": one.given, "of": one.of} if one.of else None,
                "verdict": one.verdict,
                "first": one.first,
                "problem": one.problem or None,
            }
            for one in past
        ],
    }
