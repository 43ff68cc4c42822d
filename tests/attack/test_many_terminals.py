"""Several terminals write to one folder at once: nothing is lost, and nobody waits untold."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter

import pytest
from attacked import shimmed_fixture, stable_fixture, used_fixture  # noqa: F401
from children import environment, program
from terminals import state

from medpivot.store.locking import PATIENCE

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs fork")

TAKEN_BACK = re.compile(r'log add "(.*)"')


def at_once(stable, home, terminals, commands, count):
    """Let that many terminals run that many commands each; the counts, once all is checked."""
    before = {one["title"] for one in entries(home).values()}
    running = [
        stable.start(home, f"t{number}", "many terminals", most=commands)
        for number in range(terminals)
    ]
    assert [stable.wait(one) for one in running] == [0] * terminals
    counts: Counter[str] = Counter(terminals=terminals)
    kept, taken_back, longest = Counter(before), Counter(), 0.0
    for terminal in running:
        args: list[str] = []
        for said in terminal.said():
            args = said.get("begin", args)
            if "done" not in said:
                continue
            longest = max(longest, said["took"])
            counts["commands"] += 1
            assert "fault in medpivot" not in said["err"], said
            if said["done"] != 0:
                told(args, said)
                counts["told to try again"] += 1
            elif args[:2] == ["log", "add"]:
                kept[args[2]] += 1
                counts["records acknowledged"] += 1
            elif args[0] == "undo":
                for what in json.loads(said["out"])["undone"]:
                    taken_back.update(TAKEN_BACK.findall(what))
                    counts["undone"] += 1
    found = Counter(one["title"] for one in entries(home).values())
    counts["records taken back"] = taken_back.total()
    counts["records found"] = (found - Counter(before)).total()
    words = ", ".join(f"{what} {count}" for what, count in counts.items())
    count(f"terminals: {words}, longest wait {longest:.2f} s")
    assert found == kept - taken_back
    assert counts["commands"] == terminals * commands
    ids = [json.loads(line)["id"] for line in lines(home) if b'"op":"put"' in line]
    assert len(set(ids)) >= counts["records acknowledged"]
    assert not [name for name in state(home) if name.startswith("broken")]
    assert not list(home.rglob(".medpivot-*"))
    assert not (home / "history" / "pending.json").exists()
    return counts


def told(args, said):
    """A command that was refused said why, in words."""
    assert said["done"] == 1, (args, said)
    assert "error: " in said["err"], said
    assert (
        args[0] == "undo"
        or "another medpivot has been writing" in said["err"]
        or "was changed by another program" in said["err"]
    ), (args, said)
    if said["took"] > PATIENCE:
        assert "another medpivot has been writing" in said["err"], said


def entries(home):
    """The entries of the log, by id."""
    return state(home)["activities.jsonl"]


def lines(home):
    """The lines of the log."""
    return (home / "activities.jsonl").read_bytes().splitlines()


def test_four_terminals_with_eight_commands_each_lose_nothing(stable, used, tmp_path, count):
    home = tmp_path / "home"
    shutil.copytree(used, home)
    at_once(stable, home, 4, 8, count)


@pytest.mark.torture
def test_eight_terminals_with_fifty_commands_each_lose_nothing(stable, used, tmp_path, count):
    home = tmp_path / "home"
    shutil.copytree(used, home)
    counts = at_once(stable, home, 8, 50, count)
    assert counts["records acknowledged"] > 200


@pytest.mark.torture
def test_eight_shells_that_start_the_program_anew_each_time_lose_nothing(used, tmp_path, count):
    home = tmp_path / "home"
    shutil.copytree(used, home)
    waiting = [f"real-{shell}-{number}" for number in range(12) for shell in range(8)]
    running: list[tuple[str, subprocess.Popen[str]]] = []
    acknowledged, told_to_try_again = set(), 0
    while waiting or running:
        while waiting and len(running) < 8:
            name = waiting.pop(0)
            running.append((name, program(home, "log", "add", name, "--kind", "lecture")))
        name, child = running.pop(0)
        _, err = child.communicate()
        if child.returncode == 0:
            acknowledged.add(name)
        else:
            assert "another medpivot has been writing" in err, err
            told_to_try_again += 1
    found = {one["title"] for one in entries(home).values()}
    count(
        f"shells: records acknowledged {len(acknowledged)}, found {len(found & acknowledged)}, "
        f"told to try again {told_to_try_again}"
    )
    assert acknowledged <= found
    assert len(acknowledged) + told_to_try_again == 96
    assert len(acknowledged) > 48


HOLD = """
import sys, time
from pathlib import Path
from medpivot.store.locking import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def held(home):
    """A process that holds the folder."""
    line = [sys.executable, "-c", HOLD, str(home)]
    holder = subprocess.Popen(line, env=environment(), stdout=subprocess.PIPE, text=True)
    assert holder.stdout.readline() == "held\n"
    return holder


def test_a_lock_that_a_killed_process_held_stops_nobody(stable, used, tmp_path):
    home = tmp_path / "home"
    shutil.copytree(used, home)
    holder = held(home)
    holder.kill()
    holder.communicate()
    assert (home / ".lock").exists()
    assert stable.run(home, "log", "add", "after", "--kind", "lecture").code == 0


@pytest.mark.torture
def test_behind_a_stopped_process_readers_go_on_and_writers_are_told(stable, used, tmp_path):
    home = tmp_path / "home"
    shutil.copytree(used, home)
    before = state(home)
    holder = held(home)
    holder.send_signal(signal.SIGSTOP)
    try:
        ran = stable.run(home, "log", "add", "after", "--kind", "lecture")
        assert ran.code == 1
        assert f"another medpivot has been writing to {home} for {PATIENCE:g} seconds" in ran.err
        assert stable.run(home, "log", "list", "--json").code == 0
        assert state(home) == before
    finally:
        holder.kill()
        holder.communicate()
    assert stable.run(home, "log", "add", "after", "--kind", "lecture").code == 0
