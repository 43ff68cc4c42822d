"""Red flags from what an offer is held against: the norm of the role, pay, the clinical share.

Nothing is ruled out while one of its figures is unknown. Ten points are the authors' judgment.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from medpivot.domain.blockers import left_after_cut
from medpivot.domain.job_search import names_of, specialties_in
from medpivot.domain.job_words import (
    figure,
    hours_words,
    money_words,
    percent_words,
    share,
    share_words,
)
from medpivot.domain.offer_arithmetic import hours_of_share
from medpivot.domain.offer_case_words import ask_about, clinical_in_words, unasked
from medpivot.domain.offer_findings import CLEAR, Case, Outcome
from medpivot.domain.offer_present import from_answers, percent_clinical
from medpivot.domain.offers import Norm, Severity
from medpivot.domain.wording import capital

FAR_POINTS: Final = Fraction(10)
"""Percentage points of clinical time from which a mix is another mix."""

_SHARE_WISHES: Final = ("clinical-wanted", "clinical-least", "clinical-most")


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
        return Outcome("unknown", ask_about(case, missing), questions=missing)
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


def income_below_floor(case: Case) -> Outcome:
    """Does it pay less than the person needs, or than the cut they could accept would leave?"""
    floor, currency = case.person.floor, case.person.currency
    said = from_answers(case.job, case.parts, case.person.answers)
    pay = said.pay if case.job.pay is None else case.job.pay
    if pay is None:
        return Outcome("unknown", ask_about(case, ("pay",)), questions=("pay",))
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
        # the highest: to ask for less would leave the same finding once it is granted
        limit = max(limit for limit, _ in under)
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
    missing = unasked(case, "half-days", "contract-share") if said is None else ()
    if percent is None:
        return Outcome("unknown", ask_about(case, missing), questions=missing)
    against, severity = _other_share(case, percent)
    if against:
        wanted = case.person.answers.number("clinical-wanted")
        named = {"offered": percent_words(percent), "wanted": f"{wanted:g}" if wanted else ""}
        what = f"{clinical_in_words(case)} make it" if said is None else "You answered that it is"
        text = f"{what} {percent_words(percent)} clinical; {against}."
        # the sentence with figures names a wish, so it needs one
        return Outcome("fires", text, named if wanted else {}, severity)
    if missing:
        return Outcome("unknown", ask_about(case, missing), questions=missing)
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
