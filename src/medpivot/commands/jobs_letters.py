"""`jobs letter` and `jobs confirm`: drafts for an application and for what was agreed."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import typer

from medpivot import catalogue
from medpivot.commands import jobs_flags as flags
from medpivot.commands.handing_over import Force, Out, hand_over
from medpivot.commands.jobs_board import Board, board
from medpivot.commands.shared_flags import Json
from medpivot.domain.introduction import deeds, likes, totals
from medpivot.domain.job_words import figure_words, hours_words
from medpivot.domain.jobs import FIGURES, Job
from medpivot.domain.offer_arithmetic import hours_of_share
from medpivot.domain.offer_check import asked
from medpivot.domain.offers import FindingId, OfferQuestion
from medpivot.domain.typed_job import find
from medpivot.errors import MedpivotError, UsageProblem
from medpivot.export import letters
from medpivot.session import Session
from medpivot.show.job_words import answer_words
from medpivot.show.out import json_document, note
from medpivot.store import activities

EXAMPLES = 3

_NOT_IN_AN_EMAIL: Final = ("covenant",)
"""For the contract, and for a lawyer."""

_TO_SETTLE: Final[tuple[FindingId, ...]] = (
    "over-allocated",
    "hidden-hours",
    "target-not-scaled",
    "schedule-not-yours",
    "add-on-role",
    "duties-mostly-triage",
    "no-promotion-path",
)
"""Findings whose question belongs into the email; the others are for a talk, or for oneself."""


def letter(
    ctx: typer.Context,
    id: flags.Id,  # noqa: A002
    out: Out = None,
    force: Force = False,
    json: Json = False,
) -> None:
    """Draft the letter of application: toward the work, from what your log shows.

    It is Markdown. What only you can say is marked [write: ...]. What drains you, money and your
    notes have no way in.

    \b
    Examples:
      medpivot jobs letter clerkship-director
      medpivot jobs letter clerkship-director --out letter.md
    """
    session: Session = ctx.obj
    there = board(session)
    job = find(there.jobs, id)
    if job.present:
        raise MedpivotError("this is the job you have", "medpivot jobs list")
    text = letters.letter("application", _application(there, job))
    _hand_over(session, job, "application", text, out, force=force, json=json)
    if not json:
        note("Read it for anything that could point to a patient or a learner.")


def confirm(
    ctx: typer.Context,
    id: flags.Id,  # noqa: A002
    out: Out = None,
    force: Force = False,
    json: Json = False,
) -> None:
    """Draft the email that repeats what was agreed and asks for a yes to it.

    It holds what was answered and belongs in a letter; what is still open is listed as a question.

    \b
    Examples:
      medpivot jobs confirm clerkship-director
      medpivot jobs confirm clerkship-director --out confirm.md
    """
    there = board(ctx.obj)
    job = find(there.jobs, id)
    values = _agreed(there, job)
    if not values["agreed"]:
        raise MedpivotError(
            "nothing has been answered yet that could be confirmed", f"medpivot jobs ask {job.id}"
        )
    text = letters.letter("confirmation", values)
    _hand_over(there.session, job, "confirmation", text, out, force=force, json=json)
    if not json:
        note("Check every figure against your notes before you send it.")


def _hand_over(
    session: Session,
    job: Job,
    name: str,
    text: str,
    out: Path | None,
    *,
    force: bool,
    json: bool,
) -> None:
    if json and out:
        raise UsageProblem("--json and --out exclude each other", "leave one of them out")
    if json:
        left = letters.blanks(text)
        json_document({"schema": 1, "id": job.id, "letter": name, "text": text, "blanks": left})
        return
    hand_over(session, text, out, force=force)


def _application(there: Board, job: Job) -> Mapping[str, object]:
    vocabulary = catalogue.load_vocabulary()
    log = activities.load(there.session.home).activities
    best = deeds(log, vocabulary, EXAMPLES)
    role = there.roles.role(job.role) if job.role else None
    return {
        "job": job,
        "role": role.title if role else None,
        "specialty": there.answers.word("specialty"),
        "deeds": best,
        "quote": next((one.quote for one in best if one.quote), None),
        "totals": totals(log, vocabulary),
        "likes": likes(there.answers, catalogue.load_interview()),
    }


def _agreed(there: Board, job: Job) -> Mapping[str, object]:
    """What was answered well enough to be confirmed, and what is still to be settled."""
    questions = [
        one
        for one in asked(job, there.offers, there.answers)
        if one.in_letter and not one.own and one.id not in _NOT_IN_AN_EMAIL
    ]
    agreed = [
        {"name": one.name, "said": _said(there, job, one)} for one in questions if _holds(job, one)
    ]
    raised = [one.ask for one in there.check(job).findings if one.id in _TO_SETTLE]
    unasked = [one.ask for one in questions if one.key and not job.answered(one)]
    return {"job": job, "agreed": agreed, "left": [*raised, *unasked], "starts": job.starts}


def _holds(job: Job, question: OfferQuestion) -> bool:
    """Was it answered, and with nothing that is a finding or still open?"""
    choice = question.choice(job.answer(question.id).choice)
    troubled = choice is not None and (choice.open or bool(choice.raises))
    return job.answered(question) and not troubled


def _said(there: Board, job: Job, question: OfferQuestion) -> str:
    value = job.figure(question.fills) if question.fills else None
    figure = "" if value is None else figure_words(question.fills, value, there.currency)
    if value is not None and FIGURES[question.fills].unit == "share":
        figure += f", which is {hours_words(hours_of_share(value, there.week))} a week"
    return answer_words(job, question, figure)
