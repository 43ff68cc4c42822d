"""How long each command takes, as a ratio to `python -c pass` of the same environment.

Every run of a command is paired with a run of `python -c pass` right after it, so that a machine
that is slow for a moment is slow for both. Prints a Markdown table with medians.

    python benchmarks/run.py [--runs 15] [--entries 10000]
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 22)
KINDS = ("lecture", "small-group", "bedside-teaching", "clinic")


@dataclass(frozen=True)
class Case:
    """One command, its aim as a ratio, and what makes every run alike."""

    name: str
    aim: float
    args: list[str]
    before: Callable[[], None] = lambda: None


def timed(command: list[str], environment: dict[str, str]) -> tuple[float, int]:
    """Wall seconds and exit code of one run."""
    begin = time.perf_counter()
    code = subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
    ).returncode
    return time.perf_counter() - begin, code


def write_log(home: Path, entries: int) -> None:
    """A log of that many activities over ten years."""
    lines = []
    for number in range(entries):
        day = TODAY - timedelta(days=number % 3650)
        entry = {
            "date": day.isoformat(),
            "title": f"Session {number} on fluids and sepsis",
            "kind": KINDS[number % len(KINDS)],
            "domain": "teaching",
            "levels": ["intern"],
            "learners": number % 12 + 1,
            "contact_hours": 1,
            "energy": number % 5 - 2,
        }
        stamp = f"{day.isoformat()}T12:00:00.{number:06d}Z"
        record = {"v": 1, "op": "put", "id": identifier(number), "at": stamp, "entry": entry}
        lines.append(json.dumps(record, ensure_ascii=False))
    (home / "activities.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def identifier(number: int) -> str:
    """Eight base32 characters, different for every number."""
    letters = "abcdefghijklmnopqrstuvwxyz234567"
    mixed = number * 2_654_435_761 % 2**40
    return "".join(letters[mixed >> shift & 31] for shift in range(0, 40, 5))


def long_plan(home: Path, count: int) -> None:
    """A plan of that many milestones, one a half-week."""
    lines = [
        (
            "schema = 1\ncreated = 2026-11-22\nstart = 2026-11-22\nmonths = 24\n"
            'hours_per_week = 4\nkind = "full"\nroute = "local"\n'
        )
    ]
    for number in range(count):
        day = TODAY + timedelta(days=number * 3)
        lines.append(
            f'[milestone.step-{number}]\ntitle = "Step {number}"\nphase = "1"\nstart = {day}\n'
            f"due = {day + timedelta(days=6)}\nwindow_start = {TODAY}\n"
            f"window_end = {TODAY + timedelta(days=720)}\nhours = 1\n"
            + (f'after = ["step-{number - 1}"]\n' if number % 5 else "")
            + 'status = "open"\n'
        )
    (home / "plan-2026-11-22.toml").write_text("\n".join(lines), encoding="utf-8")


def cases(work: Path, entries: int) -> list[tuple[Path, Case]]:
    """The commands of the design's speed section, each in a folder that suits it."""
    logged, planned, empty, many = (work / one for one in ("logged", "planned", "empty", "many"))
    for folder in (logged, planned, empty, many):
        folder.mkdir(mode=0o700)
    write_log(logged, entries)
    log = logged / "activities.jsonl"
    before = log.stat().st_size
    sample = str(ROOT / "data" / "samples" / "hospitalist-students.toml")
    environment = {**os.environ, "MEDPIVOT_HOME": str(planned), "MEDPIVOT_TODAY": str(TODAY)}
    for args in (["assess", "--answers", sample], ["plan", "new"]):
        subprocess.run(
            [sys.executable, "-m", "medpivot", *args],
            env=environment,
            check=True,
            capture_output=True,
        )
    plan = planned / "plan-2026-11-22.toml"
    plan_text = plan.read_bytes()
    first = plan_text.decode().split("[milestone.")[1].split("]")[0]
    long_plan(many, 200)
    many_text = (many / "plan-2026-11-22.toml").read_bytes()

    def shorten() -> None:
        os.truncate(log, before)

    add = ["log", "add", "Noon conference", "--kind", "lecture"]
    return [
        (empty, Case("--version", 3, ["--version"])),
        (empty, Case("--help", 12, ["--help"])),
        (logged, Case(f"log add ({entries:,} entries)", 15, add, shorten)),
        (logged, Case(f"log list ({entries:,})", 18, ["log", "list"])),
        (
            logged,
            Case(f"log list --json, all {entries:,}", 25, ["log", "list", "--json"]),
        ),
        (
            planned,
            Case("plan done", 30, ["plan", "done", first], lambda: put_back(plan, plan_text)),
        ),
        (empty, Case("assess --answers", 40, ["assess", "--answers", sample, "--no-save"])),
        (many, Case("plan, 200 milestones", 30, ["plan"])),
        (
            many,
            Case(
                "plan replan, 200 milestones",
                30,
                ["plan", "replan"],
                lambda: put_back(many / "plan-2026-11-22.toml", many_text),
            ),
        ),
    ]


def put_back(path: Path, data: bytes) -> None:
    """The file as it was before the run."""
    path.write_bytes(data)


def measure(case: Case, home: Path, runs: int) -> tuple[float, float, int]:
    """Median seconds, median ratio and worst exit code over that many paired runs."""
    environment = {**os.environ, "MEDPIVOT_HOME": str(home), "MEDPIVOT_TODAY": str(TODAY)}
    environment |= {"COLUMNS": "100", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "medpivot", *case.args]
    nothing = [sys.executable, "-c", "pass"]
    seconds, ratios, codes = [], [], []
    for number in range(runs + 1):
        case.before()
        took, code = timed(command, environment)
        bare, _ = timed(nothing, environment)
        if number:
            seconds.append(took)
            ratios.append(took / bare)
            codes.append(code)
    return statistics.median(seconds), statistics.median(ratios), max(codes)


def main() -> None:
    """Measure every case and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--entries", type=int, default=10_000)
    given = parser.parse_args()
    version = f"Python {sys.version.split()[0]}, {os.cpu_count()} processors"
    print(f"{given.runs} paired runs each, medians; {version}; {date.today()}\n")  # noqa: DTZ011
    print("| command | ms | ratio | aim | within |\n|---|---:|---:|---:|---|")
    with tempfile.TemporaryDirectory() as folder:
        for home, case in cases(Path(folder), given.entries):
            seconds, ratio, code = measure(case, home, given.runs)
            within = "failed" if code else ("yes" if ratio <= case.aim else "no")
            print(
                f"| `{case.name}` | {seconds * 1000:.0f} | {ratio:.1f} | {case.aim:g} | {within} |"
            )
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"\nLargest memory of any run: {peak:.0f} MiB.")


if __name__ == "__main__":
    main()
