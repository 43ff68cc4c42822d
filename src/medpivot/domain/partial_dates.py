"""Dates as a CV has them: a year, a month of a year, or a day."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from medpivot.domain.calendar_names import MONTH_OF, MONTHS
from medpivot.domain.dates import EARLIEST_YEAR, LATEST_YEAR

GOES_ON: Final = ("present", "now", "today", "ongoing", "current")
"""What stands for an end that has not come."""

_ISO: Final = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?", re.ASCII)
_MONTH_FIRST: Final = re.compile(r"(\d{1,2})/(\d{4})", re.ASCII)
_NAMED: Final = re.compile(r"(?:(\d{1,2})\s+)?([a-z]+)\.?\s+(?:(\d{1,2}),?\s+)?(\d{4})", re.ASCII)
_EXAMPLES: Final = "write a year, 2019-07, July 2019 or 2019-07-01"


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day as far as it is known; 0 stands for a month or day that is not."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        """As files and JSON have it: `2019`, `2019-07` or `2019-07-01`."""
        parts = [f"{self.year:04}", *(f"{one:02}" for one in (self.month, self.day) if one)]
        return "-".join(parts)

    @property
    def words(self) -> str:
        """As a CV shows it: `2019` or `Jul 2019`."""
        return f"{MONTHS[self.month - 1][:3]} {self.year}" if self.month else str(self.year)


def parse_partial(text: str) -> PartialDate:
    """The date that was typed: `2019`, `2019-07`, `7/2019`, `July 2019` or a whole day.

    Years run from 1900 to 2199.

    Raises:
        ValueError: it is none; with forms that are.
    """
    typed = " ".join(text.casefold().split())
    year, month, day = _pieces(typed, text)
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise ValueError(f"the year {year} is outside {EARLIEST_YEAR} to {LATEST_YEAR}")
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        raise ValueError(f"{text.strip()[:40]!r} does not exist; {_EXAMPLES}") from None
    return PartialDate(year, month, day)


def _pieces(typed: str, text: str) -> tuple[int, int, int]:
    if match := _ISO.fullmatch(typed):
        year, month, day = (int(one) if one else 0 for one in match.groups())
        # a zero that was written is no unknown month
        if (match[2] and not month) or (match[3] and not day):
            raise ValueError(f"{text.strip()[:40]!r} does not exist; {_EXAMPLES}")
        return year, month, day
    if match := _MONTH_FIRST.fullmatch(typed):
        return int(match[2]), int(match[1]) or 13, 0
    match = _NAMED.fullmatch(typed)
    if match and match[2] in MONTH_OF and not (match[1] and match[3]):
        return int(match[4]), MONTH_OF[match[2]], int(match[1] or match[3] or 0)
    raise ValueError(f"{text.strip()[:40]!r} is not a date; {_EXAMPLES}")


def span(start: PartialDate | None, end: PartialDate | None, *, goes_on: bool = False) -> str:
    """From when to when: `2015 – 2019`, `Jul 2019 – present`, `2019`; empty where unknown.

    `goes_on` says that a start without an end has not ended.
    """
    if start is None or start.words == (end.words if end else None):
        return end.words if end else ""
    if end is None:
        return f"{start.words} – present" if goes_on else start.words
    return f"{start.words} – {end.words}"


def days_span(first: date, last: date) -> str:
    """Days as a CV shows them: `Nov 2026`, `Mar – Nov 2026`, `2024 – 2026`."""
    if first.year != last.year:
        return f"{first.year} – {last.year}"
    months = MONTHS[first.month - 1][:3], MONTHS[last.month - 1][:3]
    return f"{' – '.join(dict.fromkeys(months))} {first.year}"
