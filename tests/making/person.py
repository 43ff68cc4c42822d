"""Somebody who types commands of the program in a folder of their own, on a fixed day."""

import os
import re
import shlex
from contextlib import chdir
from dataclasses import dataclass, field
from pathlib import Path

from typer.testing import CliRunner

ROOT = Path(__file__).resolve().parents[2]
TODAY = "2026-11-22"
FOLDER = "/home/you/medpivot"
"""Stands in what is printed for the throw-away folder."""

_DAY = r"\d{4}-\d\d-\d\d"
_RANDOM_ID = re.compile(r"(?<= as )[a-z2-7]{8}(?=:)")
_STAND_INS = ("r4nd0mid", "k7p2wq5x", "b3hm6tza", "v5ny2cde", "q2xj7lfs", "h6tu3mgw", "d3sk5yrb")


@dataclass
class Person:
    """The folder in which the commands are run, and the random ids that were seen in it."""

    home: Path
    columns: int = 80
    ids: dict[str, str] = field(default_factory=dict)

    def types(
        self, command: str, *, today: str = TODAY, refused: bool = False, color: bool = False
    ) -> list[str]:
        """What a command says, on both streams, in the order in which it says it, line by line.

        Raises:
            AssertionError: it was refused and should not be, or the other way round.
        """
        # loaded here: the program reads its environment when it is loaded
        from medpivot.cli import app

        program, *arguments = shlex.split(command.replace("\\\n", ""))
        assert program == "medpivot", command
        for own, stand_in in self.ids.items():
            arguments = [one.replace(stand_in, own) for one in arguments]
        fixed = {"MEDPIVOT_HOME": str(self.home), "MEDPIVOT_TODAY": today}
        looks = {"COLUMNS": str(self.columns), "TERM": "xterm-256color", "COLORTERM": None}
        style = {"NO_COLOR": None, "FORCE_COLOR": "1"} if color else {"NO_COLOR": "1"}
        unset = dict.fromkeys(("FORCE_COLOR", "MEDPIVOT_PLAIN", "MEDPIVOT_TRACEBACK"))
        before = dict(os.environ)
        with chdir(self._desk()):
            environment = {**fixed, **looks, **unset, **style}
            result = CliRunner().invoke(app, arguments, env=environment, color=color)
        os.environ.clear()
        os.environ.update(before)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert bool(result.exit_code) == refused, f"{command}: {result.output}"
        said = result.output.replace(f"Today is taken as {today}.\n", "")
        return [line.rstrip() for line in self._printable(said).splitlines()]

    def writes(self, name: str, text: str) -> None:
        """Put a file into the folder in which the commands are run."""
        (self._desk() / name).write_text(text + "\n", encoding="utf-8")

    def _desk(self) -> Path:
        """The folder to be in: what is written lies there, and the samples are where they are."""
        desk = self.home.parent / "desk"
        if not desk.exists():
            desk.mkdir()
            (desk / "data").symlink_to(ROOT / "data", target_is_directory=True)
        return desk

    def _printable(self, output: str) -> str:
        output = output.strip("\n")
        for found in _RANDOM_ID.findall(output):
            self.ids.setdefault(found, _STAND_INS[len(self.ids) % len(_STAND_INS)])
        for own, stand_in in self.ids.items():
            output = output.replace(own, stand_in)
            # a list shows the first letters, behind the date
            output = re.sub(rf"({_DAY}  ){own[:4]}\b", rf"\g<1>{stand_in[:4]}", output)
        return output.replace(str(self.home), FOLDER).replace(f"{self._desk()}{os.sep}", "")
