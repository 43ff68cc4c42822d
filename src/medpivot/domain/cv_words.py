"""The words of `cv.toml`: sections of CV and portfolio, and what a check of a letter looks for."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from medpivot.domain.activities import Activity
from medpivot.domain.profile import Area, Collection, Item

_APOSTROPHES: Final = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-"})


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the CV: its heading, what stands there while it is empty, what goes into it.

    `other` takes of its collections what is not about education.
    """

    id: str
    title: str
    write: str = ""
    kinds: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    positions: tuple[Area, ...] = ()
    collections: tuple[Collection, ...] = ()
    other: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that weaken a letter: why, and where the sentence could go instead."""

    id: str
    phrases: tuple[str, ...]
    why: str
    toward: str
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """Words that claim work of some kinds, learner levels or domains."""

    id: str
    words: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()

    def has(self, activity: Activity) -> bool:
        """Is the activity of what is claimed?"""
        return (
            activity.kind in self.kinds
            or activity.domain in self.domains
            or any(level in self.levels for level in activity.levels)
        )


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing a portfolio may lack: the words after its count, and the command that closes it."""

    id: str
    what: str
    close: str
    domains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CvWords:
    """All of `cv.toml`, each table by id and in its order."""

    sections: Mapping[str, Section]
    areas: Mapping[Area, tuple[str, tuple[str, ...]]]
    education: tuple[str, ...]
    away: Mapping[str, Phrase]
    vague: Mapping[str, Phrase]
    claims: Mapping[str, Claim]
    portfolio: Mapping[str, Section]
    missing: Mapping[str, Lack]

    def section_of(self, activity: Activity) -> str:
        """The id of the CV's section an activity goes to; the first one where nothing says."""
        for one in self.sections.values():
            if activity.kind in one.kinds:
                return one.id
        fitting = (one.id for one in self.sections.values() if activity.domain in one.domains)
        return next(fitting, "teaching")

    def own_learning(self, activity: Activity) -> bool:
        """Did the person learn there, rather than teach?"""
        return activity.kind in self.sections["development"].kinds

    def is_product(self, activity: Activity) -> bool:
        """Is it work of scholarship?"""
        return activity.kind in self.sections["scholarship"].kinds

    def area_of(self, item: Item) -> Area:
        """What a position is: as the person said, else by the words of its title, else other."""
        if item.area:
            return item.area
        found = (area for area, (_, words) in self.areas.items() if first_of(words, item.title))
        return next(found, "other")

    def is_education(self, item: Item) -> bool:
        """Is it about education: as the person said, else by the words of its title and place."""
        if item.education is not None:
            return item.education
        return bool(first_of(self.education, f"{item.title} {item.where}"))


def plain_words(text: str) -> str:
    """The text as phrases are sought in it: small letters, straight apostrophes and hyphens."""
    return text.translate(_APOSTROPHES).casefold()


def first_of(phrases: Iterable[str], text: str) -> str:
    """The first of the phrases that stands in a text as whole words; empty where none does."""
    plain = plain_words(text)
    return next((one for one in phrases if pattern(one).search(plain)), "")


@cache
def pattern(phrase: str) -> re.Pattern[str]:
    """The phrase as whole words; `*` ends a word in any way, spaces and hyphens are alike."""
    words = (
        re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "")
        for word in re.split(r"[\s-]+", plain_words(phrase))
    )
    return re.compile(r"(?<!\w)" + r"[\s-]+".join(words) + r"(?!\w)")
