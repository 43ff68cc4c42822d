"""A terminal at work is killed at a random moment, again and again; what it was told is held.

The checks of one kill: readers work at once; every record that was acknowledged stands in its
log; no file is half of one; the next command works without help; and the files then say what they
said after the last acknowledged command, or that with the command under way done as a whole.
"""

import json
import signal
import time
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from attacked import SAMPLE
from children import Ran, Stable, Terminal, program
from terminals import add, digest, digest_of, entry, milestone, state

KILLS_A_FOLDER = 40
"""Then a new one is begun, so that logs stay short and many kills fall into few seconds."""

LONGEST_WORK = 0.15
"""Seconds a terminal works at most before it is killed."""

LONGEST_WRITE = 0.004
"""Seconds that a change takes from its first file to its last, or little more."""


@dataclass
class Told:
    """What a terminal was told: `titles` acknowledged, `states` the files have been in."""

    titles: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    last: str = ""
    under_way: list[str] | None = None


@dataclass
class Massacre:
    """Many kills, on one folder after the other, and what was counted."""

    stable: Stable
    folder: Path
    counts: Counter[str] = field(default_factory=Counter)
    chance: Random = field(default_factory=lambda: Random(7))

    def kill(self, kills: int, real_every: int) -> None:
        """Kill that many times; every `real_every`-th is a `python -m medpivot` of its own."""
        home, told = self.folder, Told()
        for number in range(kills):
            if number % KILLS_A_FOLDER == 0:
                home, told = self.folder / f"home-{number}", Told()
                self._begin(home, told)
            told.last = digest(home)
            told.states.add(told.last)
            told.under_way = None
            if number % real_every == real_every - 1:
                self._kill_a_program(home, told, number)
            else:
                self._kill_a_terminal(home, told, number)
            self.counts["kills"] += 1
            self._look(home, told, f"kill {number} in {home}, during {told.under_way}")
            self._go_on(home, told, f"kill {number} in {home}, during {told.under_way}")
            if number % KILLS_A_FOLDER == KILLS_A_FOLDER - 1 or number == kills - 1:
                self.counts["records acknowledged"] += len(told.titles)
                self.counts["records found"] += len(told.titles & titles(home))

    def _begin(self, home: Path, told: Told) -> None:
        told.states.add(digest_of({}))
        for args in (("assess", "--answers", str(SAMPLE), "--json"), ("plan", "new", "--json")):
            self._must(home, *args)
            told.states.add(digest(home))

    def _kill_a_terminal(self, home: Path, told: Told, number: int) -> None:
        terminal = self.stable.start(home, f"kill{number}", "one terminal", digests=True)
        until_ready(terminal)
        time.sleep(self.chance.uniform(0, LONGEST_WORK))
        if number % 2:
            # most of a command is thinking: every second kill waits for it to write
            until_writing(home, patience=1)
            time.sleep(self.chance.uniform(0, LONGEST_WRITE))
        self.stable.kill(terminal)
        for said in terminal.said():
            if "begin" in said:
                told.under_way = list(said["begin"])  # type: ignore[call-overload]
            elif "done" in said:
                args, told.under_way = told.under_way or [], None
                # there may be nothing to take back, or no answers any more to plan from
                refusable = args[0] == "undo" or args[:2] == ["plan", "new"]
                assert said["done"] == 0 or refusable, (args, said)
                if said["done"] != 0:
                    assert said["state"] == told.last, f"refused, and changed: {args} {said}"
                told.last = str(said["state"])
                told.states.add(told.last)
                self.counts["commands acknowledged"] += 1
                if args[:2] == ["log", "add"]:
                    told.titles.add(args[2])

    def _kill_a_program(self, home: Path, told: Told, number: int) -> None:
        args = self.chance.choice(
            (
                add(self.chance, home, f"real{number}"),
                ["plan", "note", milestone(self.chance, home) or "none", f"real{number}"],
                ["log", "remove", entry(self.chance, home) or "none"],
            )
        )
        child = program(home, *args)
        # its start takes a while, and the change a few hundredths at the end of it
        time.sleep(self.chance.uniform(0.1, 0.6))
        child.send_signal(signal.SIGKILL)
        child.communicate()
        self.counts["real programs"] += 1
        if child.returncode == 0:
            told.last = digest(home)
            if args[1] == "add":
                told.titles.add(args[2])
        else:
            told.under_way = args

    def _look(self, home: Path, told: Told, where: str) -> None:
        """Before anything is put right: what a reader sees."""
        pending = (home / "history" / "pending.json").exists()
        unfinished = bool(list(home.rglob(".medpivot-*")))
        self.counts["hit a command"] += told.under_way is not None
        self.counts["hit a change on its way to the disk"] += pending or unfinished
        self.counts["hit a file half-written"] += unfinished or torn(home)
        assert told.titles <= titles(home), where
        files_are_whole(home, where)
        readings = [("undo", "--list", "--json"), ("status",), ("people", "list", "--json")]
        if list(home.glob("plan-*.toml")):
            readings.append(("plan", "list", "--json"))
        self._must(home, "log", "list", "--json")
        self._must(home, *self.chance.choice(readings))

    def _go_on(self, home: Path, told: Told, where: str) -> None:
        """The next command works without help, and finds what it should."""
        title = f"after {where}"
        self._must(home, "log", "add", title, "--kind", "lecture")
        told.titles.add(title)
        assert not list(home.rglob(".medpivot-*")), where
        assert not (home / "history" / "pending.json").exists(), where
        assert not torn(home), where
        before = self._without(home, title)
        if before == told.last:
            return
        assert told.under_way, f"changed by nobody: {where}"
        self.counts["done but not told"] += 1
        if told.under_way[0] == "undo":
            assert before in told.states, f"undone to a state that never was: {where}"
            return
        told.states |= {before, digest(home)}
        self._must(home, "undo")
        self._must(home, "undo")
        assert digest(home) == told.last, f"half-done: {where}"
        told.titles.discard(title)

    def _without(self, home: Path, title: str) -> str:
        """The state without one entry."""
        said = state(home)
        log = said["activities.jsonl"]
        assert isinstance(log, dict)
        rest = {key: one for key, one in log.items() if one["title"] != title}
        assert len(rest) == len(log) - 1
        said["activities.jsonl"] = rest
        return digest_of({name: one for name, one in said.items() if one != {}})

    def _must(self, home: Path, *args: str) -> Ran:
        ran = self.stable.run(home, *args)
        assert ran.code == 0, (args, ran)
        assert "Traceback" not in ran.err, ran
        return ran


def until_ready(terminal: Terminal) -> None:
    """Wait until it has begun."""
    end = time.monotonic() + 20
    while not terminal.said():
        assert time.monotonic() < end, "the terminal did not start"
        time.sleep(0.001)


def until_writing(home: Path, patience: float) -> None:
    """Wait until a change is on its way to the disk, or patience ends."""
    pending, end = home / "history" / "pending.json", time.monotonic() + patience
    while not pending.exists() and time.monotonic() < end:
        pass


def torn(home: Path) -> bool:
    """Does a log end within a line?"""
    logs = (path.read_bytes() for path in home.glob("*.jsonl"))
    return any(data and not data.endswith(b"\n") for data in logs)


def titles(home: Path) -> set[str]:
    """Every title that ever stood in the log, removed or undone since or not."""
    path = home / "activities.jsonl"
    found: set[str] = set()
    for line in path.read_bytes().split(b"\n")[:-1] if path.exists() else ():
        table = json.loads(line)
        if table["op"] == "put":
            found.add(table["entry"]["title"])
    return found


def files_are_whole(home: Path, where: str) -> None:
    """Every file parses; only what is not finished yet, and a torn last line, may not."""
    for path in home.rglob("*"):
        if not path.is_file() or path.name.startswith("."):
            continue
        data = path.read_bytes()
        if path.suffix == ".toml":
            assert tomllib.loads(data.decode()), where
        elif path.suffix == ".jsonl":
            for line in data.split(b"\n")[:-1]:
                assert json.loads(line), where
        elif path.name != "pending.json":
            assert json.loads(data), where
