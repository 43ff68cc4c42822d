"""`data check`, `backup`, `restore`, `forget` and `wipe`, as a person types them."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from conftest import TODAY
from medpivot.store import activities
from store_examples import everything, log, save_new_plan, save_plan, titles

TORN = b'{"v":1,"op":"put","id":"zz'


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty current folder."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def torn(home):
    log(home, "whole")
    with (home / activities.NAME).open("ab") as file:
        file.write(TORN)


# --- check


def test_check_says_that_all_is_whole(home, run):
    assert "Nothing is there yet" in run("data", "check").err
    assert not home.exists()
    log(home)
    result = run("data", "check")
    assert (result.code, result.out) == (0, "")
    assert result.err == "1 file read: nothing is damaged.\n"


def test_check_names_the_damage_and_repairs_it_only_when_told(home, run):
    torn(home)
    before = everything(home)
    result = run("data", "check")
    assert result.code == 1
    assert "activities.jsonl" in result.out
    assert "line 2" in result.out
    assert "1 place is damaged" in result.err
    assert "try: medpivot data check --repair" in result.err
    assert everything(home) == before
    result = run("data", "check", "--repair")
    assert result.code == 0
    assert "Repaired: activities.jsonl, line 2: set aside as history/aside-" in result.err
    assert run("data", "check").code == 0
    assert run("undo").code == 0
    assert everything(home) == before


def test_check_as_json_is_one_document_also_where_damage_is_found(home, run):
    torn(home)
    result = run("data", "check", "--json")
    document = json.loads(result.out)
    assert result.code == 1
    assert list(document) == ["schema", "folder", "files", "damages", "remarks", "repaired"]
    [damage] = document["damages"]
    assert list(damage) == ["file", "line", "what", "means", "repair"]
    assert (damage["file"], damage["line"], damage["repair"]) == (
        activities.NAME,
        2,
        "set aside in history/",
    )
    document = json.loads(run("data", "check", "--repair", "--json").out)
    assert (document["damages"], len(document["repaired"])) == ([], 1)


def test_check_shows_hostile_names_and_texts_harmlessly_in_eighty_columns(home, run):
    home.mkdir()
    (home / "people.toml").write_bytes(b'schema = 1\n[person."\\u001b[31m"]\nx = 1\n')
    (home / "activities \x1b[31m (conflicted copy).jsonl").write_bytes(b"x")
    (home / "[bold]notes.txt").write_bytes(b"x")
    Path(os.fsdecode(bytes(home) + b"/plan-\xff (1).toml")).write_bytes(b"x")
    result = run("data", "check")
    assert result.code == 1
    assert "\x1b" not in result.out + result.err
    assert "[bold]notes.txt" in result.out
    assert max(len(line) for line in result.out.splitlines()) <= 80
    assert run("data", "check", "--repair").code == 1
    assert run("data", "check", "--json").code == 1


def test_a_file_that_is_no_log_at_all_does_not_fill_the_screen(home, run):
    home.mkdir()
    (home / activities.NAME).write_bytes(b"no log\n" * 5000)
    result = run("data", "check")
    assert result.code == 1
    assert "4,950 more" in result.out
    assert len(result.out.splitlines()) < 200
    assert len(json.loads(run("data", "check", "--json").out)["damages"]) == 5000


# --- backup and restore


def test_backup_makes_a_dated_file_here_and_says_where(home, run, here):
    log(home, "one")
    result = run("data", "backup")
    target = here / f"medpivot-backup-{TODAY}.zip"
    assert (result.code, result.out) == (0, f"{target}\n")
    assert "2 files" in result.err
    assert "read back and compared" in result.err
    assert "not locked" in result.err
    assert zipfile.ZipFile(target).testzip() is None
    result = run("data", "backup")
    assert (result.code, result.out) == (1, "")
    assert "--force" in result.err
    assert run("data", "backup", "--force").code == 0


def test_backup_as_json_and_into_a_folder(home, run, here):
    log(home, "one")
    (here / "stick").mkdir()
    document = json.loads(run("data", "backup", "stick", "--json").out)
    assert document == {
        "schema": 1,
        "backup": str(here / "stick" / f"medpivot-backup-{TODAY}.zip"),
        "bytes": (here / "stick" / f"medpivot-backup-{TODAY}.zip").stat().st_size,
        "encrypted": False,
        "files": ["activities.jsonl", "history/000001.json"],
    }


def test_a_name_that_is_not_text_is_left_out_of_the_backup_and_named(home, run, here):
    log(home)
    Path(os.fsdecode(bytes(home) + b"/\xff.txt")).write_bytes(b"x")
    result = run("data", "backup")
    assert result.code == 0
    assert "Left out: " in result.err


def test_backup_refuses_what_makes_no_sense(home, run, here):
    assert run("data", "backup").code == 1
    log(home)
    for target, words in (
        (str(home / "a.zip"), "would be lost with it"),
        (str(home / "history"), "would be lost with it"),
        (str(here / "nowhere" / "a.zip"), "there is no folder"),
    ):
        result = run("data", "backup", target)
        assert (result.code, result.out) == (1, "")
        assert words in result.err
    assert list(here.iterdir()) == []


def test_a_passphrase_is_never_asked_without_a_terminal(home, run, here):
    log(home)
    result = run("data", "backup", "--encrypt", stdin="a long passphrase\na long passphrase\n")
    assert (result.code, result.out) == (2, "")
    assert "passphrase" in result.err
    assert list(here.iterdir()) == []
    (here / "locked.age").write_bytes(b"age-encryption.org/v1\n-> scrypt x 18\n")
    result = run("data", "restore", "locked.age", "--yes", stdin="a long passphrase\n")
    assert (result.code, result.out) == (2, "")


def test_a_missing_extra_is_named(home, run, here, monkeypatch):
    log(home)
    monkeypatch.setitem(sys.modules, "pyrage", None)
    result = run("data", "backup", "--encrypt")
    assert result.code == 1
    assert "medpivot[encrypt]" in result.err


def test_restore_previews_asks_for_yes_and_can_be_undone(home, run, here):
    log(home, "one")
    run("data", "backup", "a.zip")
    log(home, "two")
    (home / "people.toml").write_bytes(b"schema = 1\n")
    now = everything(home)
    for result in (run("data", "restore", "a.zip"), run("data", "restore", "a.zip", "--preview")):
        assert "activities.jsonl: replaced; 1 entry" in result.out
        assert "people.toml: not in the backup" in result.out
        assert everything(home) == now
    assert run("data", "restore", "a.zip").code == 2
    assert "try: medpivot data restore a.zip --yes" in run("data", "restore", "a.zip").err
    assert run("data", "restore", "a.zip", "--preview").code == 0
    result = run("data", "restore", "a.zip", "--yes")
    assert result.code == 0
    assert "medpivot undo takes it back" in result.err
    assert titles(home) == ["one"]
    assert run("undo").code == 0
    assert everything(home) == now


def test_restore_as_json(home, run, here):
    log(home, "one")
    run("data", "backup", "a.zip")
    result = run("data", "restore", "a.zip", "--json")
    assert result.code == 0
    assert json.loads(result.out)["same"] == ["activities.jsonl"]
    log(home, "two")
    assert (run("data", "restore", "a.zip", "--json").code) == 2
    assert run("data", "restore", "a.zip", "--json").out == ""
    document = json.loads(run("data", "restore", "a.zip", "--json", "--yes").out)
    assert list(document) == [
        "schema",
        "backup",
        "folder",
        "new",
        "replaced",
        "same",
        "untouched",
        "entries_gone",
        "history",
        "restored",
    ]
    assert (document["replaced"], document["restored"]) == (["activities.jsonl"], True)


def test_restore_refuses_what_is_no_backup_and_makes_no_folder(home, run, here):
    (here / "bad.zip").write_bytes(b"PK\x03\x04 no")
    for name in ("bad.zip", "nowhere.zip", "."):
        result = run("data", "restore", name, "--yes")
        assert (result.code, result.out) == (1, "")
        assert "try:" in result.err
    assert not home.exists()


# --- forget and wipe


def test_forget_needs_a_yes_and_then_really_erases(home, run):
    added = log(home, "Very private")
    result = run("data", "forget", added.id)
    assert (result.code, result.out) == (2, "")
    assert f"try: medpivot data forget activities/{added.id} --yes" in result.err
    assert titles(home) == ["Very private"]
    result = run("data", "forget", added.id[:4], "--yes")
    assert result.code == 0
    assert "Erased: the entry 'Very private'" in result.out
    for word in ("backups", "sync", "Time Machine", "shell's history", "blocks"):
        assert word in result.err
    assert not any(b"Very private" in path.read_bytes() for path in home.rglob("*.json*"))
    assert run("undo").code == 1


def test_forget_as_json(home, run):
    added = log(home, "Very private")
    (home / "notes.txt").write_text("Very private")
    document = json.loads(run("data", "forget", added.id, "--yes", "--json").out)
    assert document == {
        "schema": 1,
        "forgotten": f"activities/{added.id}",
        "files": ["activities.jsonl"],
        "steps_changed": 0,
        "steps_removed": 1,
        "still": [{"file": "notes.txt", "line": 1}],
    }
    assert run("data", "forget", "history", "--json").code == 2


def test_forget_names_what_comes_near_and_touches_nothing(home, run):
    save_plan(save_new_plan(home), note="mine")
    before = everything(home)
    result = run("data", "forget", "first-tlak", "--yes")
    assert (result.code, result.out) == (1, "")
    assert "first-talk" in result.err
    assert everything(home) == before


def test_wipe_needs_a_yes_names_what_goes_and_leaves_what_is_not_ours(home, run):
    save_new_plan(home)
    log(home)
    (home / "thesis.txt").write_bytes(b"mine")
    (home / "slides").mkdir()
    (home / "activities (1).jsonl").write_bytes(b"x")
    (home / "history" / "mine.txt").write_bytes(b"mine")
    before = everything(home)
    result = run("data", "wipe")
    assert (result.code, result.out) == (2, "")
    assert everything(home) == before
    result = run("data", "wipe", "--yes")
    assert result.code == 0
    assert "activities.jsonl" in result.out
    assert "Time Machine" in result.err
    left = sorted(str(path.relative_to(home)) for path in home.rglob("*"))
    assert left == ["history", "history/mine.txt", "slides", "thesis.txt"]
    assert "thesis.txt" in result.out


def test_wipe_takes_the_folder_too_where_nothing_else_is_in_it(home, run):
    save_new_plan(home)
    document = json.loads(run("data", "wipe", "--yes", "--json").out)
    assert document["removed"] == ["history/000001.json", "plan-2026-11-22.toml"]
    assert not home.exists()
    result = run("data", "wipe", "--yes")
    assert (result.code, result.out, home.exists()) == (0, "", False)


def test_wiping_again_takes_the_folder_that_a_wipe_left_empty(home, run):
    (home / "history").mkdir(parents=True)
    assert json.loads(run("data", "wipe", "--yes", "--json").out)["removed"] == ["history"]
    assert not home.exists()


def test_a_lost_history_comes_back_from_a_backup_though_the_files_are_the_same(home, run, here):
    log(home, "one")
    run("data", "backup", "a.zip")
    run("data", "forget", "history", "--yes")
    result = run("data", "restore", "a.zip", "--yes")
    assert result.code == 0
    assert "comes along" in result.out
    assert "Restored: what undo knows" in result.err
    assert run("undo").code == 0
    assert titles(home) == []
    preview = run("data", "restore", "a.zip", "--preview").out
    assert "those in the backup are left out" in " ".join(preview.split())


def test_after_a_wipe_a_backup_brings_everything_back(home, run, here):
    save_plan(save_new_plan(home), note="x")
    log(home, "one")
    before = everything(home)
    run("data", "backup", "a.zip")
    run("data", "wipe", "--yes")
    assert run("data", "restore", "a.zip", "--yes").code == 0
    assert everything(home) == before


def test_only_a_command_that_needs_it_loads_what_locks_backups(home):
    log(home)
    program = (
        "import sys; sys.argv = ['medpivot', '--home', sys.argv[1], 'data', 'where']\n"
        "from medpivot.cli import program\nprogram.main(standalone_mode=False)\n"
        "sys.exit(bool({'pyrage', 'pydantic', 'questionary'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program, str(home)], check=False).returncode == 0
