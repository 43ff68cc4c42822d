"""Ctrl-C at any moment, and streams that are closed, full or read no further."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from attacked import full_fixture  # noqa: F401
from children import environment, program
from copies import anew
from terminals import state

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and /dev/full are POSIX")

OURS = re.compile(r'medpivot.__main__\.py", line \d+, in (main|_run)')
FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="no /dev/full")

READING = (("status",), ("log", "list"), ("roles",), ("log", "list", "--json"), ("undo", "--list"))


def whole_run(full, tmp_path):
    """How long a command takes that nobody interrupts, in seconds, here and now."""
    home = tmp_path / "home"
    shutil.copytree(full.home, home)
    began = time.monotonic()
    program(home, "log", "add", "a title", "--kind", "lecture").communicate()
    return time.monotonic() - began


def interrupted(full, tmp_path, times):
    """Press Ctrl-C that often, evenly over a command's life; what it met."""
    chance, met = Random(5), Counter()
    home, whole = tmp_path / "home", whole_run(full, tmp_path)
    for number in range(times):
        anew(full.home, home)
        before = state(home)
        child = program(home, "log", "add", f"title {number}", "--kind", "lecture")
        time.sleep(whole * (number + chance.random()) / times)
        child.send_signal(signal.SIGINT)
        out, err = child.communicate()
        # what comes before our first line is Python's own
        loading = "Traceback" in err and not OURS.search(err)
        assert loading or "Traceback" not in err, err
        assert "fault" not in err
        # before Python itself has started it is the system that ends it, and nothing is said
        assert loading or child.returncode in (0, 130, -signal.SIGINT), (child.returncode, err)
        met["Python starting"] += loading or child.returncode == -signal.SIGINT
        met["a command"] += child.returncode == 130
        if child.returncode == 130 and state(home) == before:
            assert not out
        if child.returncode == 0:
            assert state(home) != before
    return met


def test_ctrl_c_ends_in_a_word_also_while_the_program_is_loading(full, tmp_path):
    assert interrupted(full, tmp_path, 6).total() >= 2


@pytest.mark.torture
def test_ctrl_c_ends_in_a_word_a_hundred_times(full, tmp_path, count):
    met = interrupted(full, tmp_path, 100)
    count("Ctrl-C: pressed 100, met " + ", ".join(f"{a} {n}" for a, n in met.items()))
    assert met["a command"] >= 30


def started(home, *args, at_once=False, **streams):
    """The program with some of its streams elsewhere, and nothing held back with `at_once`."""
    line = [sys.executable, "-m", "medpivot", "--home", str(home), *args]
    more = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams}
    unbuffered = {"PYTHONUNBUFFERED": "1"} if at_once else {}
    return subprocess.run(line, env=environment(**unbuffered), text=True, check=False, **more)


@needs_full
@pytest.mark.parametrize("at_once", [False, True])
@pytest.mark.parametrize("args", [*READING, ("assess", "questions")], ids=" ".join)
def test_an_output_that_is_full_is_named(full, args, at_once):
    with FULL.open("w") as nowhere:
        ran = started(full.home, *args, stdout=nowhere, at_once=at_once)
    assert ran.returncode == 1
    assert "error: cannot write the output: no space left on device" in ran.stderr
    assert "try: " in ran.stderr
    assert "fault" not in ran.stderr


CLOSED = """
import os, sys
os.close(int(sys.argv[1]))
os.execv(sys.executable, [sys.executable, "-m", "medpivot", *sys.argv[2:]])
"""


@pytest.mark.parametrize("stream", [0, 1, 2])
@pytest.mark.parametrize("args", [("status",), ("assess",), ("--version",)], ids=" ".join)
def test_a_stream_that_is_closed_is_no_fault(full, stream, args):
    ran = subprocess.run(
        [sys.executable, "-c", CLOSED, str(stream), "--home", str(full.home), *args],
        env=environment(),
        stdin=subprocess.DEVNULL if stream else None,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == (2 if args == ("assess",) else 0), ran
    assert "fault" not in ran.stderr
    assert "Traceback" not in ran.stderr


@needs_full
def test_what_is_done_stays_done_where_nobody_can_be_told(full, tmp_path):
    home = tmp_path / "home"
    shutil.copytree(full.home, home)
    with FULL.open("w") as nowhere:
        ran = started(home, "log", "add", "untold", "--kind", "lecture", stderr=nowhere)
        assert ran.returncode == 0
        assert started(home, "nonsense", stderr=nowhere).returncode == 2
    assert "untold" in {one["title"] for one in state(home)["activities.jsonl"].values()}


def test_a_reader_that_has_seen_enough_is_no_fault(full):
    for args in READING:
        line = [sys.executable, "-m", "medpivot", "--home", str(full.home), *args]
        child = subprocess.Popen(
            line, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        child.stdout.close()
        assert "Traceback" not in child.stderr.read()
        child.stderr.close()
        assert child.wait() == 0
