"""How commands grow with what they read: a curve for each, and the exponent of it.

The figures are the least processor time of the runs, which hardly feels what else the machine does.
That of the command with as little to read as there can be is taken off as start-up; of the rest,
t = c * n ** k is fitted by least squares on the logarithms, over the sizes that take at least a
fifth of the start-up longer. 1 is in proportion, 2 is a square.

    python benchmarks/growth.py [--runs 3] [--only 'log list']
"""

import argparse
import math
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from folders import ROOT, write_jobs, write_log, write_plan, write_roles
from tables import day, put, table
from timing import Command, Measured, machine, measure, medpivot, timed

ENTRIES = (100, 1_000, 10_000, 100_000)
TABLES = (10, 100, 1_000)
NOTICEABLE = 0.2
"""Of the start-up: what a size must cost more to say anything about growth."""

SAMPLE = str(ROOT / "data" / "samples" / "hospitalist-students.toml")


@dataclass(frozen=True)
class Curve:
    """A command, what it is measured over, and what fills a folder with `n` of that."""

    name: str
    over: str
    sizes: Sequence[int]
    fill: Callable[[Path, int], object]
    args: Sequence[str]


def with_history(home: Path, steps: int) -> None:
    """A folder in which that many changes can be undone, or as many as are kept."""
    write_log(home, 100)
    for number in range(min(steps, 60)):
        args, around = medpivot(home, "log", "add", f"Talk {number}", "--kind", "lecture")
        timed(args, around)


def curves() -> list[Curve]:
    """The commands that read what grows."""
    add = ("log", "add", "Noon conference", "--kind", "lecture")
    of_log = [
        ("log add", add),
        ("log list", ("log", "list")),
        ("log list --json", ("log", "list", "--json")),
        ("log summary", ("log", "summary")),
        ("plan", ("plan",)),
        ("status", ("status",)),
        ("report", ("report", "--out", "{home}/report.html", "--force")),
        ("portfolio", ("portfolio", "--format", "md", "--out", "{home}/portfolio.md", "--force")),
        ("data check", ("data", "check")),
    ]
    found = [
        Curve(name, "entries", ENTRIES, _answered_with(write_log), args) for name, args in of_log
    ]
    found.append(Curve("log add", "steps of history", TABLES[:2], with_history, add))
    for name, args in (
        ("plan", ("plan",)),
        ("plan done", ("plan", "done", "step-0")),
        ("plan replan", ("plan", "replan")),
    ):
        found.append(Curve(name, "milestones", TABLES, write_plan, args))
    assess = ("assess", "--answers", SAMPLE, "--no-save")
    found.append(Curve("assess", "own roles", TABLES, write_roles, assess))
    for name, args in (
        ("jobs compare", ("jobs", "compare", "offer-0", "offer-1")),
        ("jobs rank", ("jobs", "rank")),
        ("jobs list", ("jobs", "list")),
    ):
        found.append(Curve(name, "jobs", TABLES, _answered_with(write_jobs), args))
    return found


def _answered_with(fill: Callable[[Path, int], object]) -> Callable[[Path, int], object]:
    """`fill`, in the folder of somebody who has answers and a plan."""

    def filled(home: Path, size: int) -> None:
        for args in (("assess", "--answers", SAMPLE), ("plan", "new")):
            timed(*medpivot(home, *args))
        fill(home, size)

    return filled


def points(curve: Curve, folder: Path, runs: int) -> dict[int, Measured]:
    """The command at each size; each run in the folder as it was before the first."""
    commands = []
    for size in curve.sizes:
        kept, home = folder / f"kept-{size}", folder / f"home-{size}"
        kept.mkdir(mode=0o700)
        curve.fill(kept, size)
        args, around = medpivot(home, *(one.format(home=home) for one in curve.args))

        def afresh(kept: Path = kept, home: Path = home) -> None:
            shutil.rmtree(home, ignore_errors=True)
            shutil.copytree(kept, home)

        commands.append(Command(str(size), args, around, afresh))
    found = measure(commands, runs)
    return {size: found[str(size)] for size in curve.sizes}


def exponent(found: dict[int, Measured], start_up: float) -> float | None:
    """The k of t = c * n ** k over what lies above the start-up; None where too little does."""
    above = {size: one.least - start_up for size, one in found.items()}
    noticed = {size: took for size, took in above.items() if took >= NOTICEABLE * start_up}
    if len(noticed) < 2:  # noqa: PLR2004
        return None
    logs = [(math.log(size), math.log(took)) for size, took in noticed.items()]
    x, y = (sum(each) / len(logs) for each in zip(*logs, strict=True))
    return sum((a - x) * (b - y) for a, b in logs) / sum((a - x) ** 2 for a, _ in logs)


def said(found: dict[int, Measured], start_up: float) -> str:
    """The exponent, or that there is nothing to fit, or only one size to see growth at."""
    k = exponent(found, start_up)
    if k is not None:
        return f"{k:.2f}"
    size, one = max(found.items())
    more = one.least / start_up - 1
    return "does not grow" if more < NOTICEABLE else f"{more:.0%} more at {size:,}"


def main() -> None:
    """Measure every curve and put the table in README.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", default="")
    given = parser.parse_args()
    rows, sizes = [], sorted({*ENTRIES, *TABLES})
    for curve in curves():
        if given.only and given.only != curve.name:
            continue
        with tempfile.TemporaryDirectory() as folder:
            start_up = min(one.least for one in _smallest(curve, Path(folder), given.runs))
            found = points(curve, Path(folder), given.runs)
        cells = [f"{found[one].least * 1000:,.0f}" if one in found else "" for one in sizes]
        rows.append([f"`{curve.name}`", curve.over, *cells, said(found, start_up)])
        print(rows[-1], flush=True)
    heads = ["command", "over", *(f"{size:,}" for size in sizes), "exponent"]
    about = (
        f"Milliseconds of processor time, the least of {given.runs} runs on {day()}, {machine()}. "
        "The exponent is fitted to what lies above the time of the same command with one entry, "
        "role, milestone or step, or with two jobs, where that is at least a fifth more."
    )
    if not given.only:
        put("growth", f"{about}\n\n{table(heads, rows)}")


def _smallest(curve: Curve, folder: Path, runs: int) -> list[Measured]:
    """The command with as little to read as there can be: its start-up."""
    least = 2 if curve.over == "jobs" else 1
    alone = Curve(curve.name, curve.over, (least,), curve.fill, curve.args)
    return list(points(alone, folder, runs).values())


if __name__ == "__main__":
    main()
