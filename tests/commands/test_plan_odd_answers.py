"""The plan that `plan` makes by itself for answers that are odd and real."""

import json
from pathlib import Path

import pytest

from conftest import Run

TIRED = """
schema = 1
[answers]
burnout-level = 4
dread = ["call-pager"]
energy = ["nothing"]
free-week = ["rest"]
hours-weekly = 0
hard-work = "no"
still-if-fixed = "no"
"""


@pytest.fixture
def tired(run: Run, tmp_path: Path) -> None:
    answers = tmp_path / "answers.toml"
    answers.write_text(TIRED, encoding="utf-8")
    assert run("assess", "--answers", str(answers)).code == 0


def test_who_has_no_hours_and_no_wish_for_education_gets_rest_and_one_change(tired, run) -> None:
    made = run("plan")
    assert made.code == 0
    assert "half an hour a week is assumed" in made.err
    assert "tries another change" in made.err
    assert "Toward" not in made.out
    plan = json.loads(run("plan", "show", "--json").out)
    assert plan["role"] is None
    assert plan["milestones"][0]["phase"] == "relief"
    assert "did-it-help" in {one["id"] for one in plan["milestones"]}


def test_who_names_a_role_all_the_same_gets_a_plan_toward_it(tired, run) -> None:
    made = run("plan", "new", "--role", "core-faculty", "--hours", "2")
    assert made.code == 0
    assert "you named a role, and your answers speak for another change first" in made.err
    plan = json.loads(run("plan", "show", "--json").out)
    assert (plan["role"], plan["kind"]) == ("core-faculty", "test")
    assert "is-this-for-me" in {one["id"] for one in plan["milestones"]}
