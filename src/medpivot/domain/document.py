"""A page to hand on, before it is Markdown, DOCX or PDF: sections of entries, tables and lines.

Text that somebody typed is made harmless on its way in (`brief`, and every cell of a table), and
never read as markup on its way out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, TypeAlias

from medpivot.domain.calendar_names import MONTHS
from medpivot.domain.harmless import clean, one_line

Style: TypeAlias = Literal["plain", "strong", "quiet", "gap"]

LONGEST: Final = 400
"""Characters of one text on a page; a longer one is cut at a word, and says so."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line; a `gap` is what only the person can write."""

    text: str
    style: Style = "plain"


Line: TypeAlias = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of text that wraps."""

    line: Line


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading within a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing with its time in the margin; `sources` are the log entries behind its figures."""

    when: str
    head: Line
    details: tuple[Line, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Points:
    """Lines behind bullets."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head row; `widths` are shares of the line, `figures` the columns set right."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    figures: tuple[int, ...] = ()
    caption: str = ""

    def __post_init__(self) -> None:
        """Make every cell harmless."""
        object.__setattr__(self, "rows", tuple(tuple(map(clean, row)) for row in self.rows))


Block: TypeAlias = Paragraph | Subheading | Entry | Points | Table


@dataclass(frozen=True, slots=True)
class Part:
    """A section; `own_page` begins a new page."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    own_page: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A whole page or more. `kind` is what it is, `name` whose; `contact` stands under the name."""

    kind: str
    name: Span
    below: str
    contact: tuple[Span, ...]
    made: date
    parts: tuple[Part, ...]

    @property
    def day(self) -> str:
        """The day it was made, as a page has it: `November 22, 2026`."""
        return f"{MONTHS[self.made.month - 1]} {self.made.day}, {self.made.year}"

    @property
    def title(self) -> str:
        """Its title for a file's own description of itself."""
        return self.kind if self.name.style == "gap" else f"{self.kind}, {self.name.text}"


def brief(text: str | None, longest: int = LONGEST) -> str:
    """The text on one line, cut at a word where it is too long for a page."""
    whole = one_line(text or "")
    if len(whole) <= longest:
        return whole
    kept = whole[:longest]
    return (kept.rpartition(" ")[0] or kept).rstrip(" ,;:") + " [...]"


def plain(text: str) -> Line:
    """A line of typed text."""
    return (Span(brief(text)),)


def strong(text: str) -> Span:
    """Typed text that stands out."""
    return Span(brief(text), "strong")


def quiet(text: str) -> Line:
    """A line in the background."""
    return (Span(text, "quiet"),)


def gap(what: str) -> Span:
    """A place that only the person can fill."""
    return Span(f"[write: {what}]", "gap")


def joined(pieces: Sequence[str], joint: str = ", ") -> str:
    """The pieces that are there, with a joint between them."""
    return joint.join(one for one in pieces if one)


def lines_of(block: Block) -> Iterator[Line]:
    """Every line of a block that is not a table's."""
    match block:
        case Paragraph():
            yield block.line
        case Entry():
            yield block.head
            yield from block.details
        case Points():
            yield from block.lines
        case _:
            pass


def gaps_in(document: Document) -> list[str]:
    """What is left to write, in order, without the brackets."""
    spans = [document.name, *document.contact]
    for part in document.parts:
        spans += [span for block in part.blocks for line in lines_of(block) for span in line]
    return [
        one.text.removeprefix("[write: ").removesuffix("]") for one in spans if one.style == "gap"
    ]
