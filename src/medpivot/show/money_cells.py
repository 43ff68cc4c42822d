"""How sums and numbers stand in the cells of a table; one mark for what is not known."""

from decimal import Decimal
from typing import Final

from medpivot.domain.amounts import plain, whole
from medpivot.domain.money_result import ScenarioResult
from medpivot.domain.money_words import number_words, years_words

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


def name_cell(one: ScenarioResult) -> str:
    """What a scenario is called in a table: the title it was given, where it fits, else its id."""
    return one.title if one.filled.named and len(one.title) <= LONGEST_NAME else one.id


def hourly_cell(amount: Decimal | None) -> str:
    """Pay for each hour, to the cent: `103.26`."""
    return OPEN if amount is None else plain(amount)


def ahead_cell(amount: Decimal | None) -> str:
    """The distance from staying: `+12,000`, `-1,200`."""
    if amount is None:
        return OPEN
    return f"+{whole(amount)}" if amount > 0 else whole(amount)


def break_even_cell(one: ScenarioResult, count: int) -> str:
    """From which of `count` years on it brings at least as much as staying."""
    return {
        "baseline": "-",
        "reached": f"year {one.break_even.year}",
        "not-within": f"not in {count} years",
        "unknown": OPEN,
    }[one.break_even.state]


def floor_cell(one: ScenarioResult) -> str:
    """Whether the needs of the household are met, and in which years not."""
    if one.floor_breach is None:
        return OPEN
    if one.floor_breach:
        return f"under it, {years_words(one.floor_breach)}"
    return "holds"
