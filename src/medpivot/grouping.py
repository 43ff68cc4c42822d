"""A group of commands: whole help lines, the nearest to one mistyped, no strays before a name."""

import shlex
from typing import Any

from typer.core import TyperGroup

from medpivot.domain.closest import closest
from medpivot.errors import UsageProblem
from medpivot.narrow_help import set_for_narrow_terminals

set_for_narrow_terminals()


class Commands(TyperGroup):
    """A group whose help cuts no line short, and which knows what a mistyped command meant."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002  (Typer's signature)
        """The names of its commands, none of which is made for that."""
        return list(self.commands)

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
                f"there is no command {args[0]!r}", hint or self._elsewhere(ctx, args[0])
            )
        return super().resolve_command(ctx, args)

    def _elsewhere(self, ctx: Any, word: str) -> str:  # noqa: ANN401
        """Where nothing is near: the group that lists by itself, a command of the program, help."""
        root = ctx.find_root()
        if root is not ctx and word == "list" and self.invoke_without_command:
            return str(ctx.command_path)
        if root is not ctx and word == "edit":
            # what cannot be edited by a command is a file for any editor
            return "medpivot data where"
        if root is not ctx and word in root.command.list_commands(root):
            return f"medpivot {word}"
        return f"{ctx.command_path} --help"


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
