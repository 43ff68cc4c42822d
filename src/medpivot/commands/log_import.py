"""`log import`: a spreadsheet of past teaching becomes entries of the log, all rows or none."""

from typing import Annotated

import typer

from medpivot.commands.shared_flags import Json
from medpivot.domain.sheet_dates import DateOrder
from medpivot.session import Session


def import_(  # the name without _ is Python's own
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
        typer.Option(metavar="FIELD=VALUE", help="For rows that say nothing there: kind=lecture."),
    ] = None,
    dates: Annotated[
        DateOrder,
        typer.Option(
            help="Which way round dates such as 5/12/2026 are, or excel for days such as 46154; "
            "never guessed."
        ),
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
    json: Json = False,
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
    # loaded here: adding to the log never needs it
    from medpivot.commands.log_sheet import Said, take_in, write_template

    if as_template:
        write_template()
        return
    session: Session = ctx.obj
    said = Said(
        tuple(map or ()), tuple(default or ()), dates, every=every, dry_run=dry_run, yes=yes
    )
    take_in(session, file, said, json=json)
