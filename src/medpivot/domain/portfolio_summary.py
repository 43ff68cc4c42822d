"""The first page of a portfolio: who it is, and at most five contributions, on one page always.

Where the texts are too long for that, all of them are cut shorter; the whole of each stands behind.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from medpivot.domain.cv import Material
from medpivot.domain.cv_lines import deed_facts, rating_line, totals_line
from medpivot.domain.deeds import Deed, totals
from medpivot.domain.document import (
    Block,
    Entry,
    Line,
    Paragraph,
    Part,
    Span,
    brief,
    gap,
    lines_of,
    plain,
    quiet,
    strong,
)
from medpivot.domain.partial_dates import days_span
from medpivot.domain.portfolio import Portfolio
from medpivot.domain.wording import capital


@dataclass(frozen=True, slots=True)
class _Limits:
    """The most characters of the summary, and of each text of a contribution."""

    summary: int
    text: int


_TRIED: Final = tuple(
    _Limits(min(700, 5 * text), text)
    for text in (220, 180, 150, 125, 100, 80, 65, 50, 40, 30, 24, 18)
)
_LINES: Final = 43
"""Lines of text on a page of letter paper, as both DOCX and PDF set it, headings not counted."""

_PER_LINE: Final = 92
_PER_LINE_OF_ENTRY: Final = 72
"""Characters that surely fit on a line of the page, and beside the dates."""

_IN_THE_HEAD: Final = ("name", "credentials", "address", "phone", "email", "website")
_BETWEEN: Final = 0.5
"""Lines of air around a contribution."""


def summary_page(material: Material, found: Portfolio) -> Sequence[Part]:
    """The summary and the contributions, the longest version of them that fits one page."""
    head = _head_lines(material)
    made: Sequence[Part] = ()
    for limits in _TRIED:
        made = tuple(_parts(material, found, limits))
        if head + _lines(made) <= _LINES:
            break
    return made


def _parts(material: Material, found: Portfolio, limits: _Limits) -> Iterator[Part]:
    texts = material.words.portfolio
    seen = totals(material.work, material.vocabulary)
    said = material.profile.fact("summary")
    words = Span(brief(said, limits.summary)) if said else gap(texts["summary"].write)
    blocks: list[Block] = [Paragraph((words,))]
    if seen:
        blocks.append(Paragraph(quiet(totals_line(seen))))
    yield Part("summary", texts["summary"].title, tuple(blocks))
    entries: tuple[Block, ...] = tuple(
        _contribution(one, material, limits.text) for one in found.contributions
    )
    if not entries:
        entries = (Paragraph((gap(texts["contributions"].write),)),)
    yield Part("contributions", texts["contributions"].title, entries)


def _contribution(deed: Deed, material: Material, longest: int) -> Entry:
    domain = material.vocabulary.domains.get(deed.domain)
    facts = deed_facts(deed, material.vocabulary)
    details = [plain(brief(capital(facts), longest))] if facts else []
    if deed.rating:
        details.append(rating_line(deed.rating, changed=bool(deed.changed)))
    if deed.changed:
        details.append((Span("What changed: "), Span(brief(deed.changed, longest))))
    else:
        details.append((gap("what changed because of it"),))
    head = (
        strong(brief(deed.title, longest)),
        Span(f"  ({domain.label if domain else brief(deed.domain)})", "quiet"),
    )
    return Entry(days_span(deed.first, deed.last), head, tuple(details), deed.ids)


def _head_lines(material: Material) -> int:
    """Lines of name, headline and addresses above it; the name is as high as two."""
    said = [material.profile.fact(key) for key in _IN_THE_HEAD]
    return (
        3
        + ceil(_width(material.profile.fact("headline")) / _PER_LINE)
        + ceil(sum(_width(one) + 5 for one in said) / _PER_LINE)
    )


def _lines(parts: Sequence[Part]) -> float:
    found = 0.0
    for block in (block for part in parts for block in part.blocks):
        entry = isinstance(block, Entry)
        room = _PER_LINE_OF_ENTRY if entry else _PER_LINE
        found += sum(ceil(_line_width(line) / room) for line in lines_of(block))
        found += _BETWEEN * entry
    return found


def _line_width(line: Line) -> int:
    return sum(_width(span.text) for span in line)


def _width(text: str) -> int:
    """Characters, wide ones as two."""
    wide = sum(one.isupper() or unicodedata.east_asian_width(one) in "WF" for one in text)
    return len(text) + wide
