"""`calendar.toml`: what calendars were given last, so that the next file can say what changed.

It is no part of the history: undoing something does not take back a file that was handed out. It
holds days and numbers, and no title or name.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from medpivot.domain.calendar_events import Given
from medpivot.reading.calendar import NAME, given_table, read_given
from medpivot.store import atomic, toml_text
from medpivot.store.refusals import in_words, read_bytes

_HEADING: Final = """\
What calendars were given last. medpivot calendar raises the number of an event that changed.
Undo leaves this alone, because a file that was handed out cannot be taken back."""


def load(home: Path) -> Mapping[str, Given]:
    """What was given last, by key; nothing where no file was ever written.

    Raises:
        BrokenFile: it was changed by hand and cannot be read; it is left as it is.
    """
    data = read_bytes(home / NAME)
    return {} if data is None else read_given(data, NAME)


def save(home: Path, given: Mapping[str, Given]) -> None:
    """Remember what was given; only while holding the lock.

    Raises:
        MedpivotError: the system refuses.
    """
    with in_words(home / NAME):
        atomic.write(home / NAME, toml_text.document(given_table(given), _HEADING))
