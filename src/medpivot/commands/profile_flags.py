"""The flags that describe an entry of the profile, given to commands as one typed entry."""

from collections.abc import Mapping
from typing import Annotated, Any, Final, TypeAlias

import typer

from medpivot.commands import completing
from medpivot.commands.described import as_fields, described_by
from medpivot.domain.profile import AREAS, COLLECTIONS
from medpivot.domain.typed_profile import REACHES, Typed

_KEYS: Final = sorted({key for one in COLLECTIONS.values() for key in one.keys})

Id: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="An id or a title.", autocompletion=completing.profile_entries
    ),
]
What: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="WHAT",
        help="position, education, certification, publication, talk, committee or award.",
        autocompletion=completing.words(COLLECTIONS),
    ),
]
Title: TypeAlias = Annotated[
    str | None, typer.Option("--title", metavar="TEXT", help="Another title.")
]
Where: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="TEXT", help="The institution, journal, meeting, board or giver."),
]
Place: TypeAlias = Annotated[str | None, typer.Option(metavar="TEXT", help="City.")]
Role: TypeAlias = Annotated[
    str | None, typer.Option(metavar="TEXT", help="Your part in a committee.")
]
Authors: TypeAlias = Annotated[
    str | None, typer.Option(metavar="TEXT", help="All authors, as printed.")
]
Link: TypeAlias = Annotated[str | None, typer.Option(metavar="TEXT", help="DOI or address.")]
Reach: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="REACH",
        help="Of a talk: local, regional, national.",
        autocompletion=completing.words(REACHES),
    ),
]
Area: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="Of a position: teaching, leadership, appointment, clinical or other; else its "
        "title decides.",
        autocompletion=completing.words(AREAS),
    ),
]
From: TypeAlias = Annotated[
    str | None, typer.Option("--from", metavar="DATE", help="Since when: 2019, 2019-07, July 2019.")
]
To: TypeAlias = Annotated[
    str | None,
    typer.Option("--to", metavar="DATE", help="Until when; left out, or present: it goes on."),
]
On: TypeAlias = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help="When, of what has one date.")
]
Education: TypeAlias = Annotated[
    bool | None,
    typer.Option(
        "--education/--no-education",
        help="Of a publication, talk or committee: is it about education? Else its title decides.",
        show_default=False,
    ),
]
Note: TypeAlias = Annotated[
    list[str] | None, typer.Option("--note", metavar="TEXT", help="A line more. Again for more.")
]
Clear: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        metavar="KEY",
        help="Take back what is there, such as to, date or notes. Again for more.",
        autocompletion=completing.words(_KEYS),
    ),
]

_FLAGS: Final[Mapping[str, Any]] = {
    "where": Where,
    "place": Place,
    "role": Role,
    "authors": Authors,
    "link": Link,
    "reach": Reach,
    "kind": Area,
    "start": From,
    "end": To,
    "date": On,
    "education": Education,
    "notes": Note,
}
_OF_CHANGES: Final[Mapping[str, Any]] = {"title": Title, **_FLAGS, "clear": Clear}


def _typed(_: typer.Context, given: Mapping[str, Any]) -> Typed:
    return Typed(**as_fields(given))


describing_an_entry = described_by(_FLAGS, _typed)
"""Gives a command all flags that describe an entry, gathered in its argument `typed`."""

changing_an_entry = described_by(_OF_CHANGES, _typed)
"""The same for a command that changes one, with what takes a value back."""
