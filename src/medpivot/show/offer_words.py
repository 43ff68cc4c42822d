"""What is to be settled about an offer, in one line."""

from medpivot.domain.offer_glance import OfferGlance
from medpivot.domain.wording import listed
from medpivot.show.log_words import counted
from medpivot.show.out import one_line


def offer_line(one: OfferGlance) -> str:
    """What is to be settled before it is signed, and where to look."""
    name = ", ".join(part for part in (one.title, one.employer) if part)
    said = []
    if one.to_settle:
        said.append(f"{counted(one.to_settle, 'thing', 'things')} to settle")
    if one.broken:
        said.append(f"{one.broken} of your wishes not met")
    if one.not_ruled_out:
        said.append(f"{counted(one.not_ruled_out, 'trap', 'traps')} not ruled out")
    return one_line(f"{name}: {listed(said)}; medpivot jobs check {one.id}")


def before_the_plan(one: OfferGlance) -> str:
    """The same, said beside a plan whose dates know nothing of it."""
    return f"An offer comes before these dates. {offer_line(one)}"
