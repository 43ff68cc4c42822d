"""The educator portfolio: what was done in each of the five domains, how well, and what came of it.

Quantity and quality for each domain, then the scholarly approach and its products, is the frame of
the AAMC consensus on educator activity (Simpson et al. 2007); the one-page summary with at most
five contributions follows UCSF's form (Shinkai et al. 2018).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum
from typing import Final

from dateutil.relativedelta import relativedelta

from medpivot.domain.activities import Activity, Rating, Vocabulary
from medpivot.domain.activity_checks import USUAL_SCALE, too_few_raters
from medpivot.domain.cv import Material
from medpivot.domain.deeds import Deed, alike, deed, deeds, education_work, put_together
from medpivot.domain.harmless import one_line
from medpivot.domain.log_summary import rescaled
from medpivot.domain.profile import Item
from medpivot.domain.what_counts import Hours, Sum, added_up
from medpivot.domain.what_counts import hours as hours_of

MOST_CONTRIBUTIONS: Final = 5
"""The most that UCSF's one-page summary takes."""

RECENT_YEARS: Final = 5
"""Years that count as recent: award committees weigh the last five (CORD academy guidelines)."""

MOST_OF_ONE_DOMAIN: Final = 2
"""Contributions from one domain while another has any, so that breadth is seen. Judgment."""


@dataclass(frozen=True, slots=True)
class Pooled:
    """Ratings from enough raters put together, each counted by its raters.

    `mean` stands on 1 to `scale`: the scale all share, else the usual one of five. None of them
    is there where nothing was rated by enough people.
    """

    activities: int
    raters: int
    mean: float
    scale: float


@dataclass(frozen=True, slots=True)
class Rated:
    """The ratings of one activity in one year on one scale: `times` of them, by so many raters.

    Only those by enough raters count; where none is, all do, and `too_few` says so. `raters` is
    None where nobody noted it; `before` and `peer_mean` are the newest noted.
    """

    title: str
    first: date
    last: date
    times: int
    mean: float
    raters: int | None
    scale: float
    before: float | None
    peer_mean: float | None
    too_few: bool = False


@dataclass(frozen=True, slots=True)
class DomainWork:
    """What was done in one domain.

    `things` are the entries of each title and kind, the strongest first: one deed each. `rated`
    are entries with a rating, and `ratings` the same by activity and year, the newest first;
    `changes` are what changed afterwards, the newest first, with the title; `quotes` only those
    that may be shared.
    """

    id: str
    things: tuple[Sequence[Activity], ...]
    entries: int
    learners: Sum
    hours: Hours
    prep_hours: Sum
    rated: tuple[Activity, ...]
    ratings: tuple[Rated, ...]
    pooled: Pooled | None
    quotes: tuple[str, ...]
    changes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class YearWork:
    """The work of one year, of one learner level or in all: entries, and sums where noted."""

    entries: int
    learners: Sum
    hours: Hours


@dataclass(frozen=True, slots=True)
class Portfolio:
    """All of it, as figures and words; `by_level` goes by learner level, then by year.

    In `by_level` an entry counts under each of its levels, in `by_year` once.
    """

    contributions: tuple[Deed, ...]
    domains: Mapping[str, DomainWork]
    years: tuple[int, ...]
    by_level: Mapping[str, Mapping[int, YearWork]]
    by_year: Mapping[int, YearWork]
    products: tuple[Deed, ...]
    published: tuple[Item, ...]
    learned: tuple[Deed, ...]


def portfolio(material: Material, today: date) -> Portfolio:
    """The portfolio on that day. Work other than education, and courses taken, do not count."""
    work = material.work
    vocabulary, words = material.vocabulary, material.words
    domains: dict[str, list[Activity]] = {domain: [] for domain in vocabulary.domains}
    for one in work:
        domains.setdefault(one.domain, []).append(one)
    products = [one for one in work if words.is_product(one)]
    published = [
        item
        for collection in ("publication", "talk")
        for item in material.profile.items(collection)
        if words.is_education(item)
    ]
    return Portfolio(
        contributions=contributions(work, vocabulary, today),
        domains={one: _domain(one, entries, vocabulary) for one, entries in domains.items()},
        years=tuple(sorted({one.date.year for one in work})),
        by_level=_by_level(work, vocabulary),
        by_year=_by_year(work, vocabulary),
        products=_newest_first(deeds(products, vocabulary, most=None)),
        published=tuple(published),
        learned=_newest_first(put_together(material.learned, vocabulary)),
    )


def contributions(
    work: Iterable[Activity], vocabulary: Vocabulary, today: date
) -> tuple[Deed, ...]:
    """The most important recent work, at most five, the strongest first.

    Of the last five years; all there is where those have nothing. Strength is that of `deeds`:
    rated before and after by enough people, rated, changed something, reached beyond the own
    house, in charge of it, then the newest. At most two come from one domain while another has any.
    """
    since = today - relativedelta(years=RECENT_YEARS)
    logged = education_work(work, vocabulary)
    ranked = alike([one for one in logged if one.date > since] or logged)
    of_domain: Counter[str] = Counter()
    first: list[int] = []
    then: list[int] = []
    for place, entries in enumerate(ranked):
        domain = entries[-1].domain
        of_domain[domain] += 1
        (first if of_domain[domain] <= MOST_OF_ONE_DOMAIN else then).append(place)
    chosen = sorted([*first, *then][:MOST_CONTRIBUTIONS])
    return tuple(deed(ranked[place], vocabulary) for place in chosen)


def _domain(domain: str, entries: Sequence[Activity], vocabulary: Vocabulary) -> DomainWork:
    newest = sorted(entries, key=lambda one: one.date, reverse=True)
    rated = tuple(one for one in newest if one.rating)
    return DomainWork(
        id=domain,
        things=tuple(alike(entries)),
        entries=len(entries),
        learners=added_up(one.learners for one in entries),
        hours=hours_of(entries, vocabulary),
        prep_hours=added_up(one.prep_hours for one in entries),
        rated=rated,
        ratings=_by_activity(rated),
        pooled=pooled(one.rating for one in entries if one.rating),
        quotes=tuple(
            dict.fromkeys(quote.text for one in newest for quote in one.quotes if quote.shareable)
        ),
        changes=tuple(dict.fromkeys((one.title, one.changed) for one in newest if one.changed)),
    )


def pooled(ratings: Iterable[Rating]) -> Pooled | None:
    """The ratings of which the number of raters is known and enough, as one mean.

    Where scales differ, each is first put on 1 to 5: the same share of the way up.
    """
    enough = [one for one in ratings if _enough(one)]
    if not enough:
        return None
    scales = {one.scale for one in enough}
    scale = scales.pop() if len(scales) == 1 else USUAL_SCALE
    raters = sum(one.raters or 0 for one in enough)
    total = sum(rescaled(one.mean, one.scale, scale) * (one.raters or 0) for one in enough)
    return Pooled(len(enough), raters, total / raters, scale)


def _by_activity(rated: Sequence[Activity]) -> tuple[Rated, ...]:
    """The ratings of the same title, kind, year and scale together; the newest come first.

    Years stay apart, because a mean over all of them would hide what a change did.
    """
    together: dict[tuple[str, str, int, float], list[tuple[Activity, Rating]]] = {}
    for one in rated:
        if one.rating:
            key = (one_line(one.title).casefold(), one.kind, one.date.year, one.rating.scale)
            together.setdefault(key, []).append((one, one.rating))
    return tuple(_together(those) for those in together.values())


def _together(those: Sequence[tuple[Activity, Rating]]) -> Rated:
    found = pooled(rating for _, rating in those)
    counted = [one for one in those if not found or _enough(one[1])]
    ratings = [rating for _, rating in counted]
    raters = [one.raters for one in ratings if one.raters is not None]
    return Rated(
        title=those[0][0].title,
        first=counted[-1][0].date,
        last=counted[0][0].date,
        times=len(counted),
        mean=found.mean if found else fsum(one.mean for one in ratings) / len(ratings),
        raters=sum(raters) if len(raters) == len(ratings) else None,
        scale=ratings[0].scale,
        before=next((one.before for one in ratings if one.before is not None), None),
        peer_mean=next((one.peer_mean for one in ratings if one.peer_mean is not None), None),
        too_few=not found and bool(raters),
    )


def _enough(rating: Rating) -> bool:
    return rating.raters is not None and not too_few_raters(rating)


def _by_level(
    work: Sequence[Activity], vocabulary: Vocabulary
) -> Mapping[str, Mapping[int, YearWork]]:
    found: dict[str, list[Activity]] = {}
    for one in work:
        for level in one.levels:
            found.setdefault(level, []).append(one)
    order = dict.fromkeys([*(one for one in vocabulary.levels if one in found), *found])
    return {level: _by_year(found[level], vocabulary) for level in order}


def _by_year(work: Sequence[Activity], vocabulary: Vocabulary) -> Mapping[int, YearWork]:
    found: dict[int, list[Activity]] = {}
    for one in work:
        found.setdefault(one.date.year, []).append(one)
    return {
        year: YearWork(
            len(entries),
            added_up(one.learners for one in entries),
            hours_of(entries, vocabulary),
        )
        for year, entries in found.items()
    }


def _newest_first(found: Sequence[Deed]) -> tuple[Deed, ...]:
    return tuple(sorted(found, key=lambda one: one.last, reverse=True))
