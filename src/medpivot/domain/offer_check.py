"""The trap check: every red flag of one job raised, ruled out or not known.

What is not answered is a risk and never a pass: a red flag is ruled out only when everything it
depends on is known.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from medpivot.domain.answers import Answers
from medpivot.domain.blockers import lowest_income
from medpivot.domain.harmless import one_line
from medpivot.domain.jobs import NO_TARGET, FullWeek, Job, Jobs
from medpivot.domain.offer_arithmetic import week_sum
from medpivot.domain.offer_figures import (
    clinical_fills_the_post,
    hidden_hours,
    over_allocated,
    target_not_scaled,
    too_little_delivered,
)
from medpivot.domain.offer_findings import (
    CLEAR,
    Case,
    Finding,
    NotChecked,
    OfferCheck,
    Outcome,
    Person,
)
from medpivot.domain.offer_yardsticks import below_norm, clinical_share_mismatch, income_below_floor
from medpivot.domain.offers import (
    FINDINGS,
    SEVERITIES,
    FindingId,
    Norm,
    OfferQuestion,
    Offers,
    RedFlag,
)
from medpivot.domain.roles import Roles
from medpivot.domain.wording import capital, listed

MUST_HAVE: Final = "must-have"


def held_against(
    answers: Answers,
    offers: Offers,
    roles: Roles,
    jobs: Jobs,
    *,
    weeks: Decimal,
    currency: str,
    least_delivered: Fraction,
) -> Person:
    """What every job is held against, gathered from the answers, the roles and today's job.

    `weeks` are the working weeks of a year, `currency` the one all money is in, if known;
    `least_delivered` is the part of a promise under which `time` calls it drift.
    """
    least = lowest_income(answers)
    general = (
        Norm(role.id, Decimal(str(norm.fte)), norm.text, norm.source)
        for role in roles.roles
        for norm in role.norms
        if norm.fte is not None
    )
    return Person(
        answers=answers,
        floor=None if least is None else Decimal(str(least)),
        norms=(*offers.norms, *general),
        now=jobs.present,
        currency=currency,
        weeks=weeks,
        least_delivered=least_delivered,
    )


def check_offer(job: Job, week: FullWeek, offers: Offers, person: Person) -> OfferCheck:
    """The whole check of one job against what the person said and has."""
    case = Case(job, week, week_sum(job, week), offers, person)
    findings: list[Finding] = []
    cleared: list[FindingId] = []
    not_checked: list[NotChecked] = []
    for flag_id in FINDINGS:
        if not _applies(flag_id, case):
            continue
        outcome, flag = _outcome(flag_id, case), offers.red_flags[flag_id]
        if outcome.state == "clear":
            cleared.append(flag_id)
        elif outcome.state == "unknown":
            serious = flag.severity == "serious"
            not_checked.append(
                NotChecked(flag_id, flag.title, outcome.text, outcome.questions, serious)
            )
        else:
            findings.append(_finding(flag, outcome, present=job.present))
    left = unanswered(case)
    return OfferCheck(
        job,
        week,
        case.parts,
        tuple(sorted(findings, key=lambda one: SEVERITIES.index(one.severity))),
        tuple(cleared),
        tuple(not_checked),
        tuple(one.id for one in left),
        tuple(one.id for one in left if one.key),
    )


def _finding(flag: RedFlag, outcome: Outcome, *, present: bool) -> Finding:
    """What was found, with the figures in the sentence to say next where there are any."""
    with_figures = flag.ask_with and outcome.figures
    ask = flag.ask_with.format_map(outcome.figures) if with_figures else flag.ask
    if present and flag.ask_present:
        ask = flag.ask_present
    return Finding(
        id=flag.id,
        severity=outcome.severity or flag.severity,
        title=flag.title,
        text=outcome.text,
        ask=ask,
        why=flag.why,
        source=outcome.source or flag.source,
        email=flag.email or ask,
    )


def asked(job: Job, offers: Offers, answers: Answers) -> tuple[OfferQuestion, ...]:
    """The questions that make sense for this job and this person, in order."""
    needless = set() if answers.gave(MUST_HAVE) else {MUST_HAVE}
    if job.answer("rvu-scaling").choice == NO_TARGET and job.rvu_target is None:
        needless.add("rvu-target")
    return tuple(
        question
        for question in offers.questions
        if (question.present or not job.present) and question.id not in needless
    )


def in_own_words(question: OfferQuestion, answers: Answers) -> OfferQuestion:
    """The question with what the person wrote, where it asks about that; else as it is."""
    said = one_line(answers.word(MUST_HAVE) or "")
    if question.id != MUST_HAVE or not said:
        return question
    return replace(question, ask=f'{question.ask} You wrote: "{said}"')


def unanswered(case: Case) -> tuple[OfferQuestion, ...]:
    """The questions of this job without an answer, in order."""
    questions = asked(case.job, case.offers, case.person.answers)
    return tuple(one for one in questions if not case.job.answered(one))


def _applies(flag_id: FindingId, case: Case) -> bool:
    """Can any question about it be asked of this job at all?"""
    about = [one for one in case.offers.questions if flag_id in one.about]
    return not case.job.present or not about or any(one.present for one in about)


def _outcome(flag_id: FindingId, case: Case) -> Outcome:
    found = _chosen(flag_id, case)
    figures = _FIGURES.get(flag_id)
    if figures is None:
        return found
    return _together(figures(case), found)


def _together(*outcomes: Outcome) -> Outcome:
    """Raised where any is; ruled out where all are; else not known."""
    for outcome in outcomes:
        if outcome.state == "fires":
            return outcome
    unknown = [one for one in outcomes if one.state == "unknown"]
    if not unknown:
        return CLEAR
    questions = dict.fromkeys(question for one in unknown for question in one.questions)
    text = " ".join(dict.fromkeys(one.text for one in unknown if one.text))
    return Outcome("unknown", text, questions=tuple(questions))


def _chosen(flag_id: FindingId, case: Case) -> Outcome:
    """What the choices say that were made about a red flag; clear where none has a say."""
    outcomes = [
        _choice(flag_id, question, case)
        for question in case.offers.questions
        if question.kind == "choice" and flag_id in question.about
    ]
    return _together(*outcomes)


def _choice(flag_id: FindingId, question: OfferQuestion, case: Case) -> Outcome:
    given = case.job.answer(question.id)
    choice = question.choice(given.choice)
    if choice is None or (choice.open and flag_id not in choice.raises):
        so_far = f" So far: {choice.label}." if choice else ""
        if given.words and not choice:
            so_far = " It was answered in words; say which of the answers it comes to."
        text = f"{'Ask yourself' if question.own else 'Ask'} about {question.name}.{so_far}"
        return Outcome("unknown", text, questions=(question.id,))
    if flag_id not in choice.raises:
        return CLEAR
    words = f' In their words: "{given.words}"' if given.words else ""
    return Outcome("fires", f"{capital(question.name)}: {choice.label}.{words}")


def _not_in_writing(case: Case) -> Outcome:
    """Was anything said that an offer letter could hold, and is not in writing?"""
    said = [
        question
        for question in asked(case.job, case.offers, case.person.answers)
        if question.in_letter and not question.own and case.job.answered(question)
    ]
    loose = [one for one in said if case.job.answer(one.id).in_writing is not True]
    if loose:
        count = f"{len(loose)} of {len(said)} answers are"
        names = listed([one.name for one in loose])
        if len(said) == 1:
            count = "The one answer so far is"
        return Outcome("fires", f"{count} not in writing: {names}.")
    if not said:
        return Outcome("unknown", "Nothing has been answered yet.")
    return CLEAR


def _not_answered(case: Case) -> Outcome:
    left = unanswered(case)
    if not left:
        return CLEAR
    everything = len(asked(case.job, case.offers, case.person.answers))
    first = listed([one.name for one in left if one.key])
    text = f"{len(left)} of {everything} questions have no answer yet."
    lead = "Answer first, for the job you have" if case.job.present else "Ask first about"
    colon = ":" if case.job.present else ""
    return Outcome("fires", text + (f" {lead}{colon} {first}." if first else ""))


_FIGURES: Final[Mapping[FindingId, Callable[[Case], Outcome]]] = {
    "over-allocated": over_allocated,
    "hidden-hours": hidden_hours,
    "target-not-scaled": target_not_scaled,
    "below-norm": below_norm,
    "not-in-writing": _not_in_writing,
    "income-below-floor": income_below_floor,
    "clinical-share-mismatch": clinical_share_mismatch,
    "add-on-role": clinical_fills_the_post,
    "culture-risk": too_little_delivered,
    "unanswered": _not_answered,
}
