"""The flags of `profile add` and `profile edit`, the same in both."""

from collections.abc import Iterable
from contextlib import suppress
from typing import Annotated, TypeAlias

import typer

from medpivot.domain.profile import AREAS, COLLECTIONS
from medpivot.domain.typed_profile import REACHES
from medpivot.store.home import find_home


def _starting(incomplete: str, words: Iterable[str]) -> list[str]:
    return [one for one in words if one.startswith(incomplete)]


def _areas(incomplete: str) -> list[str]:
    return _starting(incomplete, AREAS)


def _reaches(incomplete: str) -> list[str]:
    return _starting(incomplete, REACHES)


def _collections(incomplete: str) -> list[str]:
    return _starting(incomplete, COLLECTIONS)


def _ids(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    from medpivot.store import profile

    with suppress(Exception):
        given = ctx.find_root().params.get("home")
        every = profile.load(find_home(given if isinstance(given, str) else None)).content.every
        return [(one.id, one.title) for one in every if one.id.startswith(incomplete)]
    return []


Id: TypeAlias = Annotated[
    str, typer.Argument(metavar="ID", help="An id or a title.", autocompletion=_ids)
]
Kind_: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="WHAT",
        help="position, education, certification, publication, talk, committee or award.",
        autocompletion=_collections,
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
        metavar="REACH", help="Of a talk: local, regional, national.", autocompletion=_reaches
    ),
]
Area: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="Of a position: teaching, leadership, appointment, clinical or other; else its "
        "title decides.",
        autocompletion=_areas,
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
    list[str] | None, typer.Option("--note", metavar="TEXT", help="A line more. Repeatable.")
]
Clear: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        metavar="KEY", help="Take back what is there, such as to, date or notes. Repeatable."
    ),
]
