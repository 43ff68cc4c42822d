"""Plain numbers as people type them: exact, finite, within what they can mean."""

from decimal import Decimal
from typing import Final

_LONGEST_NUMBER: Final = 20
_LONGEST_SHOWN: Final = 30


def number_within(
    raw: str, low: Decimal | int, high: Decimal | int, unit: str, *, whole: bool = False
) -> Decimal:
    """The number that was typed, `46` or `0.25`, within its limits.

    Raises:
        ValueError: it is no number, not finite, outside, or not whole where it must be.
    """
    text = raw.strip()
    digits = text.removeprefix("-").replace(".", "", 1)
    if "," in text:
        raise ValueError(f"{_shown(raw)} has a comma; write 1.5 with a point")
    if not digits.isascii() or not digits.isdigit() or len(digits) > _LONGEST_NUMBER:
        raise ValueError(f"{_shown(raw)} is not a number")
    value = Decimal(text)
    if not low <= value <= high:
        raise ValueError(f"{_shown(text)} is outside {low:,} to {high:,} {unit}".rstrip())
    if whole and value != value.to_integral_value():
        raise ValueError(f"{_shown(text)} is not a whole number")
    return value


def _shown(raw: str) -> str:
    return f"{raw!r}" if len(raw) <= _LONGEST_SHOWN else f"{raw[:_LONGEST_SHOWN]!r}..."
