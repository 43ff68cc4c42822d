"""The shell completes commands and the person's own ids, and never fails or writes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Run
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
