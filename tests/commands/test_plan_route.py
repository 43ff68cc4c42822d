"""What `training` decided is what a new plan is made for."""

import json

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


def test_a_route_named_for_this_plan_stands_before_the_decision(run: Run) -> None:
    run("assess", "--answers", SAMPLE)
    run("training", "decide", "--route", "local")
    run("plan", "new", "--route", "certificate")
    assert route(run) == "certificate"
