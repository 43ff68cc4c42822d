"""A letter or CV read against the article's Step 7: toward a role, with evidence, with numbers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal, TypeAlias

from medpivot.domain.activities import Activity
from medpivot.domain.cv import Material
from medpivot.domain.cv_lines import counted
from medpivot.domain.cv_words import Claim, CvWords, Phrase, first_of, plain_words
from medpivot.domain.deeds import totals
from medpivot.domain.wording import listed

Sort: TypeAlias = Literal["away", "vague", "claim", "gap"]

_Titles: TypeAlias = Sequence[tuple[str, Activity]]
"""The titles of the log that can be recognized, as they are sought in a sentence."""

_LEAST_TITLE: Final = 8
"""Characters of a log title that can be recognized in a sentence by chance no more."""

_BETWEEN: Final = 4
"""The most words between I and what I did: `I have since last summer taught`."""

_END: Final = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])")
_SHORT: Final = re.compile(
    r"(?:^|[\s(])(?:[A-Z]|Dr|Drs|Mr|Mrs|Ms|Prof|St|Jr|Sr|vs|No|e\.g|i\.e)\.$"
)
"""What ends with a point and ends no sentence: a title, an initial."""

_OWN_LINE: Final = re.compile(r"^\s*(?:[-*+#>|•–]|\d+[.)])\s*")
_GAP: Final = re.compile(r"\[write: ([^\]]*)\]")
_FIGURE: Final = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
    r"|dozens?|twice|hundreds?|daily|weekly|monthly|yearly|every (?:day|week|month|year))\b",
    re.IGNORECASE,
)
"""A number, or how often."""


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
    titles = _titles(material)
    found: list[Finding] = []
    for number, one in enumerate(sentences):
        after = sentences[number + 1].text if number + 1 < len(sentences) else ""
        found += _gaps(one)
        told = _Sentence(one.line, _GAP.sub(" ", one.text))
        found += _away(told, material.words)
        vague = [*_vague(told, after, material, titles)]
        found += vague or _claims(told, material, titles)
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
    ends = [one for one in _END.finditer(whole) if not _SHORT.search(whole[: one.start()])]
    at = 0
    for end in [*(match.end() for match in ends), len(whole)]:
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


def _away(one: _Sentence, words: CvWords) -> Iterator[Finding]:
    for phrase in words.away.values():
        if said := phrase.said_in(one.text):
            yield _phrase("away", phrase, one, said)


def _vague(one: _Sentence, after: str, material: Material, titles: _Titles) -> Iterator[Finding]:
    """Empty words, with what the log could put in their place."""
    found = [
        _phrase("vague", each, one, words)
        for each in material.words.vague.values()
        if (words := each.said_in(one.text))
    ]
    if not found or _shown(one.text, titles) or _shown(after, titles):
        return
    claims = _in_log(_claimed(one.text, material.words), material.work)
    if claims:
        entries = _all_of(claims)
        ids = tuple(each.id for each in entries)
        found[0] = replace(found[0], why=f"{found[0].why} {_has(entries, material)}", ids=ids)
    yield from found


def _phrase(sort: Sort, phrase: Phrase, one: _Sentence, said: str) -> Finding:
    return Finding(sort, f"{sort}.{phrase.id}", one.line, one.text, said, phrase.why, phrase.toward)


def _shown(text: str, titles: _Titles) -> bool:
    """Is there a figure, or something that is in the log by that name?"""
    return bool(_FIGURE.search(text)) or bool(_titled(text, titles))


def _titles(material: Material) -> _Titles:
    return [
        (plain_words(one.title).strip(), one)
        for one in material.work
        if len(one.title) >= _LEAST_TITLE
    ]


def _titled(text: str, titles: _Titles) -> list[Activity]:
    plain = plain_words(text)
    return [one for title, one in titles if title in plain]


def _claims(one: _Sentence, material: Material, titles: _Titles) -> Iterator[Finding]:
    """The claim of a sentence that says somebody did something, and gives no figure."""
    if _FIGURE.search(one.text) or not _does(one.text, material.words):
        return
    titled = _titled(one.text, titles)
    if titled:
        yield _claim("title", one, titled[0].title, titled, material)
        return
    claims = _in_log(_claimed(one.text, material.words), material.work)
    if claims:
        claim, said, _ = claims[0]
        yield _claim(claim.id, one, said, _all_of(claims), material)


def _does(text: str, words: CvWords) -> bool:
    """Does the writer say to have done something, or does a line of a CV begin with a deed?"""
    does, not_yet = (_any_of(some) for some in (words.deeds, words.not_yet))
    said = re.search(
        rf"\b(?:i|we)(?:'\w+)?(?:\s+(?!(?:{not_yet})\b)[\w-]+){{0,{_BETWEEN}}}?\s+(?:{does})\b"
        rf"|\bmy\b.*\b(?:includes?|included|involves?|involved)\b.*\b(?:{does})\b"
        rf"|^\W*(?!\w+ing\b)(?:{does})\b\s+\w",
        plain_words(text),
    )
    return said is not None


@cache
def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in words)


def _claimed(text: str, words: CvWords) -> list[tuple[Claim, str]]:
    """The claims whose words stand in a text, each with the word found."""
    found = ((one, first_of(one.words, text)) for one in words.claims.values())
    return [(one, said) for one, said in found if said]


def _in_log(
    claims: Iterable[tuple[Claim, str]], work: Sequence[Activity]
) -> list[tuple[Claim, str, list[Activity]]]:
    """The claims of which the log has something, each with its word and the entries."""
    found = ((claim, said, [one for one in work if claim.has(one)]) for claim, said in claims)
    return [one for one in found if one[2]]


def _all_of(claims: Sequence[tuple[Claim, str, list[Activity]]]) -> list[Activity]:
    """The entries that are all of what is claimed; where none is, those of the first claim."""
    first = claims[0][2]
    return [one for one in first if all(claim.has(one) for claim, _, _ in claims)] or first


def _claim(
    claim: str, one: _Sentence, said: str, entries: Sequence[Activity], material: Material
) -> Finding:
    return Finding(
        "claim",
        f"claim.{claim}",
        one.line,
        one.text,
        said,
        _has(entries, material),
        "Put the number that matters most into the sentence.",
        tuple(each.id for each in entries),
    )


def _has(entries: Sequence[Activity], material: Material) -> str:
    """What the log has of a claim, in a sentence."""
    found = totals(entries, material.vocabulary)
    if found is None:
        return ""
    sums = []
    if found.learners is not None:
        sums.append("at least " * found.learners_at_least + counted(found.learners, "learner"))
    if found.hours is not None:
        sums.append("at least " * found.hours_at_least + counted(found.hours, "contact hour"))
    if found.other_hours is not None:
        sums.append(counted(found.other_hours, "other hour"))
    how_many = counted(found.entries, "activity", "activities")
    with_them = f", with {listed(sums)}" if sums else ""
    return f"Your log has {how_many} of this kind since {found.since_month}{with_them}."
