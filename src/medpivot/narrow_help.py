"""Help on narrow terminals, where Typer's own would stick out: names stand above what they mean."""

from shutil import get_terminal_size
from typing import Any

from typer.core import TyperGroup

NARROW = 52
"""Columns below which Typer would let its help stick out."""

_LEAST = 20
_SHORT = len("portfolio")
"""Columns of a name that has room beside what it means: those of the longest command."""

# private to Typer, and the one place where it says how help is set
_Context: Any = TyperGroup.context_class


class _Help(_Context.formatter_class):  # type: ignore[misc]
    """Typer's help, set for the width there is."""

    def __init__(self, *args: Any, **more: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **more)
        columns = get_terminal_size().columns
        self.is_narrow = columns < NARROW
        if self.is_narrow:
            self.width = max(_LEAST, columns - 2)

    def write_dl(self, rows: Any, col_max: int = 30, col_spacing: int = 2) -> None:  # noqa: ANN401
        super().write_dl(rows, _SHORT if self.is_narrow else col_max, col_spacing)


def set_for_narrow_terminals() -> None:
    """Have Typer set all help so."""
    _Context.formatter_class = _Help
