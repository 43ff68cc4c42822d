"""No command loads a library that it does not need: start-up is most of what a command costs."""

import shutil
import sys
from dataclasses import dataclass

import pytest

from every_command import APART, ASKS, CHANGES, SHOWS, Person, command_of
from loading import loaded

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork")

APART_LINES = {
    "calendar": "calendar --out {away}",
    "undo": "undo --list",
    "data forget": "data forget {activity} --yes",
    "data wipe": "data wipe --yes",
}
LINES = SHOWS | ASKS | CHANGES | APART_LINES | {"--version": "--version", "--help": "--help"}

NEVER = {"tomlkit", "jsonschema", "pytest", "hypothesis"}
"""What only the tests use."""

ASKING = {"questionary", "prompt_toolkit"}
"""What is loaded when a question is asked, which no line here does."""

PAGES = {"docx", "icalendar", "jinja2", "typst"}
MADE_WITH = {
    "calendar": {"icalendar"},
    "report": {"jinja2"},
    "people letter": {"jinja2"},
    "people brief": {"jinja2"},
    "jobs letter": {"jinja2"},
    "jobs confirm": {"jinja2"},
}
"""The commands that make a page or a letter in their line here, and what they make it with."""

UNCHECKED = (
    *("--version", "--help", "undo", "data", "data where", "data backup", "data restore"),
    *("data forget", "data wipe", "log", "log list", "log show", "log summary", "log export"),
    *("log add", "log edit", "log remove", "log import"),
)
"""Commands that check no file a person edits, and do without pydantic."""

SCREENLESS = {name for name in LINES if name.startswith("--")} | {"log add", "log remove", "undo"}
"""Commands that write no screen, in JSON or not; all others write none where JSON was asked for."""

WORDS_OF_A_SCREEN = {"report"}
"""Its page says in the same words what the screen of a result says, and takes them from there."""


@dataclass
class Outcome:
    """How a command ended, whether it was asked for JSON, and what it had loaded by then."""

    code: int
    as_json: bool
    modules: set[str]


def has_json(name):
    return not name.startswith("--") and any(
        "--json" in one.opts for one in command_of(name).params
    )


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    """Every line, each in a folder of its own."""
    place = tmp_path_factory.mktemp("lived")
    Person(place / "home", place / "away").lives()
    calls = {}
    for name, line in LINES.items():
        *before, last = (line,) if isinstance(line, str) else line
        copy = tmp_path_factory.mktemp("one") / "copy"
        shutil.copytree(place, copy)
        person = Person(copy / "home", copy / "away")
        for one in before:
            assert person.types(one).code == 0
        calls[name] = (person.home, person.filled(last) + (["--json"] if has_json(name) else []))
    found = {}
    for names, beforehand in (
        (["--version"], ()),
        ([one for one in UNCHECKED if one != "--version"], ("medpivot.cli",)),
        ([one for one in LINES if one not in UNCHECKED], ("medpivot.cli", "pydantic.fields")),
    ):
        ended = loaded([calls[name] for name in names], *beforehand)
        for name, (code, modules) in zip(names, ended, strict=True):
            found[name] = Outcome(code, has_json(name), modules)
    return found


def test_every_command_is_looked_at():
    assert {*SHOWS, *ASKS, *CHANGES, *APART} <= {*LINES}


@pytest.mark.parametrize("name", LINES)
def test_a_command_loads_no_library_it_does_not_need(outcomes, name):
    found = outcomes[name]
    assert found.code in (0, 1, 2)
    assert not found.modules & NEVER
    assert not found.modules & ASKING
    assert found.modules & PAGES == MADE_WITH.get(name, set())
    if name in UNCHECKED:
        assert "pydantic" not in found.modules
    if (found.as_json or name in SCREENLESS) and name not in WORDS_OF_A_SCREEN:
        assert "rich" not in found.modules


def test_the_version_is_said_before_typer_is_loaded(outcomes):
    assert "typer" not in outcomes["--version"].modules
    assert "typer" in outcomes["--help"].modules


def test_what_is_not_loaded_above_is_loaded_where_it_is_needed(tmp_path):
    person = Person(tmp_path / "home", tmp_path / "away")
    person.lives()
    lines = ("log list", "plan", "cv --format docx --out {away}")
    found = loaded([(person.home, person.filled(one)) for one in lines])
    assert [code for code, _ in found] == [0, 0, 0]
    screen, plan, document = (modules for _, modules in found)
    assert "rich" in screen
    assert "pydantic" in plan
    assert "docx" in document
