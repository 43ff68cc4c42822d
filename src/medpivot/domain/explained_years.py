"""How the figures of one year come about, in steps, and which entries they are made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from medpivot.domain.money_inputs import Filled
from medpivot.domain.money_result import MoneyResult, ScenarioResult
from medpivot.domain.money_words import amount_words, figure_words, number_words
from medpivot.domain.money_years import (
    Paid,
    Phase,
    Year,
    on_top,
    paid,
    plus,
    span_of,
    training_hours,
)

COSTS: Final = ("tuition", "training_costs", "one_off_costs", "training_months")

_PAID: Final[Mapping[Phase, str]] = {
    "present": "in the present job",
    "training": "in training",
    "role": "in the role",
}
_NO_LENGTH: Final = "The length of the training is not known, so neither is the year."


@dataclass(frozen=True, slots=True)
class Parts:
    """What a figure is called, its value in words, the steps to it, and the keys it is made from.

    A key is that of the scenario; `stay.KEY` and `household.KEY` name those of others.
    """

    title: str
    value: str
    steps: tuple[str, ...]
    keys: tuple[str, ...]


def income(result: MoneyResult, one: ScenarioResult, row: Year) -> Parts:
    """Pay by the month, phase by phase."""
    stay, filled, currency = result.inputs.stay, one.filled, result.inputs.currency
    span, value = span_of(filled), amount_words(row.income, currency)
    if span is None:
        return Parts("income", value, (_NO_LENGTH,), income_keys(filled, row))
    parts = paid(filled, stay, span, row.number)
    steps = [
        f"{each.months} of 12 months {_PAID[each.phase]}, at {amount_words(each.pay, currency)} "
        f"a year{_of_what(filled) if each.phase == 'training' else _raised(each, filled, stay)}"
        for each in parts
    ]
    if filled["raise"].value and begins_later(filled) and row.months["role"]:
        steps.append(RAISES)
    return Parts("income", value, tuple(steps), income_keys(filled, row))


def hours(result: MoneyResult, one: ScenarioResult, row: Year) -> Parts:
    """Hours a week times working weeks, by the month, phase by phase."""
    stay, filled = result.inputs.stay, one.filled
    trains = filled.kind == "train-then-role"
    weekly = {
        "present": stay["hours"].value,
        "training": training_hours(filled, stay) if trains else None,
        "role": plus((filled["hours"].value, on_top(filled))),
    }
    weeks = {phase: (filled if phase == "role" else stay)["weeks"].value for phase in weekly}
    asides = {"training": ", study included", "role": _done_on_top(filled)}
    steps = tuple(
        f"{count} of 12 months {_PAID[phase]}{asides.get(phase, '')}: "
        f"{figure_words(weekly[phase], 'hours')} a week, "
        f"{figure_words(weeks[phase], 'weeks')} a year"
        for phase, count in row.months.items()
        if count
    )
    value = figure_words(row.hours, "hours")
    return Parts("hours worked and studied", value, steps or (_NO_LENGTH,), hours_keys(filled))


def costs(result: MoneyResult, one: ScenarioResult, row: Year) -> Parts:
    """Tuition and training costs by the month, and what is paid once."""
    currency, filled, steps = result.inputs.currency, one.filled, list[str]()
    span, months = span_of(filled), row.months.get("training", 0)
    if months and span and span.training:
        length = span.training[1] - span.training[0] + 1
        whole = plus((filled["tuition"].value, filled["training_costs"].value))
        steps.append(
            f"{months} of the {length} months of training fall into this year; tuition and "
            f"training costs are {amount_words(whole, currency)} in all"
        )
    if filled["one_off_costs"].value:
        once = amount_words(filled["one_off_costs"].value, currency)
        steps.append(f"{once} once, in the year in which something changes first")
    value = amount_words(row.costs, currency)
    title = "tuition and other costs"
    return Parts(title, value, tuple(steps) or ("Nothing falls into this year.",), COSTS)


def net(result: MoneyResult, one: ScenarioResult, row: Year) -> Parts:
    """Income less tuition and costs; nothing else is taken off."""
    currency = result.inputs.currency
    earned, spent = amount_words(row.income, currency), amount_words(row.costs, currency)
    steps = (f"{earned} of income less {spent} of tuition and costs", "no tax is taken off")
    keys = (*income_keys(one.filled, row), *COSTS)
    return Parts("income less costs", amount_words(row.net, currency), steps, keys)


def cumulative(result: MoneyResult, one: ScenarioResult, row: Year) -> Parts:
    """The sum of the nets so far."""
    currency = result.inputs.currency
    rows = one.years[: row.number]
    steps = tuple(f"year {each.number}: {amount_words(each.net, currency)}" for each in rows)
    value = amount_words(row.cumulative, currency)
    return Parts("running sum", value, steps, (*all_income_keys(one), *COSTS))


def income_keys(one: Filled, row: Year) -> tuple[str, ...]:
    """What the income of a year is made from."""
    keys: list[str] = []
    if one.kind == "stay" or row.months.get("present") or row.months.get("training"):
        keys += ["stay.pay", "stay.raise"]
    if row.months.get("training"):
        keys += ["pay_cut", "training_pay", "training_from", "training_months"]
    if row.months.get("role") or not row.months:
        keys += ["pay", "raise", "role_from", "training_months"]
    return tuple(dict.fromkeys(keys))


def all_income_keys(one: ScenarioResult) -> tuple[str, ...]:
    """What the income of all years is made from."""
    return tuple(dict.fromkeys(key for row in one.years for key in income_keys(one.filled, row)))


def hours_keys(one: Filled) -> tuple[str, ...]:
    """What the hours are made from."""
    if one.kind == "stay":
        return ("hours", "weeks")
    training = ("training_hours", "study_hours", "pay_cut") if one.kind == "train-then-role" else ()
    promise = ("education_promised", "education_delivered") if on_top(one) else ()
    return ("stay.hours", "stay.weeks", *training, "hours", "weeks", *promise)


RAISES: Final = "raises in a role are counted from its own first year, not from today"
"""What `explain` and the screen say where a role with raises begins later."""


def begins_later(one: Filled) -> bool:
    """Does its role begin after the first month?"""
    span = span_of(one)
    return span is not None and (span.role_from or 1) > 1


def _raised(each: Paid, one: Filled, stay: Filled) -> str:
    percent, raises = (one if each.phase == "role" else stay)["raise"].value, each.raises
    if not percent or not raises:
        return ""
    return f", after {raises} raise{'s' if raises > 1 else ''} of {number_words(percent)} percent"


def _done_on_top(one: Filled) -> str:
    more = on_top(one)
    if not more:
        return ""
    return f", {number_words(more)} hours of education not delivered and done on top"


def _of_what(one: Filled) -> str:
    cut, paid = one["pay_cut"].value, one["training_pay"].value
    parts: list[str] = []
    if cut is not None:
        parts.append(f"the present pay less {number_words(cut)} percent")
    if paid is not None:
        parts.append("what the program pays")
    return f" ({' and '.join(parts)})" if parts else ""
