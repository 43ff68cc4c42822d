"""Erasing and restoring, killed at every call: never a half that is taken for a whole."""

import shutil
from dataclasses import replace

import pytest
from attacked import shimmed_fixture, stable_fixture, used_fixture  # noqa: F401
from children import CHANGES, DIE, HALF_AND_DIE, NEEDS_SPACE, Fault
from copies import anew
from killing import files_are_whole
from terminals import state

SECRET = "Quetzalcoatl-7"

KILLED = Fault(how=DIE, kinds=NEEDS_SPACE | CHANGES)
TORN = Fault(how=HALF_AND_DIE, kinds=NEEDS_SPACE)


@pytest.fixture
def told(stable, used, tmp_path):
    """A folder that holds a word in an entry, in its history, and in what was taken back."""
    home = tmp_path / "told"
    shutil.copytree(used, home)
    for args in (
        ("log", "add", SECRET, "--kind", "lecture"),
        ("log", "edit", "{id}", "--changed", SECRET),
        ("log", "add", "another", "--kind", "clinic"),
    ):
        ran = stable.run(home, *(one.format(id=secret_id(home)) for one in args))
        assert ran.code == 0, ran
    return home


def secret_id(home):
    """The id of the entry that holds the word."""
    entries = state(home)["activities.jsonl"]
    return next((one for one, entry in entries.items() if entry["title"] == SECRET), "")


def holding(home):
    """The files that hold the word, or any beginning of it."""
    whole, half = SECRET.encode(), SECRET[:9].encode()
    return [
        path.name
        for path in home.rglob("*")
        if path.is_file() and (whole in path.read_bytes() or half in path.read_bytes())
    ]


def at_every_call(stable, told, home, args, fault):
    """Cut a command short at each of its calls, one after the other."""
    at = 0
    while True:
        at += 1
        if told is not None:
            anew(told, home)
        else:
            shutil.rmtree(home, ignore_errors=True)
        ran = stable.run(home, *args, fault=replace(fault, at=at))
        if ran.code >= 0 and ran.calls < at:
            assert ran.code == 0, ran
            return
        yield f"{args[:2]} at call {at}: {ran}"


@pytest.mark.parametrize(
    "fault", [KILLED, pytest.param(TORN, marks=pytest.mark.torture)], ids=["killed", "torn"]
)
def test_forgetting_that_was_cut_short_is_finished_by_saying_it_again(
    shimmed, stable, told, tmp_path, fault
):
    home, forgotten = tmp_path / "home", secret_id(told)
    args = ("data", "forget", forgotten, "--yes")
    assert len(holding(told)) >= 3
    cuts = 0
    for where in at_every_call(stable, told, home, args, fault):
        cuts += 1
        for reading in (("log", "list", "--json"), ("undo", "--list", "--json")):
            ran = stable.run(home, *reading)
            assert ran.code == 0, (where, reading, ran)
        ran = stable.run(home, "log", "add", "afterwards", "--kind", "lecture")
        assert ran.code == 0, (where, ran)
        files_are_whole(home, where)
        said_again = stable.run(home, *args)
        assert said_again.code in (0, 1), (where, said_again)
        assert "fault in" not in said_again.err
        assert not holding(home), (where, holding(home), said_again)
        kept = {one["title"] for one in state(home)["activities.jsonl"].values()}
        assert {"First talk", "another", "afterwards"} <= kept, where
    assert cuts >= 3


@pytest.mark.torture
def test_wiping_that_was_cut_short_is_finished_by_saying_it_again(shimmed, stable, told, tmp_path):
    home = tmp_path / "home"
    for where in at_every_call(stable, told, home, ("data", "wipe", "--yes"), KILLED):
        ran = stable.run(home, "data", "wipe", "--yes")
        assert ran.code in (0, 1), (where, ran)
        assert "fault in" not in ran.err
        left = {path.name for path in home.rglob("*")}
        assert left <= {".lock"}, (where, left)


@pytest.mark.torture
@pytest.mark.parametrize("fault", [KILLED, TORN], ids=["killed", "torn"])
@pytest.mark.parametrize("into", ["a full folder", "no folder"])
def test_a_backup_is_restored_whole_or_not_at_all(
    shimmed, stable, told, used, tmp_path, into, fault
):
    file = tmp_path / "backup.zip"
    ran = stable.run(told, "data", "backup", str(file))
    assert ran.code == 0, ran
    template = used if into == "a full folder" else None
    before = state(used) if template else {}
    wanted, home = state(told), tmp_path / "home"
    for where in at_every_call(
        stable, template, home, ("data", "restore", str(file), "--yes"), fault
    ):
        ran = stable.run(home, "log", "add", "afterwards", "--kind", "lecture")
        assert ran.code == 0, (where, ran)
        files_are_whole(home, where)
        assert not list(home.rglob(".medpivot-*")), where
        assert stable.run(home, "undo").code == 0
        assert state(home) in (before, wanted), where
