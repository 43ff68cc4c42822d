"""A plain table: a rule under the heads, numbers to the right; a row over lines where narrow."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rich import box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table

from medpivot.session import read_aloud
from medpivot.show.out import fancy
from medpivot.show.paragraphs import labelled, words

Row: TypeAlias = Sequence[str]

UNKNOWN = "not known"
"""What a question mark, and mostly a dash, means in a table."""

_GAP = 1
_BETWEEN = 2
"""Columns behind a cell, and between two columns with the rule's own."""


def columns(
    heads: Sequence[str],
    rows: Iterable[Row],
    *,
    numbers: Iterable[str] = (),
    whole: Iterable[str] = (),
    indent: int = 0,
    dash: str = UNKNOWN,
) -> Padding:
    """Rows under their heads. `numbers` stand to the right; neither they nor `whole` are broken.

    An empty row leaves a line free. All cells are cleaned. On a screen too narrow for the words
    of all columns each row stands over several lines. `dash` is what a dash means, for whom it
    is read aloud.
    """
    right = frozenset(numbers)
    meant = {"-": dash, "?": UNKNOWN} if read_aloud() else {}
    cells = [
        [meant.get(cell, cell) for cell in row] + [""] * (len(heads) - len(row)) for row in rows
    ]
    table = _Columns(heads, cells, right, right | frozenset(whole))
    return Padding(table, (0, 0, 0, indent))


@dataclass(frozen=True, slots=True)
class _Columns:
    """The table, set for the width it is given."""

    heads: Row
    rows: Sequence[Row]
    right: frozenset[str]
    unbroken: frozenset[str]

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        yield self._table() if self._least() <= options.max_width else self._stacked()

    def aloud(self) -> Iterator[RenderableType]:
        """The table, which is read row by row."""
        yield self._table()

    def _least(self) -> int:
        """The columns it takes when no word is broken."""
        wide = [
            max(_widest(cell, whole=column[0] in self.unbroken) for cell in column)
            for column in zip(self.heads, *self.rows, strict=True)
        ]
        return sum(wide) + _BETWEEN * (len(wide) - 1)

    def _table(self) -> Table:
        table = Table(
            box=box.SIMPLE_HEAD if fancy() else box.ASCII2,
            show_edge=False,
            pad_edge=False,
            padding=(0, _GAP, 0, 0),
        )
        for head in self.heads:
            table.add_column(
                head,
                justify="right" if head in self.right else "left",
                no_wrap=head in self.unbroken,
                overflow="fold",
            )
        for row in self.rows:
            table.add_row(*(words(cell) for cell in row))
        return table

    def _stacked(self) -> Group:
        """Each row under its first cell, a line for each other one; what is empty left out."""
        parts: list[RenderableType] = []
        for row in self.rows:
            if not any(row):
                continue
            first = next(place for place, cell in enumerate(row) if cell)
            rest = [
                (" ".join(head.split()), cell)
                for head, cell in list(zip(self.heads, row, strict=True))[first + 1 :]
                if cell
            ]
            title = f"{self.heads[first]} {row[first]}" if row[first].isdecimal() else row[first]
            parts += [*([""] if parts else []), words(title), labelled(rest)]
        return Group(*parts)


def _widest(cell: str, *, whole: bool) -> int:
    pieces = cell.split("\n") if whole else cell.split()
    return max(map(cell_len, pieces), default=0)
