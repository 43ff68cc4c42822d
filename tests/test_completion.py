"""The shell completes commands and the person's own ids, and never fails or writes."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from conftest import Run
from every_command import Person, command_of, commands
from medpivot import catalogue
from outside import needed
from terminal import PATIENCE

SAMPLE = str(catalogue.sample_path("hospitalist-students"))


def completed(home: Path, line: str) -> list[str]:
    """What bash would be offered at the end of that line."""
    words = line.split(" ")
    done = subprocess.run(
        [sys.executable, "-m", "medpivot"],
        env={
            **os.environ,
            "MEDPIVOT_HOME": str(home),
            "_MEDPIVOT_COMPLETE": "complete_bash",
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(words) - 1),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout.split()


@pytest.fixture
def filled(run: Run, home: Path) -> Path:
    run("assess", "--answers", SAMPLE)
    run("plan", "new")
    run("log", "add", "Heart sounds", "--kind", "bedside-teaching")
    return home


def test_milestones_of_ones_own_plan(filled: Path) -> None:
    assert "past-teaching" in completed(filled, "medpivot plan done past")


def test_activities_of_ones_own_log(filled: Path) -> None:
    (offered,) = completed(filled, "medpivot log show ")
    assert (filled / "activities.jsonl").read_text(encoding="utf-8").count(f'"{offered}')


def test_roles_and_questions(filled: Path) -> None:
    assert "clerkship-director" in completed(filled, "medpivot roles why cl")
    assert completed(filled, "medpivot assess --ask hours-w") == ["hours-weekly"]


def test_commands_and_kinds_without_any_file(home: Path) -> None:
    assert completed(home, "medpivot pla") == ["plan"]
    assert "lecture" in completed(home, "medpivot log add x --kind lec")
    assert not home.exists()


@pytest.mark.parametrize("line", ["medpivot pl done past", "medpivot plan dnoe past"])
def test_a_mistyped_command_in_front_offers_nothing_and_says_nothing(home: Path, line: str) -> None:
    assert completed(home, line) == []


def test_a_broken_file_offers_nothing_and_says_nothing(filled: Path) -> None:
    (plan,) = filled.glob("plan-*.toml")
    plan.write_bytes(b"\xff\x00 broken")
    assert completed(filled, "medpivot plan done past") == []


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("jobs stage apd off", "offer"),
        ("jobs show a", "apd"),
        ("jobs ask apd sched", "schedule"),
        ("jobs settings --convention va", "va-eighths"),
        ("people met mar", "maria-santos"),
        ("people edit maria-santos --status to", "to-contact"),
        ("people add X --kind clerk", "clerkship-director"),
        ("training edit mh", "mhpe"),
        ("training compare mh", "mhpe"),
        ("training routes mas", "masters"),
        ("training add X --route cert", "certificate"),
        ("money add X --kind tr", "train-then-role"),
        ("profile edit hosp", "hospitalist"),
        ("profile add comm", "committee"),
        ("roles --want res", "residents"),
        ("time meaningful tea", "teaching"),
        ("time week act", "actual"),
        ("log add X --level resid", "resident"),
        ("log add X --domain lead", "leadership"),
        ("assess show 2026", "2026-11-22"),
        ("demo --sample sur", "surgeon-little-said"),
        ("support u", "us"),
        ("data forget mar", "maria-santos"),
        ("data forget 2026", "2026-11-22"),
    ],
)
def test_what_can_stand_there_is_offered(
    lived: Person, monkeypatch: pytest.MonkeyPatch, line: str, offered: str
) -> None:
    words = f"medpivot {line}"
    monkeypatch.setenv("_MEDPIVOT_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split(" ")) - 1))
    shown = lived.types("")
    assert shown.err == ""
    assert offered in shown.out.split()


NAMES = {"ID", "ROLE", "KIND", "STAGE", "QUESTION", "ROUTE", "LEVEL", "REACH", "DOMAIN"}
NAMES |= {"CATEGORY", "STATUS", "WHAT", "FIELD", "KEY"}


@pytest.mark.parametrize("name", commands())
def test_whatever_names_something_of_a_list_can_be_completed(name: str) -> None:
    for one in command_of(name).params:
        if re.sub(r"[\[\]. ]", "", one.metavar or "") in NAMES:
            offers = one.type.shell_complete(None, one, "")  # type: ignore[arg-type]
            assert one._custom_shell_complete or offers, f"{name}: {one.name}"  # type: ignore[attr-defined]


@pytest.fixture
def account(tmp_path: Path) -> dict[str, str]:
    """The environment of an account of its own, with medpivot on its search path."""
    programs = tmp_path / "bin"
    programs.mkdir()
    program = programs / "medpivot"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m medpivot "$@"\n')
    program.chmod(0o755)
    (tmp_path / ".bashrc").write_text("# my own\nPS1='> '")
    return {
        "HOME": str(tmp_path),
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(sys.path),
        "MEDPIVOT_HOME": str(tmp_path / "home"),
        "MEDPIVOT_TODAY": "2026-11-22",
        "TERM": "xterm",
        "LANG": "C.UTF-8",
    }


@pytest.mark.terminal
def test_in_bash_the_tab_key_completes_a_command_and_an_id(
    filled: Path, account: dict[str, str]
) -> None:
    bash = needed("bash")
    for _ in range(2):
        subprocess.run(
            # the colon keeps bash from handing its place to the program
            [bash, "-c", "medpivot --install-completion; :"],
            env=account,
            capture_output=True,
            check=True,
        )
    start = Path(account["HOME"], ".bashrc").read_text(encoding="utf-8")
    assert start.startswith("# my own\nPS1='> '\n")
    assert start.count("medpivot.sh") == 1
    shell = pexpect.spawn(bash, ["-i"], env=account, encoding="utf-8", timeout=PATIENCE)
    try:
        shell.expect_exact("> ")
        shell.send("medpivot pl\tdone past\t\r")
        shell.expect_exact("List what you have already taught or built: done on 22 Nov 2026.")
    finally:
        shell.close(force=True)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_each_shell_there_is_can_be_shown(
    account: dict[str, str], shell: str
) -> None:
    line = "medpivot --show-completion; true"
    done = subprocess.run(
        [needed(shell), "-c", line], env=account, capture_output=True, text=True, check=True
    )
    assert f"_MEDPIVOT_COMPLETE=complete_{shell}" in done.stdout


@pytest.mark.parametrize(
    ("shell", "hint"),
    [
        ("powershell", "put what medpivot --show-completion prints into $PROFILE"),
        ("pwsh", "put what medpivot --show-completion prints into $PROFILE"),
        ("dash", "the same in one of them"),
    ],
)
def test_completion_is_not_installed_where_that_takes_more_than_a_file(
    run: Run, monkeypatch: pytest.MonkeyPatch, shell: str, hint: str
) -> None:
    monkeypatch.setattr("shellingham.detect_shell", lambda: (shell, f"/bin/{shell}"))
    done = run("--install-completion")
    assert done.code == 2
    assert f"try: {hint}" in done.err
