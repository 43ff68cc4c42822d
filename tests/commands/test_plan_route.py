"""What `training` decided is what a new plan is made for."""

import json

import pytest

from conftest import Run
from medpivot import catalogue

SAMPLE = str(catalogue.sample_path("hospitalist-students"))


def route(run: Run) -> str:
    return str(json.loads(run("plan", "--json").out)["route"])


def test_a_decided_route_stands_before_what_the_answers_suggest(run: Run) -> None:
    run("assess", "--answers", SAMPLE)
    run("plan", "new")
    assert route(run) == "certificate"
    assert run("training", "decide", "--route", "local").code == 0
    run("plan", "new")
    assert route(run) == "local"


@pytest.mark.parametrize("sample", catalogue.sample_ids())
def test_a_plan_is_made_for_the_route_that_training_shows(run: Run, sample: str) -> None:
    run("assess", "--answers", str(catalogue.sample_path(sample)))
    run("plan", "new")
    assert route(run) == json.loads(run("training", "--json").out)["route"]


def test_a_route_named_for_this_plan_stands_before_the_decision(run: Run) -> None:
    run("assess", "--answers", SAMPLE)
    run("training", "decide", "--route", "local")
    run("plan", "new", "--route", "certificate")
    assert route(run) == "certificate"
