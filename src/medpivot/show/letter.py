"""A letter on the screen: its long lines broken at words on a terminal, whole anywhere else."""

import shutil
import sys

from medpivot.domain.unbroken import fill
from medpivot.show.out import plain_text

WIDEST = 80
"""Columns of a letter on a terminal, however wide that is."""


def on_screen(text: str) -> str:
    """The text for standard output. Into a file or a pipe every paragraph stays one line."""
    harmless = plain_text(text)
    if not sys.stdout.isatty():
        return harmless
    width = min(WIDEST, shutil.get_terminal_size().columns)
    return "\n".join(_broken(line, width) for line in harmless.split("\n"))


def _broken(line: str, width: int) -> str:
    indent = "  " if line.startswith("- ") else ""
    return fill(
        line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
