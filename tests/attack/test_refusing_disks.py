"""Disks that are full or read-only, and limits on a file's size: real ones, where they can be made.

What needs the right to mount is skipped without it; `test_every_call.py` makes the same refusals
call by call.
"""

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager, suppress

import pytest
from attacked import SAMPLE, shimmed_fixture, stable_fixture, used_fixture  # noqa: F401
from children import environment
from terminals import state

from bound_by_modes import run_bound_by_modes

pytestmark = pytest.mark.skipif(os.name != "posix", reason="mounts, modes and limits are POSIX")

PAGE = 4096

CHANGES = (
    ("log", "add", "x" * 90, "--kind", "lecture", "--changed", "y" * 5000),
    ("people", "add", "Ann Lee", "--kind", "peer"),
    ("plan", "new", "--hours", "3", "--json"),
    ("assess", "--answers", str(SAMPLE), "--set", "hours-weekly=4", "--json"),
)


@contextmanager
def mounted(folder, options):
    """A small disk of its own in memory."""
    folder.mkdir()
    line = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    result = subprocess.run(line, capture_output=True, text=True, check=False)
    if result.returncode:
        pytest.skip(f"this account may not mount a disk: {result.stderr.strip()[:80]}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def refused(ran, *words):
    """A command that failed in words."""
    assert ran.code == 1, ran
    assert "fault in medpivot" not in ran.err, ran
    assert any(one in ran.err for one in words), ran
    assert "try: " in ran.err, ran


@pytest.mark.parametrize("args", CHANGES, ids=lambda args: " ".join(args[:2]))
def test_on_a_full_disk_a_command_is_refused_or_done_and_never_half_done(
    stable, used, tmp_path, args
):
    refusals = 0
    for left_over in (0, 1, 2, 3, 5, 9, 14):
        with mounted(tmp_path / f"disk{left_over}", "size=300k") as disk:
            home = disk / "home"
            shutil.copytree(used, home)
            fill(disk, left_over)
            before = state(home)
            ran = stable.run(home, *args)
            if ran.code != 0:
                refusals += 1
                refused(ran, "the disk is full")
                assert state(home) == before
                assert not list(home.rglob(".medpivot-*"))
            assert stable.run(home, "log", "list", "--json").code == 0
            (disk / "filler").unlink()
            ran = stable.run(home, "log", "add", "after", "--kind", "lecture")
            assert ran.code == 0, ran
            assert "after" in {one["title"] for one in state(home)["activities.jsonl"].values()}
    assert refusals >= 2


def fill(disk, left_over):
    """Fill a disk up to some pages."""
    filler = os.open(disk / "filler", os.O_WRONLY | os.O_CREAT)
    try:
        with suppress(OSError):
            while True:
                os.write(filler, b"\0" * PAGE)
        size = os.fstat(filler).st_size
        os.ftruncate(filler, max(0, size // PAGE - left_over) * PAGE)
    finally:
        os.close(filler)


def test_on_a_read_only_disk_readers_work_and_writers_are_refused(stable, used, tmp_path):
    with mounted(tmp_path / "disk", "size=600k") as disk:
        home = disk / "home"
        shutil.copytree(used, home)
        before = state(home)
        line = ["mount", "-o", "remount,ro", str(disk)]
        subprocess.run(line, check=True, capture_output=True)
        for args in CHANGES:
            refused(stable.run(home, *args), "read-only")
        for args in (("log", "list"), ("plan", "show"), ("status",), ("undo", "--list")):
            assert stable.run(home, *args).code == 0
        assert state(home) == before


@pytest.mark.parametrize("args", CHANGES, ids=lambda args: " ".join(args[:2]))
def test_a_limit_on_the_size_of_files_never_leaves_half_a_file(stable, used, tmp_path, args):
    refusals = 0
    for largest in (0, 1, 100, 3000, 8000, 20000):
        home = tmp_path / f"home-{largest}"
        shutil.copytree(used, home)
        before = state(home)
        ran = stable.run(home, *args, largest=largest)
        if ran.code != 0:
            refusals += 1
            refused(ran, "larger than the system allows")
            assert state(home) == before
            assert not list(home.rglob(".medpivot-*"))
        ran = stable.run(home, "log", "add", "after", "--kind", "lecture")
        assert ran.code == 0, ran
    assert refusals >= 3


def bound_by_modes(home, *args):
    """The program, with no more rights to the folder than its modes give."""
    line = [sys.executable, "-m", "medpivot", "--home", str(home), *args]
    return run_bound_by_modes(line, environment())


def test_a_read_only_folder_is_read_and_not_written(used, tmp_path):
    home = tmp_path / "home"
    shutil.copytree(used, home)
    before = state(home)
    (home / "history").chmod(0o500)
    home.chmod(0o500)
    try:
        ran = bound_by_modes(home, "log", "add", "x", "--kind", "lecture")
        assert ran.returncode == 1
        assert "may not" in ran.stderr
        assert "try: " in ran.stderr
        ran = bound_by_modes(home, "log", "list")
        assert ran.returncode == 0
        assert state(home) == before
    finally:
        home.chmod(0o700)
        (home / "history").chmod(0o700)


def test_a_folder_that_may_not_be_looked_into_is_named(used, tmp_path):
    home = tmp_path / "home"
    shutil.copytree(used, home)
    home.chmod(0o000)
    try:
        for args in (("log", "list"), ("status",), ("log", "add", "x", "--kind", "lecture")):
            ran = bound_by_modes(home, *args)
            assert ran.returncode == 1, ran
            assert "may not" in ran.stderr
            assert "fault in medpivot" not in ran.stderr
    finally:
        home.chmod(0o700)
