"""Days that a person types behind a flag."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from medpivot.domain.dates import Prefer, parse_date
from medpivot.domain.day_words import in_words
from medpivot.errors import Problem, UsageProblem
from medpivot.show.out import note, one_line


def day_meant(text: str, today: date, prefer: Prefer, flag: str) -> date:
    """The day that was typed; one that was not typed as 2027-01-31 is said in full.

    Raises:
        UsageProblem: it is no day; with the reason.
    """
    try:
        return _said(text, parse_date(text, today, prefer))
    except ValueError as error:
        raise UsageProblem(f"{flag}: {error}", "a date such as 2027-01-31") from None


def days_among(
    given: dict[str, Any], names: Iterable[str], today: date, prefer: Prefer
) -> dict[str, Any]:
    """What was given, its days read; `unread` has a problem for each that is no day."""
    unread = []
    for name in names:
        if (text := given.get(name)) is None:
            continue
        try:
            given[name] = _said(text, parse_date(text, today, prefer))
        except ValueError as error:
            given[name] = None
            unread.append(Problem(str(error), key=name))
    return {**given, "unread": tuple(unread)}


def _said(text: str, day: date) -> date:
    if text != day.isoformat():
        note(f"{one_line(text)} is {in_words(day)}.")
    return day
