"""Adding somebody to the list of people, and what happens with them afterwards."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Annotated

import typer

from medpivot import catalogue
from medpivot.commands import people_flags as flags
from medpivot.commands.days import day_meant
from medpivot.commands.shared_flags import Json, Note, On
from medpivot.commands.taking_back import BRINGS_IT_BACK, TAKES_IT_BACK
from medpivot.domain import people as domain
from medpivot.domain.finding import shown
from medpivot.domain.people import Kinds, People, Person
from medpivot.domain.typed_people import (
    Typed,
    added,
    changed,
    find,
    kind_needed,
    note_meant,
    past,
    problems,
    together,
)
from medpivot.errors import UsageProblem
from medpivot.session import Session
from medpivot.show.log_words import short_date
from medpivot.show.out import json_document, one_line
from medpivot.show.out import note as say
from medpivot.show.people_json import person_json
from medpivot.show.people_words import next_words, who
from medpivot.store import people as store
from medpivot.store.writing import writing


@flags.describing_a_person
def add(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="As you would write to them.")],
    typed: Typed,
    note: Note = None,
    json: Json = False,
) -> None:
    """Put somebody on the list.

    \b
    Examples:
      medpivot people add "Maria Santos" --kind clerkship-director --where "St. Mary's"
      medpivot people add "Dr. Lee" --kind peer --status met --on "last friday"
    """
    session: Session = ctx.obj
    kinds = catalogue.load_kinds_of_people()
    typed = _complete(session, replace(typed, name=name), kinds, note)

    def adding(everybody: People) -> Person:
        person = added(everybody, typed, kinds, session.today)
        return person if note is None else domain.noted(person, session.today, note)

    _save(
        session,
        f"people add {shown(name)}",
        adding,
        lambda one: f"On the list as {one.id}: {who(one, kinds)}.",
        json=json,
    )


def contacted(
    ctx: typer.Context,
    id: flags.Id,  # noqa: A002
    on: On = None,
    note: Note = None,
    json: Json = False,
) -> None:
    """You wrote or called, or heard from them.

    \b
    Examples:
      medpivot people contacted maria-santos
      medpivot people contacted maria-santos --on "3 days ago"
    """
    _touched(ctx.obj, id, on, note, domain.contacted, "contacted", json=json)


def met(
    ctx: typer.Context,
    id: flags.Id,  # noqa: A002
    on: On = None,
    note: Note = None,
    json: Json = False,
) -> None:
    """The two of you talked.

    \b
    Examples:
      medpivot people met maria-santos --note "Asked me to join the OSCE team"
      medpivot people met maria-santos --on 2026-11-17
    """
    _touched(ctx.obj, id, on, note, domain.met, "met", json=json)


def mentor(
    ctx: typer.Context,
    id: flags.Id,  # noqa: A002
    advocate: flags.Advocate = None,
    json: Json = False,
) -> None:
    """They agreed to be your mentor. Two who would speak for you are what the plan asks for.

    \b
    Examples:
      medpivot people mentor maria-santos
      medpivot people mentor maria-santos --advocate
    """
    session: Session = ctx.obj
    _change(
        session,
        id,
        "people mentor",
        lambda one: domain.mentor(one, advocate=advocate),
        lambda one: f"Your mentor: {shown(one.name)}.",
        json=json,
    )


def note(
    ctx: typer.Context,
    id: flags.Id,  # noqa: A002
    text: Annotated[str, typer.Argument(metavar="TEXT", help="For yourself; no letter holds it.")],
    on: On = None,
    json: Json = False,
) -> None:
    """Keep a line about somebody, under its day.

    \b
    Examples:
      medpivot people note maria-santos "Knows the dean; back from leave in March"
    """
    session: Session = ctx.obj
    day = _day(session, on) or session.today
    kept = note_meant(text)
    _change(
        session,
        id,
        "people note",
        lambda one: domain.noted(one, day, kept),
        lambda one: f"Noted for {shown(one.name)}.",
        json=json,
    )


@flags.changing_a_person
def edit(
    ctx: typer.Context,
    id: flags.Id,  # noqa: A002
    typed: Typed,
    json: Json = False,
) -> None:
    """Change what is kept about somebody; the id stays. Brings back who was removed.

    \b
    Examples:
      medpivot people edit maria-santos --ask "Which course needs a tutor?"
      medpivot people edit maria-santos --status to-contact --clear on
    """
    session: Session = ctx.obj
    if typed == Typed():
        raise UsageProblem("nothing to change was given", "medpivot people edit --help")
    kinds = catalogue.load_kinds_of_people()
    _change(
        session,
        id,
        "people edit",
        lambda one: changed(one, typed, kinds, session.today),
        lambda one: f"Changed: {who(one, kinds)}.",
        json=json,
        removed=True,
    )


def remove(ctx: typer.Context, id: flags.Id) -> None:  # noqa: A002
    """Take somebody off the list. Their entry stays in the file, marked as removed.

    \b
    Examples:
      medpivot people remove maria-santos
    """
    session: Session = ctx.obj
    name = shown(find(store.load(session.home).content, id).name)
    _saved(
        session,
        f"people remove {name}",
        lambda every: replace(find(every, id), status="removed"),
    )
    say(f"Removed: {name}. {BRINGS_IT_BACK}")


def _complete(session: Session, typed: Typed, kinds: Kinds, note: str | None) -> Typed:
    """What was typed for somebody new, with the kind asked for where only that is missing.

    Raises:
        UsageProblem: everything that is wrong with it.
        Interrupted: the person broke off.
    """
    wrong = problems(typed, kinds, session.today, "NAME")
    if note is not None:
        try:
            note_meant(note)
        except UsageProblem as error:
            wrong.append(error)
    if typed.kind is None and not (session.interactive and not wrong):
        wrong.insert(0, kind_needed("--kind is needed", kinds))
    if wrong:
        raise together(wrong)
    return typed if typed.kind else replace(typed, kind=_ask_kind(kinds))


def _ask_kind(kinds: Kinds) -> str:
    # questionary is slow to load, and a complete line needs no question
    from medpivot.asking.prompts import ask_one

    known = [(key, one.label) for key, one in kinds.by_id.items() if not one.retired]
    return ask_one("What are they?", known)


def _saved(session: Session, what: str, change: Callable[[People], Person]) -> tuple[Person, bool]:
    """Change one person under the lock; the person as they are now, and whether that differs."""
    with writing(session.home, what) as step:
        file = store.load(session.home)
        person = change(file.content)
        differs = store.save(step, file, file.content.put(person))
    for line in (*file.warnings, *step.notes):
        say(line)
    return person, differs


def _save(
    session: Session,
    what: str,
    change: Callable[[People], Person],
    said: Callable[[Person], str],
    *,
    json: bool,
) -> None:
    """Change one person; say what was done and what comes next, or show the person as JSON."""
    person, differs = _saved(session, what, change)
    if not differs:
        say("It was so already.")
    say(f"{said(person)} {TAKES_IT_BACK}" if differs else said(person))
    say(f"Next: {one_line(next_words(person, session.today))}")
    if json:
        json_document(person_json(person, session.today))


def _change(
    session: Session,
    typed: str,
    what: str,
    change: Callable[[Person], Person],
    said: Callable[[Person], str],
    *,
    json: bool,
    removed: bool = False,
) -> None:
    """The same for somebody who is on the list, found by what was typed."""
    name = shown(find(store.load(session.home).content, typed, removed=removed).name)
    _save(
        session,
        f"{what} {name}",
        lambda every: change(find(every, typed, removed=removed)),
        said,
        json=json,
    )


def _touched(
    session: Session,
    typed: str,
    on: str | None,
    text: str | None,
    change: Callable[[Person, date], Person],
    word: str,
    *,
    json: bool,
) -> None:
    day = past(_day(session, on) or session.today, session.today)
    kept = None if text is None else note_meant(text)

    def touched(one: Person) -> Person:
        changed_one = change(one, day)
        return changed_one if kept is None else domain.noted(changed_one, day, kept)

    _change(
        session,
        typed,
        f"people {word}",
        touched,
        lambda one: f"{shown(one.name)}: {word} on {short_date(day)}.",
        json=json,
    )


def _day(session: Session, typed: str | None) -> date | None:
    return None if typed is None else day_meant(typed, session.today, "past", "--on")
