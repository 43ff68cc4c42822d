"""The flags that several groups of commands have, the same in name and meaning in each."""

from typing import Annotated, Final, TypeAlias

import typer

from medpivot.commands import completing

NEWEST: Final = 20
"""Entries a list of a log shows on a screen unless told otherwise."""

Json: TypeAlias = Annotated[bool, typer.Option("--json", help="One JSON document.")]
Limit: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--limit",
        metavar="N",
        min=1,
        help=f"How many at most; {NEWEST} on a screen, all of them with --plain and --json.",
        show_default=False,
    ),
]
On: TypeAlias = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help="The day of it; today if left out.")
]
Note: TypeAlias = Annotated[
    str | None, typer.Option("--note", metavar="TEXT", help="A line to keep, for yourself.")
]
ActivityId: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help="Its first characters, at least four; medpivot log list shows them.",
        autocompletion=completing.activities,
        show_default=False,
    ),
]
