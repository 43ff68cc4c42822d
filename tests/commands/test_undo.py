import json

import pytest

from medpivot.store import journal, plans
from medpivot.store.journal import Step
from medpivot.store.touches import WholeFile
from store_examples import DAY, log, save_new_plan, save_plan, titles


def note_of(home):
    return plans.latest(home).plan.milestone("first-talk").note


def test_undo_takes_back_the_last_change_and_redo_brings_it_back(home, run):
    save_plan(save_new_plan(home), note="x")
    result = run("undo")
    assert (result.code, result.out) == (0, "")
    assert result.err.splitlines() == [
        "Taken back: plan done first-talk.",
        "medpivot undo --redo brings it back.",
    ]
    assert note_of(home) == ""
    result = run("undo", "--redo")
    assert result.err == "Brought back: plan done first-talk.\n"
    assert note_of(home) == "x"


def test_a_log_entry_added_by_a_command_is_undone_by_one(home, run):
    assert run("log", "add", "Sepsis talk", "--kind", "lecture").code == 0
    result = run("undo")
    assert "Sepsis talk" in result.err
    assert titles(home) == []


@pytest.mark.parametrize("flags", [(), ("--redo",), ("--force",), ("--json",)])
def test_with_nothing_to_undo_it_says_so_and_makes_no_folder(home, run, flags):
    result = run("undo", *flags)
    assert (result.code, result.out) == (1, "")
    assert "nothing to" in result.err
    assert "try: medpivot undo --list" in result.err
    assert not home.exists()


def test_the_list_shows_each_step_with_what_it_puts_back(home, run):
    save_plan(save_new_plan(home), note="x")
    added = log(home, "Visit \x1b[31mred")
    run("undo")
    result = run("undo", "--list")
    assert result.code == 0
    assert "\x1b" not in result.out
    shown = [line.strip() for line in result.out.splitlines()]
    assert shown[0].startswith("Can be taken back")
    assert shown[1].endswith("plan done first-talk")
    assert shown[2] == "plan-2026-11-22.toml: first-talk.note gone"
    assert shown[4] == "plan-2026-11-22.toml is taken away again"
    assert "medpivot undo --redo" in shown[6]
    assert added.id in shown[8]


def test_the_list_as_json_has_its_keys(home, run):
    path = save_new_plan(home)
    save_plan(path, note="x")
    run("undo")
    document = json.loads(run("undo", "--list", "--json").out)
    assert list(document) == ["schema", "steps"]
    assert [list(step) for step in document["steps"]] == [
        ["number", "what", "at", "state", "would"]
    ] * 2
    assert [(step["number"], step["state"]) for step in document["steps"]] == [
        (2, "undone"),
        (1, "done"),
    ]
    assert document["steps"][1]["would"] == [f"{path.name} is taken away again"]


def test_the_list_as_plain_lines_has_one_a_step(home, run):
    save_plan(save_new_plan(home), note="x")
    lines = run("undo", "--list", "--plain").out.splitlines()
    assert [line.split()[:2] for line in lines] == [["2", "done"], ["1", "done"]]
    assert lines[0].endswith("plan done first-talk")


@pytest.mark.parametrize("flag", ["--json", "--plain", None])
def test_an_empty_list_is_no_error(home, run, flag):
    result = run("undo", "--list", *([flag] if flag else []))
    assert result.code == 0
    if flag == "--json":
        assert json.loads(result.out) == {"schema": 1, "steps": []}
    assert not home.exists()


def test_undo_as_json_names_what_was_undone(home, run):
    save_new_plan(home)
    assert json.loads(run("undo", "--json").out) == {"schema": 1, "undone": ["plan new"]}
    assert json.loads(run("undo", "--redo", "--json").out) == {"schema": 1, "redone": ["plan new"]}


def test_a_file_changed_by_hand_is_refused_by_name_and_force_keeps_it(home, run):
    path = save_new_plan(home)
    path.write_bytes(b"# mine\n")
    result = run("undo", "--json")
    assert (result.code, result.out) == (1, "")
    assert path.name in result.err
    assert "try: medpivot undo --force" in result.err
    result = run("undo", "--force")
    assert result.code == 0
    assert f"{path.name}.kept-" in result.err
    assert not path.exists()
    assert [kept.read_bytes() for kept in home.glob("*.kept-*")] == [b"# mine\n"]


@pytest.mark.parametrize(
    "flags", [("--list", "--redo"), ("--list", "--force"), ("--plain",), ("--list", "--steps", "2")]
)
def test_flags_that_do_not_belong_together_are_a_usage_problem(home, run, flags):
    save_new_plan(home)
    result = run("undo", *flags)
    assert result.code == 2
    assert "try: medpivot undo --list" in result.err
    assert plans.latest(home).plan.created == DAY


def test_several_steps_are_taken_back_and_brought_back_at_once(home, run):
    path = save_new_plan(home)
    for text in ("one", "two", "three"):
        save_plan(path, note=text)
    result = run("undo", "--steps", "2", "--json")
    assert json.loads(result.out)["undone"] == ["plan done first-talk"] * 2
    assert "undo --redo --steps 2 brings it back" in result.err
    assert note_of(home) == "one"
    assert run("undo", "--redo", "--steps", "2").code == 0
    assert note_of(home) == "three"
    result = run("undo", "--steps", "99")
    assert result.code == 0
    assert "There was nothing more." in result.err
    assert not path.exists()
    assert run("undo", "--steps", "0").code == 2


def test_what_was_taken_back_before_a_refusal_is_named(home, run):
    first = save_new_plan(home)
    log(home, "Visit")
    first.write_bytes(b"# mine\n")
    result = run("undo", "--steps", "2")
    assert result.code == 1
    assert first.name in result.err
    assert "taken back before that: log add Visit" in result.err
    assert titles(home) == []


def test_what_a_crash_cut_short_is_said_once_and_listed(home, run):
    path = save_new_plan(home)
    touch = WholeFile(path.name, path.read_bytes(), b"# half-done\n")
    second = WholeFile("people.toml", None, b"schema = 1\n")
    journal.begin(home, Step("people add Jane", "when?", (touch, second)))
    touch.go(home)
    said = run("log", "add", "Visit", "--kind", "lecture").err
    assert "cut short" in said
    assert "people add Jane" in said
    assert plans.latest(home).path == path
    assert "cut short" not in run("log", "add", "Visit", "--kind", "lecture").err
    shown = run("undo", "--list").out
    assert "what was typed stays in history/" in shown
    assert "people add Jane" in shown
    states = [step["state"] for step in json.loads(run("undo", "--list", "--json").out)["steps"]]
    assert states == ["done", "done", "cut", "done"]
