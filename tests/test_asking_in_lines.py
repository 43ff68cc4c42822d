"""Questions asked line by line: for a screen reader, and where the cursor cannot move."""

import sys
from io import StringIO

import pytest

from medpivot.asking import BACK, SKIP, ask_many, ask_one, ask_text, confirm
from medpivot.asking.prompts import Around
from medpivot.errors import Interrupted

COLORS = [("red", "Red"), ("blue", "Blue"), ("green", "Green as grass")]


@pytest.fixture(autouse=True)
def aloud(monkeypatch):
    monkeypatch.setenv("MEDPIVOT_PLAIN", "1")


@pytest.fixture
def typing(monkeypatch):
    """What is typed, line by line."""
    return lambda *lines: monkeypatch.setattr(
        sys, "stdin", StringIO("".join(f"{one}\n" for one in lines))
    )


@pytest.mark.parametrize(
    ("typed", "default", "answer"),
    [
        (["2"], None, "blue"),
        ([""], "green", "green"),
        (["", "1"], None, "red"),
        (["4", "teal", "3"], "red", "green"),
        (["?", "1"], None, "red"),
        (["back"], None, BACK),
        ([" Skip "], "red", SKIP),
    ],
)
def test_one_choice_is_taken_by_its_number(typing, typed, default, answer):
    typing(*typed)
    assert ask_one("Which color?", COLORS, default, allow_back=True, allow_skip=True) == answer


@pytest.mark.parametrize(
    ("typed", "default", "answer"),
    [
        (["3 1"], (), ("red", "green")),
        (["1,2"], (), ("red", "blue")),
        ([""], ("blue",), ("blue",)),
        (["-"], ("blue",), ()),
        ([""], (), ()),
        (["1 4", "1"], (), ("red",)),
        (["back"], ("blue",), BACK),
    ],
)
def test_any_choices_are_taken_by_their_numbers(typing, typed, default, answer):
    typing(*typed)
    assert ask_many("Which colors?", COLORS, default, allow_back=True) == answer


@pytest.mark.parametrize(
    ("typed", "default", "answer"),
    [
        (["teal"], "", "teal"),
        ([""], "teal", "teal"),
        (["-"], "teal", ""),
        ([""], "", ""),
        (["no", "yes"], "", "yes"),
        (["back"], "teal", BACK),
    ],
)
def test_a_text_is_typed_kept_or_taken_away(typing, typed, default, answer):
    typing(*typed)
    check = {"no": "Not that one."}
    said = ask_text("Which?", default, allow_back=True, check=lambda text: check.get(text, ""))
    assert said == answer


def test_a_wrong_answer_is_told_why_and_asked_for_again(typing, capsys):
    typing("12", "4")
    ask_text("How many?", check=lambda text: "" if text == "4" else f"{text} is too many.")
    assert "12 is too many." in capsys.readouterr().out


def test_a_scale_is_taken_by_its_own_numbers(typing):
    typing("0")
    scale = [("0", "None"), ("1", "Some")]
    assert ask_one("How much?", scale, around=Around(numbered=True)) == "0"


def test_everything_about_a_question_is_said_on_lines_of_its_own(typing, capsys):
    typing("1")
    around = Around(place="Question 1 of 2", help="It helps.", headings={"red": "Warm"})
    ask_one("Which color?", COLORS, allow_skip=True, around=around)
    lines = capsys.readouterr().out.splitlines()
    for line in ("Question 1 of 2", "Which color?", "It helps.", "Warm:", "1: Red", "2: Blue"):
        assert line in lines
    assert "Type a number. Type skip: skip this question." in lines


@pytest.mark.parametrize(("typed", "answer"), [("y", True), ("no", False), ("", True)])
def test_yes_or_no(typing, typed, answer):
    typing(typed)
    assert confirm("Really?", default=True) is answer


def test_the_end_of_what_is_typed_breaks_off(typing):
    typing()
    with pytest.raises(Interrupted):
        ask_text("Which?")
