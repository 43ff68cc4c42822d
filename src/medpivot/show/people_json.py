"""The list of people as JSON and as plain lines; loads nothing that is made for screens."""

from collections.abc import Iterator
from datetime import date

from medpivot.domain.people import (
    Kinds,
    People,
    PeopleGlance,
    Person,
    by_what_comes_next,
    days_since,
    glance,
    is_quiet,
    next_for,
)
from medpivot.domain.reminders import Reminders


def people_json(people: People, kinds: Kinds, today: date, after: Reminders) -> dict[str, object]:
    """`people --json`: everybody not removed, who comes first at the top, and the counts."""
    return {
        "schema": 1,
        "people": [
            person_json(one, today, after) for one in by_what_comes_next(people, today, after)
        ],
        **glance_json(glance(people, today, after)),
        "missing_kinds": [one.id for one in kinds.missing(people)],
    }


def glance_json(seen: PeopleGlance) -> dict[str, object]:
    """The `people` of `status --json`; `met` leaves mentors out, `advocates` are among them."""
    return {
        "to_contact": seen.to_contact,
        "contacted": seen.contacted,
        "met": seen.met,
        "mentors": seen.mentors,
        "advocates": seen.advocates,
        "quiet": list(seen.quiet),
    }


def person_json(one: Person, today: date, after: Reminders) -> dict[str, object]:
    """`people show ID --json`; what is not known is null."""
    return {
        "id": one.id,
        "name": one.name,
        "kind": one.kind,
        "where": one.where or None,
        "status": one.status,
        "can_advocate": one.can_advocate,
        "last_touch": one.last_touch and one.last_touch.isoformat(),
        "days_since": days_since(one, today),
        "quiet": is_quiet(one, today, after),
        "next": None if one.status == "removed" else next_for(one, today, after),
        "next_ask": one.next_ask or None,
        "added": one.added and one.added.isoformat(),
        "notes": [{"date": note.date.isoformat(), "text": note.text} for note in one.notes],
    }


def plain_lines(people: People, today: date, after: Reminders) -> Iterator[str]:
    """A line each: id, status, last contact, what comes next, name; `-` for a day not known."""
    for one in by_what_comes_next(people, today, after):
        coming = next_for(one, today, after)
        yield f"{one.id} {one.status} {one.last_touch or '-'} {coming} {one.name}"
