"""`log import`: a spreadsheet of past teaching becomes entries of the log, all rows or none."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Final

import typer

from medpivot import catalogue
from medpivot.domain.activities import Activity
from medpivot.domain.column_names import NEEDED, Columns, columns, field_of
from medpivot.domain.importing import (
    Imported,
    Rules,
    date_advice,
    grouped,
    told_apart,
    understood,
)
from medpivot.domain.sheet_dates import DateOrder
from medpivot.errors import BrokenFile, MedpivotError, Problem, UsageProblem
from medpivot.export.log_table import EXAMPLE, template
from medpivot.reading.sheet import Sheet, read_sheet
from medpivot.session import Session
from medpivot.show.log_import import ImportView, import_json, preview, skipped_lines
from medpivot.show.log_words import counted
from medpivot.show.out import console, json_document, note
from medpivot.show.progress import watched
from medpivot.store import activities as store
from medpivot.store.refusals import read_bytes
from medpivot.store.writing import writing

STANDARD_INPUT: Final = "-"


def import_(
    ctx: typer.Context,
    file: Annotated[
        str | None,
        typer.Argument(metavar="FILE", help="A CSV file, or - for standard input."),
    ] = None,
    map: Annotated[  # noqa: A002  (what it is called on the command line)
        list[str] | None,
        typer.Option(
            metavar="COLUMN=FIELD",
            help="What a column holds; nothing behind the = leaves it out. Again for more.",
        ),
    ] = None,
    default: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIELD=VALUE", help="For rows that say nothing there: kind=lecture."
        ),
    ] = None,
    dates: Annotated[
        DateOrder,
        typer.Option(help="Which way round dates such as 5/12/2026 are; never guessed."),
    ] = "iso",
    every: Annotated[
        bool, typer.Option("--all", help="Take rows that are there already a second time, too.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show what would be imported.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Import without asking.")] = False,
    as_template: Annotated[
        bool, typer.Option("--template", help="Write a CSV file to fill in to standard output.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
) -> None:
    """Take in a spreadsheet of what you have taught: all rows, or none.

    The first row names the columns, in any order. Commas, semicolons and tabs are told apart.
    Rows that are in the log already (same date, title and kind) are left out. You see what was
    understood before anything is kept, and medpivot undo takes all of it back.

    \b
    Examples:
      medpivot log import --template > taught.csv
      medpivot log import taught.csv --dry-run
      medpivot log import school.csv --dates day-first --map "Course=title" --default kind=lecture
    """
    session: Session = ctx.obj
    if as_template:
        sys.stdout.write(template(catalogue.load_vocabulary()))
        note("The row in it is an example: import leaves it out as long as it is unchanged.")
        return
    if file is None:
        raise UsageProblem("a file is needed", "medpivot log import FILE.csv")
    if json and not (yes or dry_run):
        raise UsageProblem("--json asks nothing, so say what to do", "add --yes, or --dry-run")
    name, data = _bytes(file)
    sheet = read_sheet(data, name)
    given = _pairs("--default", default or (), fields=True)
    known, problems = columns(sheet.header, _pairs("--map", map or ()), list(given))
    if problems:
        lines = [replace(one, line=sheet.header_line) for one in problems]
        raise BrokenFile(name, lines, f"medpivot log import {file} --map COLUMN=FIELD")
    rules = Rules(
        catalogue.load_vocabulary(),
        session.today,
        dates,
        decimal_comma=sheet.delimiter != ",",
        otherwise=given,
    )
    read = _understood(name, sheet, known, rules)
    view = _view(session, name, sheet, known, read, every=every)
    added: Sequence[Activity] = view.new
    if not json:
        console().print(preview(view, rules.vocabulary))
    if not dry_run and view.new and _agreed(session, len(view.new), yes=yes):
        added = _import(session, name, sheet, known, read, every=every)
    if dry_run or json:
        note(f"Nothing is changed by --dry-run; {counted(len(view.new))} would be added.") if (
            dry_run
        ) else None
    elif not view.new:
        note("Nothing is new, so nothing was added.")
    if json:
        json_document(import_json(view, added, dry_run=dry_run))
