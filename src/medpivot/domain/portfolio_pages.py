"""The portfolio as pages: one for the summary, then the domains, then what only its owner reads."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from medpivot.domain.cv import Material, document
from medpivot.domain.cv_lines import (
    counted,
    deed_entry,
    ids_words,
    item_entry,
    rest_line,
)
from medpivot.domain.deeds import deed
from medpivot.domain.document import (
    Block,
    Document,
    Paragraph,
    Part,
    Points,
    Span,
    Subheading,
    brief,
    gap,
    plain,
    quiet,
    strong,
)
from medpivot.domain.portfolio import DomainWork, Portfolio, portfolio
from medpivot.domain.portfolio_missing import Missing, missing, missing_words
from medpivot.domain.portfolio_summary import summary_page
from medpivot.domain.portfolio_tables import (
    MOST_ROWS,
    levels_table,
    quality,
    quantity,
    work_table,
)
from medpivot.domain.wording import uncapital

_LONG_TEXT: Final = 6_000
_COUNTED_ONCE: Final = "Work from the log is counted in its domain, and not again here."


def portfolio_document(material: Material, today: date, *, final: bool = False) -> Document:
    """The whole portfolio; `final` leaves out the page of what is missing."""
    found = portfolio(material, today)
    return laid_out(material, found, missing(material, found), today, final=final)


def laid_out(
    material: Material,
    found: Portfolio,
    lacking: Sequence[Missing],
    today: date,
    *,
    final: bool = False,
) -> Document:
    """The same of a portfolio, and of what it lacks, that were found before."""
    parts = [*summary_page(material, found), *_philosophy(material, found)]
    products = frozenset(id_ for one in found.products for id_ in one.ids)
    parts += [
        _domain_part(material, one, products)
        for one in found.domains.values()
        if one.entries or not final
    ]
    parts += [*_products(material, found), *_reflections(material, found)]
    if found.learned:
        title = material.words.portfolio["development"].title
        entries = tuple(deed_entry(one, material.vocabulary) for one in found.learned[:MOST_ROWS])
        parts.append(Part("development", title, entries))
    if lacking and not final:
        parts.append(_missing_part(material, lacking))
    return document("Educator portfolio", material.profile, parts, today)


def _philosophy(material: Material, found: Portfolio) -> Iterator[Part]:
    texts = material.words.portfolio
    belief = _written(material.profile.fact("philosophy"), texts["philosophy"].write)
    yield Part("philosophy", texts["philosophy"].title, (belief,), own_page=True)
    if found.by_level:
        yield Part("totals", texts["totals"].title, (levels_table(material, found),))


def _written(text: str, otherwise: str) -> Paragraph:
    """A longer text of the person's own, or the place for it."""
    return Paragraph((Span(brief(text, _LONG_TEXT)) if text else gap(otherwise),))


def _domain_part(material: Material, work: DomainWork, products: frozenset[str]) -> Part:
    texts, vocabulary = material.words.portfolio, material.vocabulary
    word = vocabulary.domains.get(work.id)
    title = word.label if word else brief(work.id)
    if not work.entries:
        what = uncapital(word.help).rstrip(".") if word else ""
        return Part(work.id, title, (Paragraph((gap(what),)),))
    strongest = [deed(one, vocabulary) for one in work.things[:MOST_ROWS]]
    shown = sorted(strongest, key=lambda one: one.last, reverse=True)
    blocks: list[Block] = [
        Paragraph(plain(quantity(work))),
        work_table(shown, material, products),
    ]
    if work.things[MOST_ROWS:]:
        blocks.append(Paragraph(rest_line(work.things[MOST_ROWS:], vocabulary)))
    blocks += [Subheading("Quality"), *quality(work)]
    approach = material.profile.approach.get(work.id, "").strip()
    blocks.append(Subheading(texts["approach"].title))
    blocks.append(_written(approach, texts["approach"].write))
    return Part(work.id, title, tuple(blocks))


def _products(material: Material, found: Portfolio) -> Iterator[Part]:
    section = material.words.portfolio["products"]
    name = material.profile.fact("name")
    blocks: list[Block] = [item_entry(one, name) for one in found.published[:MOST_ROWS]]
    blocks += [deed_entry(one, material.vocabulary) for one in found.products[:MOST_ROWS]]
    if found.products:
        blocks.append(Paragraph(quiet(_COUNTED_ONCE)))
    if not blocks:
        blocks = [Paragraph((gap(section.write),))]
    yield Part("products", section.title, tuple(blocks))


def _reflections(material: Material, found: Portfolio) -> Iterator[Part]:
    section = material.words.portfolio["reflections"]
    changes = [one for work in found.domains.values() for one in work.changes]
    lines = tuple(
        (strong(title), Span(f": {brief(changed)}")) for title, changed in changes[:MOST_ROWS]
    )
    blocks: list[Block] = [_written(material.profile.fact("reflection"), section.write)]
    if lines:
        blocks += [Paragraph(plain("What changed afterwards:")), Points(lines)]
    if changes[MOST_ROWS:]:
        more = counted(len(changes) - MOST_ROWS, "more change", "more changes")
        blocks.append(Paragraph(quiet(f"And {more} in the log.")))
    yield Part("reflections", section.title, tuple(blocks))


def _missing_part(material: Material, lacking: Sequence[Missing]) -> Part:
    section = material.words.portfolio["missing"]
    lines = []
    for one in lacking:
        line = [strong(missing_words(one, material)), Span(f": {one.close}", "quiet")]
        if one.ids:
            line.append(Span(f" (ID: {ids_words(one.ids)})", "quiet"))
        lines.append(tuple(line))
    blocks = (Paragraph(plain(section.write)), Points(tuple(lines)))
    return Part("missing", section.title, blocks, own_page=True)
