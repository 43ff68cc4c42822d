"""Backups and what is put back from them, attacked."""

import io
import json
import os
import stat
import zipfile

import pytest

from medpivot.errors import MedpivotError
from medpivot.store import activities, archive, backup, history, journal, restoring
from medpivot.store.archive import LIST, pack, unpack
from medpivot.store.fingerprint import digest
from medpivot.store.journal import Step
from medpivot.store.touches import WholeFile
from store_examples import everything, log, save_new_plan, save_plan, titles


def tree(home):
    """Every file below the folder, the lock aside."""
    return {
        str(path.relative_to(home)): path.read_bytes()
        for path in home.rglob("*")
        if path.is_file() and path.name != ".lock"
    }


def a_life(home):
    save_plan(save_new_plan(home), note="Zoë's über-note\n敗血症")
    log(home, "one")
    log(home, "two")
    history.undo(home)


def saved(home, target, **options):
    backup.save(target, backup.gather(home).files, **{"force": False, **options})
    return target


def restore(home, target):
    files = backup.load(target)
    seen = restoring.compare(home, files)
    restoring.restore(home, files, seen, "data restore")
    return seen


def test_a_backup_holds_every_file_and_is_the_same_for_the_same_files(home, tmp_path):
    a_life(home)
    first, second = (saved(home, tmp_path / name) for name in ("a.zip", "b.zip"))
    assert first.read_bytes() == second.read_bytes()
    assert backup.load(first) == tree(home)


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_a_backup_is_private_whatever_the_umask(home, tmp_path):
    log(home)
    before = os.umask(0)
    try:
        saved(home, tmp_path / "a.zip")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.zip").stat().st_mode) == 0o600
    with zipfile.ZipFile(tmp_path / "a.zip") as opened:
        assert {one.external_attr >> 16 & 0o777 for one in opened.infolist()} == {0o600}


def test_any_program_can_open_it_and_check_its_list(home, tmp_path):
    a_life(home)
    with zipfile.ZipFile(saved(home, tmp_path / "a.zip")) as opened:
        assert opened.testzip() is None
        listed = json.loads(opened.read(LIST))["files"]
        for name, sha256 in listed.items():
            assert digest(opened.read(name)) == sha256
        assert {LIST, *listed} == set(opened.namelist())


def test_an_existing_file_is_replaced_only_when_forced(home, tmp_path):
    log(home)
    target = tmp_path / "a.zip"
    target.write_bytes(b"mine")
    with pytest.raises(MedpivotError, match="already"):
        saved(home, target)
    assert target.read_bytes() == b"mine"
    saved(home, target, force=True)
    assert backup.load(target) == tree(home)
    with pytest.raises(MedpivotError, match="already"):
        saved(home, tmp_path, force=True)


def test_a_backup_that_does_not_read_back_is_refused_and_named_as_such(home, tmp_path):
    a_life(home)
    target = saved(home, tmp_path / "a.zip")
    files = backup.gather(home).files
    whole = target.read_bytes()
    for place in range(0, len(whole), max(1, len(whole) // 60)):
        target.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        try:
            backup.verify(target, files)
        except MedpivotError:
            continue
        # what nothing depends on may differ: the files themselves never
        assert backup.load(target) == files


def test_nothing_is_left_of_a_backup_that_could_not_be_written(home, tmp_path):
    log(home)
    with pytest.raises(MedpivotError, match="it is not there"):
        saved(home, tmp_path / "nowhere" / "a.zip")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home"]


def test_folders_of_ones_own_and_links_to_nowhere_are_left_out_by_name(home, tmp_path):
    log(home)
    (home / "slides").mkdir()
    (home / "slides" / "a.pdf").write_bytes(b"x")
    (home / "gone").symlink_to(home / "nowhere")
    (home / "notes.txt").write_bytes(b"mine")
    (home / ".medpivot-0f.tmp").write_bytes(b"half")
    gathered = backup.gather(home)
    assert sorted(gathered.left_out) == ["gone", "slides"]
    assert gathered.files["notes.txt"] == b"mine"
    assert not any(".medpivot-" in name for name in gathered.files)


def test_without_a_file_there_is_nothing_to_back_up(home):
    for _ in range(2):
        with pytest.raises(MedpivotError, match="nothing to back up"):
            backup.gather(home)
        home.mkdir(exist_ok=True)


def test_an_empty_folder_gets_everything_with_its_history(home, tmp_path):
    a_life(home)
    target = saved(home, tmp_path / "a.zip")
    new = tmp_path / "new"
    seen = restore(new, target)
    assert (seen.replaced, seen.same, seen.untouched, seen.history) == ((), (), (), "restored")
    assert everything(new) == everything(home)
    history.undo(new)
    assert everything(new) == {}
    history.undo(new, redo=True)
    assert everything(new) == everything(home)


def test_undo_goes_on_from_where_the_backup_was_made(home, tmp_path):
    path = save_new_plan(home)
    save_plan(path, note="x")
    target = saved(home, tmp_path / "a.zip")
    new = tmp_path / "new"
    restore(new, target)
    assert [step.what for step in history.steps(new)][1:] == ["plan done first-talk", "plan new"]


def test_a_full_folder_is_changed_only_where_it_differs_and_undo_takes_it_back(home, tmp_path):
    a_life(home)
    target = saved(home, tmp_path / "a.zip")
    then = everything(home)
    log(home, "since")
    save_plan(next(home.glob("plan-*")), note="changed since")
    (home / "people.toml").write_bytes(b"schema = 1\n")
    (home / "roles.toml").write_bytes(b"schema = 1\n")
    now = everything(home)
    seen = restore(home, target)
    assert seen.replaced == (activities.NAME, next(home.glob("plan-*")).name)
    assert seen.untouched == ("people.toml", "roles.toml")
    assert seen.entries_gone == {activities.NAME: 1}
    assert seen.history == "kept"
    assert everything(home) == now | then
    history.undo(home)
    assert everything(home) == now


def test_more_can_be_logged_after_a_restore_and_all_of_it_undone(home, tmp_path):
    log(home, "one")
    target = saved(home, tmp_path / "a.zip")
    log(home, "two")
    restore(home, target)
    log(home, "three")
    for expected in (["one"], ["one", "two"], ["one"], []):
        history.undo(home)
        assert titles(home) == expected
    for expected in (["one"], ["one", "two"], ["one"], ["one", "three"]):
        history.undo(home, redo=True)
        assert titles(home) == expected


def test_the_same_again_changes_nothing(home, tmp_path):
    a_life(home)
    target = saved(home, tmp_path / "a.zip")
    before = tree(home)
    seen = restore(home, target)
    assert (seen.new, seen.replaced) == ((), ())
    assert tree(home) == before


def test_a_folder_changed_after_the_preview_is_left_as_it_is(home, tmp_path):
    a_life(home)
    files = backup.load(saved(home, tmp_path / "a.zip"))
    plan = next(home.glob("plan-*"))
    save_plan(plan, note="one")
    seen = restoring.compare(home, files)
    save_plan(plan, note="two")
    before = everything(home)
    with pytest.raises(MedpivotError, match=plan.name):
        restoring.restore(home, files, seen, "data restore")
    assert everything(home) == before


def test_a_step_cut_short_in_a_folder_that_could_only_be_read_undoes_nothing(home, tmp_path):
    plan = save_new_plan(home)
    data = plan.read_bytes()
    touches = (WholeFile(plan.name, b"# older\n", data), WholeFile("people.toml", None, b"x"))
    files = dict(backup.gather(home).files)
    journal.begin(home, Step("half-done", "2026-11-22T10:00:00Z", touches))
    files["history/pending.json"] = (home / "history" / "pending.json").read_bytes()
    new = tmp_path / "new"
    restoring.restore(new, files, restoring.compare(new, files), "data restore")
    assert everything(new) == {plan.name: data}
    assert [step.state for step in history.steps(new)] == ["done", "cut", "done"]


def test_all_or_nothing_also_with_the_history(home, tmp_path):
    a_life(home)
    files = backup.load(saved(home, tmp_path / "a.zip"))
    new = tmp_path / "new"
    seen = restoring.compare(new, files)
    new.mkdir()
    (new / activities.NAME).write_bytes(b"appeared meanwhile\n")
    with pytest.raises(MedpivotError, match="already"):
        restoring.restore(new, files, seen, "data restore")
    assert tree(new) == {activities.NAME: b"appeared meanwhile\n"}


def made_by_hand(*entries, listed=None):
    """A ZIP file with these names and bytes, and a list that fits them or the one given."""
    data = io.BytesIO()
    names = {name if isinstance(name, str) else name.filename: body for name, body in entries}
    files = {name: digest(body) for name, body in names.items()}
    with zipfile.ZipFile(data, "w") as opened:
        for name, body in entries:
            opened.writestr(name, body)
        opened.writestr(LIST, json.dumps(listed or {"schema": 1, "files": files}))
    return data.getvalue()


def a_link():
    info = zipfile.ZipInfo("people.toml")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


HOSTILE = {
    "a path upwards": made_by_hand(("../people.toml", b"x")),
    "an absolute path": made_by_hand(("/etc/passwd", b"x")),
    "a drive": made_by_hand(("C:people.toml", b"x")),
    "a backslash": made_by_hand(("..\\people.toml", b"x")),
    "a folder": made_by_hand(("slides/", b"")),
    "a file in a folder": made_by_hand(("slides/people.toml", b"x")),
    "deeper in the history": made_by_hand(("history/../people.toml", b"x")),
    "a folder in the history": made_by_hand(("history/a/b.json", b"x")),
    "the lock": made_by_hand((".lock", b"x")),
    "a file in the place of the history": made_by_hand(("History", b"x")),
    "a device of Windows": made_by_hand(("Con.toml", b"x")),
    "a name that no list can show": made_by_hand(("people\n.toml", b"x")),
    "a hidden file": made_by_hand((".bashrc", b"x")),
    "a link": made_by_hand((a_link(), b"/etc/passwd")),
    "one name in two cases": made_by_hand(("people.toml", b"x"), ("People.toml", b"y")),
    "a list that does not fit": made_by_hand(
        ("people.toml", b"x"), listed={"schema": 1, "files": {"people.toml": "0"}}
    ),
    "a file that is not listed": made_by_hand(
        ("people.toml", b"x"), listed={"schema": 1, "files": {}}
    ),
    "a newer list": made_by_hand(("people.toml", b"x"), listed={"schema": 2, "files": {}}),
    "a list that is none": made_by_hand(("people.toml", b"x"), listed=[1]),
    "a list of the wrong things": made_by_hand(
        ("people.toml", b"x"), listed={"schema": 1, "files": ["people.toml"]}
    ),
    "a ZIP file of something else": b"PK\x05\x06" + b"\0" * 18,
    "no ZIP file": b"schema = 1\n",
    "nothing": b"",
    "half a backup": pack({"people.toml": b"x" * 500})[:200],
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_no_backup_holds_is_refused_before_anything_is_written(home, tmp_path, what):
    (tmp_path / "bad.zip").write_bytes(HOSTILE[what])
    with pytest.raises(MedpivotError, match=r"bad\.zip"):
        backup.load(tmp_path / "bad.zip")
    assert not home.exists()


def zipped(name, data, way=zipfile.ZIP_DEFLATED):
    """A ZIP file with one file in it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", way) as made:
        made.writestr(name, data)
    return packed.getvalue()


def test_an_archive_that_unpacks_to_too_much_is_refused_before_it_is_unpacked():
    bomb = zipped("people.toml", b"\0" * 60_000_000)
    assert len(bomb) < 100_000
    with pytest.raises(MedpivotError, match="too large"):
        unpack(bomb, "bomb.zip")
    # one that hides its size, in the list and before the file itself
    size = (60_000_000).to_bytes(4, "little")
    assert bomb.count(size) == 2
    with pytest.raises(MedpivotError, match="not a backup, or is damaged"):
        unpack(bomb.replace(size, (9).to_bytes(4, "little")), "bomb.zip")


@pytest.mark.parametrize("way", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_archive_packed_in_another_way_is_refused(way):
    with pytest.raises(MedpivotError, match="packed in a way"):
        unpack(zipped(LIST, b"{}", way), "a.zip")


def test_a_folder_too_large_for_a_backup_is_named_as_such(home, tmp_path, monkeypatch):
    log(home)
    monkeypatch.setattr(archive, "LARGEST", 300)
    with pytest.raises(MedpivotError, match="the folder holds more"):
        saved(home, tmp_path / "a.zip")
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


def test_a_disk_without_modes_is_no_obstacle(home, tmp_path, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(type(tmp_path), "chmod", refuse)
    log(home)
    assert backup.load(saved(home, tmp_path / "a.zip")) == tree(home)
