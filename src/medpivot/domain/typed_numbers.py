"""Plain numbers as people type them: exact, finite, within what they can mean."""

import re
from decimal import Decimal
from typing import Final

HOURS: Final = r"h|hrs?\.?|hours?"
"""What may stand behind a number of hours, as a pattern."""

_DECIMAL_COMMA: Final = re.compile(r"(\s*[+-]?\d+),(\d{1,2})(?![\d,.])", re.ASCII)
_IN_HOURS: Final = re.compile(rf"(?<=\d)\s*(?:{HOURS})\s*$", re.ASCII | re.IGNORECASE)

_LONGEST_NUMBER: Final = 20
_LONGEST_SHOWN: Final = 30


def with_point(raw: str) -> str:
    """`1,5` as `1.5`: one comma with one or two digits behind it cannot mean thousands."""
    found = _DECIMAL_COMMA.match(raw)
    return f"{found[1]}.{found[2]}{raw[found.end() :]}" if found else raw


def without_hours(raw: str) -> str:
    """`1.5h` as `1.5`; anything else as it is."""
    return _IN_HOURS.sub("", raw)


def number_within(
    raw: str, low: Decimal | int, high: Decimal | int, unit: str, *, whole: bool = False
) -> Decimal:
    """The number that was typed, `46` or `0.25`, within its limits.

    Raises:
        ValueError: it is no number, not finite, outside, or not whole where it must be.
    """
    text = with_point(raw).strip()
    digits = text.removeprefix("-").replace(".", "", 1)
    if "," in text:
        raise ValueError(f"{_shown(raw)} can be read in two ways; write no comma")
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
