"""How far a long run has come: one line on standard error that goes away at its end."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from medpivot.session import in_plain_lines

Item = TypeVar("Item")

LONG: Final = 1000
"""Items from which on a run is long enough to be watched."""

_EVERY: Final = 100
_PAUSE: Final = 0.1
"""Seconds between two lines, so that writing them costs nothing."""


def watched(items: Iterable[Item], total: int, doing: str) -> Iterator[Item]:
    """The items, while `doing` and their number stand on the terminal; silent anywhere else."""
    if total < LONG or not sys.stderr.isatty() or in_plain_lines():
        yield from items
        return
    last = 0.0
    try:
        for number, item in enumerate(items):
            if number % _EVERY == 0 and time.monotonic() - last > _PAUSE:
                sys.stderr.write(f"\r{doing} {number:,} of {total:,}")
                sys.stderr.flush()
                last = time.monotonic()
            yield item
    finally:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
