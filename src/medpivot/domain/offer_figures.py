"""Red flags that arithmetic raises: hours, shares, targets, norms, pay and the clinical share.

Each says its arithmetic in words. Nothing is ruled out while one of its figures is unknown.
The lines drawn here (an hour a week, ten points) are the authors' judgment.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from medpivot.domain.blockers import left_after_cut
from medpivot.domain.job_search import names_of, specialties_in
from medpivot.domain.job_words import (
    figure,
    half_days_words,
    hours_words,
    money_words,
    percent_words,
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
    share_of_half_days,
    week_sum,
)
from medpivot.domain.offer_findings import CLEAR, Case, Outcome
from medpivot.domain.offer_present import from_answers, percent_clinical
from medpivot.domain.offers import Norm, Severity
from medpivot.domain.wording import capital, listed

AN_HOUR: Final = Fraction(1)
"""Hours a week under which a difference is taken for rounding."""

FAR_POINTS: Final = Fraction(10)
"""Percentage points of clinical time from which a mix is another mix."""

_SHARE_WISHES: Final = ("clinical-wanted", "clinical-least", "clinical-most")


def over_allocated(case: Case) -> Outcome:
    """Do the parts add up to more than the post that is paid?"""
    parts = case.parts
    paid = Fraction(1) if parts.paid is None else parts.paid
    over = hours_of_share(parts.known - paid, case.week)
    if over >= AN_HOUR:
        taken = "one full post" if parts.paid is None else f"{share_words(paid)} that is paid"
        text = (
            f"{_parts_in_words(case)} come to {share_words(parts.known)}, against {taken}: "
            f"{hours_words(hours_of_share(parts.known, case.week))} a week, "
            f"{hours_words(over)} too many."
        )
        named = {"total": share(parts.known), "paid": share(paid)}
        return Outcome("fires", text, named)
    missing = _missing(case, "half-days", "education-time", "contract-share")
    if missing:
        return Outcome("unknown", _need(case, missing), questions=missing)
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
                f"{_parts_in_words(case)} imply {hours_words(parts.total_hours)} a week; they "
                f"speak of {hours_words(stated)}. {capital(hours_words(over))} have no place."
            )
            return Outcome("fires", text, {"extra": figure(over, 1)})
    missing = _missing(case, "hours", "contract-share", "half-days", "education-time")
    if missing:
        return Outcome("unknown", _need(case, missing), questions=missing)
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
    missing = _missing(case, "rvu-target", *(["half-days"] if before else []))
    return Outcome("unknown", _need(case, missing), questions=missing) if missing else CLEAR


def below_norm(case: Case) -> Outcome:
    """Is the education share under the least that is asked for in this role?"""
    offered = case.job.education_fte
    if case.job.role is None:
        return Outcome("unknown", "Which role it is has not been said, so no norm can be named.")
    norm = norm_for(case)
    if norm is None:
        return Outcome(
            "unknown", "No single figure is known for this role. Ask what your specialty requires."
        )
    if offered is None:
        missing = ("education-time",)
        return Outcome("unknown", _need(case, missing), questions=missing)
    gap = Fraction(norm.fte) - Fraction(offered)
    if gap > 0:
        text = (
            f"{share_words(offered)} for education is offered. "
            f"{capital(norm.text.rstrip('.'))}. The gap is {share_words(gap)}, or "
            f"{hours_words(hours_of_share(gap, case.week))} a week."
        )
        named = {"norm": share(norm.fte), "offered": share(offered)}
        return Outcome("fires", text, named, source=norm.source)
    return CLEAR


def income_below_floor(case: Case) -> Outcome:
    """Does it pay less than the person needs, or than the cut they could accept would leave?"""
    floor, currency = case.person.floor, case.person.currency
    said = from_answers(case.job, case.parts, case.person.answers)
    pay = said.pay if case.job.pay is None else case.job.pay
    if pay is None:
        return Outcome("unknown", _need(case, ("pay",)), questions=("pay",))
    if floor is None:
        return Outcome(
            "unknown", "You have set no limit for pay: medpivot assess --ask income-floor."
        )
    under = [
        (limit, f"{money_words(limit - pay, currency)} under {words}")
        for limit, words in _pay_limits(case)
        if pay < limit
    ]
    if under:
        # what is needed goes before what the cut would leave, which nobody named as a figure
        limit = under[0][0]
        text = f"{money_words(pay, currency)} a year is {', and '.join(said for _, said in under)}."
        named = {"floor": money_words(limit, currency), "gap": money_words(limit - pay, currency)}
        return Outcome("fires", text, named)
    return CLEAR


def _pay_limits(case: Case) -> Iterator[tuple[Decimal, str]]:
    """Each limit that was set for pay, and where it comes from in words."""
    answers, currency = case.person.answers, case.person.currency
    need, left = answers.number("income-floor"), left_after_cut(answers)
    if need is not None:
        limit = Decimal(str(need))
        yield limit, f"the {money_words(limit, currency)} you said you need"
    if left is not None:
        limit, now = Decimal(str(left)), Decimal(str(answers.number("income-now")))
        drop = answers.number("income-drop") or 0
        what = f"the {money_words(now, currency)} you earn now, none of which you would give up"
        if drop:
            what = (
                f"{money_words(limit, currency)}, which is the {money_words(now, currency)} you "
                f"earn now less the {drop:g} percent you could give up"
            )
        yield limit, what


def clinical_share_mismatch(case: Case) -> Outcome:
    """Is the clinical share another one than the person looks for, or than the advert says?"""
    said = from_answers(case.job, case.parts, case.person.answers).clinical
    percent = percent_clinical(case.job, case.parts, case.person.answers)
    missing = _missing(case, "half-days", "contract-share") if said is None else ()
    if percent is None:
        return Outcome("unknown", _need(case, missing), questions=missing)
    against, severity = _other_share(case, percent)
    if against:
        wanted = case.person.answers.number("clinical-wanted")
        named = {"offered": percent_words(percent), "wanted": f"{wanted:g}" if wanted else ""}
        what = f"{_clinical_in_words(case)} make it" if said is None else "You answered that it is"
        text = f"{what} {percent_words(percent)} clinical; {against}."
        # the sentence with figures names a wish, so it needs one
        return Outcome("fires", text, named if wanted else {}, severity)
    if missing:
        return Outcome("unknown", _need(case, missing), questions=missing)
    if not any(case.person.answers.gave(one) for one in _SHARE_WISHES):
        return Outcome("unknown", "You have not said how much clinical work you want.")
    return CLEAR


def _other_share(case: Case, percent: Fraction) -> tuple[str, Severity]:
    """What the clinical share is at odds with, in words; empty where with nothing."""
    wanted, least, most = (case.person.answers.number(one) for one in _SHARE_WISHES)
    stated = case.job.clinical_percent
    if most is not None and percent > most:
        return f"the most you could live with is {most:g}", "serious"
    if least is not None and percent < least:
        return f"the least you could live with is {least:g}", "serious"
    if stated is not None and abs(percent - Fraction(stated)) > FAR_POINTS:
        return f"the advert says {figure(stated, 0)}", "caution"
    if wanted is not None and abs(percent - Fraction(wanted)) > FAR_POINTS:
        return f"you look for about {wanted:g}", "caution"
    return "", "caution"


def clinical_fills_the_post(case: Case) -> Outcome:
    """Does the clinical part alone fill the paid post, with the education part on top?"""
    parts = case.parts
    if not parts.clinical or not parts.education:
        missing = _missing(case, "half-days", "education-time")
        return Outcome("unknown", _need(case, missing), questions=missing) if missing else CLEAR
    paid = Fraction(1) if parts.paid is None else parts.paid
    if parts.clinical >= paid:
        text = (
            f"The clinical part alone is {share_words(parts.clinical)} of a post of "
            f"{share_words(paid)}; the {share_words(parts.education)} for education come on top."
        )
        return Outcome("fires", text)
    missing = _missing(case, "half-days", "contract-share")
    return Outcome("unknown", _need(case, missing), questions=missing) if missing else CLEAR


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


def norm_for(case: Case) -> Norm | None:
    """The norm that applies: that of the person's specialty, else one that holds for all.

    A specialty is known by its whole name: pediatric emergency medicine is another one than
    emergency medicine.
    """
    typed = case.person.answers.word("specialty") or ""
    names = {
        name.casefold()
        for part in (typed.strip(), *specialties_in(typed))
        for name in names_of(part, case.offers)
    }
    mine = [norm for norm in case.person.norms if norm.role == case.job.role]
    for norm in mine:
        if names & {one.casefold() for one in norm.specialties}:
            return norm
    return next((norm for norm in mine if not norm.specialties), None)


def _earlier_target(case: Case) -> tuple[Decimal | None, Fraction | None]:
    """The target to compare with and the clinical share it belongs to: named, else today's."""
    job, now = case.job, case.person.now
    if job.rvu_before is not None:
        return job.rvu_before, Fraction(1 if job.rvu_before_fte is None else job.rvu_before_fte)
    if now is None or now.id == job.id or now.rvu_target is None:
        return None, None
    return now.rvu_target, week_sum(now, case.week).clinical


def _missing(case: Case, *question_ids: str) -> tuple[str, ...]:
    questions = (case.offers.question(one) for one in question_ids)
    return tuple(one.id for one in questions if one is not None and not case.job.answered(one))


def _need(case: Case, question_ids: tuple[str, ...]) -> str:
    names = [one.name for each in question_ids if (one := case.offers.question(each))]
    return f"Ask about {'; '.join(names)}." if names else ""


def _parts_in_words(case: Case) -> str:
    parts = case.parts
    said = [_clinical_in_words(case)] if parts.clinical is not None else []
    if parts.education is not None:
        said.append(f"{share_words(parts.education)} for education")
    if parts.other:
        said.append(f"{share_words(parts.other)} for other work")
    return listed(said)


def _clinical_in_words(case: Case) -> str:
    half_days, stated = case.job.clinical_half_days, case.job.clinical_fte
    if half_days is None:
        return f"{share_words(stated or 0)} of clinical work as they state it"
    counted = share_of_half_days(half_days, case.week)
    if stated is None or Fraction(stated) == counted:
        return f"{half_days_words(half_days)} of clinical work ({share_words(counted)})"
    return (
        f"{half_days_words(half_days)} of clinical work ({share_words(counted)}, though they "
        f"state {share(stated)})"
    )
