"""`log export`: the log as a file for a spreadsheet, or as JSON."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Final, Literal, TypeAlias

import typer

from medpivot.commands.handing_over import Force, Into, Open, must_end_in, write_export
from medpivot.commands.unreadable import LEFT_OUT, name_problems
from medpivot.errors import MedpivotError
from medpivot.session import Session
from medpivot.show.log_words import counted
from medpivot.show.out import note
from medpivot.store import activities

Format: TypeAlias = Literal["csv", "json"]

_ENDINGS: Final[Mapping[Format, tuple[str, ...]]] = {"csv": (".csv", ".txt"), "json": (".json",)}


def export(
    ctx: typer.Context,
    out: Into = None,
    format: Annotated[  # noqa: A002  (what it is called on the command line)
        Format | None,
        typer.Option(help="csv, or json where --out ends so, if left out.", show_default=False),
    ] = None,
    all_quotes: Annotated[
        bool,
        typer.Option("--all-quotes", help="Keep the quotes that are not to be shared, as well."),
    ] = False,
    force: Force = False,
    open_it: Open = False,
) -> None:
    """Write the log to a file: CSV for a spreadsheet, or JSON.

    Quotes that are not marked to be shared stay out unless you want them, for a copy of your own.
    Cells that a spreadsheet would take for a formula get an apostrophe in front; log import takes
    it off again.

    \b
    Examples:
      medpivot log export
      medpivot log export --format json --out - | python -m json.tool
      medpivot log export --all-quotes --out my-copy.csv
    """
    # loaded here: adding to the log never needs it
    from medpivot.export.files import dated_file
    from medpivot.export.log_table import log_csv, log_json, without_private_quotes

    session: Session = ctx.obj
    log = activities.load(session.home)
    name_problems(
        activities.NAME, log.problems, nothing_else=not log.activities, otherwise=LEFT_OUT
    )
    if not log.activities:
        raise MedpivotError("there is nothing in the log yet", "medpivot log")
    chosen = format or _format_of(out)
    must_end_in(out, *_ENDINGS[chosen])
    kept, left_out = (log.activities, 0) if all_quotes else without_private_quotes(log.activities)
    data = log_csv(kept) if chosen == "csv" else log_json(kept)
    name = dated_file("log", session.today, chosen)
    write_export(session, data, name, out, force=force, open_it=open_it)
    said = f"{counted(len(kept))}."
    if left_out:
        quotes = "1 quote that is" if left_out == 1 else f"{left_out} quotes that are"
        said += f" Left out: {quotes} not to be shared; --all-quotes keeps them."
    note(said)


def _format_of(out: Path | None) -> Format:
    return "json" if out is not None and out.suffix.lower() == ".json" else "csv"
