"""`time`: the week as it is, as wanted and as offered, and the hours that were promised."""

from typing import Annotated, TypeAlias

import typer

from medpivot import catalogue
from medpivot.commands.shared_flags import NEWEST, Json, Limit
from medpivot.commands.time_entry import add, edit, remove
from medpivot.commands.time_week import meaningful, week
from medpivot.commands.unreadable import name_problems
from medpivot.domain.day_words import short_date
from medpivot.domain.week import Answered
from medpivot.errors import MedpivotError
from medpivot.grouping import called_alone
from medpivot.session import Session
from medpivot.show.out import console, json_document, note, notes, plain
from medpivot.show.time_json import ledger_json, plain_lines, time_json, why_json
from medpivot.store import ledger as ledgers
from medpivot.store import weeks as store
from medpivot.store.ledger import Ledger
from medpivot.store.line_ids import short

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Plain: TypeAlias = Annotated[
    bool,
    typer.Option("--plain", help="A line each: id, Monday, promised, delivered, percent, note."),
]


@app.callback(invoke_without_command=True)
def time(ctx: typer.Context, json: Json = False) -> None:
    """Your week as it is, as wanted and as offered; education hours promised and delivered.

    \b
    Examples:
      medpivot time
      medpivot time week actual --patients 30 --charting 8 --call 4 --teaching 4 --nothing-else
      medpivot time meaningful teaching
      medpivot time add --promised 8 --delivered 5
    """
    if not called_alone(ctx):
        return
    session: Session = ctx.obj
    file = store.load(session.home)
    notes(file.warnings)
    ledger = _ledger(session, nothing_else=not file.data)
    rules = catalogue.load_time()
    answered = _answered(session)
    if json:
        json_document(time_json(file.content, ledger.entries, rules, answered))
        return
    from medpivot.show.time import time_screen

    screen = console()
    screen.print(
        time_screen(
            file.content,
            ledger.entries,
            rules,
            answered,
            session.today,
            screen.width,
        )
    )


app.command()(week)
app.command()(meaningful)
app.command()(add)


@app.command()
def list(
    ctx: typer.Context,
    limit: Limit = None,
    as_lines: Plain = False,
    json: Json = False,
) -> None:
    """The ledger of education hours, newest week first.

    \b
    Examples:
      medpivot time list
      medpivot time list --plain
      medpivot time list --json --limit 4
    """
    session: Session = ctx.obj
    ledger = _ledger(session, nothing_else=True)
    most = limit or (len(ledger.entries) if json or as_lines else NEWEST)
    newest = [*reversed(ledger.entries)][:most]
    if json:
        json_document({"schema": 1, "ledger": ledger_json(newest)})
    elif as_lines:
        plain(plain_lines(newest))
    else:
        from medpivot.show.ledger import ledger_list

        shorts = short(one.id for one in ledger.entries)
        line = catalogue.load_time().drift.percent
        console().print(ledger_list(newest, len(ledger.entries), shorts, line))


app.command()(edit)
app.command()(remove)


@app.command()
def why(json: Json = False) -> None:
    """What the line rests on, and what it cannot show.

    \b
    Examples:
      medpivot time why
    """
    rules, sources = catalogue.load_time(), catalogue.load_sources()
    if json:
        json_document(why_json(rules, sources))
        return
    from medpivot.show.time import why_screen

    console().print(why_screen(rules, sources))


def _ledger(session: Session, *, nothing_else: bool) -> Ledger:
    """The ledger; what cannot be read of it, and what does not count, is named."""
    ledger = ledgers.load(session.home)
    nothing = nothing_else and not ledger.entries
    name_problems(ledgers.NAME, ledger.problems, nothing_else=nothing)
    for one in ledger.set_aside:
        week_of = short_date(one.week)
        note(
            f"{ledgers.NAME}: the week of {week_of} has an older entry {one.id}; it does not count"
        )
    return ledger


def _answered(session: Session) -> Answered | None:
    """What the latest assessment says about the week; None without one, or one that is broken."""
    from medpivot.commands.saved_answers import latest

    try:
        found = latest(session.home, session.today)
    except MedpivotError as error:
        note(f"{error.message}; the weeks are shown without it")
        return None
    if found is None:
        return None
    hours, clinical = (found.answers.number(one) for one in ("hours-now", "clinical-now"))
    return Answered(found.date, hours, clinical)
