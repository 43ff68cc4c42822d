"""Hours a week as typed: hours, a share of a post, or half-days. Nothing is guessed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from medpivot.domain.harmless import quoted
from medpivot.domain.jobs import MOST_FTE, FullWeek
from medpivot.domain.offer_arithmetic import hours_of_half_days, hours_of_share, share_of_half_days
from medpivot.domain.typed_numbers import HOURS, with_point
from medpivot.domain.week import CATEGORIES, HOURS_IN_WEEK, CategoryId

_SHARE: Final = r"fte"
_PERCENT: Final = r"%|pct|percent|per cent"
_HALF_DAYS: Final = r"half[- ]?days?|sessions?"
_AMOUNT: Final = re.compile(
    rf"(?P<sign>[+\-\u2212]?)(?P<number>\d{{1,6}}(?:\.\d{{1,6}})?|\.\d{{1,6}})\s*"
    rf"(?:(?P<hours>{HOURS})|(?P<share>{_SHARE})|(?P<percent>{_PERCENT})|(?P<half>{_HALF_DAYS}))?"
    r"(?:\s*(?:/|a|per)\s*week)?",
    re.ASCII | re.IGNORECASE,
)
_CLOCK: Final = re.compile(r"\d{1,3}:\d{2}", re.ASCII)
_COMMA: Final = re.compile(r"\d+,\d+", re.ASCII)
_IN_HOURS: Final = "12 or 7.5"
_IN_ANY: Final = "12, 0.3 FTE or 2 half-days"


@dataclass(frozen=True, slots=True)
class Amount:
    """Hours a week; `said` is what was typed where it was not hours, with how it was counted."""

    hours: Decimal
    said: str = ""


def hours_meant(raw: str) -> Decimal:
    """The hours of a week that were typed: `8`, `7.5`, `6 h`.

    Raises:
        ValueError: it is no number of hours from 0 to 168; the reason.
    """
    match = _matched(raw, _IN_HOURS)
    if match["share"] or match["percent"] or match["half"]:
        raise ValueError(f"{quoted(raw)} is not in hours; write {_IN_HOURS}")
    return _within(Decimal(match["number"]), raw)


def amount_meant(raw: str, week: Callable[[], FullWeek], *, promised: bool = False) -> Amount:
    """The hours meant by hours, a share (`0.3 FTE`, `30%`) or half-days, counted as `week` says.

    `week` is asked only where it is needed. A bare number under 1 is refused where it was
    `promised`: it is as likely a share of a post.

    Raises:
        ValueError: it is none of them, below 0, more than 1.5 of a post or more than a week has.
    """
    match = _matched(raw, _IN_ANY)
    number = Decimal(match["number"])
    if match["half"]:
        counted = week()
        if share_of_half_days(number, counted) > MOST_FTE:
            raise ValueError(f"{quoted(raw)} are more than {MOST_FTE} of a post")
        hours = hours_of_half_days(number, counted)
        days = "half-day" if number == 1 else "half-days"
        said = f"{number:f} {days} of {_plain(counted.hours_per_half_day)} hours"
    elif match["share"] or match["percent"]:
        share = number / 100 if match["percent"] else number
        if share > MOST_FTE:
            raise ValueError(f"{quoted(raw)} is more than {MOST_FTE} of a post")
        counted = week()
        hours = hours_of_share(share, counted)
        unit = "percent" if match["percent"] else "FTE"
        said = f"{number:f} {unit} of {_plain(counted.hours_per_week)} hours"
    elif promised and 0 < number < 1 and not match["hours"]:
        raise ValueError(
            f"{quoted(raw)} can be read in two ways; write '{number} FTE' or '{number} hours'"
        )
    else:
        return Amount(_within(number, raw))
    return Amount(_within(_decimal(hours), raw), said)


def week_problem(hours: Mapping[CategoryId, Decimal]) -> str:
    """Why a week cannot hold those hours together; empty where it can."""
    total = sum((hours[one] for one in CATEGORIES if one in hours), Decimal(0))
    if total > HOURS_IN_WEEK:
        return f"together they are {_plain(total)} hours, and a week has {HOURS_IN_WEEK}"
    return ""


def _matched(raw: str, example: str) -> re.Match[str]:
    text = with_point(" ".join(raw.split()))
    match = _AMOUNT.fullmatch(text)
    if match is None:
        reason = _slip(text) or f"is not a number of hours; write {example}"
        raise ValueError(f"{quoted(raw)} {reason}")
    if match["sign"] not in ("", "+"):
        raise ValueError(f"{quoted(raw)} is less than 0")
    return match


def _slip(text: str) -> str:
    if _CLOCK.match(text):
        return "is a clock time; write 7.5 for seven and a half hours"
    return "can be read in two ways; write it without a comma" if _COMMA.match(text) else ""


def _within(hours: Decimal, raw: str) -> Decimal:
    if hours > HOURS_IN_WEEK:
        raise ValueError(f"{quoted(raw)} is more than the {HOURS_IN_WEEK} hours of a week")
    return hours


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
