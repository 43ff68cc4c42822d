"""The arithmetic of an offer: shares of a post, half-days, hours, targets, and what was delivered.

Exact fractions throughout, so that 0.4 and six of ten half-days are one post and not nearly one.
What a full week is taken to be is always a parameter.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from medpivot.domain.jobs import FullWeek, Job


def share_of_half_days(half_days: Decimal, week: FullWeek) -> Fraction:
    """Which share of a full post so many half-days a week are."""
    return Fraction(half_days) / Fraction(week.half_days_per_fte)


def hours_of_half_days(half_days: Decimal, week: FullWeek) -> Fraction:
    """Hours a week in so many half-days."""
    return Fraction(half_days) * Fraction(week.hours_per_half_day)


def hours_of_share(share: Decimal | Fraction, week: FullWeek) -> Fraction:
    """Hours a week implied by a share of a full post."""
    return Fraction(share) * Fraction(week.hours_per_week)


def scaled_target(
    full_target: Decimal, new_clinical: Decimal | Fraction, old_clinical: Decimal | Fraction
) -> Fraction:
    """The target that keeps its proportion when the clinical share goes from old to new.

    5,000 RVUs at 1.0 of a clinical post are 3,000 at 0.6. Source of the rule: the case study in
    the compensation playbook of the Infectious Diseases Society of America.

    Raises:
        ValueError: the old clinical share is nothing.
    """
    if not old_clinical:
        raise ValueError("a target cannot be scaled from no clinical time")
    return Fraction(full_target) * Fraction(new_clinical) / Fraction(old_clinical)


def hidden_target(offered: Decimal, scaled: Fraction) -> Fraction:
    """How much of an offered target is more than the scaled one; below 0 where it is less."""
    return Fraction(offered) - scaled


def delivered_ratio(
    promised_share: Decimal, delivered_half_days: Decimal, week: FullWeek
) -> Fraction | None:
    """Education time that was really there, over what was promised; None where nothing was.

    Both are compared in hours: 0.3 of 40 hours are 12, two half-days of 4 are 8, so two thirds.
    """
    promised = hours_of_share(promised_share, week)
    if not promised:
        return None
    return hours_of_half_days(delivered_half_days, week) / promised


def hourly_pay(pay: Decimal, hours: Decimal | Fraction, weeks: Decimal) -> Fraction | None:
    """Pay for each hour worked in a year of so many working weeks; None where there are none."""
    worked = Fraction(hours) * Fraction(weeks)
    return Fraction(pay) / worked if worked else None


@dataclass(frozen=True, slots=True)
class WeekSum:
    """The parts of a job as shares of a full post, and what they come to. None is unknown.

    `clinical` is the larger of what was counted in half-days and what they state; `counted` says
    whether half-days were given at all. `total` needs both the clinical and the education part.
    """

    clinical: Fraction | None
    counted: bool
    education: Fraction | None
    other: Fraction
    total: Fraction | None
    total_hours: Fraction | None
    paid: Fraction | None
    paid_hours: Fraction | None
    known: Fraction
    """What the known parts come to, at least."""


def week_sum(job: Job, week: FullWeek) -> WeekSum:
    """The week of a job, added up."""
    counted = job.clinical_half_days is not None
    clinical = _larger(
        None
        if job.clinical_half_days is None
        else share_of_half_days(job.clinical_half_days, week),
        None if job.clinical_fte is None else Fraction(job.clinical_fte),
    )
    education = None if job.education_fte is None else Fraction(job.education_fte)
    other = Fraction(job.other_fte or 0)
    known = (clinical or 0) + (education or 0) + other
    total = known if clinical is not None and education is not None else None
    paid = None if job.fte is None else Fraction(job.fte)
    return WeekSum(
        clinical=clinical,
        counted=counted,
        education=education,
        other=other,
        total=total,
        total_hours=None if total is None else hours_of_share(total, week),
        paid=paid,
        paid_hours=None if paid is None else hours_of_share(paid, week),
        known=Fraction(known),
    )


def clinical_percent(parts: WeekSum) -> Fraction | None:
    """The clinical part in percent of the paid post; None where one of the two is unknown.

    At most 100: what is beyond the paid post is a finding of its own.
    """
    if parts.clinical is None or not parts.paid:
        return None
    return min(Fraction(100), 100 * parts.clinical / parts.paid)


def _larger(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    known = [share for share in (one, other) if share is not None]
    return max(known) if known else None
