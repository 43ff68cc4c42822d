"""A screen as plain lines to be read aloud: one fact a line, words where there are marks.

A screen is built once, from what `paragraphs` and `columns` give; here it is walked through
instead of drawn. Nothing is lined up, and no line is broken except at the edge of a terminal.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from medpivot.show.out import sentence, wrapped

WIDE = 120
"""Columns of which a part is asked for that looks different on different screens."""

_ENDS = (".", ":", ";", "?", "!", "=", ",")
_COMMAND = "medpivot "


@runtime_checkable
class Speaks(Protocol):
    """A part of a screen that knows better how it is read aloud."""

    def aloud(self) -> Iterator[RenderableType]:
        """What is read in its place."""
        ...


@dataclass(frozen=True, slots=True)
class Said:
    """A part drawn as `shown`, and read aloud as `said`: nothing, where it explains only marks."""

    shown: RenderableType
    said: Sequence[RenderableType] = ()

    def __rich_console__(self, _: Console, __: ConsoleOptions) -> RenderResult:
        yield self.shown

    def aloud(self) -> Iterator[RenderableType]:
        """The words."""
        yield from self.said


class Reader(Console):
    """A console that writes what it is given as lines to be read aloud."""

    _last = ""

    def print(self, *objects: Any, **_: Any) -> None:  # noqa: ANN401  (Rich's signature)
        """Write each object line by line; empty lines only between two others."""
        for one in objects:
            for line in spoken(one, self):
                if line or self._last:
                    self._write(line)
                self._last = line

    def _write(self, line: str) -> None:
        self.file.write((wrapped(line, self.width) if sys.stdout.isatty() else line) + "\n")
        self.file.flush()


def spoken(content: Any, console: Console) -> Iterator[str]:  # noqa: ANN401  (what Rich prints)
    """The lines of a screen, or of a part of one."""
    match content:
        case str() | Text():
            yield from map(sentence, str(content).split("\n"))
        case Table():
            yield from _rows(content, console)
        case _:
            for part in _within(content, console):
                yield from spoken(part, console)


def _within(content: Any, console: Console) -> Iterable[Any]:  # noqa: ANN401
    match content:
        case Speaks():
            return content.aloud()
        case Group():
            return content.renderables
        case Padding():
            return (content.renderable,)
    shown: RenderResult = content.__rich_console__(console, console.options.update(width=WIDE))
    return shown


def told(label: str, content: str) -> str:
    """`label: content`; a command stands last, so that it can be copied."""
    label, content = sentence(label), sentence(content)
    if not label or not content or label == "-":
        return content if label in ("", "-") else label
    if label == "!":
        return f"Note: {content}"
    if label.startswith(_COMMAND):
        label, content = content, label
    return f"{label}{'' if label.endswith(_ENDS) else ':'} {content}"


def _rows(table: Table, console: Console) -> Iterator[str]:
    heads = [_joined(column.header, console, " ") for column in table.columns]
    cells = [list(column.cells) for column in table.columns]
    for row in zip(*cells, strict=True):
        said = [_joined(cell, console) for cell in row]
        if any(said):
            if str(row[0]).startswith("\n"):
                yield ""
            yield _row(heads, said)


def _row(heads: Sequence[str], cells: Sequence[str]) -> str:
    """What stands first, or has no head, names the row; the others are named by their head."""
    names, facts = [], []
    for place, (head, cell) in enumerate(zip(heads, cells, strict=True)):
        if cell and not place:
            names += [f"{head} {cell}".strip() if cell.isdecimal() else cell] if cell != "-" else []
        elif cell and head:
            facts.append(told(head, cell))
        elif cell and cell != "-":
            (facts or names).append(cell)
    name = ", ".join(names)
    if not facts:
        return name
    stop = "" if name.endswith(_ENDS) else "."
    return f"{name}{stop} {'; '.join(facts)}" if name else "; ".join(facts)


def _joined(cell: RenderableType, console: Console, between: str = ", ") -> str:
    """A cell of several lines as one."""
    return between.join(line for line in spoken(cell, console) if line)
