"""`data/cv.toml`: sections of CV and portfolio, and what a check of a letter looks for."""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final, cast

from pydantic import Field

from medpivot.domain.activities import Vocabulary
from medpivot.domain.cv_words import Claim, CvWords, Lack, Phrase, Section
from medpivot.domain.profile import AREAS, COLLECTIONS, Area
from medpivot.domain.profile import Collection as ProfileCollection
from medpivot.errors import BrokenFile, Problem
from medpivot.reading.strict import Strict, bad_ids, checked, unknown_ids
from medpivot.reading.toml import parse

NAME = "cv.toml"

SECTIONS: Final = frozenset(
    ("highlights", "teaching", "leadership", "scholarship", "development", "references")
)
PARTS: Final = frozenset(
    (
        "summary",
        "philosophy",
        "contributions",
        "totals",
        "approach",
        "products",
        "reflections",
        "development",
        "missing",
    )
)
LACKS: Final = frozenset(
    (
        "learners",
        "levels",
        "hours",
        "raters",
        "too-few",
        "rating",
        "changed",
        "quotes",
        "evidence",
        "domain",
        "approach",
        "philosophy",
        "products",
        "reflection",
    )
)
"""What the program asks for by name in each of the three tables."""


class _Section(Strict):
    title: str
    write: str = ""
    kinds: list[str] = Field(default_factory=list)
    domains: list[str] = Field(default_factory=list)
    positions: list[str] = Field(default_factory=list)
    collections: list[str] = Field(default_factory=list)
    other: bool = False


class _Words(Strict):
    words: list[str] = Field(min_length=1)


class _Area(_Words):
    label: str


class _Phrase(Strict):
    phrases: list[str] = Field(min_length=1)
    why: str
    toward: str
    unless: list[str] = Field(default_factory=list)
    mine: list[str] = Field(default_factory=list)


class _Deeds(_Words):
    not_yet: list[str] = Field(alias="not-yet")


class _Claim(_Words):
    kinds: list[str] = Field(default_factory=list)
    levels: list[str] = Field(default_factory=list)
    domains: list[str] = Field(default_factory=list)


class _Part(Strict):
    title: str
    write: str = ""


class _Lack(Strict):
    what: str
    close: str
    domains: list[str] = Field(default_factory=list)


class _File(Strict):
    schema_: int = Field(alias="schema")
    section: dict[str, _Section]
    position: dict[str, _Area]
    education_words: _Words = Field(alias="education-words")
    away: dict[str, _Phrase]
    vague: dict[str, _Phrase]
    claim_deeds: _Deeds = Field(alias="claim-deeds")
    claim: dict[str, _Claim]
    portfolio: dict[str, _Part]
    missing: dict[str, _Lack]


def read_cv_words(data: bytes, vocabulary: Vocabulary) -> CvWords:
    """The words of CV, portfolio and check.

    Raises:
        BrokenFile: all problems, ids that the vocabulary or the profile does not know among them.
    """
    table = checked(_File, parse(data, NAME), NAME, data)
    problems = _problems(table, vocabulary)
    if problems:
        raise BrokenFile(NAME, problems)
    return CvWords(
        sections=MappingProxyType(
            {
                key: Section(
                    key,
                    one.title,
                    one.write,
                    tuple(one.kinds),
                    tuple(one.domains),
                    cast("tuple[Area, ...]", tuple(one.positions)),
                    cast("tuple[ProfileCollection, ...]", tuple(one.collections)),
                    one.other,
                )
                for key, one in table.section.items()
            }
        ),
        areas=MappingProxyType(
            {
                cast("Area", key): (one.label, tuple(one.words))
                for key, one in table.position.items()
            }
        ),
        education=tuple(table.education_words.words),
        away=_phrases(table.away),
        vague=_phrases(table.vague),
        claims=MappingProxyType(
            {
                key: Claim(
                    key, tuple(one.words), tuple(one.kinds), tuple(one.levels), tuple(one.domains)
                )
                for key, one in table.claim.items()
            }
        ),
        deeds=tuple(table.claim_deeds.words),
        not_yet=tuple(table.claim_deeds.not_yet),
        portfolio=MappingProxyType(
            {key: Section(key, one.title, one.write) for key, one in table.portfolio.items()}
        ),
        missing=MappingProxyType(
            {
                key: Lack(key, one.what, one.close, tuple(one.domains))
                for key, one in table.missing.items()
            }
        ),
    )


def _phrases(table: Mapping[str, _Phrase]) -> Mapping[str, Phrase]:
    return MappingProxyType(
        {
            key: Phrase(
                key,
                tuple(one.phrases),
                one.why,
                one.toward,
                tuple(one.unless),
                tuple(one.mine),
            )
            for key, one in table.items()
        }
    )


def _problems(table: _File, vocabulary: Vocabulary) -> list[Problem]:
    problems: list[Problem] = []
    for name in ("section", "away", "vague", "claim", "portfolio", "missing"):
        problems += bad_ids(getattr(table, name), name)
    needed = (("section", SECTIONS), ("portfolio", PARTS), ("missing", LACKS))
    for name, ids in needed:
        there: Collection[str] = getattr(table, name)
        missing = sorted(one for one in ids if one not in there)
        problems += [Problem("is missing", f"{name}.{one}") for one in missing]
    for key, one in table.section.items():
        here = f"section.{key}"
        problems += unknown_ids(one.kinds, vocabulary.kinds, here, "kinds")
        problems += unknown_ids(one.domains, vocabulary.domains, here, "domains")
        problems += unknown_ids(one.positions, AREAS, here, "positions")
        problems += unknown_ids(one.collections, COLLECTIONS, here, "collections")
    problems += unknown_ids(table.position, AREAS, "position")
    for key, claim in table.claim.items():
        here = f"claim.{key}"
        problems += unknown_ids(claim.kinds, vocabulary.kinds, here, "kinds")
        problems += unknown_ids(claim.levels, vocabulary.levels, here, "levels")
        problems += unknown_ids(claim.domains, vocabulary.domains, here, "domains")
    for key, lack in table.missing.items():
        problems += unknown_ids(lack.domains, vocabulary.domains, f"missing.{key}", "domains")
    return problems
