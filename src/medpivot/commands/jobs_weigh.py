"""`jobs check`, `compare` and `rank`: what an offer comes to, and which one fits best."""

from typing import Annotated

import typer

from medpivot import catalogue
from medpivot.commands import jobs_flags as flags
from medpivot.commands.jobs_board import Board, board
from medpivot.commands.shared_flags import Json
from medpivot.domain.jobs import Job
from medpivot.domain.offer_ranking import RankedJob, nothing_in_reach
from medpivot.domain.typed_job import find
from medpivot.errors import MedpivotError, UsageProblem
from medpivot.session import Session
from medpivot.show.jobs_json import check_json, plain_ranking, ranking_json
from medpivot.show.out import console, json_document, note, plain

MOST_SIDE_BY_SIDE = 4
_TWO = 2


def check(
    ctx: typer.Context,
    id: flags.Id,  # noqa: A002
    references: Annotated[
        bool, typer.Option("--sources", help="With every source in full at the end.")
    ] = False,
    json: Json = False,
) -> None:
    """Does the week add up, and what could undo the rest? Each finding with what to say next.

    \b
    Examples:
      medpivot jobs check apd
      medpivot jobs check present
      medpivot jobs check apd --json
    """
    there = board(ctx.obj)
    found = there.check(find(there.jobs, id))
    if json:
        json_document(check_json(found, there.wishes(found)))
        return
    from medpivot.show.job_check import offer_check

    sources = catalogue.load_sources() if references else {}
    console().print(offer_check(found, there.wishes(found), there.offers, sources))


def compare(
    ctx: typer.Context,
    ids: flags.Ids = None,
    json: Json = False,
) -> None:
    """Two to four jobs side by side; alone, with your present job.

    \b
    Examples:
      medpivot jobs compare apd clerkship-director
      medpivot jobs compare apd present --json
    """
    there = board(ctx.obj)
    wanted = list(ids or ())
    if len(wanted) == 1 and there.jobs.present is not None:
        wanted.append(there.jobs.present.id)
    jobs = list({job.id: job for job in (find(there.jobs, one) for one in wanted)}.values())
    if not _TWO <= len(jobs) <= MOST_SIDE_BY_SIDE:
        raise UsageProblem(
            f"two to four jobs can be compared, not {len(jobs)}",
            "medpivot jobs list",
        )
    by_id = {one.check.job.id: one for one in there.rank(jobs)}
    ranked = [by_id[job.id] for job in jobs]
    if json:
        json_document(ranking_json(ranked, there.person, there.week, moves=False))
        return
    from medpivot.show.job_comparison import job_comparison

    _say_without_answers(there)
    console().print(job_comparison(ranked, there.offers, there.person, there.week))


def rank(
    ctx: typer.Context,
    ids: flags.Ids = None,
    as_lines: flags.PlainRanking = False,
    json: Json = False,
) -> None:
    """Postings, offers and your present job in order, against what you said and your money.

    Without ids, every job that is not over. A job gets a place only when your limits are known
    to hold; what nobody asked never counts for it.

    \b
    Examples:
      medpivot jobs rank
      medpivot jobs rank apd clerkship-director present
      medpivot jobs rank --json
    """
    session: Session = ctx.obj
    there = board(session)
    jobs = _wanted(there, list(ids or ()))
    if not jobs:
        raise MedpivotError("there is no job to put in order", "medpivot jobs add --help")
    ranked = there.rank(jobs)
    offered = nothing_in_reach(ranked)
    if json:
        json_document(ranking_json(ranked, there.person, there.week, moves=offered))
        return
    if as_lines:
        plain(plain_ranking(ranked))
        return
    from medpivot.show.job_ranking import ranking

    _say_without_answers(there)
    console().print(ranking(ranked, there.offers, there.person, there.week, moves=offered))


def moves_offered(there: Board) -> bool:
    """Does nothing on the list meet the floor and the must-haves within reach?"""
    ranked: tuple[RankedJob, ...] = there.rank(_wanted(there, []))
    return nothing_in_reach(ranked)


def _wanted(there: Board, ids: list[str]) -> list[Job]:
    if not ids:
        return [job for job in there.jobs.kept if not job.over]
    return list({job.id: job for job in (find(there.jobs, one) for one in ids)}.values())


def _say_without_answers(there: Board) -> None:
    if not there.answers.values:
        note("There is no assessment yet, so every wish is unknown: medpivot assess.")
