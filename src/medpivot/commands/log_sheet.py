"""A file for `log import`: read, understood, shown, and added to the log as one step."""

import shlex
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from medpivot import catalogue
from medpivot.commands.given_files import read_given
from medpivot.domain.activities import Activity, Vocabulary
from medpivot.domain.activity_cells import FIELDS
from medpivot.domain.closest import did_you_mean
from medpivot.domain.column_names import Columns, columns, field_of
from medpivot.domain.importing import (
    Imported,
    Rules,
    date_advice,
    grouped,
    told_apart,
    understood,
)
from medpivot.domain.sheet_dates import DateOrder
from medpivot.errors import BrokenFile, Problem, UsageProblem
from medpivot.export.log_table import template
from medpivot.reading.sheet import Sheet, read_sheet
from medpivot.session import Session
from medpivot.show.log_import import ImportView, import_json, preview
from medpivot.show.log_words import counted
from medpivot.show.out import console, json_document, note, notes
from medpivot.show.progress import watched
from medpivot.store import activities as store
from medpivot.store.writing import writing

STANDARD_INPUT: Final = "-"

_HELP: Final = "medpivot log import --help"


@dataclass(frozen=True, slots=True)
class Said:
    """What the command line says about a file and what to do with it."""

    mapped: Sequence[str]
    defaults: Sequence[str]
    dates: DateOrder
    every: bool
    dry_run: bool
    yes: bool


@dataclass(frozen=True, slots=True)
class _Source:
    """A file all of whose rows were understood."""

    name: str
    sheet: Sheet
    columns: Columns
    read: Sequence[Imported]
    vocabulary: Vocabulary
    every: bool

    def view(self, log: Sequence[Activity]) -> ImportView:
        """What is new against that log."""
        new, skipped = told_apart(self.read, () if self.every else log)
        taken = {one.id for one in log}
        activities = [
            replace(one.activity, id="") if one.activity.id in taken else one.activity
            for one in new
        ]
        return ImportView(self.name, self.sheet.delimiter, self.columns, activities, skipped)


def write_template() -> None:
    """Write a file to fill in to standard output."""
    sys.stdout.write(template())
    note(
        "The row in it is an example, and import leaves it out. The words for kind, domain, role, "
        "reach and levels are those of medpivot log add."
    )


def take_in(session: Session, file: str | None, said: Said, *, json: bool) -> None:
    """Understand a file, show what was understood, and add it once the person agrees.

    Raises:
        UsageProblem: no file, or nobody can be asked and nothing says what to do.
        BrokenFile: with every complaint about the file; nothing is added.
        MedpivotError: there is no such file, or the system refuses.
    """
    if file is None:
        raise UsageProblem("a file is needed", "medpivot log import FILE.csv")
    _must_know_what_to_do(session, file, said, json=json)
    source = _read(session, file, said)
    kept: Sequence[Activity] = ()
    if said.yes:
        view, kept = _keep(session, source)
    else:
        view = source.view(store.load(session.home).activities)
    if not json:
        console().print(preview(view, source.vocabulary))
    if said.dry_run:
        kept = view.new
        note(f"A dry run: {counted(len(kept))} would be added, and nothing is changed.")
    elif not view.new:
        note("Nothing in it is new, so nothing was added.")
    elif said.yes or _agreed(len(view.new)):
        if not said.yes:
            # the log may have grown while the person was reading
            kept = _keep(session, source)[1]
        note(f"{counted(len(kept))} added to the log. medpivot undo takes all of it back.")
    else:
        note("Nothing was added.")
    if json:
        json_document(import_json(view, kept, dry_run=said.dry_run))


def _must_know_what_to_do(session: Session, file: str, said: Said, *, json: bool) -> None:
    if said.yes and said.dry_run:
        raise UsageProblem("--yes and --dry-run exclude each other", "leave one of them out")
    if said.yes or said.dry_run or (session.interactive and not json):
        return
    if file != STANDARD_INPUT:
        # a file that cannot be read is the first thing to know
        _bytes(file)
    why = "--json asks nothing" if json else "nobody can be asked here"
    raise UsageProblem(
        f"what is understood has to be looked at before it is kept, and {why}",
        shlex.join(["medpivot", "log", "import", file, "--dry-run"]),
        ("--dry-run only shows it", "--yes imports without asking"),
    )


def _read(session: Session, file: str, said: Said) -> _Source:
    name, data = _bytes(file)
    sheet = read_sheet(data, name)
    defaults = _defaults(said.defaults)
    known, problems = columns(sheet.header, _pairs("--map", said.mapped), list(defaults))
    if problems:
        lines = [replace(one, line=sheet.header_line) for one in problems]
        hint = shlex.join(["medpivot", "log", "import", file, "--map", "COLUMN=FIELD"])
        raise BrokenFile(name, lines, hint)
    if not sheet.rows:
        raise BrokenFile(name, [Problem("has no rows below its header")], "fill it in")
    rules = Rules(
        catalogue.load_vocabulary(),
        session.today,
        said.dates,
        decimal_comma=sheet.delimiter != ",",
        otherwise=defaults,
    )
    problems = []
    read = []
    for row in watched(sheet.rows, len(sheet.rows), "Reading row"):
        one, wrong = understood(row, known, rules)
        read.append(one)
        problems += wrong
    if problems:
        raise BrokenFile(name, grouped(problems), _advice(file, sheet, known, said.dates))
    return _Source(name, sheet, known, read, rules.vocabulary, said.every)


def _bytes(file: str) -> tuple[str, bytes]:
    if file == STANDARD_INPUT:
        return "standard input", sys.stdin.buffer.read()
    path = Path(file)
    return path.name, read_given(path, "name a CSV file, or - for standard input")


def _pairs(flag: str, given: Sequence[str]) -> Mapping[str, str]:
    pairs: dict[str, str] = {}
    for one in given:
        name, equals, value = one.rpartition("=") if flag == "--map" else one.partition("=")
        if not equals or not name.strip():
            raise UsageProblem(f"{flag} {one} has no name before an =", _HELP)
        pairs[name.strip()] = value.strip()
    return pairs


def _defaults(given: Sequence[str]) -> Mapping[str, str]:
    meant: dict[str, str] = {}
    for name, value in _pairs("--default", given).items():
        field = field_of(name)
        if field is None:
            near = did_you_mean(name, FIELDS) or f"one of {', '.join(FIELDS)}"
            raise UsageProblem(f"--default: {name!r} is no field; {near}", _HELP)
        meant[field] = value
    return meant


def _advice(file: str, sheet: Sheet, known: Columns, dates: DateOrder) -> str:
    """What to try after complaints: the order of dates, where that is what is missing."""
    orders = date_advice(sheet.rows, known)
    if dates == "iso" and orders:
        if len(orders) == 1:
            return shlex.join(["medpivot", "log", "import", file, "--dates", orders[0]])
        return f"the same with {' or '.join(f'--dates {one}' for one in orders)}"
    return "correct these in the spreadsheet, and run the command again; nothing was added"


def _agreed(count: int) -> bool:
    # slow to load, and only needed to ask
    from medpivot.asking.prompts import confirm

    return confirm(f"Add {counted(count)} to the log?", default=True)


def _keep(session: Session, source: _Source) -> tuple[ImportView, Sequence[Activity]]:
    """What is new against the log as it stands now, and the same as it was added, in one step."""
    with writing(session.home, f"log import {source.name}") as change:
        view = source.view(store.load(session.home).activities)
        kept = store.add_all(change, session.home, view.new)
    notes(change.notes)
    return view, kept
