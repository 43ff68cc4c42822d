"""What the red flags of an offer say alike: the parts of the job, and what is still to be asked."""

from fractions import Fraction

from medpivot.domain.job_words import half_days_words, share, share_words
from medpivot.domain.offer_arithmetic import share_of_half_days
from medpivot.domain.offer_findings import Case
from medpivot.domain.wording import listed


def unasked(case: Case, *question_ids: str) -> tuple[str, ...]:
    """Those of the questions that the job has no answer to yet."""
    questions = (case.offers.question(one) for one in question_ids)
    return tuple(one.id for one in questions if one is not None and not case.job.answered(one))


def ask_about(case: Case, question_ids: tuple[str, ...]) -> str:
    """What to ask about, in words: `Ask about half-days; hours.`; empty where nothing is known."""
    names = [one.name for each in question_ids if (one := case.offers.question(each))]
    return f"Ask about {'; '.join(names)}." if names else ""


def parts_in_words(case: Case) -> str:
    """The parts of the job that are known, each with its share of a full post."""
    parts = case.parts
    said = [clinical_in_words(case)] if parts.clinical is not None else []
    if parts.education is not None:
        said.append(f"{share_words(parts.education)} for education")
    if parts.other:
        said.append(f"{share_words(parts.other)} for other work")
    return listed(said)


def clinical_in_words(case: Case) -> str:
    """The clinical part by half-days and as a share, and what they state where that differs."""
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
