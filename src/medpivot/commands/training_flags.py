"""The flags of `training`; those that describe a program are given as one typed program."""

from collections.abc import Mapping
from typing import Annotated, Any, Final

import typer

from medpivot.commands import completing
from medpivot.commands.days import days_among
from medpivot.commands.described import as_fields, described_by
from medpivot.domain.typed_programs import CLEARABLE, TypedProgram
from medpivot.session import Session

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
RouteOf = Annotated[
    str | None,
    typer.Option(
        "--route",
        metavar="ROUTE",
        help="Which kind it is.",
        autocompletion=completing.routes,
    ),
]
Cost = Annotated[str | None, typer.Option(metavar="SUM", help="Its whole price.")]
Currency = Annotated[str | None, typer.Option(metavar="CODE", help="Of that price.")]
Months = Annotated[str | None, typer.Option(metavar="N", help="How long it lasts.")]
Hours = Annotated[str | None, typer.Option(metavar="H", help="Hours of study a week.")]
OnSite = Annotated[
    str | None, typer.Option("--on-site", metavar="WEEKS", help="Weeks away, in all.")
]
Fte = Annotated[
    str | None,
    typer.Option(
        "--fte", metavar="SHARE", help="Share of your present work that goes: 0.2, or 20%."
    ),
]
Pay = Annotated[str | None, typer.Option(metavar="SUM", help="What the program pays you a year.")]
Starts = Annotated[str | None, typer.Option(metavar="DATE", help="Its first day.")]
Ends = Annotated[str | None, typer.Option(metavar="DATE", help="Its last day.")]
Note = Annotated[str | None, typer.Option(metavar="TEXT", help="In your words.")]
Title = Annotated[str | None, typer.Option(metavar="TEXT", help="Another name.")]
Clear = Annotated[
    list[str] | None,
    typer.Option(
        metavar="WHAT",
        help="Take back, such as cost or fte. Again for more.",
        autocompletion=completing.words(CLEARABLE),
    ),
]

_FLAGS: Final[Mapping[str, Any]] = {
    "route": RouteOf,
    "cost": Cost,
    "currency": Currency,
    "months": Months,
    "hours": Hours,
    "on_site": OnSite,
    "lost_fte": Fte,
    "pay": Pay,
    "starts": Starts,
    "ends": Ends,
    "note": Note,
}
_OF_CHANGES: Final[Mapping[str, Any]] = {"title": Title, **_FLAGS, "clear": Clear}


def _typed(ctx: typer.Context, given: Mapping[str, Any]) -> TypedProgram:
    session: Session = ctx.obj
    days = ("starts", "ends")
    return TypedProgram(**days_among(as_fields(given), days, session.today, "future"))


describing_a_program = described_by(_FLAGS, _typed)
"""Gives a command all flags that describe a program, gathered in its argument `typed`."""

changing_a_program = described_by(_OF_CHANGES, _typed)
"""The same for a command that changes one, with what takes a value back."""
