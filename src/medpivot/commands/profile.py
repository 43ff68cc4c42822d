"""`profile`: what a CV needs beyond the log."""

from typing import Annotated

import typer

from medpivot import catalogue
from medpivot.commands.profile_entry import add, add_item, edit, enter, import_, remove, set_
from medpivot.commands.shared_flags import Json
from medpivot.errors import UsageProblem
from medpivot.grouping import called_alone
from medpivot.session import Session
from medpivot.show.out import console, json_document, notes, plain
from medpivot.show.profile_json import plain_lines, profile_json
from medpivot.store import profile as store

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback(invoke_without_command=True)
def profile(
    ctx: typer.Context,
    as_lines: Annotated[
        bool, typer.Option("--plain", help="A line each: id, what, when, title and place.")
    ] = False,
    json: Json = False,
) -> None:
    """What your CV says of you beyond the log, with its gaps.

    \b
    Examples:
      medpivot profile
      medpivot profile set name="Ana Ruiz" credentials="MD, MPH" email=a@example.org
      medpivot profile add position Hospitalist --where "St. Mary's" --from 2019-07
      medpivot profile import resume.json
    """
    if not called_alone(ctx):
        return
    _show(ctx.obj, as_lines=as_lines, json=json)


def _show(session: Session, *, as_lines: bool = False, json: bool = False) -> None:
    file = store.load(session.home)
    notes(file.warnings)
    words = catalogue.load_cv_words()
    if json:
        json_document(profile_json(file.content, words))
    elif as_lines:
        plain(plain_lines(file.content))
    else:
        from medpivot.show.own_profile import profile_screen

        console().print(profile_screen(file.content, words))


@app.command()
def ask(ctx: typer.Context) -> None:
    """Enter it one question at a time; Enter keeps what is there, and nothing must be answered.

    \b
    Examples:
      medpivot profile ask
    """
    session: Session = ctx.obj
    if not session.interactive:
        raise UsageProblem(
            "`medpivot profile ask` asks questions, and nobody can be asked here",
            'medpivot profile set name="Ana Ruiz"',
        )
    # questionary is slow to load, and only a question needs it
    from medpivot.commands.profile_questions import ask_entries, ask_facts

    ask_facts(store.load(session.home).content, lambda typed: enter(session, typed, "profile ask"))
    present = store.load(session.home).content
    ask_entries(present, lambda collection, typed: add_item(session, collection, typed))
    _show(session)


for name, command in (
    ("set", set_),
    ("add", add),
    ("edit", edit),
    ("remove", remove),
    ("import", import_),
):
    app.command(name)(command)
