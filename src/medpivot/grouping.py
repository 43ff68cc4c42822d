"""A group of commands: whole help lines, the nearest to one mistyped, no strays, `--plain`.

A command is made, and its module loaded, when it is called: the others of its group cost nothing.
"""

import os
import shlex
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup, TyperOption
from typer.models import CommandInfo

from medpivot.domain.closest import closest
from medpivot.errors import UsageProblem
from medpivot.narrow_help import set_for_narrow_terminals
from medpivot.session import ALOUD

PLAIN = "Plain lines, to be read aloud."
"""The help of `--plain`, except at the lists, where it is a line each for scripts."""

set_for_narrow_terminals()


def later(app: typer.Typer, module: str, *names: str) -> None:
    """Give `app` commands of another module, which is loaded when one of them is called.

    Each is the function of that name; of that name and an underscore where Python or the module
    has another use for the name.
    """
    for name in names:
        app.registered_commands.append(CommandInfo(name, callback=_Elsewhere(module, name)))


class _Elsewhere:
    """A function of a module that is not loaded yet."""

    def __init__(self, module: str, name: str) -> None:
        self._module = module
        self._name = name

    def __call__(self) -> Callable[..., Any]:
        module = import_module(self._module)
        function: Callable[..., Any] = getattr(module, f"{self._name}_", None) or getattr(
            module, self._name
        )
        return function


def command_of(app: typer.Typer) -> Any:  # noqa: ANN401  (Typer's own class is private)
    """What Typer makes of `app`: a command, or a group whose commands are made when called."""
    if app.registered_callback is None:
        return with_plain(typer.main.get_command(app))
    within, app.registered_commands = app.registered_commands, []
    group: Any = typer.main.get_command(app)
    app.registered_commands = within
    group.commands = _Within(within)
    return with_plain(group)


class _Within(Mapping[str, Any]):
    """The commands of a group by name, in their order."""

    def __init__(self, within: Sequence[CommandInfo]) -> None:
        self._known = {_name(one): one for one in within}
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401
        if name not in self._made:
            known = self._known[name]
            if isinstance(known.callback, _Elsewhere):
                known = CommandInfo(name, callback=known.callback())
            alone = typer.Typer(rich_markup_mode=None, add_completion=False)
            alone.registered_commands.append(known)
            self._made[name] = with_plain(typer.main.get_command(alone))
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def _name(known: CommandInfo) -> str:
    return str(known.name or getattr(known.callback, "__name__", "")).lower().replace("_", "-")


def with_plain(command: Any) -> Any:  # noqa: ANN401
    """The command with `--plain`, unless it has it for scripts or is a group that needs a name."""
    has_it = any("--plain" in each.opts for each in command.params)
    if not has_it and getattr(command, "invoke_without_command", True):
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
