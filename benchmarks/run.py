"""How long every command takes with 1,000 and with 10,000 entries in the log.

The lines are those of tests/every_command.py, one for each command, and the aims of the design;
each run finds the folder as it was before the first.

    python benchmarks/run.py [--runs 7] [--only 'log add']
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from folders import ROOT, write_log, write_plan
from tables import day, put, table
from timing import Command, Measured, machine, measure, medpivot, memory

sys.path.insert(0, str(ROOT / "tests"))

from every_command import APART, ASKS, CHANGES, SHOWS, Person

SIZES = (1_000, 10_000)
AIM = 30
AIM_WITH_THE_CATALOG = 40
"""For what checks a file of the person's and shows a screen."""

AIMS = {
    "--version": 3,
    "--help": 12,
    "log add": 15,
    "log": 15,
    "undo": 15,
    "data": 15,
    "data where": 15,
    "log list": 18,
    "log list --json": 25,
    "assess --answers": 40,
    # answers saved and compared with those before; a plan drafted, not only shown
    "assess": 50,
    "plan": 50,
    "plan new": 50,
    "calendar": 40,
    # what a CV is made from: the whole log, checked, and the profile; or every file there is
    "cv": 40,
    "cv check": 40,
    "portfolio missing": 40,
    "status": 40,
    "data check": 50,
    "portfolio": 60,
    "report": 60,
}
"""What is not 30: less where nothing is checked, more where questions and roles are read whole, all
files are, or every entry of the log goes into a page."""

READS_THE_CATALOG = ("assess", "jobs", "money", "people", "roles", "training")
"""Commands that begin so read questions, roles or offers, and check all of them: 40."""

SAMPLE = str(ROOT / "data" / "samples" / "hospitalist-students.toml")
MORE = {
    "--version": "--version",
    "--help": "--help",
    "assess --answers": f"assess --answers {SAMPLE} --no-save",
    "log list --json": "log list --json",
    "calendar": "calendar --out {away}",
    "undo": "undo --list",
    "data forget": "data forget {activity} --yes",
    "data wipe": "data wipe --yes",
}
"""Lines beside those of the tests, or for commands that have none there."""


FIRST = {"assess compare": ("assess --set hours-weekly=4",)}
"""What has to be typed before a line of the tests has something to show."""

USAGE = 2
"""How a command ends that can only ask, where nobody can be asked."""


@dataclass(frozen=True)
class Line:
    """A command of the table: its name, the line that is timed after those before it, its end."""

    name: str
    before: Sequence[str]
    line: str
    code: int = 0


def lines() -> list[Line]:
    """Every command there is."""
    found = [Line(name, FIRST.get(name, ()), line) for name, line in {**SHOWS, **MORE}.items()]
    found += [Line(name, (), line, USAGE) for name, line in ASKS.items()]
    for name, line in CHANGES.items():
        *before, last = (line,) if isinstance(line, str) else line
        found.append(Line(name, before, last))
    missing = {*SHOWS, *ASKS, *CHANGES, *APART} - {one.name for one in found}
    if missing:
        raise ValueError(f"no line for {', '.join(sorted(missing))}")
    return sorted(found, key=lambda one: one.name)


def lived(folder: Path, entries: int) -> Person:
    """Somebody with something of everything, and a log of that many entries."""
    person = Person(folder / "home", folder / "away")
    person.lives()
    log = person.home / "activities.jsonl"
    first = log.read_bytes()
    write_log(person.home, entries)
    log.write_bytes(first + log.read_bytes())
    return person


def timed_line(one: Line, person: Person, folder: Path, runs: int) -> tuple[Measured, float]:
    """The line in a copy of the person's folders, laid afresh before each run; and its memory."""
    kept, there = folder / "kept", folder / "there"
    for old in (kept, there):
        shutil.rmtree(old, ignore_errors=True)
    shutil.copytree(person.home.parent, kept)
    ready = Person(kept / "home", kept / "away")
    for line in one.before:
        ready.types(line)

    def afresh() -> None:
        shutil.rmtree(there, ignore_errors=True)
        shutil.copytree(kept, there)

    afresh()
    person = Person(there / "home", there / "away")
    args, around = medpivot(person.home, *person.filled(one.line))
    command = Command(one.name, args, around, afresh, one.code)
    found = measure([command], runs)[one.name]
    afresh()
    return found, memory(command)


def long_plans(folder: Path, runs: int) -> list[list[str]]:
    """Two rows: a plan of 200 milestones shown, and laid out again."""
    kept, home = folder / "kept", folder / "home"
    kept.mkdir(parents=True)
    write_plan(kept, 200)

    def afresh() -> None:
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(kept, home)

    rows = []
    for name, typed in (("plan", ["plan"]), ("plan replan", ["plan", "replan"])):
        args, around = medpivot(home, *typed)
        found = measure([Command(name, args, around, afresh)], runs)[name]
        cells = [found.said, "", f"{found.processor:.1f}", str(AIM), within(found, AIM)]
        rows.append([f"`{name}`, 200 milestones", *cells])
    return rows


def aim_of(name: str) -> float:
    """The ratio that a command should stay under with 10,000 entries."""
    usual = AIM_WITH_THE_CATALOG if name.startswith(READS_THE_CATALOG) else AIM
    return AIMS.get(name, usual)


def within(found: Measured, aim: float) -> str:
    """`yes`, or by how much not."""
    return "yes" if found.ratio <= aim else f"no, {found.ratio / aim - 1:.0%} over"


def main() -> None:
    """Measure every command and put the table in README.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--only", action="append", help="a command; can be given again")
    given = parser.parse_args()
    os.environ.pop("MEDPIVOT_PLAIN", None)
    wanted = [one for one in lines() if not given.only or one.name in given.only]
    measured: dict[str, list[Measured]] = {one.name: [] for one in wanted}
    most = (0.0, "")
    with tempfile.TemporaryDirectory() as work:
        for entries in SIZES:
            folder = Path(work) / str(entries)
            (folder / "lived").mkdir(parents=True)
            person = lived(folder / "lived", entries)
            for one in wanted:
                found, needed = timed_line(one, person, folder, given.runs)
                measured[one.name].append(found)
                most = max(most, (needed, one.name))
                print(f"{entries:,} {one.name}: {found.said} {found.processor:.1f}", flush=True)
        plans = long_plans(Path(work) / "long", given.runs)
    rows = [
        [
            f"`{name}`",
            *(one.said for one in found),
            f"{found[-1].processor:.1f}",
            str(aim),
            within(found[-1], aim),
        ]
        for name, found in measured.items()
        for aim in (aim_of(name),)
    ]
    heads = ["command", *(f"{size:,} entries" for size in SIZES), "processor", "aim", "within"]
    about = (
        f"Milliseconds, and in brackets the ratio to `python -c pass`: medians of {given.runs} "
        f"paired runs on {day()}, {machine()}. The aim is for that ratio with 10,000 entries; "
        "`processor` is the ratio of the least processor time, which feels less of what else the "
        f"machine does. The most memory was {most[0]:.0f} MiB, for `{most[1]}`; the aim is 80."
    )
    if not given.only:
        put("commands", f"{about}\n\n{table(heads, [*rows, *plans])}")


if __name__ == "__main__":
    main()
