"""How long a command takes as a whole process, as a ratio to `python -c pass` beside it.

Every run of a command stands right behind a run of `python -c pass` of the same Python, so that a
machine that is slow for a moment is slow for both; several commands take turns in one loop.
"""

import math
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

NOTHING = (sys.executable, "-c", "pass")
TODAY = "2026-11-22"


@dataclass(frozen=True)
class Command:
    """A command line, its environment, what is done before each run, and its exit code."""

    name: str
    args: Sequence[str]
    around: Mapping[str, str] = field(default_factory=dict)
    before: Callable[[], None] = lambda: None
    code: int = 0


@dataclass(frozen=True)
class Measured:
    """Medians of the counted runs: seconds, the ratio of each pair; did all end as they should?

    `least` is the least processor time of any run, in seconds, and `processor` its ratio to that of
    `python -c pass`: they hardly feel what else the machine does.
    """

    seconds: float
    ratio: float
    least: float
    processor: float
    ended_well: bool

    @property
    def said(self) -> str:
        """`123 (8.1)`: milliseconds and ratio."""
        return f"{self.seconds * 1000:,.0f} ({self.ratio:.1f})" + (
            "" if self.ended_well else " failed"
        )


def environment(around: Mapping[str, str]) -> dict[str, str]:
    """The environment of a run: as after an installation, without what slows Python down.

    PYTHONDONTWRITEBYTECODE and its like would have every module compiled in every run.
    """
    kept = {key: one for key, one in os.environ.items() if not key.startswith("PYTHON")}
    return {**kept, "COLUMNS": "100", "NO_COLOR": "1", **around}


def timed(args: Sequence[str], around: Mapping[str, str]) -> tuple[float, float, int]:
    """Seconds, processor seconds and exit code of one run; its output is read and thrown away."""
    environ = environment(around)
    before, begin = _processor_time(), time.perf_counter()
    code = subprocess.run(
        args, env=environ, stdin=subprocess.DEVNULL, capture_output=True, check=False
    ).returncode
    return time.perf_counter() - begin, _processor_time() - before, code


def _processor_time() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure(commands: Sequence[Command], runs: int) -> dict[str, Measured]:
    """Each command by name, after a first run that is not counted."""
    seconds: dict[str, list[float]] = {one.name: [] for one in commands}
    ratios: dict[str, list[float]] = {one.name: [] for one in commands}
    least = {one.name: math.inf for one in commands}
    bare_least = math.inf
    ended_well = {one.name: True for one in commands}
    for number in range(runs + 1):
        for one in commands:
            one.before()
            bare, bare_used, _ = timed(NOTHING, {})
            bare_least = min(bare_least, bare_used)
            took, used, code = timed(one.args, one.around)
            if number:
                seconds[one.name].append(took)
                ratios[one.name].append(took / bare)
                least[one.name] = min(least[one.name], used)
                ended_well[one.name] &= code == one.code
    return {
        name: Measured(
            statistics.median(seconds[name]),
            statistics.median(ratios[name]),
            least[name],
            least[name] / bare_least,
            ended_well[name],
        )
        for name in seconds
    }


def medpivot(home: Path, *args: str) -> tuple[tuple[str, ...], dict[str, str]]:
    """The program as it is installed beside this Python, and the environment for a folder."""
    program = Path(sys.executable).with_name("medpivot")
    return (str(program), *args), {"MEDPIVOT_HOME": str(home), "MEDPIVOT_TODAY": TODAY}


def memory(command: Command) -> float:
    """MiB that one run has at the most.

    A small process starts it: the system counts what the parent holds as the child's, too.
    """
    done = subprocess.run(
        [sys.executable, "-S", "-c", _KEEPER, *command.args],
        env=environment(command.around),
        check=True,
        capture_output=True,
        text=True,
    )
    return int(done.stdout) / 1024


_KEEPER = """
import resource, subprocess, sys
quiet = subprocess.DEVNULL
subprocess.run(sys.argv[1:], stdin=quiet, stdout=quiet, stderr=quiet)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def calls(command: Command) -> int:
    """How many function calls one run of a Python program makes, those of Python's own included."""
    command.before()
    done = subprocess.run(
        [sys.executable, "-c", _COUNTER, *command.args],
        env=environment(command.around),
        check=True,
        capture_output=True,
        text=True,
    )
    return int(done.stdout.rpartition("\n")[2])


_COUNTER = """
import cProfile, pstats, runpy, sys
del sys.argv[0]
profile = cProfile.Profile()
try:
    profile.runcall(runpy.run_path, sys.argv[0], run_name="__main__")
except SystemExit:
    pass
sys.stdout.write(f"\\n{pstats.Stats(profile).total_calls}")
"""


def machine() -> str:
    """What the figures were measured on, in a few words."""
    return f"Python {sys.version.split()[0]}, {os.cpu_count()} processors"
