"""Lines of the program as somebody would paste them: do they parse, and name a command there is?"""

import ast
import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import typer
from typer.core import TyperCommand, TyperGroup

from medpivot.cli import program
from medpivot.errors import MedpivotError


def problem_of(line: str) -> str:
    """Why that line would be refused before anything is done; empty where it would not be."""
    try:
        _, *args = shlex.split(line)
    except ValueError as error:
        return str(error)
    asks_for_help = args[-1:] == ["--help"]
    args = args[:-1] if asks_for_help else args
    before = dict(os.environ)
    try:
        _parse(args, only_its_name=asks_for_help)
    except (typer.TyperException, MedpivotError) as error:
        return str(error)
    finally:
        # --plain is remembered there
        os.environ.clear()
        os.environ.update(before)
    return ""


def _parse(args: list[str], *, only_its_name: bool) -> None:
    command, context = program, program.make_context("medpivot", args)
    while isinstance(command, TyperGroup):
        rest = [*context._protected_args, *context.args]
        if not rest:
            break
        name, command, rest = command.resolve_command(context, rest)
        if only_its_name and not isinstance(command, TyperGroup):
            break
        context = command.make_context(name, rest, parent=context)


def hints(source: Path) -> Iterator[tuple[str, str]]:
    """Every `try:` line written in the source that is a command, and where it stands.

    Where something is filled in, the line ends before the word that it is filled into, with
    `--help` in its place.
    """
    for path in sorted(source.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node) in RAISED:
                given = [*node.args, *(one.value for one in node.keywords)]
                for text in map(_text, given):
                    if text.startswith("medpivot "):
                        yield f"{path.name}:{node.lineno}", text


RAISED = {"MedpivotError", "UsageProblem", "BrokenFile", "Interrupted", "refused", "not_there"}
RAISED |= {"Sought", "hint"}


def _name(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if not isinstance(node, ast.JoinedStr):
        return ""
    begun = ""
    for one in node.values:
        if not isinstance(one, ast.Constant):
            return f"{begun.rpartition(' ')[0].partition(' -')[0]} --help"
        begun += str(one.value)
    return begun


def examples(command: TyperCommand | TyperGroup) -> Iterator[str]:
    """The examples in the help of a command, without what a shell does around them."""
    for line in (command.help or "").partition("Examples:")[2].splitlines():
        typed = line.strip().partition(" | ")[0].partition(" > ")[0]
        if inside := re.fullmatch(r'cd "\$\((.*)\)"', typed):
            typed = inside[1]
        if typed:
            yield re.sub(r" {2,}.*", "", typed)
