"""`support`: someone to talk to. Reads no file of the person's and leaves no trace."""

from typing import Annotated

import typer

from medpivot import catalogue
from medpivot.commands import completing
from medpivot.commands.shared_flags import Json
from medpivot.domain.finding import not_there
from medpivot.show.out import json_document, tell
from medpivot.show.support import in_danger, support, support_json

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def show(
    country: Annotated[
        str | None,
        typer.Argument(
            metavar="[COUNTRY]",
            help="A country's two letters, such as us.",
            autocompletion=completing.countries,
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Someone to talk to, now. medpivot keeps no record of it.

    \b
    Examples:
      medpivot support
      medpivot support uk
    """
    content = catalogue.load_support()
    known = [one.id for one in content.countries]
    chosen = country.lower() if country else None
    if chosen and chosen not in known:
        raise not_there("list for", country or "", known, "medpivot support any")
    if json:
        json_document(support_json(content, chosen))
    else:
        tell(f"{support(content, chosen)}\n\n{in_danger(content)}")
