"""How commands grow with what they read: a curve for each, and two exponents of it.

The figures are the least processor time of the runs, which hardly feels what else the machine does.
That of the smallest size is taken off as start-up, from the sizes as from the times, so that what
grows in proportion comes out as 1 exactly; of the rest, t = c * n ** k is fitted by least squares
on the logarithms, over the sizes that take at least a fifth of the start-up longer. 2 is a square.

The same is fitted to the number of function calls, which no machine changes: where time grows
faster than calls, memory has become slower (a long log outgrows the processor's caches) or the
calls themselves do more, as a search through a list does.

    python benchmarks/growth.py [--runs 5] [--only 'log list']
"""

import argparse
import math
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from folders import ROOT, write_jobs, write_log, write_plan, write_roles
from tables import day, put, table
from timing import Command, calls, machine, measure, medpivot, timed

ENTRIES = (100, 1_000, 10_000, 30_000, 100_000)
TABLES = (10, 100, 300, 1_000)
HISTORY = (10, 50)
"""Steps; no more than 50 are kept."""

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
    """A folder in which that many changes can be undone."""
    write_log(home, 100)
    for number in range(steps):
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
    found.append(Curve("log add", "steps of history", HISTORY, with_history, add))
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


@dataclass(frozen=True)
class Point:
    """One size: the least seconds of processor time, and the function calls of one run."""

    seconds: float
    calls: int


def points(curve: Curve, folder: Path, runs: int) -> dict[int, Point]:
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
    failed = [one.name for one in commands if not found[one.name].ended_well]
    if failed:
        raise RuntimeError(f"{curve.name} failed with {', '.join(failed)}")
    return {
        size: Point(found[str(size)].least, calls(command))
        for size, command in zip(curve.sizes, commands, strict=True)
    }


def exponent(found: Mapping[int, float]) -> float | None:
    """The k of t = c * n ** k over what lies above the smallest; None where too little does."""
    smallest = min(found)
    start_up = found[smallest]
    noticed = {
        size - smallest: one - start_up
        for size, one in found.items()
        if one - start_up >= NOTICEABLE * start_up
    }
    if len(noticed) < 2:  # noqa: PLR2004
        return None
    logs = [(math.log(size), math.log(took)) for size, took in noticed.items()]
    x, y = (sum(each) / len(logs) for each in zip(*logs, strict=True))
    return sum((a - x) * (b - y) for a, b in logs) / sum((a - x) ** 2 for a, _ in logs)


def said(found: Mapping[int, float]) -> str:
    """The exponent, or that there is nothing to fit, or only one size to see growth at."""
    k = exponent(found)
    if k is not None:
        return f"{k:.2f}"
    size, one = max(found.items())
    more = one / found[min(found)] - 1
    return "does not grow" if more < NOTICEABLE else f"{more:.0%} more at {size:,}"


def main() -> None:
    """Measure every curve and put the table in README.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", action="append", help="a command; can be given again")
    given = parser.parse_args()
    rows, sizes = [], sorted({*ENTRIES, *TABLES, *HISTORY})
    for curve in curves():
        if given.only and curve.name not in given.only:
            continue
        with tempfile.TemporaryDirectory() as folder:
            found = points(curve, Path(folder), given.runs)
        cells = [f"{found[one].seconds * 1000:,.0f}" if one in found else "" for one in sizes]
        grows = said({size: one.seconds for size, one in found.items()})
        works = said({size: one.calls for size, one in found.items()})
        rows.append([f"`{curve.name}`", curve.over, *cells, grows, works])
        print(rows[-1], flush=True)
    heads = ["command", "over", *(f"{size:,}" for size in sizes), "exponent", "of calls"]
    about = (
        f"Milliseconds of processor time, the least of {given.runs} runs on {day()}, {machine()}. "
        "The exponent is fitted to what lies above the smallest size, over the sizes where that is "
        "at least a fifth more; `of calls` is the same of the number of function calls."
    )
    if not given.only:
        put("growth", f"{about}\n\n{table(heads, rows)}")


if __name__ == "__main__":
    main()
