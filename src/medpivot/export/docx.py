"""A document as DOCX, the file that promotion offices edit: real styles, no text boxes.

Entries hang from a tab stop instead of standing in a table, so that they can be moved and pasted.
"""

import unicodedata
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from io import BytesIO
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

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
    Table,
)
from medpivot.domain.harmless import clean
from medpivot.export.docx_styles import ADDRESS, CELL, DETAIL, ENTRY, QUIET, RULE, set_styles
from medpivot.export.docx_xml import child, field, in_order
from medpivot.export.paper import Paper

if TYPE_CHECKING:
    from docx.document import Document as File
    from docx.table import Table as DocxTable
    from docx.text.paragraph import Paragraph as DocxParagraph

_MARGIN: Final = 1.0
_FIRST_YEAR: Final = 1980
_LAST_YEAR: Final = 2107
_LONGEST: Final = 255
"""Characters that Word takes for what a file says of itself."""


def docx(document: Document, paper: Paper) -> bytes:
    """The document as a Word file; gaps are highlighted, tables repeat their head row."""
    # loaded here: no other command needs it
    from docx import Document as NewFile

    file = NewFile()
    _describe(file, document)
    _page(file, document, paper)
    set_styles(file)
    _head(file, document)
    for part in document.parts:
        _part(file, part, paper)
    written = BytesIO()
    file.save(written)
    return _without_the_hour(written.getvalue(), document.made)


def _without_the_hour(data: bytes, day: date) -> bytes:
    """The same file with that day on all of its parts: the same document makes the same bytes.

    A ZIP file knows no day before 1980 or after 2107: the nearest year stands for those.
    """
    made = BytesIO()
    year = min(max(day.year, _FIRST_YEAR), _LAST_YEAR)
    with ZipFile(BytesIO(data)) as packed, ZipFile(made, "w", ZIP_DEFLATED) as again:
        for part in packed.infolist():
            dated = ZipInfo(part.filename, (year, day.month, day.day, 0, 0, 0))
            again.writestr(dated, packed.read(part), ZIP_DEFLATED)
    return made.getvalue()


def _describe(file: "File", document: Document) -> None:
    """What the file says of itself, without the traces of the template it began as."""
    about = file.core_properties
    made = datetime.combine(document.made, time(), UTC).replace(tzinfo=None)
    name = "" if document.name.style == "gap" else document.name.text
    about.title, about.subject, about.language = document.title[:_LONGEST], document.kind, "en-US"
    about.author = about.last_modified_by = name[:_LONGEST]
    about.comments = about.keywords = about.category = ""
    about.created = about.modified = made
    about.revision = 1


def _page(file: "File", document: Document, paper: Paper) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Inches

    section = file.sections[0]
    section.page_width, section.page_height = Inches(paper.width), Inches(paper.height)
    section.left_margin = section.right_margin = Inches(_MARGIN)
    section.top_margin, section.bottom_margin = Inches(0.9), Inches(0.9)
    section.footer_distance = Inches(0.45)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    whose = "" if document.name.style == "gap" else f"{document.name.text[:80]} · "
    footer.add_run(f"{whose}{document.kind} · {document.day} · page ")
    field(footer, "PAGE")
    footer.add_run(" of ")
    field(footer, "NUMPAGES")


def _head(file: "File", document: Document) -> None:
    _write(file.add_paragraph(style="Title"), (document.name,))
    if document.below:
        _write(file.add_paragraph(style=ADDRESS), (Span(document.below),))
    contact: list[Span] = []
    for one in document.contact:
        contact += [Span("  ·  ", "quiet"), one] if contact else [one]
    _write(file.add_paragraph(style=ADDRESS), tuple(contact))
    kind = f"{document.kind}, {document.day}"
    _write(file.add_paragraph(style=ADDRESS), (Span(kind, "quiet"),))


def _part(file: "File", part: Part, paper: Paper) -> None:
    heading = file.add_paragraph(style="Heading 1") if part.title else None
    if heading:
        _write(heading, (Span(part.title),))
        heading.paragraph_format.page_break_before = part.own_page
    for number, (block, after) in enumerate(zip_longest(part.blocks, part.blocks[1:])):
        _block(file, block, paper, first=number == 0 and heading is None)
        if isinstance(block, Paragraph) and isinstance(after, Table | Points):
            # a sentence stays with the table or list that it is about
            file.paragraphs[-1].paragraph_format.keep_with_next = True


def _block(file: "File", block: Block, paper: Paper, *, first: bool) -> None:
    from docx.shared import Pt

    match block:
        case Paragraph():
            paragraph = file.add_paragraph()
            _write(paragraph, block.line)
            if first:
                paragraph.paragraph_format.space_before = Pt(8)
        case Subheading():
            _write(file.add_paragraph(style="Heading 2"), (Span(block.text),))
        case Entry():
            _entry(file, block)
        case Points():
            for line in block.lines:
                _write(file.add_paragraph(style="List Bullet"), line)
        case Table():
            _table(file, block, paper)


def _entry(file: "File", entry: Entry) -> None:
    from docx.shared import Pt

    head = file.add_paragraph(style=ENTRY)
    _write(head, (Span(entry.when, "quiet"),))
    head.add_run("\t")
    _write(head, entry.head)
    last = head
    for detail in entry.details:
        last.paragraph_format.keep_with_next = True
        last = file.add_paragraph(style=DETAIL)
        _write(last, detail)
    last.paragraph_format.space_after = Pt(5)


def _table(file: "File", table: Table, paper: Paper) -> None:
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Inches, Pt

    if table.caption:
        caption = file.add_paragraph()
        caption.paragraph_format.keep_with_next = True
        _write(caption, (Span(table.caption, "quiet"),))
    made = file.add_table(rows=0, cols=len(table.head))
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    _quiet_borders(made)
    line = paper.width - 2 * _MARGIN
    widths = [Inches(line * share / sum(table.widths)) for share in table.widths]
    for number, texts in enumerate((table.head, *table.rows)):
        row = made.add_row()
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001
        child(properties, "w:cantSplit")
        if number == 0:
            child(properties, "w:tblHeader")
        for place, text in enumerate(texts):
            cell = row.cells[place]
            cell.width = widths[place]
            paragraph = cell.paragraphs[0]
            paragraph.style = file.styles[CELL]
            if place in table.figures:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            _write(paragraph, (Span(text, "strong" if number == 0 else "plain"),))
    for place, width in enumerate(widths):
        made.columns[place].width = width
    # Word joins two tables that nothing stands between
    between = file.add_paragraph()
    between.paragraph_format.space_after = Pt(0)
    between.paragraph_format.line_spacing = Pt(5)


def _quiet_borders(table: "DocxTable") -> None:
    """Hairlines between the rows, none at the sides, and room in the cells."""
    properties = table._tbl.tblPr  # noqa: SLF001
    child(properties, "w:tblInd", **{"w:w": "60", "w:type": "dxa"})
    borders = child(properties, "w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": RULE}
        child(borders, f"w:{side}", **line)
    margins = child(properties, "w:tblCellMar")
    for side, width in (("top", 30), ("left", 60), ("bottom", 30), ("right", 60)):
        child(margins, f"w:{side}", **{"w:w": str(width), "w:type": "dxa"})
    in_order(properties)


def _write(paragraph: "DocxParagraph", line: Line) -> None:
    from docx.enum.text import WD_COLOR_INDEX
    from docx.shared import RGBColor

    for span in line:
        # a span may begin or end with the space to the next one
        for text, right_to_left in directions(clean(span.text.replace("\n", " "))):
            run = paragraph.add_run(text)
            if span.style == "strong":
                run.bold = True
            elif span.style == "quiet":
                run.font.color.rgb = RGBColor.from_string(QUIET)
            elif span.style == "gap":
                run.font.highlight_color = WD_COLOR_INDEX.YELLOW
            if right_to_left:
                run.font.rtl = True


def directions(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces that run one way, each with whether it runs from right to left.

    Spaces and marks stay with the piece before them.
    """
    way = False
    ways: list[tuple[str, bool]] = []
    for character in text:
        kind = unicodedata.bidirectional(character)
        way = kind in ("R", "AL") or (way and kind not in ("L", "EN"))
        ways.append((character, way))
    for right_to_left, group in groupby(ways, key=lambda one: one[1]):
        yield "".join(character for character, _ in group), right_to_left
