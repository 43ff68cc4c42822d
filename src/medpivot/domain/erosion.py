"""What an hour is really paid when promised education time is not delivered.

The pay stays, and so does the education work: what is not protected is done on top, in the
evening. This is how protected time is described as eroding; that the work stays is judgment.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from medpivot.domain.money_inputs import Filled
from medpivot.domain.money_years import HUNDRED, Maybe, per_hour, times

SHARES: Final = (Decimal(100), Decimal(75), Decimal(50), Decimal(0))
"""Percent of the promise that is kept, to be shown side by side."""


@dataclass(frozen=True, slots=True)
class Kept:
    """With so much of the promise kept: the hours of a week, and the pay of an hour.

    `percent` of the promised hours, `delivered` hours a week, `weekly` all hours of a week.
    """

    percent: Decimal
    delivered: Decimal
    weekly: Decimal
    hourly: Maybe


@dataclass(frozen=True, slots=True)
class Erosion:
    """A promise in hours a week, what keeping less of it does, and what is really delivered.

    `real` is None where nobody has noted what is delivered.
    """

    promised: Decimal
    steps: tuple[Kept, ...]
    real: Kept | None


def erosion(one: Filled) -> Erosion | None:
    """What keeping the promise in part does to the pay of an hour; None where none is entered.

    Needs the hours of the role; its first year's pay is used, and unknown pay stays unknown.
    """
    promised, hours = one["education_promised"].value, one["hours"].value
    if not promised or hours is None:
        return None
    steps = tuple(_kept(one, promised, promised * share / HUNDRED, hours) for share in SHARES)
    delivered = one["education_delivered"].value
    real = None if delivered is None else _kept(one, promised, delivered, hours)
    return Erosion(promised, steps, real)


def _kept(one: Filled, promised: Decimal, delivered: Decimal, hours: Decimal) -> Kept:
    on_top = max(Decimal(0), promised - delivered)
    weekly = hours + on_top
    yearly = times(weekly, one["weeks"].value)
    percent = delivered * HUNDRED / promised
    return Kept(percent, delivered, weekly, per_hour(one["pay"].value, yearly))
