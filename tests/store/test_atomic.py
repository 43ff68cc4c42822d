import os
import stat

import pytest

from medpivot.store import atomic

posix = pytest.mark.skipif(os.name != "posix", reason="modes and links are POSIX")


def test_a_new_file_is_private(tmp_path):
    atomic.write(tmp_path / "plan.toml", b"a")
    assert (tmp_path / "plan.toml").read_bytes() == b"a"
    assert stat.S_IMODE((tmp_path / "plan.toml").stat().st_mode) == 0o600


@posix
def test_a_file_keeps_its_mode(tmp_path):
    path = tmp_path / "plan.toml"
    path.write_bytes(b"a")
    path.chmod(0o640)
    atomic.write(path, b"b")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@posix
def test_a_write_protected_file_is_left(tmp_path):
    path = tmp_path / "plan.toml"
    path.write_bytes(b"a")
    path.chmod(0o400)
    with pytest.raises(PermissionError):
        atomic.write(path, b"b")
    assert path.read_bytes() == b"a"


@posix
def test_a_link_stays_and_what_it_points_to_is_replaced(tmp_path):
    elsewhere = tmp_path / "synced"
    elsewhere.mkdir()
    target = elsewhere / "plan.toml"
    target.write_bytes(b"a")
    link = tmp_path / "plan.toml"
    link.symlink_to(target)
    atomic.write(link, b"b")
    assert link.is_symlink()
    assert target.read_bytes() == b"b"
    assert [path.name for path in elsewhere.iterdir()] == ["plan.toml"]


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(tmp_path):
    path = tmp_path / "plan.toml"
    path.mkdir()
    (path / "inside").touch()
    with pytest.raises(OSError):
        atomic.write(path, b"b")
    assert [one.name for one in tmp_path.iterdir()] == ["plan.toml"]


def test_only_our_own_unfinished_files_are_swept(tmp_path):
    (tmp_path / ".medpivot-0123456789ab.tmp").touch()
    (tmp_path / "notes.tmp").touch()
    atomic.sweep(tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["notes.tmp"]
