"""The command line: global options, the table of commands, and where errors become words."""

import errno
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from importlib import import_module
from typing import Annotated, Any, Literal

import typer

from medpivot import __version__
from medpivot.completion import must_be_harmless
from medpivot.errors import MedpivotError, UsageProblem
from medpivot.grouping import Commands
from medpivot.loaded_later import command_of
from medpivot.plain_flag import set_plain
from medpivot.right_line import with_word
from medpivot.session import Session
from medpivot.show.out import clean, note
from medpivot.show.streams import fails, forget, open_closed
from medpivot.store.home import find_home
from medpivot.usage import usage_problem

COMMANDS: dict[str, tuple[str, str]] = {
    "assess": ("medpivot.commands.assess", "Answer the questions and see which roles fit."),
    "roles": ("medpivot.commands.roles", "What the roles in medical education really are."),
    "plan": ("medpivot.commands.plan", "A dated plan that fits the hours you have."),
    "log": ("medpivot.commands.log", "Keep what you teach: the spine of your portfolio."),
    "time": ("medpivot.commands.time", "Your week, and the education hours you were promised."),
    "people": ("medpivot.commands.people", "Be seen by those who decide on education jobs."),
    "training": ("medpivot.commands.training", "Formal training or not: the decision, drawn."),
    "money": ("medpivot.commands.money", "The numbers: stay, move, or train first."),
    "jobs": ("medpivot.commands.jobs", "Search, ask, and check an offer before you sign."),
    "report": ("medpivot.commands.report", "One page for yourself, a mentor or a partner."),
    "calendar": ("medpivot.commands.calendar", "The days of your plan for your calendar."),
    "profile": ("medpivot.commands.profile", "What your CV says of you beyond the log."),
    "cv": ("medpivot.commands.cv", "Your CV for education work, and a check of any letter."),
    "portfolio": ("medpivot.commands.portfolio", "The educator portfolio of the five domains."),
    "status": ("medpivot.commands.status", "What comes next, at a glance."),
    "support": (
        "medpivot.commands.support",
        "Someone to talk to, now. medpivot keeps no record of it.",
    ),
    "demo": ("medpivot.commands.demo", "See it all on a sample person, in a throw-away folder."),
    "undo": ("medpivot.commands.undo", "Take back the last change, or bring it back."),
    "data": ("medpivot.commands.data", "Your files: where, whether whole, backups, erasing."),
}
"""Every command: the module that is loaded when it is called, and its line in the help."""


class Program(Commands):
    """The program: loads only the command that is called, and turns every error into words."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002  (Typer's signature)
        """The commands in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002
        """The command of that name, its module loaded now; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        group: typer.Typer = import_module(COMMANDS[cmd_name][0]).app
        group.info.cls = Commands
        command = command_of(group)
        command.name = cmd_name
        return command

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002
        """The table as help, without loading any command."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,  # noqa: ARG002  (always medpivot)
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        """Run, and leave with the exit code: 0, 1 to be mended, 2 usage, 130 interrupted."""
        given = list(sys.argv[1:] if args is None else args)
        open_closed()
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="backslashreplace")
        code = self._run(given, complete_var, windows_expand_args, extra)
        if not standalone_mode:
            return code
        sys.exit(code)

    def _run(
        self,
        args: list[str],
        complete_var: str | None,
        windows_expand_args: bool,
        extra: dict[str, Any],
    ) -> int:
        try:
            _must_be_text(args)
            must_be_harmless(args)
            with _refusals_in_words():
                code = super().main(
                    args, "medpivot", complete_var, False, windows_expand_args, **extra
                )
                sys.stdout.flush()
            return code if isinstance(code, int) else 0
        except MedpivotError as error:
            return _say(error, args)
        except typer.Abort:
            return _say_interrupted()
        except typer.TyperException as error:
            return _say(usage_problem(error, args, _path(args)), args)
        except (BrokenPipeError, SystemExit) as end:
            return _left_early(end)
        except Exception as error:
            if os.environ.get("MEDPIVOT_TRACEBACK"):
                raise
            return _say_fault(error)


@contextmanager
def _refusals_in_words() -> Iterator[None]:
    """What the system refuses and no command foresaw: a full output, a name no file can have."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        # a write too large to be held back fails at once, and leaves nothing to flush
        if fails(sys.stdout) or (error.filename is None and error.errno in _NO_ROOM):
            forget(sys.stdout)
            raise MedpivotError(f"cannot write the output: {reason}", "send it elsewhere") from None
        if error.filename is None:
            raise
        name = str(error.filename)[:_LONGEST_NAME]
        raise MedpivotError(f"cannot use {name}: {reason}", "name another file") from None


def _must_be_text(args: list[str]) -> None:
    for number, arg in enumerate(args, start=1):
        try:
            arg.encode()
        except UnicodeEncodeError:
            raise UsageProblem(
                f"argument {number} is not text in UTF-8", "type it again in a UTF-8 terminal"
            ) from None


def _path(args: list[str]) -> str:
    """The command that was being called, as far as a parser that knows no context tells."""
    named = next((arg for arg in args if not arg.startswith("-")), "")
    return f"medpivot {named}" if named in COMMANDS else "medpivot"


def _say(error: MedpivotError, args: list[str]) -> int:
    if error.message:
        label = "" if error.exit_code == 130 else "error: "  # noqa: PLR2004
        note(label + error.message)
    for line in error.details:
        note("  " + clean(line))
    hint = (with_word(args, *error.meant) if error.meant else "") or error.hint
    if hint:
        note(f"try: {hint}")
    return error.exit_code


def _left_early(end: BrokenPipeError | SystemExit) -> int:
    """0 where whoever read us has seen enough; Typer and Rich make an exit with 1 of it."""
    if not isinstance(end.__context__ if isinstance(end, SystemExit) else end, BrokenPipeError):
        raise end
    forget(sys.stdout)
    return 0


def _say_interrupted() -> int:
    note("Stopped.")
    return 130


def _say_fault(error: Exception) -> int:
    """A fault of the program: where it happened, and not a word of what the person typed."""
    import traceback

    note(f"error: a fault in medpivot {__version__} ({type(error).__name__})")
    for frame in traceback.extract_tb(error.__traceback__)[-4:]:
        note(f"  {os.path.basename(frame.filename)}:{frame.lineno} {frame.name}")  # noqa: PTH119
    note(
        "try: report these lines, which hold none of your text; medpivot undo if a file looks wrong"
    )
    return 1


def _version(value: bool) -> None:
    if value:
        sys.stdout.write(f"medpivot {__version__}\n")
        raise typer.Exit


_LONGEST_NAME = 200
"""Characters of a file's name in a message."""

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}
"""Errors of a write without a name; files that are written by name say theirs."""

_FIRST_DAY, _LAST_DAY = date(1950, 1, 1), date(2190, 1, 1)
"""Plans look ten years ahead, and dates end with the year 9999."""


def _today(given: str | None) -> tuple[date, bool]:
    if given is None:
        return date.today(), False  # noqa: DTZ011  (the person's own calendar day)
    try:
        day = date.fromisoformat(given)
    except ValueError:
        raise UsageProblem(
            f"--today {given!r} is not a date", "a date such as 2026-11-22"
        ) from None
    if not _FIRST_DAY <= day <= _LAST_DAY:
        raise UsageProblem(
            f"--today {day} is outside {_FIRST_DAY} to {_LAST_DAY}", "a date such as 2026-11-22"
        )
    return day, True


app = typer.Typer(
    cls=Program,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def medpivot(
    ctx: typer.Context,
    home: Annotated[
        str | None, typer.Option(metavar="DIR", help="Keep the files here (or MEDPIVOT_HOME).")
    ] = None,
    today: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            envvar="MEDPIVOT_TODAY",
            show_envvar=False,
            help="Reason as if it were this day (or MEDPIVOT_TODAY).",
        ),
    ] = None,
    color: Annotated[
        Literal["auto", "always", "never"], typer.Option(help="When to use color.")
    ] = "auto",
    no_input: Annotated[bool, typer.Option("--no-input", help="Never ask anything.")] = False,
    plain: Annotated[
        bool,
        typer.Option("--plain", help="Plain lines, to be read aloud (or MEDPIVOT_PLAIN=1)."),
    ] = False,
    version: Annotated[  # noqa: ARG001  (answered by its callback)
        bool,
        typer.Option("--version", "-V", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """From clinical burnout to a tested, dated step into medical education, or to the
    plain answer that it is not for you. Everything stays on this computer.

    \b
    Examples:
      medpivot demo              see it on a sample person
      medpivot assess            eight minutes of questions
      medpivot plan              a dated plan from your answers
      medpivot log add "Noon conference on sepsis" --kind conference
    """  # noqa: D205, D301
    if color == "never":
        os.environ["NO_COLOR"] = "1"
    elif color == "always":
        os.environ.pop("NO_COLOR", None)
        os.environ["FORCE_COLOR"] = "1"
    set_plain(plain)
    day, day_given = _today(today)
    if day_given:
        note(f"Today is taken as {day}.")
    ctx.obj = Session(find_home(home), day, day_given, no_input)
    if ctx.invoked_subcommand is None:
        import_module(COMMANDS["status"][0]).dashboard(ctx.obj)


program = typer.main.get_command(app)
