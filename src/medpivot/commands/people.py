"""`people`: those who should know of your education work, and what comes next with each."""

import typer

from medpivot import catalogue
from medpivot.commands import people_flags as flags
from medpivot.commands.people_contact import contacted, mentor, met, note
from medpivot.commands.people_entry import add, edit, remove
from medpivot.commands.people_letters import brief, letter
from medpivot.commands.shared_flags import Json
from medpivot.domain.people import People
from medpivot.domain.typed_people import find
from medpivot.grouping import called_alone
from medpivot.session import Session
from medpivot.show.out import console, json_document, notes, plain
from medpivot.show.people_json import people_json, person_json, plain_lines
from medpivot.store import people as store

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.callback(invoke_without_command=True)
def people(ctx: typer.Context, as_lines: flags.Plain = False, json: Json = False) -> None:
    """Who should know of your education work, and what comes next with each.

    \b
    Examples:
      medpivot people
      medpivot people add "Maria Santos" --kind clerkship-director --where "St. Mary's"
      medpivot people letter maria-santos
      medpivot people met maria-santos --on yesterday --note "Suggested the OSCE team"
    """
    if called_alone(ctx):
        _list(ctx.obj, as_lines=as_lines, json=json)


@app.command()
def list(ctx: typer.Context, as_lines: flags.Plain = False, json: Json = False) -> None:
    """Everybody on the list, the one to turn to first at the top.

    \b
    Examples:
      medpivot people list --plain
      medpivot people list --json
    """
    _list(ctx.obj, as_lines=as_lines, json=json)


def _list(session: Session, *, as_lines: bool, json: bool) -> None:
    everybody = _loaded(session)
    kinds, after = catalogue.load_kinds_of_people(), catalogue.load_reminders()
    if json:
        json_document(people_json(everybody, kinds, session.today, after))
    elif as_lines:
        plain(plain_lines(everybody, session.today, after))
    else:
        from medpivot.show.people import nobody, people_list

        filled = bool(everybody.present)
        shown = people_list(everybody, kinds, session.today, after) if filled else nobody(kinds)
        console().print(shown)


@app.command()
def show(ctx: typer.Context, id: flags.Id, json: Json = False) -> None:  # noqa: A002
    """One person: where you stand, and questions worth asking.

    \b
    Examples:
      medpivot people show maria-santos
    """
    session: Session = ctx.obj
    one = find(_loaded(session), id, removed=True)
    after = catalogue.load_reminders()
    if json:
        json_document(person_json(one, session.today, after))
        return
    from medpivot.show.people import person

    console().print(person(one, catalogue.load_kinds_of_people(), session.today, after))


for command in (add, contacted, met, mentor, note, edit, remove, letter, brief):
    app.command()(command)


def _loaded(session: Session) -> People:
    file = store.load(session.home)
    notes(file.warnings)
    return file.content
