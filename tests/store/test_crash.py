"""A child process that works on the person's files is killed at random moments."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from medpivot.store import activities, history, plans
from store_examples import log, save_new_plan

KILLS = 12

WORK = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from store_examples import log, save_plan
from medpivot.store import history, plans
home, name = Path(sys.argv[1]), sys.argv[3]
path = plans.latest(home).path
print("ready", flush=True)
number = 0
while True:
    number += 1
    added = log(home, f"{name}-{number}")
    print("log", added.id, flush=True)
    note = f"{name}-{number} " + "z" * 5000
    save_plan(path, note=note)
    print("note", note.split()[0], flush=True)
    if number % 3 == 0:
        history.undo(home)
        history.undo(home, redo=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_after_every_kill_all_that_was_acknowledged_is_there_and_the_next_command_works(home):
    path = save_new_plan(home)
    chance = random.Random(4)
    acknowledged: set[str] = set()
    for kill in range(KILLS):
        ids, notes = work_and_die(home, f"run{kill}", chance.uniform(0.0, 0.06))
        acknowledged |= ids
        file = plans.load(path)
        note = file.plan.milestone("first-talk").note.split(" ")[0]
        # an undo may have been under way: then it is the note before, else the last or the next
        assert not notes or note.startswith(f"run{kill}-")
        assert not notes or number(note) >= number(notes[-1]) - 1
        found = activities.load(home)
        assert acknowledged <= {one.id for one in found.activities}
        acknowledged.add(log(home, f"after kill {kill}").id)
        found = activities.load(home)
        assert acknowledged <= {one.id for one in found.activities}
        assert not found.problems
        assert not list(home.glob(".medpivot-*"))
        assert not (home / "history" / "pending.json").exists()
    before = len(activities.load(home).activities)
    history.undo(home)
    assert len(activities.load(home).activities) == before - 1


def number(note):
    return int(note.split("-")[1])


def work_and_die(home, name, after):
    """Let a child work, kill it, and give what it had acknowledged: ids, and notes in order."""
    child = subprocess.Popen(
        [sys.executable, "-c", WORK, str(home), str(Path(__file__).parents[1]), name],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout.readline() == "ready\n"
    time.sleep(after)
    child.send_signal(signal.SIGKILL)
    said = [
        line.split()
        for line in child.communicate()[0].splitlines(keepends=True)
        if line[-1:] == "\n"
    ]
    return {line[1] for line in said if line[0] == "log"}, [
        line[1] for line in said if line[0] == "note"
    ]
