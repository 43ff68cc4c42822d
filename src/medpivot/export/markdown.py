"""A document as Markdown: plain enough to read as it is, and to paste anywhere."""

import re
from collections.abc import Iterator
from typing import Final

from medpivot.domain.document import (
    Block,
    Document,
    Entry,
    Line,
    Paragraph,
    Points,
    Span,
    Subheading,
    Table,
)

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<]|&(?=#?\w+;)|~(?=~)|\|)")
_AT_THE_START: Final = re.compile(r"^(\d*)([-+=#>.)])(?=\s|#|=)")


def markdown(document: Document) -> bytes:
    """The document in Markdown, UTF-8; nothing typed in it is read as markup."""
    return ("\n".join(_lines(document)).rstrip() + "\n").encode()


def _lines(document: Document) -> Iterator[str]:
    yield f"# {_span(document.name)}"
    yield ""
    if document.below:
        yield f"{_escaped(document.below)}  "
    yield " · ".join(_span(one) for one in document.contact) + "  "
    yield f"*{_escaped(document.kind)}, {document.day}*"
    yield ""
    for part in document.parts:
        if part.title:
            yield f"## {_escaped(part.title)}"
            yield ""
        listed = False
        for block in part.blocks:
            if listed and not isinstance(block, Entry | Points):
                yield ""
            yield from _block(block)
            listed = isinstance(block, Entry | Points)
        if listed:
            yield ""


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _line(block.line)
            yield ""
        case Subheading():
            yield f"### {_escaped(block.text)}"
            yield ""
        case Entry():
            when = f"{_escaped(block.when)}: " if block.when else ""
            yield f"- {when}{_line(block.head)}"
            for detail in block.details:
                yield f"  - {_line(detail)}"
        case Points():
            for line in block.lines:
                yield f"- {_line(line)}"
        case Table():
            yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield _escaped(table.caption)
        yield ""
    yield f"| {' | '.join(_escaped(one) for one in table.head)} |"
    rules = ("--:" if place in table.figures else "---" for place in range(len(table.head)))
    yield f"| {' | '.join(rules)} |"
    for row in table.rows:
        yield f"| {' | '.join(_escaped(one) for one in row)} |"
    yield ""


def _line(line: Line) -> str:
    return _AT_THE_START.sub(r"\1\\\2", "".join(_span(one) for one in line))


def _span(span: Span) -> str:
    # a gap stays as it is, so that it can be searched for
    if span.style == "gap":
        return span.text
    text = _escaped(span.text)
    return f"**{text}**" if span.style == "strong" and text.strip() == text else text


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
