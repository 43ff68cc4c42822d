"""Where a figure of `money` comes from: what it is made of, the arithmetic, and every origin."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from medpivot.domain import explained_totals as totals
from medpivot.domain import explained_years as by_year
from medpivot.domain.closest import closest
from medpivot.domain.explained_years import Parts
from medpivot.domain.finding import not_there, shown
from medpivot.domain.money import FIELDS, HOUSEHOLD, MOST_YEARS
from medpivot.domain.money_result import MoneyResult, ScenarioResult
from medpivot.domain.money_words import NOT_KNOWN, figure_words
from medpivot.domain.money_years import Year
from medpivot.errors import MedpivotError

BY_YEAR: Final[Mapping[str, Callable[[MoneyResult, ScenarioResult, Year], Parts]]] = (
    MappingProxyType(
        {
            "income": by_year.income,
            "hours": by_year.hours,
            "costs": by_year.costs,
            "net": by_year.net,
            "cumulative": by_year.cumulative,
        }
    )
)
"""The figures of one year."""

TOTALS: Final[Mapping[str, Callable[[MoneyResult, ScenarioResult], Parts]]] = MappingProxyType(
    {
        "hourly": totals.hourly,
        "break-even": totals.break_even,
        "floor": totals.floor,
        "wants": totals.wants,
        "cut": totals.cut,
        "lost": totals.lost,
        "erosion": totals.erosion,
    }
)
"""The figures of all years together."""


@dataclass(frozen=True, slots=True)
class Input:
    """One figure that was used: its key, its name, its value in words, and where it comes from."""

    key: str
    name: str
    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A figure with its value in words, the steps that lead to it, and all it was made from."""

    figure: str
    title: str
    value: str
    steps: tuple[str, ...]
    inputs: tuple[Input, ...]


def explain(result: MoneyResult, figure: str) -> Explanation:
    """The figure `SCENARIO.WHAT`, or `SCENARIO.WHAT.YEAR` for those of a year (else the first).

    Raises:
        MedpivotError: there is no such scenario, figure or year.
    """
    scenario_id, _, rest = figure.strip().partition(".")
    what, _, year = rest.partition(".")
    what = what.replace("_", "-")
    one = _scenario(result, scenario_id)
    if what in TOTALS and not year:
        parts, name = TOTALS[what](result, one), f"{one.id}.{what}"
        title = f"{one.title}: {parts.title}"
    elif what in BY_YEAR:
        row = one.years[_number(year, one) - 1]
        parts, name = BY_YEAR[what](result, one, row), f"{one.id}.{what}.{row.number}"
        title = f"{one.title}: {parts.title} in year {row.number}"
    else:
        known = [*BY_YEAR, *TOTALS]
        near = closest(what, known)
        say = f"did you mean {' or '.join(near)}?" if near else f"one of {', '.join(known)}"
        right = ".".join(filter(None, (one.id, near[0], year))) if len(near) == 1 else ""
        raise MedpivotError(
            f"{shown(rest)!r} is no figure; {say}",
            "medpivot money explain",
            meant=(figure, right) if right else None,
        )
    return Explanation(name, title, parts.value, parts.steps, tuple(_inputs(result, one, parts)))


def figures(result: MoneyResult) -> tuple[str, ...]:
    """Everything that can be explained; those of a year without their year."""
    return tuple(f"{one.id}.{what}" for one in result.scenarios for what in (*BY_YEAR, *TOTALS))


def _scenario(result: MoneyResult, scenario_id: str) -> ScenarioResult:
    one = result.scenario(scenario_id)
    if one is None:
        known = [each.id for each in result.scenarios]
        raise not_there("scenario", scenario_id, known, "medpivot money explain")
    return one


def _number(year: str, one: ScenarioResult) -> int:
    last = len(one.years)
    if not year:
        return 1
    number = int(year[:4]) if year.isascii() and year.isdigit() else 0
    if not 1 <= number <= last:
        hint = f"medpivot money set years={max(1, min(MOST_YEARS, number or last))}"
        raise MedpivotError(f"only years 1 to {last} are worked out", hint)
    return number


def _inputs(result: MoneyResult, one: ScenarioResult, parts: Parts) -> Iterator[Input]:
    seen: set[str] = set()
    for key in parts.keys:
        place, _, name = key.rpartition(".")
        if place == "household":
            known, field, where = result.inputs.household[name], HOUSEHOLD[name], key
        else:
            filled = result.inputs.stay if place == "stay" else one.filled
            known, field, where = filled[name], FIELDS[name], f"{filled.id}.{name}"
            if filled.kind not in field.kinds:
                continue
        needed = known.said or parts.value.startswith(NOT_KNOWN)
        if where in seen or not needed:
            continue
        seen.add(where)
        value = figure_words(known.value, field.unit, result.inputs.currency)
        yield Input(where, field.name, value, known.origin)
