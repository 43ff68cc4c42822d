"""A document as PDF, by typst: tagged, fonts inside, made on this computer alone.

What a person typed goes in as data, never as markup, and no package is ever fetched.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from medpivot.domain.document import (
    Block,
    Document,
    Entry,
    Line,
    Paragraph,
    Points,
    Span,
    Subheading,
)
from medpivot.errors import MedpivotError
from medpivot.export.paper import Paper

_TEMPLATE: Final = Path(__file__).with_name("document.typ")

_ACCESSIBLE: Final = "ua-1"
"""PDF/UA-1, the standard for PDF that a screen reader can follow."""

_MISSING: Final = re.compile(r'the text `"(.*?)"` could not be displayed')
_ESCAPED: Final = re.compile(r"\\u\{([0-9a-f]+)\}")
_LONG_WORD: Final = re.compile(r"\S{70,}")
_LONG_IN_A_CELL: Final = re.compile(r"\S{18,}")
_PIECE: Final = 9
_ZERO_WIDTH: Final = "\u200b"


@dataclass(frozen=True, slots=True)
class Pdf:
    """The bytes, and examples of what no font on this computer can show: boxes stand there."""

    data: bytes
    missing: tuple[str, ...] = ()


def pdf(document: Document, paper: Paper) -> Pdf:
    """The document as PDF; by the standard for accessible PDF where every character can be shown.

    Fonts of this computer are used only for what typst's own do not have. The same document
    makes the same bytes.

    Raises:
        MedpivotError: the extra `pdf` is not installed.
    """
    inputs = {"document": json.dumps(_data(document, paper))}
    try:
        return Pdf(_compiled(inputs, document, [_ACCESSIBLE]))
    except _refusals() as refusal:
        missing = dict.fromkeys(_named(one) for one in _MISSING.findall(str(refusal)))
        return Pdf(_compiled(inputs, document, []), tuple(missing))


def _named(text: str) -> str:
    """A character as typst's messages have it; one that nobody could read stays a number."""
    return _ESCAPED.sub(lambda match: f"U+{match[1].upper()}", text)


def _refusals() -> type[Exception]:
    typst = _typst()
    refusal: type[Exception] = typst.TypstError
    return refusal


def _typst() -> Any:  # noqa: ANN401  (a compiled module without types)
    # loaded here: it is not there without the extra
    try:
        import typst
    except ImportError:
        raise MedpivotError(
            "PDF needs the extra `pdf`, which is not installed",
            "pip install 'medpivot[pdf]', from a checkout pip install '.[pdf]', or --format docx",
        ) from None
    return typst


def _compiled(inputs: Mapping[str, str], document: Document, standards: list[str]) -> bytes:
    day = document.made
    made: bytes = _typst().compile(
        _TEMPLATE.read_bytes(),
        format="pdf",
        sys_inputs=dict(inputs),
        pdf_standards=standards,
        timestamp=int((day.toordinal() - 719163) * 86400),
    )
    return made


def _data(document: Document, paper: Paper) -> dict[str, object]:
    named = document.name.style != "gap"
    whose = document.name.text if named else ""
    footer = f"{document.kind} · {document.day}"
    return {
        "title": document.title,
        "author": [whose] if named else [],
        "made": [document.made.year, document.made.month, document.made.day],
        "paper": paper.typst,
        "footer": f"{whose[:80]} · {footer}" if named else footer,
        "name": _span(document.name),
        "below": _breakable(document.below),
        "contact": [_span(one) for one in document.contact],
        "dated": f"{document.kind}, {document.day}",
        "parts": [
            {
                "title": part.title,
                "own_page": part.own_page,
                "blocks": [_block(one) for one in part.blocks],
            }
            for part in document.parts
        ],
    }


def _block(block: Block) -> dict[str, object]:
    match block:
        case Paragraph():
            return {"kind": "paragraph", "line": _line(block.line)}
        case Subheading():
            return {"kind": "subheading", "text": _breakable(block.text)}
        case Entry():
            details = [_line(one) for one in block.details]
            return {
                "kind": "entry",
                "when": block.when,
                "head": _line(block.head),
                "details": details,
            }
        case Points():
            return {"kind": "points", "lines": [_line(one) for one in block.lines]}
    return {
        "kind": "table",
        "head": list(block.head),
        "rows": [[_breakable(one, _LONG_IN_A_CELL) for one in row] for row in block.rows],
        "widths": list(block.widths),
        "figures": list(block.figures),
        "caption": _breakable(block.caption),
    }


def _line(line: Line) -> list[dict[str, str]]:
    return [_span(one) for one in line]


def _span(span: Span) -> dict[str, str]:
    return {"text": _breakable(span.text), "style": span.style}


def _breakable(text: str, long: re.Pattern[str] = _LONG_WORD) -> str:
    """The text with places to break in words that are longer than their line may be."""
    return long.sub(lambda match: _in_pieces(match[0]), text)


def _in_pieces(word: str) -> str:
    pieces = (word[at : at + _PIECE] for at in range(0, len(word), _PIECE))
    return _ZERO_WIDTH.join(pieces)
