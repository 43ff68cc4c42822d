"""A disk that is full, read-only or faulty: said in words, and nothing half-written."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bound_by_modes import run_bound_by_modes
from medpivot.errors import MedpivotError
from medpivot.store import activities, history, plans
from medpivot.store.refusals import in_words
from store_examples import everything, log, save_new_plan, save_plan, titles

LIMITED = """
import resource, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from store_examples import log, save_plan
from medpivot.errors import MedpivotError
home, act, limit = Path(sys.argv[1]), sys.argv[3], int(sys.argv[4])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    if act == "log":
        log(home, "x" * 200)
    else:
        save_plan(next(home.glob("plan-*.toml")), note="y" * 200)
except MedpivotError as error:
    print(error.message)
    print(error.hint)
    sys.exit(1)
"""

needs_limits = pytest.mark.skipif(os.name != "posix", reason="file-size limits are POSIX")


def limited_line(home, act, limit):
    """A program that does one thing and may write files of no more than `limit` bytes."""
    here = Path(__file__).parents[1]
    return [sys.executable, "-c", LIMITED, str(home), str(here), act, str(limit)]


def limited(home, act, limit):
    """Run it."""
    line = limited_line(home, act, limit)
    return subprocess.run(line, capture_output=True, text=True, check=False)


@needs_limits
@pytest.mark.parametrize("act", ["log", "plan"])
def test_a_write_that_stops_half_way_changes_nothing_and_says_why(home, act):
    save_new_plan(home)
    log(home, "a" * 3000)
    before = everything(home)
    # a note of the step that does not fit; then one that fits, and a file that does not
    for limit in (100, 3300):
        result = limited(home, act, limit)
        assert result.returncode == (0 if act == "plan" and limit == 3300 else 1), result.stderr
        if result.returncode:
            assert "larger than the system allows" in result.stdout
            assert everything(home) == before
            assert not list(home.glob(".medpivot-*"))


@needs_limits
def test_after_room_was_made_the_next_command_works(home):
    log(home, "a" * 3000)
    assert limited(home, "log", 3300).returncode == 1
    log(home, "b")
    assert titles(home) == ["a" * 3000, "b"]
    history.undo(home)
    assert titles(home) == ["a" * 3000]


def test_a_folder_where_the_log_should_be_is_named_and_left(home):
    (home / activities.NAME).mkdir(parents=True)
    for act in (log, titles):
        with pytest.raises(MedpivotError, match=activities.NAME) as caught:
            act(home)
        assert caught.value.hint
    assert (home / activities.NAME).is_dir()
    assert history.steps(home) == []


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_a_write_protected_plan_is_named_and_left(home):
    path = save_new_plan(home)
    path.chmod(0o400)
    before = everything(home)
    with pytest.raises(MedpivotError, match=path.name):
        save_plan(path, note="x")
    assert everything(home) == before
    path.chmod(0o600)
    save_plan(path, note="x")
    assert plans.load(path).plan.milestone("first-talk").note == "x"


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_a_read_only_folder_is_named(home):
    save_new_plan(home)
    before = everything(home)
    home.chmod(0o500)
    try:
        refused = run_bound_by_modes(limited_line(home, "log", 100_000))
        assert refused.returncode == 1, refused.stderr
        assert "may not" in refused.stdout
        assert everything(home) == before
    finally:
        home.chmod(0o700)


def test_a_file_where_history_should_be_stops_the_command_before_it_changes_anything(home):
    home.mkdir()
    (home / "history").write_text("mine")
    with pytest.raises(MedpivotError, match="history"):
        log(home)
    assert everything(home) == {"history": b"mine"}


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EIO, "fault"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "may not"),
        (errno.ENOTDIR, "not a folder"),
        (errno.EXDEV, os.strerror(errno.EXDEV)),
    ],
)
def test_every_refusal_gives_its_reason_and_what_to_try(tmp_path, number, words):
    with pytest.raises(MedpivotError, match=words) as caught, in_words(tmp_path / "plan.toml"):
        raise OSError(number, os.strerror(number))
    assert "plan.toml" in caught.value.message
    assert caught.value.hint
