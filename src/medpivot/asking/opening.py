"""What is said before the first question: how long it takes, what is kept, where it goes on."""

from collections.abc import Iterator
from datetime import date

from medpivot.asking import fitting
from medpivot.asking.draft import Draft
from medpivot.domain.asked import asked_questions, progress
from medpivot.domain.interview import Interview


def say_opening(
    interview: Interview, draft: Draft, filled_from: date | None, *, saving: bool
) -> None:
    """Print it; `filled_from` is the day of the answers that are filled in, if there are any."""
    for line in _opening(interview, draft, filled_from, saving=saving):
        fitting.say("", line)


def _opening(
    interview: Interview, draft: Draft, filled_from: date | None, *, saving: bool
) -> Iterator[str]:
    questions = asked_questions(interview)
    if draft.begun:
        yield from _going_on(interview, draft)
    else:
        minutes = round(sum(one.seconds for one in questions) / 60)
        yield f"{len(questions)} questions, about {minutes} minutes. Skip whatever you like."
        if saving:
            yield (
                "Each answer is saved as you give it, on this computer only; Ctrl-C stops, and "
                "`medpivot assess` goes on later."
            )
        else:
            yield "Nothing you answer is saved this time."
    if filled_from is not None:
        yield f"Your answers of {filled_from} are filled in; Enter keeps what you see."


def _going_on(interview: Interview, draft: Draft) -> Iterator[str]:
    total = len(asked_questions(interview))
    given, _ = progress(interview, draft.answers)
    yield f"{given} of {total} answers are saved."
    ids = [one.id for one in interview.questions]
    reached = max((ids.index(one) for one in {*draft.answers.values} if one in ids), default=-1)
    for question in interview.questions[: reached + 1]:
        done = draft.answers.gave(question.id) or question.id in draft.skipped
        if question.private and not done:
            yield f"Of {question.name or question.id} nothing was kept, so it is asked again."
    for problem in draft.problems:
        yield f"Left out, as it no longer holds: {problem.key} ({problem.what})."
