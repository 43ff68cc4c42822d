"""A screen as text: what a person would see at a width, without color unless asked for."""

from io import StringIO

from rich.console import Console, RenderableType


def drawn(screen: RenderableType, width: int = 80, *, color: bool = False) -> str:
    """The screen at that width, without the spaces at the ends of lines."""
    stream = StringIO()
    console = Console(
        file=stream,
        width=width,
        markup=False,
        highlight=False,
        emoji=False,
        force_terminal=color,
        no_color=not color,
        color_system="standard" if color else None,
    )
    console.print(screen)
    return "".join(line.rstrip() + "\n" for line in stream.getvalue().splitlines())
