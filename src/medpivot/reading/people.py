"""`people.toml`: the person's own file, and the kinds of people that `data/people.toml` names."""

import re
from datetime import date
from types import MappingProxyType

from pydantic import Field

from medpivot.domain.people import Advocate, Kind, Kinds, Note, People, Person, Status
from medpivot.errors import BrokenFile, Problem
from medpivot.reading.strict import ID, SCHEMA, Lenient, Strict, bad_ids, checked
from medpivot.reading.toml import MEND_IT, parse
from medpivot.reading.unknown_keys import unknown_keys

NAME = "people.toml"

_NOTE = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})(?:-[1-9]\d*)?", re.ASCII)


class _Person(Lenient):
    name: str
    kind: str
    where: str = ""
    status: Status = "to-contact"
    can_advocate: Advocate = "unknown"
    last_touch: date | None = None
    next_ask: str = ""
    added: date | None = None
    notes: dict[str, str] = Field(default_factory=dict)


class _People(Lenient):
    schema_: int = Field(alias="schema")
    person: dict[str, _Person] = Field(default_factory=dict)


class _Kind(Strict):
    label: str
    help: str
    topic: str
    asks: list[str] = Field(min_length=1)
    levels: list[str] = Field(default_factory=list)
    decides: bool = False
    retired: bool = False


class _Kinds(Strict):
    schema_: int = Field(alias="schema")
    kind: dict[str, _Kind]


def read_kinds(data: bytes) -> Kinds:
    """The kinds of people.

    Raises:
        BrokenFile: all problems.
    """
    table = checked(_Kinds, parse(data, NAME), NAME, data)
    if problems := bad_ids(table.kind, "kind"):
        raise BrokenFile(NAME, problems)
    kinds = {
        key: Kind(
            key,
            one.label,
            one.help,
            one.topic,
            tuple(one.asks),
            one.decides,
            one.retired,
            tuple(one.levels),
        )
        for key, one in table.kind.items()
    }
    return Kinds(MappingProxyType(kinds))


def read_people(data: bytes, name: str) -> tuple[People, list[str]]:
    """The people, and a warning for each key that is not known (it is kept).

    A kind may be a word of one's own.

    Raises:
        BrokenFile: all problems at once, notes without a day among them.
    """
    table = checked(_People, parse(data, name, MEND_IT), name, data, MEND_IT)
    problems = bad_ids(table.person, "person")
    for key, one in table.person.items():
        problems += _problems(f"person.{key}", one)
    if problems:
        raise BrokenFile(name, problems, MEND_IT)
    every = tuple(_person(key, one) for key, one in table.person.items())
    return People(every), unknown_keys(table, name)


def _problems(here: str, one: _Person) -> list[Problem]:
    problems: list[Problem] = []
    if not one.name.strip():
        problems.append(Problem("is empty", here, "name"))
    if not ID.match(one.kind):
        what = f"{one.kind[:40]!r} is not lower-case words with hyphens, such as vice-chair"
        problems.append(Problem(what, here, "kind"))
    problems += [
        Problem("a note stands under its day, such as 2026-11-22", f"{here}.notes", key)
        for key in one.notes
        if not _is_day(key)
    ]
    return problems


def _is_day(key: str) -> bool:
    match = _NOTE.fullmatch(key)
    try:
        return match is not None and bool(date.fromisoformat(match["day"]))
    except ValueError:
        return False


def _person(person_id: str, one: _Person) -> Person:
    notes = (Note(key, text) for key, text in one.notes.items())
    return Person(
        id=person_id,
        name=one.name,
        kind=one.kind,
        where=one.where,
        status=one.status,
        can_advocate=one.can_advocate,
        last_touch=one.last_touch,
        next_ask=one.next_ask,
        added=one.added,
        notes=tuple(sorted(notes, key=lambda note: note.date)),
    )


def people_table(people: People) -> dict[str, object]:
    """The people as the table they are saved as; what is empty is left out."""
    return {"schema": SCHEMA, "person": {one.id: person_table(one) for one in people.every}}


def person_table(one: Person) -> dict[str, object]:
    """One person as a table; None is what is empty."""
    return {
        "name": one.name,
        "kind": one.kind,
        "where": one.where or None,
        "status": one.status,
        "can_advocate": one.can_advocate,
        "last_touch": one.last_touch,
        "next_ask": one.next_ask or None,
        "added": one.added,
        "notes": {note.key: note.text for note in one.notes} or None,
    }
