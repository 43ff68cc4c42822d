"""`jobs ask` in a real terminal."""

import json
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals there", allow_module_level=True)

from terminal import CTRL_C, DOWN, ENTER, ESCAPE, Terminal

pytestmark = pytest.mark.terminal


def known(run):
    return json.loads(run("jobs", "ask", "apd", "--json").out)["questions"]


def test_each_question_is_asked_with_a_way_back_and_every_answer_is_kept_at_once(home, run):
    run("jobs", "add", "APD")
    with Terminal(home, "jobs", "ask", "apd") as at:
        at.sees("1 of 26", "How many half-days of patient care")
        at.types("plenty", ENTER)
        at.sees("! 'plenty' is not a number")
        at.types("\x15", "8, charting afterwards", ENTER)
        at.sees("Is that in writing?")
        at.types(DOWN, ENTER)
        at.sees("2 of 26", "The share of the post")
        at.types("16h", ENTER)
        at.sees("Is that in writing?")
        at.types(ENTER)
        at.sees("3 of 26", "What fills those hours")
        at.types(DOWN, DOWN, ENTER)
        at.sees("In their words?")
        at.types(ESCAPE)
        at.sees("3 of 26", "» Mostly teaching")
        at.types(ESCAPE)
        at.sees("2 of 26", "> 0.4")
        at.types(CTRL_C)
        assert at.ends() == 130
        assert "Stopped. What you answered is kept; 24 of 26 are open." in at.shown
        assert "try: medpivot jobs ask apd" in at.shown
    questions = {one["id"]: one for one in known(run)}
    assert (questions["half-days"]["value"], questions["half-days"]["in_writing"]) == (8, False)
    assert questions["half-days"]["words"] == "charting afterwards"
    assert (questions["education-time"]["value"], questions["education-time"]["in_writing"]) == (
        0.4,
        True,
    )
    assert not questions["education-duties"]["answered"]


def test_only_what_is_open_or_named_is_asked(home, run):
    run("jobs", "add", "APD", "--half-days", "8")
    with Terminal(home, "jobs", "ask", "apd") as at:
        at.sees("1 of 25", "The share of the post")
        at.types(CTRL_C)
        assert at.ends() == 130
    with Terminal(home, "jobs", "ask", "apd", "half-days") as at:
        at.sees("1 of 1", "> 8")
        at.types("\x15", "7", ENTER)
        at.sees("Is that in writing?")
        at.types(DOWN, DOWN, ENTER)
        assert at.ends() == 0
        assert "medpivot jobs check apd" in at.shown
    assert known(run)[0]["value"] == 7


def test_a_choice_is_kept_when_the_questions_behind_it_are_broken_off(home, run):
    run("jobs", "add", "APD")
    with Terminal(home, "jobs", "ask", "apd", "schedule") as at:
        at.sees("Who makes my schedule")
        at.types(DOWN, DOWN, ENTER)
        at.sees("In their words?")
        at.types(CTRL_C)
        assert at.ends() == 130
        assert "What you answered is kept; 0 of 1 are open." in at.shown
    schedule = next(one for one in known(run) if one["id"] == "schedule")
    assert (schedule["choice"], schedule["words"]) == ("theirs", None)
    with Terminal(home, "jobs", "ask", "apd", "schedule") as at:
        at.sees("Who makes my schedule")
        at.types(ENTER)
        at.sees("In their words?")
        at.types("the chief adds clinics", ENTER)
        at.sees("Is that in writing?")
        at.types(CTRL_C)
        assert at.ends() == 130
    schedule = next(one for one in known(run) if one["id"] == "schedule")
    assert (schedule["choice"], schedule["words"]) == ("theirs", "the chief adds clinics")
    assert schedule["in_writing"] is None
