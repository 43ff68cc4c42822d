"""The man page, `docs/medpivot.1`: one page with every command, from the commands of the program."""

import re
import textwrap
from collections.abc import Iterable, Iterator

from making.command_tree import Command, Part, every, tree
from medpivot import __version__

_ENVIRONMENT = (
    Part("MEDPIVOT_HOME", "The folder of your files, where --home is not given."),
    Part("MEDPIVOT_TODAY", "The day to reason from, where --today is not given; it is said."),
    Part("MEDPIVOT_PLAIN", "1: plain lines, to be read aloud, as with --plain."),
    Part("NO_COLOR", "Anything in it: no color."),
    Part("MEDPIVOT_TRACEBACK", "Anything in it: a fault of the program shows where it happened."),
)
_FILES = (
    Part("assessment-DATE.toml", "Your answers; results are always worked out from them anew."),
    Part("plan-DATE.toml", "Your plan. Edit it as you like: your comments and keys stay."),
    Part("activities.jsonl", "Your teaching log."),
    Part("roles.toml", "Roles of your own, if you write any."),
    Part("people.toml, jobs.toml", "People and offers; what you remove is only marked."),
    Part("training.toml, money.toml", "Programs and the decision; sums by scenario."),
    Part("time.toml, time.jsonl", "Your weeks; the ledger of promised and delivered hours."),
    Part("profile.toml, calendar.toml", "What a CV needs beyond the log; dates handed over."),
    Part("history/", "What undo needs."),
)
_STATUS = (
    Part("0", "Done."),
    Part("1", "Something you can mend; the lines error: and try: on standard error say what."),
    Part("2", "The command line is wrong, or answers are missing and nobody can be asked."),
    Part("130", "Interrupted."),
)
_DATES = (
    "Dates are typed as 2027-03-01, today, yesterday, last friday, in 3 weeks and the like; the date "
    "understood is always said. Every command has --help (-h)."
)
_WHERE = (
    "They are plain text in one folder, readable by you alone; medpivot data where says which. No "
    "command opens a network connection."
)


def manual() -> str:
    """The page, in the man macros of groff and mandoc."""
    return "\n".join(_page(tree())) + "\n"


def _page(program: Command) -> Iterator[str]:
    yield '.\\" Made from the program by make docs.'
    # a date would change without the page; the version stands for it
    yield f'.TH MEDPIVOT 1 "" "medpivot {__version__}" "User Commands"'
    yield from _heading("NAME")
    yield r"medpivot \- a tested, dated step from clinical burnout into medical education"
    yield from _heading("SYNOPSIS")
    yield f".B {_text(program.usage)}"
    yield from _heading("DESCRIPTION")
    yield from _lines(program.purpose)
    yield from _paragraph(_DATES)
    yield from _kept(program.examples)
    yield from _heading("OPTIONS")
    yield "These stand before the command."
    yield from _list(program.options)
    yield from _heading("COMMANDS")
    for command in every(program):
        if command is not program:
            yield from _command(command)
    for title, parts in (("ENVIRONMENT", _ENVIRONMENT), ("EXIT STATUS", _STATUS)):
        yield from _heading(title)
        yield from _list(parts)
    yield from _heading("FILES")
    yield from _lines(_WHERE)
    yield from _list(_FILES)


def _command(command: Command) -> Iterator[str]:
    yield f'.SS "{_text(command.usage.removeprefix("medpivot "))}"'
    yield from _lines(command.purpose)
    for paragraph in command.paragraphs:
        yield from _paragraph(paragraph)
    yield from _kept(command.table)
    yield from _list([one for one in (*command.arguments, *command.options) if one.meaning])
    yield from _kept(command.examples)


def _heading(title: str) -> Iterator[str]:
    yield f".SH {title}"


def _paragraph(text: str) -> Iterator[str]:
    yield ".PP"
    yield from _lines(text)


def _list(parts: Iterable[Part]) -> Iterator[str]:
    for one in parts:
        yield ".TP"
        yield f".B {_text(one.typed)}"
        yield from _lines(one.meaning)


def _kept(lines: Iterable[str]) -> Iterator[str]:
    shown = [_text(one) for one in lines]
    if shown:
        yield from (".PP", ".RS 4", ".nf", *shown, ".fi", ".RE")


def _lines(text: str) -> Iterator[str]:
    filled = textwrap.wrap(text, 72, break_on_hyphens=False, break_long_words=False)
    return (_text(line) for line in filled)


def _text(text: str) -> str:
    """Text in which roff sees nothing of its own."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-").replace('"', r"\(dq")
    escaped = re.sub(r"[^\x00-\x7f]", lambda found: f"\\[u{ord(found[0]):04X}]", escaped)
    return re.sub(r"^(?=[.'])", r"\\&", escaped)
