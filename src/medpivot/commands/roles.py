"""`roles`: what the roles in medical education are, and why one fits or does not."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from medpivot import catalogue
from medpivot.commands import completing
from medpivot.commands.given_files import read_given
from medpivot.commands.shared_flags import Json
from medpivot.domain.closest import closest
from medpivot.domain.finding import shown
from medpivot.errors import MedpivotError, UsageProblem
from medpivot.grouping import called_alone
from medpivot.session import Session
from medpivot.show.out import console, json_document, plain

if TYPE_CHECKING:
    from medpivot.domain.answers import Answers
    from medpivot.domain.assessment import Assessment
    from medpivot.domain.interview import Interview
    from medpivot.domain.roles import Roles, ShortCut

app = typer.Typer(rich_markup_mode=None, add_completion=False)

RoleId = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="The role; medpivot roles names them.", autocompletion=completing.roles
    ),
]
AnswersOption = Annotated[
    Path | None,
    typer.Option("--answers", metavar="FILE", help="Use this answers file, not the latest result."),
]


@app.callback(invoke_without_command=True)
def glance(
    ctx: typer.Context,
    want: Annotated[
        str | None,
        typer.Option(
            metavar="WHAT",
            help="Only roles with: hours, residents or design.",
            autocompletion=completing.short_cuts,
        ),
    ] = None,
    as_lines: Annotated[
        bool, typer.Option("--plain", help="One role a line, for scripts.")
    ] = False,
    json: Json = False,
) -> None:
    """What the roles in medical education really are.

    \b
    Examples:
      medpivot roles
      medpivot roles --want hours
      medpivot roles show clerkship-director
      medpivot roles why
    """
    if not called_alone(ctx):
        return
    roles = catalogue.roles_of(ctx.obj.home)
    short_cut = _short_cut(want, roles) if want else None
    shown = [
        role
        for role in roles.roles
        if not role.retired and (short_cut is None or short_cut.id in role.want)
    ]
    if json:
        from medpivot.show.roles_json import roles_document

        json_document(roles_document(shown, roles))
        return
    if as_lines:
        from medpivot.show.facts import plain_roles

        plain(plain_roles(shown))
        return
    from medpivot.show.roles import roles_at_a_glance

    console().print(roles_at_a_glance(shown, roles, short_cut))


@app.command()
def show(ctx: typer.Context, role_id: RoleId, json: Json = False) -> None:
    """One role: its days, its facts, and their sources.

    \b
    Examples:
      medpivot roles show clerkship-director
      medpivot roles show core-faculty --json
    """
    roles = catalogue.roles_of(ctx.obj.home)
    role = roles.named(role_id)
    sources = catalogue.load_sources()
    if json:
        from medpivot.show.roles_json import role_document

        json_document(role_document(role, sources))
        return
    from medpivot.show.roles import role_page

    console().print(role_page(role, roles, catalogue.load_interview(), sources))


@app.command()
def why(
    ctx: typer.Context,
    role_id: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]", help="The first role if left out.", autocompletion=completing.roles
        ),
    ] = None,
    answers: AnswersOption = None,
    json: Json = False,
) -> None:
    """Why a role fits you, with the sum to check by hand.

    It speaks of your latest assessment.

    \b
    Examples:
      medpivot roles why
      medpivot roles why simulation-director
      medpivot roles why core-faculty --answers my-answers.toml
    """
    roles = catalogue.roles_of(ctx.obj.home)
    result = _needed(_result(ctx.obj, roles, answers))
    role = roles.named(role_id or result.roles[0].id)
    one = next((each for each in result.roles if each.id == role.id), None)
    if one is None:
        raise MedpivotError(f"{role.id} is retired and no longer ranked", "medpivot roles")
    if json:
        from medpivot.show.roles_json import why_document

        json_document(why_document(one, role, result))
        return
    from medpivot.show.why import why as why_screen

    console().print(why_screen(one, role, result, catalogue.load_interview()))


@app.command()
def compare(
    ctx: typer.Context,
    first: RoleId,
    second: RoleId,
    answers: AnswersOption = None,
    json: Json = False,
) -> None:
    """Two roles side by side.

    Once you have an assessment, with the points of each for you.

    \b
    Examples:
      medpivot roles compare clerkship-director associate-program-director
    """
    roles = catalogue.roles_of(ctx.obj.home)
    both = roles.named(first), roles.named(second)
    if first == second:
        raise UsageProblem("these are one and the same role", f"medpivot roles show {first}")
    result = _result(ctx.obj, roles, answers)
    if json:
        from medpivot.show.roles_json import comparison_document

        json_document(comparison_document(both, result))
        return
    from medpivot.show.role_comparison import role_comparison

    console().print(role_comparison(*both, catalogue.load_interview(), result))


@app.command()
def check(
    ctx: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE]", help="Your file; the roles.toml of your folder if left out."
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Check a file with roles of your own.

    All its problems are named at once.

    \b
    Examples:
      medpivot roles check
      medpivot roles check my-roles.toml
    """
    session: Session = ctx.obj
    path = file or session.home / "roles.toml"
    own = [role.id for role in catalogue.check_own(path).roles if role.own]
    if json:
        json_document({"file": str(path), "roles": own})
        return
    count = {0: "no role", 1: "1 role"}.get(len(own), f"{len(own)} roles")
    named = f": {', '.join(own)}" if own else ""
    plain([f"{path} is in order, with {count} of your own{named}."])


def _short_cut(want: str, roles: "Roles") -> "ShortCut":
    found = next((one for one in roles.short_cuts if one.id == want), None)
    if found is None:
        known = [one.id for one in roles.short_cuts]
        near = closest(want, known, 1)
        what = f"did you mean {near[0]}?" if near else f"one of {', '.join(known)}"
        raise UsageProblem(
            f"--want {shown(want)!r} is not known; {what}",
            "medpivot roles --help",
            meant=(want, near[0]) if near else None,
        )
    return found


def _result(session: Session, roles: "Roles", file: Path | None) -> "Assessment | None":
    """The result of the given answers or the latest assessment; None where there is neither."""
    from medpivot.domain.assessing import assess

    interview = catalogue.load_interview()
    answers = _answers(session, interview, file)
    return assess(answers, interview, roles) if answers else None


def _answers(session: Session, interview: "Interview", file: Path | None) -> "Answers | None":
    from medpivot.reading.answers import read_answers_file

    if file is None:
        from medpivot.commands.saved_answers import latest

        found = latest(session.home, session.today)
        return found.answers if found else None
    data = read_given(file, "name an answers file")
    return read_answers_file(data, file.name, interview).answers


def _needed(result: "Assessment | None") -> "Assessment":
    if result is None:
        raise MedpivotError("there is no assessment yet to explain", "medpivot assess")
    return result
