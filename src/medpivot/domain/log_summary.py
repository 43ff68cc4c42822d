"""What the log says to the two questions of the article's Step 3, each with the number behind it.

Do I enjoy it: energy in education work against all other work. Can I show impact: ratings before
and after, learners, hours. What was not noted is unknown and never counts as zero.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum
from typing import Literal, TypeAlias, TypeVar

from medpivot.domain.activities import Activity, Rating, Vocabulary
from medpivot.domain.activity_checks import LOWEST_RATING, USUAL_SCALE, too_few_raters
from medpivot.domain.what_counts import Sum, added_up, hours, told_apart

Trend: TypeAlias = Literal["rising", "steady", "falling"]
_Key = TypeVar("_Key", str, int)


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean over the `n` entries that say it; `mean` is None where none does."""

    n: int
    mean: float | None


@dataclass(frozen=True, slots=True)
class Group:
    """Education entries of one domain, learner level or year; `hours` are those with learners."""

    entries: int
    learners: Sum
    hours: Sum
    other_hours: Sum
    energy: Mean


@dataclass(frozen=True, slots=True)
class Enjoyment:
    """Energy, -2 to +2: education work against everything else, and its direction over time.

    `earlier` and `later` are the halves of the education entries by date, the middle one of an
    odd number left out; they and `trend` are None under `enough` entries, under which a mean is
    an impression. `by_kind` goes from what gives most to what costs most, own learning and other
    work included.
    """

    teaching: Mean
    everything_else: Mean
    earlier: Mean | None
    later: Mean | None
    trend: Trend | None
    by_kind: tuple[tuple[str, Mean], ...]
    enough: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Mean ratings before and after over `n` activities, both on a scale from 1 to `scale`."""

    n: int
    before: float | None
    after: float | None
    scale: float | None


@dataclass(frozen=True, slots=True)
class Impact:
    """What can be shown: ratings before and after, and what was said and changed.

    `compared` are the activities with both ratings, oldest first; `overall` is their mean, and
    `enough` the mean of those without the ones known to have too few raters. `uncompared` are the
    ones with a rating and none from before, oldest first.
    """

    compared: tuple[Activity, ...]
    overall: Comparison
    enough: Comparison
    too_few: int
    raters_unknown: int
    rated: int
    quotes: int
    shareable: int
    changes: int
    uncompared: tuple[Activity, ...] = ()


@dataclass(frozen=True, slots=True)
class LogSummary:
    """The whole log at a glance.

    `count` is every entry; sums, groups and impact are of education work only. `hours` are those
    with learners, of `with_learners` entries in which there were any. `learned` are the entries of
    what one took as a learner; they stand nowhere else but among the kinds. An entry with several
    learner levels (there are `several_levels` such) stands under each of them, so that levels may
    add up to more.
    """

    count: int
    education: int
    first: date | None
    last: date | None
    learners: Sum
    hours: Sum
    with_learners: int
    other_hours: Sum
    prep_hours: Sum
    learned: int
    learned_hours: Sum
    by_domain: Mapping[str, Group]
    by_level: Mapping[str, Group]
    several_levels: int
    by_year: Mapping[int, Group]
    enjoyment: Enjoyment
    impact: Impact


def summarize(activities: Iterable[Activity], vocabulary: Vocabulary) -> LogSummary:
    """The summary of a log, in any order.

    `by_domain` holds every domain of the vocabulary, so that an empty one is seen to be empty;
    levels and years only where there are entries. A kind that is not known any more counts as
    education work.
    """
    every = list(activities)
    told = told_apart(every, vocabulary)
    education, learned, other = told["work"], told["learned"], told["other"]
    spent = hours(education, vocabulary)
    domains: dict[str, list[Activity]] = {domain: [] for domain in vocabulary.domains}
    domains |= _gathered(education, lambda one: (one.domain,))
    levels = _gathered(education, lambda one: one.levels)
    known_levels = [one for one in vocabulary.levels if one in levels]
    years = _gathered(education, lambda one: (one.date.year,))
    return LogSummary(
        count=len(every),
        education=len(education),
        first=education[0].date if education else None,
        last=education[-1].date if education else None,
        learners=added_up(one.learners for one in education),
        hours=spent.learners,
        with_learners=spent.entries,
        other_hours=spent.others,
        prep_hours=added_up(one.prep_hours for one in education),
        learned=len(learned),
        learned_hours=added_up(one.contact_hours for one in learned),
        by_domain={domain: _group(entries, vocabulary) for domain, entries in domains.items()},
        by_level={
            one: _group(levels[one], vocabulary) for one in dict.fromkeys([*known_levels, *levels])
        },
        several_levels=sum(len(one.levels) > 1 for one in education),
        by_year={year: _group(entries, vocabulary) for year, entries in years.items()},
        enjoyment=_enjoyment(education, learned, other, vocabulary),
        impact=_impact(education),
    )


def rescaled(mean: float, scale: float, to: float) -> float:
    """A rating on 1 to `scale` as it would stand on 1 to `to`: the same share of the way up."""
    if scale == to:
        return mean
    return LOWEST_RATING + (mean - LOWEST_RATING) * (to - LOWEST_RATING) / (scale - LOWEST_RATING)


def _gathered(
    entries: Sequence[Activity], keys: Callable[[Activity], Iterable[_Key]]
) -> dict[_Key, list[Activity]]:
    gathered: dict[_Key, list[Activity]] = defaultdict(list)
    for one in entries:
        for key in keys(one):
            gathered[key].append(one)
    return gathered


def _mean(entries: Iterable[Activity]) -> Mean:
    known = [one.energy for one in entries if one.energy is not None]
    return Mean(len(known), fsum(known) / len(known) if known else None)


def _group(entries: Sequence[Activity], vocabulary: Vocabulary) -> Group:
    spent = hours(entries, vocabulary)
    return Group(
        entries=len(entries),
        learners=added_up(one.learners for one in entries),
        hours=spent.learners,
        other_hours=spent.others,
        energy=_mean(entries),
    )


def _enjoyment(
    education: Sequence[Activity],
    learned: Sequence[Activity],
    other: Sequence[Activity],
    vocabulary: Vocabulary,
) -> Enjoyment:
    felt = [one for one in education if one.energy is not None]
    half = len(felt) // 2
    earlier = later = None
    if len(felt) >= vocabulary.enough:
        earlier, later = _mean(felt[:half]), _mean(felt[-half:])
    kinds = _gathered([*education, *learned, *other], lambda one: (one.kind,))
    means = [(kind, _mean(entries)) for kind, entries in kinds.items()]
    felt_kinds = [(kind, mean) for kind, mean in means if mean.mean is not None]
    return Enjoyment(
        teaching=_mean(felt),
        everything_else=_mean(other),
        earlier=earlier,
        later=later,
        trend=_trend(earlier, later, vocabulary.trend_step),
        by_kind=tuple(sorted(felt_kinds, key=lambda pair: (-(pair[1].mean or 0), -pair[1].n))),
        enough=vocabulary.enough,
    )


def _trend(earlier: Mean | None, later: Mean | None, step: float) -> Trend | None:
    """Rising or falling by a step or more between the halves, else steady."""
    if earlier is None or later is None or earlier.mean is None or later.mean is None:
        return None
    change = later.mean - earlier.mean
    if abs(change) < step:
        return "steady"
    return "rising" if change > 0 else "falling"


def _impact(education: Sequence[Activity]) -> Impact:
    rated = [one for one in education if one.rating is not None]
    compared = [one for one in rated if one.rating and one.rating.before is not None]
    ratings = [one.rating for one in compared if one.rating]
    quotes = [quote for one in education for quote in one.quotes]
    return Impact(
        compared=tuple(compared),
        overall=_comparison(ratings),
        enough=_comparison([one for one in ratings if not too_few_raters(one)]),
        too_few=sum(too_few_raters(one) for one in ratings),
        raters_unknown=sum(one.raters is None for one in ratings),
        rated=len(rated),
        quotes=len(quotes),
        shareable=sum(quote.shareable for quote in quotes),
        changes=sum(one.changed is not None for one in education),
        uncompared=tuple(one for one in rated if one.rating and one.rating.before is None),
    )


def _comparison(ratings: Sequence[Rating]) -> Comparison:
    """Means on the scale all share, or on 1 to 5 where scales differ."""
    if not ratings:
        return Comparison(0, None, None, None)
    scales = {one.scale for one in ratings}
    scale = scales.pop() if len(scales) == 1 else USUAL_SCALE
    return Comparison(
        n=len(ratings),
        before=fsum(rescaled(one.before or 0, one.scale, scale) for one in ratings) / len(ratings),
        after=fsum(rescaled(one.mean, one.scale, scale) for one in ratings) / len(ratings),
        scale=scale,
    )
