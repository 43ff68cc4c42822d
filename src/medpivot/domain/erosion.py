"""What an hour is really paid when promised education time is not delivered.

The pay stays, and so does the education work: what is not protected is done on top, in the
evening. This is how protected time is described as eroding; that the work stays is judgment.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from medpivot.domain.money_inputs import Filled
from medpivot.domain.money_years import (
    HUNDRED,
    MONTHS,
    Maybe,
    Year,
    on_top,
    per_hour,
    plus,
    times,
)

SHARES: Final = (Decimal(100), Decimal(75), Decimal(50), Decimal(0))
"""Percent of the promise that is kept, to be shown side by side."""


@dataclass(frozen=True, slots=True)
class Kept:
    """With so much of the promise kept: the hours of a week in the role, and the pay of an hour.

    `percent` of the promised hours, `delivered` hours a week, `weekly` all hours of a week.
    `hourly` is all income over all hours of all years, as everywhere else.
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


def erosion(one: Filled, rows: Sequence[Year]) -> Erosion | None:
    """What keeping the promise in part does to the pay of an hour; None where none is entered.

    Needs the hours of the role. `rows` are its years, training and all: what is unknown in them
    stays unknown.
    """
    promised, hours = one["education_promised"].value, one["hours"].value
    if not promised or hours is None:
        return None
    steps = tuple(_kept(one, rows, promised, promised * share / HUNDRED) for share in SHARES)
    delivered = one["education_delivered"].value
    real = None if delivered is None else _kept(one, rows, promised, delivered)
    return Erosion(promised, steps, real)


def _kept(one: Filled, rows: Sequence[Year], promised: Decimal, delivered: Decimal) -> Kept:
    extra = max(Decimal(0), promised - delivered)
    weekly = plus((one["hours"].value, extra)) or Decimal(0)
    in_role = Decimal(sum(row.months.get("role", 0) for row in rows)) / MONTHS
    # the years hold the hours of what is delivered as it is; only the difference is put on them
    other = times(times(extra - on_top(one), one["weeks"].value), in_role)
    hours = plus((*(row.hours for row in rows), other))
    income = plus(row.income for row in rows)
    return Kept(delivered * HUNDRED / promised, delivered, weekly, per_hour(income, hours))
