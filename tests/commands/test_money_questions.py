"""The questions of `money ask` and of the training decision, answered by keys."""

from contextlib import contextmanager

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from conftest import TODAY
from medpivot import catalogue
from medpivot.commands.money_questions import ask_figures
from medpivot.commands.training_decision import keep, walk
from medpivot.errors import Interrupted
from medpivot.session import Session
from medpivot.store import programs
from money_examples import ROLE, STAY, result
from terminal import Terminal

ENTER, DOWN, END = "\r", "\x1b[B", "\x1b[F"
BACK, CTRL_C, CLEAR = "\x02", "\x03", "\x15"
QUESTIONS = 16


@contextmanager
def keys(*typed):
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text("".join(typed))
        yield


def asked(*typed, **entered):
    with keys(*typed):
        return ask_figures(result(**entered))


def test_enter_alone_keeps_what_is_there_and_enters_nothing():
    assert asked(ENTER * QUESTIONS, stay=STAY, role=ROLE) == []
    assert asked(ENTER * QUESTIONS, currency="") == []


def test_what_is_typed_becomes_settings_and_a_cleared_figure_is_taken_back():
    typed = ("usd\r", CLEAR, "290k\r", ENTER * 6, CLEAR, ENTER, ENTER * 7)
    assert asked(*typed, stay=STAY, role=ROLE, currency="") == [
        "currency=usd",
        "stay.pay=290k",
        "role.pay=",
    ]


def test_what_cannot_be_is_asked_again_until_it_can():
    typed = (ENTER, CLEAR, "-5\r", CLEAR, "5\r", ENTER, ENTER * (QUESTIONS - 2))
    assert asked(*typed, stay=STAY, role=ROLE) == ["stay.pay=5"]


@pytest.mark.parametrize("wrong", ["290 000", "290000", "U5D", "x" * 30])
def test_a_sum_is_not_taken_for_the_name_of_a_currency(wrong):
    typed = (f"{wrong}\r", CLEAR, "chf\r", CLEAR, "290 000\r", ENTER * (QUESTIONS - 2))
    assert asked(*typed, stay=STAY, role=ROLE, currency="") == ["currency=chf", "stay.pay=290 000"]


def test_a_yearly_sum_that_looks_like_thousands_is_questioned_once_and_may_stand():
    typed = (ENTER, CLEAR, "220\r", CLEAR, "220k\r", ENTER * (QUESTIONS - 2))
    assert asked(*typed, stay=STAY, role=ROLE) == ["stay.pay=220k"]
    kept = (ENTER, CLEAR, "220\r", ENTER, ENTER * (QUESTIONS - 2))
    assert asked(*kept, stay=STAY, role=ROLE) == ["stay.pay=220"]


def test_one_can_go_back_a_question():
    typed = (ENTER, CLEAR, "5\r", ENTER, BACK, CLEAR, "6\r", ENTER, ENTER * (QUESTIONS - 2))
    assert asked(*typed, stay=STAY, role=ROLE) == ["stay.pay=6"]


def test_breaking_off_enters_nothing_and_says_how_to_go_on():
    with pytest.raises(Interrupted) as stopped:
        asked(ENTER, CLEAR, "5\r", CTRL_C, stay=STAY, role=ROLE)
    assert stopped.value.hint == "medpivot money set stay.pay=5"


def test_a_program_that_says_it_is_not_asked_again():
    from decimal import Decimal

    from medpivot.domain.programs import Program, Programs

    one = Programs((Program("mhpe", "MHPE", "masters", cost=Decimal(5), months=12),))
    assert asked(ENTER * 12, stay=STAY, role=ROLE, programs=one) == []


def test_the_open_questions_of_the_decision_are_asked_and_kept(home):
    session = Session(home, TODAY)
    # a role heavy in leadership; clinical time can be cut; interesting; a part-time degree
    with keys(ENTER, ENTER, ENTER, DOWN * 2 + ENTER):
        walked = walk(session, None, asking=True)
    assert walked.decision.route == "masters"
    assert walked.asked == {
        "target": "yes",
        "reduce-clinical": "yes",
        "study-interest": "yes",
        "training": "part-time-degree",
    }
    keep(session, walked)
    assert dict(programs.load(home).content.decided.answers) == walked.asked
    again = walk(session, None, asking=False)
    assert again.decision.route == "masters"


def test_a_question_of_the_decision_can_be_left_out(home):
    with keys(END + ENTER, END + ENTER):
        walked = walk(Session(home, TODAY), None, asking=True)
    assert walked.decision.route == "local"
    assert walked.asked == {}


@pytest.mark.terminal
def test_in_a_terminal_the_decision_is_asked_drawn_and_kept(home, run):
    path = catalogue.data_folder() / "samples" / "pediatrician-residents.toml"
    assert run("assess", "--answers", str(path), "--json").code == 0
    with Terminal(home, "training", rows=50) as terminal:
        terminal.sees("heavy in leadership")
        terminal.types(ENTER)
        terminal.sees("Build scholarship and network", "Next")
    assert dict(programs.load(home).content.decided.answers) == {"target": "yes"}


def test_what_was_typed_is_given_back_where_it_cannot_be_entered(home, run):
    assert run("money", "set", "stay.pay=290k USD").code == 0
    with Terminal(home, "money", "ask") as terminal:
        terminal.sees("Which currency")
        terminal.types(CLEAR, "EUR", ENTER)
        terminal.sees("What do you earn")
        terminal.types(CLEAR, "300k", ENTER)
        for number in range(3, QUESTIONS + 1):
            terminal.sees(f"{number} of {QUESTIONS}")
            terminal.types(ENTER)
        terminal.sees("nothing is converted here", "medpivot money set currency=EUR stay.pay=300k")
