import math
from dataclasses import replace

import pytest
from catalogue_fixture import DIRECTOR, INTERVIEW, KEEN, ROLES, TEACHER, role
from hypothesis import given
from hypothesis import strategies as st
from people_fixture import people

from medpivot.domain.assessment import Want
from medpivot.domain.fit import contributions, exact_fit, whole, whole_points
from medpivot.domain.wants import wanted


@given(people())
def test_contributions_add_up_to_the_fit_exactly_and_in_whole_points(person):
    wants = wanted(person, INTERVIEW)
    for one in ROLES.roles:
        parts = contributions(one, wants)
        fit = exact_fit(one, wants)
        assert math.fsum(part.points for part in parts) == fit
        assert sum(part.shown for part in parts) == whole(fit)
        assert 0 <= whole(fit) <= 100


@given(st.lists(st.floats(0, 12.5), min_size=8, max_size=8))
def test_whole_points_are_never_a_point_or_more_away(points):
    shown = whole_points(points)
    assert sum(shown) == whole(math.fsum(points))
    assert all(abs(one - exact) < 1 + 1e-9 for one, exact in zip(shown, points, strict=True))


def test_a_half_point_is_rounded_up():
    assert [whole(49.5), whole(50.5), whole(50.499_999_999_9)] == [50, 51, 51]


def test_the_fit_can_be_worked_out_by_hand():
    # Clinical 40 against 20-60: mean distance 10 of 50. Everything else is unknown: one half.
    wants = wanted(KEEN.with_value("clinical-wanted", 40), INTERVIEW)
    only_clinical = [
        one if one.dimension == "clinical" else replace(one, level=None, direction=None)
        for one in wants
    ]
    weight = only_clinical[0].weight
    by_hand = 100 * (weight * (1 - 10 / 50) + (1 - weight) * 0.5)
    assert exact_fit(DIRECTOR, only_clinical) == pytest.approx(by_hand)


def design_fit(level, low, high=4):
    """The fit of a role that offers that much design, for somebody who wants that level of it."""
    direction = {0: "at-most", 1: "exact"}.get(level, "at-least")
    want = Want("design", float(level), direction, 1.0, (), "pulled")
    return exact_fit(role("maker", 0, 0, 0, 0, 0, (low, high), 0, 0), [want])


@pytest.mark.parametrize("low", [0, 1, 2, 3, 4])
def test_a_stronger_pull_up_to_three_never_lowers_a_role_that_reaches_four(low):
    """Against a role with none, which is where the pull should take the person away from."""
    ahead = [design_fit(level, low) - design_fit(level, 0, 0) for level in range(4)]
    assert ahead == sorted(ahead)


def test_a_stronger_pull_never_lowers_a_role_that_is_wholly_four():
    ahead = [design_fit(level, 4) - design_fit(level, 0, 0) for level in range(5)]
    assert ahead == sorted(ahead)


@pytest.mark.parametrize(("low", "lost"), [(0, 25), (1, 27.8), (2, 25), (3, 16.7)])
def test_from_three_to_four_a_role_that_may_offer_less_loses_ground_a_known_limit(low, lost):
    """A known limit of counting distances over three levels.

    At level 3 a role with none already agrees by nothing and cannot fall further, while a role
    whose range only reaches 4 does fall. Of the weight of that dimension up to 28 in 100 is lost,
    which is nine points of the fit where it comes first of eight priorities.
    """
    ahead = [design_fit(level, low) - design_fit(level, 0, 0) for level in (3, 4)]
    assert ahead[0] - ahead[1] == pytest.approx(lost, abs=0.05)


def test_only_what_the_role_itself_offers_moves_its_fit():
    wants = wanted(KEEN, INTERVIEW)
    renamed = replace(TEACHER, id="other", training="usually-yes", adds=("inbox",))
    assert exact_fit(renamed, wants) == exact_fit(TEACHER, wants)
