"""The flags that describe an activity, the same for `log add` and `log edit`."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Annotated, Final, TypeAlias

import typer

from medpivot import catalogue
from medpivot.commands import completing
from medpivot.domain.activities import Term, Vocabulary, Word
from medpivot.domain.typed_activity import CLEARABLE
from medpivot.errors import MedpivotError, Problem, UsageProblem

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
    lines = [f"{FLAGS.get(one.key, one.key)}: {one.what}" for one in problems]
    hint = f"medpivot log {command} --help"
    if len(lines) == 1:
        return UsageProblem(lines[0], hint)
    return UsageProblem(f"{len(lines)} things in this entry cannot stand", hint, lines)


def _words(term: Term) -> Callable[[str], list[tuple[str, str]]]:
    def complete(incomplete: str) -> list[tuple[str, str]]:
        with suppress(MedpivotError, OSError):
            known = _of(catalogue.load_vocabulary(), term).values()
            return [(one.id, one.label) for one in known if one.id.startswith(incomplete)]
        return []

    return complete


def _of(vocabulary: Vocabulary, term: Term) -> Mapping[str, Word]:
    match term:
        case "domain":
            return vocabulary.domains
        case "kind":
            return vocabulary.kinds
        case "level":
            return vocabulary.levels
        case "role":
            return vocabulary.roles
        case "reach":
            return vocabulary.reaches


def _clearable(incomplete: str) -> list[str]:
    return [one for one in CLEARABLE if one.startswith(incomplete)]


On: TypeAlias = Annotated[
    str | None,
    typer.Option("--on", metavar="DATE", help="The day: 2026-11-17, yesterday, last friday."),
]
Kind: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="KIND",
        help="What it was: lecture, precepting, clinic. Left out, you are asked or told them all.",
        autocompletion=_words("kind"),
    ),
]
OtherKind: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="Another kind, such as lecture, precepting or clinic. Left out, it stays.",
        autocompletion=_words("kind"),
    ),
]
Domain: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="DOMAIN",
        help="Teaching, curriculum, mentoring, leadership or assessment, if not the kind's own.",
        autocompletion=_words("domain"),
    ),
]
Role: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="ROLE", help="Your part: sole, co-lead, invited.", autocompletion=_words("role")
    ),
]
Setting: TypeAlias = Annotated[
    str | None, typer.Option(metavar="TEXT", help="Where, in your words.")
]
Reach: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="REACH", help="Local, regional, national.", autocompletion=_words("reach")
    ),
]
Level: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        metavar="LEVEL",
        help="Who learned; again for more. One of preclinical-student, clinical-student, intern, "
        "resident, fellow, nurse-practitioner-pa-student, nurse, faculty, other-health, "
        "patient-public, mixed.",
        autocompletion=_words("level"),
    ),
]
Learners: TypeAlias = Annotated[
    str | None, typer.Option(metavar="N", help="How many learners, 0 to 10000.")
]
Hours: TypeAlias = Annotated[
    str | None, typer.Option(metavar="N", help="Contact hours, such as 1.5; up to 200 for a block.")
]
Prep: TypeAlias = Annotated[str | None, typer.Option(metavar="N", help="Hours of preparation.")]
Rating: TypeAlias = Annotated[
    str | None, typer.Option(metavar="N", help="Mean rating by the learners.")
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
    typer.Option(metavar="TEXT", help="What somebody said. Again for more. Name nobody."),
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
Id: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help="Its first characters, at least four; medpivot log list shows them.",
        autocompletion=completing.activities,
        show_default=False,
    ),
]
Clear: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FIELD",
        help=f"Take back what is noted, before the rest is applied: {', '.join(CLEARABLE)}.",
        autocompletion=_clearable,
    ),
]
