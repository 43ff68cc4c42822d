"""A person with something in every part of a report, some of it for nobody else's eyes."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from conftest import TODAY, Result, Run
from medpivot.catalogue import data_folder
from medpivot.cli import app
from medpivot.domain.activities import Activity, Quote, Rating
from medpivot.store import activities
from medpivot.store.writing import writing

START = date(2026, 8, 1)

PRIVATE_QUOTE = "He mumbles, but he cares"
SHARED_QUOTE = "The clearest session of the block"
OWN_MILESTONE = "Ask my brother about his clinic"
NOTE = "Not before the flu season"
SKIPPED = "The chair would hear of it"
CHANGED = "The order set is used on two wards"

_KINDS = ("lecture", "bedside-teaching", "clinic", "small-group", "call-night", "committee")


def taught(number: int) -> Activity:
    """One of the entries, different enough from the one before."""
    kind = _KINDS[number % len(_KINDS)]
    other = kind in ("clinic", "call-night")
    return Activity(
        id="",
        date=date(2025, 12, 1) + timedelta(days=9 * number),
        title=f"Sepsis talk {number}" if not other else f"Long day {number}",
        kind=kind,
        domain="leadership" if kind == "committee" else "teaching",
        levels=() if other else ("intern", "resident"),
        learners=None if other else 5 + number % 9,
        contact_hours=None if other else 1.5,
        energy=-1 if other else number % 3,
        rating=Rating(4.4, 9, 5, 3.8) if number % 7 == 0 and not other else None,
        quotes=(Quote(PRIVATE_QUOTE), Quote(SHARED_QUOTE, shareable=True)) if number == 7 else (),
        changed=CHANGED if number == 6 else None,
    )


def runner(home: Path) -> Run:
    """As the fixture `run`, for fixtures that live longer than one test."""

    def run(*args: str, today: date = TODAY) -> Result:
        given = {"MEDPIVOT_HOME": str(home), "MEDPIVOT_TODAY": today.isoformat()}
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("NO_COLOR", "1")
            result = CliRunner().invoke(app, args, env=given)
        return Result(result.exit_code, result.stdout, result.stderr)

    return run


def fill(run: Run, home: Path, sample: str = "hospitalist-students") -> None:
    """Answers, a plan on its way, a log, money and weeks."""
    answers = str(data_folder() / "samples" / f"{sample}.toml")
    _must(run("assess", "--answers", answers, "--json", today=START))
    _must(run("plan", "new", today=START))
    _must(run("plan", "done", "past-teaching", today=date(2026, 8, 20)))
    _must(run("plan", "add", OWN_MILESTONE, "--due", "2027-02-01"))
    _must(run("plan", "note", "how-to-measure", NOTE))
    _must(run("plan", "skip", "committee-request", "--why", SKIPPED))
    with writing(home, "log") as change:
        activities.add_all(change, home, [taught(number) for number in range(38)])
    _must(
        run(
            *("money", "set", "currency=USD", "stay.pay=291300", "stay.hours=56"),
            *("needs=201700", "role.pay=236900", "role.hours=45"),
        )
    )
    week = ("--patients", "30", "--charting", "9", "--call", "5", "--teaching", "4")
    _must(run("time", "week", "actual", *week, "--nothing-else"))
    _must(run("time", "week", "wanted", "--patients", "20", "--teaching", "9", "--nothing-else"))
    _must(run("time", "add", "--promised", "8", "--delivered", "5"))


def _must(result: object) -> None:
    assert getattr(result, "code", 1) == 0, result
