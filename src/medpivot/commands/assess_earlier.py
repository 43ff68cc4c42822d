"""`assess show`, `list` and `compare`: earlier results, and the latest against the one before."""

from typing import TYPE_CHECKING, Annotated

import typer

from medpivot import catalogue
from medpivot.commands import answered, completing, saved_answers
from medpivot.commands.assessment_shown import show_result
from medpivot.commands.shared_flags import Json
from medpivot.domain.assessing import assess as work_out
from medpivot.domain.comparing import compare as compared
from medpivot.errors import BrokenFile, MedpivotError
from medpivot.session import Session
from medpivot.show.out import console, json_document, note, plain
from medpivot.store import assessments as store

if TYPE_CHECKING:
    from datetime import date

    from medpivot.domain.interview import Interview
    from medpivot.show.assessments_json import Past
    from medpivot.store.dated import Dated


def show(
    ctx: typer.Context,
    which: Annotated[
        str | None,
        typer.Argument(
            metavar="[DATE|FILE]",
            help="The latest if left out.",
            autocompletion=completing.assessments,
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Show a saved result, worked out anew from its answers.

    \b
    Examples:
      medpivot assess show
      medpivot assess show 2026-11-22
      medpivot assess show assessment-2026-11-22-2.toml --json
    """
    session: Session = ctx.obj
    interview = catalogue.load_interview()
    file = saved_answers.read(saved_answers.find(session.home, which), interview, session.today)
    roles = catalogue.roles_of(session.home)
    if not json:
        answered.show_support_for(file.answers, quiet=True)
    result = work_out(file.answers, interview, roles)
    show_result(result, interview, roles, file.date, json=json)
    if file.catalogue and file.catalogue != catalogue.catalogue_hash():
        note("The questions or roles have changed since; the result may differ from that day's.")


def list_(
    ctx: typer.Context,
    as_lines: Annotated[
        bool, typer.Option("--plain", help="One assessment a line, for scripts.")
    ] = False,
    json: Json = False,
) -> None:
    """List the saved assessments, the newest first.

    \b
    Examples:
      medpivot assess list
      medpivot assess list --plain
    """
    session: Session = ctx.obj
    interview, every = catalogue.load_interview(), reversed(store.saved(session.home))
    past = [_past(one, interview, session.today) for one in every]
    from medpivot.show import assessments_json as lines

    if json:
        json_document(lines.assessments_document(past))
    elif as_lines:
        plain(lines.plain_assessments(past))
    elif not past:
        plain(["No assessment yet. medpivot assess begins one."])
    else:
        from medpivot.show.assessments import assessments

        console().print(assessments(past, catalogue.roles_of(session.home)))


def compare(ctx: typer.Context, json: Json = False) -> None:
    """Compare the latest assessment with the one before it.

    Both are worked out with today's questions and roles, so that every difference is yours.

    \b
    Examples:
      medpivot assess compare
      medpivot assess compare --json
    """
    session: Session = ctx.obj
    saved = store.saved(session.home)
    if len(saved) < 2:  # noqa: PLR2004  (two are compared)
        if not saved:
            raise saved_answers.none_yet(session.home)
        raise MedpivotError("there is only one assessment so far", "medpivot assess")
    interview, roles = catalogue.load_interview(), catalogue.roles_of(session.home)
    before, now = (
        saved_answers.read(one.path, interview, session.today).answers for one in saved[-2:]
    )
    change = compared(before, now, interview, roles)
    if json:
        from medpivot.show.assessment_json import comparison_document

        json_document(comparison_document(change, *(one.path.name for one in saved[-2:])))
        return
    from medpivot.show.comparison import comparison

    names = [saved_answers.named(one) for one in saved[-2:]]
    console().print(comparison(change, interview, roles, before=names[0], now=names[1]))


def _past(saved: "Dated", interview: "Interview", today: "date") -> "Past":
    from medpivot.show.assessments_json import Past

    try:
        snapshot = saved_answers.read(saved.path, interview, today).snapshot
    except BrokenFile as error:
        return Past(saved.path.name, saved.date, problem=error.message)
    return Past.from_snapshot(saved.path.name, saved.date, snapshot)
