"""How the people of the list are spoken of, the same on every screen and in plain lines."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from medpivot.domain.people import (
    MENTORS_WANTED,
    Advocate,
    Kinds,
    Next,
    PeopleGlance,
    Person,
    Status,
    days_since,
    next_for,
)
from medpivot.domain.reminders import Reminders
from medpivot.domain.wording import uncapital
from medpivot.show.log_words import counted

STATUS: Final[Mapping[Status, str]] = {
    "to-contact": "to contact",
    "contacted": "contacted",
    "met": "met",
    "mentor": "mentor",
    "removed": "removed",
}
ADVOCATE: Final[Mapping[Advocate, str]] = {
    "yes": "yes",
    "no": "no",
    "unknown": "not known",
}

_NEXT: Final[Mapping[Next, str]] = {
    "write": "draft the first letter",
    "date-unknown": "note when you were last in touch",
    "wait": "wait for an answer, written {} ago",
    "remind": "{} without an answer: one kind reminder, then somebody else",
    "quiet": "quiet for {}: send a few lines",
    "advocate": "find out whether they would speak for you",
    "ask": "decide what to ask next",
}


def who(person: Person, kinds: Kinds) -> str:
    """`Maria Santos, clerkship director, St. Mary's`."""
    return ", ".join(
        one for one in (person.name, uncapital(kinds.label(person.kind)), person.where) if one
    )


def next_words(person: Person, today: date, after: Reminders) -> str:
    """What comes next with somebody, in a few words."""
    step = next_for(person, today, after)
    if step == "ask" and person.next_ask:
        return person.next_ask
    days = days_since(person, today)
    if step == "wait" and not days:
        return "wait for an answer, written today"
    return _NEXT[step].format(counted(days or 0, "day", "days"))


def counts(glance: PeopleGlance) -> str:
    """`2 to contact, 1 contacted, 1 met, 1 mentor`; those of whom there is nobody left out."""
    numbers = (
        (glance.to_contact, "to contact"),
        (glance.contacted, "contacted"),
        (glance.met, "met"),
        (glance.mentors, "mentor" if glance.mentors == 1 else "mentors"),
    )
    return ", ".join(f"{number} {word}" for number, word in numbers if number)


def mentors(glance: PeopleGlance) -> str:
    """How many of the two mentors there are, and what is not known about them."""
    said = f"Mentors who would speak for you: {glance.advocates} of {MENTORS_WANTED}"
    others = glance.mentors - glance.advocates
    if others:
        has = "mentor has" if others == 1 else "mentors have"
        return f"{said}; {others} more {has} not said so."
    return f"{said}."


def people_line(glance: PeopleGlance) -> str:
    """The line of the first screen: the counts, and who has been quiet."""
    said = counts(glance) or "nobody on the list"
    quiet = len(glance.quiet)
    if not quiet:
        return said
    named = f"{glance.quiet[0]} has" if quiet == 1 else f"{quiet} have"
    return f"{said}; {named} been quiet for {glance.quiet_days} days or more: medpivot people"
