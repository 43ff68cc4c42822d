"""Runs every command that a page of `docs/` shows, and puts what it says below it.

A page is its own script. In a block that begins with ```console, each line after `$ ` is run, in
order, in one throw-away folder on one fixed day, and the rest of the block is replaced by the
output. In a ```console refused block every command has to be refused, elsewhere none may be.
Comments, which no reader of the page sees, say more:

    <!-- before: medpivot assess --answers data/samples/hospitalist-students.toml -->
    <!-- file: letter.md I would like to teach. -->
    <!-- shows: Why | In short -->

The first runs a command without showing it, the second puts a file where the commands are run. The
third cuts the outputs of the next block to the paragraphs that begin with these words, and marks what
is left out; an output in which none begins so is shown whole.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from making.person import Person

ROOT = Path(__file__).resolve().parents[2]
WORKED_EXAMPLE = ROOT / "docs" / "worked-example.md"
LEFT_OUT = "[...]"

_OPENS = re.compile(r"```console( refused)?")
_COMMENT = re.compile(r"<!-- (before|shows|file): (.+) -->")
_STYLE = re.compile(r"\x1b\[[0-9;]*m")


def paths() -> list[Path]:
    """The pages that show commands."""
    return [WORKED_EXAMPLE, *sorted((ROOT / "docs" / "steps").glob("*.md"))]


def rewritten(page: str, home: Path) -> str:
    """The page with the output of its commands as it is today; `home` must not exist yet.

    Raises:
        AssertionError: a command was refused that should not be, or the other way round, or did
            not say what a page wants to show of it.
    """
    return "\n".join(_lines(page.splitlines(), Person(home))) + "\n"


def _lines(page: list[str], person: Person) -> Iterator[str]:
    block: list[str] | None = None
    wanted: list[str] = []
    refused = False
    for line in page:
        opens = _OPENS.fullmatch(line)
        if opens:
            block, refused = [], bool(opens[1])
            yield line
        elif line == "```" and block is not None:
            yield from _block(block, person, wanted, refused=refused)
            block, wanted = None, []
            yield line
        elif block is not None:
            block.append(line)
        else:
            if comment := _COMMENT.fullmatch(line):
                what, said = comment.groups()
                if what == "shows":
                    wanted = said.split(" | ")
                elif what == "before":
                    person.types(said)
                else:
                    person.writes(*said.split(" ", 1))
            yield line


def _block(block: list[str], person: Person, wanted: list[str], *, refused: bool) -> Iterator[str]:
    shown: list[str] = []
    lines = iter(block)
    for line in lines:
        if not line.startswith("$ "):
            continue
        typed = [line]
        while typed[-1].endswith("\\"):
            typed.append(next(lines))
        said = person.types("\n".join(typed)[2:], refused=refused)
        shown += [*([""] if shown else []), *typed, *only(said, wanted)]
    missing = [one for one in wanted if not any(_begins(line, one) for line in shown)]
    assert not missing, f"nothing begins with {missing}"
    yield from shown


def only(said: list[str], wanted: list[str]) -> list[str]:
    """The paragraphs that begin with one of these words, and a mark where others were.

    All of it where none does.
    """
    paragraphs = "\n".join(said).split("\n\n")
    if not any(_begins(part, one) for part in paragraphs for one in wanted):
        return said
    kept: list[str] = []
    for part in paragraphs:
        if any(_begins(part, one) for one in wanted):
            kept.append(part)
        elif not kept or kept[-1] != LEFT_OUT:
            kept.append(LEFT_OUT)
    return "\n\n".join(kept).split("\n")


def _begins(text: str, words: str) -> bool:
    return _STYLE.sub("", text).lstrip().startswith(words)
