"""What a CV says of a person beyond the log: who they are, and what they have done and been.

Everything in the collections has the same few keys, so that whoever knows one knows them all.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Final, Literal, TypeAlias, get_args

from medpivot.domain.partial_dates import PartialDate, span

Collection: TypeAlias = Literal[
    "position", "education", "certification", "publication", "talk", "committee", "award"
]
Area: TypeAlias = Literal["teaching", "leadership", "appointment", "clinical", "other"]

AREAS: Final[tuple[Area, ...]] = get_args(Area)
"""What a position is, in the order in which a CV for education work has them."""

FACTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "name": "your name",
        "credentials": "your degrees, such as MD, MPH",
        "headline": "one line: what you are, such as Hospitalist and clinician-educator",
        "email": "an address that is not your employer's",
        "phone": "your phone number",
        "address": "city and state, or a postal address",
        "website": "a page of yours",
        "summary": "three sentences on the work you want at the center",
        "philosophy": "how people learn, to your mind, and what you do about it",
        "reflection": "one thing you do differently now, and what taught you that",
    }
)
"""The single facts, with the words for what belongs there."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """How one collection is kept: what it is called, and the keys its entries have.

    `title`, `where` and so on say what a key means here. With `from` and `to` a start without an
    end goes on; with `date` there is one day.
    """

    id: Collection
    many: str
    title: str
    keys: Mapping[str, str]

    @property
    def spans(self) -> bool:
        """Does it last, from one day to another?"""
        return "from" in self.keys


def _keeping(one: Collection, many: str, title: str, **keys: str) -> Keeping:
    # `from` is a word of Python's
    named = {key.rstrip("_"): words for key, words in keys.items()}
    return Keeping(one, many, title, MappingProxyType({**named, "notes": "a line more"}))


_SPAN: Final = {"from_": "since when", "to": "until when; left out, it goes on"}
_EDUCATION: Final = "is it about education?"

COLLECTIONS: Final[Mapping[Collection, Keeping]] = MappingProxyType(
    {
        one.id: one
        for one in (
            _keeping(
                "position",
                "positions",
                "what you are called, such as Clerkship site director",
                where="the institution",
                place="city",
                kind="teaching, leadership, appointment, clinical or other",
                **_SPAN,
            ),
            _keeping(
                "education",
                "education and training",
                "the degree or program, such as Residency, internal medicine",
                where="the institution",
                place="city",
                from_="since when",
                to="when it ended",
            ),
            _keeping(
                "certification",
                "certification and licensure",
                "what it certifies",
                where="the board",
                date="when",
                to="valid until",
            ),
            _keeping(
                "publication",
                "publications",
                "the title",
                authors="all authors, as printed",
                where="the journal, with volume and pages",
                date="when",
                link="DOI or address",
                education=_EDUCATION,
            ),
            _keeping(
                "talk",
                "talks",
                "the title",
                where="the meeting or institution",
                place="city",
                date="when",
                reach="local, regional, national or international",
                education=_EDUCATION,
            ),
            _keeping(
                "committee",
                "committees",
                "the committee",
                where="the institution or society",
                role="your part, such as chair",
                **_SPAN,
                education=_EDUCATION,
            ),
            _keeping("award", "awards", "the award", where="who gave it", date="when"),
        )
    }
)
"""The collections, in the order they are shown."""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a collection; what does not belong to its collection is empty.

    `start` stands under `date` where there is one day only. `education` is None where nobody
    said; `area` is what a position is, and empty where nobody said.
    """

    collection: Collection
    id: str
    title: str
    where: str = ""
    place: str = ""
    role: str = ""
    authors: str = ""
    link: str = ""
    reach: str = ""
    area: Area | Literal[""] = ""
    start: PartialDate | None = None
    end: PartialDate | None = None
    education: bool | None = None
    notes: tuple[str, ...] = ()
    removed: bool = False

    @property
    def when(self) -> str:
        """`Jul 2019 – present`, `2012`, or nothing where it is not known."""
        if COLLECTIONS[self.collection].spans:
            return span(self.start, self.end, goes_on=True)
        return span(self.start, None)

    @property
    def newest(self) -> tuple[bool, int, int, int]:
        """What sorts the newest last; what goes on stands behind everything that ended."""
        open_ended = COLLECTIONS[self.collection].spans and self.end is None and bool(self.start)
        day = (self.end if COLLECTIONS[self.collection].spans else None) or self.start
        return (open_ended, *((day.year, day.month, day.day) if day else (0, 0, 0)))


@dataclass(frozen=True, slots=True)
class Profile:
    """All of it. `facts` by their key; `approach` by educator domain; `exported` by kind of page.

    `approach` says what one's work in a domain built on; `exported` when the CV and the portfolio
    were last made.
    """

    facts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    approach: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    every: tuple[Item, ...] = ()
    exported: Mapping[str, date] = field(default_factory=lambda: MappingProxyType({}))

    def fact(self, key: str) -> str:
        """The fact, or nothing."""
        return self.facts.get(key, "")

    def items(self, collection: Collection) -> tuple[Item, ...]:
        """What is not removed of a collection, the newest first."""
        found = (one for one in self.every if one.collection == collection and not one.removed)
        return tuple(sorted(found, key=lambda one: one.newest, reverse=True))

    def put(self, item: Item) -> "Profile":
        """With that item in the place of the one with its collection and id, or as the last."""
        here = (item.collection, item.id)
        if all((one.collection, one.id) != here for one in self.every):
            return replace(self, every=(*self.every, item))
        every = tuple(item if (one.collection, one.id) == here else one for one in self.every)
        return replace(self, every=every)


def gaps(profile: Profile) -> list[tuple[str, str]]:
    """What a CV would have to leave open, as key or collection and the words for it."""
    found = [(key, words) for key, words in FACTS.items() if not profile.fact(key)]
    found += [
        (one.id, f"no {one.many} yet") for one in COLLECTIONS.values() if not profile.items(one.id)
    ]
    return found
