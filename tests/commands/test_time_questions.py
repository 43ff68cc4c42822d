"""The questions of `time`, answered by keys in a terminal kept in memory."""

from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from conftest import TODAY
from medpivot import catalogue
from medpivot.commands.time_questions import ask_entry, ask_meaningful, ask_week
from medpivot.domain.typed_hours import Amount
from medpivot.domain.week import CATEGORIES, Weeks
from medpivot.errors import Interrupted
from medpivot.session import Session
from medpivot.store.ledger import Ledger
from time_examples import MONDAY, a_week, entry, weeks_before

ENTER, DOWN, END = "\r", "\x1b[B", "\x1b[F"
BACK, CTRL_C, CLEAR = "\x02", "\x03", "\x15"
ZEROS = "0\r"
SKIP_MEANINGFUL = END + ENTER


@contextmanager
def keys(*typed):
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text("".join(typed))
        yield


NOTHING_NOTED = Weeks()


def week(which, *typed, weeks=NOTHING_NOTED, monday=None):
    with keys(*typed):
        return ask_week(weeks, which, catalogue.load_time(), TODAY, monday)


def test_eight_answers_make_a_week_and_enter_alone_notes_nothing():
    asked = week("wanted", "20\r", "4.5 h\r", ENTER, *[ZEROS] * 5)
    expected = {**dict.fromkeys(CATEGORIES, Decimal(0)), "patients": 20, "charting": Decimal("4.5")}
    assert asked.hours == {**expected, "call": None}
    assert (asked.monday, asked.meaningful) == (None, None)


def test_the_week_as_it_is_is_asked_for_its_date_and_for_what_means_most():
    asked = week("actual", DOWN + ENTER, *[ZEROS] * 8, DOWN * 3 + ENTER)
    assert (asked.monday, asked.meaningful) == (weeks_before(1), "teaching")
    assert week("actual", ENTER, *[ZEROS] * 8, SKIP_MEANINGFUL).meaningful is None


def test_what_was_given_or_said_before_is_not_asked():
    asked = week("actual", *[ZEROS] * 8, weeks=Weeks(meaningful="call"), monday=weeks_before(5))
    assert (asked.monday, asked.meaningful) == (weeks_before(5), None)


def test_what_was_noted_stands_there_and_is_cleared_by_clearing_it():
    weeks = Weeks(wanted=a_week(patients=20, charting=4))
    asked = week("wanted", ENTER, CLEAR + ENTER, *[ENTER] * 6, weeks=weeks)
    assert asked.hours["patients"] == 20
    assert asked.hours["charting"] is None


def test_going_back_keeps_the_answers_and_stops_at_the_first_question():
    asked = week("wanted", "20\r", "8\r", BACK, BACK, BACK, CLEAR + "21\r", ENTER, *[ZEROS] * 6)
    assert (asked.hours["patients"], asked.hours["charting"]) == (21, 8)


def test_going_back_from_what_means_most_returns_to_the_hours():
    asked = week("actual", ENTER, *[ZEROS] * 8, BACK, CLEAR + "3\r", ENTER)
    assert (asked.hours["other"], asked.meaningful) == (3, "patients")


def test_hours_that_cannot_be_are_asked_again():
    asked = week("wanted", "-3\r", CLEAR + "100\r", "90\r", CLEAR + "60\r", *[ZEROS] * 6)
    assert (asked.hours["patients"], asked.hours["charting"]) == (100, 60)


def test_breaking_off_gives_the_line_that_goes_on_from_there():
    with pytest.raises(Interrupted) as stop:
        week("actual", DOWN + ENTER, "30\r", ENTER, "4.5\r", CTRL_C)
    assert stop.value.message == "Stopped. Nothing is kept."
    line = "medpivot time week actual --week 2026-11-09 --patients 30 --call 4.5"
    assert stop.value.hint == line
    with pytest.raises(Interrupted) as stop:
        week("actual", CTRL_C)
    assert stop.value.hint == ""


def test_what_means_most_is_asked_alone():
    with keys(DOWN * 4 + ENTER):
        assert ask_meaningful(catalogue.load_time()) == "curriculum"


def test_a_week_of_promised_hours_is_asked_with_the_last_promise_standing_there(home):
    ledger = Ledger((entry(12, 8, weeks_before(2)),))
    with keys(ENTER, ENTER, "\r", "2 half-days\r"):
        monday, amounts = ask_entry(Session(home, TODAY), ledger, None, {})
    assert monday == MONDAY
    assert amounts["--promised"].hours == 12
    assert amounts["--delivered"] == Amount(Decimal(8), "2 half-days of 4 hours")


def test_only_what_was_not_given_is_asked(home):
    given = {"--delivered": Amount(Decimal(5))}
    with keys("0.3\r", " FTE\r"):
        monday, amounts = ask_entry(Session(home, TODAY), Ledger(), weeks_before(1), given)
    assert (monday, amounts["--promised"].hours, amounts["--delivered"].hours) == (
        weeks_before(1),
        12,
        5,
    )


def test_asked_on_a_terminal_what_is_answered_is_kept(run, monkeypatch):
    monkeypatch.setattr(Session, "interactive", property(lambda _: True))
    with keys(ENTER, "30\r", *[ZEROS] * 7, ENTER):
        assert run("time", "week", "actual").code == 0
    with keys(ENTER, "8\r", "5\r"):
        assert run("time", "add").code == 0
    with keys(DOWN * 3 + ENTER):
        result = run("time", "meaningful")
    assert "What means most to you: teaching." in result.err
    assert "Kept for" not in result.err
    listed = run("time", "list", "--plain").out.split()
    assert listed[1:4] == ["2026-11-16", "8", "5"]


def test_a_promise_of_less_than_an_hour_is_offered_as_hours(home):
    ledger = Ledger((replace(entry(), promised=Decimal("0.5"), week=weeks_before(1)),))
    with keys(ENTER, "0\r"):
        amounts = ask_entry(Session(home, TODAY), ledger, MONDAY, {})[1]
    assert amounts["--promised"].hours == Decimal("0.5")
