"""The offers on the table, at a glance: how much is to be settled before one is signed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from medpivot.domain.jobs import Jobs, Stage

if TYPE_CHECKING:
    from medpivot.domain.offer_findings import OfferCheck
    from medpivot.domain.offer_wishes import Wish

# The first screen loads this, and most days there is no offer to be checked.

ON_THE_TABLE: Final[tuple[Stage, ...]] = ("offer",)
"""The stages in which an offer waits for an answer."""


@dataclass(frozen=True, slots=True)
class OfferGlance:
    """One offer: serious findings, what the person said that it breaks, serious traps left open."""

    id: str
    title: str
    employer: str
    to_settle: int
    broken: int
    not_ruled_out: int


def on_the_table(jobs: Jobs) -> tuple[str, ...]:
    """The ids of the offers that wait for an answer, in the order of the file."""
    return tuple(one.id for one in jobs.kept if not one.present and one.stage in ON_THE_TABLE)


def offer_glance(check: "OfferCheck", wishes: "tuple[Wish, ...]") -> OfferGlance | None:
    """One offer at a glance; None where nothing is to be settled."""
    found = OfferGlance(
        check.job.id,
        check.job.title,
        check.job.employer,
        len(check.serious),
        sum(one.state == "broken" for one in wishes),
        sum(one.serious for one in check.not_checked),
    )
    return found if found.to_settle or found.broken or found.not_ruled_out else None
