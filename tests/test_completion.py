"""The shell completes commands and the person's own ids, and never fails or writes."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Run
from every_command import Person, command_of, commands
from medpivot import catalogue

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


def test_a_broken_file_offers_nothing_and_says_nothing(filled: Path) -> None:
    (plan,) = filled.glob("plan-*.toml")
    plan.write_bytes(b"\xff\x00 broken")
    assert completed(filled, "medpivot plan done past") == []


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Person:
    """A folder with something of everything, in which nothing is changed."""
    place = tmp_path_factory.mktemp("lived")
    person = Person(place / "home", place / "away")
    person.lives()
    return person


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
