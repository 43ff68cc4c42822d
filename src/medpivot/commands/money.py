"""`money`: staying, the role, and training first, over years, in the person's own figures."""

import shlex
from typing import Annotated

import typer

from medpivot import catalogue
from medpivot.commands import completing, money_figures
from medpivot.commands.shared_flags import Json
from medpivot.domain.money import MOST_YEARS, Money
from medpivot.domain.money_changes import changed_entries, moved_totals
from medpivot.domain.money_explained import explain as explained
from medpivot.domain.money_explained import figures
from medpivot.domain.money_facts import article_chart
from medpivot.domain.typed_money import remove_scenario
from medpivot.errors import UsageProblem
from medpivot.grouping import called_alone
from medpivot.session import Session
from medpivot.show.money_json import chart_document, explained_document, money_document
from medpivot.show.out import console, json_document

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Settings = Annotated[
    list[str] | None,
    typer.Argument(metavar="KEY=VALUE ...", show_default=False, help="What to enter."),
]


@app.callback(invoke_without_command=True)
def money(
    ctx: typer.Context,
    years: Annotated[
        int | None,
        typer.Option(
            metavar="N", min=1, max=MOST_YEARS, help="Over so many years; 5 if nothing is entered."
        ),
    ] = None,
    json: Json = False,
) -> None:
    """The numbers: stay, move into the role, or train first, year by year.

    Sums are a year's, as you enter them, all before tax or all after it. What you have not entered
    stays unknown; your answers to assess are used where you entered nothing.

    \b
    Examples:
      medpivot money ask
      medpivot money set currency=USD needs=180000 stay.pay=290000 role.pay=235000 role.hours=45
      medpivot money
      medpivot money --years 10
      medpivot money explain role.break-even
    """
    session: Session = ctx.obj
    if not called_alone(ctx):
        return
    _show(session, years, json=json)


@app.command("set")
def set_(ctx: typer.Context, settings: Settings = None, json: Json = False) -> None:
    """Enter figures as KEY=VALUE, and see what moves; an empty value takes one back.

    \b
    For all:
      currency             such as USD
      years                1 to 40, over which all is reckoned
      raise                percent a year, 0 to 100
      weeks                working weeks a year, 1 to 52
      needs, wants         money a year
      drop                 percent of pay you could give up, 0 to 100
      growth               of needs and wants: percent a year, 0 to 100
      loan_forgiveness     yes or no
    \b
    For a scenario (stay, role, train-then-role or your own):
      pay                  money a year
      raise                percent a year, 0 to 100
      hours                a week, 0 to 168
      weeks                a year, 1 to 52
      title, role, note    words, or the id of a role
    \b
    All but stay:
      education_promised   hours a week, 0 to 168
      education_delivered  hours a week, 0 to 168
      role_from            number of a month, 1 to 480
      one_off_costs        money, once
    \b
    With training:
      program              id of a program
      training_from        number of a month, 1 to 480
      training_months      how many, 1 to 120
      tuition              money, all of it
      training_costs       money, all of it
      training_pay         money a year
      pay_cut              percent of present pay, 0 to 100
      study_hours          a week, 0 to 168
      training_hours       a week, study included, 0 to 168

    Month 1 is the first month of year 1, month 13 the first of year 2; dates are not taken.

    \b
    Examples:
      medpivot money set currency=USD stay.pay=290k stay.hours=56 needs=180000 drop=15
      medpivot money set role.pay=235000 role.hours=45 role.education_promised=16
      medpivot money set role.education_delivered=8
      medpivot money set train-then-role.program=my-program years=8
      medpivot money set role.raise=
    """
    session: Session = ctx.obj
    if not settings:
        raise UsageProblem("nothing to enter was given", "medpivot money set role.pay=235000")
    before = money_figures.enter(session, settings, "money set " + " ".join(settings)[:80])
    _show_change(session, before, json=json)


@app.command()
def ask(ctx: typer.Context) -> None:
    """Enter the figures one question at a time; Enter keeps what is there.

    \b
    Examples:
      medpivot money ask
    """
    session: Session = ctx.obj
    if not session.interactive:
        raise UsageProblem(
            "`medpivot money ask` asks questions, and nobody can be asked here",
            "medpivot money set role.pay=235000",
        )
    from medpivot.commands.money_questions import ask_figures

    settings = ask_figures(money_figures.reckoned(session).result)
    if settings:
        try:
            money_figures.enter(session, settings, "money ask")
        except UsageProblem as error:
            # what was typed is given back, as the line that would enter it
            line = shlex.join(["medpivot", "money", "set", *settings])
            raise UsageProblem(error.message, line, error.details) from None
    _show(session, None, json=False)


@app.command()
def add(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What to call it.")],
    settings: Settings = None,
    kind: Annotated[
        str,
        typer.Option(
            metavar="KIND",
            help="role or train-then-role.",
            autocompletion=completing.words(["role", "train-then-role"]),
        ),
    ] = "role",
    title: Annotated[str, typer.Option(metavar="TEXT", help="How it is shown.")] = "",
    json: Json = False,
) -> None:
    """Add another scenario, such as a second offer.

    \b
    Examples:
      medpivot money add riverside pay=228000 hours=46
      medpivot money add fellowship-first --kind train-then-role training_months=12 training_pay=95k
    """
    session: Session = ctx.obj
    before = money_figures.add(session, name, kind, title, settings or [])
    _show_change(session, before, json=json)


@app.command()
def remove(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="The scenario.", autocompletion=completing.scenarios),
    ],
) -> None:
    """Leave a scenario out; undo, or adding it again, brings it back.

    \b
    Examples:
      medpivot money remove riverside
    """
    money_figures.change(
        ctx.obj,
        f"money remove {name[:60]}",
        lambda money: remove_scenario(money, name),
        removed=name,
    )


@app.command()
def explain(
    ctx: typer.Context,
    figure: Annotated[
        str | None,
        typer.Argument(
            metavar="FIGURE", help="Such as role.income.2; all of them listed if left out."
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Where a figure comes from: the arithmetic, every entry and its origin.

    \b
    Examples:
      medpivot money explain
      medpivot money explain role.hourly
      medpivot money explain train-then-role.income.2
    """
    session: Session = ctx.obj
    found = money_figures.reckoned(session).result
    if figure is None:
        names = figures(found)
        if json:
            json_document({"figures": list(names)})
            return
        from medpivot.show.money_parts import explainable

        console().print(explainable(names))
        return
    one = explained(found, figure)
    if json:
        json_document(explained_document(one))
        return
    from medpivot.show.money_parts import explained as explained_screen

    console().print(explained_screen(one))


@app.command()
def hours(ctx: typer.Context, json: Json = False) -> None:
    """How clinical time shrinks as education work grows: the article's chart, and its flaw.

    \b
    Examples:
      medpivot money hours
    """
    session: Session = ctx.obj
    roles = catalogue.roles_of(session.home)
    chart = article_chart(catalogue.load_money_facts(), roles)
    if json:
        json_document(chart_document(chart, roles))
        return
    from medpivot.show.money_parts import hours_chart

    console().print(hours_chart(chart, roles))


def _show_change(session: Session, before: Money, *, json: bool) -> None:
    """What changed and the totals that moved with it; as JSON the whole document, as ever."""
    if json:
        _show(session, None, json=True)
        return
    from medpivot.show.money_change import money_change

    now = money_figures.reckoned(session)
    old = money_figures.reckoned_before(before, now)
    new = [one for one in now.warnings if old is None or one not in old.warnings]
    moved = moved_totals(old.result if old else None, now.result)
    entries = changed_entries(before, now.money)
    touched = {one.key.partition(".")[0] for one in entries}
    new += [
        one
        for one in money_figures.beside_the_jobs(session, now).changed
        if one.scenario in touched
    ]
    console().print(money_change(entries, moved, new, now.result))


def _show(session: Session, years: int | None, *, json: bool) -> None:
    found = money_figures.reckoned(session, years)
    beside = money_figures.beside_the_jobs(session, found)
    wary = (*beside.changed, *found.warnings)
    if json:
        json_document(money_document(found.result, wary, beside.offers))
        return
    from medpivot.show.money import money_screen

    facts, sources = catalogue.load_money_facts(), catalogue.load_sources()
    console().print(money_screen(found.result, wary, beside.offers, facts, sources))
