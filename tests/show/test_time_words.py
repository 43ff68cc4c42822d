from datetime import date
from fractions import Fraction

import pytest

from conftest import TODAY
from medpivot import catalogue
from medpivot.domain.ledger import drift
from medpivot.domain.week import Answered, WeekHours, meaningful_share
from medpivot.show.time_words import (
    change,
    cross_check,
    drift_words,
    entry_words,
    kept_week,
    meaningful_words,
    percent,
)
from time_examples import RULE, a_week, entry, four_weeks, weeks_before, whole


@pytest.mark.parametrize(
    ("share", "line", "said"),
    [
        (Fraction(11, 16), 80, "69"),
        (Fraction(1, 8), 0, "13"),
        (Fraction(796, 1000), 80, "79.6"),
        (Fraction(79999, 100000), 80, "79.9"),
        (Fraction(8, 10), 80, "80"),
        (Fraction(199, 1000), 20, "19.9"),
        (Fraction(5, 4), 80, "125"),
    ],
)
def test_a_share_is_a_whole_percent_that_never_reaches_a_line_by_rounding(share, line, said):
    assert percent(share, line) == said


@pytest.mark.parametrize(
    ("week", "said"),
    [
        (whole(teaching=10, patients=30), "10 hours, 25 percent of the week. That reaches"),
        (whole(teaching=1, patients=39), "1 hour, 3 percent of the week. That is under"),
        (whole(), "holds no hours"),
        (a_week(patients=3), "its hours are not noted"),
        (a_week(patients=3, teaching=3), "at most 50 percent of the week. Whether that reaches"),
    ],
)
def test_the_line_is_said_in_words_whatever_is_known(week, said):
    found = meaningful_share(week, "teaching", 20)
    assert said in meaningful_words(found, "teaching", catalogue.load_time())


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        (four_weeks(5, 5, 5, 7), "32 hours in the last four weeks and had 22: 69 percent."),
        (four_weeks(5), "8 hours in the week of Monday 16 Nov 2026 and had 5: 63 percent."),
        (
            [entry(8, 8, weeks_before(count)) for count in (13, 12, 11, 10)],
            "32 hours in the four weeks from 17 Aug 2026 to 13 Sep 2026 and had 32",
        ),
        ([entry(0, 3)], ""),
        ([], ""),
    ],
)
def test_the_weeks_that_were_added_up_are_named(entries, said):
    words = drift_words(drift(entries, RULE), RULE, TODAY)
    assert said in words
    assert bool(said) == bool(words)


def test_an_entry_without_a_promise_has_no_percent():
    assert entry_words(entry(0, 3), 80) == "nothing promised, 3 hours delivered"


def test_an_answer_that_was_not_given_is_not_compared():
    week = whole(patients=30, teaching=10)
    said = cross_check(Answered(None, None, 90), week, Fraction(3, 4))
    assert "your answers gave 90 percent clinical; the week noted here has 40 hours, 75" in said
    assert cross_check(Answered(date(2026, 11, 20), None, None), week, None) == ""
    assert cross_check(Answered(None, 50, None), WeekHours(), None) == ""


def test_small_words_are_right():
    assert change(None) == "-"
    assert "nothing is noted any more" in kept_week("wanted", WeekHours())
