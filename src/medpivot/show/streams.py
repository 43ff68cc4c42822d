"""Standard streams that are closed, full or read no further: no command depends on them."""

import os
import sys
from typing import TextIO


def open_closed() -> None:
    """Put nothing in the place of a stream that whoever started the program closed."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # it stays open until the program ends
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


def fails(stream: TextIO) -> bool:
    """Can what was written to it not go out? Then all of it goes nowhere from now on."""
    try:
        stream.flush()
    except OSError:
        forget(stream)
        return True
    return False


def forget(stream: TextIO) -> None:
    """Let everything that is written to it go nowhere, so that Python does not complain at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
