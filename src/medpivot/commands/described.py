"""Flags that several commands share, given to each of them as one typed thing."""

from collections.abc import Callable, Mapping
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Any, TypeVar

import typer

Typed = TypeVar("Typed")

TYPED = "typed"
"""The argument of a command that holds what was gathered."""


def described_by(
    flags: Mapping[str, Any], gathered: Callable[[typer.Context, Mapping[str, Any]], Typed]
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command these flags, gathered in its argument `typed`; none of them is needed.

    `flags` are annotations of Typer by name, shown in help between the command's own arguments and
    its own flags. `gathered` makes one thing of what was given for each; what was left out is
    None.
    """

    def decorated(command: Callable[..., None]) -> Callable[..., None]:
        own = [one for one in signature(command).parameters.values() if one.name != TYPED]
        first = [one for one in own if one.default is Parameter.empty]
        last = [one for one in own if one.default is not Parameter.empty]
        added = [
            Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=annotation)
            for name, annotation in flags.items()
        ]
        parameters = [one.replace(kind=Parameter.KEYWORD_ONLY) for one in (*first, *added, *last)]

        @wraps(command)
        def run(**values: Any) -> None:  # noqa: ANN401  (whatever the command takes)
            given = {name: values.pop(name) for name in flags}
            command(**values, typed=gathered(values["ctx"], given))

        run.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
        run.__annotations__ = {one.name: one.annotation for one in parameters}
        return run

    return decorated


def as_fields(given: Mapping[str, Any]) -> dict[str, Any]:
    """What was given, for a class that keeps lists as tuples; a flag left out keeps its default."""
    return {
        name: tuple(one) if isinstance(one, list) else one
        for name, one in given.items()
        if one is not None
    }
