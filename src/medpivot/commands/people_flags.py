"""The arguments and flags of `people`, the same in each of its commands."""

from typing import Annotated, TypeAlias

import typer

from medpivot.commands import completing

Plain: TypeAlias = Annotated[
    bool,
    typer.Option("--plain", help="A line each: id, status, last contact, what comes next, name."),
]
Id: TypeAlias = Annotated[
    str,
    typer.Argument(metavar="ID", help="An id or a name.", autocompletion=completing.people),
]
Kind: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="KIND",
        help="Such as clerkship-director, vice-chair, mentor, peer; or a word of your own.",
        autocompletion=completing.people_kinds,
    ),
]
Where: TypeAlias = Annotated[
    str | None, typer.Option(metavar="TEXT", help="Where they work, or how you know them.")
]
Ask: TypeAlias = Annotated[
    str | None, typer.Option(metavar="TEXT", help="Your next question for them.")
]
Status: TypeAlias = Annotated[
    str | None, typer.Option(metavar="STATUS", help="to-contact, contacted, met or mentor.")
]
LastTouch: TypeAlias = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help="The day of your last contact.")
]
Advocate: TypeAlias = Annotated[
    bool | None,
    typer.Option(
        "--advocate/--no-advocate",
        help="They would speak for you, or would not.",
        show_default=False,
    ),
]
Clear: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(metavar="WHAT", help="Take back: where, ask, advocate or on. Repeatable."),
]
