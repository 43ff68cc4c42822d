"""What the years of a scenario add up to: pay per hour, break-even, the floor, the accepted cut.

Nothing here is tax or legal advice: sums are taken as they were entered, before tax or after it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from medpivot.domain.erosion import Erosion, erosion
from medpivot.domain.money_inputs import Filled, Inputs, Known
from medpivot.domain.money_years import HUNDRED, Maybe, Year, grown, per_hour, plus, times, years

BreakEvenState: TypeAlias = Literal["baseline", "reached", "not-within", "unknown"]


@dataclass(frozen=True, slots=True)
class BreakEven:
    """From which year on the running sum is never again below that of staying.

    `not-within`: not within the years reckoned; `unknown`: a figure is missing; `baseline`: it is
    the scenario that others are held against.
    """

    state: BreakEvenState
    year: int | None = None


@dataclass(frozen=True, slots=True)
class ScenarioResult:
    """One scenario with its years and what follows from them; None is unknown.

    `hourly` is all income over all hours of all years, `net` and `lost` are sums over the years,
    `ahead` is the last running sum less that of staying. `floor_breach` are the years whose net is
    known to lie under the needs, None where that cannot be told; `drop_breach` those whose
    income lies under what the accepted cut leaves of today's pay, `wants_breach` those whose net is
    under needs and wants together. `floor_open` are the years of
    which it is not known.
    """

    id: str
    title: str
    filled: Filled
    years: tuple[Year, ...]
    hourly: Maybe
    net: Maybe
    lost: Maybe
    ahead: Maybe
    break_even: BreakEven
    floor_breach: tuple[int, ...] | None
    floor_open: tuple[int, ...]
    drop_breach: tuple[int, ...] | None
    wants_breach: tuple[int, ...] | None
    erosion: Erosion | None

    @property
    def nothing_known(self) -> bool:
        """Is not one year's income known?"""
        return all(year.income is None for year in self.years)


@dataclass(frozen=True, slots=True)
class MoneyResult:
    """All scenarios, the present job first; `needs` and `wants` by year, None where unknown.

    `least` is what the accepted cut leaves of today's pay.
    """

    inputs: Inputs
    scenarios: tuple[ScenarioResult, ...]
    needs: tuple[Maybe, ...]
    wants: tuple[Maybe, ...]
    least: Maybe

    def scenario(self, scenario_id: str) -> ScenarioResult | None:
        """The scenario of that id, or None."""
        return next((one for one in self.scenarios if one.id == scenario_id), None)


def reckon(inputs: Inputs) -> MoneyResult:
    """Every scenario over the years, held against staying, the floor and the accepted cut."""
    numbers = range(1, inputs.years + 1)
    needs = tuple(_household(inputs.household, "needs", number) for number in numbers)
    wants = tuple(_household(inputs.household, "wants", number) for number in numbers)
    least = _least(inputs)
    staying = years(inputs.stay, inputs.stay, inputs.years)
    results = tuple(_result(one, inputs, staying, needs, wants, least) for one in inputs.scenarios)
    return MoneyResult(inputs, results, needs, wants, least)


def break_even(theirs: Sequence[Year], staying: Sequence[Year]) -> BreakEven:
    """From which year on a scenario has brought at least as much as staying, to the end.

    The last such stretch counts, so that a good first year does not hide what comes after it.
    """
    first: int | None = None
    for one, stay in zip(theirs, staying, strict=True):
        if one.cumulative is None or stay.cumulative is None:
            return BreakEven("unknown")
        if one.cumulative < stay.cumulative:
            first = None
        elif first is None:
            first = one.number
    return BreakEven("not-within") if first is None else BreakEven("reached", first)


def under(limits: Sequence[Maybe], amounts: Sequence[Maybe]) -> tuple[int, ...] | None:
    """The years, from 1, in which an amount lies under its limit; None where none can be told.

    A year that is unknown is not among them: whoever shows this must say that it is open.
    """
    found = tuple(
        number
        for number, (limit, amount) in enumerate(zip(limits, amounts, strict=True), start=1)
        if limit is not None and amount is not None and amount < limit
    )
    open_years = any(
        limit is None or amount is None for limit, amount in zip(limits, amounts, strict=True)
    )
    return None if open_years and not found else found


def _result(
    one: Filled,
    inputs: Inputs,
    staying: Sequence[Year],
    needs: Sequence[Maybe],
    wants: Sequence[Maybe],
    least: Maybe,
) -> ScenarioResult:
    rows = years(one, inputs.stay, inputs.years)
    nets = [row.net for row in rows]
    ends = rows[-1].cumulative, staying[-1].cumulative
    return ScenarioResult(
        id=one.id,
        title=one.title,
        filled=one,
        years=rows,
        hourly=per_hour(plus(row.income for row in rows), plus(row.hours for row in rows)),
        net=rows[-1].cumulative,
        lost=plus(row.lost for row in rows),
        ahead=None if ends[0] is None or ends[1] is None else ends[0] - ends[1],
        break_even=BreakEven("baseline") if one.kind == "stay" else break_even(rows, staying),
        floor_breach=under(needs, nets),
        floor_open=tuple(
            row.number
            for row, need in zip(rows, needs, strict=True)
            if row.net is None or need is None
        ),
        drop_breach=under([least] * len(rows), [row.income for row in rows]),
        wants_breach=under([plus(both) for both in zip(needs, wants, strict=True)], nets),
        erosion=erosion(one, rows),
    )


def _household(household: Mapping[str, Known], key: str, number: int) -> Maybe:
    return grown(household[key].value, household["growth"].value, number)


def _least(inputs: Inputs) -> Maybe:
    drop = inputs.household["drop"].value
    left = None if drop is None else (HUNDRED - drop) / HUNDRED
    return times(inputs.stay["pay"].value, left)
