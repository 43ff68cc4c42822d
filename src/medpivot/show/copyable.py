"""A long command over several lines that stays one command when it is copied."""

import re
from collections.abc import Iterator
from typing import Final

_WORDS = re.compile(r"""(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\])+""", re.DOTALL)
_GOES_ON: Final = " \\"
_INDENT: Final = "  "


def copyable(line: str, width: int, first: int = 0) -> str:
    """The command broken between its words, each line but the last ending with a backslash.

    `first` columns stand before it. A flag keeps its value beside it; a word that is wider than
    the screen is not broken, and a line whose quotes do not close is left as it is.
    """
    if len(line) + first <= width or _WORDS.sub("", line).strip():
        return line
    lines: list[str] = []
    room = width - first
    for part in _parts(line):
        fits = lines and len(lines[-1]) + 1 + len(part) + len(_GOES_ON) <= room
        if fits:
            lines[-1] += f" {part}"
        else:
            room = width - first if not lines else width
            lines.append(part if not lines else _INDENT + part)
    return f"{_GOES_ON}\n".join(lines)


def _parts(line: str) -> Iterator[str]:
    """The words of the line in their own characters, a flag together with its value."""
    flag = ""
    for word in _WORDS.findall(line):
        if flag and word.startswith("-"):
            yield flag
            flag = ""
        if word.startswith("--") and "=" not in word:
            flag = word
            continue
        yield f"{flag} {word}" if flag else word
        flag = ""
    if flag:
        yield flag
