"""The pages of `docs/` and the README: outputs, commands and links hold."""

import re
import shlex
from pathlib import Path

import pytest

from making import pages
from making.command_tree import Command, every, tree
from making.person import ROOT

STEPS = [path for path in pages.paths() if path != pages.WORKED_EXAMPLE]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
COMMANDS = {one.path: one for one in every(tree())}


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", STEPS, ids=named)
def test_every_output_on_a_page_is_what_the_program_says(path, home):
    page = path.read_text(encoding="utf-8")
    assert pages.rewritten(page, home) == page, "the page has drifted: make docs"


def test_there_is_a_page_for_each_of_the_ten_steps_and_the_index_has_them_all():
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    assert [path.name[:2] for path in STEPS] == [f"{number:02}" for number in range(1, 11)]
    for path in STEPS:
        assert f"(steps/{path.name})" in index


def test_a_page_that_wants_to_show_what_is_not_said_is_not_passed_over(home):
    page = "<!-- shows: Nothing of the kind -->\n```console\n$ medpivot status\n```\n"
    with pytest.raises(AssertionError, match="Nothing of the kind"):
        pages.rewritten(page, home)


def _command(words: list[str]) -> tuple[Command, list[str]]:
    """The command that is called, and what stands behind it; options of the program are passed over."""
    path = "medpivot"
    while words and f"{path} {words[0]}" in COMMANDS:
        path += f" {words.pop(0)}"
    return COMMANDS[path], words


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_commands_within_a_sentence_exist_with_their_options(path):
    text = path.read_text(encoding="utf-8")
    for found in re.findall(r"`(medpivot [^`]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL)):
        command, rest = _command(shlex.split(found.replace("\n", " "))[1:])
        options = " ".join(one.typed for one in command.options)
        known = {*re.findall(r"-[-\w]+", options), "--help", "-h"}
        for word in rest:
            assert not word.startswith("-") or word.split("=")[0] in known, found
        assert not rest or command.arguments or rest[0].startswith("-"), f"{found}: no such command"


def _anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_links_lead_somewhere(path):
    text = path.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)]+)\)", text):
        if target.startswith("https://"):
            continue
        place, _, anchor = target.partition("#")
        linked = (path.parent / place).resolve() if place else path
        assert linked.exists(), target
        assert not anchor or anchor in _anchors(linked), target
