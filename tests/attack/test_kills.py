"""SIGKILL at random moments of real commands: nothing that was acknowledged is lost."""

import os

import pytest
from attacked import shimmed_fixture, stable_fixture  # noqa: F401
from killing import Massacre

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL and fork")


def test_after_each_of_25_kills_everything_acknowledged_is_there(stable, tmp_path, count):
    counts = killed(stable, tmp_path, 25, real_every=12, count=count)
    assert counts["hit a command"] >= 8


@pytest.mark.torture
def test_after_each_of_600_kills_everything_acknowledged_is_there(stable, tmp_path, count):
    counts = killed(stable, tmp_path, 600, real_every=8, count=count)
    assert counts["hit a command"] >= 300
    assert counts["hit a change on its way to the disk"] >= 60


def killed(stable, folder, kills, *, real_every, count):
    """Kill that often, print the counts, and hold the promise."""
    massacre = Massacre(stable, folder)
    massacre.kill(kills, real_every)
    counts = massacre.counts
    count("kills: " + ", ".join(f"{what} {count}" for what, count in counts.items()))
    assert counts["kills"] == kills
    assert counts["records found"] == counts["records acknowledged"] > kills // 2
    return counts
