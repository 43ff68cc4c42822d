"""Search lines for jobs: phrases and one Boolean line for each role, and the usual titles."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from medpivot.domain.harmless import one_line
from medpivot.domain.offers import Offers, Posting
from medpivot.domain.roles import Role

LONGEST_SPECIALTY = 80

_BETWEEN: Final = re.compile(r"[,;/()&+]|\band\b", re.IGNORECASE)
"""What stands between two specialties of one person."""


@dataclass(frozen=True, slots=True)
class SearchLine:
    """One line to paste into a search box: the title it looks for (none: all at once)."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class RoleSearch:
    """The lines of one role: a phrase for each title, and all of them in one Boolean line."""

    role: str
    title: str
    phrases: tuple[SearchLine, ...]
    boolean: str


@dataclass(frozen=True, slots=True)
class Searches:
    """All search lines for one specialty, which is empty where it is not known.

    `usual` are the titles under which the article says to look, whatever the role.
    """

    specialty: str
    names: tuple[str, ...]
    roles: tuple[RoleSearch, ...]
    usual: tuple[SearchLine, ...]


def searches(roles: Sequence[Role], offers: Offers, specialty: str) -> Searches:
    """The lines for these roles and this specialty; without one, lines that name none."""
    specialty = recognized(_in_quotes(specialty), offers)
    return Searches(
        specialty,
        names_of(specialty, offers),
        tuple(_role(role, offers, specialty) for role in roles),
        tuple(_usual(one, offers, specialty) for one in offers.postings),
    )


def recognized(specialty: str, offers: Offers) -> str:
    """The first of the specialties named that adverts know; all of the words where none is.

    `hospitalist (internal medicine)` is two, and no advert has both words in this order.
    """
    known = {name.casefold() for names in offers.specialties for name in names}
    parts = (specialty, *specialties_in(specialty))
    return next((one for one in parts if one.casefold() in known), specialty)


def specialties_in(typed: str) -> tuple[str, ...]:
    """The specialties of one person, taken apart at what stands between them."""
    return tuple(one for part in _BETWEEN.split(typed) if (one := part.strip()))


def names_of(specialty: str, offers: Offers) -> tuple[str, ...]:
    """The words that adverts use for a specialty, the person's own first; none where unknown."""
    if not specialty:
        return ()
    wanted = specialty.casefold()
    group = next(
        (names for names in offers.specialties if any(wanted == name.casefold() for name in names)),
        (),
    )
    return tuple({name.casefold(): name for name in (specialty, *group)}.values())


def _role(role: Role, offers: Offers, specialty: str) -> RoleSearch:
    titles = [_in_quotes(title) for title in role.titles] or [_in_quotes(role.title)]
    shape = "phrase" if specialty else "alone"
    return RoleSearch(
        role.id,
        role.title,
        tuple(SearchLine(title, _filled(offers, shape, title, specialty)) for title in titles),
        _boolean(titles, offers, specialty),
    )


def _boolean(titles: Sequence[str], offers: Offers, specialty: str) -> str:
    shape = offers.shapes["boolean" if specialty else "boolean-alone"].shape
    return shape.format(
        titles=_any_of(titles),
        specialties=_any_of(names_of(specialty, offers)),
        title="",
        specialty="",
    )


def _usual(one: Posting, offers: Offers, specialty: str) -> SearchLine:
    beside = one.beside if specialty else ""
    shape = {"specialty": "phrase", "residency": "residency"}.get(beside, "alone")
    return SearchLine(one.title, _filled(offers, shape, one.title, specialty))


def _filled(offers: Offers, shape: str, title: str, specialty: str) -> str:
    return offers.shapes[shape].shape.format(
        title=title, specialty=specialty, titles="", specialties=""
    )


def _any_of(phrases: Iterable[str]) -> str:
    return " OR ".join(f'"{phrase}"' for phrase in phrases)


def _in_quotes(phrase: str) -> str:
    """A phrase that can stand between quotation marks: one line, without any of its own."""
    return one_line(phrase.replace('"', " ").replace("\\", " "))[:LONGEST_SPECIALTY].strip()
