"""The words of `cv.toml`: sections of CV and portfolio, and what a check of a letter looks for."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from medpivot.domain.activities import Activity
from medpivot.domain.profile import Area, Collection, Item

DEVELOPMENT: Final = "development"
"""The section of what one took as a learner; `portfolio.toml` says what that is."""

_WRITER: Final = re.compile(r"\bI\b|\b(?i:me|my|mine|myself)\b")
"""Words with which writers speak of themselves."""

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
    """Words that weaken a letter: why, and where the sentence could go instead.

    `mine` counts only where the writer speaks of themselves; with a word of `unless` in the
    sentence, nothing does.
    """

    id: str
    phrases: tuple[str, ...]
    why: str
    toward: str
    unless: tuple[str, ...] = ()
    mine: tuple[str, ...] = ()

    def said_in(self, text: str) -> str:
        """The words of it that stand in a sentence; empty where none does."""
        if first_of(self.unless, text):
            return ""
        return first_of(self.phrases, text) or (
            first_of(self.mine, text) if _WRITER.search(text) else ""
        )


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
    deeds: tuple[str, ...]
    not_yet: tuple[str, ...]
    portfolio: Mapping[str, Section]
    missing: Mapping[str, Lack]

    def section_of(self, activity: Activity) -> str:
        """The id of the CV's section an activity goes to; the first one where nothing says."""
        for one in self.sections.values():
            if activity.kind in one.kinds:
                return one.id
        fitting = (one.id for one in self.sections.values() if activity.domain in one.domains)
        return next(fitting, "teaching")

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
    """What stands in a text for the first phrase found in it as whole words; empty where none is.

    It is given in small letters: `rvu targets` for `rvu* targets`.
    """
    plain = plain_words(text)
    # a pattern is slow to make, and most phrases have a word that is nowhere in the text
    found = (
        pattern(one).search(plain)
        for one in phrases
        if all(word.removesuffix("*") in plain for word in _words(one))
    )
    return next((one[0] for one in found if one), "")


@cache
def _words(phrase: str) -> tuple[str, ...]:
    return tuple(re.split(r"[\s-]+", plain_words(phrase)))


@cache
def pattern(phrase: str) -> re.Pattern[str]:
    """The phrase as whole words; `*` ends a word in any way, spaces and hyphens are alike."""
    words = (
        re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "")
        for word in _words(phrase)
    )
    return re.compile(r"(?<!\w)" + r"[\s-]+".join(words) + r"(?!\w)")
