"""The flags that describe an activity, given to `log add` and `log edit` as one typed activity."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final, TypeAlias

import typer

from medpivot.commands import completing
from medpivot.commands.described import as_fields, described_by
from medpivot.domain.typed_activity import CLEARABLE, Typed
from medpivot.errors import Problem, UsageProblem, placed, refused

FLAGS: Final[Mapping[str, str]] = {
    "title": "TITLE",
    "date": "--on",
    "kind": "--kind",
    "domain": "--domain",
    "role": "--role",
    "setting": "--setting",
    "reach": "--reach",
    "levels": "--level",
    "learners": "--learners",
    "contact_hours": "--hours",
    "prep_hours": "--prep",
    "rating.mean": "--rating",
    "rating.raters": "--raters",
    "rating.scale": "--scale",
    "rating.before": "--before",
    "rating.peer_mean": "--peer-mean",
    "energy": "--energy",
    "quotes": "--quote",
    "changed": "--changed",
    "evidence": "--evidence",
    "milestone": "--milestone",
    "clear": "--clear",
}
"""The flag for each key of an activity."""


def usage_problem(problems: Sequence[Problem], command: str) -> UsageProblem:
    """All that is wrong with what was typed, each line beginning with its flag."""
    lines = [placed(FLAGS.get(one.key, one.key), one.what) for one in problems]
    return refused(lines, f"medpivot log {command} --help", "things in this entry")


On: TypeAlias = Annotated[
    str | None,
    typer.Option("--on", metavar="DATE", help="The day: 2026-11-17, yesterday, last friday."),
]
Kind: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="KIND",
        help="What it was: lecture, precepting, clinic. Left out, you are asked or told them all.",
        autocompletion=completing.kinds,
    ),
]
OtherKind: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="Another kind, such as lecture, precepting or clinic. Left out, it stays.",
        autocompletion=completing.kinds,
    ),
]
Domain: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="DOMAIN",
        help="Teaching, curriculum, mentoring, leadership or assessment, if not the kind's own.",
        autocompletion=completing.domains,
    ),
]
Role: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="ROLE", help="Your part: sole, co-lead, invited.", autocompletion=completing.parts
    ),
]
Setting: TypeAlias = Annotated[
    str | None, typer.Option(metavar="TEXT", help="Where, in your words.")
]
Reach: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="REACH", help="Local, regional, national.", autocompletion=completing.reaches
    ),
]
Level: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--level",
        metavar="LEVEL",
        help="Who learned; again for more. One of preclinical-student, clinical-student, intern, "
        "resident, fellow, nurse-practitioner-pa-student, nurse, faculty, other-health, "
        "patient-public, mixed.",
        autocompletion=completing.levels,
    ),
]
Learners: TypeAlias = Annotated[
    str | None, typer.Option(metavar="N", help="How many learners, 0 to 10000.")
]
Hours: TypeAlias = Annotated[
    str | None,
    typer.Option("--hours", metavar="N", help="Contact hours, such as 1.5; up to 200 for a block."),
]
Prep: TypeAlias = Annotated[
    str | None, typer.Option("--prep", metavar="N", help="Hours of preparation.")
]
Rating: TypeAlias = Annotated[
    str | None, typer.Option("--rating", metavar="N", help="Mean rating by the learners.")
]
Raters: TypeAlias = Annotated[
    str | None, typer.Option(metavar="N", help="How many rated; from four on it counts.")
]
Scale: TypeAlias = Annotated[
    str | None, typer.Option(metavar="N", help="Top of the rating scale, 5 if not given.")
]
Before: TypeAlias = Annotated[
    str | None, typer.Option(metavar="N", help="Mean rating before you changed it.")
]
PeerMean: TypeAlias = Annotated[
    str | None, typer.Option("--peer-mean", metavar="N", help="Mean rating of your peers.")
]
Energy: TypeAlias = Annotated[
    str | None, typer.Option(metavar="N", help="From -2 (drained me) to 2 (gave me a lot).")
]
Quote: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--quote", metavar="TEXT", help="What somebody said. Again for more. Name nobody."
    ),
]
ShareQuotes: TypeAlias = Annotated[
    bool | None,
    typer.Option(
        "--share-quotes/--keep-quotes",
        help="Whether exports may carry the quotes; kept to yourself if not given.",
        show_default=False,
    ),
]
Changed: TypeAlias = Annotated[
    str | None, typer.Option(metavar="TEXT", help="What changed afterwards.")
]
Proof: TypeAlias = Annotated[
    str | None, typer.Option("--evidence", metavar="PATH", help="A file that shows it.")
]
Milestone: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="ID",
        help="The milestone of your plan it belongs to.",
        autocompletion=completing.milestones,
    ),
]
Clear: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FIELD",
        help=f"Take back what is noted, before the rest is applied: {', '.join(CLEARABLE)}.",
        autocompletion=completing.words(CLEARABLE),
    ),
]
Title: TypeAlias = Annotated[str | None, typer.Option(metavar="TEXT", help="Another title.")]

_FLAGS: Final[Mapping[str, Any]] = {
    "domain": Domain,
    "role": Role,
    "setting": Setting,
    "reach": Reach,
    "levels": Level,
    "learners": Learners,
    "contact_hours": Hours,
    "prep_hours": Prep,
    "mean": Rating,
    "raters": Raters,
    "scale": Scale,
    "before": Before,
    "peer_mean": PeerMean,
    "energy": Energy,
    "quotes": Quote,
    "shareable": ShareQuotes,
    "changed": Changed,
    "evidence": Proof,
    "milestone": Milestone,
}
_OF_A_NEW_ONE: Final[Mapping[str, Any]] = {"date": On, "kind": Kind, **_FLAGS}
_OF_CHANGES: Final[Mapping[str, Any]] = {
    "title": Title,
    "date": On,
    "kind": OtherKind,
    **_FLAGS,
    "clear": Clear,
}


def _typed(_: typer.Context, given: Mapping[str, Any]) -> Typed:
    return Typed(**as_fields(given))


describing_an_activity = described_by(_OF_A_NEW_ONE, _typed)
"""Gives a command all flags that describe an activity, gathered in its argument `typed`."""

changing_an_activity = described_by(_OF_CHANGES, _typed)
"""The same for a command that changes one, with what takes a value back."""
