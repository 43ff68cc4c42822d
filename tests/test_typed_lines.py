"""What the program tells people to type can be typed: `try:` lines and the examples of its help."""

from pathlib import Path

import pytest

from every_command import command_of, commands
from medpivot.right_line import flag_last, globals_first, with_word
from typed_lines import examples, hints, problem_of

SOURCE = Path(__file__).parent.parent / "src" / "medpivot"


def test_every_command_to_try_is_one_there_is() -> None:
    found = [*hints(SOURCE)]
    assert len(found) > 80, "hints are raised in another way now"
    wrong = [f"{place}: {line} ({why})" for place, line in found if (why := problem_of(line))]
    assert wrong == []


@pytest.mark.parametrize("name", commands())
def test_the_examples_of_every_command_can_be_typed(name: str) -> None:
    shown = [*examples(command_of(name))]
    assert any(line.startswith(f"medpivot {name}") for line in shown)
    assert [f"{line} ({why})" for line in shown if (why := problem_of(line))] == []


@pytest.mark.parametrize(
    ("args", "typed", "meant", "right"),
    [
        (["roles", "show", "scholr"], "scholr", "scholar", "medpivot roles show scholar"),
        (["plan", "new", "--role=a"], "a", "b", "medpivot plan new --role=b"),
        (["log", "list", "--lmit=3"], "--lmit", "--limit", "medpivot log list --limit=3"),
        (["people", "note", "ann", "for ann"], "ann", "ana", "medpivot people note ana 'for ann'"),
        (["plan", "done", "plan"], "plan", "plans", "medpivot plan done plans"),
        (["plan", "done", "x"], "shortened...", "y", ""),
    ],
)
def test_the_mistyped_word_is_put_right_and_nothing_else(
    args: list[str], typed: str, meant: str, right: str
) -> None:
    assert with_word(args, typed, meant) == right


def test_a_flag_that_stood_in_front_goes_behind_and_a_global_one_to_the_front() -> None:
    assert flag_last(["--json", "log", "list"], "--json") == "medpivot log list --json"
    assert flag_last(["--json"], "--json") == "medpivot status --json"
    assert flag_last(["log", "--json"], "--json") == ""
    assert globals_first(["log", "list", "--home"]) == "medpivot --home DIR log list"
    assert globals_first(["--home"]) == ""
