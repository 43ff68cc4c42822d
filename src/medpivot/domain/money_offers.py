"""Money beside `jobs.toml`: offers no scenario reckons with, and those whose figures changed."""

import shlex
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from medpivot.domain.jobs import FullWeek, Job, Jobs
from medpivot.domain.money import FIELDS, Money, Scenario
from medpivot.domain.money_words import figure_words
from medpivot.domain.offer_arithmetic import hours_of_share, week_sum

_SHORT: Final = {"pay": "pay", "hours": "a week of", "education_promised": "promised education"}


@dataclass(frozen=True, slots=True)
class MoneyOffer:
    """One offer, its pay a year, and the command that makes a scenario of it."""

    id: str
    name: str
    pay: Decimal
    command: str


def offers_to_take(
    jobs: Jobs, week: FullWeek, taken: Collection[str], currency: str
) -> tuple[MoneyOffer, ...]:
    """The jobs with pay that are not over, each with its command; `taken` are scenarios by id.

    `currency` is that of money. Pay in another one cannot be added up and is left out.
    """
    if not _one_currency(jobs, currency):
        return ()
    return tuple(
        MoneyOffer(one.id, offer_name(one), one.pay, _command(one, week))
        for one in jobs.kept
        if one.pay is not None and not one.present and not one.over and one.id not in taken
    )


@dataclass(frozen=True, slots=True)
class ChangedOffer:
    """A scenario with other figures than the job of its id has now.

    `differs` are the keys of `FIELDS` with what money and what the job has; `command` takes the
    job's over.
    """

    id: str
    differs: tuple[tuple[str, Decimal, Decimal], ...]
    command: str


def changed_offers(jobs: Jobs, week: FullWeek, money: Money) -> tuple[ChangedOffer, ...]:
    """The scenarios whose entered figures are no longer those of their job.

    Pay in two currencies is not compared, nor are jobs that are over or removed.
    """
    found = (
        _changed(one, money.scenario(one.id), week, pay=_one_currency(jobs, money.currency))
        for one in jobs.kept
        if not one.present and not one.over
    )
    return tuple(one for one in found if one)


def _changed(
    job: Job, scenario: Scenario | None, week: FullWeek, *, pay: bool
) -> ChangedOffer | None:
    if scenario is None or scenario.removed:
        return None
    now = {key: Decimal(_figure(one)) for key, one in _figures(job, week).items()}
    differs = tuple(
        (key, entered, now[key])
        for key in now
        if (entered := scenario.figures.get(key)) is not None
        and entered != now[key]
        and (pay or key != "pay")
    )
    if not differs:
        return None
    typed = [f"{job.id}.{key}={value:f}" for key, _, value in differs]
    return ChangedOffer(job.id, differs, shlex.join(["medpivot", "money", "set", *typed]))


def changed_words(one: ChangedOffer, currency: str) -> str:
    """What differs, and the command that takes it over."""
    said = "; ".join(
        f"{_SHORT[key]} {_said(key, entered, currency)}, there {_said(key, now, currency)}"
        for key, entered, now in one.differs
    )
    return f"Reckoned with other figures than jobs.toml has: {said}. To take over: {one.command}"


def _said(key: str, value: Decimal, currency: str) -> str:
    return figure_words(value, FIELDS[key].unit, currency)


def offer_name(job: Job) -> str:
    """`Clerkship Director, St. Mary's`: what a scenario of that offer is called."""
    return ", ".join(one for one in (job.title, job.employer) if one)


def _one_currency(jobs: Jobs, currency: str) -> bool:
    other = jobs.settings.currency
    return not currency or not other or currency == other


def _figures(job: Job, week: FullWeek) -> dict[str, Fraction]:
    """What is known of the job as a scenario; hours as they state them, else as the parts imply."""
    implied = week_sum(job, week).total_hours
    figures = {
        "pay": None if job.pay is None else Fraction(job.pay),
        "hours": implied if job.hours is None else Fraction(job.hours),
        "education_promised": None
        if job.education_fte is None
        else hours_of_share(job.education_fte, week),
    }
    return {key: one for key, one in figures.items() if one is not None}


def _command(job: Job, week: FullWeek) -> str:
    typed = [f"{key}={_figure(one)}" for key, one in _figures(job, week).items()]
    return shlex.join(["medpivot", "money", "add", job.id, *typed])


def _figure(value: Fraction) -> str:
    return f"{float(round(value, 2)):.12g}"
