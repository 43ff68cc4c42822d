"""The JSON that scripts rely on: a golden document for each row that has none elsewhere."""

import json
import re

import pytest

from conftest import Run
from golden import Golden, golden
from medpivot import catalogue

__all__ = ["golden"]

SAMPLE = str(catalogue.sample_path("hospitalist-students"))


@pytest.fixture
def used(run: Run) -> Run:
    """The program after a week of use."""
    run("assess", "--answers", SAMPLE)
    run("plan", "new")
    run("plan", "done", "past-teaching", "--on", "2026-11-22")
    rated = ("--rating", "4.3", "--raters", "6", "--before", "3.8")
    about = ("--learners", "15", "--hours", "1", "--level", "resident", "--energy", "2")
    run("log", "add", "Noon conference", "--kind", "lecture", *rated, *about, "--on", "2026-11-19")
    quoted = ("--quote", "Now I hear it.", "--share-quotes", "--energy", "1")
    run("log", "add", "Heart sounds", "--kind", "bedside-teaching", *quoted, "--on", "2026-11-17")
    run("log", "add", "Night shift", "--kind", "call-night", "--energy", "-2", "--on", "2026-11-20")
    return run


@pytest.mark.parametrize("command", ["log list", "log summary", "status"])
def test_the_document_is_the_agreed_one(used: Run, command: str, golden: Golden) -> None:
    result = used(*command.split(), "--json")
    assert result.code == 0
    assert json.loads(result.out)
    same_ids = re.sub(r'"id": "[a-z2-7]{8}"', '"id": "aaaaaaaa"', result.out)
    golden(f"{command.replace(' ', '-')}.json", same_ids)
