"""`jobs search` and `jobs moves`: where to look, and another kind of place."""

from typing import Annotated

import typer

from medpivot import catalogue
from medpivot.commands import completing
from medpivot.commands.jobs_board import Board, board
from medpivot.commands.shared_flags import Json
from medpivot.commands.unreadable import readable_activities
from medpivot.domain.deeds import deeds
from medpivot.domain.environment import weigh_moves
from medpivot.domain.introduction import directions
from medpivot.domain.job_search import Searches, searches
from medpivot.domain.roles import Role
from medpivot.session import Session
from medpivot.show.jobs_json import environment_json, searches_json
from medpivot.show.out import console, json_document, plain
from medpivot.store import plans

MOST_DEEDS = 5


def search(
    ctx: typer.Context,
    role: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ROLE",
            help="For this role; if left out, your plan's and those that fit best. Again for more.",
            autocompletion=completing.roles,
        ),
    ] = None,
    specialty: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="Instead of the one in your assessment."),
    ] = None,
    as_lines: Annotated[
        bool, typer.Option("--plain", help="The search lines alone, one a line.")
    ] = False,
    json: Json = False,
) -> None:
    """Search lines for your roles and specialty: quoted titles, and all of them in one line.

    Nothing is sent anywhere; paste them where you search.

    \b
    Examples:
      medpivot jobs search
      medpivot jobs search --role simulation-director --specialty "emergency medicine"
    """
    there = board(ctx.obj)
    known = specialty if specialty is not None else there.answers.word("specialty") or ""
    found = searches(_roles(there, role or []), there.offers, known)
    if json:
        json_document(searches_json(found))
    elif as_lines:
        plain(_lines(found))
    else:
        from medpivot.show.job_search import search_lines

        console().print(search_lines(found))


def moves(ctx: typer.Context, json: Json = False) -> None:
    """Another kind of place: which moves answer what drains you, and what to watch there.

    Your education work travels with you; the lines at the end are from your log.

    \b
    Examples:
      medpivot jobs moves
    """
    session: Session = ctx.obj
    there = board(session)
    interview = catalogue.load_interview()
    environment = weigh_moves(there.offers.moves, there.answers, interview)
    if json:
        json_document(environment_json(environment))
        return
    from medpivot.show.job_search import moves as screen

    log = readable_activities(session.home)
    portable = deeds(log, catalogue.load_vocabulary(), MOST_DEEDS)
    console().print(screen(environment, interview, portable))


def _roles(there: Board, typed: list[str]) -> list[Role]:
    """The roles that were named; else the plan's and those that fit best; else all of them."""
    if typed:
        return [there.roles.named(one) for one in dict.fromkeys(typed)]
    plan = plans.latest(there.session.home)
    answers = there.answers if there.answers.values else None
    planned = plan.plan.role if plan else None
    leading = directions(answers, catalogue.load_interview(), there.roles, planned)
    return list(leading) or [role for role in there.roles.roles if not role.retired]


def _lines(found: Searches) -> list[str]:
    lines = [line.text for line in found.usual]
    for role in found.roles:
        lines += [*(line.text for line in role.phrases), role.boolean]
    return list(dict.fromkeys(lines))
