"""The offers that wait for an answer, for the screens that must not pass over them."""

from typing import TYPE_CHECKING

from medpivot.domain.offer_glance import OfferGlance, offer_glance, on_the_table
from medpivot.errors import BrokenFile, MedpivotError
from medpivot.session import Session
from medpivot.show.out import note
from medpivot.store import jobs
from medpivot.store.refusals import read_bytes

if TYPE_CHECKING:
    from medpivot.domain.jobs import Jobs


def offers_to_settle(session: Session) -> tuple[OfferGlance, ...]:
    """The offers that wait for an answer and have something to settle.

    Raises:
        BrokenFile: the jobs, or what they are held against, cannot be read.
    """
    kept: Jobs = jobs.load(session.home).content
    if not (ids := on_the_table(kept)):
        return ()
    # what an offer is held against is a lot to read, and most days there is no offer
    from medpivot.commands.jobs_board import Board

    there = Board(session, kept)
    found = []
    try:
        for one in kept.kept:
            if one.id in ids:
                check = there.check(one)
                found.append(offer_glance(check, there.wishes(check)))
    except BrokenFile:
        raise
    except MedpivotError as error:
        note(f"The offers could not be checked: {error.message}.")
    return tuple(one for one in found if one)


def offers_before_the_plan(session: Session) -> tuple[OfferGlance, ...]:
    """The same, beside a plan, which is shown whatever the other files hold."""
    try:
        # no job can be at the stage of an offer in a file that never says so
        if b"offer" not in (read_bytes(session.home / jobs.SUBJECT.name) or b""):
            return ()
        return offers_to_settle(session)
    except MedpivotError as error:
        note(f"{error.message}; the plan is shown without your offers.")
        return ()
