"""What a question may be surrounded by and answered with, however it is asked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Final, TypeAlias


class Mark(Enum):
    """What a person can do instead of answering."""

    BACK = "back"
    SKIP = "skip"


BACK: Final = Mark.BACK
"""The person went back, with Esc or Ctrl-B."""

SKIP: Final = Mark.SKIP
"""The person chose to leave the question out."""

Choices: TypeAlias = Sequence[tuple[str, str]]
"""Pairs of an id and the label on the screen."""

Picks: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """What surrounds a question on the screen.

    `place` is a quiet line above it, `help` a line below it, `empty` what an empty answer
    means. `headings` stand above the choice of that id. `numbered` choices are reached by
    typing their id. `skip` is the row that leaves the question out. `leaving` is told what was
    typed or ticked when the person goes back or breaks off before Enter. `silent` leaves no
    line behind; where one is left, `said` is told the rows it takes.
    """

    place: str = ""
    help: str = ""
    empty: str = ""
    headings: Mapping[str, str] = field(default_factory=dict)
    numbered: bool = False
    skip: str = "Skip this question"
    leaving: Callable[[str | Picks], None] | None = None
    silent: bool = False
    said: Callable[[int], None] | None = None


PLAIN: Final = Around()
