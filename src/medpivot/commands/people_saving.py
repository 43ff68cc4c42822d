"""Changing one person of the list: under the lock, said in words, with what comes next."""

from collections.abc import Callable

from medpivot.catalogue import load_reminders
from medpivot.commands.taking_back import TAKES_IT_BACK
from medpivot.domain.finding import shown
from medpivot.domain.people import People, Person
from medpivot.domain.typed_people import find
from medpivot.session import Session
from medpivot.show.out import json_document, notes, one_line
from medpivot.show.out import note as say
from medpivot.show.people_json import person_json
from medpivot.show.people_words import next_words
from medpivot.store import people as store
from medpivot.store.writing import writing


def saved(session: Session, what: str, change: Callable[[People], Person]) -> tuple[Person, bool]:
    """Change one person under the lock; the person as they are now, and whether that differs."""
    with writing(session.home, what) as step:
        file = store.load(session.home)
        person = change(file.content)
        differs = store.save(step, file, file.content.put(person))
    notes((*file.warnings, *step.notes))
    return person, differs


def save(
    session: Session,
    what: str,
    change: Callable[[People], Person],
    said: Callable[[Person], str],
    *,
    json: bool,
) -> None:
    """Change one person; say what was done and what comes next, or show the person as JSON."""
    person, differs = saved(session, what, change)
    if not differs:
        say("It was so already.")
    say(f"{said(person)} {TAKES_IT_BACK}" if differs else said(person))
    after = load_reminders()
    say(f"Next: {one_line(next_words(person, session.today, after))}")
    if json:
        json_document(person_json(person, session.today, after))


def change(
    session: Session,
    typed: str,
    what: str,
    changed: Callable[[Person], Person],
    said: Callable[[Person], str],
    *,
    json: bool,
    removed: bool = False,
) -> None:
    """The same for somebody who is on the list, found by what was typed."""
    name = shown(find(store.load(session.home).content, typed, removed=removed).name)
    save(
        session,
        f"{what} {name}",
        lambda every: changed(find(every, typed, removed=removed)),
        said,
        json=json,
    )
