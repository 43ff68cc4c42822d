"""Reading everything in the folder, and naming what is damaged, what it means, what can be done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from medpivot.errors import BrokenFile, MedpivotError
from medpivot.store import journal
from medpivot.store.kinds import Kind, Known, is_unfinished, known
from medpivot.store.log_parts import LogParts, first_marker, parts_of
from medpivot.store.refusals import in_words, read_bytes

LEFT_BY_GIT: Final = "left by a git merge that was not finished"
_REST_IS_USED: Final = "this line is passed over; every other entry is shown and counted"
_NOT_USED: Final = "what it holds cannot be used until this is repaired; nothing is lost"
_IN_AN_EDITOR: Final = "mend or remove the line in an editor"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: the file, the line where known, what it is and what that means.

    `repair` says what `data check --repair` does about it; where it is empty, nothing is certain.
    """

    file: str
    what: str
    means: str
    line: int | None = None
    repair: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """How many files were read, what is damaged in them, and what is odd and does no harm."""

    read: int
    damages: tuple[Finding, ...] = ()
    remarks: tuple[Finding, ...] = ()


def check(home: Path, kinds: Sequence[Kind]) -> Report:
    """Read every file of the folder, and the steps in `history/`. Creates nothing.

    Raises:
        MedpivotError: the folder itself cannot be read.
    """
    read = 0
    damages: list[Finding] = []
    remarks: list[Finding] = []
    for path in _files(home):
        if is_unfinished(path.name):
            remarks.append(_unfinished(path.name))
            continue
        read += 1
        of = known(kinds, path.name)
        try:
            data = read_bytes(path)
        except MedpivotError as error:
            damages.append(Finding(path.name, error.message, error.hint))
            continue
        if data is None:
            continue
        if of is None:
            remarks.append(Finding(path.name, "not one of medpivot's files", "it is left alone"))
        elif of.way == "kept":
            means = "medpivot does not read it; remove it when you no longer need it"
            remarks.append(Finding(path.name, f"kept from {of.original} by undo --force", means))
        elif of.way == "copy":
            damages.append(_copy(home, path.name, of, data))
        elif of.kind.is_log:
            parts = parts_of(data)
            damages += _log_damages(path.name, of.kind, parts)
            remarks += _log_remarks(path.name, parts)
        else:
            found, odd = _toml(path.name, of.kind, data)
            damages += found
            remarks += odd
    steps, odd = _history(home)
    return Report(read, (*damages, *steps), (*remarks, *odd))


def _files(home: Path) -> list[Path]:
    if not home.is_dir():
        return []
    with in_words(home, "read"):
        paths = [path for path in home.iterdir() if path.is_symlink() or not path.is_dir()]
    # systems and editors leave hidden files everywhere
    return sorted(one for one in paths if is_unfinished(one.name) or one.name[:1] != ".")


def _unfinished(name: str) -> Finding:
    means = "a command was killed, or is still writing; nothing in it counts"
    return Finding(name, "an unfinished file", means, repair="removed")


def _copy(home: Path, name: str, of: Known, data: bytes) -> Finding:
    what = f"a copy of {of.original}, made when it was changed in two places"
    if of.kind.is_log:
        means = f"entries that stand only in the copy are not in {of.original} yet"
        repair = "its entries are added, of two versions the newer counts, and the copy goes"
        return Finding(name, what, means, repair=repair)
    if data == read_bytes(home / of.original):
        return Finding(name, what, "it says exactly the same", repair="removed")
    means = (
        f"medpivot reads only {of.original}: compare the two, keep there what you want, "
        "and remove the copy"
    )
    return Finding(name, what, means)


def _log_damages(name: str, kind: Kind, parts: LogParts) -> Iterator[Finding]:
    for number in parts.markers:
        means = "the entries of both sides are used"
        yield Finding(name, LEFT_BY_GIT, means, number, "the line is taken out")
    for one in parts.bad:
        yield Finding(name, one.reason, f"{_REST_IS_USED}; {_IN_AN_EDITOR}", one.number)
    if kind.entry:
        for number, line in parts.newest:
            if line.entry is None:
                continue
            try:
                kind.entry(line.id, line.entry)
            except ValueError as reason:
                what = f"entry {line.id}: {reason}"
                means = f"{_REST_IS_USED}; mend it in an editor, or medpivot data forget {line.id}"
                yield Finding(name, what, means, number)
    if parts.torn:
        repair = "set aside in history/"
        means = f"a write was cut short there; {_REST_IS_USED}"
        yield Finding(name, "the last line is torn", means, parts.torn.number, repair)


def _log_remarks(name: str, parts: LogParts) -> Iterator[Finding]:
    if parts.twice:
        yield Finding(name, f"lines that stand there twice: {parts.twice}", "each counts once")
    if parts.earlier:
        what = f"lines that stand below later ones: {parts.earlier}"
        yield Finding(name, what, "two copies were joined; the newest version of an entry counts")


def _toml(name: str, kind: Kind, data: bytes) -> tuple[list[Finding], list[Finding]]:
    """What is damaged in a TOML file, and what is odd in it."""
    marked = first_marker(data)
    if marked:
        means = f"{_NOT_USED}; choose between the versions in an editor"
        return [Finding(name, LEFT_BY_GIT, means, marked)], []
    try:
        odd = kind.read(data, name) if kind.read else ()
    except BrokenFile as error:
        means = f"{_NOT_USED}; {error.hint}" if error.hint else _NOT_USED
        return [_problem(name, error, place, means) for place in range(len(error.problems))], []
    harmless = "it does no harm"
    return [], [Finding(name, one.removeprefix(f"{name}: "), harmless) for one in odd]


def _problem(name: str, error: BrokenFile, place: int, means: str) -> Finding:
    problem = error.problems[place]
    where = f"[{problem.table}] {problem.key}" if problem.table else problem.key
    what = f"in {where.strip()}: {problem.what}" if where else problem.what
    return Finding(name, what, means, problem.line)


def _history(home: Path) -> tuple[list[Finding], list[Finding]]:
    """Steps that cannot be used any more, and what commands left that were cut short."""
    damages: list[Finding] = []
    remarks: list[Finding] = []
    for one in journal.filed(home):
        name = f"{journal.FOLDER}/{one.path.name}"
        try:
            journal.read(one)
        except MedpivotError as error:
            means = "undo stops there until you move it away; your other files are whole"
            if one.state == "cut":
                means = "a command was cut short; look over what you changed about then"
                remarks.append(Finding(name, "the damaged beginning of a step", means))
            elif one.path.exists():
                damages.append(Finding(name, error.message.removeprefix(f"{name} "), means))
    if journal.is_pending(home):
        name = f"{journal.FOLDER}/{journal.PENDING}"
        means = "a command was cut short, or is still writing; the next change puts it right"
        remarks.append(Finding(name, "an unfinished change", means, repair="put right"))
    with in_words(home, "read"):
        left = [path.name for path in (home / journal.FOLDER).glob("*") if is_unfinished(path.name)]
    remarks += [_unfinished(f"{journal.FOLDER}/{name}") for name in sorted(left)]
    return damages, remarks
