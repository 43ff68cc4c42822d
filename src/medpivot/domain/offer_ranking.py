"""Which job fits best, of what is known: postings, offers and the job one has, side by side.

Points are the fit of a role (weight times agreement), counted for one job. What nobody asked
counts nothing, so that leaving a question out can never help a job; how far the points could rise
is shown beside them. A place is given only to a job whose limits are known to hold.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, TypeAlias

from medpivot.domain.agreement import mean_agreement
from medpivot.domain.answers import Answers
from medpivot.domain.assessment import Want
from medpivot.domain.dimensions import CLINICAL, REGULAR_HOURS, Dimension
from medpivot.domain.fit import settled, whole
from medpivot.domain.job_words import Number
from medpivot.domain.offer_arithmetic import hourly_pay
from medpivot.domain.offer_findings import OfferCheck, Person
from medpivot.domain.offer_limits import Limit, LimitId, limits
from medpivot.domain.offer_present import (
    FromAnswers,
    counted_percent,
    from_answers,
    weekly_hours,
)
from medpivot.domain.offers import Offers
from medpivot.domain.roles import Range, Role, Roles

Known: TypeAlias = Literal["job", "role", "unknown", "not-said"]
"""Where a dimension comes from: this job, what its role usually is, nowhere, or no wish for it."""

Standing: TypeAlias = Literal["stands", "open", "broken"]

CALL = "call"
_STANDINGS: tuple[Standing, ...] = ("stands", "open", "broken")
_OUT_OF_REACH: tuple[LimitId, ...] = ("income", "clinical", "must-have")


@dataclass(frozen=True, slots=True)
class Part:
    """One dimension of one job: agreement 0 to 1 (None: unknown), weight, and points of 100."""

    dimension: Dimension
    known: Known
    agreement: float | None
    weight: float
    points: float


@dataclass(frozen=True, slots=True)
class RankedJob:
    """A job with its points, and how it stands to the person's limits.

    `points` are certain, `possible` what they could rise to, both 0 to 100. `place` counts from 1
    and is None unless every limit is known to hold; jobs with the same points share it.
    `said` is what the interview says where nothing was entered.
    """

    check: OfferCheck
    parts: tuple[Part, ...]
    limits: tuple[Limit, ...]
    points: int
    possible: int
    place: int | None
    hourly: Number | None
    said: FromAnswers

    @property
    def pay(self) -> Decimal | None:
        """Pay a year, as entered, else as answered in the interview."""
        return self.said.pay if self.check.job.pay is None else self.check.job.pay

    @property
    def standing(self) -> Standing:
        """Does it stand up to the limits, is something open, or is one of them broken?"""
        states = {limit.state for limit in self.limits}
        if "broken" in states:
            return "broken"
        return "open" if "unknown" in states else "stands"

    @property
    def to_ask(self) -> tuple[str, ...]:
        """The questions that would settle its open limits."""
        return tuple(dict.fromkeys(limit.question for limit in self.limits if limit.question))


def rank_jobs(
    checks: Iterable[OfferCheck],
    wants: Sequence[Want],
    offers: Offers,
    roles: Roles,
    person: Person,
) -> tuple[RankedJob, ...]:
    """The jobs: those with a place first, then those with something open, then the broken ones.

    Within each the most certain points come first; equal ones are ordered by id. The order in
    which the jobs are given does not matter.
    """
    ranked = sorted((_ranked(check, wants, offers, roles, person) for check in checks), key=_order)
    placed = [one for one in ranked if one.standing == "stands"]
    return tuple(_with_place(one, placed) if one.standing == "stands" else one for one in ranked)


def nothing_in_reach(ranked: Iterable[RankedJob]) -> bool:
    """Is there a job within reach, and does none of them meet the floor and the must-haves?

    In reach are jobs that do not mean moving; the job one has does not count.
    """
    near = [
        one
        for one in ranked
        if not one.check.job.present
        and not one.check.job.over
        and one.check.job.answer("moving").choice != "move"
    ]
    return bool(near) and all(_fails(one) for one in near)


def _fails(one: RankedJob) -> bool:
    return any(limit.state == "broken" and limit.id in _OUT_OF_REACH for limit in one.limits)


def _ranked(
    check: OfferCheck, wants: Sequence[Want], offers: Offers, roles: Roles, person: Person
) -> RankedJob:
    role = roles.role(check.job.role) if check.job.role else None
    parts = tuple(_part(want, check, role, offers, person.answers) for want in wants)
    missing = math.fsum(100 * part.weight for part in parts if part.known == "unknown")
    certain = math.fsum(part.points for part in parts)
    job = check.job
    said = from_answers(job, check.parts, person.answers)
    pay = said.pay if job.pay is None else job.pay
    hours = weekly_hours(job, check.parts, person.answers, person.weeks)
    hourly = None if pay is None or hours is None else hourly_pay(pay, *hours)
    return RankedJob(
        check=check,
        parts=parts,
        limits=limits(check, person),
        points=whole(settled(certain)),
        possible=whole(settled(certain + missing)),
        place=None,
        hourly=hourly,
        said=said,
    )


def _part(
    want: Want, check: OfferCheck, role: Role | None, offers: Offers, answers: Answers
) -> Part:
    """What one dimension of a job adds; a wish nobody stated counts one half for every job."""
    there, known = offered(want.dimension, check, role, offers, answers)
    if want.level is None:
        half = mean_agreement(want.dimension, None, None, Range(0, 0, ""))
        return Part(want.dimension, "not-said", half, want.weight, 100 * want.weight * half)
    if there is None:
        return Part(want.dimension, "unknown", None, want.weight, 0.0)
    agreement = mean_agreement(want.dimension, want.level, want.direction, there)
    return Part(want.dimension, known, agreement, want.weight, 100 * want.weight * agreement)


def offered(
    dimension: Dimension,
    check: OfferCheck,
    role: Role | None,
    offers: Offers,
    answers: Answers,
) -> tuple[Range | None, Known]:
    """What a job offers: as it was counted or answered, else what its role usually is.

    Clinical time and regular hours differ too much from post to post to be taken from the role.
    """
    job = check.job
    if dimension == CLINICAL:
        percent = counted_percent(job, check.parts, answers)
        return _point(None if percent is None else float(percent))
    if dimension == REGULAR_HOURS:
        question = offers.question(CALL)
        choice = question.choice(job.answer(CALL).choice) if question else None
        return _point(choice.level if choice else None)
    if dimension in job.levels:
        return _point(job.levels[dimension])
    return (role.ranges[dimension], "role") if role else (None, "unknown")


def _point(level: float | None) -> tuple[Range | None, Known]:
    return (None, "unknown") if level is None else (Range(level, level, "job"), "job")


def _order(one: RankedJob) -> tuple[int, int, str]:
    return _STANDINGS.index(one.standing), -one.points, one.check.job.id


def _with_place(one: RankedJob, placed: Sequence[RankedJob]) -> RankedJob:
    place = 1 + sum(other.points > one.points for other in placed)
    return replace(one, place=place)
