"""Every command of the program and all that can be typed after it, from the program's own tables."""

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

WAITS: frozenset[tuple[str, ...]] = frozenset()
"""Commands that cannot be run without a terminal; there are none, each has to say so instead."""


@dataclass(frozen=True)
class Input:
    """An argument or option: `flag` is empty for an argument."""

    name: str
    flag: str
    kind: str
    required: bool
    choices: tuple[str, ...] = ()

    @property
    def is_text(self) -> bool:
        """Can a person type whatever they like?"""
        return self.kind in ("text", "str", "path", "file", "directory", "filename")

    def given(self, value: str) -> list[str]:
        """The words on the command line."""
        return [self.flag, value] if self.flag else [value]


@dataclass(frozen=True)
class Command:
    """One command, as it is typed."""

    path: tuple[str, ...]
    inputs: tuple[Input, ...]

    def __str__(self) -> str:
        return " ".join(self.path)

    def line(self, values: Mapping[str, str], **instead: str) -> list[str]:
        """The command with all that it must have; `instead` gives or adds inputs by name."""
        words: list[str] = []
        arguments: list[str] = []
        for one in self.inputs:
            if one.name in instead:
                value = instead[one.name]
            elif one.required:
                value = fitting(self, one, values)
            else:
                continue
            if one.flag:
                words += [f"{one.flag}={value}"]
            else:
                arguments.append(value)
        return [*self.path, *words, *(["--", *arguments] if arguments else [])]

    def flagged(self, *flags: str) -> list[str]:
        """Those of the flags that it has."""
        return [one.flag for one in self.inputs if one.flag in flags]


def fitting(command: Command, one: Input, values: Mapping[str, str]) -> str:
    """A value that an input takes: a choice, or what `values` has for the group and the name."""
    if one.choices:
        return one.choices[0]
    for name in (f"{command} {one.name}", f"{command.path[0]} {one.name}", one.name):
        if name in values:
            return values[name]
    return "3" if one.kind in ("integer", "float", "int", "integer range") else "some words"


@functools.cache
def commands() -> tuple[Command, ...]:
    """All commands, in the order of the help; groups too where they do something alone."""
    from medpivot.cli import COMMANDS, program

    found: list[Command] = [Command((), ())]
    for name in COMMANDS:
        found += _walk(program.get_command(None, name), (name,))
    return tuple(found)


def _walk(command: Any, path: tuple[str, ...]) -> Iterator[Command]:
    inputs = tuple(_input(one) for one in command.params if not _is_flag(one, "--help"))
    yield Command(path, inputs)
    for name, inner in getattr(command, "commands", {}).items():
        yield from _walk(inner, (*path, name))


def _is_flag(parameter: Any, flag: str) -> bool:
    return flag in getattr(parameter, "opts", ())


def _input(parameter: Any) -> Input:
    is_option = parameter.param_type_name == "option"
    return Input(
        parameter.name,
        max(parameter.opts, key=len) if is_option else "",
        "flag" if getattr(parameter, "is_flag", False) else _kind(parameter.type),
        parameter.required,
        tuple(str(one) for one in getattr(parameter.type, "choices", ())),
    )


def _kind(kind: Any) -> str:
    return re.sub(r"[^a-z ]", "", str(kind.name).lower())
