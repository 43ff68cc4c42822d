import pytest
from catalogue_fixture import INTERVIEW, answers
from hypothesis import given
from hypothesis import strategies as st

from medpivot.domain.dimensions import DIMENSIONS, PULLED
from medpivot.domain.roles import Range
from medpivot.domain.wants import wanted
from medpivot.domain.wording import level_words, offer, range_words, wanted_words


def span(low, high):
    return Range(low, high, "judgement")


@pytest.mark.parametrize(
    ("dimension", "low", "high", "words"),
    [
        ("clinical", 20, 50, "is usually 20 to 50 percent clinical"),
        ("clinical", 30, 30, "is usually about 30 percent clinical"),
        ("regular-hours", 4, 4, "has no nights or weekends"),
        ("regular-hours", 2, 3, "ranges from some nights or weekends to mostly regular hours"),
        ("students", 4, 4, "is nearly all work with students"),
        ("students", 0, 1, "has little or no work with students"),
        ("design", 1, 2, "has a modest amount of course and exam design"),
        ("leadership", 0, 0, "has no leadership work"),
    ],
)
def test_an_offer_reads_as_the_end_of_a_sentence(dimension, low, high, words):
    assert offer(dimension, span(low, high)) == words


def test_too_little_is_said_with_only():
    assert offer("design", span(1, 2), short=True).startswith("has only a modest amount of")
    assert offer("design", span(1, 3), short=True).startswith("has anything from")
    assert offer("design", span(0, 1), short=True).startswith("has little or no")


@pytest.mark.parametrize("dimension", PULLED)
def test_every_range_of_levels_has_words(dimension):
    for low in range(5):
        for high in range(low, 5):
            for short in (True, False):
                assert offer(dimension, span(low, high), short=short)
            assert range_words(dimension, span(low, high))


def test_a_range_in_a_table_names_both_ends_or_one():
    assert range_words("clinical", span(20, 50)) == "20 to 50 percent of the week"
    assert range_words("design", span(1, 2)) == "a little to some"
    assert range_words("design", span(4, 4)) == "most of the job"


@given(st.sampled_from(DIMENSIONS), st.floats(0, 4), st.floats(0, 4))
def test_levels_between_two_words_take_the_nearer_one(dimension, one, other):
    low, high = sorted((one, other))
    said = offer(dimension, span(low, high))
    assert "." not in said
    assert level_words(dimension, low)


@pytest.mark.parametrize(
    ("given", "dimension", "words"),
    [
        ({"clinical_wanted": 40}, "clinical", "about 40 percent of the week"),
        ({"schedule": 3}, "regular-hours", "mostly regular hours or better"),
        ({"schedule": 4}, "regular-hours", "no nights or weekends"),
        ({"learners": ["students"]}, "students", "a lot or more"),
        ({"learners": ["students"]}, "residents", "some at most (assumed)"),
        ({"dread": ["papers"]}, "scholarship", "none"),
        (
            {"dread": ["papers"], "energy": ["writing"]},
            "scholarship",
            "a little, no more and no less",
        ),
        ({}, "design", "not said"),
    ],
)
def test_a_want_is_said_in_words(given, dimension, words):
    wants = dict(zip(DIMENSIONS, wanted(answers(**given), INTERVIEW), strict=True))
    assert wanted_words(wants[dimension]) == words
