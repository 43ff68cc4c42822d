"""`jobs ask`: what was answered, question by question, and what is not answered yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import typer

from medpivot.commands import jobs_flags as flags
from medpivot.commands.jobs_board import Board, board, change
from medpivot.commands.shared_flags import Json
from medpivot.commands.taking_back import TAKES_IT_BACK
from medpivot.domain.finding import not_there, shown
from medpivot.domain.jobs import FIGURES, Job, Jobs
from medpivot.domain.offer_check import asked, in_own_words
from medpivot.domain.offers import OfferQuestion
from medpivot.domain.typed_answers import Setting, answered_job, as_answered_before, pairs
from medpivot.domain.typed_job import currency_named, find
from medpivot.errors import Interrupted, Problem, UsageProblem
from medpivot.session import Session
from medpivot.show.job_words import only_words, wants_a_choice
from medpivot.show.jobs_json import questions_json
from medpivot.show.out import console, json_document, note

_ANY_OFFER: Final = Job("ID", "any offer")
"""What the questions are listed for when no job is named."""


def ask(
    ctx: typer.Context,
    id: flags.AnyId = None,  # noqa: A002
    questions: flags.Question = None,
    answer: flags.Answer = None,
    in_writing: flags.InWriting = None,
    not_in_writing: flags.NotInWriting = None,
    as_lines: flags.PlainQuestions = False,
    json: Json = False,
) -> None:
    """What to ask before signing, and what they answered.

    On a terminal it asks what is still open: the answer, and whether it is in writing; every
    answer is kept at once. With flags it keeps those. Otherwise, and without a job, it lists what
    to ask.

    \b
    Examples:
      medpivot jobs ask
      medpivot jobs ask apd
      medpivot jobs ask apd schedule predecessor
      medpivot jobs ask apd --answer half-days=8 --answer schedule=theirs
      medpivot jobs ask apd --in-writing half-days --plain
    """
    session: Session = ctx.obj
    there = board(session)
    given = bool(answer or in_writing or not_in_writing)
    if id is None and given:
        raise UsageProblem("the job is missing", "medpivot jobs ask ID --answer half-days=8")
    job = find(there.jobs, id) if id is not None else _ANY_OFFER
    chosen = _chosen(there, job, questions or ())
    if given:
        there = _keep(session, job.id, answer or (), in_writing or (), not_in_writing or ())
        job = find(there.jobs, job.id)
        chosen = _chosen(there, job, questions or ())
        left = sum(not job.answered(one) for one in chosen)
        typed = pairs(answer or (), [])
        note(f"Kept for {shown(job.title)}. {TAKES_IT_BACK}")
        for one in chosen:
            if one.id in typed and only_words(job, one):
                note(wants_a_choice(job, one))
        note(f"Not answered: {left} of {len(chosen)}.")
        if json:
            json_document(questions_json(job, chosen))
        return
    if json:
        json_document(questions_json(job, chosen))
        return
    if session.interactive and not as_lines and id is not None:
        unknown = [one for one in chosen if not job.answered(one)]
        _ask(session, there, job, chosen if questions else unknown)
        return
    _list(there, job, chosen, as_lines=as_lines)


def _chosen(there: Board, job: Job, typed: Sequence[str]) -> Sequence[OfferQuestion]:
    everything = [
        in_own_words(one, there.answers) for one in asked(job, there.offers, there.answers)
    ]
    if not typed:
        return everything
    known = {one.id: one for one in everything}
    for one in typed:
        if one not in known:
            where = "" if job is _ANY_OFFER else f" {job.id}"
            raise not_there("question", one, known, f"medpivot jobs ask{where} --plain")
    return [known[one] for one in dict.fromkeys(typed)]


def _keep(
    session: Session,
    job_id: str,
    answers: Sequence[str],
    written: Sequence[str],
    spoken: Sequence[str],
) -> Board:
    """Keep what was answered, all of it or nothing.

    Raises:
        UsageProblem: with everything that is wrong with it.
    """
    problems: list[Problem] = []
    texts = pairs(answers, problems)

    def answering(there: Board) -> tuple[Jobs, list[Problem]]:
        return _answered(there, job_id, texts, written, spoken, list(problems))

    there, _ = change(session, f"jobs ask {job_id}", answering)
    return there


def _answered(
    there: Board,
    job_id: str,
    texts: Mapping[str, str],
    written: Sequence[str],
    spoken: Sequence[str],
    problems: list[Problem],
) -> tuple[Jobs, list[Problem]]:
    job, settings = find(there.jobs, job_id), there.jobs.settings
    currency, named = there.currency, currency_named(texts.get("pay", ""))
    setting = Setting(there.offers, there.week, currency or named)
    changed, found = answered_job(job, texts, written, spoken, setting)
    # here a figure was typed behind --answer, not behind a flag of its own
    found = [
        Problem(f"{FIGURES[one.key].flag}: {one.what}", key="answer") if one.key in FIGURES else one
        for one in found
    ]
    if named and not currency:
        settings = replace(settings, currency=named)
    return Jobs(there.jobs.with_job(changed).jobs, settings), [*problems, *found]


@dataclass(slots=True)
class _Answering:
    """Keeps the parts of one answer as they are given; `job` is the job as it stands now."""

    session: Session
    before: Job
    question: OfferQuestion
    there: Board | None = None

    @property
    def job(self) -> Job:
        return find(self.there.jobs, self.before.id) if self.there else self.before

    def keep(self, text: str, in_writing: bool | None = None) -> None:
        self.there = _keep(
            self.session,
            self.before.id,
            [f"{self.question.id}={text}"],
            [self.question.id] if in_writing is True else [],
            [self.question.id] if in_writing is False else [],
        )

    def take_back(self) -> None:
        def put_back(there: Board) -> tuple[Jobs, list[Problem]]:
            job = as_answered_before(find(there.jobs, self.before.id), self.before, self.question)
            return there.jobs.with_job(job), []

        self.there, _ = change(self.session, f"jobs ask {self.before.id}", put_back)


def _ask(session: Session, there: Board, job: Job, questions: Sequence[OfferQuestion]) -> None:
    """Ask each question that is open, or those that were named; each answer is kept at once.

    Raises:
        Interrupted: the person broke off; what was answered before is kept.
    """
    # questionary is slow to load, and most commands ask nothing
    from medpivot.asking.offer import ask_question

    number = 0
    while number < len(questions):
        question = questions[number]
        place = f"{number + 1} of {len(questions)}, {job.title}"
        answering = _Answering(session, job, question)
        try:
            mark = ask_question(question, job, there.week, there.currency, place, answering)
        except Interrupted:
            job = answering.job
            left = sum(not job.answered(one) for one in questions)
            what = f"Stopped. What you answered is kept; {left} of {len(questions)} are open."
            raise Interrupted(what, f"medpivot jobs ask {job.id}") from None
        except UsageProblem as error:
            note(f"{error.message}; it is not kept.")
            continue
        there = answering.there or there
        job = answering.job
        number = number + 1 if mark is None else max(0, number - 1)
    still = sum(not job.answered(one) for one in questions)
    note(f"Not answered: {still} of {len(questions)}. Next: medpivot jobs check {job.id}")


def _list(there: Board, job: Job, questions: Sequence[OfferQuestion], *, as_lines: bool) -> None:
    if as_lines:
        from medpivot.show.jobs_json import plain_questions
        from medpivot.show.out import plain

        plain(plain_questions(job, questions))
        return
    from medpivot.show.job_questions import job_questions

    console().print(job_questions(job, questions, there.currency))
