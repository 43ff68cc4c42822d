"""A plan and the people to follow up as days in a calendar, and what changed since the last file.

Calendar programs take a file once and never look at it again: an event that changed must come
with a higher SEQUENCE (RFC 5545, 3.8.7.4), one that is over with as CANCELLED.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal, TypeAlias

from medpivot.domain.people import People, Person, next_for
from medpivot.domain.plan import Milestone, Plan
from medpivot.domain.reminders import Reminders

EventKind: TypeAlias = Literal["milestone", "decision", "person"]

NEUTRAL: Final[Mapping[EventKind, str]] = {
    "milestone": "Milestone",
    "decision": "Milestone (decision)",
    "person": "Follow up",
}
"""What an event is called where anybody may look."""

_DIGEST: Final = 16
_STEP: Final = "step-"
_PERSON: Final = "person-"


@dataclass(frozen=True, slots=True)
class Event:
    """A whole day in a calendar. `key` with the program's name behind it is its UID.

    `title` and `text` are what the calendar shows, already neutral where they have to be. `of` is
    the milestone or person by id; it goes into no calendar.
    """

    key: str
    kind: EventKind
    day: date
    title: str
    text: str = ""
    sequence: int = 0
    cancelled: bool = False
    of: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """What a calendar was given last under a key; `content` tells whether anything changed."""

    kind: EventKind
    day: date
    sequence: int
    content: str
    cancelled: bool = False


def events_of_plan(plan: Plan, *, titles: bool) -> tuple[Event, ...]:
    """An event on the due day of every open milestone, in order of days."""
    still_open = (one for one in plan.milestones if one.status == "open")
    return tuple(
        sorted((_milestone(one, titles=titles) for one in still_open), key=lambda one: one.day)
    )


def _milestone(one: Milestone, *, titles: bool) -> Event:
    kind: EventKind = "decision" if one.decision else "milestone"
    if not titles:
        return Event(step_key(one.id), kind, one.due, NEUTRAL[kind], of=one.id)
    said = [one.why, f"First step: {one.first_step}" if one.first_step else ""]
    text = "\n".join(part for part in said if part)
    return Event(step_key(one.id), kind, one.due, one.title, text, of=one.id)


def events_of_people(
    people: People, today: date, after: Reminders, *, titles: bool
) -> tuple[Event, ...]:
    """The day on which somebody is due to hear from the person again, today where that is past.

    After a request that is the day for one reminder, after a talk the day on which the other
    would count as quiet. Whoever was never written to, or whose last contact is not known, has
    no day.
    """
    found = (_person(one, today, after, titles=titles) for one in people.present)
    return tuple(sorted((one for one in found if one), key=lambda one: one.day))


def _person(one: Person, today: date, after: Reminders, *, titles: bool) -> Event | None:
    if one.last_touch is None or next_for(one, today, after) in ("write", "date-unknown"):
        return None
    days = after.waiting_days if one.status == "contacted" else after.quiet_days
    day = max(today, one.last_touch + timedelta(days=days))
    title = f"Follow up: {one.name}" if titles else NEUTRAL["person"]
    text = one.next_ask if titles else ""
    return Event(person_key(one.id), "person", day, title, text, of=one.id)


def step_key(milestone_id: str) -> str:
    """A key that says nothing of what the milestone is: its id is made from its title."""
    return _STEP + _digest(milestone_id)


def person_key(person_id: str) -> str:
    """A key that says nothing of the person's name."""
    return _PERSON + _digest(person_id)


def brought_up_to_date(
    events: Sequence[Event], before: Mapping[str, Given], today: date
) -> tuple[tuple[Event, ...], Mapping[str, Given]]:
    """The events for the next file with their SEQUENCE, and what is then to be remembered.

    What a calendar was given and is open no longer follows as cancelled while its day is still
    ahead. A day that is past and was never given is left out: no calendar can remind of it.
    """
    sent: list[Event] = []
    after = dict(before)
    wanted = {one.key: one for one in events}
    for one in (*wanted.values(), *_over(before, wanted, today)):
        last = before.get(one.key)
        if last is None and one.day < today:
            continue
        content = _content(one)
        sequence = 0
        if last is not None:
            sequence = last.sequence + (content != last.content)
        sent.append(replace(one, sequence=sequence))
        after[one.key] = Given(one.kind, one.day, sequence, content, one.cancelled)
    return tuple(sent), after


def _over(before: Mapping[str, Given], wanted: Iterable[str], today: date) -> Iterator[Event]:
    gone = before.keys() - set(wanted)
    for key, last in before.items():
        if key in gone and last.day >= today:
            yield Event(key, last.kind, last.day, NEUTRAL[last.kind], cancelled=True)


def _content(one: Event) -> str:
    said = "\0".join([one.day.isoformat(), one.kind, one.title, one.text, str(one.cancelled)])
    return _digest(said)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGEST]
