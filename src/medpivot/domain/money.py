"""What a person entered about money: pay, hours, training and household, by scenario.

All of it may be missing, and what is missing stays unknown. Sums are a year's unless they say
otherwise, all before tax or all after it; percents lie in 0 to 100.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

ScenarioKind: TypeAlias = Literal["stay", "role", "train-then-role"]
Unit: TypeAlias = Literal["money", "percent", "hours", "weeks", "month", "months"]
YesNo: TypeAlias = Literal["", "yes", "no"]

STAY: Final = "stay"
"""The scenario that the others are held against: the present job goes on."""

ROLE: Final = "role"
TRAIN: Final = "train-then-role"

FIRST_SCENARIOS: Final[Mapping[str, ScenarioKind]] = MappingProxyType(
    {STAY: "stay", ROLE: "role", TRAIN: "train-then-role"}
)
"""The scenarios that exist without being entered."""

USUAL_YEARS: Final = 5
MOST_YEARS: Final = 40


@dataclass(frozen=True, slots=True)
class Field:
    """One figure of a scenario: what it is called, its unit, and for which kinds it has a sense."""

    name: str
    unit: Unit
    kinds: tuple[ScenarioKind, ...]
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(1_000_000_000)
    whole: bool = False


_ALL: Final[tuple[ScenarioKind, ...]] = ("stay", "role", "train-then-role")
_MOVES: Final[tuple[ScenarioKind, ...]] = ("role", "train-then-role")
_TRAINS: Final[tuple[ScenarioKind, ...]] = ("train-then-role",)
_WEEK: Final = Decimal(168)
_PERCENT: Final = Decimal(100)
_MONTHS: Final = Decimal(12 * MOST_YEARS)

FIELDS: Final[Mapping[str, Field]] = MappingProxyType(
    {
        "pay": Field("pay a year", "money", _ALL),
        "raise": Field("raise a year", "percent", _ALL, high=_PERCENT),
        "hours": Field("hours a week, all of them", "hours", _ALL, high=_WEEK),
        "weeks": Field("working weeks a year", "weeks", _ALL, low=Decimal(1), high=Decimal(52)),
        "education_promised": Field("education hours promised a week", "hours", _MOVES, high=_WEEK),
        "education_delivered": Field(
            "education hours delivered a week", "hours", _MOVES, high=_WEEK
        ),
        "role_from": Field(
            "first month in the role", "month", _MOVES, Decimal(1), _MONTHS, whole=True
        ),
        "one_off_costs": Field("moving, license and tail cover, once", "money", _MOVES),
        "training_from": Field(
            "first month of training", "month", _TRAINS, Decimal(1), _MONTHS, whole=True
        ),
        "training_months": Field(
            "months of training", "months", _TRAINS, Decimal(1), Decimal(120), whole=True
        ),
        "tuition": Field("tuition, all of it", "money", _TRAINS),
        "training_costs": Field("travel, books and fees, all of it", "money", _TRAINS),
        "training_pay": Field("pay a year while training", "money", _TRAINS),
        "pay_cut": Field(
            "share of present pay lost in training", "percent", _TRAINS, high=_PERCENT
        ),
        "study_hours": Field("study hours a week", "hours", _TRAINS, high=_WEEK),
        "training_hours": Field(
            "hours a week while training, study included", "hours", _TRAINS, high=_WEEK
        ),
    }
)
"""Every figure of a scenario by its key in `money.toml`.

The hours of a role are those with its promise kept; the present job's are as they are, so that
nothing is promised there.
"""

HOUSEHOLD: Final[Mapping[str, Field]] = MappingProxyType(
    {
        "needs": Field("what the household must have a year", "money", _ALL),
        "wants": Field("what would be nice on top, a year", "money", _ALL),
        "drop": Field("cut in pay that could be accepted", "percent", _ALL, high=_PERCENT),
        "growth": Field("growth of needs and wants a year", "percent", _ALL, high=_PERCENT),
    }
)
"""Every figure of the household by its key. Needs are the floor; wants never enter it."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """One way on as it was entered: its figures by key of `FIELDS`, without those not entered.

    `program` is an id of the person's training.toml, `role` an id of a role.
    """

    id: str
    kind: ScenarioKind
    title: str = ""
    role: str = ""
    program: str = ""
    figures: Mapping[str, Decimal] = field(default_factory=lambda: MappingProxyType({}))
    note: str = ""
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Money:
    """Everything in `money.toml`. `years` of 0 is not entered; an empty currency is unknown.

    `figures` are those that hold for every scenario (`raise`, `weeks`); `loan_forgiveness` says
    whether the person counts on it.
    """

    currency: str = ""
    years: int = 0
    loan_forgiveness: YesNo = ""
    figures: Mapping[str, Decimal] = field(default_factory=lambda: MappingProxyType({}))
    household: Mapping[str, Decimal] = field(default_factory=lambda: MappingProxyType({}))
    scenarios: tuple[Scenario, ...] = ()

    def scenario(self, scenario_id: str) -> Scenario | None:
        """The scenario of that id as it was entered, or None."""
        return next((one for one in self.scenarios if one.id == scenario_id), None)

    def put(self, scenario: Scenario) -> "Money":
        """With that scenario in the place of the one with the same id, or as the last."""
        scenarios = (
            (*self.scenarios, scenario)
            if self.scenario(scenario.id) is None
            else tuple(scenario if one.id == scenario.id else one for one in self.scenarios)
        )
        return Money(
            self.currency,
            self.years,
            self.loan_forgiveness,
            self.figures,
            self.household,
            scenarios,
        )


GENERAL: Final = ("raise", "weeks")
"""Figures that may be entered once for all scenarios."""
