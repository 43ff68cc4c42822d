"""Every flag that describes a job, given to several commands as one typed job."""

from collections.abc import Mapping
from typing import Annotated, Any, Final

import typer

from medpivot.commands import completing
from medpivot.commands.days import days_among
from medpivot.commands.described import as_fields, described_by
from medpivot.commands.jobs_flags import Currency
from medpivot.domain.jobs import FIGURES
from medpivot.domain.typed_job import CLEARABLE, DATES, TypedJob
from medpivot.session import Session

_METAVARS: Final = {"share": "FTE", "percent": "PERCENT", "money": "SUM"}
_HELP: Final[Mapping[str, str]] = {
    "clinical_half_days": "Half-days of clinical work a week, counted.",
    "clinical_fte": "Clinical share as they state it: 0.6, 60%.",
    "education_fte": "Share for education: 0.4, 40%, 16h.",
    "other_fte": "Share for research or other work.",
    "fte": "Share of full time that is paid.",
    "hours": "Hours a week it takes, all of them.",
    "clinical_percent": "Clinical percent in the advert.",
    "service_weeks": "Service weeks a year.",
    "delivered_half_days": "Half-days a week for education that were really there.",
    "pay": "Pay a year: 210000, 210k, 210k EUR.",
    "rvu_target": "RVU target a year.",
    "rvu_before": "The target before; if left out, that of your present job.",
    "rvu_before_fte": "Clinical share of that earlier target; 1.0 if left out.",
}


def _text(flag: str, metavar: str, help: str) -> Any:  # noqa: A002, ANN401  (an annotation)
    return Annotated[str | None, typer.Option(flag, metavar=metavar, help=help)]


def _hidden(flag: str) -> Any:  # noqa: ANN401  (an annotation)
    return Annotated[str | None, typer.Option(flag, hidden=True)]


_FLAGS: Final[Mapping[str, Any]] = {
    "employer": _text("--at", "TEXT", "Who offers it."),
    "place": _text("--place", "TEXT", "Where it is."),
    "role": Annotated[
        str | None,
        typer.Option(
            metavar="ROLE",
            help="Which role it is, such as clerkship-director.",
            autocompletion=completing.roles,
        ),
    ],
    **{
        key: _text(f"--{one.flag}", _METAVARS.get(one.unit, "N"), _HELP[key])
        for key, one in FIGURES.items()
    },
    "deadline": _text("--deadline", "DATE", "The last day to apply or to answer."),
    "starts": _text("--starts", "DATE", "The first day."),
    "ends": _text("--ends", "DATE", "The last day, where there is a term."),
    "link": _text("--link", "TEXT", "Where the advert is; it is never opened."),
    "note": _text("--note", "TEXT", "For yourself; no letter holds it."),
    "level": Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHAT=0..4",
            help="How much it holds of students, residents, hands-on, design, scholarship or "
            "leadership, where the role says too little. Again for more.",
        ),
    ],
    "currency": Currency,
}
_CLEAR: Final = Annotated[
    list[str] | None,
    typer.Option(
        metavar="WHAT",
        help="Take a value back, by its flag: pay, half-days, role. Again for more.",
        autocompletion=completing.words(CLEARABLE),
    ),
]


def _typed(ctx: typer.Context, given: Mapping[str, Any]) -> TypedJob:
    session: Session = ctx.obj
    fields = as_fields(given)
    figures = {key: fields.pop(key) for key in FIGURES if key in fields}
    levels = fields.pop("level", ())
    return TypedJob(
        figures=figures, levels=levels, **days_among(fields, DATES, session.today, "future")
    )


describing_a_job = described_by(_FLAGS, _typed)
"""Gives a command all flags that describe a job, gathered in its argument `typed`."""

changing_a_job = described_by({**_FLAGS, "clear": _CLEAR}, _typed)
"""The same for a command that changes one, with what takes a value back."""

_OF_THE_PRESENT: Final[Mapping[str, Any]] = {
    "employer": _text("--at", "TEXT", "Where you work."),
    "clinical_fte": _text("--clinical", "FTE", "Clinical share as your contract states it."),
    "delivered_half_days": _text(
        "--delivered", "N", "Half-days a week for education that are really there."
    ),
    "rvu_before": _text("--rvu-before", "N", "The target before your clinical time changed."),
    "starts": _text("--starts", "DATE", "The first day of what you describe here."),
    "note": _text("--note", "TEXT", "For yourself."),
    # an advert and a day to apply by belong to other jobs: understood, and not offered
    "clinical_percent": _hidden("--advert-clinical"),
    "deadline": _hidden("--deadline"),
    "link": _hidden("--link"),
}

describing_the_present_job = described_by({**_FLAGS, **_OF_THE_PRESENT, "clear": _CLEAR}, _typed)
"""The same for the job the person has, in words that fit it."""
