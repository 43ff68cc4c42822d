"""The arguments and flags of `jobs`, the same in each of its commands."""

from contextlib import suppress
from typing import Annotated, TypeAlias

import typer

from medpivot import catalogue
from medpivot.domain.jobs import STAGES


def _jobs(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    from medpivot.store import jobs as store
    from medpivot.store.home import find_home

    with suppress(Exception):
        given = ctx.find_root().params.get("home")
        kept = store.load(find_home(given if isinstance(given, str) else None)).content.kept
        return [(one.id, one.title) for one in kept if one.id.startswith(incomplete)]
    return []


def _questions(incomplete: str) -> list[tuple[str, str]]:
    with suppress(Exception):
        known = catalogue.load_offers().questions
        return [(one.id, one.name) for one in known if one.id.startswith(incomplete)]
    return []


def _conventions(incomplete: str) -> list[tuple[str, str]]:
    with suppress(Exception):
        known = catalogue.load_offers().conventions
        return [(one.id, one.title) for one in known if one.id.startswith(incomplete)]
    return []


def stages(incomplete: str) -> list[str]:
    """The stages that begin so."""
    return [one for one in STAGES if one.startswith(incomplete)]


_ALL_STAGES = ", ".join(STAGES)

Id: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="An id or a title; medpivot jobs lists them.", autocompletion=_jobs
    ),
]
AnyId: TypeAlias = Annotated[
    str | None,
    typer.Argument(metavar="[ID]", help="An id or a title.", autocompletion=_jobs),
]
Ids: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ID]...", help="Only these jobs, by id or title.", autocompletion=_jobs
    ),
]
Title: TypeAlias = Annotated[
    str, typer.Argument(metavar="TITLE", help="As it stands in the advert.", show_default=False)
]
Stage: TypeAlias = Annotated[
    str, typer.Argument(metavar="STAGE", help=f"{_ALL_STAGES}.", autocompletion=stages)
]
Question: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[QUESTION]...", help="Only these questions.", autocompletion=_questions
    ),
]
Answer: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        metavar="QUESTION=TEXT",
        help='An answer: half-days=8, schedule=theirs, "promotion=none, they laughed". Again '
        "for more; empty takes it back.",
    ),
]
InWriting: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(metavar="QUESTION", help="Its answer is in writing.", autocompletion=_questions),
]
NotInWriting: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(metavar="QUESTION", help="It was only said.", autocompletion=_questions),
]
Convention: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="A known way of counting, such as nine-half-days or va-eighths.",
        autocompletion=_conventions,
    ),
]
Currency: TypeAlias = Annotated[
    str | None, typer.Option(metavar="CODE", help="The currency of all your jobs: USD, EUR.")
]
PlainRanking: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--plain", help="A line each: place, points, what they could rise to, standing, id."
    ),
]
PlainQuestions: TypeAlias = Annotated[
    bool,
    typer.Option("--plain", help="A line each: id, answered or open, in writing or not, sentence."),
]
