"""How sums and numbers stand in the cells of a table; one mark for what is not known."""

from decimal import Decimal
from typing import Final

from medpivot.domain.amounts import whole
from medpivot.domain.money_result import MoneyResult, ScenarioResult
from medpivot.domain.money_words import number_words

OPEN: Final = "?"
"""Not known."""


def sum_cell(amount: Decimal | None) -> str:
    """A sum in whole units: `240,000`, `-1,200`."""
    return OPEN if amount is None else whole(amount)


def number_cell(value: Decimal | int | None, unit: str = "") -> str:
    """A number without needless zeros, with its unit if any."""
    if value is None:
        return OPEN
    return f"{number_words(Decimal(value))} {unit}".rstrip()


LONGEST_NAME: Final = 40
"""Characters of a title that stands for its scenario; a longer one leaves the id in its place."""


def named(scenario_id: str, result: MoneyResult) -> str:
    """The same of the scenario of that id; the id, where there is none."""
    one = result.scenario(scenario_id)
    return name_cell(one) if one else scenario_id


def name_cell(one: ScenarioResult) -> str:
    """What a scenario is called in a table: the title it was given, where it fits, else its id."""
    return one.title if one.filled.named and len(one.title) <= LONGEST_NAME else one.id
