"""Text broken into lines, but never inside a command that has room on one: it may be copied.

A command in a sentence is recognized by its look: `medpivot`, up to three words, and what follows
of flags with their values, capitals that stand for something, figures, ids with a hyphen, quotes
and dots. A word of the sentence taken for one more word of the command only moves to the next line.
"""

import re
import textwrap
from typing import Any, Final

_TIES: Final = str.maketrans({" ": "\ufdd0", "-": "\ufdd1"})
"""Marks for where a command could be broken: code points that Unicode keeps free of characters."""

_LOOSE: Final = str.maketrans({"\ufdd0": " ", "\ufdd1": "-"})

_COMMAND: Final = re.compile(
    r"""
    \bmedpivot
    (?:\ [a-z][a-z-]*(?![\w=])){0,3}
    (?:\ (?:
        --?[a-z][a-z-]*(?:\ (?:"[^"]*"|[\w=,.:/-]+))?
        | "[^"]*"
        | [A-Z][A-Z0-9-]*(?![a-z])
        | [a-z0-9]+(?:-[a-z0-9]+)+
        | [\w-]+=\S+
        | \d[\w.:-]*
        | \.\.\.
    ))*
    [^\s]*
    """,
    re.VERBOSE,
)


def tied(text: str, width: int) -> str:
    """The text, as long as before, with marks in its commands for where a line could break them.

    Of a command longer than the width as many words are tied together as fit. `loosened` takes the
    marks away.
    """
    return _COMMAND.sub(lambda found: _tie(found[0], width), text) if "medpivot " in text else text


def _tie(command: str, width: int) -> str:
    if len(command) <= width:
        return command.translate(_TIES)
    cut = command.rfind(" ", 0, width + 1)
    return command if cut < 0 else command[:cut].translate(_TIES) + command[cut:]


def loosened(text: str) -> str:
    """The text as it was before `tied` set its marks."""
    return text.translate(_LOOSE)


def wrap(text: str, width: int, **how: Any) -> list[str]:  # noqa: ANN401  (as textwrap has them)
    """As `textwrap.wrap`, with commands left whole where they fit."""
    indents = (str(how.get(f"{one}_indent", "")) for one in ("initial", "subsequent"))
    room = width - max(len(one) for one in indents)
    return [loosened(line) for line in textwrap.wrap(tied(text, room), width, **how)]


def fill(text: str, width: int, **how: Any) -> str:  # noqa: ANN401
    """As `textwrap.fill`, with commands left whole where they fit."""
    return "\n".join(wrap(text, width, **how))
