"""The figures of `money` as a report shows them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from medpivot.domain.amounts import whole
from medpivot.domain.money_result import MoneyResult, ScenarioResult
from medpivot.domain.money_words import NOT_KNOWN, amount_words
from medpivot.domain.money_years import Maybe
from medpivot.domain.scenario_words import ahead_words, break_even_words, floor_words, hourly_words
from medpivot.export.report.content import Content
from medpivot.export.report.shapes import Columns, Figure, columns


@dataclass(frozen=True, slots=True)
class ScenarioRow:
    """One scenario held against staying."""

    title: str
    hourly: str
    total: str
    ahead: str
    break_even: str
    floor: str


@dataclass(frozen=True, slots=True)
class ScenarioYears:
    """The years of a scenario: a chart of what is left, and all its figures."""

    title: str
    chart: Columns | None
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class MoneyPart:
    """The scenarios side by side and year by year, and what to be wary of."""

    currency: str
    years: int
    rows: tuple[ScenarioRow, ...]
    scenarios: tuple[ScenarioYears, ...]
    warnings: tuple[tuple[str, str], ...]
    needs: str


def money_part(content: Content) -> MoneyPart | None:
    """The money; None where no scenario has an income that is known."""
    result = content.money
    if result is None or not content.audience.sees("money"):
        return None
    known = [one for one in result.scenarios if not one.nothing_known]
    if not known:
        return None
    most = max((float(year.net or 0) for one in known for year in one.years), default=0)
    return MoneyPart(
        currency=result.inputs.currency,
        years=len(result.needs),
        rows=tuple(_row(one, len(result.needs)) for one in known),
        scenarios=tuple(_years(one, result, place, most) for place, one in enumerate(known)),
        warnings=_warnings(content, {one.id: one.title for one in known}),
        needs=_needs(result),
    )


def _warnings(content: Content, titles: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Each sentence once, with the scenarios it is about; what is unknown is seen in the tables."""
    said: dict[str, list[str]] = {}
    for one in content.warnings:
        if one.id != "unknown" and (not one.scenario or one.scenario in titles):
            said.setdefault(one.text, []).append(titles.get(one.scenario, ""))
    return tuple((text, "; ".join(one for one in about if one)) for text, about in said.items())


def _row(one: ScenarioResult, count: int) -> ScenarioRow:
    return ScenarioRow(
        one.title,
        hourly_words(one.hourly, NOT_KNOWN),
        _sum(one.net),
        ahead_words(one, NOT_KNOWN),
        break_even_words(one.break_even, count, NOT_KNOWN),
        floor_words(one, NOT_KNOWN),
    )


def _needs(result: MoneyResult) -> str:
    """What the household must have: one sum, or the first and last of a growing one."""
    known = [need for need in result.needs if need is not None]
    if not known:
        return ""
    first, last = (amount_words(one, result.inputs.currency) for one in (known[0], known[-1]))
    return first if first == last else f"{first} in year 1, {last} in year {len(known)}"


def _years(one: ScenarioResult, result: MoneyResult, place: int, most: float) -> ScenarioYears:
    rows = tuple(
        (
            str(year.number),
            _sum(year.income),
            _sum(year.hours),
            _sum(year.costs),
            _sum(year.net),
            _sum(year.cumulative),
        )
        for year in one.years
    )
    nets = [(year, result.needs[year.number - 1]) for year in one.years]
    if any(year.net is None or year.net < 0 for year, _ in nets):
        # a chart that begins at 0 would hide what is missing or below it; the table does not
        return ScenarioYears(one.title, None, rows)
    figures = [
        Figure(
            f"year {year.number}",
            float(year.net or 0),
            _thousands(year.net or Decimal(0)),
            None if need is None else float(need),
            "" if need is None else whole(need),
            short=f"year {year.number}" if year.number == 1 else str(year.number),
        )
        for year, need in nets
    ]
    least = min(figures, key=lambda figure: figure.value)
    needs = " The line across is what the household must have." if result.needs[0] else ""
    text = f"Least: {least.said} in {least.label}.{needs} Every figure is in the table below."
    return ScenarioYears(
        one.title,
        columns(f"money-{place}", one.title, text, figures, most),
        rows,
    )


def _sum(amount: Maybe) -> str:
    return NOT_KNOWN if amount is None else whole(amount)


def _thousands(amount: Decimal) -> str:
    return f"{whole(amount / 1000)}k" if abs(amount) >= 10_000 else whole(amount)  # noqa: PLR2004
