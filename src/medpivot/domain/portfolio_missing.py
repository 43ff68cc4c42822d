"""What a portfolio lacks, and which entries of the log would close it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from medpivot.domain.activities import Activity
from medpivot.domain.activity_checks import ENOUGH_RATERS, too_few_raters
from medpivot.domain.cv import Material
from medpivot.domain.cv_lines import counted
from medpivot.domain.cv_words import Lack
from medpivot.domain.portfolio import Portfolio
from medpivot.domain.wording import capital

_PRESENTED: Final = ("changed", "evidence")
"""What is asked of the contributions on the first page only."""

_ONCE: Final = (*_PRESENTED, "rating")
"""What one entry says for all of the same title and kind."""


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing: in which domain, what, how to close it, and the entries by id."""

    id: str
    domain: str
    what: str
    close: str
    ids: tuple[str, ...] = ()


def missing(material: Material, found: Portfolio) -> list[Missing]:
    """Everything that is missing: first what no entry holds, then entries that say too little."""
    return [*_nowhere(material, found), *_entries(material, found)]


def _nowhere(material: Material, found: Portfolio) -> Iterator[Missing]:
    lacks, vocabulary = material.words.missing, material.vocabulary
    for fact in ("philosophy", "reflection"):
        if not material.profile.fact(fact):
            yield _plain(lacks[fact])
    for domain in vocabulary.domains:
        work = found.domains[domain]
        if not work.entries:
            lack = lacks["domain"]
            kind = next((one.id for one in vocabulary.kinds.values() if one.domain == domain), "")
            yield Missing(lack.id, domain, lack.what, lack.close.replace("KIND", kind))
        elif not material.profile.approach.get(domain, "").strip():
            lack = lacks["approach"]
            yield Missing(lack.id, domain, lack.what, lack.close.replace("DOMAIN", domain))
    if not found.products and not found.published:
        yield _plain(lacks["products"])


def _plain(lack: Lack) -> Missing:
    return Missing(lack.id, "", lack.what, lack.close)


def _entries(material: Material, found: Portfolio) -> Iterator[Missing]:
    together = [each for work in found.domains.values() for each in work.things]
    by_id = {one.id: one for one in material.work}
    presented = [[by_id[one] for one in deed.ids] for deed in found.contributions]
    for lack in material.words.missing.values():
        lacks = _CHECKS.get(lack.id)
        if lacks is None:
            continue
        if lack.id in _ONCE:
            # one entry that says it is enough for a thing done many times: the newest is named
            asked = presented if lack.id in _PRESENTED else together
            within = [entries[-1] for entries in asked if all(map(lacks, entries))]
        else:
            within = [one for one in material.work if lacks(one)]
        ids = tuple(
            one.id
            for one in sorted(within, key=lambda one: one.date, reverse=True)
            if not lack.domains or one.domain in lack.domains
        )
        if ids:
            yield Missing(lack.id, "", lack.what, lack.close, ids)


def missing_words(one: Missing, material: Material) -> str:
    """`Curriculum: nothing in this domain yet`, `12 entries without learner level`."""
    if one.ids:
        return f"{counted(len(one.ids), 'entry', 'entries')} {one.what}"
    word = material.vocabulary.domains.get(one.domain)
    return f"{word.label}: {one.what}" if word else capital(one.what)


_CHECKS: Final[dict[str, Callable[[Activity], bool]]] = {
    "learners": lambda one: one.learners is None,
    "levels": lambda one: not one.levels,
    "hours": lambda one: one.contact_hours is None,
    "raters": lambda one: one.rating is not None and one.rating.raters is None,
    "too-few": lambda one: one.rating is not None and too_few_raters(one.rating),
    "rating": lambda one: one.rating is None and (one.learners or 0) >= ENOUGH_RATERS,
    "changed": lambda one: one.changed is None,
    "quotes": lambda one: any(not quote.shareable for quote in one.quotes),
    "evidence": lambda one: one.evidence is None,
}
"""Whether an activity lacks what is asked for, by the id of the lack."""
