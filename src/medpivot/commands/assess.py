"""`assess`: the questions and their result, earlier results, and this time against last time."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from medpivot import catalogue
from medpivot.commands import answered, completing, saved_answers
from medpivot.commands.saving_answers import save_answers, say_what_is_kept
from medpivot.commands.shared_flags import Json
from medpivot.domain.assessing import assess as work_out
from medpivot.domain.comparing import compare as compared
from medpivot.domain.relief import with_relief
from medpivot.errors import BrokenFile, MedpivotError
from medpivot.grouping import called_alone
from medpivot.session import Session
from medpivot.show.out import console, json_document, note, plain, plain_text
from medpivot.store import assessments as store
from medpivot.store.drafts import drop_draft

if TYPE_CHECKING:
    from datetime import date

    from medpivot.domain.answers import Answers
    from medpivot.domain.assessment import Assessment
    from medpivot.domain.interview import Interview
    from medpivot.domain.roles import Roles
    from medpivot.show.assessments_json import Past
    from medpivot.store.dated import Dated

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback(invoke_without_command=True)
def assess(
    ctx: typer.Context,
    answers: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Take the answers from a file; - is standard input."),
    ] = None,
    setting: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="ID=VALUE",
            help="Change one answer; lists with commas, an empty value takes it back.",
        ),
    ] = None,
    ask: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID", help="Ask only this question again.", autocompletion=completing.questions
        ),
    ] = None,
    blank: Annotated[
        bool, typer.Option("--blank", help="Do not fill in the answers of last time.")
    ] = False,
    no_save: Annotated[
        bool, typer.Option("--no-save", help="Show the result and keep nothing.")
    ] = False,
    json: Json = False,
) -> None:
    """Answer the questions and see which roles fit.

    About eight minutes. Skip what you like, go back with Esc. Each answer is saved as you give it:
    after Ctrl-C the same command goes on. Once finished, it asks anew with the old answers filled
    in and saves the new ones beside them. --set and --ask change the latest answers, or those of
    --answers; what a file leaves out counts as skipped. After --ask only what changed is shown.

    \b
    Examples:
      medpivot assess
      medpivot assess --ask hours-weekly
      medpivot assess --set hours-weekly=4 --set dread=inbox,paperwork
      medpivot assess --answers my-answers.toml --no-save --json
      medpivot assess show
    """
    session: Session = ctx.obj
    if not called_alone(ctx):
        return
    interview, roles = catalogue.load_interview(), _roles(session)
    whole = answers is None and not setting and not ask
    if whole and json:
        raise answered.nobody_to_ask("--json leaves no room for them")
    if whole:
        given = answered.by_interview(session, interview, blank=blank, saving=not no_save)
    else:
        given = answered.by_flags(
            session, interview, answers, setting or [], ask or [], blank=blank
        )
    changes = bool(ask) and not (answers or blank or no_save or json)
    before = saved_answers.latest(session.home, session.today) if changes else None
    result = work_out(given.answers, interview, roles)
    kept = with_relief(given.answers, given.kept, session.today, not_now=result.verdict.not_now)
    if not whole and not ask and not json:
        answered.show_support_for(given.answers)
    try:
        anew = whole or bool(answers)
        saved = None if no_save else save_answers(session, kept, interview, roles, anew=anew)
    except MedpivotError:
        if not json:
            # the person has answered, and may read what came of it
            _show(result, interview, roles, session.today, json=False, kept=False)
        raise
    if whole and not no_save and kept.values:
        drop_draft(session.home)
    if before and before.answers.values:
        _show_changes(before.answers, given.answers, interview, roles)
    else:
        is_kept = not no_save and bool(kept.values)
        _show(result, interview, roles, session.today, json=json, kept=is_kept)
    say_what_is_kept(given, kept, saved, from_file=bool(answers))
    if saved and not json:
        _say_what_the_plan_misses(session, interview, roles)


@app.command()
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
    roles = _roles(session)
    if not json:
        answered.show_support_for(file.answers, quiet=True)
    result = work_out(file.answers, interview, roles)
    _show(result, interview, roles, file.date, json=json)
    if file.catalogue and file.catalogue != catalogue.catalogue_hash():
        note("The questions or roles have changed since; the result may differ from that day's.")


@app.command("list")
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

        console().print(assessments(past, _roles(session)))


@app.command()
def questions(json: Json = False) -> None:
    """Write an answers file to fill in: every question, its id and its choices.

    \b
    Examples:
      medpivot assess questions > my-answers.toml
      medpivot assess --answers my-answers.toml
    """
    from medpivot.show.questions import questions_json, template

    interview = catalogue.load_interview()
    if json:
        json_document({"questions": questions_json(interview)})
    else:
        sys.stdout.write(plain_text("\n".join(template(interview))) + "\n")


@app.command()
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
    interview, roles = catalogue.load_interview(), _roles(session)
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


def _roles(session: Session) -> "Roles":
    return catalogue.load_roles(session.home / "roles.toml")


def _show(
    result: "Assessment",
    interview: "Interview",
    roles: "Roles",
    day: "date | None",
    *,
    json: bool,
    kept: bool = True,
) -> None:
    if json:
        from medpivot.show.assessment_json import assessment_document

        json_document(assessment_document(result, day))
        return
    from medpivot.show.assessment import assessment

    console().print(assessment(result, interview, roles, kept=kept))


def _show_changes(
    before: "Answers", now: "Answers", interview: "Interview", roles: "Roles"
) -> None:
    """What a few answers given anew have changed; the whole result is a command away."""
    from medpivot.show.comparison import comparison
    from medpivot.show.paragraphs import labelled

    screen = console()
    change = compared(before, now, interview, roles)
    screen.print(comparison(change, interview, roles, before="before", now="now"))
    screen.print("")
    screen.print(labelled([("medpivot assess show", "the whole result")], indent=0))


def _say_what_the_plan_misses(session: Session, interview: "Interview", roles: "Roles") -> None:
    from medpivot.commands.plan_following import words_on_the_plan

    words = words_on_the_plan(session.home, interview, roles, session.today)
    if words:
        note(words)


def _past(saved: "Dated", interview: "Interview", today: "date") -> "Past":
    from medpivot.show.assessments_json import Past

    try:
        snapshot = saved_answers.read(saved.path, interview, today).snapshot
    except BrokenFile as error:
        return Past(saved.path.name, saved.date, problem=error.message)
    return Past.from_snapshot(saved.path.name, saved.date, snapshot)
