"""`calendar`: the plan's days as a file for any calendar program."""

from collections import Counter
from collections.abc import Sequence
from typing import Annotated, Final

import typer

from medpivot.catalogue import load_reminders
from medpivot.commands.handing_over import (
    STANDARD_OUTPUT,
    Force,
    Into,
    Open,
    must_end_in,
    refuse_before,
    write_export,
)
from medpivot.commands.plan_files import none_yet
from medpivot.domain.calendar_events import (
    Event,
    brought_up_to_date,
    events_of_people,
    events_of_plan,
)
from medpivot.domain.day_words import short_date
from medpivot.domain.wording import listed
from medpivot.errors import MedpivotError, UsageProblem
from medpivot.export.files import dated_file
from medpivot.export.ics import calendar_file, uid
from medpivot.session import Session
from medpivot.show.log_words import counted
from medpivot.show.out import json_document, notes
from medpivot.store import calendar as store
from medpivot.store import people, plans
from medpivot.store.locking import locked

NAMED_DAYS: Final = 3
"""Days with several events that are named before the rest is only counted."""

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def calendar(
    ctx: typer.Context,
    out: Into = None,
    titles: Annotated[
        bool,
        typer.Option(
            "--titles", help="Say what each day is for; otherwise it reads Milestone or Follow up."
        ),
    ] = False,
    force: Force = False,
    open_it: Open = False,
    json: Annotated[
        bool, typer.Option("--json", help="One JSON document with the events in the file.")
    ] = False,
) -> None:
    """The days of your plan as a calendar file (.ics).

    Every open milestone on its due day, decisions, and people to follow up: whole days that block
    no time, with a reminder at nine in the morning. Titles are neutral, because many calendars
    are shared at work, and the events are marked private.

    A calendar does not look at the file again. After the plan has changed, write a new one and
    import that: days that moved are moved, and what is done is taken out.

    \b
    Examples:
      medpivot calendar
      medpivot calendar --titles --out my-plan.ics
      medpivot calendar --open
    """
    session: Session = ctx.obj
    if json and out == STANDARD_OUTPUT:
        raise UsageProblem("--json and --out - exclude each other", "leave one of them out")
    must_end_in(out, ".ics")
    name = dated_file("calendar", session.today, "ics")
    refuse_before(session, name, out, force=force)
    wanted = _events(session, titles=titles)
    with locked(session.home):
        events, given = brought_up_to_date(wanted, store.load(session.home), session.today)
        if not events:
            raise MedpivotError("no day is ahead to put into a calendar", "medpivot plan replan")
        data = calendar_file(events, today=session.today)
        # remembered first: no number may ever be handed out twice for different days
        store.save(session.home, given)
    path = write_export(session, data, name, out, force=force, open_it=open_it)
    notes(_said(events, len(wanted), titles=titles))
    if json and path is not None:
        json_document(_document(events, str(path)))


def _events(session: Session, *, titles: bool) -> Sequence[Event]:
    file = plans.latest(session.home)
    notes(file.warnings if file else ())
    found = people.load(session.home).content
    if file is None and not found.present:
        raise none_yet(session.home)
    return (
        *(events_of_plan(file.plan, titles=titles) if file else ()),
        *events_of_people(found, session.today, load_reminders(), titles=titles),
    )


def _said(events: Sequence[Event], wanted: int, *, titles: bool) -> Sequence[str]:
    there = [one for one in events if not one.cancelled]
    kinds = [
        counted(sum(one.kind == kind for one in there), single, several)
        for kind, single, several in (
            ("milestone", "milestone", "milestones"),
            ("decision", "decision", "decisions"),
            ("person", "person to follow up", "people to follow up"),
        )
        if any(one.kind == kind for one in there)
    ]
    lines = [f"In it: {', '.join(kinds)}." if kinds else "In it: only what is over."]
    lines += _on_one_day(there)
    if there and not titles:
        lines.append(
            "Titles are neutral on purpose, because calendars are shared at work; "
            "medpivot calendar --titles names what each day is for."
        )
    cancelled = len(events) - len(there)
    if cancelled:
        over = counted(cancelled, "event that is over is", "events that are over are")
        lines.append(f"{over} marked as canceled, so that calendars take them out.")
    late = wanted - len(there)
    if late:
        count = counted(late, "late milestone is", "late milestones are")
        lines.append(f"{count} left out; for a new day: medpivot plan replan")
    lines.append("A calendar never reads the file again: after a change, write and import another.")
    return lines


def _on_one_day(events: Sequence[Event]) -> list[str]:
    """Which days have more than one event: the first few by name, the rest counted."""
    days = [day for day, count in sorted(Counter(one.day for one in events).items()) if count > 1]
    if not days:
        return []
    named = [short_date(day) for day in days[:NAMED_DAYS]]
    more = len(days) - len(named)
    which = listed([*named, *([counted(more, "other day", "other days")] if more else [])])
    return [f"Several fall on one day: {which}."]


def _document(events: Sequence[Event], path: str) -> dict[str, object]:
    return {
        "schema": 1,
        "file": path,
        "events": [
            {
                "uid": uid(one),
                "kind": one.kind,
                "of": one.of or None,
                "day": one.day.isoformat(),
                "title": one.title,
                "sequence": one.sequence,
                "cancelled": one.cancelled,
            }
            for one in events
        ],
    }
