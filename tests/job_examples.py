"""Jobs for the tests: one that stands up to everything, and how to change it a little."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from medpivot import catalogue
from medpivot.domain.answers import Answers
from medpivot.domain.jobs import FullWeek, Job, JobAnswer, Jobs, JobSettings
from medpivot.domain.offer_check import check_offer, held_against
from medpivot.domain.offer_findings import OfferCheck, Person
from medpivot.domain.offer_wishes import Wish, wishes
from medpivot.domain.wants import wanted

OFFERS = catalogue.load_offers()
ROLES = catalogue.load_roles()
INTERVIEW = catalogue.load_interview()
WEEK = JobSettings().week(OFFERS.usual)
NINE = FullWeek(Decimal(9), Decimal(4), Decimal(40))
EIGHTHS = FullWeek(Decimal(8), Decimal(5), Decimal(40))

FINE_CHOICES = {
    "education-duties": "mostly-teaching",
    "schedule": "mine",
    "promotion": "written",
    "predecessor": "years",
    "reaction": "open",
    "what-goes": "named",
    "call": "few",
    "time-kept": "kept",
    "rvu-scaling": "scaled",
    "education-track": "ladder",
    "covenant": "none",
    "tail": "employer",
    "training": "none",
    "moving": "here",
    "must-have": "yes",
}
FINE_WORDS = {
    "review": "each spring",
    "support": "a coordinator",
    "bonus": "none",
    "term": "3 years",
}
FINE_FIGURES = {
    "clinical_half_days": "5",
    "education_fte": "0.5",
    "fte": "1",
    "hours": "40",
    "service_weeks": "4",
    "delivered_half_days": "5",
    "pay": "250000",
    "rvu_target": "2500",
    "rvu_before": "5000",
}


def job(figures: dict | None = None, choices: dict | None = None, **rest) -> Job:
    """A job of which only this is known."""
    answers = {key: JobAnswer(choice=one) for key, one in (choices or {}).items()}
    answers |= rest.pop("answers", {})
    numbers = {key: Decimal(str(one)) for key, one in (figures or {}).items()}
    return Job(
        id=rest.pop("id", "offer"),
        title=rest.pop("title", "Clerkship Director"),
        role=rest.pop("role", "clerkship-director"),
        answers=MappingProxyType(answers),
        **numbers,
        **rest,
    )


def fine_job(**rest) -> Job:
    """A job that stands up to every check, everything in writing."""
    made = job(FINE_FIGURES, FINE_CHOICES, **rest)
    answers = {key: replace(one, in_writing=True) for key, one in made.answers.items()}
    answers |= {key: JobAnswer(words=one, in_writing=True) for key, one in FINE_WORDS.items()}
    for question in OFFERS.questions:
        if question.kind == "number":
            answers[question.id] = JobAnswer(in_writing=True)
    return replace(made, answers=MappingProxyType(answers))


def without(one: Job, question_id: str) -> Job:
    """The same job with one question unanswered."""
    question = OFFERS.question(question_id)
    answers = {key: answer for key, answer in one.answers.items() if key != question_id}
    changed = replace(one, answers=MappingProxyType(answers))
    return replace(changed, **{question.fills: None}) if question.fills else changed


def answering(one: Job, question_id: str, choice: str, words: str = "") -> Job:
    """The same job with another answer to one question."""
    answers = {**one.answers, question_id: JobAnswer(choice, words, in_writing=True)}
    return replace(one, answers=MappingProxyType(answers))


def with_figures(one: Job, **figures) -> Job:
    """The same job with other figures; None takes one away."""
    return replace(
        one, **{key: None if raw is None else Decimal(str(raw)) for key, raw in figures.items()}
    )


ANSWERS = Answers(
    MappingProxyType(
        {
            "clinical-wanted": 50,
            "clinical-most": 60,
            "income-now": 270000,
            "income-floor": 230000,
            "schedule": 3,
            "learners": ("students",),
            "energy": ("teaching-learners", "designing-courses"),
            "priorities": ("students", "regular-hours", "clinical"),
            "relocate": "no",
            "training": "certificate",
            "must-have": "No more than two nights a month.",
        }
    )
)


def person(answers: Answers = ANSWERS, now: Job | None = None) -> Person:
    """Somebody with limits and wishes, and perhaps a present job."""
    jobs = Jobs((now,)) if now else Jobs()
    return held_against(
        answers,
        OFFERS,
        ROLES,
        jobs,
        weeks=Decimal(46),
        currency="USD",
        least_delivered=Fraction(4, 5),
    )


def checked(one: Job, whom: Person | None = None, week: FullWeek = WEEK) -> OfferCheck:
    return check_offer(one, week, OFFERS, whom or person())


def held(one: Job, answers: Answers = ANSWERS) -> tuple[Wish, ...]:
    """What somebody said, held against the job."""
    check = checked(one, person(answers))
    return wishes(check, answers, INTERVIEW, wanted(answers, INTERVIEW), OFFERS, ROLES)


def finding(check: OfferCheck, finding_id: str):
    return next((one for one in check.findings if one.id == finding_id), None)


def state(check: OfferCheck, finding_id: str) -> str:
    """`fires`, `clear` or `unknown`."""
    if finding(check, finding_id):
        return "fires"
    return "clear" if finding_id in check.cleared else "unknown"
