"""`jobs letter` and `jobs confirm`: drafts for an application and for what was agreed."""

from collections.abc import Mapping, Sequence
from typing import Final

import typer

from medpivot import catalogue
from medpivot.commands import jobs_flags as flags
from medpivot.commands.handing_over import READ_IT, Force, Out, hand_over
from medpivot.commands.jobs_board import Board, board
from medpivot.commands.people_letters import me
from medpivot.commands.shared_flags import Json
from medpivot.commands.unreadable import readable_activities
from medpivot.domain.confirming import ToConfirm, to_confirm
from medpivot.domain.deeds import deeds, totals
from medpivot.domain.introduction import likes
from medpivot.domain.job_words import figure_words, hours_words
from medpivot.domain.jobs import FIGURES, Job
from medpivot.domain.offer_arithmetic import hours_of_share
from medpivot.domain.offer_check import asked
from medpivot.domain.offers import OfferQuestion
from medpivot.domain.typed_job import find
from medpivot.errors import MedpivotError
from medpivot.export import letters
from medpivot.session import Session
from medpivot.show.job_words import answer_words, not_conceded

EXAMPLES = 3

_CHECK_IT: Final = "Check every figure against your notes before you send it."


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
        what = "an application is for another job, and this is the one you have"
        raise MedpivotError(what, "medpivot jobs list")
    text = letters.letter("application", _application(there, job))
    hand_over(session, job.id, "application", text, out, READ_IT, force=force, json=json)


def confirm(
    ctx: typer.Context,
    id: flags.Id,  # noqa: A002
    out: Out = None,
    force: Force = False,
    json: Json = False,
) -> None:
    """Draft the email that repeats what was agreed and asks for a yes to it.

    It holds what was answered and belongs in a letter. What the check says to settle first is named
    and never listed as agreed; it is asked about, like all that is open, and your own limits stay
    out of it.

    \b
    Examples:
      medpivot jobs confirm clerkship-director
      medpivot jobs confirm clerkship-director --out confirm.md
    """
    there = board(ctx.obj)
    job = find(there.jobs, id)
    if job.present:
        what = "the email repeats what was agreed on an offer, and this is the job you have"
        raise MedpivotError(what, f"medpivot jobs check {job.id}")
    check = there.check(job)
    wishes = there.wishes(check)
    questions = asked(job, there.offers, there.answers)
    found = to_confirm(job, questions, check, wishes, there.offers)
    if not (found.settled or found.named):
        raise MedpivotError(
            "nothing has been answered yet that could be confirmed", f"medpivot jobs ask {job.id}"
        )
    text = letters.letter("confirmation", _confirmation(there, job, found))
    advice = "\n".join((*not_conceded(job, found, check, wishes), _CHECK_IT))
    hand_over(there.session, job.id, "confirmation", text, out, advice, force=force, json=json)


def _application(there: Board, job: Job) -> Mapping[str, object]:
    vocabulary = catalogue.load_vocabulary()
    log = readable_activities(there.session.home)
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
        "me": me(there.session.home),
    }


def _confirmation(there: Board, job: Job, found: ToConfirm) -> Mapping[str, object]:
    def said(questions: Sequence[OfferQuestion]) -> list[dict[str, str]]:
        return [{"name": one.name, "said": _said(there, job, one)} for one in questions]

    return {
        "job": job,
        "agreed": said(found.settled),
        "named": said(found.named),
        "left": found.left,
        "starts": job.starts,
        "me": me(there.session.home),
    }


def _said(there: Board, job: Job, question: OfferQuestion) -> str:
    value = job.figure(question.fills) if question.fills else None
    figure = "" if value is None else figure_words(question.fills, value, there.currency)
    if value is not None and FIGURES[question.fills].unit == "share":
        figure += f", which is {hours_words(hours_of_share(value, there.week))} a week"
    return answer_words(job, question, figure)
