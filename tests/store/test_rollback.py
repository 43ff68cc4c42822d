"""What the next command finds when the one before was cut short at each possible moment."""

import pytest

from medpivot.errors import MedpivotError
from medpivot.store import activities, history, journal, lines
from medpivot.store.fingerprint import digest
from medpivot.store.journal import Step
from medpivot.store.lines import Line
from medpivot.store.touches import LogLines, WholeFile
from medpivot.store.writing import writing
from store_examples import everything, log, save_new_plan, titles


@pytest.fixture
def cut_short(home):
    """A command that touches a plan, a new file and the log, stopped before anything was done."""
    path = save_new_plan(home)
    log(home, "one")
    touches = (
        WholeFile(path.name, path.read_bytes(), b"# new bytes\n"),
        WholeFile("people.toml", None, b"schema = 1\n"),
        LogLines(activities.NAME, (lines.put("aaaa2345", an_entry()),), (None,)),
    )
    step = Step("a big change", "2026-11-22T10:00:00Z", tuple(one.ready(home) for one in touches))
    journal.begin(home, step)
    return step


def an_entry():
    return {"date": "2026-11-22", "title": "cut", "kind": "talk", "domain": "teaching"}


def next_command(home):
    with writing(home, "next") as change:
        return change.notes


@pytest.mark.parametrize("done", [0, 1, 2])
def test_what_was_half_done_is_put_back_and_said(home, cut_short, done):
    before = everything(home)
    for touch in cut_short.touches[:done]:
        touch.go(home)
    [note] = next_command(home)
    assert "a big change" in note
    assert everything(home) == before
    assert next_command(home) == []


def test_what_was_wholly_done_is_kept_and_can_be_undone(home, cut_short):
    before = everything(home)
    for touch in cut_short.touches:
        touch.go(home)
    after = everything(home)
    assert next_command(home) == []
    assert everything(home) == after
    assert history.undo(home).what == ["a big change"]
    assert titles(home) == ["one"]
    assert {**everything(home), activities.NAME: b""} == {**before, activities.NAME: b""}


def test_a_log_line_is_taken_off_again_where_another_file_was_not_reached(home, cut_short):
    before = everything(home)
    cut_short.touches[2].go(home)
    next_command(home)
    assert everything(home) == before


def test_a_torn_log_line_is_cut_off(home, cut_short):
    before = everything(home)
    with (home / activities.NAME).open("ab") as file:
        file.write(cut_short.touches[2].data[:20])
    next_command(home)
    assert everything(home) == before


def test_a_log_line_that_others_wrote_after_is_answered_not_cut(home, cut_short):
    cut_short.touches[2].go(home)
    other = lines.to_bytes(Line("bbbb2345", lines.now(), {**an_entry(), "title": "synced"}))
    with (home / activities.NAME).open("ab") as file:
        file.write(other)
    next_command(home)
    assert titles(home) == ["one", "synced"]
    assert other in (home / activities.NAME).read_bytes()


def test_a_file_that_somebody_changed_meanwhile_is_kept_and_said(home, cut_short):
    cut_short.touches[0].go(home)
    plan = home / cut_short.touches[0].name
    plan.write_bytes(b"# typed in an editor after the crash\n")
    notes = next_command(home)
    assert any(plan.name in note for note in notes)
    assert plan.read_bytes() == b"# typed in an editor after the crash\n"


def test_what_was_typed_stays_in_the_history(home, cut_short):
    next_command(home)
    log(home, "more")
    [cut] = [step for step in history.steps(home) if step.state == "cut"]
    assert cut.touches[2].added[0].entry == an_entry()


@pytest.mark.parametrize("length", [0, 10, 400])
def test_a_pending_step_that_is_damaged_is_kept_and_said(home, cut_short, length):
    pending = home / "history" / "pending.json"
    left = pending.read_bytes()[:length]
    pending.write_bytes(left)
    before = everything(home)
    [note] = next_command(home)
    assert "damaged" in note
    [kept] = (home / "history").glob("*.cut.json")
    assert f"history/{kept.name}" in note
    assert kept.read_bytes() == left
    assert everything(home) == before
    log(home, "two")
    assert titles(home) == ["one", "two"]


def test_a_pending_step_that_cannot_be_read_now_is_not_set_aside(home, cut_short):
    """A step of a newer program may be half-done, and so may one behind a fault of the disk."""
    cut_short.touches[0].go(home)
    pending = home / "history" / "pending.json"
    data = pending.read_bytes()
    pending.write_bytes(data.replace(b'"v": 1', b'"v": 2', 1))
    with pytest.raises(MedpivotError, match="newer medpivot"):
        next_command(home)
    pending.unlink()
    pending.mkdir()
    with pytest.raises(MedpivotError, match="cannot read"):
        next_command(home)
    pending.rmdir()
    pending.write_bytes(data)
    assert "a big change" in next_command(home)[0]


def test_unfinished_files_are_swept_away(home, cut_short):
    (home / ".medpivot-0123456789ab.tmp").write_bytes(b"half")
    next_command(home)
    assert not list(home.glob(".medpivot-*"))


def start_of(home, turn):
    """A step of two files, ready to be undone or redone, and that undo or redo begun."""
    path = save_new_plan(home)
    with writing(home, "two files") as change:
        change.replace(path, b"# new\n", expected=digest(path.read_bytes()))
        change.create(home / "people.toml", b"schema = 1\n")
    if turn == "redo":
        history.undo(home)
    step = history.steps(home)[0]
    touches = step.touches if turn == "redo" else tuple(one.turned() for one in step.touches[::-1])
    journal.begin(home, Step(step.what, step.at, touches, turn, step.number))
    return touches


@pytest.mark.parametrize("turn", ["undo", "redo"])
@pytest.mark.parametrize("reached", [0, 1])
def test_an_undo_cut_short_is_put_back_and_can_be_done_again(home, turn, reached):
    touches = start_of(home, turn)
    before = everything(home)
    for touch in touches[:reached]:
        touch.go(home)
    assert "two files" in next_command(home)[0]
    assert everything(home) == before
    assert history.undo(home, redo=turn == "redo").what == ["two files"]
    assert everything(home) != before


@pytest.mark.parametrize("turn", ["undo", "redo"])
def test_an_undo_that_lacks_only_its_filing_is_finished(home, turn):
    for touch in start_of(home, turn):
        touch.go(home)
    after = everything(home)
    assert next_command(home) == []
    assert everything(home) == after
    assert history.undo(home, redo=turn == "undo").what == ["two files"]
    assert everything(home) != after
