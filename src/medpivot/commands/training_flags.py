"""The arguments and options of `training`, shared by the commands that take them."""

from typing import Annotated

import typer

from medpivot.commands import completing

Plain = Annotated[bool, typer.Option("--plain", help="A line each, for scripts.")]
RoleOption = Annotated[
    str | None,
    typer.Option(
        "--role",
        metavar="ID",
        help="The role in mind, if not the one found.",
        autocompletion=completing.roles,
    ),
]
Id = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help="The program, its name or the beginning of it.",
        autocompletion=completing.programs,
    ),
]
RouteOf = Annotated[str | None, typer.Option("--route", metavar="ROUTE", help="Which kind it is.")]
Cost = Annotated[str | None, typer.Option(metavar="SUM", help="Its whole price.")]
Currency = Annotated[str | None, typer.Option(metavar="CODE", help="Of that price.")]
Months = Annotated[str | None, typer.Option(metavar="N", help="How long it lasts.")]
Hours = Annotated[str | None, typer.Option(metavar="H", help="Hours of study a week.")]
OnSite = Annotated[
    str | None, typer.Option("--on-site", metavar="WEEKS", help="Weeks away, in all.")
]
Fte = Annotated[
    str | None,
    typer.Option(metavar="SHARE", help="Share of your present work that goes: 0.2, or 20%."),
]
Pay = Annotated[str | None, typer.Option(metavar="SUM", help="What the program pays you a year.")]
Starts = Annotated[str | None, typer.Option(metavar="DATE", help="Its first day.")]
Ends = Annotated[str | None, typer.Option(metavar="DATE", help="Its last day.")]
Note = Annotated[str | None, typer.Option(metavar="TEXT", help="In your words.")]
