"""`training`: whether formal training is needed, and what the programs one considers would cost."""

from dataclasses import replace
from typing import Annotated

import typer

from medpivot import catalogue
from medpivot.commands import completing, training_programs
from medpivot.commands import training_flags as flags
from medpivot.commands.shared_flags import Json
from medpivot.commands.training_decision import Walked, keep, walk
from medpivot.domain.finding import not_there
from medpivot.domain.plan import Route
from medpivot.domain.typed_programs import TypedProgram
from medpivot.errors import UsageProblem
from medpivot.grouping import called_alone
from medpivot.session import Session
from medpivot.show.out import console, json_document, plain
from medpivot.show.training_json import (
    comparison_document,
    plain_programs,
    plain_routes,
    programs_document,
    routes_document,
    training_document,
)
from medpivot.show.training_view import TrainingView
from medpivot.store import programs as store

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback(invoke_without_command=True)
def training(ctx: typer.Context, role: flags.RoleOption = None, json: Json = False) -> None:
    """Do you need formal training? The decision, step by step, from what you answered.

    What your answers leave open is asked, in a terminal, and kept.

    \b
    Examples:
      medpivot training
      medpivot training --role program-director
      medpivot training decide
      medpivot training add "MHPE at UIC" --route masters --cost 28000 --months 30 --hours 8
      medpivot training compare
    """
    session: Session = ctx.obj
    if not called_alone(ctx):
        return
    walked = walk(session, role, asking=session.interactive and not json)
    if walked.asked:
        keep(session, walked)
    _show(session, walked, json=json)


@app.command()
def decide(
    ctx: typer.Context,
    route: Annotated[
        Route | None, typer.Option(help="Your own decision, if it is another one.")
    ] = None,
    why: Annotated[str, typer.Option(metavar="TEXT", help="Why, in your words.")] = "",
    answer: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="ID=VALUE",
            help="Answer target, reduce-clinical, study-interest or training here.",
        ),
    ] = None,
    role: flags.RoleOption = None,
    json: Json = False,
) -> None:
    """Keep the decision: the plan and the sums of money use it from then on.

    \b
    Examples:
      medpivot training decide
      medpivot training decide --set target=yes
      medpivot training decide --route certificate --why "One year at home first"
    """
    session: Session = ctx.obj
    walked = walk(session, role, asking=session.interactive and not json, answers=answer or [])
    keep(session, walked, route=route, why=why)
    _show(session, walked, json=json)


@app.command()
def routes(
    route: Annotated[
        str | None,
        typer.Argument(
            metavar="[ROUTE]", help="Only one of them.", autocompletion=completing.routes
        ),
    ] = None,
    as_lines: flags.Plain = False,
    json: Json = False,
) -> None:
    """The routes: what each is good for, how long it takes, what it costs, and who says so.

    \b
    Examples:
      medpivot training routes
      medpivot training routes masters
    """
    found = catalogue.load_training()
    known = [one.id for one in found.routes]
    if route is not None and route not in known:
        raise not_there("route", route, known, "medpivot training routes")
    shown = [one for one in found.routes if route in (None, one.id)]
    if json:
        json_document(routes_document(shown, found))
    elif as_lines:
        plain(plain_routes(shown))
    else:
        from medpivot.show.training_routes import routes_screen

        console().print(routes_screen(shown, found, catalogue.load_sources()))


@app.command()
@flags.describing_a_program
def add(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The program.", show_default=False)],
    typed: TypedProgram,
    json: Json = False,
) -> None:
    """Add a program you are considering, with what you know of it so far.

    \b
    Examples:
      medpivot training add "MHPE at UIC" --route masters --cost 28000 --currency USD --months 30
      medpivot training add "Education fellowship" --route fellowship-post --fte 100% --pay 95000
    """
    one = training_programs.add(ctx.obj, replace(typed, title=name))
    if json:
        json_document(programs_document([one]))


@app.command()
@flags.changing_a_program
def edit(
    ctx: typer.Context,
    id: flags.Id,  # noqa: A002  (what it is called on the command line)
    typed: TypedProgram,
    json: Json = False,
) -> None:
    """Change what is known of a program.

    \b
    Examples:
      medpivot training edit mhpe --cost 31500 --fte 0.2
      medpivot training edit mhpe --clear starts
    """
    if typed == TypedProgram():
        raise UsageProblem("nothing to change was given", "medpivot training edit --help")
    one = training_programs.edit(ctx.obj, id, typed)
    if json:
        json_document(programs_document([one]))


@app.command()
def remove(ctx: typer.Context, id: flags.Id) -> None:  # noqa: A002
    """Leave a program out; undo, or adding it again, brings it back with all that was known.

    \b
    Examples:
      medpivot training remove mhpe
    """
    training_programs.remove(ctx.obj, id)


@app.command()
def compare(
    ctx: typer.Context,
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID ...]",
            show_default=False,
            help="All of them if left out.",
            autocompletion=completing.programs,
        ),
    ] = None,
    as_lines: flags.Plain = False,
    json: Json = False,
) -> None:
    """The programs side by side: price, time, lost income, and when they pay back.

    \b
    Examples:
      medpivot training compare
      medpivot training compare mhpe fellowship
    """
    found = training_programs.compared(ctx.obj, ids or [])
    if json:
        json_document(comparison_document(found))
        return
    if as_lines:
        plain(plain_programs(found))
        return
    from medpivot.show.training_programs import comparison_screen

    console().print(comparison_screen(found))


def _show(session: Session, walked: Walked, *, json: bool) -> None:
    view = TrainingView(
        walked.decision,
        walked.training,
        walked.facts.role,
        store.load(session.home).content,
        answered=walked.facts.answered,
    )
    if json:
        json_document(training_document(view))
        return
    from medpivot.show.training import training_screen

    console().print(training_screen(view, catalogue.load_interview()))
