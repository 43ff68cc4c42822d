"""The weeks of `time` and the hours that were promised, as a report shows them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from medpivot.domain.day_words import short_date
from medpivot.domain.ledger import Entry, drift
from medpivot.domain.week import CATEGORIES, Part, WeekHours, meaningful_share, part_share
from medpivot.export.report.content import Content
from medpivot.export.report.shapes import Columns, Figure, columns, percent
from medpivot.show.time_words import drift_words, hours_figure, meaningful_words
from medpivot.show.time_words import percent as share_words

_NEWEST_WEEKS: Final = 24
_PARTS: Final[tuple[tuple[str, Part], ...]] = (
    ("Of them clinical", "clinical"),
    ("Of them education", "education"),
)


@dataclass(frozen=True, slots=True)
class WeekRow:
    """A kind of work: its hours in each week that is shown, with the width of a bar for each."""

    label: str
    cells: tuple[tuple[str, str], ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class TimePart:
    """The weeks side by side, the line for the work that means most, and the hours promised."""

    heads: tuple[str, ...]
    rows: tuple[WeekRow, ...]
    meaningful: str
    promised: Columns | None
    promised_rows: tuple[tuple[str, str, str], ...]
    drift: str


def time_part(content: Content) -> TimePart | None:
    """The time; None where neither a week nor an hour that was promised is noted."""
    weeks, rules = content.weeks, content.time_rules
    shown = [
        (head, week)
        for head, week in (
            ("now", weeks.actual),
            ("wanted", weeks.wanted),
            ("offered", weeks.offered),
        )
        if week.known
    ]
    if not content.audience.sees("time") or not (shown or content.ledger):
        return None
    said = ""
    if weeks.meaningful and weeks.actual.known:
        name = rules.categories[weeks.meaningful].name
        found = meaningful_share(weeks.actual, weeks.meaningful, rules.line)
        said = meaningful_words(found, name, rules)
    newest = content.ledger[-_NEWEST_WEEKS:]
    return TimePart(
        heads=tuple(head for head, _ in shown),
        rows=tuple(_week_rows([week for _, week in shown], content)) if shown else (),
        meaningful=said,
        promised=_promised(newest) if newest else None,
        promised_rows=tuple(
            (short_date(one.week), hours_figure(one.promised), hours_figure(one.delivered))
            for one in newest
        ),
        drift=drift_words(drift(content.ledger, rules.drift), rules.drift, content.today)
        if content.ledger
        else "",
    )


def _week_rows(weeks: Sequence[WeekHours], content: Content) -> Iterator[WeekRow]:
    categories = content.time_rules.categories
    most = max((hours for week in weeks for hours in week.hours.values()), default=Decimal(0)) or 1
    for one in CATEGORIES:
        hours = [week.hours.get(one) for week in weeks]
        yield WeekRow(
            categories[one].label,
            tuple(
                (hours_figure(each), "" if each is None else percent(float(each / most)))
                for each in hours
            ),
        )
    complete = all(week.complete for week in weeks)
    yield WeekRow(
        "All hours" if complete else "All hours noted",
        tuple((hours_figure(week.total), "") for week in weeks),
        total=True,
    )
    for label, part in _PARTS:
        shares = [part_share(week, part, categories) for week in weeks]
        if any(share is not None for share in shares):
            yield WeekRow(label, tuple((_share(one), "") for one in shares), total=True)


def _share(share: Fraction | None) -> str:
    return "-" if share is None else f"{share_words(share)}%"


def _promised(newest: Sequence[Entry]) -> Columns:
    figures = [
        Figure(
            short_date(one.week),
            float(one.delivered),
            hours_figure(one.delivered),
            float(one.promised),
            hours_figure(one.promised),
            short=short_date(one.week).rpartition(" ")[0],
        )
        for one in newest
    ]
    text = (
        f"{len(figures)} weeks from {figures[0].label}. A column is the hours delivered, the line "
        "across it the hours promised. Every figure is in the table below."
    )
    return columns(
        "promised", "Education hours by week: columns delivered, lines promised", text, figures
    )
