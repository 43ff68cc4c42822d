from contextlib import suppress
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medpivot.domain.ledger import ratio
from medpivot.domain.typed_hours import amount_meant, hours_meant, week_problem
from medpivot.domain.week import CATEGORIES
from time_examples import TEN_HALF_DAYS, VA, WALES


def meant(raw, week=TEN_HALF_DAYS, **more):
    return amount_meant(raw, lambda: week, **more)


def test_three_tenths_of_a_post_promised_and_two_half_days_there_are_two_thirds():
    promised, there = meant("0.3 FTE", promised=True), meant("2 half-days")
    assert (promised.hours, there.hours) == (12, 8)
    assert ratio(promised.hours, there.hours) == Fraction(2, 3)
    assert promised.said == "0.3 FTE of 40 hours"
    assert there.said == "2 half-days of 4 hours"


@pytest.mark.parametrize(
    ("raw", "week", "hours", "said"),
    [
        ("8", TEN_HALF_DAYS, "8", ""),
        ("7.5 h", TEN_HALF_DAYS, "7.5", ""),
        ("6 hours a week", TEN_HALF_DAYS, "6", ""),
        ("6hrs/week", TEN_HALF_DAYS, "6", ""),
        (" 0 ", TEN_HALF_DAYS, "0", ""),
        ("30%", TEN_HALF_DAYS, "12", "30 percent of 40 hours"),
        ("30 percent", WALES, "11.25", "30 percent of 37.5 hours"),
        (".3FTE", WALES, "11.25", "0.3 FTE of 37.5 hours"),
        ("1 half day", VA, "5", "1 half-day of 5 hours"),
        ("2 sessions", WALES, "7.5", "2 half-days of 3.75 hours"),
        ("1.5 FTE", TEN_HALF_DAYS, "60", "1.5 FTE of 40 hours"),
    ],
)
def test_hours_shares_and_half_days_are_understood_with_how_they_were_counted(
    raw, week, hours, said
):
    found = meant(raw, week)
    assert (found.hours, found.said) == (Decimal(hours), said)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("", "is not a number of hours; write 12, 0.3 FTE or 2 half-days"),
        ("nan", "is not a number"),
        ("inf", "is not a number"),
        ("1e3", "is not a number"),
        ("eight", "is not a number"),
        ("٣", "is not a number"),
        ("-3", "is less than 0"),
        ("\u22123 hours", "is less than 0"),
        ("-0.3 FTE", "is less than 0"),
        ("7:30", "is a clock time; write 7.5"),
        ("1,500", "can be read in two ways; write it without a comma"),
        ("169", "more than the 168 hours of a week"),
        ("99999999", "is not a number"),
        ("50 half-days", "more than 1.5 of a post"),
        ("1.6 FTE", "more than 1.5 of a post"),
        ("160%", "more than 1.5 of a post"),
        ("16 half-days", "more than 1.5 of a post"),
        ("8 days", "is not a number of hours"),
        ("8\n9", "is not a number of hours"),
        ("x" * 500, r"'x{40}\.\.\.' is not"),
    ],
)
def test_what_is_no_amount_is_refused_with_the_reason(raw, reason):
    with pytest.raises(ValueError, match=reason):
        meant(raw)


def test_a_bare_promise_under_one_is_not_guessed_at():
    with pytest.raises(ValueError, match=r"two ways; write '0\.3 FTE' or '0\.3 hours'"):
        meant("0.3", promised=True)
    assert meant("0.3 hours", promised=True).hours == Decimal("0.3")
    assert meant("0.5").hours == Decimal("0.5")
    assert meant("0", promised=True).hours == 0


def test_how_a_post_is_counted_is_looked_up_only_where_it_is_needed():
    def never():
        raise AssertionError

    assert amount_meant("8", never).hours == 8


@pytest.mark.parametrize("raw", ["0.3 FTE", "30%", "2 half-days"])
def test_the_hours_of_a_kind_of_work_are_hours(raw):
    with pytest.raises(ValueError, match="is not in hours"):
        hours_meant(raw)


@given(st.decimals(0, 168, places=2))
def test_every_number_of_hours_a_week_has_is_taken_as_it_is(hours):
    assert hours_meant(f"{hours:f}") == hours


@given(st.text(max_size=40))
def test_no_text_makes_hours_that_a_week_does_not_have(text):
    for understood in (hours_meant, lambda raw: meant(raw).hours):
        with suppress(ValueError):
            assert 0 <= understood(text) <= 168


def test_a_week_has_168_hours():
    assert week_problem(dict.fromkeys(CATEGORIES, Decimal(21))) == ""
    assert "together they are 168.1 hours" in week_problem(
        {**dict.fromkeys(CATEGORIES, Decimal(21)), "other": Decimal("21.1")}
    )


@pytest.mark.parametrize(("raw", "hours"), [("7,5", "7.5"), ("7,5 h", "7.5"), ("7,25h", "7.25")])
def test_a_decimal_comma_is_a_point(raw, hours):
    assert meant(raw).hours == Decimal(hours)
