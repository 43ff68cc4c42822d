from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medpivot.domain.cv_lines import rated_as
from medpivot.domain.rounding import half_up, mean_words


@pytest.mark.parametrize(
    ("values", "shown"),
    [((3.6, 4.1), "3.9"), ((4.1, 4.6), "4.4"), ((3.7, 3.8, 3.9), "3.8"), ((4.05,), "4.1")],
)
def test_a_mean_is_rounded_as_on_paper(values, shown):
    assert mean_words(sum(values) / len(values)) == shown


@given(tenths=st.lists(st.integers(10, 50), min_size=1, max_size=30))
def test_a_mean_of_ratings_is_that_of_exact_decimals(tenths):
    exact = Decimal(sum(tenths)) / 10 / len(tenths)
    expected = exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
    assert mean_words(sum(one / 10 for one in tenths) / len(tenths)) == str(expected)


def test_below_zero_a_half_goes_away_from_zero():
    assert half_up(-0.25, 1) == -0.3


def test_a_rating_on_paper_keeps_two_decimals_where_it_has_them():
    assert [rated_as(one) for one in (4, 4.65, 4.345, 4.1)] == ["4.0", "4.65", "4.35", "4.1"]
