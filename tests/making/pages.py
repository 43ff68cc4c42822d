"""Runs every command that a page of `docs/` shows, and puts what it says below it.

A page is its own script. In a block that begins with ```console, each line after `$ ` is run, in
order, in one throw-away folder on one fixed day, and the rest of the block is replaced by the
output. In a ```console refused block every command has to be refused, elsewhere none may be.
Two comments, which no reader of the page sees, say more:

    <!-- before: medpivot assess --answers data/samples/hospitalist-students.toml -->
    <!-- shows: Why | In short -->

The first runs a command without showing it. The second cuts the outputs of the next block to the
paragraphs that begin with these words; what is left out is marked.
"""

import os
import re
import shlex
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass, field
from pathlib import Path

from typer.testing import CliRunner

ROOT = Path(__file__).resolve().parents[2]
WORKED_EXAMPLE = ROOT / "docs" / "worked-example.md"
TODAY = "2026-11-22"
FOLDER = "/home/you/medpivot"
"""Stands on the pages for the throw-away folder."""

LEFT_OUT = "[...]"

_OPENS = re.compile(r"```console( refused)?")
_COMMENT = re.compile(r"<!-- (before|shows): (.+) -->")
_RANDOM_ID = re.compile(r"(?<= as )[a-z2-7]{8}(?=:)")
_DAY = r"\d{4}-\d\d-\d\d"
_STAND_INS = ("r4nd0mid", "k7p2wq5x", "b3hm6tza", "v5ny2cde", "q2xj7lfs", "h6tu3mgw")


def paths() -> list[Path]:
    """The pages that show commands."""
    return [WORKED_EXAMPLE, *sorted((ROOT / "docs" / "steps").glob("*.md"))]


def rewritten(page: str, home: Path) -> str:
    """The page with the output of its commands as it is today; `home` must not exist yet.

    Raises:
        AssertionError: a command was refused that should not be, or the other way round, or did
            not say what a page wants to show of it.
    """
    return "\n".join(_Person(home).lives(page.splitlines())) + "\n"


@dataclass
class _Person:
    """The folder in which a page's commands are run, and the random ids that were seen in it."""

    home: Path
    ids: dict[str, str] = field(default_factory=dict)

    def lives(self, page: list[str]) -> Iterator[str]:
        block: list[str] | None = None
        wanted: list[str] = []
        refused = False
        for line in page:
            opens = _OPENS.fullmatch(line)
            if opens:
                block, refused = [], bool(opens[1])
                yield line
            elif line == "```" and block is not None:
                yield from self._block(block, wanted, refused=refused)
                block, wanted = None, []
                yield line
            elif block is not None:
                block.append(line)
            else:
                if comment := _COMMENT.fullmatch(line):
                    what, said = comment.groups()
                    if what == "shows":
                        wanted = said.split(" | ")
                    else:
                        self._says(said, refused=False)
                yield line

    def _block(self, block: list[str], wanted: list[str], *, refused: bool) -> Iterator[str]:
        first = True
        lines = iter(block)
        for line in lines:
            if not line.startswith("$ "):
                continue
            typed = [line]
            while typed[-1].endswith("\\"):
                typed.append(next(lines))
            said = self._says("\n".join(typed)[2:], refused=refused)
            if not first:
                yield ""
            yield from (*typed, *(_only(said, wanted) if wanted else said))
            first = False

    def _says(self, command: str, *, refused: bool) -> list[str]:
        """What a command says, on both streams, in the order in which it says it."""
        # loaded here: the program reads its environment when it is loaded
        from medpivot.cli import app

        program, *arguments = shlex.split(command.replace("\\\n", ""))
        assert program == "medpivot", command
        for own, stand_in in self.ids.items():
            arguments = [one.replace(stand_in, own) for one in arguments]
        fixed = {"MEDPIVOT_HOME": str(self.home), "MEDPIVOT_TODAY": TODAY}
        looks = {"COLUMNS": "80", "NO_COLOR": "1"}
        unset = dict.fromkeys(("FORCE_COLOR", "MEDPIVOT_TRACEBACK"))
        before = dict(os.environ)
        with chdir(self._desk()):
            result = CliRunner().invoke(app, arguments, env={**fixed, **looks, **unset})
        os.environ.clear()
        os.environ.update(before)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert bool(result.exit_code) == refused, f"{command}: {result.output}"
        return [line.rstrip() for line in self._printable(result.output).splitlines()]

    def _desk(self) -> Path:
        """The folder to be in: what is written lies there, and the samples are where they are."""
        desk = self.home.parent / "desk"
        if not desk.exists():
            desk.mkdir()
            (desk / "data").symlink_to(ROOT / "data", target_is_directory=True)
        return desk

    def _printable(self, output: str) -> str:
        output = output.replace(f"Today is taken as {TODAY}.\n", "").strip("\n")
        for found in _RANDOM_ID.findall(output):
            self.ids.setdefault(found, _STAND_INS[len(self.ids)])
        for own, stand_in in self.ids.items():
            output = output.replace(own, stand_in)
            # a list shows the first letters, behind the date
            output = re.sub(rf"({_DAY}  ){own[:4]}\b", rf"\g<1>{stand_in[:4]}", output)
        return output.replace(str(self.home), FOLDER).replace(f"{self._desk()}{os.sep}", "")


def _only(said: list[str], wanted: list[str]) -> list[str]:
    """The paragraphs that begin with these words, and a mark where others were."""
    paragraphs = "\n".join(said).split("\n\n")
    missing = [one for one in wanted if not any(_begins(part, one) for part in paragraphs)]
    assert not missing, f"nothing begins with {missing}"
    kept: list[str] = []
    for part in paragraphs:
        if any(_begins(part, one) for one in wanted):
            kept.append(part)
        elif not kept or kept[-1] != LEFT_OUT:
            kept.append(LEFT_OUT)
    return "\n\n".join(kept).split("\n")


def _begins(paragraph: str, words: str) -> bool:
    return paragraph.lstrip().startswith(words)
