"""`plan`: a dated plan that fits the hours there are; shown, drafted and changed."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from medpivot import catalogue
from medpivot.commands import completing
from medpivot.commands.days import day_meant
from medpivot.commands.plan_files import none_yet, present
from medpivot.commands.shared_flags import Json
from medpivot.domain.overruns import Fix, overruns
from medpivot.domain.plan import PlanKind, Route
from medpivot.domain.progress import been_away, next_things, offers
from medpivot.errors import MedpivotError
from medpivot.grouping import called_alone
from medpivot.loaded_later import later
from medpivot.reading.titles import titles
from medpivot.session import Session
from medpivot.show.out import console, json_document, note, plain
from medpivot.show.plan_json import milestone_json, next_json, plain_lines, plan_json
from medpivot.store import activities, assessments, plans
from medpivot.store.beside_the_log import beside_the_log
from medpivot.store.refusals import read_bytes

if TYPE_CHECKING:
    from medpivot.domain.plan import Milestone, Plan
    from medpivot.show.plan import PlanView
    from medpivot.store.plans import PlanFile

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Plain = Annotated[
    bool,
    typer.Option("--plain", help="A line each: id, state, first day, due day, hours, title."),
]


@app.callback(invoke_without_command=True)
def plan(ctx: typer.Context, json: Json = False) -> None:
    """A dated plan that fits the hours you have.

    Shows your plan: the next thing first, then all of it over time. With answers and no plan yet,
    it makes one, starting today.

    \b
    Examples:
      medpivot plan
      medpivot plan next
      medpivot plan show past-teaching
      medpivot plan new --hours 3 --months 20
      medpivot plan done recurring-talk --on yesterday
      medpivot plan replan
    """
    session: Session = ctx.obj
    if not called_alone(ctx):
        return
    file = plans.latest(session.home)
    if file is None:
        if json or assessments.latest(session.home) is None:
            raise none_yet(session.home)
        from medpivot.commands.plan_new import make
        from medpivot.domain.usual import Wishes

        note("You have answers and no plan yet, so here is one, starting today.")
        file = plans.load(make(session, Wishes()))
    _show(session, file, json=json)


@app.command()
def new(
    ctx: typer.Context,
    start: Annotated[
        str | None, typer.Option(metavar="DATE", help="The first day; today if left out.")
    ] = None,
    months: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            help="12 to 24 months, a test plan 3 to 24; 18 and 6, or as many as it takes, if left "
            "out.",
        ),
    ] = None,
    hours: Annotated[
        float | None, typer.Option(metavar="H", help="Free hours in an ordinary week.")
    ] = None,
    role: Annotated[
        str | None,
        typer.Option(
            metavar="ID", help="The role to plan toward.", autocompletion=completing.roles
        ),
    ] = None,
    route: Annotated[Route | None, typer.Option(help="Formal training to plan for.")] = None,
    kind: Annotated[
        PlanKind | None,
        typer.Option(
            help="A full plan, or a test: is this for me? Full if left out and the verdict is "
            "pivot, with 1.5 hours a week or more; else test."
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Draft a new plan; what you have done is carried over.

    The plan before stays in its file. What you leave out follows from your latest answers, or
    from the plan before if the answers are the same.

    \b
    Examples:
      medpivot plan new
      medpivot plan new --hours 2.5 --months 24
      medpivot plan new --role simulation-director --route certificate
      medpivot plan new --kind test --start "next monday"
    """
    from medpivot.commands.plan_new import make
    from medpivot.domain.usual import Wishes

    session: Session = ctx.obj
    first = None if start is None else day_meant(start, session.today, "future", "--start")
    path = make(session, Wishes(first, months, hours, role, route, kind))
    _show(session, plans.load(path), json=json)


@app.command()
def show(
    ctx: typer.Context,
    id: Annotated[  # noqa: A002  (what it is called on the command line)
        str | None,
        typer.Argument(
            metavar="[ID]",
            help="One milestone; the whole plan if left out.",
            autocompletion=completing.milestones,
            show_default=False,
        ),
    ] = None,
    json: Json = False,
    as_lines: Plain = False,
) -> None:
    """The whole plan, the next thing first; or one milestone.

    \b
    Examples:
      medpivot plan show
      medpivot plan show past-teaching
      medpivot plan show --json
    """
    session: Session = ctx.obj
    file = present(session.home)
    if id is not None:
        _show_one(session, file.plan, id, json=json, as_lines=as_lines)
        return
    if as_lines and not json:
        plain(plain_lines(_by_due(file.plan), session.today))
        return
    _show(session, file, json=json)


@app.command()
def next(ctx: typer.Context, json: Json = False) -> None:
    """The one next thing, with its first ten minutes.

    \b
    Examples:
      medpivot plan next
    """
    session: Session = ctx.obj
    file = present(session.home)
    if json:
        log = activities.load(session.home, since=file.plan.start).activities
        beside = beside_the_log(session.home)
        offered = [one for one, _ in offers(file.plan, log, session.today, **beside)]
        away = been_away(file.plan, log, session.today)
        things = next_things(file.plan, session.today)
        json_document(next_json(things, offered, session.today, away=away))
        return
    from medpivot.show.plan import next_screen

    _say_offers(session)
    console().print(next_screen(_view(session, file.plan, Fix())))


@app.command()
def list(ctx: typer.Context, json: Json = False, as_lines: Plain = False) -> None:
    """Every milestone with its state, due day, title and id.

    \b
    Examples:
      medpivot plan list
      medpivot plan list --plain
    """
    session: Session = ctx.obj
    milestones = _by_due(present(session.home).plan)
    if json:
        found = [milestone_json(one, session.today) for one in milestones]
        json_document({"schema": 1, "milestones": found})
    elif as_lines:
        plain(plain_lines(milestones, session.today))
    else:
        from medpivot.show.plan import milestone_list

        console().print(milestone_list(milestones, session.today))


later(
    app,
    "medpivot.commands.plan_changes",
    *("done", "skip", "reopen", "move", "add", "remove", "note", "replan", "pause", "resume"),
)


def _by_due(plan: "Plan") -> "Sequence[Milestone]":
    return sorted(plan.milestones, key=lambda one: (one.due, one.id))


def _show(session: Session, file: "PlanFile", *, json: bool) -> None:
    today = session.today
    fix = Fix()
    if overruns(file.plan):
        from medpivot.domain.fitting import smallest_fix

        # what would help is worked out from the milestones' descriptions, which take time to read
        fix = smallest_fix(file.plan, catalogue.load_milestones(), today)
    if json:
        json_document(plan_json(file.plan, file.path, fix, today))
        return
    from medpivot.show.plan import plan_screen

    _say_offers(session)
    screen = console()
    screen.print(plan_screen(_view(session, file.plan, fix), screen.width))


def _say_offers(session: Session) -> None:
    """Say that an offer on the table comes first; the dates of a plan know nothing of it."""
    from medpivot.commands.offers_open import offers_before_the_plan

    if found := offers_before_the_plan(session):
        from medpivot.show.offer_words import before_the_plan
        from medpivot.show.paragraphs import paragraph

        for one in found:
            console().print(paragraph(before_the_plan(one), indent=0))


def _show_one(
    session: Session, plan: "Plan", milestone_id: str, *, json: bool, as_lines: bool
) -> None:
    from medpivot.domain.changing import find

    one = find(plan, milestone_id)
    if json:
        json_document({"schema": 1, "milestone": milestone_json(one, session.today)})
    elif as_lines:
        plain(plain_lines([one], session.today))
    else:
        from medpivot.show.plan_milestone import milestone_page

        console().print(milestone_page(one, _view(session, plan, Fix())))


def _view(session: Session, plan: "Plan", fix: Fix) -> "PlanView":
    from medpivot.domain.changing import OWN_PHASE
    from medpivot.show.plan import PlanView

    data = catalogue.data_folder()
    roles = {
        **_titles(data / "roles.toml", "role"),
        **_titles(session.home / "roles.toml", "role"),
    }
    log = activities.load(session.home, since=plan.start).activities
    beside = beside_the_log(session.home)
    return PlanView(
        plan=plan,
        today=session.today,
        phases={**_titles(data / "milestones.toml", "phase"), OWN_PHASE: "Added by you"},
        role=roles.get(plan.role or "", plan.role),
        fix=fix,
        offered=[one for one, _ in offers(plan, log, session.today, **beside)],
        away=been_away(plan, log, session.today),
    )


def _titles(path: Path, group: str) -> Mapping[str, str]:
    """Titles for headings; a file that is broken or not there has none, and ids stand in."""
    with suppress(MedpivotError):
        return titles(read_bytes(path) or b"", path.name, group)
    return {}
