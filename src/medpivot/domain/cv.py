"""The CV for education work: teaching, curriculum, leadership and scholarship first.

The order is the article's Step 7. It is drawn from the log, the profile and the people who would
speak for the person; what drains, burnout, money, energy and quotes have no way in.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from medpivot.domain.activities import Activity, Vocabulary
from medpivot.domain.cv_lines import (
    deed_entry,
    deed_facts,
    ended,
    item_entry,
    rating_line,
    rest_line,
    totals_line,
)
from medpivot.domain.cv_words import DEVELOPMENT, CvWords, Section
from medpivot.domain.deeds import Deed, alike, deed, deeds, totals
from medpivot.domain.document import (
    Block,
    Document,
    Entry,
    Line,
    Paragraph,
    Part,
    Points,
    Span,
    Subheading,
    brief,
    gap,
    joined,
    plain,
    quiet,
    strong,
)
from medpivot.domain.partial_dates import days_span
from medpivot.domain.people import Kinds, Person
from medpivot.domain.profile import COLLECTIONS, FACTS, Collection, Profile
from medpivot.domain.what_counts import Standing, told_apart
from medpivot.domain.wording import uncapital

MOST_IN_A_SECTION: Final = 10
"""Things of the log listed in one section; the rest is counted by kind. Judgment."""

DAYS_BEFORE_TOTALS: Final = 365
"""Before a log spans a year its sums would make a career look like its beginning. Judgment."""

HIGHLIGHTS: Final = 3
"""The lines that travel when one applies elsewhere (the article's Step 9); as many as are read."""


@dataclass(frozen=True)
class Material:
    """What a CV or a portfolio is made from. `people` are those who would speak for the person.

    Nothing of it ever changes, so `work` and `learned` are found once, however often asked for.
    """

    profile: Profile
    activities: tuple[Activity, ...]
    people: tuple[Person, ...]
    kinds: Kinds
    vocabulary: Vocabulary
    words: CvWords

    @property
    def work(self) -> Sequence[Activity]:
        """Education work of the log, oldest first, without what one learned oneself."""
        return self._told_apart["work"]

    @property
    def learned(self) -> Sequence[Activity]:
        """Courses one took and whatever else one was the learner of, oldest first."""
        return self._told_apart["learned"]

    @cached_property
    def _told_apart(self) -> Mapping[Standing, Sequence[Activity]]:
        return told_apart(self.activities, self.vocabulary)


def cv(material: Material, today: date) -> Document:
    """The whole CV; what only the person can say is marked as a gap."""
    parts = [_summary(material, today), *_highlights(material)]
    logged = _by_section(material)
    for section in material.words.sections.values():
        if section.id == "highlights":
            continue
        if section.id == "references":
            blocks = _references(material)
        else:
            blocks = _blocks(section, material, logged.get(section.id, ()))
        if blocks:
            parts.append(Part(section.id, section.title, tuple(blocks)))
        elif section.write:
            parts.append(Part(section.id, section.title, (Paragraph((gap(section.write),)),)))
    return document("Curriculum vitae", material.profile, parts, today)


def document(kind: str, profile: Profile, parts: Sequence[Part], today: date) -> Document:
    """A document with the person's name, degrees and addresses at its head."""
    name = profile.fact("name")
    whose = Span(joined([brief(name), brief(profile.fact("credentials"))]))
    reached = [Span(brief(profile.fact(key))) for key in ("address", "phone", "email", "website")]
    contact = tuple(one for one in reached if one.text)
    return Document(
        kind=kind,
        name=whose if name else gap(FACTS["name"]),
        below=brief(profile.fact("headline")),
        contact=contact or (gap("how to reach you: city, phone, email"),),
        made=today,
        parts=tuple(parts),
    )


def _summary(material: Material, today: date) -> Part:
    said = material.profile.fact("summary")
    blocks: list[Block] = [Paragraph(plain(said) if said else (gap(FACTS["summary"]),))]
    found = totals(material.work, material.vocabulary)
    if found and today - found.since >= timedelta(days=DAYS_BEFORE_TOTALS):
        blocks.append(Paragraph(quiet(totals_line(found))))
    return Part("summary", "", tuple(blocks))


def _highlights(material: Material) -> list[Part]:
    """The strongest work of the log in a few lines, where there is enough to choose from."""
    found = deeds(material.work, material.vocabulary, most=HIGHLIGHTS + 1)
    section = material.words.sections["highlights"]
    if found and len(found) <= HIGHLIGHTS:
        return []
    lines = tuple(_traveling(one, material.vocabulary) for one in found[:HIGHLIGHTS])
    blocks: tuple[Block, ...] = (Points(lines),) if lines else (Paragraph((gap(section.write),)),)
    return [Part(section.id, section.title, blocks)]


def _traveling(deed: Deed, vocabulary: Vocabulary) -> Line:
    """What was built, for whom, and what came of it, in one line."""
    facts = deed_facts(deed, vocabulary)
    when = f" ({days_span(deed.first, deed.last)})"
    line = [strong(deed.title), Span(f"{when}: {facts}." if facts else f"{when}.")]
    if deed.rating:
        line += [Span(" "), *rating_line(deed.rating, changed=bool(deed.changed)), Span(".")]
    if deed.changed:
        line.append(Span(f" What changed: {ended(deed.changed)}"))
    else:
        line += [Span(" "), gap("what changed because of it")]
    return tuple(line)


def _blocks(section: Section, material: Material, logged: Sequence[Activity]) -> list[Block]:
    """Positions, then collections of the profile, then the log; each group under its own name."""
    profile, words = material.profile, material.words
    groups: list[tuple[str, list[Block]]] = []
    positions = [
        item_entry(one, profile.fact("name"))
        for one in profile.items("position")
        if words.area_of(one) in section.positions
    ]
    groups.append(("", [*positions]))
    groups += [(_name(one), [*_collected(section, one, material)]) for one in section.collections]
    groups.append(("", _logged(logged, material)))
    filled = [(name, blocks) for name, blocks in groups if blocks]
    # a single group needs no name of its own
    named = len(filled) > 1 and any(name for name, _ in filled)
    found: list[Block] = []
    for name, blocks in filled:
        if named and name:
            found.append(Subheading(name))
        elif named and found:
            found.append(Subheading("From the teaching log"))
        found += blocks
    return found


def _name(collection: Collection) -> str:
    many = COLLECTIONS[collection].many
    return many[:1].upper() + many[1:]


def _collected(section: Section, collection: Collection, material: Material) -> Iterable[Entry]:
    """What of a collection belongs here: about education, or not, where that makes a difference."""
    for one in material.profile.items(collection):
        about = material.words.is_education(one)
        if "education" not in COLLECTIONS[collection].keys or about is not section.other:
            yield item_entry(one, material.profile.fact("name"))


def _by_section(material: Material) -> Mapping[str, Sequence[Activity]]:
    """The entries of the log by the section they go to, what one learned oneself the last."""
    found: dict[str, list[Activity]] = defaultdict(list)
    for one in material.work:
        found[material.words.section_of(one)].append(one)
    found[DEVELOPMENT] += material.learned
    return found


def _logged(entries: Sequence[Activity], material: Material) -> list[Block]:
    """The strongest of these of the log, the newest first; the rest counted."""
    vocabulary, things = material.vocabulary, alike(entries)
    strongest = [deed(one, vocabulary) for one in things[:MOST_IN_A_SECTION]]
    chosen = sorted(strongest, key=lambda one: one.last, reverse=True)
    blocks: list[Block] = [deed_entry(one, vocabulary) for one in chosen]
    if things[MOST_IN_A_SECTION:]:
        blocks.append(Paragraph(rest_line(things[MOST_IN_A_SECTION:], vocabulary)))
    return blocks


def _references(material: Material) -> list[Block]:
    """Who would speak for the person; they are asked again before this is sent."""
    if not material.people:
        return []
    ask = gap("ask each of them again before you send this, and add how to reach them")
    blocks: list[Block] = [
        Entry(
            "",
            (
                strong(one.name),
                Span(", " + joined([uncapital(material.kinds.label(one.kind)), brief(one.where)])),
            ),
        )
        for one in material.people
    ]
    return [*blocks, Paragraph((ask,))]
