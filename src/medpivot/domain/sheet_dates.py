"""Dates as spreadsheets write them: day, month and year in an order that somebody has to name."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final, Literal, TypeAlias

from medpivot.domain.dates import parse_date

DateOrder: TypeAlias = Literal["iso", "day-first", "month-first"]

_TIME: Final = r"(?:[T ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp][Mm])?)?"
_ISO: Final = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_TIME}", re.ASCII)
_YEAR_LAST: Final = re.compile(rf"(\d{{1,2}})[-/. ](\d{{1,2}})[-/. ](\d{{4}}){_TIME}", re.ASCII)
_SHORT_YEAR: Final = re.compile(rf"\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2}}{_TIME}", re.ASCII)
_NAMED: Final = re.compile(r"(?=.*[^\W\d_]{3})(?=.*\d{4})(?!.*\bago\b).+")

_LONGEST_SHOWN: Final = 40
_MONTHS: Final = 12


def sheet_date(cell: str, order: DateOrder, today: date) -> date:
    """The day of a cell; a time of day behind it is left out.

    Year first is always understood, and so is a month by its name; 5/12/2026 only in an order
    that was named, because it means two days.

    Raises:
        ValueError: it is no date, or means no single day.
    """
    text = cell.strip()
    if match := _ISO.fullmatch(text):
        year, month, day = match.groups()
        return parse_date(f"{year}-{month}-{day}", today)
    if (match := _YEAR_LAST.fullmatch(text)) and order != "iso":
        first, second, year = match.groups()
        day, month = (first, second) if order == "day-first" else (second, first)
        if int(month) > _MONTHS:
            raise ValueError(f"{_quoted(text)} has no month {int(month)} when read {order}")
        return parse_date(f"{year}-{month}-{day}", today)
    if match:
        raise ValueError(f"{_quoted(text)} needs --dates to say which number is the day")
    if _SHORT_YEAR.fullmatch(text):
        raise ValueError(f"{_quoted(text)} needs the year in four digits")
    if _NAMED.fullmatch(text):
        return parse_date(text, today)
    raise ValueError(f"{_quoted(text)} is not a date; write it like {today.isoformat()}")


def possible_orders(cells: Iterable[str]) -> tuple[DateOrder, ...]:
    """The orders in which every date with the year last would exist; both where it is open.

    Empty where no cell has the year last, or no order fits all.
    """
    found = [match for one in cells if (match := _YEAR_LAST.fullmatch(one.strip()))]
    orders: tuple[DateOrder, ...] = ("day-first", "month-first")
    if not found:
        return ()
    return tuple(
        order
        for place, order in enumerate(orders)
        if all(int(match[2 - place]) <= _MONTHS for match in found)
    )


def _quoted(text: str) -> str:
    return f"'{text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + '...'}'"
