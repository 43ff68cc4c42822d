"""The tables of the money screen: side by side, year by year with bars, and protected time."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, TypeAlias

from rich.console import RenderableType

from medpivot.domain.erosion import Erosion
from medpivot.domain.money_result import MoneyResult, ScenarioResult
from medpivot.domain.money_words import NOT_KNOWN, number_words
from medpivot.domain.money_years import Maybe, Year
from medpivot.domain.scenario_words import ahead_words, break_even_words, floor_words, hourly_words
from medpivot.show.columns import columns
from medpivot.show.money_cells import OPEN, name_cell, sum_cell
from medpivot.show.out import fancy
from medpivot.show.paragraphs import AtWidth

ProtectedRow: TypeAlias = tuple[str, str, str]

_BAR: Final = 18
_WIDE: Final = 72
"""Columns from which there is room for bars."""

_YEAR: Final = ("year", "income", "hours", "costs", "net", "so far")


def side_by_side(result: MoneyResult) -> RenderableType:
    """A line for each scenario: an hour, all years, ahead of staying, even with it, the floor."""
    count = len(result.needs)
    heads = ("", "an hour", f"{count} years", "ahead", "breaks even", "floor")
    rows = [
        (
            name_cell(one),
            hourly_words(one.hourly, OPEN),
            sum_cell(one.net),
            ahead_words(one, OPEN),
            break_even_words(one.break_even, count, OPEN),
            floor_words(one, OPEN),
        )
        for one in result.scenarios
    ]
    # an id stays whole; a title, which may be longer, is broken between its words
    short = all(name_cell(one) == one.id for one in result.scenarios)
    return columns(heads, rows, numbers=heads[1:4], whole=heads[:1] if short else (), dash="")


def year_by_year(one: ScenarioResult, result: MoneyResult, largest: Decimal) -> RenderableType:
    """The years of a scenario, with bars where there is room; a full bar is the `largest` sum."""
    return AtWidth(_with_bars(one, result, largest), _with_needs(one, result), _WIDE)


def _with_bars(one: ScenarioResult, result: MoneyResult, largest: Decimal) -> RenderableType:
    """Year by year, with a bar for the net and a mark in it where the needs are."""
    known = any(need is not None for need in result.needs)
    last = f"net, with needs at {_mark()}" if known else "net"
    rows = [(*_year(row), _bar(row, result.needs[row.number - 1], largest)) for row in one.years]
    return columns((*_YEAR, last), rows, numbers=_YEAR, whole=(last,), indent=2)


def _with_needs(one: ScenarioResult, result: MoneyResult) -> RenderableType:
    """Year by year, with the needs as a figure in place of the bar."""
    if all(need is None for need in result.needs):
        return columns(_YEAR, map(_year, one.years), numbers=_YEAR, indent=2)
    heads = (*_YEAR, "needs")
    rows = [(*_year(row), sum_cell(result.needs[row.number - 1])) for row in one.years]
    return columns(heads, rows, numbers=heads, indent=2)


def _year(row: Year) -> tuple[str, ...]:
    sums = (row.income, row.hours, row.costs, row.net, row.cumulative)
    return str(row.number), *map(sum_cell, sums)


def _mark() -> str:
    return "│" if fancy() else "|"


def _bar(row: Year, need: Maybe, largest: Decimal) -> str:
    """A bar for the net of a year; the mark stands where the needs of the household are."""
    if row.net is None or not largest:
        return NOT_KNOWN
    full, empty = ("█", "·") if fancy() else ("#", ".")
    filled = _place(row.net, largest)
    cells = [full if place < filled else empty for place in range(_BAR)]
    if need is not None:
        cells[min(_BAR - 1, _place(need, largest))] = _mark()
    return "".join(cells)


def _place(amount: Decimal, largest: Decimal) -> int:
    return max(0, min(_BAR, round(amount / largest * _BAR)))


def protected_time_rows(found: Erosion) -> tuple[ProtectedRow, ...]:
    """What is delivered of the promised hours, the week it makes, and what an hour then earns."""
    return tuple(_protected_time_rows(found))


def _protected_time_rows(found: Erosion) -> Iterator[ProtectedRow]:
    promised = number_words(found.promised)
    for kept in found.steps:
        said = f"{number_words(kept.delivered)} of {promised} promised"
        yield said, number_words(kept.weekly), hourly_words(kept.hourly, OPEN)
    if found.real:
        said = f"{number_words(found.real.delivered)} of {promised}, as it is"
        yield said, number_words(found.real.weekly), hourly_words(found.real.hourly, OPEN)


def protected_time(rows: Sequence[ProtectedRow]) -> RenderableType:
    """The table of what protected time is worth."""
    heads = ("education hours delivered", "hours a week", "pay for each hour")
    return columns(heads, rows, numbers=heads[1:], indent=2)
