"""A real terminal with the program in it: keys go in, and what a person would see comes out."""

import os
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Self

import pexpect
import pyte

PATIENCE = 20.0
"""Seconds to wait for something to appear; a slow machine needs a few."""

ENTER, SPACE, ESCAPE = "\r", " ", "\x1b"
CTRL_B, CTRL_C, CTRL_U = "\x02", "\x03", "\x15"
UP, DOWN, HOME, END = "\x1b[A", "\x1b[B", "\x1b[H", "\x1b[F"


class Terminal:
    """The program, started in a terminal of that size, with its own home."""

    def __init__(
        self,
        home: Path,
        *args: str,
        rows: int = 24,
        columns: int = 80,
        around: Mapping[str, str] | None = None,
    ) -> None:
        self.raw = ""
        self.screen = pyte.HistoryScreen(columns, rows, history=5000)
        self.stream = pyte.Stream(self.screen)
        environment = {
            **os.environ,
            "TERM": "xterm-256color",
            "MEDPIVOT_HOME": str(home),
            "MEDPIVOT_TODAY": "2026-11-22",
            "PYTHONPATH": os.pathsep.join(sys.path),
            "LANG": "C.UTF-8",
            **(around or {}),
        }
        environment.pop("COLUMNS", None)
        self.program = pexpect.spawn(
            sys.executable,
            ["-m", "medpivot", *args],
            env=environment,
            dimensions=(rows, columns),
            encoding="utf-8",
            timeout=PATIENCE,
        )
        self.program.delaybeforesend = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.program.close(force=True)

    @property
    def lines(self) -> list[str]:
        """The screen, line by line."""
        return [line.rstrip() for line in self.screen.display]

    @property
    def shown(self) -> str:
        """The screen as one text."""
        return "\n".join(self.lines)

    @property
    def scrolled(self) -> str:
        """What has scrolled off the top, and the screen."""
        gone = [
            "".join(line[column].data for column in range(self.screen.columns)).rstrip()
            for line in self.screen.history.top
        ]
        return "\n".join([*gone, *self.lines])

    def sees(self, *words: str) -> None:
        """Wait until all of the words are on the screen."""
        self._until(lambda: all(one in self.shown for one in words), words)

    def types(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.program.send(key)

    def resized(self, rows: int, columns: int) -> None:
        """Change the size of the window."""
        self.program.setwinsize(rows, columns)
        self.screen.resize(rows, columns)

    def ends(self) -> int:
        """Wait for the program to end; its exit code."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                self._feed(timeout=1)
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                self.program.wait()
                return int(self.program.exitstatus or 0)
        raise AssertionError(f"still running:\n{self.shown}")

    def _feed(self, timeout: float) -> None:
        came = self.program.read_nonblocking(65536, timeout=timeout)
        self.raw += came
        self.stream.feed(came)

    def _until(self, holds: Callable[[], bool], words: tuple[str, ...]) -> None:
        end = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > end:
                raise AssertionError(f"waited in vain for {words}:\n{self.shown}")
            try:
                self._feed(timeout=0.2)
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                assert holds(), f"the program ended before {words}:\n{self.shown}"
