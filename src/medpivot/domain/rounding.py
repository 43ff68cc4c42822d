"""The one rule by which a mean is rounded: half up, in decimal, as it would be on paper."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

_NOISE: Final = 9
"""Decimals beyond which a difference comes from binary arithmetic, not from what was entered."""


def half_up(value: float, digits: int) -> float:
    """The value with so many decimals, a half away from zero: the mean of 3.6 and 4.1 is 3.9."""
    exact = Decimal(repr(round(value, _NOISE)))
    return float(exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))


def mean_words(value: float) -> str:
    """A mean as it is shown, with one decimal: `3.9`, `4.0`."""
    return f"{half_up(value, 1):.1f}"
