"""The five questions of `log`, answered by keys in a terminal kept in memory."""

from contextlib import contextmanager
from datetime import date

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from activity_examples import VOCABULARY
from medpivot.commands.log_questions import ask_activity, ask_kind
from medpivot.domain.typed_activity import Typed, new_activity
from medpivot.errors import Interrupted

TODAY = date(2026, 11, 22)
ENTER, DOWN, UP = "\r", "\x1b[B", "\x1b[A"
BACK, CTRL_C, CLEAR = "\x02", "\x03", "\x15"


@contextmanager
def keys(*typed):
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text("".join(typed))
        yield


def asked(*typed):
    with keys(*typed):
        return ask_activity(VOCABULARY, TODAY)


def test_five_answers_make_an_activity():
    typed = asked("Blood gas\r", DOWN + ENTER, ENTER, "7\r", UP + ENTER)
    assert typed == Typed(
        title="Blood gas", kind="small-group", date="today", learners="7", energy="1"
    )
    assert new_activity("aaaabbbb", typed, VOCABULARY, TODAY)[1] == []


def test_enter_alone_leaves_learners_unknown_and_the_last_row_the_energy():
    typed = asked("Talk\r", ENTER, DOWN + ENTER, ENTER, UP * 3 + ENTER)
    assert typed == Typed(title="Talk", kind="lecture", date="yesterday")


def test_an_empty_title_is_asked_again():
    assert asked(ENTER, "  \r", CLEAR, "Talk\r", ENTER, ENTER, ENTER, ENTER).title == "Talk"


def test_another_day_is_typed_and_one_to_come_is_asked_again():
    other = DOWN + DOWN + ENTER
    typed = asked("Talk\r", ENTER, other, "tomorrow\r", CLEAR, "last friday\r", ENTER, ENTER)
    assert typed.date == "last friday"


def test_going_back_keeps_the_earlier_answers():
    typed = asked(
        *("Talk\r", DOWN + ENTER, ENTER, "7\r"),
        *(BACK, BACK, BACK, BACK),
        *(" two\r", ENTER, ENTER, ENTER, ENTER),
    )
    assert (typed.title, typed.kind, typed.learners) == ("Talk two", "small-group", "7")


def test_other_work_is_not_asked_for_learners_and_back_skips_that_question_too():
    clinic = UP + UP + ENTER
    typed = asked("Clinic\r", clinic, ENTER, BACK, ENTER, DOWN + ENTER)
    assert (typed.kind, typed.learners, typed.energy) == ("clinic", None, "-1")


def test_breaking_off_gives_the_line_that_goes_on_from_there():
    with pytest.raises(Interrupted) as stop:
        asked("Grand rounds: what's new\r", DOWN + ENTER, DOWN + ENTER, "7\r", CTRL_C)
    assert "Nothing is logged" in stop.value.message
    assert stop.value.hint == (
        """medpivot log add 'Grand rounds: what'"'"'s new' --kind small-group """
        "--on yesterday --learners 7"
    )


def test_breaking_off_in_the_first_question_gives_back_what_was_typed():
    with pytest.raises(Interrupted) as stop:
        asked("Half a tit", CTRL_C)
    assert stop.value.hint == "medpivot log add 'Half a tit'"


def test_breaking_off_before_a_word_gives_no_line():
    with pytest.raises(Interrupted) as stop:
        asked(CTRL_C)
    assert stop.value.hint == ""


def test_only_the_kind_is_asked_where_only_that_is_missing():
    with keys(DOWN + DOWN + ENTER):
        assert ask_kind(VOCABULARY) == "guide"
