"""Dates as spreadsheets write them: day, month and year in an order that somebody has to name."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final, Literal, TypeAlias

from medpivot.domain.dates import parse_date
from medpivot.domain.harmless import quoted

DateOrder: TypeAlias = Literal["iso", "day-first", "month-first", "excel"]

_TIME: Final = r"(?:[T ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp][Mm])?)?"
_ISO: Final = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_TIME}", re.ASCII)
_YEAR_LAST: Final = re.compile(rf"(\d{{1,2}})[-/. ](\d{{1,2}})[-/. ](\d{{4}}){_TIME}", re.ASCII)
_SHORT_YEAR: Final = re.compile(rf"\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2}}{_TIME}", re.ASCII)
_SERIAL: Final = re.compile(r"([2-7]\d{4})(?:[.,]\d+)?", re.ASCII)
_NAMED: Final = re.compile(r"(?=.*[^\W\d_]{3})(?=.*\d{4})(?!.*\bago\b).+")

_EXCEL_BEGINS: Final = date(1899, 12, 30)
"""Day 0 of Excel's count, which takes 1900 for a leap year: right from March 1900 on."""

_MONTHS: Final = 12
_ORDERS: Final[tuple[DateOrder, ...]] = ("day-first", "month-first")


def sheet_date(cell: str, order: DateOrder, today: date) -> date:
    """The day of a cell; a time of day behind it is left out.

    Year first is always understood, and so is a month by its name; 5/12/2026 only in an order
    that was named, because it means two days, and 46154 only as `excel`, as Excel counts them.

    Raises:
        ValueError: it is no date, or means no single day.
    """
    text = cell.strip()
    if match := _ISO.fullmatch(text):
        year, month, day = match.groups()
        return parse_date(f"{year}-{month}-{day}", today)
    if (match := _YEAR_LAST.fullmatch(text)) and order in _ORDERS:
        first, second, year = match.groups()
        day, month = (first, second) if order == "day-first" else (second, first)
        if int(month) > _MONTHS:
            raise ValueError(f"{quoted(text)} has no month {int(month)} when read {order}")
        return parse_date(f"{year}-{month}-{day}", today)
    if match:
        raise ValueError(f"{quoted(text)} needs --dates to say which number is the day")
    if match := _SERIAL.fullmatch(text):
        day = _EXCEL_BEGINS + timedelta(days=int(match[1]))
        if order == "excel":
            return parse_date(day.isoformat(), today)
        raise ValueError(
            f"{quoted(text)} is not a date; with --dates excel it is taken as Excel counts days: "
            f"{day.isoformat()}"
        )
    if _SHORT_YEAR.fullmatch(text):
        raise ValueError(f"{quoted(text)} needs the year in four digits")
    if _NAMED.fullmatch(text):
        return parse_date(text, today)
    raise ValueError(f"{quoted(text)} is not a date; write it like {today.isoformat()}")


def possible_orders(cells: Iterable[str]) -> tuple[DateOrder, ...]:
    """The orders in which every date with the year last would exist; both where it is open.

    `excel` where days are counted as Excel does and none has the year last; empty where no order
    fits all.
    """
    texts = [one.strip() for one in cells]
    found = [match for one in texts if (match := _YEAR_LAST.fullmatch(one))]
    if not found:
        return ("excel",) if any(_SERIAL.fullmatch(one) for one in texts) else ()
    return tuple(
        order
        for place, order in enumerate(_ORDERS)
        if all(int(match[2 - place]) <= _MONTHS for match in found)
    )
