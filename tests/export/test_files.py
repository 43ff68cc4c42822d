"""Where exports go, what they never replace, and how they are opened."""

import os
import stat
from datetime import date
from pathlib import Path

import pytest

from medpivot.errors import MedpivotError
from medpivot.export import files

NAME = files.dated_file("report", date(2026, 11, 22), "html")


@pytest.fixture
def here(tmp_path, monkeypatch):
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def test_without_a_place_it_goes_to_the_current_folder_under_a_dated_name(here, home):
    assert files.place(None, NAME, home) == Path("medpivot-report-2026-11-22.html")


def test_into_a_folder_it_goes_under_its_own_name(here, home):
    assert files.place(here, NAME, home) == here / NAME


def test_a_folder_that_is_not_there_is_not_made(here, home):
    with pytest.raises(MedpivotError, match="there is no folder"):
        files.place(here / "no" / "report.html", NAME, home)


@pytest.mark.parametrize("name", ["activities.jsonl", "plan-2026-11-22.toml", "history/1.json"])
def test_the_persons_own_files_are_out_of_reach(home, name):
    (home / "history").mkdir(parents=True)
    with pytest.raises(MedpivotError, match="medpivot's own files"):
        files.place(home / name, NAME, home)


def test_a_name_that_no_file_can_have_is_refused_before_anything_is_done(here):
    with pytest.raises(MedpivotError, match="name is too long"):
        files.must_be_free(here / ("x" * 300))
    files.must_be_free(here / "x")


def test_a_report_beside_the_persons_own_files_does_no_harm(home):
    home.mkdir()
    assert files.place(home, NAME, home) == home / NAME


def test_a_file_is_private_whatever_the_umask(here):
    before = os.umask(0)
    try:
        files.write(here / "a", b"x")
    finally:
        os.umask(before)
    assert (here / "a").read_bytes() == b"x"
    if os.name == "posix":
        assert stat.S_IMODE((here / "a").stat().st_mode) == 0o600


def test_a_file_that_is_there_stays_unless_forced(here):
    (here / "a").write_text("old")
    with pytest.raises(MedpivotError, match="is there already") as refused:
        files.write(here / "a", b"new")
    assert "--force" in refused.value.hint
    assert (here / "a").read_text() == "old"
    files.write(here / "a", b"new", force=True)
    assert (here / "a").read_text() == "new"


def test_a_link_to_nowhere_counts_as_there(here):
    (here / "a").symlink_to(here / "nowhere")
    with pytest.raises(MedpivotError, match="is there already"):
        files.write(here / "a", b"new")


def test_a_folder_is_never_replaced(here):
    (here / "a").mkdir()
    with pytest.raises(MedpivotError, match="is a folder"):
        files.write(here / "a", b"new", force=True)


def test_what_the_system_refuses_is_said_with_another_place_to_try(here, monkeypatch):
    if os.name != "posix" or os.geteuid() == 0:
        target = here / ("x" * 300)
    else:
        here.chmod(0o500)
        target = here / "a"
    with pytest.raises(MedpivotError, match="cannot write") as refused:
        files.write(target, b"x")
    assert refused.value.hint == "name another place with --out"
    here.chmod(0o700)


@pytest.fixture
def opener(tmp_path, monkeypatch):
    """A stand-in for the system's opener that writes down what it was given."""
    if os.name != "posix":
        pytest.skip("a shell script stands in for the opener")
    folder = tmp_path / "bin"
    folder.mkdir()

    def made(code=0):
        for name in ("xdg-open", "open"):
            (folder / name).write_text(f'#!/bin/sh\necho "$@" > {folder}/given\nexit {code}\n')
            (folder / name).chmod(0o755)
        return folder / "given"

    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return made


def test_opening_hands_over_the_path_and_no_address(here, opener):
    given = opener()
    (here / "a b").write_text("x")
    assert files.open_file(Path("a b"))
    assert given.read_text().strip() == str(here / "a b")


def test_an_opener_that_fails_is_noticed(here, opener):
    opener(code=3)
    assert not files.open_file(here / "a")


def test_without_an_opener_nothing_breaks(here, monkeypatch):
    monkeypatch.setenv("PATH", str(here))
    assert not files.open_file(here / "a")
