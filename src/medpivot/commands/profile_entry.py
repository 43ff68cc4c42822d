"""What changes the profile: facts set, entries added, changed and removed, a resume read in."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Final

import typer

from medpivot import catalogue
from medpivot.commands import profile_flags as flags
from medpivot.commands.given_files import read_given
from medpivot.commands.shared_flags import Json
from medpivot.commands.taking_back import BRINGS_IT_BACK, TAKES_IT_BACK
from medpivot.domain.finding import shown
from medpivot.domain.profile import COLLECTIONS, Item, Profile
from medpivot.domain.resume_import import Found, imported
from medpivot.domain.typed_profile import (
    Typed,
    added,
    changed,
    collection_meant,
    find,
    with_facts,
)
from medpivot.errors import BrokenFile, MedpivotError, UsageProblem
from medpivot.session import Session
from medpivot.show.out import json_document, notes, one_line
from medpivot.show.out import note as say
from medpivot.show.profile_json import item_json, profile_json
from medpivot.store import profile as store
from medpivot.store.writing import writing

_VERB: Final = {"edit": "Changed", "remove": "Removed"}


def set_(
    ctx: typer.Context,
    settings: Annotated[
        list[str] | None,
        typer.Argument(metavar="KEY=VALUE ...", show_default=False, help="What to enter."),
    ] = None,
    json: Json = False,
) -> None:
    """Enter facts as KEY=VALUE; an empty value takes one back.

    Keys: name, credentials, headline, email, phone, address, website, summary, philosophy,
    reflection, and approach.DOMAIN for what your work in an educator domain built on.

    \b
    Examples:
      medpivot profile set name="Ana Ruiz" credentials="MD, MPH"
      medpivot profile set approach.curriculum="Kern's six steps"
      medpivot profile set phone=
    """
    if not settings:
        raise UsageProblem("nothing to enter was given", 'medpivot profile set name="Ana Ruiz"')
    enter(ctx.obj, settings, f"profile set {shown(' '.join(settings))}")
    if json:
        loaded = store.load(ctx.obj.home).content
        json_document(profile_json(loaded, catalogue.load_cv_words()))


def enter(session: Session, settings: list[str], what: str) -> None:
    """Set facts, as one step that can be undone.

    Raises:
        UsageProblem: all that is wrong with them.
    """
    domains = catalogue.load_vocabulary().domains
    if _save(session, what, lambda profile: with_facts(profile, settings, domains)):
        say(f"Entered. {TAKES_IT_BACK}")


@flags.describing_an_entry
def add(
    ctx: typer.Context,
    what: flags.What,
    title: Annotated[str, typer.Argument(metavar="TITLE", help="What it is called.")],
    typed: Typed,
    json: Json = False,
) -> None:
    """Add a position, a degree, a publication or anything else a CV needs beyond the log.

    \b
    Examples:
      medpivot profile add position Hospitalist --where "St. Mary's" --from 2019-07
      medpivot profile add education "Residency, medicine" --from 2015 --to 2018
      medpivot profile add publication "Fast feedback" --authors "Ruiz A" --on 2025
      medpivot profile add committee "GME committee" --role member --from 2023
    """
    item = add_item(ctx.obj, collection_meant(what), replace(typed, title=title))
    if json:
        json_document(item_json(item, catalogue.load_cv_words()))


def add_item(session: Session, collection: str, typed: Typed) -> Item:
    """Add an entry, and say under which id and as what.

    Raises:
        UsageProblem: all that is wrong with it.
    """
    made: list[Item] = []

    def adding(profile: Profile) -> Profile:
        made.append(added(profile, collection_meant(collection), typed))
        return profile.put(made[-1])

    _save(session, f"profile add {shown(typed.title or '')}", adding)
    item = made[-1]
    say(f"In the profile as {item.id}: {_said(item)}.{_taken_as(item)} {TAKES_IT_BACK}")
    return item


@flags.changing_an_entry
def edit(
    ctx: typer.Context,
    id: flags.Id,  # noqa: A002
    typed: Typed,
    json: Json = False,
) -> None:
    """Change an entry; the id stays. Brings back one that was removed. Notes are added.

    \b
    Examples:
      medpivot profile edit hospitalist --to 2026-06
      medpivot profile edit feedback --education --clear notes
    """
    session: Session = ctx.obj
    found = find(store.load(session.home).content, id)
    if typed == Typed() and not found.removed:
        raise UsageProblem("nothing to change was given", "medpivot profile edit --help")
    item = _change(session, id, "edit", lambda one: changed(one, typed))
    if json:
        json_document(item_json(item, catalogue.load_cv_words()))


def remove(ctx: typer.Context, id: flags.Id) -> None:  # noqa: A002
    """Take an entry out of the CV. It stays in the file, marked as removed.

    \b
    Examples:
      medpivot profile remove hospitalist
    """
    session: Session = ctx.obj
    found = find(store.load(session.home).content, id)
    if found.removed:
        raise MedpivotError(
            f"{shown(found.title)} was removed from the profile",
            f"medpivot profile edit {found.id}",
        )
    _change(session, id, "remove", lambda one: replace(one, removed=True))


def import_(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A JSON Resume (resume.json).")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would be taken over.")
    ] = False,
    json: Json = False,
) -> None:
    """Take over what is new in a JSON Resume; all of it, or nothing.

    What the profile says already stays as it is. Teaching, skills and references are left out:
    teaching comes from your log.

    \b
    Examples:
      medpivot profile import resume.json --dry-run
      medpivot profile import resume.json
    """
    from medpivot.reading.resume import HINT, read_resume

    session: Session = ctx.obj
    data = read_given(file, "name a JSON Resume, such as resume.json")
    resume = read_resume(data, file.name)

    def taken(profile: Profile) -> Found:
        found, problems = imported(profile, resume)
        if problems:
            raise BrokenFile(file.name, problems, HINT)
        return found

    found = taken(store.load(session.home).content)
    new = bool(found.items or found.facts) and not dry_run
    if new:
        _save(session, f"profile import {shown(file.name)}", lambda one: taken(one).profile)
    _say_import(found, dry_run=dry_run)
    if new:
        say(TAKES_IT_BACK)
    if json:
        json_document(profile_json(found.profile, catalogue.load_cv_words()))


def _say_import(found: Found, *, dry_run: bool) -> None:
    verb = "Would take over" if dry_run else "Taken over"
    count = len(found.items)
    entries = "1 entry" if count == 1 else f"{count:,} entries"
    facts = f" and {', '.join(found.facts)}" if found.facts else ""
    say(f"{verb}: {entries}{facts}.")
    for one in found.items:
        say(f"  {one.collection}: {_said(one)}")
    if found.kept:
        say(f"Kept as the profile has it: {', '.join(found.kept)}.")
    if found.known:
        say(f"There already: {found.known:,}.")
    if found.left:
        left = ", ".join(f"{key} ({number:,})" for key, number in found.left.items())
        say(f"Left out, because a profile has no place for them: {left}.")


def _save(session: Session, what: str, change: Callable[[Profile], Profile]) -> bool:
    """Change the profile under the lock; did that make a difference?"""
    with writing(session.home, what) as step:
        file = store.load(session.home)
        differs = store.save(step, file, change(file.content))
    notes((*file.warnings, *step.notes))
    if not differs:
        say("It was so already.")
    return differs


def _change(session: Session, typed: str, what: str, change: Callable[[Item], Item]) -> Item:
    """Change the entry that was typed; returns it as it is now."""
    found = find(store.load(session.home).content, typed)
    made: list[Item] = []

    def changing(profile: Profile) -> Profile:
        made.append(change(find(profile, typed)))
        return profile.put(made[-1])

    differs = _save(session, f"profile {what} {shown(found.title)}", changing)
    back = BRINGS_IT_BACK if made[-1].removed else TAKES_IT_BACK
    say(f"{_VERB[what]}: {_said(made[-1])}.{_taken_as(made[-1])}" + (f" {back}" if differs else ""))
    return made[-1]


def _said(item: Item) -> str:
    parts = [one_line(item.title), one_line(item.where), item.when]
    return ", ".join(one if len(one) <= 80 else one[:80] + "..." for one in parts if one)  # noqa: PLR2004


def _taken_as(item: Item) -> str:
    """What the CV takes it for, where nobody said."""
    if item.removed:
        return ""
    words = catalogue.load_cv_words()
    if item.collection == "position" and not item.area:
        area = words.area_of(item)
        label = words.areas[area][0] if area in words.areas else "other work"
        return f" The CV takes it for {label}; --kind says otherwise."
    if "education" in COLLECTIONS[item.collection].keys and item.education is None:
        about = "" if words.is_education(item) else "not "
        return f" The CV takes it to be {about}about education; --education decides."
    return ""
