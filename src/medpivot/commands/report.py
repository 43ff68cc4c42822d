"""`report`: where things stand on one page, for oneself, a mentor or a partner."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from medpivot import __version__, catalogue
from medpivot.commands.handing_over import (
    Force,
    Into,
    Open,
    must_end_in,
    refuse_before,
    write_export,
)
from medpivot.commands.saved_answers import latest
from medpivot.commands.unreadable import LEFT_OUT, name_problems, readable_activities
from medpivot.domain.audiences import Audience, AudienceId
from medpivot.errors import MedpivotError
from medpivot.export.files import dated_file
from medpivot.session import Session
from medpivot.show.out import note, one_line
from medpivot.store import ledger, plans, weeks

if TYPE_CHECKING:
    from medpivot.commands.money_figures import Reckoned
    from medpivot.commands.own_facts import OwnFacts
    from medpivot.domain.roles import Roles
    from medpivot.export.report.content import Answered, Planned

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def report(
    ctx: typer.Context,
    reader: Annotated[
        AudienceId, typer.Option("--for", help="Who will read it; each sees another page.")
    ] = "self",
    out: Into = None,
    force: Force = False,
    open_it: Open = False,
) -> None:
    """Where things stand, on one page that opens in any browser and prints well.

    For a mentor it leaves out how you are, your own words, money and the conclusion; for a
    partner your words and the burnout answer. The page says for whom it is and what is left out.
    It holds no script and loads nothing; quotes are on it only where you marked them to be shared.
    For a PDF, print it from the browser.

    \b
    Examples:
      medpivot report --open
      medpivot report --for mentor --out for-dr-lee.html
      medpivot report --for partner
    """
    session: Session = ctx.obj
    suffix = "" if reader == "self" else f"-for-{reader}"
    must_end_in(out, ".html", ".htm")
    name = dated_file(f"report{suffix}", session.today, "html")
    refuse_before(session, name, out, force=force)
    data = _page(session, catalogue.load_audiences()[reader])
    write_export(session, data, name, out, force=force, open_it=open_it)
    if reader != "self":
        note("Read it once as that reader would, before you hand it over.")


def _page(session: Session, audience: Audience) -> bytes:
    from medpivot.export.report.content import Content
    from medpivot.export.report.page import report_page

    home, sees = session.home, audience.sees
    money = _money(session) if sees("money") else None
    roles = money.facts.roles if money else catalogue.roles_of(home)
    log = readable_activities(home)
    hours = ledger.load(home) if sees("time") else ledger.Ledger()
    name_problems(ledger.NAME, hours.problems, nothing_else=False, otherwise=LEFT_OUT)
    content = Content(
        audience=audience,
        today=session.today,
        version=__version__,
        interview=catalogue.load_interview(),
        roles=roles,
        vocabulary=catalogue.load_vocabulary(),
        time_rules=catalogue.load_time(),
        answered=_answered(session, roles, money.facts if money else None),
        planned=_planned(session, roles, audience),
        log=log,
        money=money.result if money and money.entered else None,
        warnings=money.warnings if money and money.entered else (),
        weeks=weeks.load(home).content if sees("time") else weeks.SUBJECT.empty,
        ledger=hours.entries,
    )
    if not (content.answered or content.planned or content.log or content.money):
        raise MedpivotError("there is nothing to report yet", "medpivot assess")
    return report_page(content)


def _answered(session: Session, roles: "Roles", facts: "OwnFacts | None") -> "Answered | None":
    """The latest answers and what they come to, which `facts`, if there are any, hold already."""
    from medpivot.domain.assessing import assess
    from medpivot.export.report.content import Answered

    if facts and facts.result:
        return Answered(date.fromisoformat(facts.day), facts.answers, facts.result)
    found = latest(session.home, session.today)
    if found is None:
        return None
    result = assess(found.answers, catalogue.load_interview(), roles)
    return Answered(found.date, found.answers, result)


def _planned(session: Session, roles: "Roles", audience: Audience) -> "Planned | None":
    from medpivot.domain.changing import OWN_PHASE
    from medpivot.export.report.content import Planned

    file = plans.latest(session.home)
    if file is None:
        return None
    for warning in file.warnings:
        note(one_line(warning))
    catalog = catalogue.load_milestones()
    role = roles.role(file.plan.role) if file.plan.role else None
    private = {one.id for one in catalog.templates if one.relief or one.commits}
    private |= audience.private_steps | {one.id for one in file.plan.milestones if one.own}
    return Planned(
        file.plan,
        {**{one.id: one.title for one in catalog.phases}, OWN_PHASE: "Added by you"},
        role.title if role else file.plan.role,
        frozenset(private),
    )


def _money(session: Session) -> "Reckoned":
    # the report for a mentor needs no money
    from medpivot.commands.money_figures import reckoned

    return reckoned(session)
