"""Commands in processes of their own, on a folder under attack."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SOURCE = HERE.parents[1] / "src"
TODAY = "2026-11-22"

NEEDS_SPACE, CHANGES, READS = 1, 2, 4
DIE, FAIL, HALF_AND_DIE, HALF_AND_FAIL, INTERRUPT = 1, 2, 3, 4, 5


@dataclass(frozen=True)
class Fault:
    """What is to happen at the `at`-th call that reaches the folder; 0 only counts them."""

    at: int = 0
    how: int = 0
    error: int = 0
    stays: bool = False
    kinds: int = NEEDS_SPACE | CHANGES


@dataclass(frozen=True)
class Ran:
    """What a command left; `code` is negative where a signal ended it.

    `calls` is what the shim counted, `seen` what a watched command was seen doing.
    """

    code: int
    out: str
    err: str
    calls: int = 0
    seen: tuple[str, ...] = ()


@dataclass
class Terminal:
    """A terminal in which one command follows the other."""

    pid: int
    report: Path
    killed: bool = False

    def said(self) -> list[dict[str, object]]:
        """What it told so far, whole lines only."""
        if not self.report.exists():
            return []
        lines = self.report.read_text().splitlines(keepends=True)
        return [json.loads(line) for line in lines if line.endswith("\n")]


def environment(**more: str) -> dict[str, str]:
    """What every child is started with: nothing of the developer's own."""
    kept = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT") if key in os.environ}
    paths = [str(SOURCE), str(HERE), str(HERE.parent), *sys.path]
    return kept | {
        "PYTHONPATH": os.pathsep.join(paths),
        "PYTHONDONTWRITEBYTECODE": "1",
        "MEDPIVOT_TODAY": TODAY,
        "NO_COLOR": "1",
        "COLUMNS": "80",
        "LANG": "C.UTF-8",
        "HOME": str(Path(tempfile.gettempdir()) / "nobody-is-at-home"),
        **more,
    }


def program(home: Path, *args: str, **more: object) -> "subprocess.Popen[str]":
    """`python -m medpivot`, as a person's shell starts it."""
    return subprocess.Popen(
        [sys.executable, "-m", "medpivot", "--home", str(home), *args],
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **more,  # type: ignore[call-overload]
    )


@dataclass
class Stable:
    """The process that forks a child for every command; `scratch` is not under attack."""

    scratch: Path
    shim: Path | None = None
    _process: "subprocess.Popen[str]" = field(init=False)
    _started: int = 0

    def open(self) -> None:
        """Start it."""
        preload = {"LD_PRELOAD": str(self.shim)} if self.shim else {}
        self._process = subprocess.Popen(
            [sys.executable, str(HERE / "stable.py")],
            env=environment(**preload),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout.readline() == "ready\n"

    def close(self) -> None:
        """End it."""
        self._process.stdin.close()
        self._process.wait(timeout=60)
        self._process.stdout.close()

    def _ask(self, **request: object) -> dict[str, Any]:
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer

    def run(self, home: Path, *args: str, fault: Fault | None = None, **more: object) -> Ran:
        """One command, to its end."""
        request = {"do": "run", "home": str(home), "args": args}
        if fault:
            request["fault"] = vars(fault)
        answer = self._ask(**request, **more)
        said = answer["said"]
        return Ran(
            int(answer["code"]),
            said["1"],
            said["2"].replace(f"Today is taken as {TODAY}.\n", ""),
            int(said["9"] or 0) if fault else 0,
            () if fault else tuple(said["9"].splitlines()),
        )

    def start(self, home: Path, name: str, mix: str, **more: object) -> Terminal:
        """A terminal that goes on until it is killed, or has done `most` commands."""
        self._started += 1
        scratch = self.scratch / f"terminal-{self._started}"
        scratch.mkdir()
        request = {"home": str(home), "name": name, "mix": mix}
        report = scratch / "report"
        answer = self._ask(do="start", report=str(report), seed=name, **request, **more)
        return Terminal(int(answer["pid"]), report)

    def kill(self, terminal: Terminal) -> None:
        """End a terminal as a crash does, and wait until it is gone."""
        os.kill(terminal.pid, signal.SIGKILL)
        terminal.killed = True
        self.wait(terminal)

    def wait(self, terminal: Terminal) -> int:
        """How a terminal ended."""
        return int(self._ask(do="wait", pid=terminal.pid)["code"])
