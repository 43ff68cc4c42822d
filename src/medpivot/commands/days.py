"""Days that a person types behind a flag."""

from datetime import date

from medpivot.domain.dates import Prefer, in_words, parse_date
from medpivot.errors import UsageProblem
from medpivot.show.out import note, one_line


def day_meant(text: str, today: date, prefer: Prefer, flag: str) -> date:
    """The day that was typed; one that was not typed as 2027-01-31 is said in full.

    Raises:
        UsageProblem: it is no day; with the reason.
    """
    try:
        day = parse_date(text, today, prefer)
    except ValueError as error:
        raise UsageProblem(f"{flag}: {error}", "a date such as 2027-01-31") from None
    if text != day.isoformat():
        note(f"{one_line(text)} is {in_words(day)}.")
    return day
