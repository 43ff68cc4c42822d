"""`--plain`, which every command has: what it writes is plain lines, to be read aloud."""

import os
from typing import Any

from typer.core import TyperOption

from medpivot.session import ALOUD


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
        help="Plain lines, to be read aloud.",
    )


def set_plain(value: bool) -> None:
    """Have everything written as plain lines from here on."""
    if value:
        os.environ[ALOUD] = "1"
