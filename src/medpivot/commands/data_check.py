"""`data check`: is everything whole, and what can be repaired for certain?"""

from typing import TYPE_CHECKING, Annotated

import typer

from medpivot.errors import MedpivotError
from medpivot.session import Session
from medpivot.show.log_words import counted
from medpivot.show.out import console, json_document, note, notes

if TYPE_CHECKING:
    from medpivot.store.checking import Report

# The readers of every file are loaded when a check is made: most load pydantic.


def check(
    ctx: typer.Context,
    repair: Annotated[
        bool,
        typer.Option("--repair", help="Repair what is certain; nothing is thrown away."),
    ] = False,
    json: Annotated[
        bool, typer.Option("--json", help="One JSON document, also where damage is found.")
    ] = False,
) -> None:
    """Read everything in the folder and name what is damaged. Exit code 1 if anything is.

    --repair sets the torn last line of a log aside, takes out what a git merge left in one, adds
    the entries of the copies that sync programs make, and removes unfinished files. Each repair
    can be undone; whatever is not certain is named and left to you.

    \b
    Examples:
      medpivot data check
      medpivot data check --repair
      medpivot data check --json
    """
    from medpivot.commands.own_files import KINDS
    from medpivot.store import checking, repairing

    session: Session = ctx.obj
    repairs = repairing.repair(session.home, KINDS) if repair else repairing.Repairs()
    found = checking.check(session.home, KINDS)
    notes(repairs.notes)
    if json:
        from medpivot.show.damage_json import report_json

        json_document(report_json(str(session.home), found, repairs.done))
    else:
        for line in repairs.done:
            note(f"Repaired: {line}.")
        if found.damages or found.remarks:
            from medpivot.show.damage import report

            console().print(report(found, repaired=repair))
    if found.damages:
        raise _damaged(found, session)
    if not json:
        note(_sound(found, session))


def _sound(found: "Report", session: Session) -> str:
    if not found.read:
        return f"Nothing is there yet: {session.home}"
    return f"{counted(found.read, 'file', 'files')} read: nothing is damaged."


def _damaged(found: "Report", session: Session) -> MedpivotError:
    places = counted(len(found.damages), "place is", "places are")
    if any(one.repair for one in found.damages):
        return MedpivotError(f"{places} damaged", "medpivot data check --repair")
    hint = "mend what is named, then medpivot data check again; the folder is " + str(session.home)
    return MedpivotError(f"{places} damaged", hint)
