"""Every command of the program with its help, as data: the reference and the man page are made of it.

It is read from the parameters, never from a help screen, so that no terminal's width is in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import typer
from typer.core import TyperArgument, TyperGroup

from medpivot.cli import program

_KEEP_LINES = "\b\n"
_EXAMPLES = "Examples:\n"


@dataclass(frozen=True)
class Part:
    """An argument or an option: how it is typed, and what it is for; `--help`, which all have, is left out."""

    typed: str
    meaning: str


@dataclass(frozen=True)
class Command:
    """One command as a person meets it; `path` is what is typed, such as `medpivot plan done`.

    `table` are the lines of the help that are laid out by hand, and no examples.
    """

    path: str
    purpose: str
    paragraphs: tuple[str, ...]
    table: tuple[str, ...]
    examples: tuple[str, ...]
    usage: str
    arguments: tuple[Part, ...]
    options: tuple[Part, ...]
    inner: tuple["Command", ...]


def tree() -> Command:
    """The program and, within it, all of its commands in the order of the help."""
    return _command(program, typer.Context(program, info_name="medpivot"))


def every(command: Command) -> Iterator[Command]:
    """The command and all that are within it, each before its own."""
    yield command
    for one in command.inner:
        yield from every(one)


def _command(command, context) -> Command:
    paragraphs = (command.help or "").split("\n\n")
    kept = [one.removeprefix(_KEEP_LINES) for one in paragraphs if one.startswith(_KEEP_LINES)]
    flowing = [" ".join(one.split()) for one in paragraphs if not one.startswith(_KEEP_LINES)]
    examples = [one for one in kept if one.startswith(_EXAMPLES)]
    tables = [one for one in kept if not one.startswith(_EXAMPLES)]
    params = command.get_params(context)
    arguments = [one for one in params if isinstance(one, TyperArgument)]
    options = [one for one in params if not isinstance(one, TyperArgument)]
    return Command(
        path=context.command_path,
        purpose=flowing[0],
        paragraphs=tuple(flowing[1:]),
        table=tuple("\n\n".join(one.rstrip() for one in tables).splitlines()),
        examples=tuple(
            line.strip() for one in examples for line in one.removeprefix(_EXAMPLES).splitlines()
        ),
        usage=_usage(command, context, arguments),
        arguments=tuple(_arguments(arguments, context)),
        options=tuple(_options(options, context)),
        inner=tuple(_inner(command, context)),
    )


def _inner(command, context) -> Iterator[Command]:
    if isinstance(command, TyperGroup):
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            yield _command(found, typer.Context(found, info_name=name, parent=context))


def _usage(command, context, arguments) -> str:
    words = [context.command_path, "[OPTIONS]"]
    for one in arguments:
        name = _name(one) if one.required else f"[{_name(one)}]"
        words.append(name + ("..." if one.nargs == -1 else ""))
    if isinstance(command, TyperGroup):
        words.append("[COMMAND]" if command.invoke_without_command else "COMMAND")
    return " ".join(words)


def _name(argument) -> str:
    return (argument.metavar or argument.name.upper()).strip("[]. ")


def _arguments(arguments, context) -> Iterator[Part]:
    for one in arguments:
        _, meaning = one.get_help_record(context)
        # the usage line says which are required
        yield Part(_name(one), " ".join(meaning.removesuffix("[required]").split()))


def _options(options, context) -> Iterator[Part]:
    for one in options:
        record = one.get_help_record(context)
        if record and "--help" not in one.opts:
            yield Part(record[0], " ".join(record[1].split()))
