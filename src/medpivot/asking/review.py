"""The review: all answers on one screen, to change any of them before the result."""

from collections.abc import Collection
from typing import Final

from medpivot.asking.answering import shortened
from medpivot.asking.prompts import Around, Mark, ask_one
from medpivot.domain.answer_words import answer_words
from medpivot.domain.answers import Answers
from medpivot.domain.asked import applies, progress
from medpivot.domain.interview import Interview

RESULT: Final = "."
"""Stands for "show the result"; no question can have this id."""


def pick(
    interview: Interview, answers: Answers, unkept: Collection[str], at: str = RESULT
) -> str | Mark:
    """The id of the question to change, `RESULT`, or `BACK`; the cursor starts on `at`.

    Raises:
        Interrupted: on Ctrl-C and Ctrl-D.
    """
    rows = [(RESULT, "See the result")]
    headings: dict[str, str] = {}
    for section in interview.sections:
        first = True
        for question in interview.in_section(section.id):
            if not applies(question, answers):
                continue
            if first:
                headings[question.id] = section.title
                first = False
            words = answer_words(question, interview, answers.values.get(question.id))
            aside = " (not kept)" if question.id in unkept else ""
            name = question.name or question.id
            rows.append((question.id, f"{name[:1].upper()}{name[1:]}: {shortened(words)}{aside}"))
    given, of = progress(interview, answers)
    return ask_one(
        "Your answers. Anything to change, or to add in your own words?",
        rows,
        at,
        allow_back=True,
        around=Around(
            help=f"{given} of {of} answered; what is unknown stays unknown. Home goes to the top.",
            headings=headings,
            silent=True,
        ),
    )
