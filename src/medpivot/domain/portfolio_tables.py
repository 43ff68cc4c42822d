"""The tables of a portfolio: learners by level and year, what was done, how it was rated."""

from collections.abc import Iterator, Sequence
from typing import Final

from medpivot.domain.activities import Activity, Rating
from medpivot.domain.activity_checks import ENOUGH_RATERS, too_few_raters
from medpivot.domain.cv import Material
from medpivot.domain.cv_lines import counted, figure, level_words
from medpivot.domain.document import (
    Block,
    Paragraph,
    Points,
    Span,
    Table,
    brief,
    gap,
    plain,
    quiet,
)
from medpivot.domain.introduction import Deed
from medpivot.domain.log_summary import Sum
from medpivot.domain.partial_dates import days_span
from medpivot.domain.portfolio import DomainWork, LevelYear, Portfolio
from medpivot.domain.wording import capital, listed, uncapital

MOST_ROWS: Final = 12
"""Rows of one table or list; the rest is counted. A reader looks at no more."""

MOST_YEARS: Final = 5
"""Years with a column of their own; older ones share one."""

MOST_QUOTES: Final = 3

_UNKNOWN: Final = "-"


def levels_table(material: Material, found: Portfolio) -> Table:
    """Learners by level and year; an entry with several levels counts under each of them."""
    years = found.years[-MOST_YEARS:]
    older = [one for one in found.years if one not in years]
    head = ["Learner level", *([f"to {older[-1]}"] if older else []), *map(str, years), "All"]
    rows = []
    for level, by_year in found.by_level.items():
        cells = [[by_year[one] for one in older if one in by_year]] if older else []
        cells += [[by_year[one]] if one in by_year else [] for one in years]
        every = [*by_year.values()]
        word = material.vocabulary.levels.get(level)
        label = word.label if word else brief(level)
        rows.append((label, *(_learners(one) for one in (*cells, every))))
    return Table(
        head=tuple(head),
        rows=tuple(rows),
        widths=(2.1, *(1.0 for _ in head[1:])),
        figures=tuple(range(1, len(head))),
        caption=(
            "Learners, and in brackets the activities they come from; a + where some of these do "
            "not say how many. A session for several levels stands under each of them."
        ),
    )


def _learners(cells: Sequence[LevelYear]) -> str:
    """`34 (3)`, `34+ (4)`, `not noted (2)`, or a dash."""
    known = sum(one.learners.n for one in cells)
    entries = sum(one.entries for one in cells)
    if not entries:
        return _UNKNOWN
    total = sum(one.learners.total or 0 for one in cells)
    if not known:
        return f"? ({entries})"
    return f"{figure(total)}{'+' * (known < entries)} ({entries})"


def work_table(shown: Sequence[Deed], material: Material) -> Table:
    """What was done in a domain: when, what, for whom, how many and how long."""
    return _table(
        ("When", 1.3, False),
        ("What", 3.5, False),
        ("Level", 1.7, False),
        ("Learners", 0.9, True),
        ("Hours", 0.7, True),
        rows=[_row(one, material) for one in shown],
    )


def _table(*columns: tuple[str, float, bool], rows: Sequence[tuple[str, ...]]) -> Table:
    """A table without the columns in which nothing is known; a column set right holds figures."""
    kept = [
        place
        for place in range(len(columns))
        if place == 0 or any(row[place] != _UNKNOWN for row in rows)
    ]
    return Table(
        head=tuple(columns[place][0] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in rows),
        widths=tuple(columns[place][1] for place in kept),
        figures=tuple(number for number, place in enumerate(kept) if columns[place][2]),
    )


def quantity(work: DomainWork) -> str:
    """The sums of a domain, each with the number of entries that say it."""
    parts = [counted(work.entries, "activity", "activities")]
    parts += [
        said
        for said in (
            _noted(work.learners, "learner", work.entries),
            _noted(work.hours, "contact hour", work.entries),
            _noted(work.prep_hours, "hour of preparation", work.entries, "hours of preparation"),
        )
        if said
    ]
    return f"{capital(listed(parts))}."


def _noted(found: Sum, one: str, entries: int, many: str = "") -> str:
    if found.total is None:
        return ""
    part = "" if found.n == entries else f" (noted for {found.n} of {entries})"
    return counted(found.total, one, many) + part


def _row(deed: Deed, material: Material) -> tuple[str, ...]:
    times = f" ({counted(deed.times, 'time')})" if deed.times > 1 else ""
    role = f"; {deed.role}" if deed.role and deed.role != "sole" else ""
    reach = material.vocabulary.reaches.get(deed.reach or "")
    far = f"; {uncapital(reach.label)}" if reach and reach.id != "local" else ""
    known = deed.learners is not None
    learners = figure(deed.learners or 0) + "+" * deed.at_least if known else _UNKNOWN
    levels = level_words(deed.levels, material.vocabulary)
    return (
        days_span(deed.first, deed.last),
        f"{brief(deed.title, 300)}: {deed.kind}{times}{role}{far}",
        capital(levels) or _UNKNOWN,
        learners,
        _UNKNOWN if deed.hours is None else figure(deed.hours),
    )


def quality(work: DomainWork) -> Iterator[Block]:
    """The ratings together and one by one, and what may be quoted of what learners said."""
    if work.pooled:
        one = work.pooled
        yield Paragraph(
            plain(
                f"{one.mean:.1f} on a scale of 1 to {figure(one.scale)}: the mean of "
                f"{counted(one.activities, 'rated activity', 'rated activities')}, each counted "
                f"by its raters, {counted(one.raters, 'rater')} in all. Ratings by fewer than "
                f"{ENOUGH_RATERS} are listed and not counted."
            )
        )
    if work.rated:
        yield _table(
            ("When", 1.1, False),
            ("What", 3.1, False),
            ("Mean", 0.8, True),
            ("Raters", 1.1, True),
            ("Scale", 0.7, True),
            ("Before", 0.8, True),
            ("Peers", 0.7, True),
            rows=[_rated(one) for one in work.rated[:MOST_ROWS]],
        )
        left = len(work.rated) - MOST_ROWS
        if left > 0:
            yield Paragraph(quiet(f"And {counted(left, 'older rating')}."))
    else:
        yield Paragraph((gap("a rating, a peer's observation or a letter on this work"),))
    if work.quotes:
        lines = tuple((Span(f"“{brief(one, 300)}”"),) for one in work.quotes[:MOST_QUOTES])
        yield Points(lines)


def _rated(one: Activity) -> tuple[str, ...]:
    rating = one.rating or Rating(0)
    few = " (too few)" if too_few_raters(rating) else ""
    return (
        days_span(one.date, one.date),
        brief(one.title, 300),
        figure(rating.mean),
        "?" if rating.raters is None else f"{figure(rating.raters)}{few}",
        f"1–{figure(rating.scale)}",
        _UNKNOWN if rating.before is None else figure(rating.before),
        _UNKNOWN if rating.peer_mean is None else figure(rating.peer_mean),
    )
