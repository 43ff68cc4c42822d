"""`time week` and `time add` asked in a real terminal."""

import json
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals there", allow_module_level=True)

from terminal import CTRL_C, DOWN, ENTER, ESCAPE, Terminal

pytestmark = pytest.mark.terminal


def test_a_week_is_asked_kind_by_kind_with_a_way_back_and_what_means_most(home, run):
    with Terminal(home, "time", "week", "actual") as at:
        at.sees("Which week?", "This week, 16 Nov 2026 to 22 Nov 2026", "--week DATE")
        at.types(DOWN, ENTER)
        at.sees("1 of 8", "Patients: hours in the week as it is?", "0 for none")
        at.types("thirty", ENTER)
        at.sees("! 'thirty' is not a number of hours", "> thirty")
        at.types("\x15", "30", ENTER)
        at.sees("2 of 8", "Charting and inbox")
        at.types(ESCAPE)
        at.sees("> 30")
        at.types(ENTER)
        at.sees("2 of 8")
        at.types("150", ENTER)
        at.sees("! together they are 180 hours")
        at.types("\x15", "8", ENTER)
        at.sees("3 of 8", "Call: hours")
        at.types(ENTER)
        at.sees("4 of 8", "Teaching and mentoring")
        at.types("4", ENTER)
        for place in ("5", "6", "7", "8"):
            at.sees(f"{place} of 8")
            at.types("0", ENTER)
        at.sees("Which of these means most to you?")
        at.types(DOWN, DOWN, DOWN, ENTER)
        assert at.ends() == 0
        assert "Not noted: call." in at.scrolled
    found = json.loads(run("time", "--json").out)
    assert found["weeks"]["actual"]["week"] == "2026-11-09"
    assert found["weeks"]["actual"]["hours"]["call"] is None
    assert found["weeks"]["actual"]["total"] == 42
    assert found["meaningful"]["category"] == "teaching"


def test_breaking_off_keeps_nothing_and_says_the_line_that_goes_on(home):
    with Terminal(home, "time", "week", "wanted") as at:
        at.sees("1 of 8")
        at.types("20", ENTER)
        at.sees("2 of 8")
        at.types(CTRL_C)
        assert at.ends() == 130
        assert "Stopped. Nothing is kept." in at.shown
        assert "try: medpivot time week wanted --patients 20" in at.shown
    assert not home.exists()


def test_a_promise_that_was_typed_is_in_the_line_when_the_rest_is_broken_off(home):
    with Terminal(home, "time", "add", "--week", "2026-11-16") as at:
        at.sees("promised for that week?")
        at.types("8", ENTER)
        at.sees("really had?")
        at.types(CTRL_C)
        assert at.ends() == 130
        assert "try: medpivot time add --week 2026-11-16 --promised 8" in at.shown


def test_the_hours_of_a_week_are_asked_with_last_times_promise_standing_there(home, run):
    run("time", "add", "--promised", "8", "--delivered", "5", "--week", "2026-11-09")
    with Terminal(home, "time", "add") as at:
        at.sees("Which week?")
        at.types(ENTER)
        at.sees("Education hours you were promised for that week?", "> 8")
        at.types("\x15", "0.3", ENTER)
        at.sees("can be read in two ways")
        at.types(" FTE", ENTER)
        at.sees("Education hours that you really had?")
        at.types("2 half-days", ENTER)
        assert at.ends() == 0
    newest = json.loads(run("time", "list", "--json").out)["ledger"][0]
    assert (newest["week"], newest["promised"], newest["delivered"]) == ("2026-11-16", 12, 8)
