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

import re
from collections.abc import Iterator
from pathlib import Path

from making.person import Person

ROOT = Path(__file__).resolve().parents[2]
WORKED_EXAMPLE = ROOT / "docs" / "worked-example.md"
LEFT_OUT = "[...]"

_OPENS = re.compile(r"```console( refused)?")
_COMMENT = re.compile(r"<!-- (before|shows): (.+) -->")
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
                else:
                    person.types(said)
            yield line


def _block(block: list[str], person: Person, wanted: list[str], *, refused: bool) -> Iterator[str]:
    first = True
    lines = iter(block)
    for line in lines:
        if not line.startswith("$ "):
            continue
        typed = [line]
        while typed[-1].endswith("\\"):
            typed.append(next(lines))
        said = person.types("\n".join(typed)[2:], refused=refused)
        if not first:
            yield ""
        yield from (*typed, *(only(said, wanted) if wanted else said))
        first = False


def only(said: list[str], wanted: list[str]) -> list[str]:
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
    return _STYLE.sub("", paragraph).lstrip().startswith(words)
