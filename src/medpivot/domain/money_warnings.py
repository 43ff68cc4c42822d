"""What to be wary of in the figures, and what is still missing for them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from medpivot.domain.amounts import with_currency
from medpivot.domain.money import FIELDS, HOUSEHOLD, ROLE, TRAIN
from medpivot.domain.money_facts import LoanForgiveness
from medpivot.domain.money_inputs import Filled
from medpivot.domain.money_result import MoneyResult, ScenarioResult
from medpivot.domain.money_words import number_words, years_words
from medpivot.domain.money_years import (
    MONTHS,
    Maybe,
    Phase,
    span_of,
    training_hours,
    work_hours_in_training,
)

WarningId: TypeAlias = Literal[
    "unknown",
    "offer-changed",
    "below-floor",
    "below-accepted-cut",
    "eroded",
    "training-past-the-years",
    "uneven-raises",
    "forgiveness-hours",
    "forgiveness-employer",
]

_WHEN: Final[Mapping[Phase, str]] = {
    "present": "You work",
    "training": "While training you would work",
    "role": "In the role you would work",
}
_ALWAYS: Final = ("pay", "hours")


@dataclass(frozen=True, slots=True)
class MoneyWarning:
    """One sentence to be wary of; `scenario` is empty where it holds for all, `source` for none."""

    id: WarningId
    scenario: str
    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """A figure that is not known, and the key to enter it under."""

    key: str
    name: str


def warnings(result: MoneyResult, rule: LoanForgiveness) -> tuple[MoneyWarning, ...]:
    """Everything to be wary of, scenario by scenario."""
    found: list[MoneyWarning] = []
    for one in result.scenarios:
        found += _breaches(one, result)
        found += _eroded(one, result)
        found += _cut_off(one, result)
        found += _uneven(one, result)
        found += _forgiveness(one, result, rule)
        found += _unknown(one, result)
    if result.inputs.household["needs"].value is None:
        what = "What your household must have is not entered, so no floor is checked."
        found.append(MoneyWarning("unknown", "", what))
    return tuple(found)


def missing(one: ScenarioResult, result: MoneyResult) -> tuple[Missing, ...]:
    """The figures without which the years of a scenario stay unknown.

    What the role lacks is not asked for a second time for the role after training.
    """
    if one.filled.set_aside:
        return ()
    role = result.scenario(ROLE)
    shared = one.id == TRAIN and role is not None
    keys = [key for key in _ALWAYS if one.filled[key].value is None and not shared]
    if one.filled.kind == "train-then-role":
        lacking = list(_missing_training(one.filled))
        if lacking and one.filled.choices:
            which = f"one of your programs: {', '.join(one.filled.choices)}"
            return (Missing(f"{one.id}.program", which),)
        keys += lacking
    return tuple(Missing(f"{one.id}.{key}", FIELDS[key].name) for key in keys)


def missing_household(result: MoneyResult) -> tuple[Missing, ...]:
    """The figures of the household that are not known; wants may stay so."""
    keys = [key for key in ("needs", "drop") if result.inputs.household[key].value is None]
    return tuple(Missing(key, HOUSEHOLD[key].name) for key in keys)


def _missing_training(one: Filled) -> Iterator[str]:
    for key in ("training_months", "tuition"):
        if one[key].value is None:
            yield key
    paid, cut = one["training_pay"].value, one["pay_cut"].value
    if paid is None and cut is None:
        yield "pay_cut"
    if one["training_hours"].value is None:
        if paid:
            yield "training_hours"
        elif one["study_hours"].value is None:
            yield "study_hours"


def _breaches(one: ScenarioResult, result: MoneyResult) -> Iterator[MoneyWarning]:
    currency = result.inputs.currency
    if one.floor_breach:
        rows = [row for row in one.years if row.number in one.floor_breach]
        gaps = [
            need - row.net
            for row in rows
            if row.net is not None and (need := result.needs[row.number - 1]) is not None
        ]
        most = with_currency(max(gaps), currency)
        when = years_words(one.floor_breach)
        text = f"Below what your household must have in {when}, by up to {most}."
        yield MoneyWarning("below-floor", one.id, text)
    if one.drop_breach and result.least is not None:
        least = with_currency(result.least, currency)
        when = years_words(one.drop_breach)
        text = f"Below the {least} that the cut you could accept leaves, in {when}."
        yield MoneyWarning("below-accepted-cut", one.id, text)


def _eroded(one: ScenarioResult, result: MoneyResult) -> Iterator[MoneyWarning]:
    real = one.erosion.real if one.erosion else None
    if one.nothing_known or one.erosion is None or real is None:
        return
    if real.delivered >= one.erosion.promised:
        return
    promised, now = one.erosion.steps[0].hourly, real.hourly
    text = (
        f"Of {number_words(one.erosion.promised)} education hours a week "
        f"{number_words(real.delivered)} are delivered; with the rest done on top, the week has "
        f"{number_words(real.weekly)} hours"
    )
    if promised is None or now is None:
        yield MoneyWarning("eroded", one.id, f"{text}.")
        return
    currency = result.inputs.currency
    said = f"{with_currency(now, currency)} an hour instead of {with_currency(promised, currency)}"
    said += f", over {len(one.years)} years" if len(one.years) > 1 else ""
    yield MoneyWarning("eroded", one.id, f"{text}: {said}.")


def _cut_off(one: ScenarioResult, result: MoneyResult) -> Iterator[MoneyWarning]:
    span = span_of(one.filled)
    if span is None or span.training is None:
        return
    first, last = span.training
    if last > MONTHS * result.inputs.years:
        text = (
            f"The training lasts from month {first} to month {last}; only the first "
            f"{MONTHS * result.inputs.years} months are counted, and not the whole price."
        )
        yield MoneyWarning("training-past-the-years", one.id, text)


def _uneven(one: ScenarioResult, result: MoneyResult) -> Iterator[MoneyWarning]:
    """A raise entered for the present job alone tilts every comparison with it."""
    mine, theirs = one.filled["raise"].value, result.inputs.stay["raise"].value
    if one.filled.kind != "stay" and theirs and not mine and one.filled["pay"].value is not None:
        text = (
            f"Staying is counted with raises of {number_words(theirs)} percent a year, and this "
            f"with none. If that is not meant: medpivot money set {one.id}.raise="
            f"{number_words(theirs)}"
        )
        yield MoneyWarning("uneven-raises", one.id, text)


def _forgiveness(
    one: ScenarioResult, result: MoneyResult, rule: LoanForgiveness
) -> Iterator[MoneyWarning]:
    """Does a phase fall under the hours from which a month counts? Study is not work."""
    if result.inputs.loan_forgiveness == "no":
        return
    stay = result.inputs.stay
    for phase, hours in _paid_hours(one, stay):
        if hours is not None and hours < rule.hours:
            when = _WHEN[phase]
            text = (
                f"{when} {number_words(hours)} paid hours a week. If you count on "
                f"loan forgiveness, months with fewer than {number_words(rule.hours)} do not count."
            )
            yield MoneyWarning("forgiveness-hours", one.id, text, rule.source)
    if one.filled.kind == "stay" or result.inputs.loan_forgiveness != "yes":
        return
    text = (
        "You count on loan forgiveness, and who would employ you is not known here. Months count "
        "only with a government or nonprofit employer: ask before you change."
    )
    yield MoneyWarning("forgiveness-employer", one.id, text, rule.source)
    if one.filled["training_pay"].value:
        text = (
            "A fellowship paid by a for-profit employer would stop the count; ask who employs you."
        )
        yield MoneyWarning("forgiveness-employer", one.id, text, rule.source)


def _paid_hours(one: ScenarioResult, stay: Filled) -> Iterator[tuple[Phase, Maybe]]:
    counted = {phase for row in one.years for phase, months in row.months.items() if months}
    filled = one.filled
    if filled.kind == "stay":
        yield "present", filled["hours"].value
        return
    if "training" in counted:
        hours = work_hours_in_training(filled, stay)
        if filled["training_pay"].value:
            weekly, study = training_hours(filled, stay), filled["study_hours"].value
            hours = weekly if weekly is None or study is None else weekly - study
        yield "training", hours
    if "role" in counted:
        yield "role", filled["hours"].value


def _unknown(one: ScenarioResult, result: MoneyResult) -> Iterator[MoneyWarning]:
    lacking = missing(one, result)
    if lacking:
        names = "; ".join(each.name for each in lacking)
        yield MoneyWarning("unknown", one.id, f"Not known: {names}.")
