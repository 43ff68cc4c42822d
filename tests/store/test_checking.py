"""What `data check` finds and repairs, seen as the person sees it."""

import json

import pytest

from medpivot.commands.own_files import KINDS
from medpivot.store import activities, history, journal
from medpivot.store.checking import check
from medpivot.store.journal import Step
from medpivot.store.kinds import known
from medpivot.store.repairing import repair
from medpivot.store.touches import WholeFile
from store_examples import everything, log, save_new_plan, save_plan, titles


def add(path, data):
    with path.open("ab") as file:
        file.write(data)


def found(home):
    return [(one.file, one.line, one.what) for one in check(home, KINDS).damages]


def remarked(home):
    return [one.what for one in check(home, KINDS).remarks]


def an_entry(title, line_id="zzzz2345", at="2026-01-01T00:00:00Z", kind="lecture"):
    entry = {"date": "2026-01-01", "title": title, "kind": kind, "domain": "teaching"}
    line = {"v": 1, "op": "put", "id": line_id, "at": at, "entry": entry}
    return json.dumps(line).encode() + b"\n"


def test_a_sound_folder_has_nothing_to_name(home):
    save_plan(save_new_plan(home), note="x")
    log(home)
    report = check(home, KINDS)
    assert (report.read, report.damages, report.remarks) == (2, (), ())


def test_a_folder_that_is_not_there_is_no_damage_and_is_not_made(home):
    report = check(home, KINDS)
    assert (report.read, report.damages, report.remarks) == (0, (), ())
    assert repair(home, KINDS).done == []
    assert not home.exists()


@pytest.mark.parametrize(
    ("name", "data", "line", "words"),
    [
        ("people.toml", b"schema = 1\nx = \n", 2, "nothing stands behind"),
        ("people.toml", b"schema = 9\n", None, "schema 9"),
        ("people.toml", b'schema = 1\n[person.a]\nname = "A"\nkind = 3\n', 4, "3"),
        ("plan-2026-11-22.toml", b"\xff", 1, "UTF-8"),
        ("assessment-2026-11-22.toml", b"schema = 1\n[answers]\nsettingg = 1\n", 3, "settingg"),
        ("assessment-draft.toml", b"answers = 3\n", None, "is a table"),
        ("roles.toml", b"schema = 1\n[role.x]\n", 2, "title"),
        ("jobs.toml", b"schema = 1\n<<<<<<< HEAD\na=1\n=======\na=2\n>>>>>>> b\n", 2, "git merge"),
        ("money.toml", b"", None, "schema"),
    ],
)
def test_every_damage_is_named_with_file_and_line(home, name, data, line, words):
    home.mkdir()
    (home / name).write_bytes(data)
    report = check(home, KINDS)
    assert {one.file for one in report.damages} == {name}
    assert any(one.line == line and words in one.what for one in report.damages), report.damages
    assert all(one.means for one in report.damages)
    assert everything(home) == {name: data}
    repair(home, KINDS)
    assert everything(home) == {name: data}


def test_each_line_of_a_log_that_cannot_be_read_is_named_and_hides_no_other(home):
    log(home, "good")
    path = home / activities.NAME
    add(path, b'gar bage\n{"\xff": 1}\n' + an_entry("no kind", kind="") + b'{"v":1,"op":"pu')
    log(home, "later")
    assert found(home) == [
        (path.name, 2, "not a whole line of this log"),
        (path.name, 3, "not text in UTF-8"),
        (path.name, 5, "not a whole line of this log"),
        (path.name, 4, "entry zzzz2345: kind is missing"),
    ]
    before = everything(home)
    assert repair(home, KINDS).done == []
    assert everything(home) == before
    assert titles(home) == ["good", "later"]


def test_a_torn_last_line_is_set_aside_and_undo_brings_it_back(home):
    log(home, "good")
    path = home / activities.NAME
    sound = path.read_bytes()
    torn = an_entry("never finished")[:60]
    add(path, torn)
    assert found(home) == [(path.name, 2, "the last line is torn")]
    [said] = repair(home, KINDS).done
    assert "line 2" in said
    assert path.read_bytes() == sound
    [aside] = (home / "history").glob("aside-*")
    assert aside.name in said
    assert aside.read_bytes() == torn
    assert found(home) == []
    assert repair(home, KINDS).done == []
    log(home, "later")
    history.undo(home)
    history.undo(home)
    assert path.read_bytes() == sound + torn


def test_a_last_line_that_only_lacks_its_newline_is_whole(home):
    log(home, "good")
    path = home / activities.NAME
    path.write_bytes(path.read_bytes().rstrip())
    assert found(home) == []
    assert repair(home, KINDS).done == []


def test_zeros_that_a_power_cut_left_at_the_end_are_a_torn_line(home):
    log(home, "good")
    add(home / activities.NAME, b"\0" * 300)
    assert [what for _, _, what in found(home)] == ["the last line is torn"]
    repair(home, KINDS)
    assert titles(home) == ["good"]
    assert found(home) == []


def test_a_log_that_git_could_not_merge_shows_both_sides_and_is_repaired(home):
    log(home, "shared")
    path = home / activities.NAME
    ours, base, theirs = (an_entry(name, f"{name}2345") for name in ("ours", "base", "thrs"))
    add(
        path,
        b"<<<<<<< HEAD\n"
        + ours
        + b"||||||| 1f2e3d\n"
        + base
        + b"=======\n"
        + theirs
        + b">>>>>>> desk\n",
    )
    assert [line for _, line, what in found(home) if "git" in what] == [2, 4, 6, 8]
    assert sorted(titles(home)) == ["base", "ours", "shared", "thrs"]
    repair(home, KINDS)
    assert b"\n<<<" not in path.read_bytes()
    assert sorted(titles(home)) == ["base", "ours", "shared", "thrs"]
    assert found(home) == []


def test_lines_that_stand_twice_or_out_of_order_are_understood_and_no_damage(home):
    log(home, "one")
    log(home, "two")
    path = home / activities.NAME
    first, second = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(second + first + second)
    assert found(home) == []
    assert [what.partition(":")[0] for what in remarked(home)] == [
        "lines that stand there twice",
        "lines that stand below later ones",
    ]
    assert sorted(titles(home)) == ["one", "two"]


CONFLICTED = [
    "activities (conflicted copy 2026-11-22).jsonl",
    "activities (Dr. Lee's conflicted copy 2026-11-22).jsonl",
    "activities.sync-conflict-20261122-101112-ABCDEFG.jsonl",
    "activities (SFConflict lee@x.org 2026-11-22-10-11-12).jsonl",
    "activities_conflict-20261122-101112.jsonl",
    "activities-LAPTOP-7QK2.jsonl",
    "activities 2.jsonl",
    "activities (1).jsonl",
]


@pytest.mark.parametrize("name", CONFLICTED)
def test_a_conflict_copy_of_the_log_is_merged_and_nothing_is_lost(home, tmp_path, name):
    shared = log(home, "shared")
    path = home / activities.NAME
    other = tmp_path / "other"
    other.mkdir()
    (other / activities.NAME).write_bytes(path.read_bytes())
    log(home, "here")
    log(other, "there")
    newer = an_entry("shared, corrected there", shared.id, "2099-01-01T00:00:00Z")
    theirs = (other / activities.NAME).read_bytes() + newer + b"half a li"
    (home / name).write_bytes(theirs)
    before = everything(home)
    assert [one for one, _, _ in found(home)] == [name]
    assert titles(home) == ["shared", "here"]
    [said] = repair(home, KINDS).done
    assert "2 of its entries" in said
    assert sorted(titles(home)) == ["here", "shared, corrected there", "there"]
    assert found(home) == []
    assert not (home / name).exists()
    [aside] = (home / "history").glob("aside-*")
    assert aside.read_bytes() == b"half a li\n"
    history.undo(home)
    assert sorted(titles(home)) == ["here", "shared"]
    assert (home / name).read_bytes() == before[name]
    history.undo(home, redo=True)
    assert sorted(titles(home)) == ["here", "shared, corrected there", "there"]


def test_two_copies_and_a_removal_are_merged_by_the_greatest_moment(home):
    kept, gone = log(home, "kept"), log(home, "gone")
    removal = {"v": 1, "op": "remove", "id": gone.id, "at": "2099-01-01T00:00:00Z"}
    old = an_entry("an old version", kept.id, "2020-01-01T00:00:00Z")
    (home / CONFLICTED[0]).write_bytes(json.dumps(removal).encode() + b"\n" + old)
    (home / CONFLICTED[2]).write_bytes(an_entry("new there", "aaaa2345"))
    repair(home, KINDS)
    assert sorted(titles(home)) == ["kept", "new there"]


def test_a_copy_without_its_log_becomes_the_log(home):
    log(home, "only there")
    (home / activities.NAME).rename(home / CONFLICTED[0])
    repair(home, KINDS)
    assert titles(home) == ["only there"]


def test_what_contradicts_the_log_at_the_same_moment_is_set_aside(home):
    add_at = "2026-01-01T00:00:00Z"
    home.mkdir()
    (home / activities.NAME).write_bytes(an_entry("ours", at=add_at))
    (home / CONFLICTED[0]).write_bytes(an_entry("theirs", at=add_at))
    repair(home, KINDS)
    assert titles(home) == ["ours"]
    [aside] = (home / "history").glob("aside-*")
    assert b"theirs" in aside.read_bytes()


def test_a_copy_of_a_toml_file_goes_only_where_it_says_the_same(home):
    path = save_new_plan(home)
    same, other = home / f"{path.stem} (1).toml", home / f"{path.stem} (conflicted copy).toml"
    same.write_bytes(path.read_bytes())
    other.write_bytes(path.read_bytes() + b"# mine\n")
    assert [one for one, _, _ in found(home)] == [same.name, other.name]
    repair(home, KINDS)
    assert not same.exists()
    assert [one for one, _, _ in found(home)] == [other.name]
    history.undo(home)
    assert same.exists()


@pytest.mark.parametrize(
    "name",
    ["activities-old.jsonl", "plan-2026-11-22-2.toml", "people-old.toml", "notes.txt", "plan.toml"],
)
def test_other_names_are_not_taken_for_conflict_copies(name):
    assert known(KINDS, name) is None or known(KINDS, name).way == "own"


def test_a_damaged_step_is_named_and_a_step_cut_short_is_only_a_remark(home):
    log(home, "one")
    log(home, "two")
    (home / "history" / "000001.json").write_bytes(b"{")
    (home / "history" / "000009.cut.json").write_bytes(b"{")
    assert found(home) == [("history/000001.json", None, "is damaged and cannot be used")]
    assert remarked(home) == ["the damaged beginning of a step"]


def test_what_a_killed_command_left_is_put_right(home):
    path = save_new_plan(home)
    touch = WholeFile(path.name, path.read_bytes(), b"# half-done\n")
    second = WholeFile("people.toml", None, b"schema = 1\n")
    journal.begin(home, Step("people add", "2026-11-22T10:00:00Z", (touch, second)))
    (home / ".medpivot-00ff.tmp").write_bytes(b"half")
    (home / "history" / ".medpivot-00ff.tmp").write_bytes(b"half")
    assert remarked(home) == ["an unfinished file", "an unfinished change", "an unfinished file"]
    repairs = repair(home, KINDS)
    assert "cut short" in repairs.notes[0]
    assert len(repairs.done) == 2
    assert remarked(home) == []
    assert not list(home.rglob(".medpivot-*"))


def test_what_is_odd_and_harmless_is_said_but_is_no_damage(home):
    path = save_new_plan(home)
    add(path, b"\n[milestone.first-talk.notes]\nx = 1\n")
    (home / "notes.txt").write_bytes(b"mine")
    (home / f"{path.name}.kept-20261122T101112Z").write_bytes(b"old")
    assert found(home) == []
    whats = remarked(home)
    assert "not one of medpivot's files" in whats
    assert f"kept from {path.name} by undo --force" in whats
    assert any("not a known key" in what for what in whats)


def test_a_file_that_cannot_be_opened_is_named(home):
    (home / activities.NAME).parent.mkdir()
    (home / activities.NAME).symlink_to(home / "nowhere")
    [(name, line, what)] = found(home)
    assert (name, line) == (activities.NAME, None)
    assert "it is not there" in what
