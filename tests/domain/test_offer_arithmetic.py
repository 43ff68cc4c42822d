from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from job_examples import EIGHTHS, NINE, WEEK, job
from medpivot.domain.jobs import FullWeek
from medpivot.domain.offer_arithmetic import (
    clinical_percent,
    delivered_ratio,
    hidden_target,
    hourly_pay,
    hours_of_share,
    scaled_target,
    share_of_half_days,
    week_sum,
)

D = Decimal
WALES = FullWeek(D(10), D("3.75"), D("37.5"))

figures = st.decimals(0, D("1.5"), places=2)


def test_four_tenths_for_education_and_eight_clinical_half_days_are_more_than_a_post():
    parts = week_sum(job({"clinical_half_days": 8, "education_fte": 0.4}), WEEK)
    assert parts.total == Fraction(12, 10)
    assert parts.total_hours == 48


def test_three_tenths_promised_and_two_half_days_delivered_are_two_thirds():
    assert delivered_ratio(D("0.3"), D(2), WEEK) == Fraction(2, 3)


def test_a_target_of_5000_is_3000_at_six_tenths_and_2000_are_hidden_if_it_stays():
    scaled = scaled_target(D(5000), D("0.6"), D(1))
    assert scaled == 3000
    assert hidden_target(D(5000), scaled) == 2000


@pytest.mark.parametrize(
    ("week", "share", "hours"),
    [
        (WEEK, Fraction(12, 10), 48),
        (NINE, Fraction(8, 9) + Fraction(4, 10), Fraction(464, 9)),
        (EIGHTHS, Fraction(14, 10), 56),
        (WALES, Fraction(12, 10), 45),
    ],
)
def test_another_way_of_counting_gives_another_week(week, share, hours):
    parts = week_sum(job({"clinical_half_days": 8, "education_fte": 0.4}), week)
    assert (parts.total, parts.total_hours) == (share, hours)


def test_two_half_days_are_more_of_the_promise_where_half_days_are_longer():
    assert delivered_ratio(D("0.3"), D(2), EIGHTHS) == Fraction(10, 12)


def test_nothing_promised_has_no_ratio_and_no_hours_no_hourly_pay():
    assert delivered_ratio(D(0), D(2), WEEK) is None
    assert hourly_pay(D(200000), D(0), D(46)) is None


def test_a_target_cannot_be_scaled_from_no_clinical_time():
    with pytest.raises(ValueError, match="no clinical time"):
        scaled_target(D(5000), D("0.6"), D(0))


def test_pay_an_hour_is_over_the_hours_and_weeks_worked():
    assert hourly_pay(D(230000), D(50), D(46)) == 100


def test_shares_hours_and_half_days_are_the_same_thing():
    assert share_of_half_days(D(4), WEEK) == Fraction(4, 10)
    assert hours_of_share(D("0.4"), WEEK) == 16


@pytest.mark.parametrize("gone", ["clinical_half_days", "education_fte"])
def test_a_sum_with_an_unknown_part_is_unknown_but_at_least_the_rest(gone):
    known = {"clinical_half_days": 8, "education_fte": 0.4}
    known.pop(gone)
    parts = week_sum(job(known), WEEK)
    assert parts.total is None
    assert parts.total_hours is None
    assert parts.known == sum((Fraction(8, 10), Fraction(4, 10))) - (
        Fraction(8, 10) if gone == "clinical_half_days" else Fraction(4, 10)
    )


def test_of_a_stated_and_a_counted_clinical_share_the_larger_counts():
    counted = week_sum(job({"clinical_half_days": 8, "clinical_fte": 0.6}), WEEK)
    stated = week_sum(job({"clinical_half_days": 4, "clinical_fte": 0.6}), WEEK)
    assert (counted.clinical, stated.clinical) == (Fraction(8, 10), Fraction(6, 10))
    assert counted.counted


def test_the_clinical_percent_needs_the_paid_share_and_never_passes_a_hundred():
    assert clinical_percent(week_sum(job({"clinical_half_days": 6}), WEEK)) is None
    full = week_sum(job({"clinical_half_days": 9, "fte": 0.8}), WEEK)
    assert clinical_percent(full) == 100
    half = week_sum(job({"clinical_half_days": 4, "fte": 0.8}), WEEK)
    assert clinical_percent(half) == 50


@given(figures, figures, st.integers(0, 15))
def test_the_parts_always_add_up_to_the_sum(education, other, half_days):
    parts = week_sum(
        job({"education_fte": education, "other_fte": other, "clinical_half_days": half_days}),
        WEEK,
    )
    assert parts.total == parts.clinical + parts.education + parts.other
    assert parts.total_hours == 40 * parts.total


@given(
    st.decimals(1, 9999, places=0),
    st.decimals(D("0.1"), 1, places=2),
    st.decimals(D("0.1"), 1, places=2),
)
def test_scaling_there_and_back_gives_the_same_target(target, new, old):
    scaled = scaled_target(target, new, old)
    assert scaled * Fraction(old) / Fraction(new) == Fraction(target)
