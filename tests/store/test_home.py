import os
import stat

import pytest

from medpivot.errors import MedpivotError, UsageProblem
from medpivot.store.home import find_home, prepare
from store_examples import log, save_new_plan


def test_the_option_wins_over_the_variable(tmp_path, monkeypatch):
    monkeypatch.setenv("MEDPIVOT_HOME", str(tmp_path / "variable"))
    assert find_home(str(tmp_path / "option")) == tmp_path / "option"
    assert find_home(None) == tmp_path / "variable"


def test_without_either_it_is_the_platforms_data_folder_and_not_documents(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("MEDPIVOT_HOME", "")
    found = find_home(None)
    assert found.name == "medpivot"
    assert "Documents" not in found.parts


def test_a_relative_folder_and_a_tilde_are_understood(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert find_home("~/mine") == tmp_path / "mine"
    assert find_home("mine") == tmp_path / "mine"


@pytest.mark.parametrize("name", ["", "  ", "~nobody-of-that-name/x", "a\0b"])
def test_a_name_that_cannot_be_a_folder_is_a_usage_problem(name):
    with pytest.raises(UsageProblem):
        find_home(name)


def test_finding_the_folder_creates_nothing(home):
    find_home(str(home))
    assert not home.exists()


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o277])
def test_folders_and_files_are_private_whatever_the_umask(home, umask):
    before = os.umask(umask)
    try:
        log(home)
        save_new_plan(home)
    finally:
        os.umask(before)
    for path in [home, *home.rglob("*")]:
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path.name


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_a_folder_that_was_there_keeps_its_mode(tmp_path):
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o755)
    log(shared)
    assert stat.S_IMODE(shared.stat().st_mode) == 0o755
    assert stat.S_IMODE((shared / "history").stat().st_mode) == 0o700


def test_a_file_in_place_of_the_folder_is_refused_and_left(tmp_path):
    place = tmp_path / "taken"
    place.write_text("something")
    with pytest.raises(MedpivotError, match="not a folder"):
        log(place)
    with pytest.raises(MedpivotError):
        prepare(place / "below")
    assert place.read_text() == "something"
