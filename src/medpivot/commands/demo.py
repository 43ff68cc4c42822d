"""`demo`: the main job on a sample person, as real commands in a throw-away folder."""

import shlex
import sys
import tempfile
from pathlib import Path
from shutil import which
from typing import Annotated

import typer

from medpivot import catalogue
from medpivot.asking.in_lines import go_on
from medpivot.commands import completing
from medpivot.errors import MedpivotError, UsageProblem
from medpivot.session import Session
from medpivot.show.out import json_document, tell
from medpivot.store import plans

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def demo(
    ctx: typer.Context,
    sample: Annotated[
        str | None,
        typer.Option(
            metavar="ID", help="Another sample person.", autocompletion=completing.samples
        ),
    ] = None,
    list_samples: Annotated[
        bool, typer.Option("--list", help="Who the sample persons are.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="With --list: one JSON document.")] = False,
) -> None:
    """See it all on a sample person, in a throw-away folder.

    Assessment, roles, plan, a logged activity and a finished milestone, without a question. On a
    terminal it waits for Enter between them, unless --no-input is given. Your own files are not
    touched.

    \b
    Examples:
      medpivot demo
      medpivot demo --list
      medpivot demo --sample neurologist-scholar
    """
    session: Session = ctx.obj
    if json and not list_samples:
        raise UsageProblem("--json belongs to --list", "medpivot demo --list --json")
    if list_samples:
        _list(json=json)
        return
    content = catalogue.load_demo()
    chosen = sample or content.sample
    path = catalogue.sample_path(chosen)
    person = catalogue.load_sample(chosen)
    folder = Path(tempfile.mkdtemp(prefix="medpivot-demo-"))
    _say(f"{person.title}\n{person.situation}\n\nEverything below is kept in {folder}")
    for number, step in enumerate(content.steps):
        if number and session.interactive:
            go_on("Enter shows the next step; Ctrl-C ends the demo.")
        args = [_filled(arg, path, folder) for arg in step.run]
        _say(f"\n{step.say}\n$ {shlex.join(['medpivot', *args])}\n")
        _run(session, folder, args)
    program = _as_it_was_called()
    line = shlex.join([program, "--home", str(folder)])
    _say(
        f"\nThat was the demo. Look around in it with\n  {line} roles why\n"
        f"and remove it with\n  {shlex.join(['rm', '-r', str(folder)])}\n"
        f"Your own start is\n  {program} assess"
    )


def _list(*, json: bool) -> None:
    samples = {one: catalogue.load_sample(one).title for one in catalogue.sample_ids()}
    if json:
        json_document({"samples": [{"id": one, "title": title} for one, title in samples.items()]})
        return
    for one, title in samples.items():
        _say(f"{one}\n  {title}")


def _run(session: Session, folder: Path, args: list[str]) -> None:
    """One command of this program, in the demo's folder, on the same day.

    Raises:
        MedpivotError: the command failed; it has said why.
    """
    from medpivot.cli import program

    given = ["--home", str(folder), "--no-input"]
    if session.today_given:
        given += ["--today", session.today.isoformat()]
    if program.main([*given, *args], standalone_mode=False):
        raise MedpivotError(f"the demo stopped at medpivot {shlex.join(args)}")


def _as_it_was_called() -> str:
    """`medpivot` where the shell finds it, else the path this program was started by."""
    called = sys.argv[0]
    return called if Path(called).name == "medpivot" and which("medpivot") is None else "medpivot"


def _filled(arg: str, sample: Path, folder: Path) -> str:
    if arg == "{sample}":
        return str(sample)
    if arg == "{next}":
        return _next_open(folder)
    return arg


def _next_open(folder: Path) -> str:
    file = plans.latest(folder)
    waiting = [one for one in file.plan.milestones if one.status == "open"] if file else []
    if not waiting:
        raise MedpivotError("the demo's plan has no open milestone")
    return min(waiting, key=lambda one: (one.due, one.id)).id


def _say(text: str) -> None:
    tell(text)
    sys.stdout.flush()
