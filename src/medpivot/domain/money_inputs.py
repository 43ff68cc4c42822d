"""Every figure that money is reckoned from, and where each comes from.

What `money.toml` does not say is taken from the answers of the assessment, from a program in
training.toml, or from a usual value, in this order, and the origin is kept with it. What nobody
said is unknown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from medpivot.domain.answers import Answers
from medpivot.domain.money import (
    FIELDS,
    FIRST_SCENARIOS,
    GENERAL,
    HOUSEHOLD,
    ROLE,
    STAY,
    TRAIN,
    USUAL_YEARS,
    Money,
    Scenario,
    ScenarioKind,
    YesNo,
)
from medpivot.domain.programs import Program, Programs, one_in_mind
from medpivot.domain.roles import Roles
from medpivot.errors import MedpivotError

WEEKS_OF_A_YEAR: Final = Decimal(52)
"""What hours averaged over a year are multiplied by; those of a working week, by working weeks."""

NOT_ENTERED: Final = "not entered"


@dataclass(frozen=True, slots=True)
class Known:
    """One figure and where it comes from; a value of None is unknown.

    `entered`: it was entered for this very scenario, or for all. `shared` are the words for all
    figures that come from the same place, where `origin` names a single one.
    """

    value: Decimal | None
    origin: str
    entered: bool = False
    shared: str = ""

    @property
    def said(self) -> bool:
        """Is it known?"""
        return self.value is not None

    @property
    def taken_from(self) -> str:
        """Where it was taken from; empty where it is unknown, or was entered."""
        return "" if self.entered or self.value is None else self.shared or self.origin


UNKNOWN: Final = Known(None, NOT_ENTERED)


@dataclass(frozen=True, slots=True)
class Filled:
    """A scenario with every figure of its kind, by key of `FIELDS`.

    `program` is the one in training.toml it reckons with; `choices` are those it could, while none
    is chosen. `set_aside` says why nothing is asked for it, where that is so. `named` is True
    where the title was given, and not made here.
    """

    id: str
    kind: ScenarioKind
    title: str
    figures: Mapping[str, Known]
    program: str = ""
    choices: tuple[str, ...] = ()
    set_aside: str = ""
    named: bool = False

    def __getitem__(self, key: str) -> Known:
        return self.figures.get(key, UNKNOWN)


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that is reckoned from. `household` by key of `HOUSEHOLD`; `years` from 1 to 40."""

    currency: str
    years: int
    household: Mapping[str, Known]
    scenarios: tuple[Filled, ...]
    loan_forgiveness: YesNo = ""

    @property
    def stay(self) -> Filled:
        """The present job going on."""
        return next(one for one in self.scenarios if one.id == STAY)


@dataclass(frozen=True, slots=True)
class Person:
    """What is known beside `money.toml`: answers with their day, roles, the role in mind, programs.

    `usual_weeks` is how many weeks a year are worked where nobody says, `usual_weeks_from` the
    reason for that number.
    """

    answers: Answers
    answered_on: str
    roles: Roles
    role: str
    programs: Programs
    usual_weeks: Decimal
    usual_weeks_from: str = "a usual value, our judgment"


def fill(money: Money, person: Person, years: int | None = None) -> Inputs:
    """Every figure with its origin, for all scenarios that are not removed.

    `years` takes the place of those entered; without either there are five.

    Raises:
        MedpivotError: a program is priced in another currency, or a scenario names one that is
            not there.
    """
    currency = _one_currency(money, person.programs)
    filled = [_filled(one, money, person) for one in (_entered(money, STAY), *_others(money))]
    years = years or money.years or USUAL_YEARS
    household = {key: _household(key, money, person) for key in HOUSEHOLD}
    return Inputs(
        currency, years, MappingProxyType(household), tuple(filled), money.loan_forgiveness
    )


def _others(money: Money) -> Sequence[Scenario]:
    usual = [_entered(money, one) for one in FIRST_SCENARIOS if one != STAY]
    own = [one for one in money.scenarios if one.id not in FIRST_SCENARIOS]
    return [one for one in (*usual, *own) if not one.removed]


def _entered(money: Money, scenario_id: str) -> Scenario:
    return money.scenario(scenario_id) or Scenario(scenario_id, FIRST_SCENARIOS[scenario_id])


def _one_currency(money: Money, programs: Programs) -> str:
    theirs = programs.currency
    if money.currency and theirs and money.currency != theirs:
        raise MedpivotError(
            f"money.toml is in {money.currency} and training.toml in {theirs}: two currencies "
            "cannot be added up",
            f"enter the prices of the programs in {money.currency} with medpivot training edit",
        )
    return money.currency or theirs


def _filled(one: Scenario, money: Money, person: Person) -> Filled:
    program = _program(one, person.programs)
    figures: dict[str, Known] = {}
    for key, field in FIELDS.items():
        if one.kind in field.kinds:
            figures[key] = _figure(key, one, money, person, program)
    return Filled(
        one.id,
        one.kind,
        one.title or _title(one, person),
        MappingProxyType(figures),
        program.id if program else "",
        tuple(each.id for each in person.programs.present)
        if one.id == TRAIN and program is None
        else (),
        _set_aside(one, person.programs),
        named=bool(one.title),
    )


def _set_aside(one: Scenario, programs: Programs) -> str:
    """Whoever decided on no formal training, and entered none, is not asked for its figures."""
    decided = programs.decided
    if one.id != TRAIN or one.figures or programs.present or decided is None:
        return ""
    return "You decided on no formal training." if decided.route == "local" else ""


def _figure(
    key: str, one: Scenario, money: Money, person: Person, program: Program | None
) -> Known:
    if key in one.figures:
        return Known(one.figures[key], f"money.toml, scenario.{one.id}.{key}", entered=True)
    if one.kind == "stay" and (found := _from_interview(key, one, person)):
        return found
    if key in GENERAL and key in money.figures:
        return Known(money.figures[key], f"money.toml, {key}", entered=True)
    if program and (found := _from_program(key, program)):
        return found
    if one.id == TRAIN and (found := _from_role(key, money)):
        return found
    return _usual(key, person)


def _from_interview(key: str, stay: Scenario, person: Person) -> Known | None:
    """Today's pay and hours; hours-now is asked as an average, so it counts in all weeks."""
    if key == "weeks" and "hours" not in stay.figures and person.answers.gave("hours-now"):
        return Known(WEEKS_OF_A_YEAR, "all of the year: hours-now is an average over it")
    return _from_answer({"pay": "income-now", "hours": "hours-now"}.get(key, ""), person)


def _from_answer(question: str, person: Person) -> Known | None:
    number = person.answers.number(question) if question else None
    if number is None:
        return None
    day = f" of {person.answered_on}" if person.answered_on else ""
    return Known(Decimal(str(number)), f"your answer to {question}{day}")


def _from_program(key: str, program: Program) -> Known | None:
    months = None if program.months is None else Decimal(program.months)
    cut = None if program.lost_fte is None else program.lost_fte * 100
    offered = {
        "tuition": ("cost", program.cost),
        "training_months": ("months", months),
        "pay_cut": ("lost_fte", cut),
        "study_hours": ("hours", program.hours),
        "training_pay": ("pay", program.pay),
    }
    name, value = offered.get(key, ("", None))
    if value is None:
        return None
    return Known(value, f"training.toml, program.{program.id}.{name}")


_OF_THE_ROLE: Final = (
    "pay",
    "raise",
    "hours",
    "weeks",
    "education_promised",
    "education_delivered",
)


def _from_role(key: str, money: Money) -> Known | None:
    """After training the same role is meant, unless something else is entered for it."""
    role = money.scenario(ROLE)
    if role is None or role.removed or key not in _OF_THE_ROLE or key not in role.figures:
        return None
    return Known(
        role.figures[key],
        f"money.toml, scenario.{ROLE}.{key}: the same role",
        shared=f"entered for {ROLE}, and the same role is meant",
    )


def _usual(key: str, person: Person) -> Known:
    if key == "weeks":
        return Known(person.usual_weeks, person.usual_weeks_from)
    if key == "raise":
        return Known(Decimal(0), "no raise is entered, so none is counted")
    if key in ("one_off_costs", "training_costs"):
        return Known(Decimal(0), "none is entered, so none is counted")
    if key == "training_from":
        return Known(Decimal(1), "at once, as nothing else is entered")
    return UNKNOWN


def _household(key: str, money: Money, person: Person) -> Known:
    if key in money.household:
        return Known(money.household[key], f"money.toml, household.{key}", entered=True)
    found = _from_answer({"needs": "income-floor", "drop": "income-drop"}.get(key, ""), person)
    if found:
        return found
    if key == "growth":
        return Known(Decimal(0), "no growth is entered, so none is counted")
    return UNKNOWN


def _title(one: Scenario, person: Person) -> str:
    role = person.roles.role(one.role or person.role)
    name = role.title if role else "a role in education"
    return {
        "stay": "Stay in the present job",
        "role": f"Move into the role: {name}",
        "train-then-role": f"Train first, then the role: {name}",
    }[one.kind]


def _program(one: Scenario, programs: Programs) -> Program | None:
    if one.kind != "train-then-role":
        return None
    if not one.program:
        route = programs.decided.route if programs.decided else None
        return one_in_mind(programs, route) if one.id == TRAIN else None
    found = programs.program(one.program)
    if found is None or found.removed:
        gone = "was removed from" if found else "is not in"
        raise MedpivotError(
            f"scenario {one.id} reckons with program {one.program}, which {gone} training.toml",
            f"medpivot money set {one.id}.program=",
        )
    return found
