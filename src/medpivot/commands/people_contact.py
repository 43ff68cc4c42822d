"""What happens with somebody on the list: contacted, met, a mentor now, a line to keep."""

from collections.abc import Callable
from datetime import date
from typing import Annotated

import typer

from medpivot.commands import people_flags as flags
from medpivot.commands.days import day_meant
from medpivot.commands.people_saving import change
from medpivot.commands.shared_flags import Json, Note, On
from medpivot.domain import people as domain
from medpivot.domain.day_words import short_date
from medpivot.domain.finding import shown
from medpivot.domain.people import Person
from medpivot.domain.typed_people import note_meant, past
from medpivot.session import Session


def contacted(
    ctx: typer.Context,
    id: flags.Id,  # noqa: A002
    on: On = None,
    note: Note = None,
    json: Json = False,
) -> None:
    """You wrote or called, or heard from them.

    \b
    Examples:
      medpivot people contacted maria-santos
      medpivot people contacted maria-santos --on "3 days ago"
    """
    _touched(ctx.obj, id, on, note, domain.contacted, "contacted", json=json)


def met(
    ctx: typer.Context,
    id: flags.Id,  # noqa: A002
    on: On = None,
    note: Note = None,
    json: Json = False,
) -> None:
    """The two of you talked.

    \b
    Examples:
      medpivot people met maria-santos --note "Asked me to join the OSCE team"
      medpivot people met maria-santos --on 2026-11-17
    """
    _touched(ctx.obj, id, on, note, domain.met, "met", json=json)


def mentor(
    ctx: typer.Context,
    id: flags.Id,  # noqa: A002
    advocate: flags.Advocate = None,
    json: Json = False,
) -> None:
    """They agreed to be your mentor. Two who would speak for you are what the plan asks for.

    \b
    Examples:
      medpivot people mentor maria-santos
      medpivot people mentor maria-santos --advocate
    """
    session: Session = ctx.obj
    change(
        session,
        id,
        "people mentor",
        lambda one: domain.mentor(one, advocate=advocate),
        lambda one: f"Your mentor: {shown(one.name)}.",
        json=json,
    )


def note(
    ctx: typer.Context,
    id: flags.Id,  # noqa: A002
    text: Annotated[str, typer.Argument(metavar="TEXT", help="For yourself; no letter holds it.")],
    on: On = None,
    json: Json = False,
) -> None:
    """Keep a line about somebody, under its day.

    \b
    Examples:
      medpivot people note maria-santos "Knows the dean; back from leave in March"
    """
    session: Session = ctx.obj
    day = _day(session, on) or session.today
    kept = note_meant(text)
    change(
        session,
        id,
        "people note",
        lambda one: domain.noted(one, day, kept),
        lambda one: f"Noted for {shown(one.name)}.",
        json=json,
    )


def _touched(
    session: Session,
    typed: str,
    on: str | None,
    text: str | None,
    touch: Callable[[Person, date], Person],
    word: str,
    *,
    json: bool,
) -> None:
    day = past(_day(session, on) or session.today, session.today)
    kept = None if text is None else note_meant(text)

    def touched(one: Person) -> Person:
        changed_one = touch(one, day)
        return changed_one if kept is None else domain.noted(changed_one, day, kept)

    change(
        session,
        typed,
        f"people {word}",
        touched,
        lambda one: f"{shown(one.name)}: {word} on {short_date(day)}.",
        json=json,
    )


def _day(session: Session, typed: str | None) -> date | None:
    return None if typed is None else day_meant(typed, session.today, "past", "--on")
