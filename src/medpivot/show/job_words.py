"""How jobs are spoken of, the same on every screen and in plain lines."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from medpivot.catalogue import load_reminders
from medpivot.domain.confirming import ToConfirm
from medpivot.domain.day_words import short_date
from medpivot.domain.jobs import OVER, Job, Stage
from medpivot.domain.offer_check import MUST_HAVE
from medpivot.domain.offer_findings import OfferCheck
from medpivot.domain.offer_limits import LimitId
from medpivot.domain.offer_ranking import RankedJob
from medpivot.domain.offer_wishes import Wish
from medpivot.domain.offers import OfferQuestion, Severity
from medpivot.domain.wording import listed
from medpivot.show.log_words import counted

STAGES: Final[Mapping[Stage, str]] = {
    "found": "found",
    "applied": "applied",
    "talking": "talking",
    "interviewed": "interviewed",
    "offer": "offer",
    "accepted": "accepted",
    "declined": "declined by you",
    "turned-down": "turned down by them",
    "closed": "closed",
}

SEVERITIES: Final[Mapping[Severity, str]] = {
    "serious": "Settle before you sign",
    "caution": "Know, and decide",
    "open": "Not known yet",
}

LIMITS: Final[Mapping[LimitId, str]] = {
    "income": "your limit for pay",
    "clinical": "clinical limits",
    "moving": "moving",
    "training": "training",
    "must-have": "your must-have",
    "trap": "the trap check",
}

NO_ADVICE: Final = "Arithmetic and questions, not legal advice."
NO_LAWYER: Final = f"{NO_ADVICE} Have a contract read by a lawyer before you sign."

NOTHING_IN_REACH: Final = (
    "Nothing within reach meets your limits. Other places may: medpivot jobs moves."
)

_WEEK = 7


def who(job: Job) -> str:
    """`Clerkship Director, St. Mary's, Boston`."""
    return ", ".join(one for one in (job.title, job.employer, job.place) if one)


def since(job: Job) -> str:
    """The stage and the day it was reached."""
    if job.present:
        return "your present job"
    day = f", {short_date(job.stage_on)}" if job.stage_on else ""
    return f"{STAGES[job.stage]}{day}"


def next_words(job: Job, check: OfferCheck, today: date) -> str:
    """What comes next with a job, in a few words."""
    if job.stage in OVER:
        return "nothing more"
    if job.stage in ("found", "applied"):
        return _first_steps(job, today)
    if job.stage == "accepted":
        return "have it confirmed in writing"
    if check.key_unanswered:
        return f"ask {counted(len(check.key_unanswered), 'key question', 'key questions')}"
    if check.serious:
        return f"settle {counted(len(check.serious), 'thing', 'things')}"
    return "check it once more, then decide"


def next_command(job: Job, check: OfferCheck) -> str:
    """The command for what comes next; empty where there is none."""
    if job.stage in OVER or job.stage in ("found", "applied"):
        return ""
    if job.stage == "accepted":
        return f"medpivot jobs confirm {job.id}"
    return f"medpivot jobs {'ask' if check.key_unanswered else 'check'} {job.id}"


def _first_steps(job: Job, today: date) -> str:
    if job.stage == "found":
        if job.deadline is None:
            return "apply, or let it go"
        if job.deadline < today:
            return f"the deadline was {short_date(job.deadline)}: applied, or closed?"
        return f"apply by {short_date(job.deadline)}, or let it go"
    weeks = (today - job.stage_on).days // _WEEK if job.stage_on else 0
    if weeks >= load_reminders().application_weeks:
        return f"no word for {counted(weeks, 'week', 'weeks')}: one friendly email"
    return "wait for word"


def answers_used(ranked: Iterable[RankedJob]) -> str:
    """What of the present job is known from the interview only; empty where that is nothing."""
    used = next((one.said for one in ranked if one.said.names), None)
    if used is None:
        return ""
    names = {"income-now": "pay", "hours-now": "hours", "clinical-now": "clinical share"}
    said = f"Of your present job, {listed([names[one] for one in used.names])} "
    said += f"{'comes' if len(used.names) == 1 else 'come'} from your assessment"
    if used.hours is None:
        return f"{said}."
    return f"{said}; its hours are an average, so they count in all 52 weeks."


def only_words(job: Job, question: OfferQuestion) -> bool:
    """Was something said to a question that wants one of its choices, and none of them named?"""
    kept = bool(job.answer(question.id).words.strip())
    return question.kind == "choice" and kept and not job.answered(question)


def wants_a_choice(job: Job, question: OfferQuestion) -> str:
    """What to type so that words alone become an answer."""
    choices = listed([one.id for one in question.choices], "or")
    return (
        f"{question.id}: your words are kept, and it wants {choices}, so it counts as not "
        f"answered. To put one before them: medpivot jobs ask {job.id} --answer "
        f'"{question.id}=CHOICE, YOUR WORDS"'
    )


def answer_words(job: Job, question: OfferQuestion, figure: str) -> str:
    """What was answered to a question: the figure or choice, and the words behind it."""
    given = job.answer(question.id)
    choice = question.choice(given.choice)
    said = figure or (choice.label if choice else "")
    words = f'"{given.words}"' if given.words and (said or question.kind != "text") else given.words
    return "; ".join(one for one in (said, words) if one)


def not_conceded(
    job: Job, found: ToConfirm, check: OfferCheck, wishes: Iterable[Wish]
) -> Iterator[str]:
    """What a confirming email keeps open, and what it leaves to the person; nothing where none."""
    if found.named:
        names = "; ".join(one.name for one in found.named)
        yield f"Named as open, not as agreed: {names}. Why: medpivot jobs check {job.id}"
    if check.serious or found.named:
        yield "Your own limits are not in it."
    if any(one.id == MUST_HAVE and one.state != "holds" for one in wishes):
        yield "What you must have is not in it; if it should be, put it in your own words."


def written_words(in_writing: bool | None) -> str:
    """Whether an answer is in writing."""
    if in_writing is None:
        return "in writing?"
    return "in writing" if in_writing else "only said"
