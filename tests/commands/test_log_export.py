"""`log export`: a file that a spreadsheet can open, and that comes back whole."""

import csv
import io
import json
import os
import stat
from datetime import date, timedelta

import pytest

from medpivot.domain.activities import Activity, Quote, Rating
from medpivot.store import activities
from medpivot.store.writing import writing


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    """A current folder of one's own, for exports that go there."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def keep(home, *logged):
    with writing(home, "log") as change:
        return activities.add_all(change, home, logged)


def lecture(title="Talk", **more):
    return Activity(
        id="", date=date(2026, 5, 12), title=title, kind="lecture", domain="teaching", **more
    )


def test_the_file_gets_a_dated_name_in_the_current_folder(run, home, elsewhere):
    keep(home, lecture())
    result = run("log", "export")
    path = elsewhere / "medpivot-log-2026-11-22.csv"
    assert f"Written to {path}." in result.err
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    (row,) = csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline=""))
    assert (row["date"], row["title"], row["learners"]) == ("2026-05-12", "Talk", "")


def test_a_file_that_is_there_is_only_replaced_by_force(run, home, elsewhere):
    keep(home, lecture())
    run("log", "export")
    again = run("log", "export")
    assert again.code == 1
    assert "is there already" in again.err
    assert run("log", "export", "--force").code == 0


def test_json_has_the_keys_of_the_list(run, home):
    keep(home, lecture(energy=1))
    out = run("log", "export", "--out", "-", "--format", "json").out
    listed = json.loads(run("log", "list", "--json").out)["activities"]
    assert json.loads(out) == {"schema": 1, "activities": listed}


def test_the_ending_of_the_file_says_which_format(run, home, elsewhere):
    keep(home, lecture())
    run("log", "export", "--out", "log.json")
    assert json.loads((elsewhere / "log.json").read_text("utf-8"))["schema"] == 1


def test_a_quote_that_is_not_to_be_shared_stays_out_unless_asked_for(run, home, elsewhere):
    keep(home, lecture(quotes=(Quote("To keep"), Quote("To share", shareable=True))))
    result = run("log", "export", "--out", "a.csv")
    assert "1 quote that is not to be shared" in result.err
    text = (elsewhere / "a.csv").read_text("utf-8")
    assert "To share" in text
    assert "To keep" not in text
    run("log", "export", "--out", "b.csv", "--all-quotes")
    assert "To keep" in (elsewhere / "b.csv").read_text("utf-8")


def test_an_empty_log_is_said_to_be_empty(run):
    result = run("log", "export")
    assert result.code == 1
    assert "nothing in the log yet" in result.err


def test_five_thousand_entries_come_back_as_they_were(run, home, tmp_path, elsewhere):
    odd = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\ttab",
        "'=x",
        'He said "no"',
        "a;b,c",
        "a\nb",
        "متن 🩺",
    ]
    logged = [
        Activity(
            id="",
            date=date(2012, 1, 1) + timedelta(days=number),
            title=f"{odd[number % len(odd)]} {number}",
            kind="lecture",
            domain="curriculum",
            setting=odd[number % len(odd)],
            levels=("intern", "resident") if number % 2 else (),
            learners=number % 40 or None,
            contact_hours=1.25,
            rating=Rating(4.333333333333333, 9, 5, 3.9, 4.1) if number % 3 else None,
            energy=number % 5 - 2,
            quotes=(Quote(odd[number % len(odd)], number % 2 == 0), Quote("b"))
            if number % 7
            else (),
            changed="They ask first" if number % 11 else None,
            extra={"later": [number, "x"]} if number % 500 == 0 else {},
        )
        for number in range(5000)
    ]
    kept = keep(home, *logged)
    run("log", "export", "--all-quotes", "--out", "all.csv")
    other = tmp_path / "other"
    result = run("--home", str(other), "log", "import", "all.csv", "--yes")
    assert "5,000 entries added" in result.err
    assert activities.load(other).activities == kept


def test_a_file_that_cannot_be_opened_is_written_all_the_same(run, home, elsewhere, monkeypatch):
    keep(home, lecture())
    monkeypatch.setenv("PATH", str(elsewhere))
    result = run("log", "export", "--open")
    assert result.code == 0
    assert "It could not be opened from here" in result.err
    assert (elsewhere / "medpivot-log-2026-11-22.csv").exists()


def test_standard_output_cannot_be_opened(run, home):
    keep(home, lecture())
    assert run("log", "export", "--out", "-", "--open").code == 2
