"""`jobs`: where to look, what to ask, what an offer comes to, and which one fits best."""

from typing import Annotated

import typer

from medpivot.commands import jobs_flags as flags
from medpivot.commands.jobs_ask import ask
from medpivot.commands.jobs_board import board
from medpivot.commands.jobs_entry import add, edit, present, remove, stage
from medpivot.commands.jobs_letters import confirm, letter
from medpivot.commands.jobs_search import moves, search
from medpivot.commands.jobs_settings import settings
from medpivot.commands.jobs_weigh import check, compare, moves_offered, rank
from medpivot.commands.shared_flags import Json
from medpivot.domain.offer_check import asked
from medpivot.domain.typed_job import find
from medpivot.grouping import called_alone
from medpivot.session import Session
from medpivot.show.jobs_json import job_json, jobs_json, plain_lines
from medpivot.show.out import console, json_document, plain

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Plain = Annotated[
    bool,
    typer.Option("--plain", help="A line each: id, stage, its day, deadline, title, employer."),
]


@app.callback(invoke_without_command=True)
def jobs(ctx: typer.Context, as_lines: Plain = False, json: Json = False) -> None:
    """Where to look, what to ask, what an offer comes to, and which one fits best.

    \b
    Examples:
      medpivot jobs search
      medpivot jobs add "Clerkship Director" --at "St. Mary's" --role clerkship-director
      medpivot jobs ask clerkship-director
      medpivot jobs check clerkship-director
      medpivot jobs rank
    """
    if called_alone(ctx):
        _list(ctx.obj, as_lines=as_lines, json=json)


@app.command()
def list(ctx: typer.Context, as_lines: Plain = False, json: Json = False) -> None:
    """Every job with its stage and what comes next.

    \b
    Examples:
      medpivot jobs list
      medpivot jobs list --plain
    """
    _list(ctx.obj, as_lines=as_lines, json=json)


def _list(session: Session, *, as_lines: bool, json: bool) -> None:
    there = board(session)
    if json:
        json_document(jobs_json(there.jobs, there.offers))
    elif as_lines:
        plain(plain_lines(there.jobs))
    else:
        from medpivot.show.jobs import jobs_list, no_jobs

        checks = {job.id: there.check(job) for job in there.jobs.kept}
        if not checks:
            console().print(no_jobs())
            return
        offered = moves_offered(there)
        console().print(jobs_list(there.jobs, checks, session.today, moves=offered))


app.command()(search)
app.command()(add)
app.command()(edit)


@app.command()
def show(ctx: typer.Context, id: flags.Id, json: Json = False) -> None:  # noqa: A002
    """One job: its figures, what was answered, and what is not known.

    \b
    Examples:
      medpivot jobs show clerkship-director
    """
    show_job(ctx.obj, id, json=json)


def show_job(session: Session, typed: str, *, json: bool) -> None:
    """Show the job of that id or title.

    Raises:
        MedpivotError: there is none.
    """
    there = board(session)
    job = find(there.jobs, typed)
    if json:
        json_document(job_json(job, there.offers))
        return
    from medpivot.show.jobs import job_page

    questions = asked(job, there.offers, there.answers)
    check = there.check(job)
    page = job_page(job, questions, check, there.week, there.currency, session.today)
    console().print(page)


app.command()(stage)
app.command()(ask)
app.command()(check)
app.command()(compare)
app.command()(rank)
app.command()(present)
app.command()(letter)
app.command()(confirm)
app.command()(moves)
app.command()(remove)
app.command()(settings)
