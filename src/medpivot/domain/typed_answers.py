"""What was answered to the questions about an offer, as somebody types it: `QUESTION=TEXT`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType

from medpivot.domain.closest import did_you_mean
from medpivot.domain.finding import shown
from medpivot.domain.ids import new_id
from medpivot.domain.job_checks import job_problems
from medpivot.domain.jobs import FullWeek, Job, JobAnswer
from medpivot.domain.offers import OfferChoice, OfferQuestion, Offers
from medpivot.domain.typed_job import parse_figure
from medpivot.errors import Problem

_JOINTS = (",", ":", ";")
_BEHIND = re.compile(r"[,:;]\s+")


@dataclass(frozen=True, slots=True)
class Setting:
    """What answers are read with: the questions, what a full week is taken to be, the currency."""

    offers: Offers
    week: FullWeek
    currency: str = ""


def pairs(typed: Iterable[str], problems: list[Problem]) -> dict[str, str]:
    """`QUESTION=TEXT` taken apart; what has no `=` or comes twice is a problem."""
    found: dict[str, str] = {}
    for one in typed:
        question_id, equals, text = one.partition("=")
        question_id = question_id.strip()
        if not equals:
            problems.append(Problem(f"{shown(one)!r} has no =; write QUESTION=TEXT", key="answer"))
        elif question_id in found:
            problems.append(Problem(f"{shown(question_id)!r} is answered twice", key="answer"))
        else:
            found[question_id] = text
    return found


def answered_job(
    job: Job,
    texts: Mapping[str, str],
    written: Iterable[str],
    spoken: Iterable[str],
    setting: Setting,
) -> tuple[Job, list[Problem]]:
    """The job with these answers, and every problem with them.

    An empty text takes an answer back. `written` and `spoken` are the questions whose answer is,
    or is not, in writing; only what was answered can be.
    """
    problems: list[Problem] = []
    changed = job
    for question_id, text in texts.items():
        question = _question(question_id, setting.offers, "answer", problems)
        if question is not None:
            changed = _with_answer(changed, question, text, setting, problems)
    for question_id, in_writing in (
        *((one, True) for one in written),
        *((one, False) for one in spoken),
    ):
        flag = "in-writing" if in_writing else "not-in-writing"
        question = _question(question_id, setting.offers, flag, problems)
        if question is None:
            continue
        if not changed.answered(question) and not changed.answer(question.id).words:
            what = f"{question.id} has no answer yet, so nothing can be in writing"
            problems.append(Problem(what, key=flag))
            continue
        answer = replace(changed.answer(question.id), in_writing=in_writing)
        changed = _put(changed, question.id, answer)
    named = {problem.key for problem in problems}
    before = job_problems(job, setting.week)
    problems += [
        one
        for one in job_problems(changed, setting.week)
        if one not in before and one.key not in named
    ]
    return changed, problems


def choice_meant(question: OfferQuestion, text: str) -> tuple[OfferChoice | None, str]:
    """The choice a text begins with, by id or label, and the words behind it.

    `theirs, the chief adds clinics` is the choice `theirs` and some words; a text that begins
    with no choice is only words.
    """
    whole = text.strip()
    for end in sorted(
        {len(whole), *(place for joint in _JOINTS if (place := whole.find(joint)) > 0)}
    ):
        wanted = new_id(whole[:end], (), "")
        for choice in question.choices:
            if wanted and wanted in (choice.id, new_id(choice.label, (), "")):
                return choice, whole[end:].lstrip("".join(_JOINTS)).strip()
    return None, whole


def _with_answer(
    job: Job, question: OfferQuestion, text: str, setting: Setting, problems: list[Problem]
) -> Job:
    kept = job.answer(question.id)
    if not text.strip():
        job = _with_figure(job, question, None)
        return _put(job, question.id, JobAnswer())
    match question.kind:
        case "number":
            number, words = number_and_words(text)
            try:
                value = parse_figure(question.fills, number, setting.week, setting.currency)
            except ValueError as reason:
                problems.append(Problem(str(reason), key=question.fills))
                return job
            same = value == job.figure(question.fills)
            answer = JobAnswer(words=words, in_writing=kept.in_writing if same else None)
            return _put(_with_figure(job, question, value), question.id, answer)
        case "choice":
            choice, words = choice_meant(question, text)
            return _put(job, question.id, JobAnswer(choice.id if choice else "", words))
        case "text":
            return _put(job, question.id, JobAnswer(words=text.strip()))


def as_answered_before(job: Job, before: Job, question: OfferQuestion) -> Job:
    """The job with its answer to a question put back as it was before."""
    job = _with_figure(job, question, before.figure(question.fills) if question.fills else None)
    return _put(job, question.id, before.answer(question.id))


def number_and_words(text: str) -> tuple[str, str]:
    """`8, charting afterwards` is the number `8` and some words."""
    number, *words = _BEHIND.split(text.strip(), maxsplit=1)
    return number, "".join(words).strip()


def _with_figure(job: Job, question: OfferQuestion, value: Decimal | None) -> Job:
    if question.kind != "number":
        return job
    return replace(job, **{question.fills: value})  # type: ignore[arg-type]


def _put(job: Job, question_id: str, answer: JobAnswer) -> Job:
    answers = {**job.answers, question_id: answer}
    if answer == JobAnswer():
        del answers[question_id]
    return replace(job, answers=MappingProxyType(answers))


def _question(
    question_id: str, offers: Offers, flag: str, problems: list[Problem]
) -> OfferQuestion | None:
    found = offers.question(question_id.strip())
    if found is None:
        known = [one.id for one in offers.questions]
        near = did_you_mean(question_id, known) or "medpivot jobs ask ID lists them"
        problems.append(Problem(f"there is no question {shown(question_id)!r}; {near}", key=flag))
    return found
