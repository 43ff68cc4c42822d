"""Which questions there is something to ask about, given what was answered so far."""

from medpivot.domain.answers import Answers
from medpivot.domain.interview import Interview, Question


def asked_questions(interview: Interview) -> tuple[Question, ...]:
    """The questions asked one after the other; the others are met on the review screen."""
    return tuple(one for one in interview.questions if not one.review_only)


def applies(question: Question, answers: Answers) -> bool:
    """Is there something to ask? A `-most` question needs two choices to choose from.

    A question asked only after certain answers waits for one of them.
    """
    enough = not question.among or len(answers.picks(question.among)) > 1
    return enough and follows(question, answers)


def follows(question: Question, answers: Answers) -> bool:
    """Were the questions it hangs on answered in a way that leads to it?"""
    return all(answers.word(one) in picks for one, picks in question.only_after.items())


def progress(interview: Interview, answers: Answers) -> tuple[int, int]:
    """How many of the questions asked one after the other are answered, and of how many.

    Those that do not apply count in neither; nor do one's own words, met on the review.
    """
    asked = [one for one in interview.questions if not one.review_only and applies(one, answers)]
    return sum(1 for one in asked if answers.gave(one.id)), len(asked)
