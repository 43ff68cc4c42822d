"""A group of commands: whole help lines, the nearest to one mistyped, no strays, `--plain`."""

import os
import shlex
from shutil import get_terminal_size
from typing import Any

from typer.core import TyperGroup, TyperOption

from medpivot.domain.closest import closest
from medpivot.errors import UsageProblem
from medpivot.session import ALOUD

PLAIN = "Plain lines, to be read aloud."
"""The help of `--plain`, except at the lists, where it is a line each for scripts."""

_NARROW = 52
"""Columns below which Typer would let its help stick out."""

_LEAST = 20
_SHORT = len("portfolio")


_Context: Any = TyperGroup.context_class


class Help(_Context.formatter_class):  # type: ignore[misc]
    """Typer's help, set for narrow terminals too."""

    def __init__(self, *args: Any, **more: Any) -> None:  # noqa: ANN401
        """Take what Typer gives, and the width of this terminal."""
        super().__init__(*args, **more)
        columns = get_terminal_size().columns
        self.is_narrow = columns < _NARROW
        if self.is_narrow:
            self.width = max(_LEAST, columns - 2)

    def write_dl(self, rows: Any, col_max: int = 30, col_spacing: int = 2) -> None:  # noqa: ANN401
        """Names and what they mean; where there is no room beside a name, below it."""
        super().write_dl(rows, _SHORT if self.is_narrow else col_max, col_spacing)


_Context.formatter_class = Help


def with_plain(command: Any) -> Any:  # noqa: ANN401  (Typer's own class is private)
    """The command, and those within it, with `--plain` wherever none has it for scripts."""
    inner = getattr(command, "commands", {})
    for one in inner.values():
        with_plain(one)
    has_it = any("--plain" in each.opts for each in command.params)
    if not has_it and (not inner or command.invoke_without_command):
        command.params.append(_plain_option())
    return command


def _plain_option() -> TyperOption:
    return TyperOption(
        param_decls=["--plain"],
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=lambda _context, _option, value: set_plain(value),
        help=PLAIN,
    )


def set_plain(value: bool) -> None:
    """Have everything written as plain lines from here on."""
    if value:
        os.environ[ALOUD] = "1"


class Commands(TyperGroup):
    """A group whose help cuts no line short, and which knows what a mistyped command meant."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """Every command with its whole first sentence."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, one.get_short_help_str(1000)) for name, one in commands if one]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401
        """The command that was asked for.

        Raises:
            UsageProblem: there is none of that name; with the nearest one, and the rest of what
                was typed, as a hint.
        """
        if ctx.resilient_parsing:
            # the shell is completing a line, and wants no word about what is wrong in it
            return super().resolve_command(ctx, args)
        known = self.list_commands(ctx)
        if args and not args[0].startswith("-") and args[0] not in known:
            near = closest(args[0], known, most=1)
            typed = shlex.join(args[1:])
            hint = f"{ctx.command_path} {near[0]} {typed}".strip() if near else ""
            raise UsageProblem(
                f"there is no command {args[0]!r}", hint or f"{ctx.command_path} --help"
            )
        return super().resolve_command(ctx, args)


def called_alone(ctx: Any) -> bool:  # noqa: ANN401  (Typer's context)
    """Was the group called without one of its commands?

    Raises:
        UsageProblem: a command was called, and options of the group stand before its name.
    """
    name = ctx.invoked_subcommand
    if name is None:
        return True
    sources = [ctx.get_parameter_source(one) for one in ctx.params]
    if any(one is not None and one.name == "COMMANDLINE" for one in sources):
        hint = f"{ctx.command_path} {name} --help"
        raise UsageProblem(f"options of `{name}` stand after it", hint)
    return False
