"""Who is on the list of people: added, changed, taken off."""

from dataclasses import replace
from typing import Annotated

import typer

from medpivot import catalogue
from medpivot.commands import people_flags as flags
from medpivot.commands.people_saving import change, save, saved
from medpivot.commands.shared_flags import Json, Note
from medpivot.commands.taking_back import BRINGS_IT_BACK
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
    problems,
    together,
)
from medpivot.errors import UsageProblem
from medpivot.session import Session
from medpivot.show.out import note as say
from medpivot.show.people_words import who
from medpivot.store import people as store


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

    save(
        session,
        f"people add {shown(name)}",
        adding,
        lambda one: f"On the list as {one.id}: {who(replace(one, name=shown(one.name)), kinds)}.",
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
    change(
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
    saved(
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
