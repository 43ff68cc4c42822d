"""Rich's text, broken into lines as `domain.unbroken` has it: never inside a command that fits."""

from typing import TYPE_CHECKING

from rich.text import Text

from medpivot.domain.unbroken import loosened, tied

if TYPE_CHECKING:
    from rich.console import Console, JustifyMethod, OverflowMethod
    from rich.containers import Lines


class Unbroken(Text):
    """Text in whose lines every command stands whole, as far as it has room."""

    def wrap(
        self,
        console: "Console",
        width: int,
        *,
        justify: "JustifyMethod | None" = None,
        overflow: "OverflowMethod | None" = None,
        tab_size: int = 8,
        no_wrap: bool | None = None,
    ) -> "Lines":
        """The lines of that width."""
        held = self.copy()
        held.plain = tied(self.plain, width)
        lines = Text.wrap(
            held,
            console,
            width,
            justify=justify,
            overflow=overflow,
            tab_size=tab_size,
            no_wrap=no_wrap,
        )
        for line in lines:
            line.plain = loosened(line.plain)
        return lines
