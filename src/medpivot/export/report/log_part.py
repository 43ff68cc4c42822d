"""The teaching log as a report shows it: how much, with whom, what it showed, how it felt."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from medpivot.domain.activities import Activity, Vocabulary
from medpivot.domain.calendar_names import MONTHS
from medpivot.domain.day_words import short_date
from medpivot.domain.log_summary import Group, LogSummary, summarize
from medpivot.domain.what_counts import Sum, standing_so, with_learners
from medpivot.domain.wording import capital
from medpivot.export.report import log_impact
from medpivot.export.report.content import Content
from medpivot.export.report.shapes import Columns, Figure, columns, percent
from medpivot.show.log_words import counted, figure
from medpivot.show.plan_words import hours

_MOST_COLUMNS: Final = 24
_MONTHS: Final = 12
_QUARTER: Final = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table of amounts; `width` is the share of the most hours with learners."""

    label: str
    entries: str
    hours: str
    other_hours: str
    learners: str
    width: str


@dataclass(frozen=True, slots=True)
class LogPart:
    """The log at a glance. Empty parts are not shown."""

    count: str
    amounts: str
    headline: str
    over_time: Columns | None
    bars: str
    others: bool
    domains: tuple[Row, ...]
    levels: tuple[Row, ...]
    several_levels: bool
    impact: tuple[str, ...]
    compared: tuple[log_impact.Compared, ...]
    feelings: tuple[str, ...]
    felt: tuple[log_impact.Felt, ...]
    quotes: tuple[tuple[str, str], ...]
    changes: tuple[tuple[str, str], ...]


def log_part(content: Content) -> LogPart | None:
    """The education work in the log; None where there is none, or none is to be seen."""
    if not content.log or not content.audience.sees("log"):
        return None
    sees, vocabulary = content.audience.sees, content.vocabulary
    summary = summarize(content.log, vocabulary)
    education = standing_so(content.log, vocabulary, "work")
    feelings = sees("feelings")
    what = "hours with learners" if summary.hours.total else "number of entries"
    if not education and not feelings:
        return None
    return LogPart(
        count=counted(summary.education),
        amounts=""
        if not summary.hours.total
        else f"{hours(float(summary.hours.total))} with learners",
        headline=_headline(summary),
        over_time=_over_time(education, vocabulary, what) if education else None,
        bars=what,
        others=bool(summary.other_hours.total),
        domains=tuple(
            _rows(summary.by_domain, {k: w.label for k, w in vocabulary.domains.items()})
        ),
        levels=tuple(_rows(summary.by_level, {k: w.label for k, w in vocabulary.levels.items()})),
        several_levels=bool(summary.several_levels),
        impact=tuple(log_impact.impact(summary)),
        compared=tuple(log_impact.compared(summary)),
        feelings=tuple(log_impact.feelings(summary)) if feelings else (),
        felt=tuple(log_impact.felt(summary, vocabulary)) if feelings else (),
        quotes=tuple(log_impact.quotes(education)) if sees("quotes") else (),
        changes=tuple(log_impact.changes(education)) if sees("changes") else (),
    )


def _headline(summary: LogSummary) -> str:
    said = [counted(summary.education)]
    apart = summary.education - summary.with_learners
    for total, entries, single, several in (
        (summary.hours, summary.with_learners, "hour with learners", "hours with learners"),
        (summary.other_hours, apart, "other hour", "other hours"),
        (summary.prep_hours, summary.education, "hour of preparation", "hours of preparation"),
        (summary.learners, summary.education, "learner", "learners"),
    ):
        if total.total:
            noun = single if total.total == 1 else several
            said.append(f"{figure(total.total)} {noun}{_of(total, entries)}")
    days = ""
    if summary.first and summary.last and summary.first != summary.last:
        days = f", {short_date(summary.first)} to {short_date(summary.last)}"
    elif summary.first:
        days = f", {short_date(summary.first)}"
    return f"{'; '.join(said)}{days}."


def _of(total: Sum, entries: int) -> str:
    return "" if total.n == entries else f" (noted in {total.n:,})"


def _over_time(education: Sequence[Activity], vocabulary: Vocabulary, what: str) -> Columns | None:
    """Hours with learners, or entries where no hours are noted, by month, quarter or year.

    None where all of it lies in one of them. Of a very long log, the newest columns.
    """
    spent = {one.id: one.contact_hours for one in education if with_learners(one, vocabulary)}
    by_hours = any(spent.values())
    months = (education[-1].date.year - education[0].date.year) * _MONTHS + (
        education[-1].date.month - education[0].date.month
    )
    size = 1 if months < _MOST_COLUMNS else _QUARTER
    size = size if months < size * _MOST_COLUMNS else _MONTHS
    amounts: dict[int, float] = defaultdict(float)
    for one in education:
        amounts[_bucket(one.date, size)] += (spent.get(one.id) or 0) if by_hours else 1
    last = max(amounts)
    first = max(min(amounts), last - _MOST_COLUMNS + 1)
    if first == last:
        return None
    figures = [
        Figure(
            _bucket_name(number, size),
            amounts.get(number, 0),
            figure(round(amounts.get(number, 0), 1)),
        )
        for number in range(first, last + 1)
    ]
    unit = {1: "month", _QUARTER: "quarter", _MONTHS: "year"}[size]
    most = max(figures, key=lambda one: one.value)
    text = (
        f"{len(figures)} {unit}s, {figures[0].label} to {figures[-1].label}. "
        f"Most: {most.said} in {most.label}. Every figure is in the table below."
    )
    return columns("over-time", f"{capital(what)} by {unit}", text, figures)


def _bucket(day: date, size: int) -> int:
    return (day.year * _MONTHS + day.month - 1) // size


def _bucket_name(number: int, size: int) -> str:
    if size == _MONTHS:
        return str(number)
    year, place = divmod(number * size, _MONTHS)
    if size == _QUARTER:
        return f"Q{place // _QUARTER + 1} {year % 100:02}"
    return f"{MONTHS[place][:3]} {year % 100:02}"


def _rows(groups: Mapping[str, Group], labels: Mapping[str, str]) -> Iterator[Row]:
    most = max((one.hours.total or 0 for one in groups.values()), default=0) or 1
    by_entries = all(not one.hours.total for one in groups.values())
    if by_entries:
        most = max((one.entries for one in groups.values()), default=0) or 1
    for key, one in groups.items():
        size = one.entries if by_entries else one.hours.total or 0
        yield Row(
            labels.get(key, key),
            f"{one.entries:,}",
            figure(one.hours.total),
            figure(one.other_hours.total),
            figure(one.learners.total),
            percent(size / most),
        )
