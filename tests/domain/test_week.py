from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medpivot.domain.week import (
    CATEGORIES,
    WeekHours,
    Weeks,
    difference,
    meaningful_share,
    share_of,
    total_difference,
)
from time_examples import MONDAY, a_week, weeks, weeks_before, whole, whole_weeks


@pytest.mark.parametrize(
    ("week", "against", "share"),
    [
        (whole(teaching=4, patients=36), "under", Fraction(1, 10)),
        (whole(teaching=8, patients=32), "reaches", Fraction(1, 5)),
        # a sum of floats would put this a hair under the line
        (whole(teaching=5.6, patients=22.4), "reaches", Fraction(1, 5)),
        (whole(teaching=7.99, patients=32), "under", Fraction(799, 3999)),
        (whole(teaching=0, patients=40), "under", Fraction(0)),
        (whole(teaching=40), "reaches", Fraction(1)),
    ],
)
def test_a_whole_week_is_under_the_line_or_reaches_it(week, against, share):
    found = meaningful_share(week, "teaching", 20)
    assert (found.against, found.share, found.at_most) == (against, share, False)


def test_with_hours_missing_a_week_can_be_under_the_line_and_never_reaches_it():
    assert meaningful_share(a_week(teaching=2, patients=38), "teaching", 20).against == "under"
    found = meaningful_share(a_week(teaching=20, patients=20), "teaching", 20)
    assert (found.against, found.at_most) == ("unknown", True)


@pytest.mark.parametrize(
    ("week", "category"),
    [
        (WeekHours(), "teaching"),
        (a_week(patients=40), "teaching"),
        (whole(), "teaching"),
        (whole(teaching=10), None),
    ],
)
def test_what_nobody_noted_is_unknown_and_not_under_the_line(week, category):
    found = meaningful_share(week, category, 20)
    assert (found.against, found.share) == ("unknown", None)


@given(weeks, st.sampled_from(CATEGORIES))
def test_noting_more_of_other_work_never_raises_the_share(week, category):
    before = meaningful_share(week, category, 20)
    other = next(one for one in CATEGORIES if one != category)
    after = meaningful_share(
        week.having({other: week.hours.get(other, Decimal(0)) + 1}), category, 20
    )
    if before.share is not None:
        assert after.share <= before.share
    if before.against == "under":
        assert after.against == "under"


@given(whole_weeks)
def test_the_shares_of_all_kinds_of_work_add_up_to_the_whole(week):
    shares = [share_of(week, [one]) for one in CATEGORIES]
    if week.total:
        assert sum(shares) == share_of(week, CATEGORIES) == 1
    else:
        assert shares == [None] * len(CATEGORIES)


@given(weeks)
def test_a_share_is_known_only_of_a_week_that_is_known_whole(week):
    known = share_of(week, ["patients"]) is not None
    assert known == (week.complete and week.total > 0)


@given(whole_weeks, whole_weeks)
def test_the_differences_add_up_to_the_difference_of_the_whole_weeks(one, other):
    parts = [difference(one, other, kind) for kind in CATEGORIES]
    assert sum(parts) == total_difference(one, other) == other.total - one.total


def test_a_difference_to_what_is_not_noted_is_not_known():
    assert difference(a_week(call=4), a_week(patients=4), "call") is None
    assert total_difference(a_week(call=4), whole(call=4)) is None


def test_hours_are_taken_back_one_kind_at_a_time_and_stand_in_order():
    week = a_week(patients=30).having({"teaching": Decimal(4), "charting": Decimal(8)})
    assert [*week.hours] == ["patients", "charting", "teaching"]
    assert [*week.having({"charting": None}).hours] == ["patients", "teaching"]


@given(st.permutations([3, 1, 2]))
def test_weeks_stand_by_their_monday_in_whatever_order_they_came(order):
    kept = Weeks()
    for count in order:
        week = WeekHours({"call": Decimal(count)}, weeks_before(count))
        kept = kept.put("actual", week)
    assert [one.monday for one in kept.counted] == [
        weeks_before(3),
        weeks_before(2),
        weeks_before(1),
    ]
    assert (kept.first.monday, kept.actual.monday) == (weeks_before(3), weeks_before(1))


def test_a_week_whose_hours_were_taken_back_stays_and_is_neither_first_nor_last():
    kept = Weeks((WeekHours(monday=weeks_before(2)), WeekHours({"call": Decimal(1)}, MONDAY)))
    assert kept.first.monday == kept.actual.monday == MONDAY
    assert kept.of(date(2020, 1, 6)) == WeekHours(monday=date(2020, 1, 6))
