"""The tables of a portfolio: learners by level and year, what was done, how it was rated."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from medpivot.domain.activity_checks import ENOUGH_RATERS
from medpivot.domain.cv import Material
from medpivot.domain.cv_lines import counted, figure, kind_words, level_words, rated_as
from medpivot.domain.deeds import Deed
from medpivot.domain.document import (
    Block,
    Paragraph,
    Points,
    Span,
    Table,
    brief,
    gap,
    joined,
    plain,
    quiet,
)
from medpivot.domain.partial_dates import days_span
from medpivot.domain.portfolio import DomainWork, Portfolio, Rated, YearWork
from medpivot.domain.rounding import half_up, mean_words
from medpivot.domain.what_counts import Sum
from medpivot.domain.wording import capital, listed, uncapital

MOST_ROWS: Final = 12
"""Rows of one table or list; the rest is counted. A reader looks at no more."""

MOST_YEARS: Final = 5
"""Years with a column of their own where there are many; the older ones then share one."""

MOST_QUOTES: Final = 3

_UNKNOWN: Final = "-"
_TOGETHER: Final = (
    "Ratings of one activity in one year are put together, each counted by its raters; before and "
    "peers are the newest noted."
)


def levels_table(material: Material, found: Portfolio) -> Table:
    """Learners by level and year, then all of a year; an entry counts under each of its levels."""
    years = found.years if len(found.years) <= MOST_YEARS + 1 else found.years[-MOST_YEARS:]
    older = [one for one in found.years if one not in years]
    head = ["Learner level", *([f"to {older[-1]}"] if older else []), *map(str, years), "All"]
    spans = [*([older] if older else []), *([one] for one in years), list(found.years)]
    rows = []
    for level, by_year in found.by_level.items():
        word = material.vocabulary.levels.get(level)
        label = word.on_paper if word else brief(level)
        rows.append((label, *(_learners(_of(by_year, span)) for span in spans)))
    each = [_of(found.by_year, span) for span in spans]
    rows.append(("All, each session once", *(_learners(one) for one in each)))
    rows.append(("Contact hours", *(_hours(one) for one in each)))
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


def _of(by_year: Mapping[int, YearWork], span: Sequence[int]) -> list[YearWork]:
    return [by_year[one] for one in span if one in by_year]


def _hours(cells: Sequence[YearWork]) -> str:
    """`12.5`, `12.5+` where some activities do not say, or a dash."""
    known = sum(one.hours.learners.n for one in cells)
    total = sum(one.hours.learners.total or 0 for one in cells)
    more = "+" * (known < sum(one.hours.entries for one in cells))
    return figure(total) + more if known else _UNKNOWN


def _learners(cells: Sequence[YearWork]) -> str:
    """`34 (3)`, `34+ (4)`, `? (2)`, or a dash."""
    known = sum(one.learners.n for one in cells)
    entries = sum(one.entries for one in cells)
    if not entries:
        return _UNKNOWN
    total = sum(one.learners.total or 0 for one in cells)
    if not known:
        return f"? ({entries})"
    return f"{figure(total)}{'+' * (known < entries)} ({entries})"


def work_table(shown: Sequence[Deed], material: Material, products: frozenset[str]) -> Table:
    """What was done in a domain: when, what, for whom, how many and how long.

    `products` are the ids of entries that stand in full among the products.
    """
    return _table(
        ("When", 1.3, False),
        ("What", 3.5, False),
        ("Level", 1.7, False),
        ("Learners", 0.9, True),
        ("Hours", 0.7, True),
        rows=[_row(one, material, products) for one in shown],
    )


def _table(
    *columns: tuple[str, float, bool], rows: Sequence[tuple[str, ...]], caption: str = ""
) -> Table:
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
        caption=caption,
    )


def quantity(work: DomainWork) -> str:
    """The sums of a domain, each with the number of entries that say it."""
    spent = work.hours.entries
    parts = [counted(work.entries, "activity", "activities")]
    parts += [
        said
        for said in (
            _noted(work.learners, "learner", work.entries),
            _noted(work.hours.learners, "contact hour", spent),
            _noted(work.hours.others, "other hour", work.entries - spent),
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


def _row(deed: Deed, material: Material, products: frozenset[str]) -> tuple[str, ...]:
    reach = material.vocabulary.reaches.get(deed.reach or "")
    facts = joined(
        [
            kind_words(deed),
            counted(deed.times, "time") if deed.times > 1 else "",
            deed.role if deed.role and deed.role != "sole" else "",
            uncapital(reach.label) if reach and reach.id != "local" else "",
            f"see {material.words.portfolio['products'].title}" if products & {*deed.ids} else "",
        ]
    )
    learners = "" if deed.learners is None else figure(deed.learners) + "+" * deed.at_least
    return (
        days_span(deed.first, deed.last),
        brief(deed.title, 300) + (f" ({facts})" if facts else ""),
        capital(level_words(deed.levels, material.vocabulary)) or _UNKNOWN,
        learners or _UNKNOWN,
        _UNKNOWN if deed.hours is None else figure(deed.hours),
    )


def quality(work: DomainWork) -> Iterator[Block]:
    """The ratings together and by activity, and what may be quoted of what learners said."""
    pooled = work.pooled
    if pooled and pooled.activities > 1:
        left_out = len(work.rated) - pooled.activities
        few = f" Ratings by fewer than {ENOUGH_RATERS} are not counted." if left_out else ""
        yield Paragraph(
            plain(
                f"{mean_words(pooled.mean)} on a scale of 1 to {figure(pooled.scale)}: the mean of "
                f"{counted(pooled.activities, 'rating')}, each counted by its raters, "
                f"{counted(pooled.raters, 'rater')} in all.{few}"
            )
        )
    if work.ratings:
        several = any(one.times > 1 for one in work.ratings)
        yield _table(
            ("When", 1.0, False),
            ("What", 3.1, False),
            ("Ratings", 0.75, True),
            ("Mean", 0.65, True),
            ("Raters", 1.05, True),
            ("Scale", 0.65, True),
            ("Before", 0.7, True),
            ("Peers", 0.6, True),
            rows=[_rated(one, several=several) for one in work.ratings[:MOST_ROWS]],
            caption=_TOGETHER if several else "",
        )
        left = sum(one.times for one in work.ratings[MOST_ROWS:])
        if left:
            yield Paragraph(quiet(f"And {counted(left, 'older rating')}."))
    else:
        yield Paragraph((gap("a rating, a peer's observation or a letter on this work"),))
    if work.quotes:
        yield Paragraph(plain("What was said:"))
        lines = tuple((Span(f"“{brief(one, 300)}”"),) for one in work.quotes[:MOST_QUOTES])
        yield Points(lines)


def _rated(one: Rated, *, several: bool) -> tuple[str, ...]:
    few = " (too few)" if one.too_few else ""
    same_month = one.first.month == one.last.month
    return (
        days_span(one.first, one.last) if same_month else str(one.last.year),
        brief(one.title, 300),
        figure(one.times) if several else _UNKNOWN,
        rated_as(one.mean if one.times == 1 else half_up(one.mean, 1)),
        "?" if one.raters is None else f"{figure(one.raters)}{few}",
        f"1–{figure(one.scale)}",
        _UNKNOWN if one.before is None else rated_as(one.before),
        _UNKNOWN if one.peer_mean is None else rated_as(one.peer_mean),
    )
