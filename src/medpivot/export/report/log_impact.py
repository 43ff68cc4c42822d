"""What the log showed and how it felt: ratings, quotes, what changed, energy."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from medpivot.domain.activities import Activity, Rating, Vocabulary
from medpivot.domain.activity_checks import LOWEST_RATING, USUAL_SCALE, too_few_raters
from medpivot.domain.cv_lines import rated_as
from medpivot.domain.day_words import short_date
from medpivot.domain.harmless import one_line
from medpivot.domain.log_summary import Comparison, LogSummary, Mean
from medpivot.domain.rounding import mean_words
from medpivot.export.report.shapes import percent
from medpivot.show.log_words import counted, figure, impression, label, shortened, signed

_MOST_COMPARED: Final = 8
_MOST_QUOTES: Final = 6
_MOST_CHANGES: Final = 6
_MOST_KINDS: Final = 10
_LONGEST: Final = 400
_LONGEST_TITLE: Final = 80
_INSET: Final = 0.04
"""How far the ends of the energy scale stand from the ends of its line, so that dots stay whole."""


@dataclass(frozen=True, slots=True)
class Compared:
    """An activity with a rating before and after, and where both lie on their scale."""

    title: str
    day: str
    before: str
    after: str
    raters: str
    before_x: str
    after_x: str


@dataclass(frozen=True, slots=True)
class Felt:
    """The energy of one kind of work: its mean from -2 to +2, over how many entries."""

    label: str
    mean: str
    entries: str
    x: str
    education: bool


def impact(summary: LogSummary) -> Iterator[str]:
    """What ratings before and after say, in sentences."""
    found = summary.impact
    if found.overall.n:
        over = counted(found.overall.n, "activity", "activities")
        yield (
            f"Ratings {_change(found.overall)} on a scale of 1 to "
            f"{figure(found.overall.scale)} ({over})."
        )
        if found.too_few and found.enough.n:
            left = counted(found.enough.n, "activity", "activities")
            yield f"Without those of under four raters: {_change(found.enough)} ({left})."
        elif found.too_few:
            yield "Under four raters a rating proves little."
        yield "Other learners, another time: a rise is a sign, not a proof."
    elif found.rated:
        yield f"{counted(found.rated, 'rating', 'ratings')}, and no earlier one to compare with."


def _change(comparison: Comparison) -> str:
    before, after = mean_words(comparison.before or 0), mean_words(comparison.after or 0)
    return f"{before} before, {after} after"


def compared(summary: LogSummary) -> Iterator[Compared]:
    """The newest activities with a rating from before."""
    for one in summary.impact.compared[-_MOST_COMPARED:]:
        rating = one.rating
        if rating is None or rating.before is None:
            continue
        scale = "" if rating.scale == USUAL_SCALE else f" of {figure(rating.scale)}"
        yield Compared(
            shortened(one_line(one.title), _LONGEST),
            short_date(one.date),
            rated_as(rating.before),
            rated_as(rating.mean) + scale,
            _raters(rating),
            percent(_on_scale(rating.before, rating)),
            percent(_on_scale(rating.mean, rating)),
        )


def _raters(rating: Rating) -> str:
    if rating.raters is None:
        return "not noted"
    return f"{rating.raters:,}{' (too few)' if too_few_raters(rating) else ''}"


def _on_scale(value: float, rating: Rating) -> float:
    return (value - LOWEST_RATING) / (rating.scale - LOWEST_RATING)


def feelings(summary: LogSummary) -> Iterator[str]:
    """Energy in education work and elsewhere, and over time, in sentences."""
    enjoyment = summary.enjoyment
    if not enjoyment.teaching.n and not enjoyment.everything_else.n:
        return
    yield f"Education work: {_energy(enjoyment.teaching)}."
    yield f"Everything else: {_energy(enjoyment.everything_else)}."
    if remark := impression(enjoyment):
        yield remark
    if enjoyment.trend and enjoyment.earlier and enjoyment.later:
        halves = [signed(half.mean or 0) for half in (enjoyment.earlier, enjoyment.later)]
        yield (
            f"Over time: {enjoyment.trend}, {halves[0]} in the earlier half of the entries and "
            f"{halves[1]} in the later."
        )


def _energy(mean: Mean) -> str:
    if mean.mean is None:
        return "no energy noted yet"
    return f"energy {signed(mean.mean)} on average over {counted(mean.n)}"


def felt(summary: LogSummary, vocabulary: Vocabulary) -> Iterator[Felt]:
    """Energy by kind of work, from what gives most to what costs most."""
    for kind, mean in _extremes(summary.enjoyment.by_kind):
        word = vocabulary.kinds.get(kind)
        yield Felt(
            label(kind, vocabulary.kinds),
            signed(mean.mean or 0),
            f"{mean.n:,}",
            percent(_INSET + ((mean.mean or 0) + 2) / 4 * (1 - 2 * _INSET)),
            word is None or word.education,
        )


def _extremes(kinds: Sequence[tuple[str, Mean]]) -> Sequence[tuple[str, Mean]]:
    """All kinds of work, or those that give and those that cost most."""
    if len(kinds) <= _MOST_KINDS:
        return kinds
    half = _MOST_KINDS // 2
    return (*kinds[:half], *kinds[-half:])


def quotes(education: Sequence[Activity]) -> Iterator[tuple[str, str]]:
    """The newest quotes that may be shared, each with its activity."""
    found = [
        (quote.text, one) for one in reversed(education) for quote in one.quotes if quote.shareable
    ]
    for text, one in found[:_MOST_QUOTES]:
        yield shortened(one_line(text), _LONGEST), _of(one)


def changes(education: Sequence[Activity]) -> Iterator[tuple[str, str]]:
    """What changed afterwards, newest first, each with its activity."""
    found = [(one.changed, one) for one in reversed(education) if one.changed]
    for text, one in found[:_MOST_CHANGES]:
        yield shortened(one_line(text), _LONGEST), _of(one)


def _of(one: Activity) -> str:
    return f"{shortened(one_line(one.title), _LONGEST_TITLE)}, {short_date(one.date)}"
