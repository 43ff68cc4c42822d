"""The outside of the program: help, global options, errors in words, exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Run
from medpivot import __version__
from medpivot.cli import COMMANDS


def medpivot(*args: str | bytes, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "medpivot", *args],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **environment},
        check=False,
    )


def test_version_is_one_line() -> None:
    assert medpivot("--version").stdout == f"medpivot {__version__}\n".encode()


def test_help_lists_every_command_with_its_line(run: Run) -> None:
    result = run("--help")
    assert result.code == 0
    for name, (_, line) in COMMANDS.items():
        assert f"{name} " in result.out
        assert line.split(".", maxsplit=1)[0] in " ".join(result.out.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(run: Run, name: str) -> None:
    result = run(name, "--help")
    assert result.code == 0
    assert "Examples:" in result.out
    assert f"medpivot {name}" in result.out


def test_a_mistyped_command_is_met_with_the_nearest(run: Run) -> None:
    result = run("asses", "show")
    assert result.code == 2
    assert result.out == ""
    assert result.err == "error: there is no command 'asses'\ntry: medpivot assess show\n"


def test_an_unknown_option_is_a_usage_error(run: Run) -> None:
    result = run("log", "list", "--lmit", "3")
    assert result.code == 2
    assert "error: " in result.err
    assert "--limit" in result.err


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        (("plan", "--home", "x"), "medpivot --home x plan"),
        (("plan", "show", "--today=2027-01-01"), "medpivot --today=2027-01-01 plan show"),
        (("log", "list", "--no-input"), "medpivot --no-input log list"),
    ],
)
def test_a_global_option_after_the_command_gets_the_right_line(
    run: Run, typed: tuple[str, ...], right: str
) -> None:
    result = run(*typed)
    assert result.code == 2
    assert f"try: {right}\n" in result.err


def test_an_option_without_its_value_points_to_the_help_of_its_command(run: Run) -> None:
    result = run("assess", "--ask")
    assert result.code == 2
    assert "try: medpivot assess --help\n" in result.err


def test_a_mistyped_subcommand_keeps_the_rest_of_the_line(run: Run) -> None:
    result = run("plan", "dnoe", "first talk")
    assert result.code == 2
    assert result.err == "error: there is no command 'dnoe'\ntry: medpivot plan done 'first talk'\n"


def test_a_day_that_is_none_is_refused(run: Run) -> None:
    result = run("--today", "2026-13-01", "status")
    assert (result.code, result.out) == (2, "")
    assert "is not a date" in result.err


def test_a_given_day_is_said_on_stderr(run: Run, home: Path) -> None:
    done = medpivot("--home", str(home), "status", "--json", MEDPIVOT_TODAY="2027-03-01")
    assert b"2027-03-01" in done.stderr
    assert json.loads(done.stdout)


def test_arguments_that_are_not_text_are_a_usage_error() -> None:
    done = medpivot("log", "add", b"\xff\xfe", "--kind", "lecture")
    assert done.returncode == 2
    assert b"argument 3 is not text in UTF-8" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_reader_that_leaves_early_is_no_error(home: Path) -> None:
    command = f"{sys.executable} -m medpivot --home {home} roles | head -1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert done.stderr == b""
    assert done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="another kind of pipe")
@pytest.mark.parametrize("words", ["roles", "--plain roles", "support", "plan --help"])
def test_nor_is_one_that_reads_nothing_at_all(home: Path, words: str) -> None:
    nobody, ours = os.pipe()
    os.close(nobody)
    command = [sys.executable, "-m", "medpivot", "--home", str(home), *words.split()]
    done = subprocess.run(command, stdout=ours, stderr=subprocess.PIPE, check=False)
    os.close(ours)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_fault_shows_where_it_happened_and_none_of_the_text(home: Path) -> None:
    program = (
        "import sys\nfrom medpivot import catalogue, cli\n"
        "def broken(): raise RuntimeError('my private words')\n"
        "catalogue.load_support = broken\n"
        "sys.argv = ['medpivot', 'support']\ncli.program(sys.argv[1:])\n"
    )
    environment = {k: v for k, v in os.environ.items() if k != "MEDPIVOT_TRACEBACK"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert "a fault in medpivot" in done.stderr
    assert "RuntimeError" in done.stderr
    assert "private" not in done.stderr


def test_reading_creates_nothing(run: Run, home: Path) -> None:
    for args in ((), ("status",), ("roles",), ("log", "list"), ("support",), ("data", "where")):
        run(*args)
        assert not home.exists(), args


def test_without_a_terminal_nothing_is_asked(run: Run) -> None:
    for args in (("assess",), ("log",)):
        result = run(*args)
        assert (result.code, result.out) == (2, "")
        assert "try: " in result.err


def test_a_locale_that_is_not_utf8_still_gets_text(home: Path) -> None:
    done = medpivot(
        "--home", str(home), "support", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0"
    )
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert b"\\u" not in done.stdout
