"""What the global options decided: whose folder, which day, and whether anybody can be asked."""

import os
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

ALOUD = "MEDPIVOT_PLAIN"
"""The environment variable that has everything written as plain lines, for a screen reader."""


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the program. `home` need not exist; `today` is for reasoning, never for stamps."""

    home: Path
    today: date
    today_given: bool = False
    no_input: bool = False

    @property
    def interactive(self) -> bool:
        """Can a question be asked: a terminal on both ends, and nobody said not to."""
        return not self.no_input and can_ask()


def can_ask() -> bool:
    """Are standard input and output a terminal?"""
    return sys.stdin.isatty() and sys.stdout.isatty()


def read_aloud() -> bool:
    """Is everything to be plain lines, one fact each? `--plain` sets the variable that says so."""
    return bool(os.environ.get(ALOUD))


def in_plain_lines() -> bool:
    """Are questions asked line by line: when read aloud, and where no cursor can move?"""
    return read_aloud() or os.environ.get("TERM") == "dumb"


def beyond_ascii() -> bool:
    """Does the terminal show more than ASCII?

    In the C locale Python writes UTF-8 all the same, but pagers show it as codes.
    """
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    return utf8(sys.stdout) and next(filter(None, named), "") not in ("C", "POSIX")


def utf8(stream: object) -> bool:
    """Does the stream take UTF-8?"""
    encoding = (getattr(stream, "encoding", "") or "").lower().replace("-", "")
    return encoding in ("utf8", "utf8sig")
