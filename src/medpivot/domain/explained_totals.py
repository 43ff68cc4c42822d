"""How what the years add up to comes about: pay per hour, break-even, floor, lost income."""

from medpivot.domain.explained_years import COSTS, Parts, all_income_keys, hours_keys
from medpivot.domain.money_result import MoneyResult, ScenarioResult
from medpivot.domain.money_words import (
    NOT_KNOWN,
    amount_words,
    figure_words,
    number_words,
    years_words,
)
from medpivot.domain.money_years import on_top, plus

_MISSING = f"{NOT_KNOWN}: a figure is missing"


def hourly(result: MoneyResult, one: ScenarioResult) -> Parts:
    """All income over all hours."""
    currency, count = result.inputs.currency, len(one.years)
    income = plus(row.income for row in one.years)
    hours = plus(row.hours for row in one.years)
    steps: tuple[str, ...] = (
        f"all income of {count} years: {amount_words(income, currency)}",
        f"all hours of {count} years, study included: {figure_words(hours, 'hours')}",
        "the first divided by the second; tuition is not taken off",
    )
    if on_top(one.filled):
        steps += ("education hours promised and not delivered are counted, as done on top",)
    keys = (*all_income_keys(one), *hours_keys(one.filled))
    return Parts("pay for each hour", amount_words(one.hourly, currency), steps, keys)


def break_even(result: MoneyResult, one: ScenarioResult) -> Parts:
    """The running sum beside that of staying."""
    currency, stay = result.inputs.currency, result.scenarios[0]
    value = {
        "baseline": "this is what the others are compared with",
        "reached": f"year {one.break_even.year}, and never behind from then on",
        "not-within": f"not within {len(one.years)} years",
        "unknown": _MISSING,
    }[one.break_even.state]
    steps = tuple(
        f"year {mine.number}: {amount_words(mine.cumulative, currency)} so far, "
        f"{amount_words(theirs.cumulative, currency)} by staying"
        for mine, theirs in zip(one.years, stay.years, strict=True)
    )
    return Parts("break-even with staying", value, steps, (*all_income_keys(one), *COSTS))


def floor(result: MoneyResult, one: ScenarioResult) -> Parts:
    """Income less costs, year by year, beside what the household must have."""
    currency = result.inputs.currency
    steps = [
        f"year {row.number}: {amount_words(row.net, currency)}, needs "
        f"{amount_words(need, currency)}"
        for row, need in zip(one.years, result.needs, strict=True)
    ]
    steps.append("wants are kept apart and never enter the floor")
    value = _breached(one.floor_breach, "never under the floor", "under the floor in")
    keys = ("household.needs", "household.growth", *all_income_keys(one), *COSTS)
    return Parts("the household's floor", value, tuple(steps), keys)


def wants(result: MoneyResult, one: ScenarioResult) -> Parts:
    """Income less costs, year by year, beside needs and wants together."""
    currency = result.inputs.currency
    steps = tuple(
        f"year {row.number}: {amount_words(row.net, currency)}, needs and wants "
        f"{amount_words(plus(both), currency)}"
        for row, both in zip(one.years, zip(result.needs, result.wants, strict=True), strict=True)
    )
    value = _breached(one.wants_breach, "covered in every year", "not covered in")
    keys = ("household.needs", "household.wants", "household.growth", *all_income_keys(one), *COSTS)
    return Parts("what would be nice on top of needs", value, steps, keys)


def cut(result: MoneyResult, one: ScenarioResult) -> Parts:
    """Income, year by year, beside what the accepted cut leaves of today's pay."""
    currency = result.inputs.currency
    steps = [f"the accepted cut leaves {amount_words(result.least, currency)} of today's pay"]
    steps += [f"year {row.number}: {amount_words(row.income, currency)}" for row in one.years]
    value = _breached(one.drop_breach, "never below it", "below it in")
    keys = ("household.drop", "stay.pay", *all_income_keys(one))
    return Parts("the cut you could accept", value, tuple(steps), keys)


def lost(result: MoneyResult, one: ScenarioResult) -> Parts:
    """What the present job would have paid in the months of training, less what they pay."""
    currency = result.inputs.currency
    steps = [
        f"year {row.number}: {amount_words(row.lost, currency)}, "
        f"in {row.months['training']} months of training"
        for row in one.years
        if row.months.get("training")
    ]
    if not steps and one.filled.kind != "train-then-role":
        steps.append("there is no training in this scenario")
    else:
        steps.append("what the present job would have paid in those months, less what they pay")
    keys = ("stay.pay", "stay.raise", "pay_cut", "training_pay", "training_months", "training_from")
    value = amount_words(one.lost, currency)
    return Parts("income lost while training", value, tuple(steps), keys)


def erosion(result: MoneyResult, one: ScenarioResult) -> Parts:
    """Pay for each hour as less and less of the promised time is delivered."""
    currency = result.inputs.currency
    title = "what protected time is worth"
    keys = ("pay", "hours", "weeks", "education_promised", "education_delivered")
    if one.erosion is None:
        return Parts(title, NOT_KNOWN, ("no promised hours are entered",), keys)
    real = [one.erosion.real] if one.erosion.real else []
    steps = [
        f"{number_words(kept.delivered)} hours delivered, {number_words(kept.percent)} percent: "
        f"{number_words(kept.weekly)} hours a week, {amount_words(kept.hourly, currency)} an hour"
        for kept in (*one.erosion.steps, *real)
    ]
    steps += [
        f"all income over all hours of {len(one.years)} years, as in {one.id}.hourly",
        "pay and education work stay; what is not delivered is done on top",
    ]
    now = one.erosion.real or one.erosion.steps[0]
    return Parts(title, f"{amount_words(now.hourly, currency)} an hour", tuple(steps), keys)


def _breached(years: tuple[int, ...] | None, never: str, found: str) -> str:
    if years is None:
        return _MISSING
    return f"{found} {years_words(years)}" if years else never
