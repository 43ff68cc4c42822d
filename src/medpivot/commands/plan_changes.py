"""The commands that change the plan, from done to resume."""

from collections.abc import Callable
from typing import Annotated

import typer

from medpivot.commands import completing
from medpivot.commands.days import day_meant
from medpivot.commands.plan_files import change, present
from medpivot.commands.plan_following import hours_set_now, stated_since
from medpivot.commands.shared_flags import Json, On
from medpivot.domain import changing, moving
from medpivot.domain.changing import Changed
from medpivot.domain.plan import Plan
from medpivot.domain.replanning import replan as lay_out_again
from medpivot.session import Session
from medpivot.show.out import columns_there, json_document, one_line, tell
from medpivot.show.out import note as say
from medpivot.show.plan_json import change_json, replanned_json
from medpivot.show.plan_words import another_next_lines, next_lines, replanned_lines
from medpivot.store import plans
from medpivot.store.writing import writing

Id = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help="The milestone; medpivot plan list names them all.",
        autocompletion=completing.milestones,
    ),
]
Ids = Annotated[
    list[str] | None,
    typer.Option(
        metavar="ID",
        help="What has to be done first. Again for more.",
        autocompletion=completing.milestones,
    ),
]


def done(
    ctx: typer.Context,
    id: Id,  # noqa: A002  (what it is called on the command line)
    on: On = None,
    note: Annotated[
        str, typer.Option(metavar="TEXT", help="A line to keep with it.", show_default=False)
    ] = "",
    json: Json = False,
) -> None:
    """A milestone is done. Said twice, the first day stays.

    \b
    Examples:
      medpivot plan done recurring-talk
      medpivot plan done recurring-talk --on "last friday" --note "rated 4.6 by 12"
    """
    session: Session = ctx.obj
    today = session.today
    day = today if on is None else day_meant(on, today, "past", "--on")
    _do(
        session, f"plan done {id}", id, lambda plan: changing.done(plan, id, day, today, note), json
    )


def skip(
    ctx: typer.Context,
    id: Id,  # noqa: A002
    why: Annotated[
        str, typer.Option(metavar="TEXT", help="The reason, in a few words.", show_default=False)
    ],
    json: Json = False,
) -> None:
    """A milestone is not for you; the reason is kept.

    \b
    Examples:
      medpivot plan skip committee-request --why "there is none here"
    """
    session: Session = ctx.obj
    _do(session, f"plan skip {id}", id, lambda plan: changing.skip(plan, id, why), json)


def reopen(ctx: typer.Context, id: Id, json: Json = False) -> None:  # noqa: A002
    """Open a milestone again that was done, skipped or removed.

    \b
    Examples:
      medpivot plan reopen recurring-talk
    """
    session: Session = ctx.obj
    _do(session, f"plan reopen {id}", id, lambda plan: changing.reopen(plan, id), json)


def move(
    ctx: typer.Context,
    id: Id,  # noqa: A002
    day: Annotated[str, typer.Argument(metavar="DATE", help="The new due date.")],
    json: Json = False,
) -> None:
    """Set a due date; what waits for it moves as far as it must.

    The date stays when the plan is laid out again.

    \b
    Examples:
      medpivot plan move present-locally 2027-09-20
      medpivot plan move energy-week "in 3 weeks"
    """
    session: Session = ctx.obj
    due = day_meant(day, session.today, "future", "DATE")
    what = f"plan move {id} {due}"
    _do(session, what, id, lambda plan: moving.move(plan, id, due, session.today), json)


def add(
    ctx: typer.Context,
    title: Annotated[str, typer.Argument(metavar="TITLE", help="What is to be done.")],
    hours: Annotated[
        float | None, typer.Option(metavar="H", help="Hours of work; 2 if left out.")
    ] = None,
    due: Annotated[str | None, typer.Option(metavar="DATE", help="A due date that stays.")] = None,
    after: Ids = None,
    json: Json = False,
) -> None:
    """Add a milestone of your own.

    \b
    Examples:
      medpivot plan add "Abstract for the spring meeting" --hours 4 --due 2027-03-01
      medpivot plan add "Thank the ward team" --after recurring-talk
    """
    session: Session = ctx.obj
    day = None if due is None else day_meant(due, session.today, "future", "--due")
    waits = tuple(after or ())

    def added(plan: Plan) -> Changed:
        return changing.add(plan, title, session.today, hours=hours, due=day, after=waits)

    path, changed = change(session, f"plan add {_short(title)}", added)
    if json:
        own = changed.plan.milestones[-1]
        json_document(change_json(changed, path, own.id, session.today))


def remove(ctx: typer.Context, id: Id, json: Json = False) -> None:  # noqa: A002
    """Take a milestone out of sight; reopen brings it back.

    \b
    Examples:
      medpivot plan remove search
    """
    session: Session = ctx.obj
    _do(session, f"plan remove {id}", id, lambda plan: changing.remove(plan, id), json)


def note_(
    ctx: typer.Context,
    id: Id,  # noqa: A002
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The line to add.")],
    json: Json = False,
) -> None:
    """Add a line to a milestone's note.

    \b
    Examples:
      medpivot plan note three-meetings "ask Dr. Lee about the May date"
    """
    session: Session = ctx.obj
    _do(session, f"plan note {id}", id, lambda plan: changing.note(plan, id, text), json)


def replan(
    ctx: typer.Context,
    hours: Annotated[
        float | None,
        typer.Option(
            metavar="H",
            help="Free hours a week from now on; newer answers or your pace so far if left out.",
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Lay everything open out again, from today.

    At the hours of your newest answers, if they are newer than the plan. Else at your pace so far,
    once four weeks have passed and something is done; at the plan's hours before that, and where
    the pace so far is under half an hour a week or would reach more than two years ahead. Dates you
    set yourself stay.

    \b
    Examples:
      medpivot plan replan
      medpivot plan replan --hours 3
    """
    session: Session = ctx.obj
    with writing(session.home, "plan replan") as step:
        file = present(session.home)
        stated = None if hours is not None else stated_since(session.home, file.plan, session.today)
        result = lay_out_again(file.plan, session.today, stated.hours if stated else hours)
        plan = hours_set_now(session.home, result.plan) if result.given else result.plan
        plans.save(step, file, plan)
    said = replanned_lines(result, stated.day if stated else None)
    for line in (*step.notes, *said, *another_next_lines(file.plan, plan, session.today)):
        say(one_line(line))
    say("medpivot undo brings the old dates back.")
    if json:
        json_document(replanned_json(result, file.path))
    else:
        _show_next(session, result.plan)


def pause(
    ctx: typer.Context,
    first: Annotated[str, typer.Argument(metavar="FROM", help="The first day off.")],
    last: Annotated[str, typer.Argument(metavar="TO", help="The last day off.")],
    json: Json = False,
) -> None:
    """Plan nothing between two days.

    What lies in or behind them moves by as much; a date you set yourself stays.

    \b
    Examples:
      medpivot plan pause 2026-12-20 2027-01-03
      medpivot plan pause today "in 2 weeks"
    """
    session: Session = ctx.obj
    begins = day_meant(first, session.today, "future", "FROM")
    ends = day_meant(last, session.today, "future", "TO")
    what = f"plan pause {begins} {ends}"
    path, changed = change(session, what, lambda plan: moving.pause(plan, begins, ends))
    if json:
        json_document(change_json(changed, path, None, session.today))
    else:
        _show_next(session, changed.plan)


def resume(
    ctx: typer.Context,
    day: Annotated[
        str, typer.Argument(metavar="[DATE]", help="The first day to work again.")
    ] = "today",
    json: Json = False,
) -> None:
    """End a pause early; what it had moved comes back.

    \b
    Examples:
      medpivot plan resume
      medpivot plan resume "next monday"
    """
    session: Session = ctx.obj
    first = day_meant(day, session.today, "future", "DATE")
    what = f"plan resume {first}"
    path, changed = change(session, what, lambda plan: moving.resume(plan, first, session.today))
    if json:
        json_document(change_json(changed, path, None, session.today))
    else:
        _show_next(session, changed.plan)


def _do(
    session: Session,
    what: str,
    milestone_id: str,
    changing_it: Callable[[Plan], Changed],
    json: bool,
) -> None:
    """Change one milestone, and show it as JSON, or what comes next."""
    path, changed = change(session, what, changing_it)
    if json:
        json_document(change_json(changed, path, milestone_id, session.today))
    else:
        _show_next(session, changed.plan)


def _show_next(session: Session, plan: Plan) -> None:
    tell("\n".join(next_lines(plan, session.today, columns_there())))


def _short(title: str, longest: int = 60) -> str:
    line = one_line(title)
    return line if len(line) <= longest else f"{line[:longest].rstrip()}..."
