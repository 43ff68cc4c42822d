"""`undo`: take back the last change, bring it back, or see what there is to take back."""

from collections.abc import Sequence
from typing import Annotated

import typer

from medpivot.commands.shared_flags import Json
from medpivot.errors import UsageProblem
from medpivot.session import Session
from medpivot.show.out import columns_there, json_document, note, notes, plain, tell
from medpivot.show.steps import steps_json, steps_lines, steps_plain
from medpivot.store import history

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def undo(
    ctx: typer.Context,
    redo: Annotated[
        bool, typer.Option("--redo", help="Bring back what was taken back last.")
    ] = False,
    steps: Annotated[
        int, typer.Option(metavar="N", min=1, help="How many steps.", show_default=False)
    ] = 1,
    listing: Annotated[
        bool, typer.Option("--list", help="Change nothing; show each step and what it puts back.")
    ] = False,
    force: Annotated[
        bool,
        typer.Option(
            "--force", help="Go on where a file was changed since; keep that version beside it."
        ),
    ] = False,
    as_lines: Annotated[
        bool, typer.Option("--plain", help="With --list: one line a step.")
    ] = False,
    json: Json = False,
) -> None:
    """Take back the last change, or bring it back.

    One step unless --steps says more; the last fifty are kept. A file that was changed by hand
    since is not touched without --force.

    \b
    Examples:
      medpivot undo --list
      medpivot undo
      medpivot undo --redo
      medpivot undo --steps 3
    """
    session: Session = ctx.obj
    if listing:
        if redo or force or steps > 1:
            raise UsageProblem("--list changes nothing", "medpivot undo --list")
        _list(session, as_lines=as_lines, json=json)
        return
    if as_lines:
        raise UsageProblem("--plain belongs to --list", "medpivot undo --list --plain")
    outcome = history.undo(session.home, steps, redo=redo, force=force)
    notes(outcome.notes)
    for what in outcome.what:
        note(f"Brought back: {what}." if redo else f"Taken back: {what}.")
    if len(outcome.what) < steps:
        note("There was nothing more.")
    if not redo:
        note(f"medpivot undo --redo{_steps(outcome.what)} brings it back.")
    if json:
        json_document({"schema": 1, "redone" if redo else "undone": outcome.what})


def _steps(what: Sequence[str]) -> str:
    return f" --steps {len(what)}" if len(what) > 1 else ""


def _list(session: Session, *, as_lines: bool, json: bool) -> None:
    steps = history.steps(session.home)
    if json:
        json_document(steps_json(steps))
    elif as_lines:
        plain(steps_plain(steps))
    elif steps:
        tell("\n".join(steps_lines(steps, columns_there())))
    else:
        note("Nothing has been changed yet, so there is nothing to take back.")
