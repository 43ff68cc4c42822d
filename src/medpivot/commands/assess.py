"""`assess`: the questions, their result, and what a few answers given again have changed."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from medpivot import catalogue
from medpivot.commands import answered, completing, saved_answers
from medpivot.commands.assessment_shown import show_result
from medpivot.commands.saving_answers import save_answers, say_what_is_kept
from medpivot.commands.shared_flags import Json
from medpivot.domain.assessing import assess as work_out
from medpivot.domain.comparing import compare as compared
from medpivot.domain.relief import with_relief
from medpivot.errors import MedpivotError
from medpivot.grouping import called_alone
from medpivot.loaded_later import later
from medpivot.session import Session
from medpivot.show.out import console, json_document, note, plain_text
from medpivot.store.drafts import drop_draft

if TYPE_CHECKING:
    from medpivot.domain.answers import Answers
    from medpivot.domain.interview import Interview
    from medpivot.domain.roles import Roles

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
    interview, roles = catalogue.load_interview(), catalogue.roles_of(session.home)
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
            show_result(result, interview, roles, session.today, json=False, kept=False)
        raise
    if whole and not no_save and kept.values:
        drop_draft(session.home)
    if before and before.answers.values:
        _show_changes(before.answers, given.answers, interview, roles)
    else:
        is_kept = not no_save and bool(kept.values)
        show_result(result, interview, roles, session.today, json=json, kept=is_kept)
    say_what_is_kept(given, kept, saved, from_file=bool(answers))
    if saved and not json:
        _say_what_the_plan_misses(session, interview, roles)


later(app, "medpivot.commands.assess_earlier", "show", "list")


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


later(app, "medpivot.commands.assess_earlier", "compare")


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
