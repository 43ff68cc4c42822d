"""The offers in `jobs.toml` whose pay is known and that no scenario of money reckons with yet."""

import shlex
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from medpivot.domain.jobs import FullWeek, Job, Jobs
from medpivot.domain.offer_arithmetic import hours_of_share, week_sum


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
    other = jobs.settings.currency
    if currency and other and currency != other:
        return ()
    return tuple(
        MoneyOffer(one.id, offer_name(one), one.pay, _command(one, week))
        for one in jobs.kept
        if one.pay is not None and not one.present and not one.over and one.id not in taken
    )


def offer_name(job: Job) -> str:
    """`Clerkship Director, St. Mary's`: what a scenario of that offer is called."""
    return ", ".join(one for one in (job.title, job.employer) if one)


def _command(job: Job, week: FullWeek) -> str:
    """What is known of the job as a scenario; hours as they state them, else as the parts imply."""
    implied = week_sum(job, week).total_hours
    figures = {
        "pay": None if job.pay is None else Fraction(job.pay),
        "hours": implied if job.hours is None else Fraction(job.hours),
        "education_promised": None
        if job.education_fte is None
        else hours_of_share(job.education_fte, week),
    }
    typed = [f"{key}={_figure(one)}" for key, one in figures.items() if one is not None]
    return shlex.join(["medpivot", "money", "add", job.id, *typed])


def _figure(value: Fraction) -> str:
    return f"{float(round(value, 2)):.12g}"
