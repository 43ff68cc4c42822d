from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medpivot.domain.dimensions import DIMENSIONS
from medpivot.domain.weights import rank_order_centroid, weights

rankings = st.lists(st.sampled_from(DIMENSIONS), unique=True, max_size=8)


def test_eight_ranked_dimensions_weigh_as_published():
    shown = [round(weight, 3) for weight in rank_order_centroid(8)]
    assert shown == [0.34, 0.215, 0.152, 0.111, 0.079, 0.054, 0.033, 0.016]


@given(rankings)
def test_weights_always_add_up_to_one(ranking):
    assert sum(weights(ranking).values()) == pytest.approx(1)


@given(rankings)
def test_what_is_ranked_higher_never_weighs_less(ranking):
    weight = weights(ranking)
    unranked = [one for one in DIMENSIONS if one not in ranking]
    ordered = [weight[one] for one in (*ranking, *unranked)]
    assert all(one >= other - 1e-12 for one, other in pairwise(ordered))


@given(rankings)
def test_unranked_dimensions_share_equally(ranking):
    weight = weights(ranking)
    assert len({round(weight[one], 12) for one in DIMENSIONS if one not in ranking}) <= 1


def test_without_priorities_everything_weighs_the_same():
    assert list(weights(()).values()) == pytest.approx([1 / 8] * 8)
