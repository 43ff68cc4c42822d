"""The command line as it should have been typed: global options first, mistyped words right."""

import shlex

WITH_VALUE = {"--home": "DIR", "--today": "DATE", "--color": "WHEN"}
"""Global options with a value, and what stands for one that was left out."""

FLAGS = ("--no-input", "--version")


def globals_first(args: list[str]) -> str:
    """The same command with its global options in front, or "" when none was out of place."""
    front: list[str] = []
    rest: list[str] = []
    waiting = iter(args)
    for arg in waiting:
        if arg in FLAGS:
            front.append(arg)
        elif arg in WITH_VALUE:
            front += [arg, next(waiting, WITH_VALUE[arg])]
        elif arg.split("=", 1)[0] in WITH_VALUE:
            front.append(arg)
        else:
            rest.append(arg)
    if not front or not rest or [*front, *rest] == args:
        return ""
    return shlex.join(["medpivot", *front, *rest])


def with_word(args: list[str], typed: str, meant: str) -> str:
    """The same command with one word behind its name put right, or "" when it is not there."""
    for number, arg in enumerate(args):
        flag, equals, value = arg.partition("=")
        # the first word is the command's name
        if arg == typed and (number or arg.startswith("-")):
            right = meant
        elif equals and flag == typed:
            right = f"{meant}={value}"
        elif equals and value == typed:
            right = f"{flag}={meant}"
        else:
            continue
        return shlex.join(["medpivot", *args[:number], right, *args[number + 1 :]])
    return ""


def flag_last(args: list[str], flag: str) -> str:
    """The same command with a flag behind it that stood in front, or "" when it did not."""
    rest = [arg for arg in args if arg != flag]
    before = args[: args.index(flag)] if flag in args else args
    if any(not arg.startswith("-") for arg in before):
        return ""
    return shlex.join(["medpivot", *(rest or ["status"]), flag])
