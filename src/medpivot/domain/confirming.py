"""What can be repeated in an email about an offer: what was agreed, what was named, what is open.

A term that the check or the person's own words put in doubt is named, never listed as agreed.
What goes to the other side holds none of the person's limits.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from medpivot.domain.jobs import Job
from medpivot.domain.offer_findings import Finding, OfferCheck
from medpivot.domain.offer_wishes import Wish, answered_by
from medpivot.domain.offers import FindingId, OfferQuestion, Offers

NOT_IN_AN_EMAIL: Final = ("covenant",)
"""For the contract, and for a lawyer."""

ALSO_ASKED: Final[tuple[FindingId, ...]] = ("duties-mostly-triage", "no-promotion-path")
"""Findings that are not serious and belong into the email; the others are for a talk."""


@dataclass(frozen=True, slots=True)
class ToConfirm:
    """The questions whose answer is repeated, as agreed or as named only, and what to ask.

    `named` is in doubt: to agree to it would concede what the check says to settle first.
    """

    settled: tuple[OfferQuestion, ...]
    named: tuple[OfferQuestion, ...]
    left: tuple[str, ...]


def to_confirm(
    job: Job,
    questions: Sequence[OfferQuestion],
    check: OfferCheck,
    wishes: Sequence[Wish],
    offers: Offers,
) -> ToConfirm:
    """What of those questions was agreed and what was only named; left is what is to be asked."""
    meant = [
        one for one in questions if one.in_letter and not one.own and one.id not in NOT_IN_AN_EMAIL
    ]
    holding = [one for one in meant if _holds(job, one)]
    serious = {one.id for one in check.serious}
    missed = {
        one for wish in wishes if wish.state == "broken" for one in answered_by(wish, job, offers)
    }
    reopened = [one for one in holding if one.reopen and one.id in missed]
    named = [one for one in holding if one in reopened or serious & set(one.about)]
    unasked = [one.ask for one in meant if one.key and not job.answered(one)]
    raised = [one.email for one in check.findings if _belongs(one)]
    return ToConfirm(
        settled=tuple(one for one in holding if one not in named),
        named=tuple(named),
        left=tuple(dict.fromkeys((*raised, *(one.reopen for one in reopened), *unasked))),
    )


def _belongs(found: Finding) -> bool:
    return found.severity == "serious" or found.id in ALSO_ASKED


def _holds(job: Job, question: OfferQuestion) -> bool:
    """Was it answered, and with nothing that is a finding or still open?"""
    choice = question.choice(job.answer(question.id).choice)
    troubled = choice is not None and (choice.open or bool(choice.raises))
    return job.answered(question) and not troubled
