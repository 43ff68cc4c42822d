"""What the parser refuses, in one sentence and with the line that was probably meant."""

import re
import shlex
from typing import Any, Final

from medpivot.domain.closest import closest
from medpivot.errors import UsageProblem
from medpivot.right_line import flag_last, globals_first

_QUOTED: Final = re.compile("'([^']*)'")


def usage_problem(error: Any, args: list[str], named: str) -> UsageProblem:  # noqa: ANN401  (Typer's)
    """The refusal for `cli`; `named` is the command as far as the line itself tells."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else named
    message = " ".join(error.format_message().split()).rstrip(".")
    message = (message[:1].lower() + message[1:]).replace(". Choose from: ", ": one of ")
    hint = globals_first(args) or f"{path} --help"
    flag = getattr(error, "option_name", None)
    if flag == "--json" and path == "medpivot":
        return UsageProblem("--json stands after the command", flag_last(args, flag) or hint)
    if flag is not None:
        return _unknown_flag(flag, getattr(error, "possibilities", None) or (), message, hint)
    missing = _missing_option(error)
    if missing and path != "medpivot":
        return UsageProblem(message, f"{shlex.join(['medpivot', *args])} {missing}")
    choices = getattr(getattr(getattr(error, "param", None), "type", None), "choices", ())
    typed = _QUOTED.search(message.partition(": ")[2])
    near = closest(typed[1], map(str, choices), 1) if typed else ()
    if typed and near:
        return UsageProblem(f"{message}; did you mean {near[0]}?", hint, meant=(typed[1], near[0]))
    return UsageProblem(message, hint)


def _missing_option(error: Any) -> str:  # noqa: ANN401  (Typer's)
    """The option that was left out, with what stands for its value: `--why TEXT`."""
    param = getattr(error, "param", None)
    if type(error).__name__ != "MissingParameter" or param is None:
        return ""
    long = next((one for one in param.opts if one.startswith("--")), "")
    return f"{long} {param.metavar or 'VALUE'}" if long else ""


def _unknown_flag(flag: str, known: Any, message: str, hint: str) -> UsageProblem:  # noqa: ANN401
    """The parser's own guesses reach far; only what is really near is offered."""
    near = [f"--{one}" for one in closest(flag.lstrip("-"), (one.lstrip("-") for one in known))]
    meant = f"; did you mean {' or '.join(near)}?" if near else ""
    return UsageProblem(
        message.partition(" (Possible")[0] + meant,
        hint,
        meant=(flag, near[0]) if len(near) == 1 else None,
    )
