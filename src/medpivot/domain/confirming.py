"""What was agreed about an offer firmly enough to be confirmed, and what is still to be settled."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from medpivot.domain.jobs import Job
from medpivot.domain.offer_findings import OfferCheck
from medpivot.domain.offers import FindingId, OfferQuestion

NOT_IN_AN_EMAIL: Final = ("covenant",)
"""For the contract, and for a lawyer."""

TO_SETTLE: Final[tuple[FindingId, ...]] = (
    "over-allocated",
    "hidden-hours",
    "target-not-scaled",
    "schedule-not-yours",
    "add-on-role",
    "duties-mostly-triage",
    "no-promotion-path",
)
"""Findings whose question belongs into the email; the others are for a talk, or for oneself."""


@dataclass(frozen=True, slots=True)
class ToConfirm:
    """The questions whose answer can be repeated in an email, and the sentences still to ask."""

    settled: tuple[OfferQuestion, ...]
    left: tuple[str, ...]


def to_confirm(job: Job, questions: Sequence[OfferQuestion], check: OfferCheck) -> ToConfirm:
    """What of those questions was agreed; left are what the check raises and what nobody asked."""
    meant = [
        one for one in questions if one.in_letter and not one.own and one.id not in NOT_IN_AN_EMAIL
    ]
    raised = [one.ask for one in check.findings if one.id in TO_SETTLE]
    unasked = [one.ask for one in meant if one.key and not job.answered(one)]
    return ToConfirm(tuple(one for one in meant if _holds(job, one)), (*raised, *unasked))


def _holds(job: Job, question: OfferQuestion) -> bool:
    """Was it answered, and with nothing that is a finding or still open?"""
    choice = question.choice(job.answer(question.id).choice)
    troubled = choice is not None and (choice.open or bool(choice.raises))
    return job.answered(question) and not troubled
