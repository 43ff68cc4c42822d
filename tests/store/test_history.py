import json
from dataclasses import replace
from datetime import date

import pytest

from medpivot.errors import MedpivotError
from medpivot.store import activities, history, journal, plans
from medpivot.store.put_back import put_back
from medpivot.store.writing import writing
from store_examples import everything, log, save_new_plan, save_plan, titles

DONE = date(2026, 12, 1)


def test_several_steps_go_back_and_forward_again_byte_for_byte(home):
    states = []
    path = save_new_plan(home)
    states.append(everything(home))
    for note in ("one", "two", "three"):
        save_plan(path, note=note)
        states.append(everything(home))
    for state in reversed(states[:-1]):
        history.undo(home)
        assert everything(home) == state
    history.undo(home)
    assert not path.exists()
    for state in states:
        history.undo(home, redo=True)
        assert everything(home) == state


def test_undoing_in_the_log_adds_lines_and_gives_the_same_entries(home):
    first = log(home, "one")
    with writing(home, "log edit") as change:
        activities.edit(change, home, replace(first, title="one, corrected"))
    with writing(home, "log remove") as change:
        activities.remove(change, home, first.id)
    path = home / activities.NAME
    expected = [["one, corrected"], ["one"], []]
    for entries in expected:
        before = path.read_bytes()
        history.undo(home)
        assert titles(home) == entries
        assert path.read_bytes().startswith(before)
    for entries in (["one"], ["one, corrected"], []):
        history.undo(home, redo=True)
        assert titles(home) == entries


def test_undo_says_what_it_took_back(home):
    path = save_new_plan(home)
    save_plan(path, note="x")
    assert history.undo(home).what == ["plan done first-talk"]
    assert history.undo(home, redo=True).what == ["plan done first-talk"]
    assert history.undo(home, 2).what == ["plan done first-talk", "plan new"]


@pytest.mark.parametrize("redo", [False, True])
def test_with_nothing_to_take_back_it_says_so_and_creates_nothing(home, redo):
    with pytest.raises(MedpivotError, match="nothing to"):
        history.undo(home, redo=redo)
    assert not home.exists()
    assert history.steps(home) == []


def test_a_new_change_drops_what_could_be_redone(home):
    path = save_new_plan(home)
    save_plan(path, note="one")
    history.undo(home)
    save_plan(path, note="two")
    with pytest.raises(MedpivotError, match="bring back"):
        history.undo(home, redo=True)
    history.undo(home)
    assert plans.load(path).plan.milestone("first-talk").note == ""


def test_a_file_changed_by_hand_is_refused_by_name_and_left(home):
    path = save_new_plan(home)
    save_plan(path, note="x")
    path.write_bytes(path.read_bytes() + b"# mine\n")
    before = everything(home)
    with pytest.raises(MedpivotError, match=path.name) as caught:
        history.undo(home)
    assert "--force" in caught.value.hint
    assert everything(home) == before


def test_force_keeps_the_present_version_beside_it(home):
    path = save_new_plan(home)
    old = path.read_bytes()
    save_plan(path, note="x")
    mine = path.read_bytes() + b"# mine\n"
    path.write_bytes(mine)
    outcome = history.undo(home, force=True)
    assert path.read_bytes() == old
    [kept] = home.glob(f"{path.name}.kept-*")
    assert kept.read_bytes() == mine
    assert kept.name in outcome.notes[0]
    assert plans.latest(home).path == path
    history.undo(home, redo=True)
    assert plans.load(path).plan.milestone("first-talk").note == "x"


def test_force_brings_back_a_file_that_was_deleted_by_hand(home):
    path = save_new_plan(home)
    old = path.read_bytes()
    save_plan(path, note="x")
    path.unlink()
    with pytest.raises(MedpivotError, match=path.name):
        history.undo(home)
    assert history.undo(home, force=True).notes == []
    assert path.read_bytes() == old


def test_an_entry_changed_on_another_computer_is_refused_by_its_id(home):
    added = log(home, "one")
    with (home / activities.NAME).open("a") as file:
        line = {"v": 1, "op": "put", "id": added.id, "at": "2099-01-01T00:00:00Z"}
        entry = {"date": "2026-11-22", "title": "other", "kind": "talk", "domain": "teaching"}
        file.write(json.dumps({**line, "entry": entry}) + "\n")
    with pytest.raises(MedpivotError, match=added.id):
        history.undo(home)
    assert titles(home) == ["other"]
    history.undo(home, force=True)
    assert titles(home) == []


def test_a_file_already_put_back_by_hand_is_no_obstacle(home):
    path = save_new_plan(home)
    old = path.read_bytes()
    save_plan(path, note="x")
    path.write_bytes(old)
    history.undo(home)
    assert path.read_bytes() == old
    assert [step.state for step in history.steps(home)] == ["undone", "done"]


def test_the_list_says_for_each_step_what_it_would_put_back(home):
    path = save_new_plan(home)
    save_plan(path, note="x")
    added = log(home, "Visit")
    steps = history.steps(home)
    assert [step.what for step in steps] == ["log add Visit", "plan done first-talk", "plan new"]
    words = [" ".join(touch.would()[0] for touch in step.touches) for step in steps]
    assert words == [
        f"'Visit' ({added.id}) is taken out of activities.jsonl",
        "plan-2026-11-22.toml: first-talk.note gone",
        "plan-2026-11-22.toml is taken away again",
    ]


def test_many_changes_of_one_step_are_counted_by_what_they_belong_to():
    then = "\n".join(f"[milestone.m{n}]\nstart = {n}\ndue = {n}" for n in range(4))
    now = then.replace("start = ", "start = 1").replace("due = ", "due = 1")
    now = f"months = 3\n{now}\n[pause.a]\nfirst = 1\n"
    assert put_back("plan.toml", now.encode(), then.encode()) == (
        "plan.toml: 4 milestones, 1 pause and 1 other value again as before"
    )


def test_no_more_than_fifty_steps_are_kept_the_oldest_going_first(home):
    for number in range(53):
        log(home, f"talk {number}")
    steps = history.steps(home)
    assert len(steps) == 50
    assert steps[0].what == "log add talk 52"
    assert steps[-1].what == "log add talk 3"
    for _ in range(50):
        history.undo(home)
    assert titles(home) == ["talk 0", "talk 1", "talk 2"]


def test_large_steps_are_bounded_by_size_but_the_last_is_always_kept(home, monkeypatch):
    monkeypatch.setattr(journal, "MOST_BYTES", 30_000)
    path = save_new_plan(home)
    for number in range(8):
        save_plan(path, note=f"{number}" * 4000)
    kept = sum(one.stat().st_size for one in (home / "history").iterdir())
    assert kept <= 30_000
    save_plan(path, note="x" * 40_000)
    assert len(history.steps(home)) == 1
    history.undo(home)
    assert plans.load(path).plan.milestone("first-talk").note == "7" * 4000


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{}",
        b'{"v":1',
        b"\xff",
        b"[" * 100_000,
        b'{"v":9}',
        lambda data: data.replace(b"first-talk", b"other-talk"),
        lambda data: data.replace(b'"name": "plan', b'"name": "../plan'),
        lambda data: data.replace(b'"name": "plan', b'"name": "/tmp/plan'),
    ],
)
def test_a_damaged_step_is_named_and_writes_nothing(home, damage):
    path = save_new_plan(home)
    save_plan(path, note="x")
    step = home / "history" / "000002.json"
    step.write_bytes(damage(step.read_bytes()) if callable(damage) else damage)
    before = everything(home)
    with pytest.raises(MedpivotError, match=r"history/000002\.json"):
        history.undo(home)
    assert everything(home) == before
    assert history.steps(home)[0].number == 2
    log(home)


def test_bytes_that_are_no_text_come_back_too(home):
    path = home / "people.toml"
    home.mkdir()
    path.write_bytes(b"\xff\xfe\0 not text")
    with writing(home, "x") as change:
        change.remove(path, expected=plans.digest(path.read_bytes()))
    history.undo(home)
    assert path.read_bytes() == b"\xff\xfe\0 not text"
