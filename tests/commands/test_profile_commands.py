import json
import shlex
import tomllib
from contextlib import contextmanager
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from medpivot.commands.profile_questions import ask_entries, ask_facts
from medpivot.domain.profile import FACTS, Profile
from medpivot.errors import Interrupted

SAMPLE = Path(__file__).parent.parent / "data" / "json-resume-sample.json"
JOB = ("profile", "add", "position", "Hospitalist", "--where", "St. Mary's", "--from", "July 2019")


def seen(run):
    return json.loads(run("profile", "--json").out)


def test_with_nothing_in_it_it_says_how_to_begin_and_creates_nothing(run, home):
    result = run("profile")
    assert result.code == 0
    assert "Your log is enough for a first CV." in result.out
    assert "medpivot profile ask" in result.out
    assert not home.exists()
    assert "position" in seen(run)["gaps"]


def test_facts_are_set_taken_back_and_shown_with_what_is_missing(run):
    assert (
        run("profile", "set", "name=Ana Ruiz", "credentials=MD", "approach.curriculum=Kern").code
        == 0
    )
    assert run("profile", "set", "credentials=").code == 0
    shown = seen(run)
    assert (shown["name"], shown["credentials"]) == ("Ana Ruiz", None)
    assert shown["approach"] == {"curriculum": "Kern"}
    screen = run("profile").out
    assert "Ana Ruiz" in screen
    assert "Not there yet" in screen
    assert "positions, education and training" in screen


def test_an_entry_is_added_changed_removed_and_brought_back(run):
    added = run(*JOB)
    assert (
        "In the profile as hospitalist: Hospitalist, St. Mary's, Jul 2019 – present." in added.err
    )
    assert "The CV takes it for clinical work; --kind says otherwise." in added.err
    run("profile", "edit", "hosp", "--to", "2026-06", "--kind", "leadership", "--note", "Half time")
    [one] = seen(run)["position"]
    assert (one["from"], one["to"], one["kind"]) == ("2019-07", "2026-06", "leadership")
    assert one["notes"] == ["Half time"]
    run("profile", "edit", "hospitalist", "--clear", "to", "--clear", "notes")
    assert seen(run)["position"][0]["to"] is None
    run("profile", "remove", "hospitalist")
    assert seen(run)["position"] == []
    run("profile", "edit", "hospitalist")
    assert seen(run)["position"][0]["title"] == "Hospitalist"


def test_each_kind_of_entry_can_be_added_and_stands_on_a_plain_line(run):
    for line in (
        ("education", "MD", "--where", "Ohio State", "--to", "2012"),
        ("certifications", "Internal medicine", "--where", "ABIM", "--on", "2016", "--to", "2026"),
        ("publication", "Feedback in 90 seconds", "--authors", "Ruiz A", "--on", "2025"),
        ("talk", "Rounds", "--reach", "national", "--on", "2024-05", "--no-education"),
        ("committee", "GME committee", "--role", "chair", "--from", "2023"),
        ("award", "Ward teacher", "--on", "2025"),
    ):
        result = run("profile", "add", *line)
        assert result.code == 0, result.err
    lines = run("profile", "--plain").out.splitlines()
    assert lines[0] == "md education 2012 MD, Ohio State"
    assert len(lines) == 6
    assert seen(run)["talk"][0]["education"] is False


def test_comments_order_and_keys_of_ones_own_survive_every_command(run, home):
    run("profile", "set", "name=Ana")
    run(*JOB)
    path = home / "profile.toml"
    path.write_text(
        path.read_text().replace("[position.hospitalist]", "# half time\n[position.hospitalist]")
        + 'pager = "5-1234"\n'
    )
    for command in (
        ("set", "email=ana@example.org"),
        ("add", "award", "Teacher of the year", "--on", "2020"),
        ("edit", "hospitalist", "--place", "Portland"),
        ("remove", "teacher"),
    ):
        assert run("profile", *command).code == 0
    text = path.read_text()
    assert "# half time\n[position.hospitalist]" in text
    assert tomllib.loads(text)["position"]["hospitalist"]["pager"] == "5-1234"
    assert tomllib.loads(text)["award"]["teacher-of-the-year"]["status"] == "removed"


def test_undo_and_redo_work_for_every_change(run, home):
    run("profile", "set", "name=Ana")
    before = (home / "profile.toml").read_bytes()
    run(*JOB)
    assert "profile add Hospitalist" in run("undo").err
    assert (home / "profile.toml").read_bytes() == before
    run("undo", "--redo")
    assert len(seen(run)["position"]) == 1
    run("undo")
    run("undo")
    assert not (home / "profile.toml").exists()


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        (("set", "nmae=Ana"), 2, "did you mean name?"),
        (("set", "name"), 2, "is not KEY=VALUE"),
        (("set",), 2, "nothing to enter"),
        (("set", "email=nobody"), 2, "is not an email address"),
        (("set", "approach.curiculum=x"), 2, "did you mean approach.curriculum?"),
        (("set", "name=" + "x" * 20_001), 2, "at most 20,000"),
        (("add", "postion", "X"), 2, "try: position"),
        (("add", "position", " "), 2, "the title is empty"),
        (("add", "position", "X", "--on", "2019"), 2, "--on does not belong to a position"),
        (("add", "position", "X", "--from", "soon"), 2, "--from: 'soon' is not a date"),
        (("add", "position", "X", "--from", "2020", "--to", "2019"), 2, "before the beginning"),
        (("add", "position", "X", "--kind", "leadrship"), 2, "did you mean leadership?"),
        (("add", "talk", "X", "--reach", "galactic"), 2, "one of local"),
        (("add", *JOB[2:]), 1, "already, as hospitalist"),
        (("edit", "hospitalist"), 2, "nothing to change"),
        (
            ("edit", "hospitalist", "--clear", "date"),
            2,
            "--clear 'date' is not known; one of where",
        ),
        (("edit", "nobody", "--to", "2020"), 1, "there is no entry 'nobody'"),
        (("remove", "nobody"), 1, "there is no entry 'nobody'"),
        (("ask",), 2, "nobody can be asked here"),
        (("--json", "ask"), 2, "stand after it"),
        (("import", "nowhere.json"), 1, "there is no file"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason_and_nothing_is_written(
    run, home, command, code, said
):
    run(*JOB)
    before = (home / "profile.toml").read_bytes()
    result = run("profile", *command)
    assert (result.code, result.out) == (code, "")
    assert said in result.err
    assert (home / "profile.toml").read_bytes() == before


def test_a_json_resume_is_taken_over_once_and_undone_in_one_step(run, home):
    preview = run("profile", "import", str(SAMPLE), "--dry-run")
    assert "Would take over: " in preview.err
    assert not home.exists()
    result = run("profile", "import", str(SAMPLE))
    assert result.code == 0
    assert "Taken over: 5 entries and name, headline" in result.err
    assert "no place for them: projects (1), skills (2)" in result.err
    assert seen(run)["name"] == "Richard Hendriks"
    again = run("profile", "import", str(SAMPLE))
    assert "Taken over: 0 entries." in again.err
    assert "There already: 5." in again.err
    run("undo")
    assert not (home / "profile.toml").exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{", "line 1: not JSON"),
        (b"[1]", "is not a table"),
        (b"\xff{}", "line 1: not text in UTF-8"),
        (b'{"a": 1}', "is not a JSON Resume"),
        (b'{"work": [{"position": "A", "startDate": "Spring"}], "basics": []}', "2 problems"),
        (b"[" * 100_000, "cannot be read"),
    ],
)
def test_a_file_that_is_no_resume_is_refused_whole(run, home, tmp_path, data, said):
    path = tmp_path / "resume.json"
    path.write_bytes(data)
    result = run("profile", "import", str(path))
    assert (result.code, result.out) == (1, "")
    assert said in result.err
    assert not home.exists()


def test_a_broken_profile_is_named_with_its_line_and_left(run, home):
    run(*JOB)
    path = home / "profile.toml"
    path.write_text(path.read_text() + 'kind = "boss"\n')
    before = path.read_bytes()
    for command in (("profile",), ("cv",), ("portfolio",), ("profile", "set", "name=Ana")):
        result = run(*command)
        assert result.code == 1
        assert "profile.toml has a problem" in result.err
        assert "line " in result.err
    assert path.read_bytes() == before


def test_hostile_text_is_kept_as_typed_and_shown_harmlessly(run):
    name = "[bold]Ana[/bold] \x1b[2J\u202e" + "x" * 5_000
    assert run("profile", "set", f"name={name}").code == 0
    assert seen(run)["name"] == name
    shown = run("profile").out
    assert "[bold]Ana[/bold]" in shown
    assert not {"\x1b", "\u202e"} & set(shown)
    assert max(map(len, shown.split("\n"))) <= 80


@contextmanager
def keys(*typed):
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text("".join(typed))
        yield


def test_questions_give_what_was_typed_and_keep_what_was_there():
    kept = []
    with keys("Ana Ruiz\r", "MD\r", *["\r"] * (len(FACTS) - 2)):
        ask_facts(Profile(facts={"phone": "1"}), kept.append)
    assert kept == [["name=Ana Ruiz", "credentials=MD"]]


def test_a_question_can_be_gone_back_to():
    kept = []
    with keys("Anna\r", "\x02", "\x15Ana\r", *["\r"] * (len(FACTS) - 1)):
        ask_facts(Profile(), kept.append)
    assert kept == [["name=Ana"]]


def test_breaking_off_keeps_what_was_answered():
    kept = []
    with keys("Ana\r", "\x03"), pytest.raises(Interrupted, match="is kept"):
        ask_facts(Profile(), kept.append)
    assert kept == [["name=Ana"]]
    with keys("\x03"), pytest.raises(Interrupted, match="Nothing"):
        ask_facts(Profile(), kept.append)
    assert len(kept) == 1


def test_breaking_off_inside_an_entry_gives_the_line_that_adds_it(run):
    typed = ("y", "Hospitalist\r", "St. Mary's\r", "2019\r", "\x03")
    with keys(*typed), pytest.raises(Interrupted, match="before is kept") as stopped:
        ask_entries(Profile(), lambda *_: None)
    assert run(*shlex.split(stopped.value.hint)[1:]).code == 0
    assert json.loads(run("profile", "--json").out)["position"][0]["where"] == "St. Mary's"
    with keys("n", "\x03"), pytest.raises(Interrupted, match="before is kept") as stopped:
        ask_entries(Profile(), lambda *_: None)
    assert not stopped.value.hint


def test_entries_are_kept_one_by_one_and_the_rest_is_passed_over():
    kept = []
    with keys("y", "Hospitalist\r", "St. Mary's\r", "2019\r", "\r", "n", *"nnnnnn"):
        ask_entries(Profile(), lambda collection, typed: kept.append((collection, typed)))
    [(collection, typed)] = kept
    assert collection == "position"
    assert (typed.title, typed.where, typed.start, typed.end) == (
        "Hospitalist",
        "St. Mary's",
        "2019",
        None,
    )
