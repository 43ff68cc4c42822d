"""The people who should know of a physician's education work, and where one stands with each.

The kinds, the short conversation and the two mentors who can advocate are the article's, Steps 4
and 10. After how many days somebody counts as waiting or quiet stands in `data/reminders.toml`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from medpivot.domain.reminders import Reminders

Status: TypeAlias = Literal["to-contact", "contacted", "met", "mentor", "removed"]
Advocate: TypeAlias = Literal["yes", "no", "unknown"]
Next: TypeAlias = Literal["write", "date-unknown", "wait", "remind", "quiet", "advocate", "ask"]

MENTORS_WANTED: Final = 2
"""The article's Step 10: at least two mentors who know the goals and can advocate."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of person: what they decide, what a letter may ask about, questions for them.

    `decides`: one of the article's five who control education jobs. `topic` ends a sentence.
    `levels` are the learners they answer for, as ids; none where it is not about one level.
    """

    id: str
    label: str
    help: str
    topic: str
    asks: tuple[str, ...]
    decides: bool = False
    retired: bool = False
    levels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """What was noted about somebody on a day; `key` is the day, with `-2` for a second one."""

    key: str
    text: str

    @property
    def date(self) -> date:
        """The day it was noted for."""
        return date.fromisoformat(self.key[:10])


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody worth knowing. `last_touch` is the last contact in either direction, if known.

    `kind` is an id of the kinds, or a word of the person's own. `next_ask` is the question or
    request that comes next. Notes stand in the order of their days and never enter a letter.
    """

    id: str
    name: str
    kind: str
    where: str = ""
    status: Status = "to-contact"
    can_advocate: Advocate = "unknown"
    last_touch: date | None = None
    next_ask: str = ""
    added: date | None = None
    notes: tuple[Note, ...] = ()

    @property
    def known(self) -> bool:
        """Have the two of you talked?"""
        return self.status in ("met", "mentor")


@dataclass(frozen=True, slots=True)
class People:
    """Everybody in the file, in its order, those marked as removed among them."""

    every: tuple[Person, ...] = ()

    @property
    def present(self) -> tuple[Person, ...]:
        """Those who are not marked as removed."""
        return tuple(one for one in self.every if one.status != "removed")

    def person(self, person_id: str) -> Person | None:
        """The one of that id, or None."""
        return next((one for one in self.every if one.id == person_id), None)

    def put(self, person: Person) -> "People":
        """With that person in the place of the one with the same id, or as the last."""
        if self.person(person.id) is None:
            return People((*self.every, person))
        return People(tuple(person if one.id == person.id else one for one in self.every))


def contacted(person: Person, day: date) -> Person:
    """A word went either way on that day; who was met or is a mentor stays that."""
    status: Status = "contacted" if person.status == "to-contact" else person.status
    return replace(person, status=status, last_touch=_later(person, day))


def met(person: Person, day: date) -> Person:
    """The two of you talked on that day; a mentor stays a mentor."""
    status: Status = "mentor" if person.status == "mentor" else "met"
    return replace(person, status=status, last_touch=_later(person, day))


def mentor(person: Person, *, advocate: bool | None = None) -> Person:
    """The person agreed to be a mentor; `advocate` says whether they would speak for you."""
    known: Mapping[bool | None, Advocate] = {True: "yes", False: "no", None: person.can_advocate}
    return replace(person, status="mentor", can_advocate=known[advocate])


def noted(person: Person, day: date, text: str) -> Person:
    """With a note for that day, after those there are for it."""
    taken = {one.key for one in person.notes}
    key, number = day.isoformat(), 2
    while key in taken:
        key = f"{day.isoformat()}-{number}"
        number += 1
    notes = (*person.notes, Note(key, text))
    return replace(person, notes=tuple(sorted(notes, key=lambda one: one.date)))


def _later(person: Person, day: date) -> date:
    """A meeting entered late does not undo a later word."""
    return max(day, person.last_touch) if person.last_touch else day


def days_since(person: Person, today: date) -> int | None:
    """Days since the last contact; None where it is not known."""
    return None if person.last_touch is None else max(0, (today - person.last_touch).days)


def is_quiet(person: Person, today: date, after: Reminders) -> bool:
    """Was there contact once, and none for long? An unknown day is unknown, not quiet."""
    if person.status not in ("contacted", "met", "mentor"):
        return False
    days = days_since(person, today)
    return days is not None and days >= after.quiet_days


def next_for(person: Person, today: date, after: Reminders) -> Next:
    """What comes next with somebody who is not removed.

    `write` the first request; note the day of the last contact; `wait` for an answer; `remind`
    once; be in touch again after a `quiet` time; find out whether a mentor would `advocate`;
    else `ask` the next question.
    """
    if person.status == "to-contact":
        return "write"
    days = days_since(person, today)
    if days is None:
        return "date-unknown"
    if days >= after.quiet_days:
        return "quiet"
    if person.status == "contacted":
        return "wait" if days < after.waiting_days else "remind"
    if person.status == "mentor" and person.can_advocate == "unknown":
        return "advocate"
    return "ask"


_FIRST: Final[tuple[Next, ...]] = (
    "quiet",
    "remind",
    "write",
    "advocate",
    "ask",
    "wait",
    "date-unknown",
)


def by_what_comes_next(people: People, today: date, after: Reminders) -> tuple[Person, ...]:
    """Those who are not removed, the one to turn to first at the top; else in the file's order."""
    return tuple(sorted(people.present, key=lambda one: _FIRST.index(next_for(one, today, after))))


@dataclass(frozen=True, slots=True)
class PeopleGlance:
    """Counts by status, and who has been quiet for how many days, or longer.

    `known` are those met, mentors among them.
    `advocates` are mentors of whom it is known that they would speak for the physician: only they
    count toward the two that the plan asks for.
    """

    to_contact: int
    contacted: int
    met: int
    mentors: int
    advocates: int
    quiet: tuple[str, ...]
    quiet_days: int

    @property
    def known(self) -> int:
        """How many were met."""
        return self.met + self.mentors


def glance(people: People, today: date, after: Reminders) -> PeopleGlance:
    """The counts on that day."""
    count = {
        status: sum(one.status == status for one in people.present)
        for status in ("to-contact", "contacted", "met", "mentor")
    }
    return PeopleGlance(
        to_contact=count["to-contact"],
        contacted=count["contacted"],
        met=count["met"],
        mentors=count["mentor"],
        advocates=sum(
            one.status == "mentor" and one.can_advocate == "yes" for one in people.present
        ),
        quiet=tuple(one.id for one in people.present if is_quiet(one, today, after)),
        quiet_days=after.quiet_days,
    )


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds of `data/people.toml`, by id, in its order."""

    by_id: Mapping[str, Kind] = field(default_factory=lambda: MappingProxyType({}))

    def label(self, kind_id: str) -> str:
        """The kind's label; a kind of the person's own in its own words."""
        known = self.by_id.get(kind_id)
        return known.label if known else kind_id.replace("-", " ").capitalize()

    def missing(self, people: People) -> tuple[Kind, ...]:
        """Those who decide on education jobs and of whom nobody is on the list yet."""
        there = {one.kind for one in people.present}
        return tuple(
            one
            for one in self.by_id.values()
            if one.decides and not one.retired and one.id not in there
        )
