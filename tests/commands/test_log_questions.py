"""The five questions of `log`, answered by keys in a terminal kept in memory."""

from contextlib import contextmanager
from datetime import date

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from activity_examples import VOCABULARY
from medpivot.commands.log_questions import ask_activity, ask_kind, command_words
from medpivot.domain.activities import Rating
from medpivot.domain.typed_activity import Typed, new_activity
from medpivot.errors import Interrupted

TODAY = date(2026, 11, 22)
ENTER, DOWN, UP, END = "\r", "\x1b[B", "\x1b[A", "\x1b[F"
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
    typed = asked("Blood gas\r", DOWN + ENTER, ENTER, "7\r", DOWN * 2 + ENTER, ENTER)
    assert typed == Typed(
        title="Blood gas", kind="small-group", date="today", learners="7", energy="1"
    )
    assert new_activity("aaaabbbb", typed, VOCABULARY, TODAY)[1] == []


def test_enter_alone_claims_neither_learners_nor_a_feeling():
    typed = asked("Talk\r", ENTER, "yesterday\r", ENTER, ENTER, ENTER)
    assert typed == Typed(title="Talk", kind="lecture", date="yesterday")


def test_an_empty_title_is_asked_again():
    assert asked(ENTER, "  \r", CLEAR, "Talk\r", *[ENTER] * 5).title == "Talk"


def test_a_day_is_typed_and_one_to_come_is_asked_again():
    typed = asked("Talk\r", ENTER, "tomorrow\r", CLEAR, "last tuesday\r", *[ENTER] * 3)
    assert typed.date == "last tuesday"
    activity, _ = new_activity("aaaabbbb", typed, VOCABULARY, TODAY)
    assert activity.date == date(2026, 11, 17)


def test_a_day_typed_before_going_back_is_still_there():
    typed = asked("Talk\r", ENTER, "yesterday\r", BACK, *[ENTER] * 4)
    assert typed.date == "yesterday"


def test_hours_learners_and_a_rating_can_be_added_after_the_fifth_question():
    typed = asked(
        *("Talk\r", ENTER, ENTER, "7\r", ENTER),
        *(DOWN + ENTER, "1:30\r", CLEAR, "1.5\r"),
        *(DOWN * 2 + ENTER, " " + DOWN + " \r"),
        *(DOWN * 3 + ENTER, "8.1/9\r", "12\r"),
        ENTER,
    )
    assert (typed.contact_hours, typed.levels) == ("1.5", ("student", "intern"))
    activity, problems = new_activity("aaaabbbb", typed, VOCABULARY, TODAY)
    assert problems == []
    assert activity.rating == Rating(mean=8.1, raters=12, scale=9)


def test_a_rating_outside_its_scale_is_asked_again_and_going_back_drops_it():
    typed = asked(
        *("Talk\r", ENTER, ENTER, ENTER, ENTER),
        *(DOWN * 3 + ENTER, "8.1\r", CLEAR, "4.1\r", BACK),
        ENTER,
    )
    assert typed.mean is None


def test_going_back_keeps_the_earlier_answers():
    typed = asked(
        *("Talk\r", DOWN + ENTER, ENTER, "7\r"),
        *(BACK, BACK, BACK, BACK),
        *(" two\r", ENTER, ENTER, ENTER, ENTER, ENTER),
    )
    assert (typed.title, typed.kind, typed.learners) == ("Talk two", "small-group", "7")


def test_going_back_from_the_offer_leads_to_the_energy():
    typed = asked("Talk\r", ENTER, ENTER, ENTER, ENTER, BACK, DOWN + ENTER, ENTER)
    assert typed.energy == "2"


def test_other_work_is_asked_neither_for_learners_nor_for_more():
    clinic = END + UP + ENTER
    typed = asked("Clinic\r", clinic, ENTER, BACK, ENTER, END + UP + ENTER)
    assert (typed.kind, typed.learners, typed.energy) == ("clinic", None, "-1")


def test_breaking_off_gives_the_line_that_goes_on_from_there():
    with pytest.raises(Interrupted) as stop:
        asked("Grand rounds: what's new\r", DOWN + ENTER, "yesterday\r", "7\r", CTRL_C)
    assert "Nothing is logged" in stop.value.message
    assert stop.value.hint == (
        """medpivot log add 'Grand rounds: what'"'"'s new' --kind small-group """
        "--on yesterday --learners 7"
    )


def test_breaking_off_in_the_offer_keeps_what_was_added():
    with pytest.raises(Interrupted) as stop:
        asked("Talk\r", *[ENTER] * 4, DOWN + ENTER, "1.5\r", CTRL_C)
    assert stop.value.hint == "medpivot log add Talk --kind lecture --on today --hours 1.5"


def test_the_line_that_types_it_again_says_everything_that_was_answered():
    typed = Typed(
        title="Talk",
        kind="lecture",
        date="today",
        levels=("intern", "student"),
        mean="8.1",
        scale="9",
        raters="12",
    )
    assert " ".join(command_words(typed)) == (
        "medpivot log add Talk --kind lecture --on today --level intern --level student "
        "--rating 8.1 --scale 9 --raters 12"
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
