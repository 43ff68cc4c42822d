"""Which skipped questions to answer next."""

from collections.abc import Sequence
from typing import Final

from medpivot.domain.answers import Answers
from medpivot.domain.assessment import Want
from medpivot.domain.dimensions import PULLED, Dimension
from medpivot.domain.interview import Interview, Question

HOW_MANY: Final = 2

_BY_IMPORTANCE: Final = (
    "hard-work",
    "still-if-fixed",
    "hard-trade",
    "hard-identity",
    "hard-share",
    "priorities",
    "clinical-wanted",
    "energy",
    "free-week",
    "learners",
    "dread",
    "schedule",
    "training",
    "income-now",
    "income-floor",
    "education-so-far",
    "relocate",
)
"""What moves the conclusion and the ranking most, first: judgment."""


def next_questions(
    answers: Answers, interview: Interview, wants: Sequence[Want], *, too_little_said: bool
) -> tuple[str, ...]:
    """The ids of up to two questions whose answers would help most.

    With too little said, those that can make most unknown kinds of work known, skipped questions
    before answered ones; otherwise the two most important of those that were skipped.
    """
    if too_little_said:
        return _most_telling(answers, interview, wants)
    answered = {question for question in _BY_IMPORTANCE if answers.gave(question)}
    if answers.gave("income-drop"):
        answered.add("income-floor")
    skipped = (
        question
        for question in _BY_IMPORTANCE
        if interview.question(question) and question not in answered
    )
    return tuple(skipped)[:HOW_MANY]


def _most_telling(answers: Answers, interview: Interview, wants: Sequence[Want]) -> tuple[str, ...]:
    unknown = {want.dimension for want in wants if want.dimension in PULLED and not want.known}
    left = [question for question in interview.questions if _reaches(question) & unknown]
    chosen: list[str] = []
    while left and len(chosen) < HOW_MANY:
        best = max(
            left,
            key=lambda question: (
                not answers.gave(question.id),
                len(_reaches(question) & unknown),
            ),
        )
        chosen.append(best.id)
        left.remove(best)
        unknown = (unknown - _reaches(best)) or unknown
    return tuple(chosen)


def _reaches(question: Question) -> set[Dimension]:
    """The dimensions that some choice of the question pulls up; a dread alone tells less."""
    return {
        dimension
        for choice in question.choices
        for dimension, pull in choice.pulls.items()
        if pull > 0
    }
