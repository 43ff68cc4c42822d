"""A letter or CV read against the article's Step 7: toward a role, with evidence, with numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from medpivot.domain.activities import Activity
from medpivot.domain.cv import Material
from medpivot.domain.cv_lines import counted
from medpivot.domain.cv_words import Claim, CvWords, Phrase, first_of, plain_words
from medpivot.domain.introduction import totals
from medpivot.domain.wording import listed

Sort: TypeAlias = Literal["away", "vague", "claim", "gap"]

LEAST_WORDS: Final = 5
"""Words that make a sentence; fewer are a heading or an entry, which claims nothing."""

_LEAST_TITLE: Final = 8
"""Characters of a log title that can be recognized in a sentence by chance no more."""

_END: Final = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])")
_OWN_LINE: Final = re.compile(r"^\s*(?:[-*+#>|]|\d+[.)])\s*")
_GAP: Final = re.compile(r"\[write: ([^\]]*)\]")
_DEED: Final = re.compile(
    r"\b(?:I|my|we|our)\b|^(?:\w+ed|taught|led|gave|built|ran|wrote|made|held)\b", re.IGNORECASE
)
"""A first person, or a verb in front, as the bullets of a CV have it."""

_FIGURE: Final = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|twice|hundred)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One place in a letter: its line, the sentence, the words found, and what to do about them.

    For a claim, `why` is what the log has, and `ids` are the entries that say so.
    """

    sort: Sort
    id: str
    line: int
    sentence: str
    words: str
    why: str
    toward: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sentence:
    line: int
    text: str


def check(lines: Sequence[str], material: Material) -> list[Finding]:
    """What is found in a text, in its order; an empty line ends a paragraph, lines count from 1.

    Away: words that point back at the present job. Vague: words that need a fact and have none in
    their sentence or the next. Claim: a sentence without a figure, of work the log can count.
    Gap: a place a draft left to be written.
    """
    sentences = list(_sentences(lines))
    found: list[Finding] = []
    for number, one in enumerate(sentences):
        after = sentences[number + 1].text if number + 1 < len(sentences) else ""
        found += _gaps(one)
        told = _Sentence(one.line, _GAP.sub(" ", one.text))
        found += _phrases(told, material.words)
        said = [each for each in material.words.vague.values() if first_of(each.phrases, told.text)]
        found += _vague(said, told, after, material) if said else _claims(told, material)
    return found


def _sentences(lines: Sequence[str]) -> Iterator[_Sentence]:
    """The sentences with the line each begins on; list items and headings stand for themselves."""
    paragraph: list[tuple[int, str]] = []
    for number, line in enumerate([*lines, ""], start=1):
        begins = _OWN_LINE.match(line)
        heading = line.lstrip().startswith("#")
        if paragraph and (not line.strip() or begins):
            yield from _split(paragraph)
            paragraph = []
        if line.strip() and not heading:
            paragraph.append((number, line[begins.end() :] if begins else line.strip()))


def _split(paragraph: Sequence[tuple[int, str]]) -> Iterator[_Sentence]:
    starts: list[tuple[int, int]] = []
    whole = ""
    for number, line in paragraph:
        starts.append((len(whole), number))
        whole += line + " "
    at = 0
    for end in [*(match.end() for match in _END.finditer(whole)), len(whole)]:
        text = whole[at:end].replace("**", "").strip()
        if text:
            yield _Sentence(max(number for start, number in starts if start <= at), text)
        at = end


def _gaps(one: _Sentence) -> Iterator[Finding]:
    for what in _GAP.findall(one.text):
        yield Finding(
            "gap",
            "gap",
            one.line,
            one.text,
            f"[write: {what}]",
            "A place that is still yours to fill.",
            f"Write {what}, or take the line out.",
        )


def _phrases(one: _Sentence, words: CvWords) -> Iterator[Finding]:
    for phrase in words.away.values():
        said = first_of(phrase.phrases, one.text)
        if said and not first_of(phrase.unless, one.text):
            yield _phrase("away", phrase, one, said)


def _vague(
    said: Sequence[Phrase], one: _Sentence, after: str, material: Material
) -> Iterator[Finding]:
    if _shown(one.text, material) or _shown(after, material):
        return
    for phrase in said:
        if not first_of(phrase.unless, one.text):
            yield _phrase("vague", phrase, one, first_of(phrase.phrases, one.text))


def _phrase(sort: Sort, phrase: Phrase, one: _Sentence, said: str) -> Finding:
    return Finding(sort, f"{sort}.{phrase.id}", one.line, one.text, said, phrase.why, phrase.toward)


def _shown(text: str, material: Material) -> bool:
    """Is there a figure, or something that is in the log by that name?"""
    return bool(_FIGURE.search(text)) or bool(_titled(text, material))


def _titled(text: str, material: Material) -> list[Activity]:
    plain = plain_words(text)
    return [
        one
        for one in material.work
        if len(one.title) >= _LEAST_TITLE and plain_words(one.title).strip() in plain
    ]


def _claims(one: _Sentence, material: Material) -> Iterator[Finding]:
    """The claim of a sentence that says somebody did something, and gives no figure."""
    counts = _FIGURE.search(one.text) or not _DEED.search(one.text)
    if len(one.text.split()) < LEAST_WORDS or counts:
        return
    titled = _titled(one.text, material)
    if titled:
        yield _claim("title", one, titled[0].title, titled, material)
        return
    claims = [
        (each, said)
        for each in material.words.claims.values()
        if (said := first_of(each.words, one.text))
    ]
    if not claims:
        return
    within = _within([each for each, _ in claims], material.work)
    if within:
        yield _claim(claims[0][0].id, one, claims[0][1], within, material)


def _within(claims: Sequence[Claim], work: Sequence[Activity]) -> list[Activity]:
    """The entries that are all of what is claimed; those of the first claim where none is."""
    every = [one for one in work if all(each.has(one) for each in claims)]
    return every or [one for one in work if claims[0].has(one)]


def _claim(
    claim: str, one: _Sentence, said: str, entries: Sequence[Activity], material: Material
) -> Finding:
    return Finding(
        "claim",
        f"claim.{claim}",
        one.line,
        one.text,
        said,
        f"Your log has {_numbers(entries, material)}.",
        "Put the number that matters most into the sentence.",
        tuple(each.id for each in entries),
    )


def _numbers(entries: Sequence[Activity], material: Material) -> str:
    found = totals(entries, material.vocabulary)
    if found is None:
        return "nothing of it"
    parts = [counted(found.entries, "activity", "activities")]
    if found.learners is not None:
        least = "at least " if found.learners_at_least else ""
        parts.append(least + counted(found.learners, "learner"))
    if found.hours is not None:
        least = "at least " if found.hours_at_least else ""
        parts.append(least + counted(found.hours, "hour"))
    return f"{listed(parts)} of this since {found.since_month}"
