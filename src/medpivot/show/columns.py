"""A plain table: a rule under the heads, numbers to the right, everything else folded."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from rich import box
from rich.padding import Padding
from rich.table import Table

from medpivot.session import read_aloud
from medpivot.show.out import fancy
from medpivot.show.paragraphs import words

Row: TypeAlias = Sequence[str]

UNKNOWN = "not known"
"""What a question mark, and mostly a dash, means in a table."""


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

    An empty row leaves a line free. All cells are cleaned. `dash` is what a dash means, for whom
    it is read aloud.
    """
    right, unbroken = set(numbers), {*numbers, *whole}
    table = Table(
        box=box.SIMPLE_HEAD if fancy() else box.ASCII2,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
    )
    for head in heads:
        table.add_column(
            head,
            justify="right" if head in right else "left",
            no_wrap=head in unbroken,
            overflow="fold",
        )
    meant = {"-": dash, "?": UNKNOWN} if read_aloud() else {}
    for row in rows:
        table.add_row(*(words(meant.get(cell, cell)) for cell in row))
    return Padding(table, (0, 0, 0, indent))
