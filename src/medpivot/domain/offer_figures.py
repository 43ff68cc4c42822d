"""Red flags from the sums of the offer itself: hours, shares, targets, what was delivered.

Each says its arithmetic in words. Nothing is ruled out while one of its figures is unknown.
An hour a week is the authors' judgment.
"""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from medpivot.domain.job_words import (
    figure,
    half_days_words,
    hours_words,
    ratio_words,
    share,
    share_words,
)
from medpivot.domain.jobs import NO_TARGET
from medpivot.domain.offer_arithmetic import (
    delivered_ratio,
    hidden_target,
    hours_of_half_days,
    hours_of_share,
    scaled_target,
    week_sum,
)
from medpivot.domain.offer_case_words import ask_about, parts_in_words, unasked
from medpivot.domain.offer_findings import CLEAR, Case, Outcome
from medpivot.domain.wording import capital

AN_HOUR: Final = Fraction(1)
"""Hours a week under which a difference is taken for rounding."""


def over_allocated(case: Case) -> Outcome:
    """Do the parts add up to more than the post that is paid?"""
    parts = case.parts
    paid = Fraction(1) if parts.paid is None else parts.paid
    over = hours_of_share(parts.known - paid, case.week)
    if over >= AN_HOUR:
        taken = "one full post" if parts.paid is None else f"{share_words(paid)} that is paid"
        text = (
            f"{parts_in_words(case)} come to {share_words(parts.known)}, against {taken}: "
            f"{hours_words(hours_of_share(parts.known, case.week))} a week, "
            f"{hours_words(over)} too many."
        )
        named = {"total": share(parts.known), "paid": share(paid)}
        return Outcome("fires", text, named)
    missing = unasked(case, "half-days", "education-time", "contract-share")
    if missing:
        return Outcome("unknown", ask_about(case, missing), questions=missing)
    return CLEAR


def hidden_hours(case: Case) -> Outcome:
    """Are there more hours than the post pays, or than they speak of?"""
    parts, stated = case.parts, case.job.hours
    if stated is not None and parts.paid_hours is not None:
        over = Fraction(stated) - parts.paid_hours
        if over >= AN_HOUR:
            text = (
                f"The job takes about {hours_words(stated)} a week; {share_words(parts.paid or 0)} "
                f"pays for {hours_words(parts.paid_hours)}. The other {hours_words(over)} are not "
                "in the post."
            )
            return Outcome("fires", text, {"extra": figure(over, 1)})
    if stated is not None and parts.total_hours is not None:
        over = parts.total_hours - Fraction(stated)
        if over >= AN_HOUR:
            text = (
                f"{parts_in_words(case)} imply {hours_words(parts.total_hours)} a week; they "
                f"speak of {hours_words(stated)}. {capital(hours_words(over))} have no place."
            )
            return Outcome("fires", text, {"extra": figure(over, 1)})
    missing = unasked(case, "hours", "contract-share", "half-days", "education-time")
    if missing:
        return Outcome("unknown", ask_about(case, missing), questions=missing)
    return CLEAR


def target_not_scaled(case: Case) -> Outcome:
    """Does the RVU target stay while clinical time goes down?"""
    job, parts = case.job, case.parts
    before, at = _earlier_target(case)
    scaled = None
    if before and at and parts.clinical is not None:
        scaled = scaled_target(before, parts.clinical, at)
    if job.rvu_target is not None and scaled is not None:
        hidden = hidden_target(job.rvu_target, scaled)
        if hidden >= 1:
            today = " in your present job" if job.rvu_before is None else ""
            text = (
                f"{figure(before or 0, 0)} RVUs at {share(at or 0)} of a clinical post{today} are "
                f"{figure(scaled, 0)} at {share(parts.clinical or 0)}. They ask for "
                f"{figure(job.rvu_target, 0)}, so {figure(hidden, 0)} are hidden."
            )
            named = {"scaled": figure(scaled, 0), "share": share(parts.clinical or 0)}
            return Outcome("fires", text, named)
    if job.answer("rvu-scaling").choice == NO_TARGET and job.rvu_target is None:
        return CLEAR
    missing = unasked(case, "rvu-target", *(["half-days"] if before else []))
    return Outcome("unknown", ask_about(case, missing), questions=missing) if missing else CLEAR


def clinical_fills_the_post(case: Case) -> Outcome:
    """Does the clinical part alone fill the paid post, with the education part on top?"""
    parts = case.parts
    if not parts.clinical or not parts.education:
        missing = unasked(case, "half-days", "education-time")
        return Outcome("unknown", ask_about(case, missing), questions=missing) if missing else CLEAR
    paid = Fraction(1) if parts.paid is None else parts.paid
    if parts.clinical >= paid:
        text = (
            f"The clinical part alone is {share_words(parts.clinical)} of a post of "
            f"{share_words(paid)}; the {share_words(parts.education)} for education come on top."
        )
        return Outcome("fires", text)
    missing = unasked(case, "half-days", "contract-share")
    return Outcome("unknown", ask_about(case, missing), questions=missing) if missing else CLEAR


def too_little_delivered(case: Case) -> Outcome:
    """Did the last person have so little of the promised education time that it is drift?"""
    promised, delivered = case.job.education_fte, case.job.delivered_half_days
    if promised is None or delivered is None:
        return CLEAR
    ratio, least = delivered_ratio(promised, delivered, case.week), case.person.least_delivered
    if ratio is None or ratio >= least:
        return CLEAR
    text = (
        f"{share_words(promised)} was promised, {hours_words(hours_of_share(promised, case.week))} "
        f"a week. {capital(half_days_words(delivered))} were there, "
        f"{hours_words(hours_of_half_days(delivered, case.week))}: {ratio_words(ratio)} of it. "
        f"Under {ratio_words(least)} is called drift here."
    )
    return Outcome("fires", text, source="judgement")


def _earlier_target(case: Case) -> tuple[Decimal | None, Fraction | None]:
    """The target to compare with and the clinical share it belongs to: named, else today's."""
    job, now = case.job, case.person.now
    if job.rvu_before is not None:
        return job.rvu_before, Fraction(1 if job.rvu_before_fte is None else job.rvu_before_fte)
    if now is None or now.id == job.id or now.rvu_target is None:
        return None, None
    return now.rvu_target, week_sum(now, case.week).clinical
