"""What screens are set from: headings, paragraphs, hanging points and labelled lines.

Everything wraps at the width of the console and nothing is cut off.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from medpivot.show.aloud import told
from medpivot.show.lines import Unbroken
from medpivot.show.out import plain_text, text

Words: TypeAlias = str | Text
"""A person's or the program's words; a `str` is cleaned on its way to the screen."""

INDENT = 2
"""Columns by which everything under a heading is moved in."""

WARNING = "red"
"""The style of a warning, and the only color: of the eight it alone reads on black and on white."""

_WIDEST_LABEL = 2 / 3
"""The share of a screen that a label may take."""

_LEAST_ROOM = 24
"""Columns that a line needs beside its label; with fewer the label stands above it."""

_SHORT = 12
"""Columns of a label that is never too wide."""


def words(content: Words, style: str = "") -> Text:
    """The content as Rich text that folds instead of being cut off."""
    made = content if isinstance(content, Text) else text(plain_text(content), style)
    made.overflow = "fold"
    return made


def styled(*parts: tuple[str, str]) -> Text:
    """Pieces of text, each in its own style, as one."""
    line = Unbroken(overflow="fold")
    for content, style in parts:
        line.append_text(words(content, style))
    return line


def heading(title: str, aside: str = "") -> Group:
    """A bold title after an empty line, with a quiet aside behind it."""
    return Group("", styled((title, "bold"), (f"  {aside}" if aside else "", "dim")))


def paragraph(content: Words, indent: int = INDENT, style: str = "") -> Padding:
    """A paragraph, moved in by `indent` columns."""
    return Padding(words(content, style), (0, 0, 0, indent))


def run_in(title: str, content: str, *, stop: str = ":", indent: int = INDENT) -> Padding:
    """A paragraph that begins with its title in bold: `Title: content`."""
    return paragraph(styled((f"{title}{stop}", "bold"), (f" {content}", "")), indent)


def points(items: Iterable[Words], indent: int = INDENT) -> RenderableType:
    """Sentences one under the other, each behind a dash, wrapped under themselves."""
    return labelled([("-", item) for item in items], indent=indent, gap=1)


def labelled(
    rows: Sequence[tuple[Words, Words]], *, indent: int = INDENT, gap: int = 2, label: int = 0
) -> RenderableType:
    """Lines with a label on the left; `label` fixes its columns, so that blocks line up.

    On a narrow screen a long label stands above its line.
    """
    return Padding(_Labelled(tuple(rows), gap, label), (0, 0, 0, indent))


@dataclass(frozen=True, slots=True)
class _Labelled:
    """Labelled lines, set for the width they are given."""

    rows: tuple[tuple[Words, Words], ...]
    gap: int
    label: int

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        labels = [words(row[0]) for row in self.rows]
        width = self.label or max((one.cell_len for one in labels), default=0)
        room = options.max_width - width - self.gap
        if width > options.max_width * _WIDEST_LABEL or (width > _SHORT and room < _LEAST_ROOM):
            for left, row in zip(labels, self.rows, strict=True):
                yield left
                yield paragraph(row[1])
            return
        grid = Table.grid(padding=(0, self.gap, 0, 0))
        grid.add_column(width=width, overflow="fold")
        grid.add_column(overflow="fold")
        for left, row in zip(labels, self.rows, strict=True):
            grid.add_row(left, words(row[1]))
        yield grid

    def aloud(self) -> Iterator[RenderableType]:
        """`label: content`, a line each."""
        for left, right in self.rows:
            yield told(str(words(left)), "; ".join(str(words(right)).split("\n")))


@dataclass(frozen=True, slots=True)
class AtWidth:
    """One of two ways to show the same: `narrow` on a screen of fewer columns than `least`."""

    wide: RenderableType
    narrow: RenderableType
    least: int

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        yield self.narrow if options.max_width < self.least else self.wide

    def aloud(self) -> Iterator[RenderableType]:
        """The narrow one, which leans less on columns."""
        yield self.narrow
