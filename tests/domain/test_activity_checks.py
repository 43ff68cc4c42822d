"""What an activity may hold, and every problem at once."""

from dataclasses import replace
from datetime import date

import pytest

from activity_examples import TODAY, VOCABULARY, rated, taught
from medpivot.domain.activities import Quote, Rating
from medpivot.domain.activity_checks import check_activity


def problems(activity):
    return {one.key: one.what for one in check_activity(activity, VOCABULARY, TODAY)}


def test_a_whole_activity_has_no_problem():
    activity = taught(
        role="sole",
        reach="local",
        levels=("intern", "resident"),
        learners=0,
        contact_hours=200,
        prep_hours=0.25,
        rating=Rating(8.5, 4, 9, 7.9, 8.1),
        energy=-2,
        quotes=(Quote("Best session"),),
    )
    assert problems(activity) == {}


def test_every_problem_is_named_at_once():
    activity = taught(
        title=" ",
        kind="lectur",
        day=date(2026, 11, 23),
        role="boss",
        reach="lokal",
        levels=("interns",),
        learners=10_001,
        contact_hours=201,
        prep_hours=-1,
        rating=Rating(6, 0, 5, 0.5, 5.5),
        energy=3,
        quotes=(Quote(""),),
        changed="x" * 20_001,
    )
    found = problems(activity)
    assert set(found) == {
        *("title", "kind", "date", "role", "reach", "levels", "learners", "contact_hours"),
        *("prep_hours", "rating.mean", "rating.raters", "rating.before", "rating.peer_mean"),
        *("energy", "quotes", "changed"),
    }
    assert "did you mean lecture?" in found["kind"]
    assert "did you mean local?" in found["reach"]
    assert "did you mean intern?" in found["levels"]
    assert "the choices are sole, invited" in found["role"]
    assert "still to come" in found["date"]
    assert "20,001 characters" in found["changed"]


def test_today_is_not_the_future():
    assert problems(taught(day=TODAY)) == {}


@pytest.mark.parametrize("scale", [5, 9, 10])
def test_a_rating_lies_on_its_scale_from_one_up(scale):
    assert problems(rated(scale, 1, scale=scale)) == {}
    assert set(problems(rated(scale + 0.1, 0.9, scale=scale))) == {"rating.mean", "rating.before"}


def test_a_rating_over_five_without_a_scale_is_told_of_scales():
    assert "another scale" in problems(rated(8.5))["rating.mean"]


def test_a_long_unknown_word_is_not_repeated_in_full():
    found = problems(replace(taught(), kind="x" * 10_000))
    assert len(found["kind"]) < 300
