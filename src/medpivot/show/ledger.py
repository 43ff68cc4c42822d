"""The screens of the ledger: promised and delivered education hours over time, and the list."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from rich.console import Group, RenderableType

from medpivot.domain.day_words import short_date
from medpivot.domain.ledger import DriftRule, Entry, drift
from medpivot.show.aloud import Said
from medpivot.show.columns import Row, columns
from medpivot.show.log_words import shortened
from medpivot.show.out import bar, one_line
from medpivot.show.paragraphs import heading, labelled, paragraph, words
from medpivot.show.time_words import (
    drift_words,
    hours_figure,
    percent,
    rule_words,
    sentence_to_take,
    skipped_weeks,
)

NEWEST: Final = 12
"""Weeks of the ledger in the chart: a quarter of a year."""

BEGIN: Final = ("medpivot time add --promised 8 --delivered 5", "education hours, each week")
"""How the ledger begins, and what it is for."""

_WIDE = 100
_NARROW_BAR, _WIDE_BAR = 24, 48
_LONGEST_NOTE = 120
_DAYS_IN_WEEK = 7


def promised_and_delivered(
    ledger: Sequence[Entry], rule: DriftRule, today: date, width: int
) -> Iterator[RenderableType]:
    """Promised and delivered hours: the last four weeks, the sentence to take along, the chart."""
    found = drift(ledger, rule)
    yield heading("Education hours, promised and delivered")
    if said := drift_words(found, rule, today):
        yield paragraph(said, style="bold" if found.warning else "")
    if found.warning:
        yield paragraph(f"{rule_words(rule)} A sentence for the person who signs:")
        yield paragraph(f'"{sentence_to_take(found, rule)}"', indent=4)
    yield ""
    yield chart(ledger[-NEWEST:], rule.percent, width)
    more = (
        "" if len(ledger) <= NEWEST else f" Earlier ones: medpivot time list --limit {10 * NEWEST}"
    )
    bars = "A full bar is every promised hour; dots are those that were not delivered."
    yield Said(paragraph(bars + more), (more,) if more else ())


def chart(ledger: Sequence[Entry], line: int, width: int) -> RenderableType:
    """A bar for each week, oldest first: promised hours long, delivered hours filled."""
    most = max((max(one.promised, one.delivered) for one in ledger), default=0)
    longest = _WIDE_BAR if width >= _WIDE else _NARROW_BAR
    rows: list[tuple[str, str]] = []
    for before, one in zip([None, *ledger], ledger, strict=False):
        if before is not None and (skipped := _weeks_between(before, one)):
            rows.append(("", skipped_weeks(skipped)))
        rows.append((short_date(one.week), f"{_bar(one, float(most), longest)}{_said(one, line)}"))
    return labelled(rows)


def _weeks_between(before: Entry, after: Entry) -> int:
    return (after.week - before.week).days // _DAYS_IN_WEEK - 1


def _bar(one: Entry, most: float, longest: int) -> str:
    """Hours on one scale for all weeks; what was more than promised makes the bar longer."""
    full = max(one.promised, one.delivered)
    if not full or not most:
        return " " * (longest + 2)
    width = max(1, round(float(full) / most * longest))
    return bar(float(one.delivered / full), width).ljust(longest + 2)


def _said(one: Entry, line: int) -> str:
    if one.ratio is None:
        return f"{hours_figure(one.delivered)} h, none promised"
    of = f"{hours_figure(one.delivered)} of {hours_figure(one.promised)} h"
    return f"{of}, {percent(one.ratio, line)}%"


def ledger_list(
    newest: Sequence[Entry], total: int, shorts: Mapping[str, str], line: int
) -> RenderableType:
    """The newest entries of `total`, newest first; `shorts` are the ids as they are shown."""
    if not newest:
        return Group(words("No week is in the ledger yet.", "bold"), labelled([BEGIN]))
    table = columns(
        ["week of", "id", "promised", "delivered", "share", "note"],
        (_entry(one, shorts[one.id], line) for one in newest),
        numbers=("promised", "delivered", "share"),
        whole=("week of", "id"),
        dash="",
    )
    more = f"The newest {len(newest)} of {total}. More: medpivot time list --limit {total}"
    return Group(table, *([paragraph(more, 0)] if len(newest) < total else []))


def _entry(one: Entry, short: str, line: int) -> Row:
    counted = [
        f"{what}: {said}"
        for what, said in (("promised", one.promised_as), ("delivered", one.delivered_as))
        if said
    ]
    note = "; ".join([*([one.note] if one.note else []), *counted])
    return [
        short_date(one.week),
        short,
        hours_figure(one.promised),
        hours_figure(one.delivered),
        "-" if one.ratio is None else f"{percent(one.ratio, line)}%",
        shortened(one_line(note), _LONGEST_NOTE) or "-",
    ]
