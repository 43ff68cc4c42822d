"""How jobs say their figures, the same on every screen: shares, hours, half-days, money, RVUs."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final, TypeAlias

from medpivot.domain.amounts import with_currency
from medpivot.domain.jobs import FIGURES, FullWeek

Number: TypeAlias = Decimal | Fraction | int

_DIGITS: Final = 2


def figure(value: Number, digits: int = _DIGITS) -> str:
    """A number rounded to some digits, without needless ones: `1.2`, `0.89`, `5,000`."""
    exact = Fraction(value)
    step = Decimal(1).scaleb(-digits)
    rounded = (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(step, ROUND_HALF_UP)
    text = f"{rounded:,f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def number(value: Number, digits: int = 4) -> int | float:
    """A number for a JSON document, rounded to some digits; whole where it is whole."""
    rounded = round(Fraction(value), digits)
    return int(rounded) if rounded.denominator == 1 else float(rounded)


def share(value: Number) -> str:
    """A share of a full post with at least one decimal: `1.0`, `0.4`, `0.89`."""
    said = figure(value)
    return said if "." in said else f"{said}.0"


def share_words(value: Number) -> str:
    """A share of a full post, as it is said in contracts: `0.4 FTE`."""
    return f"{share(value)} FTE"


def hours_words(hours: Number) -> str:
    """Hours a week with at most one digit: `48 hours`, `1 hour`."""
    said = figure(hours, 1)
    return f"{said} hour" if said == "1" else f"{said} hours"


def half_days_words(half_days: Number) -> str:
    """`8 half-days`, `1 half-day`."""
    said = figure(half_days)
    return f"{said} half-day" if said == "1" else f"{said} half-days"


def percent_words(percent: Number) -> str:
    """`80 percent`."""
    return f"{figure(percent, 0)} percent"


def money_words(amount: Number, currency: str = "") -> str:
    """A yearly sum with its currency, where that is known: `210,000 USD`."""
    exact = Fraction(amount)
    return with_currency(Decimal(exact.numerator) / Decimal(exact.denominator), currency)


def figure_words(name: str, value: Number, currency: str = "") -> str:
    """A figure of a job with its unit; `name` is a key of `FIGURES`."""
    said = {
        "share": share_words(value),
        "half-days": f"{half_days_words(value)} a week",
        "hours": f"{hours_words(value)} a week",
        "percent": percent_words(value),
        "weeks": f"{figure(value, 1)} weeks a year",
        "money": f"{money_words(value, currency)} a year",
        "rvu": f"{figure(value, 0)} RVUs a year",
    }
    return said[FIGURES[name].unit]


def week_words(week: FullWeek) -> str:
    """What a full week is taken to be, to stand beside every result that depends on it."""
    sessions = figure(week.half_days_per_fte)
    return (
        f"Counted with {sessions} half-days in a full post, {figure(week.hours_per_half_day)} "
        f"hours in a half-day and {figure(week.hours_per_week)} hours a week."
    )


def ratio_words(ratio: Fraction) -> str:
    """A share delivered of what was promised: `two thirds`, `half`, `80 percent`."""
    said = {Fraction(1, 3): "a third", Fraction(1, 2): "half", Fraction(2, 3): "two thirds"}
    said |= {Fraction(1, 4): "a quarter", Fraction(3, 4): "three quarters"}
    return said.get(ratio, percent_words(100 * ratio))
