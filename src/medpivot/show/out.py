"""The way out: a screen, plain lines or one JSON document. Every user text is cleaned here."""

import json
import os
import re
import sys
from collections.abc import Iterable
from typing import IO, TYPE_CHECKING, Literal, TextIO, cast

from medpivot.domain.harmless import clean, clean_json, one_line
from medpivot.session import beyond_ascii, read_aloud, utf8
from medpivot.show.streams import forget

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

__all__ = [
    "WIDEST",
    "bar",
    "clean",
    "console",
    "fancy",
    "json_document",
    "note",
    "notes",
    "one_line",
    "plain",
    "plain_text",
    "tell",
    "text",
]

WIDEST = 120
"""Columns; longer lines are hard to read on any screen."""

NARROWEST = 20
"""Columns; below that a message is left as it is long."""

_FILLED = re.compile(r" +((?:\x1b\[[0-9;]*m)*)\n")

_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_TRY = "try: "
_STOPS = (".", ":", ";", "?", "!", ",")
_PERCENTS = re.compile(r"(\d)[-–](\d+(?:\.\d+)?)(%| percent)")

_SIMPLER = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "·": "-"}


def console(*, stderr: bool = False) -> "Console":
    """A Rich console for this stream, at most 120 columns wide, that interprets no markup.

    Where screens are read aloud it writes them as plain lines.
    """
    # kept out of --json, --plain and messages: Rich costs more start-up than they do
    from rich.console import Console

    stream = cast("IO[str]", _Trimmed(sys.stderr if stderr else sys.stdout))
    kind = Console
    if read_aloud():
        from medpivot.show.aloud import Reader

        kind = Reader

    # with NO_COLOR Rich leaves out colors and keeps bold; here no escape sequence is left
    codes: Literal["auto"] | None = None if os.environ.get("NO_COLOR") else "auto"

    def made(width: int | None = None) -> Console:
        return kind(
            file=stream,
            color_system=codes,
            markup=False,
            highlight=False,
            emoji=False,
            width=width,
        )

    screen = made()
    return screen if screen.width <= WIDEST else made(WIDEST)


class _Trimmed:
    """A stream without the spaces that Rich fills its lines with, so that copied text is clean."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, written: str) -> int:
        self._stream.write(_FILLED.sub(r"\1\n", written))
        return len(written)

    def flush(self) -> None:
        try:
            self._stream.flush()
        except BrokenPipeError:
            # whoever read us has seen enough; Rich itself would end with 1 here
            forget(self._stream)

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


def text(content: str, style: str = "") -> "Text":
    """Cleaned text for a screen; markup in it stays what the person typed."""
    from medpivot.show.lines import Unbroken

    return Unbroken(clean(content), style=style)


def json_document(data: object) -> None:
    """Write one JSON document, and nothing else, to standard output."""
    document = json.dumps(data, ensure_ascii=not utf8(sys.stdout), indent=2)
    sys.stdout.write(clean_json(document) + "\n")


def plain(lines: Iterable[str]) -> None:
    """Write plain cleaned lines to standard output, one record a line."""
    for line in lines:
        sys.stdout.write(one_line(line) + "\n")


def plain_text(content: str) -> str:
    """Text of several lines for a plain screen: cleaned, and in ASCII where nothing else shows."""
    cleaned = clean(content)
    if fancy():
        return cleaned
    for fine, simple in _SIMPLER.items():
        cleaned = cleaned.replace(fine, simple)
    return cleaned


def note(message: str) -> None:
    """Write a message to standard error; on a terminal no word of it is broken at the edge.

    A command behind `try:` stays one command when its lines are copied.

    Where nobody can be told, the command goes on all the same.
    """
    lines = clean(message)
    if sys.stderr.isatty() and lines.startswith(f"{_TRY}medpivot "):
        from medpivot.show.copyable import copyable

        lines = _TRY + copyable(lines.removeprefix(_TRY), _columns_of_messages(), len(_TRY))
    elif sys.stderr.isatty():
        lines = "\n".join(wrapped(one) for one in lines.split("\n"))
    try:
        sys.stderr.write(lines + "\n")
        sys.stderr.flush()
    except OSError:
        forget(sys.stderr)


def notes(messages: Iterable[str]) -> None:
    """Write several messages to standard error, each on a line of its own."""
    for message in messages:
        note(message)


def tell(content: str) -> None:
    """Write text of several lines to standard output; no word is broken at the edge."""
    lines = plain_text(content).split("\n")
    if read_aloud():
        lines = [sentence(one) for one in lines]
    if not read_aloud() or sys.stdout.isatty():
        lines = [wrapped(one) for one in lines]
    sys.stdout.write("\n".join(lines) + "\n")


def columns_there(most: int = WIDEST) -> int:
    """The columns of the terminal, at most `most`; where lines are read aloud there is no edge."""
    from shutil import get_terminal_size

    return sys.maxsize if read_aloud() else max(NARROWEST, min(most, get_terminal_size().columns))


def sentence(line: str) -> str:
    """A line to be read aloud: without gaps, and with words for a range of percents."""
    said = line.strip().removeprefix("! ")
    said = _GAP.sub(lambda gap: " " if said[: gap.start()].endswith(_STOPS) else ", ", said)
    return _PERCENTS.sub(r"\1 to \2\3", said)


def _columns_of_messages() -> int:
    from shutil import get_terminal_size

    return min(max(get_terminal_size().columns, NARROWEST), WIDEST)


def wrapped(line: str, width: int = 0) -> str:
    """The line broken at words, at the edge of the terminal, further lines moved in as it is."""
    from medpivot.domain.unbroken import fill

    if line.lstrip().startswith("medpivot "):
        # a command is there to be copied
        return line
    indent = line[: len(line) - len(line.lstrip())]
    width = width or _columns_of_messages()
    return fill(
        line,
        width,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def fancy() -> bool:
    """May blocks, lines and dashes outside ASCII be written to standard output?"""
    return not read_aloud() and beyond_ascii()


def bar(share: float, width: int) -> str:
    """A bar for a share of 0 to 1, `width` columns wide when full; nothing when read aloud."""
    if read_aloud():
        return ""
    filled = round(max(0.0, min(1.0, share)) * width)
    if fancy():
        return "█" * filled + "·" * (width - filled)
    return "#" * filled + "." * (width - filled)
