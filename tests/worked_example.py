"""Runs every command of `docs/worked-example.md` anew and puts what it says below it.

The page is its own script: in a block that begins with ```console, each line after `$ ` is run,
in order, in one throw-away folder on one fixed day, and the rest of the block is replaced by the
output. In a ```console refused block every command has to be refused, elsewhere none may be.
`make docs` writes the page; `test_worked_example.py` says when it no longer agrees.
"""

import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

from typer.testing import CliRunner

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "worked-example.md"
TODAY = "2026-11-22"
FOLDER = "/home/you/medpivot"
"""Stands on the page for the throw-away folder."""

_OPENS = re.compile(r"```console( refused)?")
_RANDOM_ID = re.compile(r"(?<= as )[a-z2-7]{8}(?=:)")
_ID = "r4nd0mid"


def rewritten(page: str, home: Path) -> str:
    """The page with the output of its commands as it is today; `home` must not exist yet.

    Raises:
        AssertionError: a command was refused that should not be, or the other way round.
    """
    return "\n".join(_lines(page.splitlines(), home)) + "\n"


def _lines(page: list[str], home: Path) -> Iterator[str]:
    block: list[str] | None = None
    refused = False
    for line in page:
        opens = _OPENS.fullmatch(line)
        if opens:
            block, refused = [], bool(opens[1])
            yield line
        elif line == "```" and block is not None:
            yield from _block(block, home, refused=refused)
            block = None
            yield line
        elif block is not None:
            block.append(line)
        else:
            yield line


def _block(block: list[str], home: Path, *, refused: bool) -> Iterator[str]:
    first = True
    lines = iter(block)
    for line in lines:
        if not line.startswith("$ "):
            continue
        typed = [line]
        while typed[-1].endswith("\\"):
            typed.append(next(lines))
        said = _said("\n".join(typed)[2:], home, refused=refused)
        if not first:
            yield ""
        yield from (*typed, *said)
        first = False


def _said(command: str, home: Path, *, refused: bool) -> list[str]:
    """What a command says, on both streams, in the order in which it says it."""
    # loaded here: the program reads its environment when it is loaded
    from medpivot.cli import app

    program, *arguments = shlex.split(command.replace("\\\n", ""))
    assert program == "medpivot", command
    fixed = {"MEDPIVOT_HOME": str(home), "MEDPIVOT_TODAY": TODAY, "COLUMNS": "80", "NO_COLOR": "1"}
    unset = dict.fromkeys(("FORCE_COLOR", "MEDPIVOT_TRACEBACK"))
    before = dict(os.environ)
    with chdir(ROOT):
        result = CliRunner().invoke(app, arguments, env={**fixed, **unset})
    os.environ.clear()
    os.environ.update(before)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert bool(result.exit_code) == refused, f"{command}: {result.output}"
    output = result.output.replace(f"Today is taken as {TODAY}.\n", "")
    output = _RANDOM_ID.sub(_ID, output.replace(str(home), FOLDER))
    return [line.rstrip() for line in output.strip("\n").splitlines()]


def main() -> None:
    """Write the page anew."""
    with tempfile.TemporaryDirectory() as folder:
        page = rewritten(PAGE.read_text(encoding="utf-8"), Path(folder) / "home")
    PAGE.write_text(page, encoding="utf-8", newline="\n")
    sys.stdout.write(f"{PAGE.relative_to(ROOT)}: every output is up to date.\n")


if __name__ == "__main__":
    main()
