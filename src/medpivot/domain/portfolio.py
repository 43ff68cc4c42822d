"""The educator portfolio: what was done in each of the five domains, how well, and what came of it.

Quantity and quality for each domain, then the scholarly approach and its products, is the frame of
the AAMC consensus on educator activity (Simpson et al. 2007); the one-page summary with at most
five contributions follows UCSF's form (Shinkai et al. 2018).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dateutil.relativedelta import relativedelta

from medpivot.domain.activities import Activity, Rating, Vocabulary
from medpivot.domain.activity_checks import too_few_raters
from medpivot.domain.cv import Material
from medpivot.domain.introduction import Deed, deeds
from medpivot.domain.log_summary import Sum, rescaled
from medpivot.domain.profile import Item

MOST_CONTRIBUTIONS: Final = 5
"""The most that UCSF's one-page summary takes."""

RECENT_YEARS: Final = 5
"""Years that count as recent: award committees weigh the last five (CORD academy guidelines)."""

MOST_OF_ONE_DOMAIN: Final = 2
"""Contributions from one domain while another has any, so that breadth is seen. Judgement."""

_EVERY: Final = 1_000_000


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
class DomainWork:
    """What was done in one domain. `rated` are entries with a rating, the newest first.

    `changes` are what changed afterwards, the newest first, with the title; `quotes` only those
    that may be shared.
    """

    id: str
    deeds: tuple[Deed, ...]
    entries: int
    learners: Sum
    hours: Sum
    prep_hours: Sum
    rated: tuple[Activity, ...]
    pooled: Pooled | None
    quotes: tuple[str, ...]
    changes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class LevelYear:
    """Learners of one level in one year: their sum where noted, over so many entries in all."""

    entries: int
    learners: Sum


@dataclass(frozen=True, slots=True)
class Portfolio:
    """All of it, as figures and words; `by_level` goes by learner level, then by year."""

    contributions: tuple[Deed, ...]
    domains: Mapping[str, DomainWork]
    years: tuple[int, ...]
    by_level: Mapping[str, Mapping[int, LevelYear]]
    products: tuple[Deed, ...]
    published: tuple[Item, ...]
    learned: tuple[Deed, ...]


def portfolio(material: Material, today: date) -> Portfolio:
    """The portfolio on that day. Work other than education, and courses taken, do not count."""
    work = material.work
    vocabulary, words = material.vocabulary, material.words
    domains = dict.fromkeys([*vocabulary.domains, *(one.domain for one in work)])
    products = [one for one in work if words.is_product(one)]
    published = [
        item
        for collection in ("publication", "talk")
        for item in material.profile.items(collection)
        if words.is_education(item)
    ]
    return Portfolio(
        contributions=contributions(work, vocabulary, today),
        domains={
            one: _domain(one, [each for each in work if each.domain == one], vocabulary)
            for one in domains
        },
        years=tuple(sorted({one.date.year for one in work})),
        by_level=_by_level(work, vocabulary),
        products=_newest_first(deeds(products, vocabulary, _EVERY)),
        published=tuple(published),
        learned=_newest_first(deeds(material.learned, vocabulary, _EVERY)),
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
    logged = list(work)
    recent = [one for one in logged if one.date > since] or logged
    ranked = deeds(recent, vocabulary, _EVERY)
    chosen: list[Deed] = []
    for one in ranked:
        if sum(each.domain == one.domain for each in chosen) < MOST_OF_ONE_DOMAIN:
            chosen.append(one)
    chosen = chosen[:MOST_CONTRIBUTIONS]
    rest = [one for one in ranked if one not in chosen]
    chosen += rest[: MOST_CONTRIBUTIONS - len(chosen)]
    return tuple(sorted(chosen, key=ranked.index))


def _domain(domain: str, entries: Sequence[Activity], vocabulary: Vocabulary) -> DomainWork:
    newest = sorted(entries, key=lambda one: one.date, reverse=True)
    return DomainWork(
        id=domain,
        deeds=deeds(entries, vocabulary, _EVERY),
        entries=len(entries),
        learners=_sum(one.learners for one in entries),
        hours=_sum(one.contact_hours for one in entries),
        prep_hours=_sum(one.prep_hours for one in entries),
        rated=tuple(one for one in newest if one.rating),
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
    enough = [one for one in ratings if one.raters is not None and not too_few_raters(one)]
    if not enough:
        return None
    scales = {one.scale for one in enough}
    scale = scales.pop() if len(scales) == 1 else 5
    raters = sum(one.raters or 0 for one in enough)
    total = sum(rescaled(one.mean, one.scale, scale) * (one.raters or 0) for one in enough)
    return Pooled(len(enough), raters, total / raters, scale)


def _by_level(
    work: Sequence[Activity], vocabulary: Vocabulary
) -> Mapping[str, Mapping[int, LevelYear]]:
    found: dict[str, dict[int, list[Activity]]] = {}
    for one in work:
        for level in one.levels:
            found.setdefault(level, {}).setdefault(one.date.year, []).append(one)
    order = dict.fromkeys([*(one for one in vocabulary.levels if one in found), *found])
    return {
        level: {
            year: LevelYear(len(entries), _sum(one.learners for one in entries))
            for year, entries in found[level].items()
        }
        for level in order
    }


def _sum(values: Iterable[float | None]) -> Sum:
    known = [one for one in values if one is not None]
    return Sum(len(known), round(sum(known), 2) if known else None)


def _newest_first(found: Sequence[Deed]) -> tuple[Deed, ...]:
    return tuple(sorted(found, key=lambda one: one.last, reverse=True))
