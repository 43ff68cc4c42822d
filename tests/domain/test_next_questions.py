import pytest
from catalogue_fixture import INTERVIEW, KEEN, answers

from medpivot.domain.next_questions import next_questions
from medpivot.domain.wants import wanted


def asked(person, *, little):
    return next_questions(person, INTERVIEW, wanted(person, INTERVIEW), too_little_said=little)


@pytest.mark.parametrize(
    ("person", "questions"),
    [
        (answers(), ("free-week", "energy")),
        (answers(free_week=["rest"]), ("energy", "learners")),
        (answers(energy=["diagnosis"]), ("free-week", "learners")),
        (answers(energy=["diagnosis"], free_week=["rest"]), ("learners", "study-interest")),
        (
            answers(
                energy=["diagnosis"],
                free_week=["rest"],
                learners=["no-preference"],
                study_interest="no",
            ),
            ("free-week", "energy"),
        ),
    ],
)
def test_with_too_little_said_the_questions_that_tell_most_come_first(person, questions):
    assert asked(person, little=True) == questions


def test_otherwise_the_most_important_skipped_ones_are_named():
    without = KEEN.with_value("hard-trade", None).with_value("schedule", None)
    assert asked(without, little=False) == ("hard-trade", "schedule")


def test_with_everything_answered_nothing_is_left_to_ask():
    assert asked(KEEN, little=False) == ()


def test_a_floor_is_not_asked_for_where_the_accepted_cut_is_known():
    assert asked(KEEN.with_value("income-floor", None), little=False) == ()
