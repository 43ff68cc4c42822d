"""One question about an offer on a terminal: what they answered, and whether it is in writing."""

from typing import Protocol

from medpivot.asking.doubt import with_doubt
from medpivot.asking.prompts import BACK, SKIP, Around, Mark, ask_one, ask_text
from medpivot.domain.amounts import pay_doubt
from medpivot.domain.jobs import FIGURES, FullWeek, Job
from medpivot.domain.offers import OfferQuestion
from medpivot.domain.typed_answers import number_and_words
from medpivot.domain.typed_job import parse_figure

_WRITTEN = (("yes", "Yes"), ("no", "No, only said"))


class Keeping(Protocol):
    """What keeps an answer the moment it is given, so that breaking off behind it loses nothing."""

    def keep(self, text: str, in_writing: bool | None = None) -> None:
        """Keep a text as `--answer` takes it, and whether it is in writing, where that was said.

        Raises:
            UsageProblem: it cannot stand beside what the job already says; nothing is kept.
        """

    def take_back(self) -> None:
        """Put the answer back as it was before the question was asked."""


def ask_question(
    question: OfferQuestion, job: Job, week: FullWeek, currency: str, place: str, keeping: Keeping
) -> Mark | None:
    """Ask one question, with the old answer filled in; `BACK` asks for the question before.

    The choice, their words and whether it is in writing are kept one by one.

    Raises:
        Interrupted: on Ctrl-C and Ctrl-D; what was given before is kept.
        UsageProblem: the answer cannot be kept.
    """
    match question.kind:
        case "choice":
            answer = _choice(question, job, place, keeping)
        case "number":
            answer = _number(question, job, week, currency, place)
        case "text":
            answer = _words(question, job, place)
    if answer is BACK:
        return BACK
    if isinstance(answer, Mark) or not answer.strip():
        return None
    keeping.keep(answer)
    if question.in_letter and not question.own:
        in_writing = _in_writing(question, job, place)
        if in_writing is not None:
            keeping.keep(answer, in_writing)
    return None


def _choice(question: OfferQuestion, job: Job, place: str, keeping: Keeping) -> str | Mark:
    known = job.answer(question.id)
    chosen = ask_one(
        question.ask,
        [(one.id, one.label) for one in question.choices],
        known.choice or None,
        allow_back=True,
        allow_skip=True,
        around=Around(place=place, help=question.why, skip="Not known yet"),
    )
    if isinstance(chosen, Mark):
        return chosen
    old = known.words if known.choice == chosen else ""
    keeping.keep(_with_words(chosen, old))
    words = ask_text(
        "In their words?",
        old,
        allow_back=True,
        around=Around(place=place, empty="Enter alone: none"),
    )
    if isinstance(words, Mark):
        keeping.take_back()
        return _choice(question, job, place, keeping)
    return _with_words(chosen, words)


def _with_words(choice: str, words: str) -> str:
    return f"{choice}, {words}" if words.strip() else choice


def _number(
    question: OfferQuestion, job: Job, week: FullWeek, currency: str, place: str
) -> str | Mark:
    value = job.figure(question.fills)

    def problem(raw: str) -> str:
        try:
            parse_figure(question.fills, number_and_words(raw)[0], week, currency)
        except ValueError as reason:
            return str(reason)
        return ""

    def odd(raw: str) -> str:
        figure = FIGURES[question.fills]
        if figure.unit != "money":
            return ""
        number = number_and_words(raw)[0]
        return pay_doubt(parse_figure(question.fills, number, week, currency), None)

    return ask_text(
        question.ask,
        "" if value is None else f"{value:f}",
        allow_back=True,
        check=with_doubt(problem, odd),
        around=Around(place=place, help=question.why, empty="Enter alone: not known"),
    )


def _words(question: OfferQuestion, job: Job, place: str) -> str | Mark:
    return ask_text(
        question.ask,
        job.answer(question.id).words,
        allow_back=True,
        around=Around(place=place, help=question.why, empty="Enter alone: not known"),
    )


def _in_writing(question: OfferQuestion, job: Job, place: str) -> bool | None:
    before = job.answer(question.id).in_writing
    answer = ask_one(
        "Is that in writing?",
        _WRITTEN,
        None if before is None else ("yes" if before else "no"),
        allow_skip=True,
        around=Around(place=place, skip="I do not know"),
    )
    return None if answer is SKIP else answer == "yes"
