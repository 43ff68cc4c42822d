"""One question about an offer on a terminal: what they answered, and whether it is in writing."""

from dataclasses import dataclass

from medpivot.asking.prompts import BACK, SKIP, Around, Mark, ask_one, ask_text
from medpivot.domain.jobs import FullWeek, Job
from medpivot.domain.offers import OfferQuestion
from medpivot.domain.typed_answers import number_and_words
from medpivot.domain.typed_job import parse_figure

_WRITTEN = (("yes", "Yes"), ("no", "No, only said"))


@dataclass(frozen=True, slots=True)
class Given:
    """What was answered: a text as `--answer` takes it; None leaves it as it was.

    `back` asks for the question before.
    """

    text: str | None = None
    in_writing: bool | None = None
    back: bool = False


def ask_question(
    question: OfferQuestion, job: Job, week: FullWeek, currency: str, place: str
) -> Given:
    """Ask one question, with the old answer filled in.

    Raises:
        Interrupted: on Ctrl-C and Ctrl-D.
    """
    match question.kind:
        case "choice":
            answer = _choice(question, job, place)
        case "number":
            answer = _number(question, job, week, currency, place)
        case "text":
            answer = _words(question, job, place)
    if answer is BACK:
        return Given(back=True)
    if isinstance(answer, Mark) or not answer.strip():
        return Given()
    if question.own or not question.in_letter:
        return Given(answer)
    return Given(answer, _in_writing(question, job, place))


def _choice(question: OfferQuestion, job: Job, place: str) -> str | Mark:
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
    words = ask_text(
        "In their words?",
        known.words if known.choice == chosen else "",
        allow_back=True,
        around=Around(place=place, empty="Enter alone: none"),
    )
    if isinstance(words, Mark):
        return _choice(question, job, place)
    return f"{chosen}, {words}" if words.strip() else chosen


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

    return ask_text(
        question.ask,
        "" if value is None else f"{value:f}",
        allow_back=True,
        check=problem,
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
