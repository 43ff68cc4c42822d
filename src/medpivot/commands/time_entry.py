"""`time add`, `edit` and `remove`: a week's education hours, promised and delivered."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Annotated

import typer

from medpivot import catalogue
from medpivot.commands import completing, time_flags
from medpivot.commands.shared_flags import Json, Note
from medpivot.commands.taking_back import BRINGS_IT_BACK, TAKES_IT_BACK
from medpivot.domain.ledger import Entry, drift, monday_of
from medpivot.domain.typed_hours import Amount
from medpivot.errors import MedpivotError, UsageProblem
from medpivot.session import Session
from medpivot.show.out import json_document, note, notes
from medpivot.show.time_json import ledger_json
from medpivot.show.time_words import drift_words, entry_words, week_of
from medpivot.store import ledger as store
from medpivot.store.ledger import Ledger
from medpivot.store.writing import writing

_EXAMPLE = "medpivot time add --promised 8 --delivered 5"
_FRIDAY = 4


def add(
    ctx: typer.Context,
    promised: time_flags.Promised = None,
    delivered: time_flags.Delivered = None,
    week: time_flags.WeekOption = None,
    text: Note = None,
    json: Json = False,
) -> None:
    """A week's education hours: promised, and delivered. One entry a week.

    A later entry for the same week takes the place of the first and says so. A share of a post
    and half-days are turned into hours, as medpivot jobs settings has them, and what they were
    counted by is kept with the entry.

    \b
    Examples:
      medpivot time add
      medpivot time add --promised 8 --delivered 5
      medpivot time add --promised "0.3 FTE" --delivered "2 half-days" --week "last week"
      medpivot time add --delivered 6 --note "Clinic added on Thursday"
    """
    session: Session = ctx.obj
    monday = time_flags.monday_meant(session, week)
    kept_note = time_flags.note_given(text)
    amounts = {
        flag: time_flags.amount_given(session, flag, raw, "add")
        for flag, raw in (("--promised", promised), ("--delivered", delivered))
        if raw is not None
    }
    before = store.load(session.home)
    if "--delivered" not in amounts or _promise(before, monday, amounts) is None:
        if not session.interactive:
            raise _missing(before, monday, amounts)
        from medpivot.commands.time_questions import ask_entry

        monday, amounts = ask_entry(session, before, monday if week else None, amounts)
    with writing(session.home, f"time add {monday}") as step:
        ledger = store.load(session.home)
        old = ledger.of(monday)
        entry = _entry(ledger, monday, amounts)
        if kept_note is not None:
            entry = replace(entry, note=kept_note)
        entry = store.keep(step, session.home, entry)
    line = catalogue.load_time().drift.percent
    notes((*step.notes, *_kept(entry, old, line, session.today)))
    _say(session, entry, json=json)


def _promise(ledger: Ledger, monday: date, amounts: dict[str, Amount]) -> Amount | None:
    """What was promised: as typed, else as noted for that week or the last one before it."""
    if "--promised" in amounts:
        return amounts["--promised"]
    last = ledger.of(monday) or ledger.before(monday)
    return Amount(last.promised, last.promised_as) if last else None


def _missing(ledger: Ledger, monday: date, amounts: dict[str, Amount]) -> UsageProblem:
    promised = _promise(ledger, monday, amounts)
    if promised is None and "--delivered" not in amounts:
        why = "`medpivot time add` asks two questions, and nobody can be asked here"
    elif promised is None:
        why = "--promised is needed: no earlier week says what was promised"
    else:
        why = "--delivered is needed: the hours that you really had"
    return UsageProblem(why, _EXAMPLE)


def _entry(ledger: Ledger, monday: date, amounts: dict[str, Amount]) -> Entry:
    promised, had = _promise(ledger, monday, amounts), amounts["--delivered"]
    if promised is None:
        raise UsageProblem("--promised is needed: the week it was taken from is gone", _EXAMPLE)
    old = ledger.of(monday) or Entry("", monday, promised.hours, had.hours)
    return replace(
        old,
        promised=promised.hours,
        promised_as=promised.said,
        delivered=had.hours,
        delivered_as=had.said,
    )


def _kept(entry: Entry, old: Entry | None, line: int, today: date) -> Iterator[str]:
    kept = f"Kept for {week_of(entry.week)} as {entry.id}: {entry_words(entry, line)}."
    if old == entry:
        yield "It was so already."
    elif old is not None:
        yield f"In place of {entry_words(old, line)}. medpivot undo brings that back."
    yield kept if old is not None else f"{kept} {TAKES_IT_BACK}"
    if entry.week == monday_of(today) and today.weekday() < _FRIDAY:
        yield "That week is not over. Enter it again at its end, and the later entry counts."


def edit(
    ctx: typer.Context,
    id: time_flags.Id,  # noqa: A002
    promised: time_flags.Promised = None,
    delivered: time_flags.Delivered = None,
    week: Annotated[
        str | None, typer.Option("--week", metavar="DATE", help="Move it to another week.")
    ] = None,
    text: Note = None,
    clear: Annotated[
        str | None,
        typer.Option(
            metavar="WHAT",
            help="Take back the note: --clear note.",
            autocompletion=completing.words([time_flags.NOTE]),
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Change a week of the ledger.

    \b
    Examples:
      medpivot time edit k3fa --delivered 6
      medpivot time edit k3fa --week 2026-11-09
      medpivot time edit k3fa --clear note
    """
    session: Session = ctx.obj
    kept_note = time_flags.note_given(text)
    if clear not in (None, time_flags.NOTE):
        raise UsageProblem(f"--clear {clear!r} is not known", "--clear note")
    if promised is delivered is week is kept_note is clear is None:
        raise UsageProblem("nothing to change was given", "medpivot time edit --help")
    monday = None if week is None else time_flags.monday_meant(session, week)
    changes: dict[str, object] = {} if clear is None else {"note": ""}
    for name, raw in (("promised", promised), ("delivered", delivered)):
        if raw is not None:
            amount = time_flags.amount_given(session, f"--{name}", raw, "edit")
            changes |= {name: amount.hours, f"{name}_as": amount.said}
    changes |= {} if kept_note is None else {"note": kept_note}
    changes |= {} if monday is None else {"week": monday}
    found = store.load(session.home).entry(id)
    with writing(session.home, f"time edit {found.week}") as step:
        ledger = store.load(session.home)
        old = ledger.entry(found.id)
        new = replace(old, **changes)  # type: ignore[arg-type]
        taken = ledger.of(new.week)
        if taken is not None and taken.id != new.id:
            raise MedpivotError(
                f"{week_of(new.week)} has an entry already", f"medpivot time edit {taken.id}"
            )
        store.keep(step, session.home, new)
    line = catalogue.load_time().drift.percent
    said = f"Changed: {week_of(new.week)}, {entry_words(new, line)}. {TAKES_IT_BACK}"
    notes((*step.notes, said if new != old else "Nothing changed: it was so already."))
    _say(session, new, json=json)


def remove(ctx: typer.Context, id: time_flags.Id) -> None:  # noqa: A002
    """Take a week out of the ledger; undo brings it back.

    \b
    Examples:
      medpivot time remove k3fa
    """
    session: Session = ctx.obj
    found = store.load(session.home).entry(id)
    with writing(session.home, f"time remove {found.week}") as step:
        store.remove(step, session.home, store.load(session.home).entry(found.id))
    notes(step.notes)
    note(f"Removed: {week_of(found.week)}. {BRINGS_IT_BACK}")


def _say(session: Session, entry: Entry, *, json: bool) -> None:
    """Where the last weeks stand, and the entry as JSON where that was asked for."""
    ledger = store.load(session.home)
    rule = catalogue.load_time().drift
    found = drift(ledger.entries, rule)
    if said := drift_words(found, rule, session.today):
        note(said)
    if found.warning:
        note("medpivot time has a sentence about it for the person who signs.")
    if json:
        json_document(ledger_json([entry])[0])
