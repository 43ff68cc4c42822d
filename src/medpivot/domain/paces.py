"""Hours a week as the scheduler counts them: whole units of effort a day, so that nothing drifts.

A unit is 1/2800 hour. In it quarter hours a week, the 15 % kept back, the tenth of an hour for the
log and single days of a week are all whole numbers. The 15 % and the tenth are judgment.
"""

from collections.abc import Sequence
from typing import Final

from medpivot.errors import UsageProblem

UNITS_PER_HOUR: Final = 2800
DAYS_PER_WEEK: Final = 7
MOST_HOURS: Final = 168
"""A week has no more."""


RELIEF_HOURS: Final = 2.0
"""Hours a week that relief gets at least: one's own doctor does not wait for a free evening."""

_HUNDREDTH = UNITS_PER_HOUR // 100
_QUARTERS = 4
_STATED_A_DAY = 85  # for each quarter hour a week: 0.25 h x 85 % x 2800 / 7
_LOG_A_DAY = 40  # 0.1 h a week
_REAL_A_DAY = 100  # for each quarter hour a week, in full


def units(hours: float) -> int:
    """Hours of effort in units, to the nearest hundredth of an hour."""
    return round(hours * 100) * _HUNDREDTH


def stated_paces(hours: float) -> Sequence[int]:
    """Units a day for stated free hours a week, and for every quarter hour below, most first.

    Fifteen percent are kept back for lost weeks and a tenth of an hour goes to the log. Hours are
    rounded down to quarter hours, a quarter hour at least.
    """
    quarters = max(1, int(hours * _QUARTERS))
    return [_STATED_A_DAY * one - _LOG_A_DAY for one in range(quarters, 0, -1)]


def real_paces(hours: float) -> Sequence[int]:
    """Units a day for hours a week as they really were, nothing kept back; then as above."""
    daily = max(_REAL_A_DAY, round(hours * 100) * _HUNDREDTH // DAYS_PER_WEEK)
    below = range((daily - 1) // _REAL_A_DAY, 0, -1)
    return [daily, *(_REAL_A_DAY * one for one in below)]


def check_hours(hours: float) -> None:
    """Can a plan be made for that many free hours a week?

    Raises:
        MedpivotError: not above 0, above 168, or not a number.
    """
    if not 0 < hours <= MOST_HOURS:
        what = "leave nothing to plan with" if hours <= 0 else f"are not in 0 to {MOST_HOURS}"
        raise UsageProblem(
            f"{hours:g} hours a week {what}", "the free hours of an ordinary week, such as 2"
        )
