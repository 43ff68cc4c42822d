import pytest
from hypothesis import given
from hypothesis import strategies as st

from medpivot.domain.agreement import agreement_at, mean_agreement
from medpivot.domain.dimensions import DIMENSIONS
from medpivot.domain.roles import Range

directions = st.sampled_from(("at-least", "at-most", "exact"))
levels = st.floats(0, 4)
spans = st.tuples(levels, levels).map(lambda pair: Range(min(pair), max(pair), "judgement"))


@pytest.mark.parametrize(
    ("wanted", "direction", "offered", "agreement"),
    [
        (4, "at-least", 4, 1),
        (2, "at-least", 4, 1),
        (4, "at-least", 2, 1 / 3),
        (4, "at-least", 0, 0),
        (0, "at-most", 0, 1),
        (2, "at-most", 1, 1),
        (0, "at-most", 1, 2 / 3),
        (0, "at-most", 4, 0),
        (1, "exact", 1, 1),
        (1, "exact", 0, 2 / 3),
        (1, "exact", 3, 1 / 3),
    ],
)
def test_three_levels_away_nothing_agrees_and_only_the_direction_asked_for_counts(
    wanted, direction, offered, agreement
):
    assert agreement_at("students", wanted, direction, offered) == pytest.approx(agreement)


@pytest.mark.parametrize(
    ("wanted", "offered", "agreement"), [(40, 40, 1), (40, 20, 0.6), (40, 65, 0.5), (0, 60, 0)]
)
def test_clinical_time_counts_both_ways_and_fifty_points_away_nothing_agrees(
    wanted, offered, agreement
):
    assert agreement_at("clinical", wanted, "exact", offered) == pytest.approx(agreement)


def test_over_a_range_the_mean_counts():
    # Wanted 40, offered 20 to 50: 20 points below on one end, 10 above on the other.
    offered = Range(20, 50, "article")
    by_hand = 1 - (20 * 20 / 2 + 10 * 10 / 2) / 30 / 50
    assert mean_agreement("clinical", 40, "exact", offered) == pytest.approx(by_hand)


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_something_not_said_agrees_by_half_with_every_role(dimension):
    assert mean_agreement(dimension, None, None, Range(0, 4, "judgement")) == 0.5


@given(levels, directions, spans)
def test_agreement_lies_between_nothing_and_all(wanted, direction, offered):
    assert 0 <= mean_agreement("design", wanted, direction, offered) <= 1


@given(levels, directions, levels)
def test_a_range_of_one_point_agrees_like_the_point(wanted, direction, offered):
    mean = mean_agreement("design", wanted, direction, Range(offered, offered, "judgement"))
    assert mean == agreement_at("design", wanted, direction, offered)


@given(levels, directions, spans)
def test_the_mean_over_a_range_is_the_mean_of_its_points(wanted, direction, offered):
    points = 400
    step = (offered.high - offered.low) / points
    sampled = sum(
        agreement_at("design", wanted, direction, offered.low + (place + 0.5) * step)
        for place in range(points)
    )
    mean = mean_agreement("design", wanted, direction, offered)
    assert mean == pytest.approx(sampled / points, abs=1e-3)
