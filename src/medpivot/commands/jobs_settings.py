"""`jobs settings`: what a full week is taken to be, and the currency."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, TypeAlias

import typer

from medpivot.commands import jobs_flags as flags
from medpivot.commands.jobs_board import Board, board, change
from medpivot.commands.shared_flags import Json
from medpivot.commands.taking_back import TAKES_IT_BACK
from medpivot.domain.amounts import check_currency
from medpivot.domain.closest import did_you_mean
from medpivot.domain.finding import shown
from medpivot.domain.jobs import Jobs, JobSettings
from medpivot.domain.typed_numbers import number_within
from medpivot.errors import Problem
from medpivot.session import Session
from medpivot.show.jobs_json import week_json
from medpivot.show.out import console, json_document, note

Problems: TypeAlias = list[Problem]


def settings(
    ctx: typer.Context,
    convention: flags.Convention = None,
    half_days: Annotated[
        str | None,
        typer.Option("--half-days-per-fte", metavar="N", help="Half-days in a full post."),
    ] = None,
    half_day_hours: Annotated[
        str | None,
        typer.Option("--hours-per-half-day", metavar="N", help="Hours in one half-day."),
    ] = None,
    week_hours: Annotated[
        str | None,
        typer.Option("--hours-per-week", metavar="N", help="Hours a week in a full post."),
    ] = None,
    currency: flags.Currency = None,
    json: Json = False,
) -> None:
    """What a full week is taken to be. It stands beside every result that depends on it.

    \b
    Examples:
      medpivot jobs settings
      medpivot jobs settings --convention va-eighths
      medpivot jobs settings --hours-per-week 37.5 --hours-per-half-day 3.75
    """
    session: Session = ctx.obj
    typed = {
        "half_days_per_fte": half_days,
        "hours_per_half_day": half_day_hours,
        "hours_per_week": week_hours,
    }
    there = board(session)
    if convention or currency is not None or any(typed.values()):

        def setting(now: Board) -> tuple[Jobs, Problems]:
            # shown afterwards, so it has to be readable before anything is kept
            _ = now.currency
            changed, problems = _settings(now, convention, typed, currency)
            return Jobs(now.jobs.jobs, changed), problems

        there, differs = change(session, "jobs settings", setting)
        note(f"Changed. {TAKES_IT_BACK}" if differs else "It was so already.")
    if json:
        json_document({"schema": 1, **week_json(there.week), "currency": there.currency or None})
        return
    from medpivot.show.job_settings import job_settings

    console().print(job_settings(there.week, there.currency, there.offers))


def _settings(
    there: Board, convention: str | None, typed: Mapping[str, str | None], currency: str | None
) -> tuple[JobSettings, Problems]:
    new = there.jobs.settings
    problems: Problems = []
    if convention is not None:
        known = {one.id: one for one in there.offers.conventions}
        found = known.get(convention)
        if found is None:
            near = did_you_mean(convention, known) or f"one of {', '.join(known)}"
            problems.append(
                Problem(f"{shown(convention)!r} is not known; {near}", key="convention")
            )
        else:
            new = replace(
                new,
                half_days_per_fte=found.half_days_per_fte,
                hours_per_half_day=found.hours_per_half_day,
                hours_per_week=found.hours_per_week,
            )
    for key, raw in typed.items():
        if raw is None:
            continue
        try:
            new = replace(new, **{key: number_within(raw, 0, 168, "")})  # type: ignore[arg-type]
        except ValueError as reason:
            problems.append(Problem(str(reason), key=key))
    if currency is not None:
        try:
            new = replace(new, currency=_currency(there, currency))
        except ValueError as reason:
            problems.append(Problem(str(reason), key="currency"))
    return new, problems


def _currency(there: Board, typed: str) -> str:
    """The currency, where no pay is kept in another one: nothing is converted here."""
    meant = check_currency(typed)
    known = there.currency
    priced = any(job.pay is not None for job in there.jobs.jobs)
    if known and meant != known and (priced or there.jobs.settings.currency != known):
        raise ValueError(
            f"your money is in {known}, and nothing is converted here; change it where it stands"
        )
    return meant
