"""The demo: the main job on every sample person, in a folder of its own, without a question."""

import re
import shutil
from pathlib import Path

import pytest

from conftest import Run
from medpivot import catalogue


@pytest.mark.parametrize("sample", catalogue.sample_ids())
def test_the_demo_runs_on_every_sample(run: Run, home: Path, sample: str) -> None:
    result = run("demo", "--sample", sample)
    assert result.code == 0, result.err
    folder = Path(re.search(r"kept in (\S+)", result.out)[1])
    try:
        assert list(folder.glob("assessment-*.toml"))
        (plan,) = folder.glob("plan-*.toml")
        assert 'status = "done"' in plan.read_text(encoding="utf-8")
        assert "Morning report" in (folder / "activities.jsonl").read_text(encoding="utf-8")
        assert str(folder) in result.out.rsplit("That was the demo.", maxsplit=1)[1]
    finally:
        shutil.rmtree(folder)
    assert not home.exists()


def test_the_sample_persons_are_listed(run: Run) -> None:
    shown = run("demo", "--list").out
    assert all(one in shown for one in catalogue.sample_ids())


def test_an_unknown_sample_is_met_with_the_nearest(run: Run) -> None:
    result = run("demo", "--sample", "hospitalist-student")
    assert result.code == 1
    assert "hospitalist-students" in result.err


def test_the_sample_in_the_help_is_one_there_is(run: Run) -> None:
    named = re.findall(r"demo --sample (\S+)", run("demo", "--help").out)
    assert named
    assert set(named) <= set(catalogue.sample_ids())
