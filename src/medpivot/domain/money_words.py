"""Figures of money in words: with their unit, and "not known" where they are not."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from medpivot.domain.amounts import with_currency
from medpivot.domain.money import Field, Unit

NOT_KNOWN: Final = "not known"


def number_words(value: Decimal) -> str:
    """A number without needless zeros: `46`, `2,442`, `7.5`."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount_words(amount: Decimal | None, currency: str) -> str:
    """A sum with its currency, or that it is not known."""
    return NOT_KNOWN if amount is None else with_currency(amount, currency)


def figure_words(value: Decimal | None, unit: Unit, currency: str = "") -> str:
    """A figure with its unit: `46 weeks`, `15 percent`, `month 7`, `240,000 USD`."""
    if value is None:
        return NOT_KNOWN
    if unit == "money":
        return with_currency(value, currency)
    number = number_words(value)
    if unit == "month":
        return f"month {number}"
    return f"{number} {unit if value != 1 or unit == 'percent' else unit.removesuffix('s')}"


def unit_words(field: Field) -> str:
    """What a figure is typed in, and its range: `a percent, 0 to 100`."""
    if field.unit == "money":
        return "money, such as 240000 or 240k"
    within = f"{number_words(field.low)} to {number_words(field.high)}"
    if field.unit == "month":
        return f"the number of a month, {within}, where month 1 is the first of year 1"
    unit = {"percent": "a percent"}.get(field.unit, field.unit)
    return f"{unit}, {within}{' and whole' if field.whole else ''}"


def years_words(numbers: Sequence[int]) -> str:
    """`year 2`, `years 1 and 2`, `years 1 to 4`."""
    first, last = numbers[0], numbers[-1]
    if first == last:
        return f"year {first}"
    if last - first > 1 and list(numbers) == list(range(first, last + 1)):
        return f"years {first} to {last}"
    return f"years {', '.join(map(str, numbers[:-1]))} and {last}"
