"""Money as the tests enter it: a person with nothing but what is said here."""

from decimal import Decimal
from types import MappingProxyType

from medpivot.domain.answers import Answers
from medpivot.domain.money import FIRST_SCENARIOS, Money, Scenario
from medpivot.domain.money_inputs import Person, fill
from medpivot.domain.money_result import reckon
from medpivot.domain.programs import Programs
from medpivot.domain.roles import Roles

STAY = {"pay": 240_000, "hours": 50}
ROLE = {"pay": 210_000, "hours": 44}
TRAIN = {
    "training_from": 7,
    "training_months": 18,
    "pay_cut": 40,
    "tuition": 27_000,
    "study_hours": 10,
    **ROLE,
}


def exact(figures):
    return MappingProxyType({key: Decimal(str(value)) for key, value in figures.items()})


def money(*, years=3, currency="USD", household=(), weeks=46, **scenarios):
    """Money with these figures by scenario; `train` stands for train-then-role."""
    entered = []
    for name, figures in scenarios.items():
        scenario_id = {"train": "train-then-role"}.get(name, name)
        kind = FIRST_SCENARIOS.get(scenario_id, "role")
        entered.append(Scenario(scenario_id, kind, figures=exact(figures)))
    general = exact({"weeks": weeks}) if weeks else exact({})
    return Money(currency, years, "", general, exact(dict(household)), tuple(entered))


def person(answers=(), programs=None, day=""):
    return Person(
        Answers(MappingProxyType(dict(answers))),
        day,
        Roles((), ()),
        "",
        programs or Programs(),
        Decimal(46),
    )


def inputs(*args, answers=(), programs=None, **entered):
    return fill(money(**entered), person(answers, programs, day="2026-11-22"))


def result(*, answers=(), programs=None, **entered):
    """What those figures make."""
    return reckon(inputs(answers=answers, programs=programs, **entered))


def column(scenario, name):
    """One column of a scenario's table, as plain numbers; None is unknown."""
    values = [getattr(row, name) for row in scenario.years]
    return [None if value is None else float(value) for value in values]
