"""`status`, and `medpivot` alone: what comes next, at a glance."""

from collections.abc import Callable
from typing import TypeVar

import typer

from medpivot import catalogue
from medpivot.commands.offers_open import offers_to_settle
from medpivot.commands.saved_answers import unfinished
from medpivot.commands.shared_flags import Json
from medpivot.domain import dashboard as domain
from medpivot.errors import BrokenFile
from medpivot.session import Session
from medpivot.show.dashboard_json import dashboard_json
from medpivot.show.out import json_document, note, plain
from medpivot.store import activities, assessments, ledger, plans
from medpivot.store.beside_the_log import beside_the_log
from medpivot.store.people import people_glance

app = typer.Typer(rich_markup_mode=None, add_completion=False)
Loaded = TypeVar("Loaded")


@app.command()
def status(
    ctx: typer.Context,
    json: Json = False,
) -> None:
    """What comes next, at a glance.

    The next three things, what is late, the log, and how long ago you answered the questions.

    \b
    Examples:
      medpivot status
      medpivot status --json
    """
    dashboard(ctx.obj, as_json=json)


def dashboard(session: Session, *, as_json: bool = False) -> None:
    """Show what can be read; a file that cannot be is named at the end.

    Raises:
        BrokenFile: a file is broken; with JSON nothing is shown then.
    """
    broken: list[BrokenFile] = []

    def read(load: Callable[[], Loaded], otherwise: Loaded) -> Loaded:
        try:
            return load()
        except BrokenFile as error:
            broken.append(error)
            return otherwise

    home = session.home
    file = read(lambda: plans.latest(home), None)
    unreadable = "; ".join(_place(one) for one in broken)
    log = activities.load(home)
    latest = assessments.latest(home)
    after = catalogue.load_reminders()
    content = domain.dashboard(
        file.plan if file else None,
        log.activities,
        catalogue.load_vocabulary(),
        latest.date if latest else None,
        read(lambda: unfinished(home), None),
        session.today,
        after,
        people=read(lambda: people_glance(home, session.today, after), None),
        files=beside_the_log(home)["files"],
        on_the_table=read(lambda: offers_to_settle(session), ()),
        unreadable=unreadable,
    )
    if as_json:
        if broken:
            raise broken[0]
        json_document(dashboard_json(content))
        return
    if not (broken and content.first_run):
        from medpivot.show.dashboard import dashboard as show

        show(content, session.today)
        _say_drift(session)
    for problem in log.problems:
        note(str(problem))
    if broken:
        raise broken[0]


def _place(error: BrokenFile) -> str:
    """The file and the first thing wrong in it; the error names them all."""
    more = len(error.problems) - 1
    return f"{error.name}, {error.problems[0]}" + (f", and {more} more" if more else "")


def _say_drift(session: Session) -> None:
    """Say it when less education time was delivered than promised; else nothing."""
    entries = ledger.load(session.home).entries
    if not entries:
        return
    from medpivot.domain.ledger import drift
    from medpivot.show.time_words import drift_words

    rule = catalogue.load_time().drift
    found = drift(entries, rule)
    if found.warning:
        plain([f"{drift_words(found, rule, session.today)} medpivot time has what to ask."])
