"""Global options that stand after the command: the line as it should have been typed."""

import shlex

WITH_VALUE = ("--home", "--today", "--color")
FLAGS = ("--no-input", "--version")


def right_line(args: list[str]) -> str:
    """The same command with its global options in front, or "" when none was out of place."""
    front: list[str] = []
    rest: list[str] = []
    waiting = iter(args)
    for arg in waiting:
        if arg in FLAGS:
            front.append(arg)
        elif arg in WITH_VALUE:
            front += [arg, next(waiting, "...")]
        elif arg.split("=", 1)[0] in WITH_VALUE:
            front.append(arg)
        else:
            rest.append(arg)
    if not front or [*front, *rest] == args:
        return ""
    return shlex.join(["medpivot", *front, *rest])
