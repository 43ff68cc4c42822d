"""The command reference, `docs/reference.md`, from the commands of the program."""

import re
from collections.abc import Iterator

from making.command_tree import Command, Part, every, tree

_HEAD = """\
# Every command

Made from the program by `make docs`; a test fails when it no longer agrees. The same words stand in
`COMMAND --help`, which every command and subcommand has (`-h` for short), and in `man medpivot`.

Square brackets mean that something may be left out; `...` means that it may be repeated. The options
of `medpivot` itself stand before the command. Dates are typed as `2027-03-01`, `today`, `yesterday`,
`last friday`, `in 3 weeks` and the like; the date understood is always said.
"""

_INNER = 3
"""Words of a command within a command, such as `medpivot plan done`."""


def reference() -> str:
    """The page, whole."""
    return "\n".join(_page(tree())) + "\n"


def _page(program: Command) -> Iterator[str]:
    yield _HEAD
    yield from _contents(program)
    for command in every(program):
        yield from _section(command)


def _contents(program: Command) -> Iterator[str]:
    for command in program.inner:
        within = ", ".join(_link(one, one.path.split()[-1]) for one in command.inner)
        name = _link(command, command.path.split()[-1])
        yield f"- **{name}**" + (f": {within}" if within else "")


def _link(command: Command, text: str) -> str:
    return f"[{text}](#{command.path.replace(' ', '-')})"


def _section(command: Command) -> Iterator[str]:
    mark = "##" if len(command.path.split()) < _INNER else "###"
    yield f"\n{mark} {command.path}\n"
    yield _prose(command.purpose)
    for paragraph in command.paragraphs:
        yield f"\n{_prose(paragraph)}"
    if command.table:
        yield "\n```text"
        yield from command.table
        yield "```"
    yield f"\n```text\n{command.usage}\n```"
    named = [one for one in command.arguments if one.meaning]
    if named or command.options:
        yield ""
        yield from (_item(one) for one in (*named, *command.options))
    if command.examples:
        yield "\nExamples:\n\n```text"
        yield from command.examples
        yield "```"


def _item(part: Part) -> str:
    return f"- `{part.typed}`: {_prose(part.meaning)}"


def _prose(text: str) -> str:
    """Text in which Markdown sees nothing of its own; a `command` in it stays one."""
    return re.sub(r"(?<!`)([<*_])", r"\\\1", text)
