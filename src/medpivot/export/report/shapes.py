"""Charts as shapes with their places worked out, so that a template only has to draw them.

Places along the page are percentages of its width, and heights are pixels: a chart then fits any
window without its words growing or shrinking with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

PLOT_TOP: Final = 20.0
PLOT_HEIGHT: Final = 110.0
BASE: Final = PLOT_TOP + PLOT_HEIGHT
"""Where the columns of a chart stand, in pixels from its top."""

_FEWEST_SLOTS: Final = 6
"""A chart of two columns is drawn as if there were six, so that none becomes a wall."""

_FILLED: Final = 0.62
_MOST_VALUES: Final = 12
_MOST_LABELS: Final = 6
_LEAST_HEIGHT: Final = 1.5
_LINE: Final = 16.0
_AIR: Final = 5.0


def percent(share: float) -> str:
    """A share of 0 to 1 as a place along the page: `12.5%`."""
    return f"{max(0.0, min(1.0, share)) * 100:.2f}".rstrip("0").rstrip(".") + "%"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a chart: what it is of, the figure, how it is written, a mark to hold it to.

    `short` is the label under its column, where the whole one is too long for that.
    """

    label: str
    value: float
    said: str
    mark: float | None = None
    mark_said: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: where it stands, and whether there is room for its figure and its label."""

    figure: Figure
    x: str
    middle: str
    end: str
    width: str
    y: float
    height: float
    mark_y: float | None
    value_y: float
    shows_value: bool
    shows_label: bool


@dataclass(frozen=True, slots=True)
class Columns:
    """A chart of columns; `id` makes its title and description known to a screen reader."""

    id: str
    title: str
    text: str
    columns: tuple[Column, ...]
    base: float = BASE

    @property
    def has_values(self) -> bool:
        """Does every column have its figure above it, and no mark that is not written?"""
        return all(one.shows_value and one.figure.mark is None for one in self.columns)


def columns(
    chart_id: str, title: str, text: str, figures: Sequence[Figure], most: float = 0
) -> Columns:
    """The chart of some figures, all of them 0 or more, on one scale that begins at 0.

    The scale ends with the largest figure or mark, or with `most`, so that charts can share one.
    """
    most = max([most, *(max(one.value, one.mark or 0) for one in figures)]) or 1
    slots = max(_FEWEST_SLOTS, len(figures))
    every = -(-len(figures) // _MOST_LABELS)
    made = []
    for place, one in enumerate(figures):
        left = (place + (1 - _FILLED) / 2) / slots
        height = max(_LEAST_HEIGHT, max(0.0, one.value) / most * PLOT_HEIGHT) if one.value else 0.0
        top = round(BASE - height, 1)
        mark_y = None if one.mark is None else round(BASE - one.mark / most * PLOT_HEIGHT, 1)
        made.append(
            Column(
                figure=one,
                x=percent(left),
                middle=percent((place + 0.5) / slots),
                end=percent(left + _FILLED / slots),
                width=percent(_FILLED / slots),
                y=top,
                height=round(height, 1),
                mark_y=mark_y,
                value_y=_above(top, mark_y),
                shows_value=len(figures) <= _MOST_VALUES,
                shows_label=place % every == 0,
            )
        )
    return Columns(chart_id, title, text, tuple(made))


def _above(top: float, mark: float | None) -> float:
    """Where a figure stands: above its column, or above the mark where that would cross it."""
    crossed = mark is not None and top - _LINE < mark < top
    return (mark if crossed and mark is not None else top) - _AIR
