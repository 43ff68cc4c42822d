"""What one command changed in money: the entries that differ, and the totals that moved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from medpivot.domain.money import FIELDS, HOUSEHOLD, Field, Money, Scenario
from medpivot.domain.money_result import MoneyResult, ScenarioResult
from medpivot.domain.money_words import figure_words


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of `money set`, what stood there and what stands there now; empty: not entered."""

    key: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A scenario whose totals moved; `before` is None where it was not there."""

    before: ScenarioResult | None
    now: ScenarioResult


def changed_entries(before: Money, now: Money) -> tuple[Entry, ...]:
    """The entries that differ, as they are typed, in words."""
    # both in today's currency: naming it for the first time changes no figure
    old, new = _entries(before, now.currency), _entries(now, now.currency)
    keys = dict.fromkeys((*new, *old))
    return tuple(
        Entry(key, old.get(key, ""), new.get(key, ""))
        for key in keys
        if old.get(key, "") != new.get(key, "")
    )


def moved_totals(before: MoneyResult | None, now: MoneyResult) -> tuple[Moved, ...]:
    """The scenarios with another pay for each hour, sum, distance, break-even or floor.

    `before` is None where what stood there could not be reckoned with.
    """
    found = (Moved(before.scenario(one.id) if before else None, one) for one in now.scenarios)
    return tuple(one for one in found if _totals(one.before) != _totals(one.now))


def _totals(one: ScenarioResult | None) -> tuple[object, ...] | None:
    if one is None or one.nothing_known:
        return None
    return one.hourly, one.net, one.ahead, one.break_even, one.floor_breach


def _entries(money: Money, currency: str) -> dict[str, str]:
    found = {
        "currency": money.currency,
        "years": str(money.years or ""),
        "loan_forgiveness": money.loan_forgiveness,
    }
    found |= _figures("", money.figures, FIELDS, currency)
    found |= _figures("", money.household, HOUSEHOLD, currency)
    for one in money.scenarios:
        if not one.removed:
            found |= dict(_texts(one))
            found |= _figures(f"{one.id}.", one.figures, FIELDS, currency)
    return {key: said for key, said in found.items() if said}


def _texts(one: Scenario) -> Iterator[tuple[str, str]]:
    for key, said in (
        ("title", one.title),
        ("role", one.role),
        ("program", one.program),
        ("note", one.note),
    ):
        yield f"{one.id}.{key}", said


def _figures(
    place: str, figures: Mapping[str, Decimal], known: Mapping[str, Field], currency: str
) -> dict[str, str]:
    return {
        f"{place}{key}": figure_words(value, known[key].unit, currency)
        for key, value in figures.items()
    }
