"""`jobs add`, `edit` and `present`: what stands in a job, from what was typed to what is kept."""

from collections.abc import Callable
from dataclasses import replace
from typing import Annotated

import typer

from medpivot.commands import completing
from medpivot.commands import jobs_flags as flags
from medpivot.commands.days import day_meant
from medpivot.commands.jobs_board import Board, board, change
from medpivot.commands.jobs_typed import (
    changing_a_job,
    describing_a_job,
    describing_the_present_job,
)
from medpivot.commands.shared_flags import Json, On
from medpivot.commands.taking_back import BRINGS_IT_BACK, TAKES_IT_BACK
from medpivot.domain.day_words import short_date
from medpivot.domain.finding import shown
from medpivot.domain.job_words import figure_words
from medpivot.domain.jobs import PRESENT, STAGES, Job, Jobs
from medpivot.domain.typed_job import (
    TypedJob,
    blank_job,
    changed_job,
    currency_meant,
    find,
    stage_meant,
)
from medpivot.errors import MedpivotError, Problem, UsageProblem
from medpivot.session import Session
from medpivot.show.job_words import next_command, next_words
from medpivot.show.jobs_json import job_json
from medpivot.show.out import json_document, note


@describing_a_job
def add(
    ctx: typer.Context,
    title: flags.Title,
    typed: TypedJob,
    stage: Annotated[
        str | None,
        typer.Option(
            metavar="STAGE",
            help="How far it is; found if left out.",
            autocompletion=completing.words(STAGES),
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Keep a posting or an offer. Only the title is needed; what you leave out stays unknown.

    \b
    Examples:
      medpivot jobs add "Clerkship Director" --at "St. Mary's" --role clerkship-director
      medpivot jobs add "APD" --education 0.4 --half-days 8 --fte 1.0 --pay 210k --stage offer
    """
    session: Session = ctx.obj

    def adding(there: Board) -> tuple[Job, TypedJob, list[Problem]]:
        job = blank_job(there.jobs, title, typed.employer, session.today)
        problems: list[Problem] = []
        if stage is not None:
            try:
                job = replace(job, stage=stage_meant(stage))
            except ValueError as reason:
                problems.append(Problem(str(reason), key="stage"))
        for other in there.jobs.kept:
            if _same(other, title, typed.employer):
                what = f"this job is there already, as {other.id}; another one needs another --at"
                raise MedpivotError(what, f"medpivot jobs show {other.id}")
        return job, typed, problems

    named = ", ".join(one for one in (title, typed.employer) if one)
    _save(session, f"jobs add {shown(named)}", adding, "Kept as", json=json)


@changing_a_job
def edit(
    ctx: typer.Context,
    id: flags.Id,  # noqa: A002
    typed: TypedJob,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="Another title.")] = None,
    json: Json = False,
) -> None:
    """Change what is known of a job; its id stays. Brings back one that was removed.

    \b
    Examples:
      medpivot jobs edit apd --hours 50 --rvu 5000
      medpivot jobs edit apd --clear pay --deadline "in 2 weeks"
    """
    session: Session = ctx.obj
    found = find(board(session).jobs, id, removed=True)
    if typed == TypedJob() and title is None and not found.removed:
        raise UsageProblem("nothing to change was given", "medpivot jobs edit --help")
    typed = replace(typed, title=title)
    _save(
        session,
        f"jobs edit {shown(found.title)}",
        lambda there: (find(there.jobs, id, removed=True), typed, []),
        "Changed:",
        json=json,
    )


@describing_the_present_job
def present(
    ctx: typer.Context,
    typed: TypedJob,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="What you are now.")] = None,
    json: Json = False,
) -> None:
    """The job you have, to compare the others with; without flags it is shown.

    What you leave out of pay, hours and clinical share is taken from your assessment. Seven days
    on and seven off have no usual week: leave --half-days and --hours out, give --fte and
    --service-weeks, and the average of your assessment stands for the year.

    \b
    Examples:
      medpivot jobs present --title Hospitalist --half-days 9 --fte 1.0 --pay 290k --rvu 5000
      medpivot jobs present --title Nocturnist --fte 1.0 --service-weeks 26
      medpivot jobs present --level students=2 --level leadership=0
      medpivot jobs present
    """
    session: Session = ctx.obj
    if typed == TypedJob() and title is None:
        from medpivot.commands.jobs import show_job

        show_job(session, PRESENT, json=json)
        return
    typed = replace(typed, title=title)

    def entering(there: Board) -> tuple[Job, TypedJob, list[Problem]]:
        known = there.jobs.present
        if known is None and title is None:
            return Job(PRESENT, "Present job"), typed, []
        return known or Job(PRESENT, title or ""), typed, []

    _save(session, "jobs present", entering, "Kept as the job you have:", json=json)


def stage(
    ctx: typer.Context,
    id: flags.Id,  # noqa: A002
    stage: flags.Stage,
    on: On = None,
    json: Json = False,
) -> None:
    """Say how far a job has come.

    You decline; they turn down; a posting closes by itself.

    \b
    Examples:
      medpivot jobs stage apd applied
      medpivot jobs stage apd offer --on yesterday
    """
    session: Session = ctx.obj
    try:
        meant = stage_meant(stage)
    except ValueError as reason:
        raise UsageProblem(str(reason), "medpivot jobs stage --help") from None
    day = session.today if on is None else day_meant(on, session.today, "past", "--on")
    if day > session.today:
        raise UsageProblem(f"--on: {day} is still to come", "a day up to today")
    name = find(board(session).jobs, id)
    if name.present:
        raise MedpivotError("the job you have has no stage", "medpivot jobs present")

    def moving(there: Board) -> tuple[Jobs, list[Problem]]:
        job = replace(find(there.jobs, id), stage=meant, stage_on=day)
        return there.jobs.with_job(job), []

    there, differs = change(session, f"jobs stage {shown(name.title)} {meant}", moving)
    job = find(there.jobs, id)
    said = f"{shown(job.title)}: {meant} since {short_date(day)}. {TAKES_IT_BACK}"
    note(said if differs else "It was so already.")
    _next(there, job, json=json)


def remove(ctx: typer.Context, id: flags.Id) -> None:  # noqa: A002
    """Take a job off the list. Its entry stays in the file, marked as removed.

    \b
    Examples:
      medpivot jobs remove apd
    """
    session: Session = ctx.obj
    name = shown(find(board(session).jobs, id).title)

    def removing(there: Board) -> tuple[Jobs, list[Problem]]:
        return there.jobs.with_job(replace(find(there.jobs, id), removed=True)), []

    change(session, f"jobs remove {name}", removing)
    note(f"Removed: {name}. {BRINGS_IT_BACK}")


def _save(
    session: Session,
    what: str,
    start: Callable[[Board], tuple[Job, TypedJob, list[Problem]]],
    said: str,
    *,
    json: bool,
) -> None:
    """Change one job by what was typed, and show what is known of it now."""
    kept: list[Job] = []
    figures: dict[str, str] = {}

    def changing(there: Board) -> tuple[Jobs, list[Problem]]:
        old, typed, problems = start(there)
        figures.update(typed.figures)
        roles = {role.id: role.title for role in there.roles.roles if not role.retired}
        currency = there.currency
        try:
            currency = currency_meant(typed, currency)
        except ValueError as reason:
            key = "pay" if typed.currency is None else "currency"
            problems.append(Problem(str(reason), key=key))
        new = there.jobs.job(old.id) is None
        job, found = changed_job(old, typed, there.week, currency, roles, new=new)
        kept.append(replace(job, removed=False))
        settings = there.jobs.settings
        if currency != there.currency:
            settings = replace(settings, currency=currency)
        named = {problem.key for problem in problems}
        problems += [problem for problem in found if problem.key not in named]
        return Jobs(there.jobs.with_job(kept[-1]).jobs, settings), problems

    there, differs = change(session, what, changing)
    job = kept[-1]
    done = f"{said} {job.id}, {shown(job.title)}. {TAKES_IT_BACK}"
    note(done if differs else "It was so already.")
    for key, raw in figures.items():
        value = job.figure(key)
        if value is not None and not raw.strip().replace(".", "").isdigit():
            note(f"{raw.strip()} is {figure_words(key, value, there.currency)}.")
    _next(there, job, json=json)


def _next(there: Board, job: Job, *, json: bool) -> None:
    """What comes next; the job is kept, also where another file that says so cannot be read."""
    try:
        if said := there.taken_by_money(job):
            note(said)
        check = there.check(job)
        if not job.present:
            command = next_command(job, check)
            words = next_words(job, check, there.session.today)
            note(f"Next: {words}" + (f": {command}" if command else ""))
    except MedpivotError as error:
        note(f"What comes next cannot be said: {error.message}. medpivot data check says more.")
    if json:
        json_document(job_json(job, there.offers))


def _same(job: Job, title: str, employer: str | None) -> bool:
    def plain(text: str) -> list[str]:
        return text.casefold().split()

    return plain(job.title) == plain(title) and plain(job.employer) == plain(employer or "")
