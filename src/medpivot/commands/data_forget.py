"""`data forget` and `data wipe`: erasing for good, the history included."""

import shlex
from typing import Annotated

import typer

from medpivot.commands import completing
from medpivot.errors import UsageProblem
from medpivot.session import Session
from medpivot.show.erasing import (
    BEYOND_REACH,
    erased_json,
    erased_lines,
    wipe_json,
    wipe_lines,
)
from medpivot.show.out import json_document, note, notes, one_line, plain

# What stands behind these reads every version of every file, and is loaded when it is called.

WORD = "wipe"
"""What is typed to confirm that everything goes."""

Yes = Annotated[bool, typer.Option("--yes", help="Do it without asking.")]
Json = Annotated[bool, typer.Option("--json", help="One JSON document; needs --yes.")]


def forget(
    ctx: typer.Context,
    id: Annotated[  # noqa: A002  (what it is called on the command line)
        str,
        typer.Argument(
            metavar="ID",
            help="An entry, person or job by its id, an assessment by its day, a file by its name.",
            autocompletion=completing.forgettable,
        ),
    ],
    yes: Yes = False,
    json: Json = False,
) -> None:
    """Erase one thing for good, in every version there is.

    Undo does not bring it back. ID is what the lists show: an entry of the log (also one you
    removed), a person, a job, the day of an assessment, a milestone (what you typed about it), the
    name of a file, or `history` for all that undo knows. Where it can mean two things, you are
    asked to write people/ID or the like.

    \b
    Examples:
      medpivot data forget k3fa
      medpivot data forget 2026-11-22
      medpivot data forget people/maria-santos
      medpivot data forget history
    """
    from medpivot.commands.own_files import KINDS
    from medpivot.store.forgettable import find
    from medpivot.store.forgetting import forget as erase

    session: Session = ctx.obj
    thing = find(session.home, KINDS, id)
    line = shlex.join(["medpivot", "data", "forget", thing.key, "--yes"])
    if not yes:
        _must_be_able_to_ask(session, line, json=json)
        note(f"Erased for good would be {one_line(thing.what)}. Undo does not bring it back.")
        notes(BEYOND_REACH)
        from medpivot.asking import confirm

        if not confirm("Erase it?"):
            note("Nothing was changed.")
            return
    erased = erase(session.home, KINDS, thing.key)
    notes(erased.notes)
    if json:
        json_document(erased_json(thing, erased))
    else:
        plain(erased_lines(thing, erased))
    if yes:
        notes(BEYOND_REACH)


def wipe(ctx: typer.Context, yes: Yes = False, json: Json = False) -> None:
    """Erase everything that medpivot keeps here for good.

    The history goes too; files of your own stay. It names what goes and asks for a word first. A
    backup made before is the only way back.

    \b
    Examples:
      medpivot data backup --encrypt
      medpivot data wipe
    """
    from medpivot.commands.own_files import KINDS
    from medpivot.store import wiping

    session: Session = ctx.obj
    found = wiping.look(session.home, KINDS)
    if found.ours and not yes:
        _must_be_able_to_ask(session, "medpivot data wipe --yes", json=json)
        notes(wipe_lines(str(session.home), found, done=False))
        notes(BEYOND_REACH)
        note("The only way back is a backup made before: medpivot data backup (Ctrl-C first).")
        _ask_for_the_word()
    if found.ours:
        found = wiping.wipe(session.home, KINDS)
    if json:
        json_document(wipe_json(str(session.home), found))
    elif found.ours:
        plain(wipe_lines(str(session.home), found, done=True))
    if not found.ours:
        note("There is nothing to erase.")
    elif yes:
        notes(BEYOND_REACH)


def _must_be_able_to_ask(session: Session, line: str, *, json: bool) -> None:
    if json or not session.interactive:
        raise UsageProblem("this cannot be undone, and nobody can be asked here", line)


def _ask_for_the_word() -> None:
    from medpivot.asking import ask_text

    def wrong(typed: str) -> str:
        return "" if typed.strip().lower() == WORD else f"That is not {WORD}. Ctrl-C keeps it all."

    while not ask_text(f"Type {WORD} to erase all of this", check=wrong).strip():
        note("Ctrl-C keeps it all.")
