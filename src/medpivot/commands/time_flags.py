"""What the flags of `time` mean: weeks by their Monday, hours, and how a post is counted."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Final, TypeAlias

import typer

from medpivot import catalogue
from medpivot.commands import completing
from medpivot.commands.days import day_meant
from medpivot.domain.activity_checks import LONGEST_TEXT
from medpivot.domain.jobs import FullWeek
from medpivot.domain.ledger import monday_of
from medpivot.domain.typed_hours import Amount, amount_meant, hours_meant
from medpivot.domain.week import CATEGORIES, CategoryId
from medpivot.errors import UsageProblem, refused
from medpivot.session import Session
from medpivot.store import jobs

WeekOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--week", metavar="DATE", help='Any day of it, or "last week"; this week if left out.'
    ),
]
Promised: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="HOURS", help='Hours, or "0.3 FTE"; as last time if left out.'),
]
Delivered: TypeAlias = Annotated[
    str | None, typer.Option(metavar="HOURS", help='Hours that you really had, or "2 half-days".')
]
Id: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help="Its first characters, at least four; medpivot time list shows them.",
        autocompletion=completing.ledger,
    ),
]

EVERYTHING: Final = "all"
NOTE: Final = "note"


def monday_meant(session: Session, typed: str | None) -> date:
    """The Monday of the week that was typed, or of this week.

    Raises:
        UsageProblem: it is no day, or a week that is still to come.
    """
    if typed is None:
        return monday_of(session.today)
    monday = monday_of(day_meant(typed, session.today, "past", "--week"))
    if monday > monday_of(session.today):
        raise UsageProblem(
            f"--week: the week of {monday} is still to come", "this week or an earlier one"
        )
    return monday


def hours_given(typed: Mapping[CategoryId, str | None]) -> dict[CategoryId, Decimal | None]:
    """The hours that were typed, by kind of work.

    Raises:
        UsageProblem: with everything that is wrong.
    """
    hours: dict[CategoryId, Decimal | None] = {}
    wrong: list[str] = []
    for one in CATEGORIES:
        raw = typed.get(one)
        if raw is None:
            continue
        try:
            hours[one] = hours_meant(raw)
        except ValueError as reason:
            wrong.append(f"--{one}: {reason}")
    if wrong:
        raise refused(wrong, "medpivot time week --help", "figures")
    return hours


def cleared(names: list[str] | None) -> dict[CategoryId, Decimal | None]:
    """The kinds of work whose hours are taken back.

    Raises:
        UsageProblem: a name is not known.
    """
    hours: dict[CategoryId, Decimal | None] = {}
    for name in names or ():
        chosen = [one for one in CATEGORIES if name in (one, EVERYTHING)]
        if not chosen and name != NOTE:
            known = ", ".join((*CATEGORIES, NOTE, EVERYTHING))
            raise UsageProblem(f"--clear {name[:40]!r} is not known", f"one of {known}")
        hours |= dict.fromkeys(chosen)
    return hours


def amount_given(session: Session, flag: str, raw: str, command: str) -> Amount:
    """The hours meant by `--promised` or `--delivered`.

    Raises:
        UsageProblem: it is no amount; with the reason.
    """
    try:
        return amount_meant(raw, lambda: week_of_a_post(session), promised=flag == "--promised")
    except ValueError as reason:
        raise UsageProblem(f"{flag}: {reason}", f"medpivot time {command} --help") from None


def week_of_a_post(session: Session) -> FullWeek:
    """What a full post is taken to be: the settings of `jobs.toml`, else the usual convention."""
    return jobs.load(session.home).content.settings.week(catalogue.load_offers().usual)


def note_given(text: str | None) -> str | None:
    """The note, where it may be kept.

    Raises:
        UsageProblem: it is empty or too long.
    """
    if text is None:
        return None
    if not text.strip():
        raise UsageProblem(
            "--note is empty", "leave --note out, or take one back with --clear note"
        )
    if len(text) > LONGEST_TEXT:
        raise UsageProblem(
            f"--note is {len(text):,} characters long; at most {LONGEST_TEXT:,} are kept",
            "keep the long version in a file of its own",
        )
    return text
