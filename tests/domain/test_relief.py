"""A forgotten burnout level leaves a day before which nothing has to be decided, and no more."""

from datetime import date, timedelta

import pytest

from medpivot import catalogue
from medpivot.domain.answers import Answers
from medpivot.domain.assessing import assess
from medpivot.domain.relief import (
    NOT_NOW_UNTIL,
    relief_from_file,
    still_at_rest,
    still_holding,
    with_relief,
)

TODAY = date(2026, 11, 22)
UNTIL = "2027-01-17"
READY = catalogue.load_sample("hospitalist-students").answers.with_value("burnout-level", None)


def concluded(answers):
    return assess(answers, catalogue.load_interview(), catalogue.load_roles()).verdict


def test_the_day_does_what_the_level_did():
    by_level = concluded(READY.with_value("burnout-level", 5))
    by_day = concluded(READY.with_value(NOT_NOW_UNTIL, UNTIL))
    assert by_day.not_now
    assert (by_day.id, by_day.headline) == (by_level.id, by_level.headline)
    assert "before 17 January 2027" in by_day.reasons[0]
    assert "burnout" not in " ".join(by_day.reasons)


def test_a_new_level_counts_before_the_day():
    assert not concluded(
        Answers({**READY.values, NOT_NOW_UNTIL: UNTIL, "burnout-level": 2})
    ).not_now


def test_the_day_ends_by_itself():
    waiting = READY.with_value(NOT_NOW_UNTIL, UNTIL)
    day = date.fromisoformat(UNTIL)
    assert still_holding(waiting, day - timedelta(days=1)) == waiting
    assert still_holding(waiting, day) == READY


@pytest.mark.parametrize(
    ("level", "kept", "was", "not_now", "stays"),
    [
        (5, False, None, True, UNTIL),
        (5, True, None, True, None),
        (2, False, "2026-12-01", False, None),
        (2, True, "2026-12-01", False, None),
        (5, False, "2026-12-01", True, UNTIL),
        (None, False, "2026-12-01", True, "2026-12-01"),
        (None, False, None, False, None),
    ],
)
def test_what_stays_beside_the_kept_answers(level, kept, was, not_now, stays):
    given = READY.with_value(NOT_NOW_UNTIL, was).with_value("burnout-level", level)
    may = given if kept else given.with_value("burnout-level", None)
    saved = with_relief(given, may, TODAY, not_now=not_now)
    assert saved.values.get(NOT_NOW_UNTIL) == stays
    assert saved.gave("burnout-level") is (kept and level is not None)


def test_skipping_the_question_next_time_does_not_end_it():
    before = READY.with_value(NOT_NOW_UNTIL, UNTIL)
    assert concluded(still_at_rest(READY, before)).not_now
    assert not concluded(still_at_rest(READY.with_value("burnout-level", 1), before)).not_now


@pytest.mark.parametrize("raw", [date(2027, 1, 17), UNTIL])
def test_a_file_may_say_it_as_a_date_or_as_text(raw):
    assert relief_from_file(raw) == UNTIL


@pytest.mark.parametrize("raw", [5, "", "soon", ["2027-01-17"], True])
def test_what_is_no_date_is_refused(raw):
    with pytest.raises(ValueError, match="must be a date"):
        relief_from_file(raw)
