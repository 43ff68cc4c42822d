"""The ledger of education hours: week by week what was promised, what was delivered, and drift."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Final

from medpivot.domain.activity_checks import is_number
from medpivot.domain.week import HOURS_IN_WEEK


@dataclass(frozen=True, slots=True)
class Entry:
    """One week: hours for education promised and delivered. `week` is its Monday.

    `promised_as` and `delivered_as` say what was typed where it was not hours, with the
    convention they were counted by: `0.3 FTE of 40 hours`. `extra` are keys of other versions.
    """

    id: str
    week: date
    promised: Decimal
    delivered: Decimal
    note: str = ""
    promised_as: str = ""
    delivered_as: str = ""
    extra: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def ratio(self) -> Fraction | None:
        """Delivered over promised; None in a week that nothing was promised for."""
        return ratio(self.promised, self.delivered)


@dataclass(frozen=True, slots=True)
class DriftRule:
    """When promised time counts as drifting away: under `percent` over `weeks` with an entry.

    `ask` is the sentence for the person who signs, with the places of `PLACES` in braces.
    """

    percent: int
    weeks: int
    ask: str
    source: str


PLACES: Final = ("weeks", "first", "last", "promised", "delivered", "percent")
"""What the sentence of a rule may name."""


@dataclass(frozen=True, slots=True)
class Drift:
    """The last weeks with a promise, added up; at most as many as the rule asks for.

    `first` is the Monday of the first of them, `last` the Sunday of the last. `warning` is None
    with fewer weeks than the rule asks for: too few to say.
    """

    weeks: int
    promised: Decimal
    delivered: Decimal
    ratio: Fraction | None
    warning: bool | None
    first: date | None = None
    last: date | None = None

    @property
    def in_a_row(self) -> bool:
        """Do the weeks follow one another without a gap?"""
        if self.first is None or self.last is None:
            return True
        return (self.last - self.first).days + 1 == 7 * self.weeks


def monday_of(day: date) -> date:
    """The Monday that begins the week of that day (ISO 8601)."""
    return day - timedelta(days=day.weekday())


def sunday_of(monday: date) -> date:
    """The Sunday that ends the week of that Monday."""
    return monday + timedelta(days=6)


def ratio(promised: Decimal, delivered: Decimal) -> Fraction | None:
    """Delivered over promised: two half-days of 4 hours for 0.3 of 40 hours are two thirds.

    None where nothing was promised.
    """
    return Fraction(delivered) / Fraction(promised) if promised else None


def drift(entries: Sequence[Entry], rule: DriftRule) -> Drift:
    """The last weeks with a promise against the rule; entries of any order, one for each week.

    The hours are added up, so that one bad week does not count as drift, and a week without a
    promise does not make up for it.
    """
    promised = sorted((one for one in entries if one.promised), key=lambda one: one.week)
    counted = promised[-rule.weeks :]
    total = sum((one.promised for one in counted), Decimal(0))
    delivered = sum((one.delivered for one in counted), Decimal(0))
    share = ratio(total, delivered)
    enough = share is not None and len(counted) == rule.weeks
    return Drift(
        weeks=len(counted),
        promised=total,
        delivered=delivered,
        ratio=share,
        warning=share < Fraction(rule.percent, 100) if share is not None and enough else None,
        first=counted[0].week if counted else None,
        last=sunday_of(counted[-1].week) if counted else None,
    )


def to_entry(entry: Entry) -> dict[str, object]:
    """The entry as the file keeps it, without what is empty."""
    table = {key: value for key, value in to_record(entry).items() if value is not None}
    return {key: value for key, value in table.items() if key != "id"} | dict(entry.extra)


def to_record(entry: Entry) -> dict[str, object]:
    """The entry with its id, as `time --json` shows it; what is empty is None."""
    return {
        "id": entry.id,
        "week": entry.week.isoformat(),
        "promised": number(entry.promised),
        "delivered": number(entry.delivered),
        "note": entry.note or None,
        "promised_as": entry.promised_as or None,
        "delivered_as": entry.delivered_as or None,
    }


def from_entry(entry_id: str, table: Mapping[str, object]) -> Entry:
    """The entry that a line holds; keys this version does not know are kept in `extra`.

    Raises:
        ValueError: a key that must be there is missing, or a value is not what it should be.
    """
    texts: dict[str, Any] = {}
    for key in ("note", "promised_as", "delivered_as"):
        text = table.get(key)
        if text is not None and not isinstance(text, str):
            raise ValueError(f"{key} is not text")
        texts[key] = text or ""
    known = {"week", "promised", "delivered", *texts}
    extra = {key: value for key, value in table.items() if key not in known}
    return Entry(
        id=entry_id,
        week=_monday(table.get("week")),
        promised=_hours("promised", table.get("promised")),
        delivered=_hours("delivered", table.get("delivered")),
        **texts,
        extra=MappingProxyType(extra),
    )


def number(value: Decimal) -> int | float:
    """An exact number as JSON and TOML write it."""
    return int(value) if value == value.to_integral_value() else float(value)


def _monday(raw: object) -> date:
    if raw is None:
        raise ValueError("week is missing")
    try:
        day = date.fromisoformat(raw)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise ValueError("week is not a date") from None
    if day.weekday():
        raise ValueError(f"week {day} is not a Monday")
    return day


def _hours(key: str, raw: object) -> Decimal:
    if raw is None:
        raise ValueError(f"{key} is missing")
    if not is_number(raw):
        raise ValueError(f"{key} is not a number")
    if not 0 <= raw <= HOURS_IN_WEEK:
        raise ValueError(f"{key}: {raw:g} is outside 0 to {HOURS_IN_WEEK} hours")
    return Decimal(str(raw))
