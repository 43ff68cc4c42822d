"""An interview that is not finished: what was answered, skipped, or left on the screen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from medpivot.asking.answering import Unfinished
from medpivot.domain.answers import Answers
from medpivot.domain.interview import Interview
from medpivot.errors import Problem
from medpivot.reading.answers import check_answers

SKIPPED: Final = ""
"""Stands in a draft for a question that was asked and skipped; no answer is ever empty."""

ON_SCREEN: Final = "on-screen"
"""Names the question a person broke off at; what they had typed or ticked stands as its answer."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Where an interview stands. `unfinished` is what was typed or ticked at `on_screen`."""

    answers: Answers = field(default_factory=Answers)
    skipped: frozenset[str] = frozenset()
    on_screen: str = ""
    unfinished: Unfinished = ""
    problems: tuple[Problem, ...] = ()

    @property
    def begun(self) -> bool:
        """Is there anything to go on from?"""
        return bool(self.answers.values or self.skipped or self.on_screen)


def read_draft(raw: Mapping[str, object], interview: Interview) -> Draft:
    """The draft that was saved; an answer that no longer holds is a problem and is asked again."""
    on_screen = raw.get(ON_SCREEN)
    left = str(on_screen) if isinstance(on_screen, str) and interview.question(on_screen) else ""
    skipped = frozenset(key for key, value in raw.items() if value == SKIPPED and key != left)
    given = {
        key: value
        for key, value in raw.items()
        if key not in skipped and key not in (ON_SCREEN, left)
    }
    answers, problems = check_answers(given, interview)
    return Draft(answers, skipped, left, _unfinished(raw.get(left)), tuple(problems))


def _unfinished(raw: object) -> Unfinished:
    if isinstance(raw, list | tuple):
        return tuple(str(one) for one in raw)
    return raw if isinstance(raw, str) else ""
