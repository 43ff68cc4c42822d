"""`log`: what was taught, kept entry by entry, and what it adds up to."""

import sys
from typing import Annotated

import typer

from medpivot import catalogue
from medpivot.commands.shared_flags import NEWEST, ActivityId, Json, Limit
from medpivot.commands.typed_again import typed_again
from medpivot.commands.unreadable import name_problems
from medpivot.domain.entries import to_record
from medpivot.domain.what_counts import standing
from medpivot.errors import UsageProblem
from medpivot.grouping import called_alone
from medpivot.loaded_later import later
from medpivot.session import Session
from medpivot.show.log_json import list_json, plain_lines
from medpivot.show.log_words import missing
from medpivot.show.out import console, fancy, json_document, note, plain
from medpivot.store import activities as store
from medpivot.store.line_ids import short
from medpivot.store.newest import newest

# Screens are imported where they are shown: they load Rich, which adding to the log never needs.

_MOST_FLAGS = 4
"""As many as stand in one line of 80 columns, so that it can be copied."""

app = typer.Typer(rich_markup_mode=None, add_completion=False)
later(app, "medpivot.commands.log_entry", "add")


@app.callback(invoke_without_command=True)
def log(ctx: typer.Context) -> None:
    """Keep what you teach: the spine of your portfolio.

    Alone it asks five questions and takes a minute; hours, levels and a rating can be added.

    \b
    Examples:
      medpivot log
      medpivot log add "Sepsis talk for interns" --kind lecture --learners 12 --energy 1
      medpivot log add "Clinic" --kind clinic --on yesterday --energy -1
      medpivot log summary
    """
    if not called_alone(ctx):
        return
    session: Session = ctx.obj
    if not session.interactive:
        raise UsageProblem(
            "`medpivot log` asks five questions, and nobody can be asked here",
            'medpivot log add "What you did" --kind lecture',
        )
    from medpivot.commands.log_entry import record
    from medpivot.commands.log_questions import ask_activity, command_words

    vocabulary = catalogue.load_vocabulary()
    typed = ask_activity(vocabulary, session.today)
    with typed_again(command_words(typed)):
        kept = record(session, typed)
    if absent := missing(kept, education=standing(kept, vocabulary) == "work"):
        names, places = zip(*absent, strict=True)
        note(f"Not noted: {', '.join(names)}. To add what you know, put it in here:")
        note(f"  medpivot log edit {kept.id} {' '.join(places[:_MOST_FLAGS])}")


@app.command()
def list(
    ctx: typer.Context,
    limit: Limit = None,
    as_lines: Annotated[
        bool,
        typer.Option(
            "--plain",
            help="A line each: id, date, kind, learners, hours, energy, title; - if not noted.",
        ),
    ] = False,
    json: Json = False,
) -> None:
    """The activities, newest first. A line of the log that cannot be read is named, not shown.

    \b
    Examples:
      medpivot log list
      medpivot log list --limit 100
      medpivot log list --plain
    """
    session: Session = ctx.obj
    everything = json or as_lines
    found = newest(session.home, limit or (None if everything else NEWEST))
    name_problems(store.NAME, found.problems, nothing_else=not found.activities)
    if json:
        sys.stdout.write(list_json(found.activities, ascii_only=not fancy()) + "\n")
    elif as_lines:
        plain(plain_lines(found.activities))
    else:
        from medpivot.show.log import log_list, nothing_logged

        screen = console()
        if not found.activities:
            screen.print(nothing_logged())
            return
        vocabulary = catalogue.load_vocabulary()
        total, shorts = len(found.ids), found.shorts()
        screen.print(log_list(found.activities, total, shorts, vocabulary, screen.width))


@app.command()
def show(ctx: typer.Context, id: ActivityId, json: Json = False) -> None:  # noqa: A002
    """One activity with all that is noted, and what is not.

    In the example, k3fa stands for the id of an entry of yours.

    \b
    Examples:
      medpivot log show k3fa
    """
    session: Session = ctx.obj
    whole = store.load(session.home)
    one = whole.entry(id)
    if json:
        json_document(to_record(one))
        return
    from medpivot.show.log import activity

    shorts = short(other.id for other in whole.activities)
    console().print(activity(one, shorts[one.id], catalogue.load_vocabulary()))


later(app, "medpivot.commands.log_entry", "edit", "remove")


@app.command()
def summary(ctx: typer.Context, json: Json = False) -> None:
    """Do you enjoy it, and can you show impact?

    Each answer comes with the number of entries behind it.

    \b
    Examples:
      medpivot log summary
      medpivot log summary --json
    """
    from medpivot.domain.log_summary import summarize

    session: Session = ctx.obj
    vocabulary = catalogue.load_vocabulary()
    whole = store.load(session.home)
    name_problems(store.NAME, whole.problems, nothing_else=not whole.activities)
    result = summarize(whole.activities, vocabulary)
    if json:
        from medpivot.show.log_summary_json import summary_json

        json_document(summary_json(result))
        return
    from medpivot.show.log import nothing_logged
    from medpivot.show.log_summary import log_summary

    console().print(log_summary(result, vocabulary) if whole.activities else nothing_logged())


later(app, "medpivot.commands.log_import", "import")
later(app, "medpivot.commands.log_export", "export")
