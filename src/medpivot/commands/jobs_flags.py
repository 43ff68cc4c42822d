"""The arguments and flags of `jobs`, the same in each of its commands."""

from typing import Annotated, TypeAlias

import typer

from medpivot.commands import completing
from medpivot.domain.jobs import STAGES

_ALL_STAGES = ", ".join(STAGES)

Id: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help="An id or a title; medpivot jobs lists them.",
        autocompletion=completing.jobs,
    ),
]
AnyId: TypeAlias = Annotated[
    str | None,
    typer.Argument(metavar="[ID]", help="An id or a title.", autocompletion=completing.jobs),
]
Ids: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ID]...", help="Only these jobs, by id or title.", autocompletion=completing.jobs
    ),
]
Title: TypeAlias = Annotated[
    str, typer.Argument(metavar="TITLE", help="As it stands in the advert.", show_default=False)
]
Stage: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="STAGE", help=f"{_ALL_STAGES}.", autocompletion=completing.words(STAGES)
    ),
]
Question: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[QUESTION]...",
        help="Only these questions.",
        autocompletion=completing.offer_questions,
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
    typer.Option(
        metavar="QUESTION",
        help="Its answer is in writing.",
        autocompletion=completing.offer_questions,
    ),
]
NotInWriting: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        metavar="QUESTION", help="It was only said.", autocompletion=completing.offer_questions
    ),
]
Convention: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="A known way of counting, such as nine-half-days or va-eighths.",
        autocompletion=completing.conventions,
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
