"""`log add`, `edit` and `remove`: one entry of the log, from what was typed to what is kept."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from medpivot import catalogue
from medpivot.commands import log_flags as flags
from medpivot.commands.shared_flags import ActivityId, Json
from medpivot.commands.taking_back import BRINGS_IT_BACK, TAKES_IT_BACK
from medpivot.domain.activities import Activity, Vocabulary
from medpivot.domain.closest import did_you_mean
from medpivot.domain.day_words import in_words, short_date
from medpivot.domain.entries import to_record
from medpivot.domain.typed_activity import Typed, changed_activity, new_activity
from medpivot.domain.what_counts import standing
from medpivot.errors import Problem, UsageProblem
from medpivot.session import Session
from medpivot.show.log_rows import changes
from medpivot.show.log_words import shortened
from medpivot.show.out import json_document, note, notes, one_line
from medpivot.store import activities as store
from medpivot.store import line_ids
from medpivot.store.plan_glance import PlanGlance, glance, may_finish
from medpivot.store.writing import writing

_LONGEST_TITLE = 60
_MOST_OFFERED = 2


@flags.describing_an_activity
def add(
    ctx: typer.Context,
    title: Annotated[
        str, typer.Argument(metavar="TITLE", help="What you did.", show_default=False)
    ],
    typed: Typed,
    json: Json = False,
) -> None:
    """Add an activity. Only the title and the kind are needed; name no patient and no learner.

    The day is today unless --on says otherwise. What you leave out is kept as not noted, and
    can be added later with medpivot log edit.

    \b
    Examples:
      medpivot log add "Sepsis talk for interns" --kind lecture --learners 12 --hours 1
      medpivot log add "Ward week" --kind bedside-teaching --on "last friday" --level intern
      medpivot log add "Reading an ECG" --kind small-group --rating 4.6 --raters 9 --before 3.9
      medpivot log add "Inbox" --kind admin-clinical --energy -2
    """
    record(ctx.obj, replace(typed, title=title), json=json)


def record(session: Session, typed: Typed, *, json: bool = False) -> Activity:
    """Check what was typed, keep it, and say for which day and which milestone.

    Raises:
        UsageProblem: with everything that is wrong with it.
        Interrupted: the kind was asked for, and the person broke off.
    """
    vocabulary = catalogue.load_vocabulary()
    plan = glance(session.home)
    activity, problems = new_activity(line_ids.new_id(), typed, vocabulary, session.today)
    problems += _milestone_problems(typed, plan)
    if typed.kind is None and session.interactive and [one.key for one in problems] == ["kind"]:
        # questionary is slow to load, and a complete line needs no question
        from medpivot.commands.log_questions import ask_kind

        typed = replace(typed, kind=ask_kind(vocabulary))
        activity, problems = new_activity(activity.id, typed, vocabulary, session.today)
    if problems:
        raise flags.usage_problem(problems, "add")
    with writing(session.home, f"log add {_title(activity)}") as change:
        store.add(change, session.home, activity)
    said = _logged(activity, vocabulary)
    notes((*change.notes, said, *_remarks(activity, typed, plan, session.today)))
    if json:
        json_document(to_record(activity))
    return activity


@flags.changing_an_activity
def edit(
    ctx: typer.Context,
    id: ActivityId,  # noqa: A002  (what it is called on the command line)
    typed: Typed,
    json: Json = False,
) -> None:
    """Change an activity.

    Levels and quotes are added to those there are; clear them to replace them. In the examples,
    k3fa stands for the id of an entry of yours.

    \b
    Examples:
      medpivot log edit k3fa --hours 1.5 --level resident
      medpivot log edit k3fa --quote "Best session of the block" --share-quotes
      medpivot log edit k3fa --clear level --level intern
    """
    if typed == Typed():
        raise UsageProblem("nothing to change was given", "medpivot log edit --help")
    _change(ctx.obj, id, typed, json=json)


def remove(ctx: typer.Context, id: ActivityId) -> None:  # noqa: A002
    """Take an activity out of the log; undo brings it back.

    In the example, k3fa stands for the id of an entry of yours.

    \b
    Examples:
      medpivot log remove k3fa
    """
    session: Session = ctx.obj
    found = store.load(session.home).entry(id)
    title = _title(found)
    with writing(session.home, f"log remove {title}") as change:
        store.remove(change, session.home, found.id)
    notes(change.notes)
    note(f"Removed: {title}, {short_date(found.date)}. {BRINGS_IT_BACK}")


def _change(session: Session, prefix: str, typed: Typed, *, json: bool) -> None:
    vocabulary = catalogue.load_vocabulary()
    plan = glance(session.home)
    found = store.load(session.home).entry(prefix)
    with writing(session.home, f"log edit {_title(found)}") as change:
        old, log = store.current(session.home, found.id)
        new, problems = changed_activity(old, typed, vocabulary, session.today)
        problems += _milestone_problems(typed, plan)
        if problems:
            raise flags.usage_problem(problems, "edit")
        if new != old:
            store.edit(change, session.home, new, log)
    if new == old:
        note("Nothing changed: it was so already.")
    else:
        note(f"Changed: {_title(new)}, {in_words(new.date)}. {TAKES_IT_BACK}")
        for line in changes(old, new, vocabulary):
            note(f"  {line}")
    notes((*change.notes, *_remarks(new, typed, plan, session.today)))
    if json:
        json_document(to_record(new))


def _title(activity: Activity) -> str:
    return f'"{shortened(one_line(activity.title), _LONGEST_TITLE)}"'


def _logged(activity: Activity, vocabulary: Vocabulary) -> str:
    kind = vocabulary.kinds[activity.kind]
    apart = {"other": "other work", "learned": "as a learner"}
    place = apart.get(standing(activity, vocabulary), vocabulary.domains[activity.domain].label)
    day = in_words(activity.date)
    said = f"Logged for {day} as {activity.id}: {kind.label} ({place.lower()})."
    return f"{said} {TAKES_IT_BACK}"


def _milestone_problems(typed: Typed, plan: PlanGlance | None) -> list[Problem]:
    if typed.milestone is None or plan is None or typed.milestone in plan.ids:
        return []
    near = did_you_mean(typed.milestone[:_LONGEST_TITLE], plan.ids)
    reason = "is no milestone of the latest plan"
    return [Problem(f"{reason}; {near or 'medpivot plan list names them'}", key="milestone")]


def _remarks(
    activity: Activity, typed: Typed, plan: PlanGlance | None, today: date
) -> Iterator[str]:
    """What the person may want to know or do next, after what was just typed."""
    if typed.evidence is not None and not _is_there(typed.evidence):
        shown = shortened(one_line(typed.evidence), _LONGEST_TITLE)
        yield f"warning: nothing is at {shown} now; the path is kept as you typed it"
    if typed.mean is not None and activity.rating and activity.rating.raters is None:
        yield (
            "A rating is evidence only with how many rated: "
            f"medpivot log edit {activity.id} --raters N"
        )
    if typed.quotes or typed.changed:
        flag = "quote" if typed.quotes else "changed"
        again = f"medpivot log edit {activity.id} --clear {flag}"
        yield f"If that names a patient or a learner, take it out again: {again}"
    if plan is None:
        if typed.milestone is not None:
            yield "There is no plan to look the milestone up in; it is kept as you typed it."
    elif typed.kind is not None or typed.milestone is not None:
        yield from _milestones(activity, plan, today)


def _milestones(activity: Activity, plan: PlanGlance, today: date) -> Iterator[str]:
    on = "" if activity.date == today else f" --on {activity.date}"
    if activity.milestone is None:
        for one in may_finish(plan, activity.kind, activity.date)[:_MOST_OFFERED]:
            yield f'This may finish "{one.title}". If it does: medpivot plan done {one.id}{on}'
        return
    named = next((one for one in plan.open if one.id == activity.milestone), None)
    if named is None:
        yield "That milestone is not open any more; the entry names it all the same."
    elif named.alone and named.count == 1:
        yield f'This may finish "{named.title}". If it does: medpivot plan done {named.id}{on}'
    else:
        yield f'This counts toward "{named.title}", which takes more: medpivot plan'


def _is_there(path: str) -> bool:
    """Does the path lead somewhere? A web address is taken as it is."""
    try:
        return "://" in path or Path(path).expanduser().exists()
    except (OSError, RuntimeError, ValueError):
        return False
