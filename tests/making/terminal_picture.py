"""A terminal's screen as an SVG picture: light or dark as the reader's system is, no font fetched.

Every stretch of text is held to its columns, whatever font the reader has, and blocks and lines are
drawn as shapes, so that bars and the line of today have no gaps.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape

from rich.console import Console
from rich.style import Style
from rich.text import Text

_WIDE, _HIGH, _SIZE, _EDGE = 8.4, 19.0, 14, 18.0
"""Of one character: its width and height; the font's size; the margin. All in pixels."""

_COLORS = {
    "ground": ("#fcfcfa", "#14181d"),
    "edge": ("#d4d7dc", "#343b44"),
    "text": ("#22272d", "#dfe4ea"),
    "dim": ("#656d76", "#929ba6"),
    "cyan": ("#0f7285", "#5cc8d6"),
    "yellow": ("#8a5a00", "#e0b341"),
    "green": ("#1d7a34", "#68c27b"),
    "red": ("#b3261e", "#f08a80"),
    "magenta": ("#8a3ea0", "#d09be0"),
    "blue": ("#2259b8", "#86b1f2"),
}
"""On a light ground, and on a dark one."""

_OF_THE_TERMINAL = {1: "red", 2: "green", 3: "yellow", 4: "blue", 5: "magenta", 6: "cyan"}
_LAST = 15

_SHAPES = {
    "█": '<rect class="{color}" x="{x}" y="{top}" width="{wide}" height="{tall}"/>',
    "▒": '<rect class="{color}" x="{x}" y="{top}" width="{wide}" height="{tall}" opacity=".6"/>',
    "░": '<rect class="{color}" x="{x}" y="{top}" width="{wide}" height="{tall}" opacity=".3"/>',
    "│": '<rect class="{color}" x="{middle}" y="{y}" width="1.4" height="{high}"/>',
    "─": '<rect class="{color}" x="{x}" y="{center}" width="{wide}" height="1.2"/>',
    "◆": '<path class="{color}" d="M{x} {center}l{half} -{half}l{half} {half}l-{half} {half}z"/>',
}
_STRETCH = re.compile(r"\S+(?: \S+)*")


def picture(lines: Sequence[str], title: str, columns: int) -> str:
    """The lines, with the codes for color and weight that a terminal gets, as an SVG document."""
    wide, high = columns * _WIDE + 2 * _EDGE, len(lines) * _HIGH + 2 * _EDGE
    body = "\n".join(part for row, line in enumerate(lines) for part in _line(line, row))
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(wide)} {_n(high)}" width="{_n(wide)}" \
height="{_n(high)}" role="img">
<title>{escape(title)}</title>
<style>
text {{ font: {_SIZE}px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", \
"Liberation Mono", monospace; white-space: pre }}
.bold {{ font-weight: 700 }}
{_palette(0)}
@media (prefers-color-scheme: dark) {{
{_palette(1)}
}}
</style>
<rect class="ground" x=".5" y=".5" width="{_n(wide - 1)}" height="{_n(high - 1)}" rx="8"/>
{body}
</svg>
"""


def _palette(which: int) -> str:
    rules = [f".{name} {{ fill: {colors[which]} }}" for name, colors in _COLORS.items()]
    return "\n".join([*rules, f".ground {{ stroke: {_COLORS['edge'][which]} }}"])


def _line(line: str, row: int) -> Iterator[str]:
    column = 0
    for text, style, _ in Text.from_ansi(line).render(Console(width=1000)):
        yield from _run(text, style or Style(), column, row)
        column += len(text)


def _run(text: str, style: Style, column: int, row: int) -> Iterator[str]:
    color = _color(style)
    shaped = "".join(" " if one in _SHAPES else one for one in text)
    for found in _STRETCH.finditer(shaped):
        words = found[0]
        weight = f"{color} bold" if style.bold else color
        x, y = _EDGE + (column + found.start()) * _WIDE, _EDGE + row * _HIGH + _SIZE
        yield (
            f'<text class="{weight}" x="{_n(x)}" y="{_n(y)}" textLength="{_n(len(words) * _WIDE)}"'
            f' lengthAdjust="spacingAndGlyphs">{escape(words, quote=False)}</text>'
        )
    for found in re.finditer(f"([{''.join(_SHAPES)}])\\1*", text):
        one, count = found[1], len(found[0])
        if one in "◆│":
            yield from (
                _shape(one, column + found.start() + i, 1, row, color) for i in range(count)
            )
        else:
            yield _shape(one, column + found.start(), count, row, color)


def _shape(one: str, column: int, count: int, row: int, color: str) -> str:
    x, y = _EDGE + column * _WIDE, _EDGE + row * _HIGH
    return _SHAPES[one].format(
        color=color,
        x=_n(x),
        y=_n(y),
        wide=_n(count * _WIDE),
        high=_n(_HIGH),
        top=_n(y + 3),
        tall=_n(_HIGH - 6),
        middle=_n(x + _WIDE / 2 - 0.7),
        center=_n(y + _HIGH / 2),
        half=_n(_WIDE / 2),
    )


def _color(style: Style) -> str:
    if style.dim:
        return "dim"
    number = style.color.number if style.color else None
    # from 8 on they are the same, brighter; from 16 on they are no longer the terminal's own
    return "text" if number is None or number > _LAST else _OF_THE_TERMINAL.get(number % 8, "text")


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
