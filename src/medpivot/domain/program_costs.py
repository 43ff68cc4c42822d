"""What a training program really costs: its price, the income it takes, when it pays back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from medpivot.domain.amounts import cents
from medpivot.domain.money import TRAIN, Money, Scenario
from medpivot.domain.money_inputs import WEEKS_OF_A_YEAR, Person, fill
from medpivot.domain.money_result import BreakEven, reckon
from medpivot.domain.money_years import MONTHS, Maybe, plus, times
from medpivot.domain.programs import Program

REACH: Final = 20
"""Years over which a program is given the chance to pay back: judgment."""

TEN_YEARS: Final = Decimal(10)
"""Years after which a program should have paid back, to say what that takes: judgment."""

_OF_A_PROGRAM: Final = ("tuition", "training_months", "pay_cut", "study_hours", "training_pay")


@dataclass(frozen=True, slots=True)
class ProgramCost:
    """One program with what it takes; None is unknown.

    `study_hours` are all hours of study, `lost` the income lost while it lasts, `whole` the price
    and the lost income together. `break_even` holds the role after it against staying, 20 years.
    `gain_needed` is how much more a year the role would have to pay because of it, to be even in
    ten years. `hours_short` are the hours a week it asks for beyond those the person has free.
    """

    program: Program
    study_hours: Maybe
    lost: Maybe
    whole: Maybe
    break_even: BreakEven
    gain_needed: Maybe
    hours_short: Maybe


def program_costs(
    chosen: Sequence[Program], money: Money, person: Person
) -> tuple[ProgramCost, ...]:
    """Each of these programs, reckoned with the person's pay and the role's.

    Raises:
        MedpivotError: a program is priced in another currency than the money.
    """
    return tuple(_cost(one, money, person) for one in chosen)


def _cost(program: Program, money: Money, person: Person) -> ProgramCost:
    entered = money.scenario(TRAIN) or Scenario(TRAIN, "train-then-role")
    own = {key: value for key, value in entered.figures.items() if key not in _OF_A_PROGRAM}
    own.pop("role_from", None)
    scenario = replace(entered, program=program.id, figures=MappingProxyType(own), removed=False)
    only = replace(
        money, scenarios=tuple(one for one in money.scenarios if one.id in ("stay", "role"))
    )
    result = reckon(fill(only.put(scenario), person, REACH)).scenario(TRAIN)
    assert result is not None  # noqa: S101  (the scenario was just put there)
    months = None if program.months is None else Decimal(program.months)
    weeks = times(months, WEEKS_OF_A_YEAR / MONTHS)
    free = person.answers.number("hours-weekly")
    short = None
    if free is not None and program.hours is not None:
        short = max(Decimal(0), program.hours - Decimal(str(free)))
    whole = plus((program.cost, result.lost))
    return ProgramCost(
        program,
        times(program.hours, weeks),
        result.lost,
        whole,
        result.break_even,
        None if whole is None else max(Decimal(0), cents(whole / TEN_YEARS)),
        short,
    )
