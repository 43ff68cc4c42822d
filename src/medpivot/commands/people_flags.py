"""The arguments and flags of `people`, the same in each of its commands."""

from collections.abc import Mapping
from typing import Annotated, Any, Final, TypeAlias

import typer

from medpivot.commands import completing
from medpivot.commands.days import days_among
from medpivot.commands.described import as_fields, described_by
from medpivot.domain.typed_people import CLEARABLE, STATUSES, Typed
from medpivot.session import Session

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
    str | None, typer.Option("--ask", metavar="TEXT", help="Your next question for them.")
]
Status: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="STATUS",
        help="to-contact, contacted, met or mentor.",
        autocompletion=completing.words(STATUSES),
    ),
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
    typer.Option(
        metavar="WHAT",
        help="Take back: where, ask, advocate or on. Again for more.",
        autocompletion=completing.words(CLEARABLE),
    ),
]
Name: TypeAlias = Annotated[str | None, typer.Option(metavar="NAME", help="Another name.")]

_FLAGS: Final[Mapping[str, Any]] = {
    "kind": Kind,
    "where": Where,
    "next_ask": Ask,
    "status": Status,
    "last_touch": LastTouch,
    "advocate": Advocate,
}
_OF_CHANGES: Final[Mapping[str, Any]] = {"name": Name, **_FLAGS, "clear": Clear}


def _typed(ctx: typer.Context, given: Mapping[str, Any]) -> Typed:
    session: Session = ctx.obj
    return Typed(**days_among(as_fields(given), ["last_touch"], session.today, "past"))


describing_a_person = described_by(_FLAGS, _typed)
"""Gives a command all flags that describe a person, gathered in its argument `typed`."""

changing_a_person = described_by(_OF_CHANGES, _typed)
"""The same for a command that changes one, with what takes a value back."""
