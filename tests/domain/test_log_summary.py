"""The two questions of the log: every answer with its number, and unknown stays unknown."""

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activity_examples import VOCABULARY, activities, felt, rated, taught
from medpivot.domain.activities import Quote
from medpivot.domain.log_summary import Mean, rescaled, summarize
from medpivot.domain.what_counts import Sum


def summary(*entries):
    return summarize(entries, VOCABULARY)


def test_an_empty_log_knows_nothing():
    one = summary()
    assert (one.count, one.education, one.first) == (0, 0, None)
    assert one.learners == one.hours == Sum(0, None)
    assert one.enjoyment.teaching == Mean(0, None)
    assert one.enjoyment.trend is None
    assert one.impact.overall.n == 0
    assert set(one.by_domain) == set(VOCABULARY.domains)


def test_sums_count_only_the_entries_that_say_something():
    one = summary(
        taught(learners=12, contact_hours=1.5), taught(learners=0), taught(prep_hours=0.1)
    )
    assert one.learners == Sum(2, 12)
    assert one.hours == Sum(1, 1.5)
    assert one.prep_hours == Sum(1, 0.1)


def test_other_work_counts_only_in_the_comparison_of_energy():
    one = summary(taught(learners=5, energy=2), taught(kind="clinic", learners=20, energy=-2))
    assert (one.count, one.education) == (2, 1)
    assert one.learners == Sum(1, 5)
    assert one.enjoyment.teaching == Mean(1, 2)
    assert one.enjoyment.everything_else == Mean(1, -2)
    assert one.by_domain["teaching"].entries == 1


def test_an_entry_with_two_levels_stands_under_both():
    one = summary(taught(levels=("intern", "resident"), learners=8), taught(levels=("intern",)))
    assert {level: group.entries for level, group in one.by_level.items()} == {
        "intern": 2,
        "resident": 1,
    }
    assert one.several_levels == 1
    assert one.learners == Sum(1, 8)


def test_years_are_told_apart():
    one = summary(taught(day=date(2025, 3, 1), learners=3), taught(learners=4))
    assert {year: group.learners.total for year, group in one.by_year.items()} == {2025: 3, 2026: 4}
    assert (one.first, one.last) == (date(2025, 3, 1), date(2026, 11, 22))


def test_no_trend_is_named_under_six_entries():
    assert summary(*felt(-2, -1, 0, 1, 2)).enjoyment.trend is None


@pytest.mark.parametrize(
    ("energies", "trend"),
    [
        ((-1, 0, 0, 1, 1, 2), "rising"),
        ((2, 1, 1, 0, 0, -1), "falling"),
        ((1, 0, 1, 1, 1, 0), "steady"),
        ((0, 0, 0, 2, 1, 1, 1), "rising"),
    ],
)
def test_a_trend_holds_the_later_half_against_the_earlier(energies, trend):
    assert summary(*felt(*energies)).enjoyment.trend == trend


def test_the_middle_entry_of_an_odd_number_is_in_neither_half():
    one = summary(*felt(0, 0, 0, 2, 1, 1, 1)).enjoyment
    assert (one.earlier, one.later) == (Mean(3, 0), Mean(3, 1))


@given(entries=st.lists(activities(), max_size=8), seed=st.integers(0, 99))
def test_the_order_of_the_log_makes_no_difference_to_its_sums(entries, seed):
    shuffled = list(entries)
    random.Random(seed).shuffle(shuffled)
    one, other = summary(*entries), summary(*shuffled)
    assert one.count == other.count == len(entries)
    assert one.learners == other.learners
    assert one.by_domain.keys() == other.by_domain.keys()
    assert one.enjoyment.teaching.n == other.enjoyment.teaching.n


def test_ratings_before_and_after_are_means_over_the_entries_with_both():
    impact = summary(rated(4.5, 3.5), rated(4.1, 4.1), rated(5)).impact
    assert impact.overall.n == 2
    assert impact.overall.before == pytest.approx(3.8)
    assert impact.overall.after == pytest.approx(4.3)
    assert impact.overall.scale == 5
    assert impact.rated == 3


def test_too_few_raters_are_marked_and_can_be_left_out():
    impact = summary(
        rated(5, 2, raters=3), rated(4, 3.5, raters=4), rated(4, 3, raters=None)
    ).impact
    assert (impact.too_few, impact.raters_unknown) == (1, 1)
    assert (impact.overall.n, impact.enough.n) == (3, 2)
    assert impact.enough.before == pytest.approx(3.25)


def test_different_scales_are_brought_onto_five():
    impact = summary(rated(9, 1, scale=9), rated(4, 3)).impact
    assert impact.overall.scale == 5
    assert impact.overall.before == pytest.approx(2)
    assert impact.overall.after == pytest.approx(4.5)


def test_one_other_scale_stays_as_it_is():
    assert summary(rated(9, 5, scale=9)).impact.overall.scale == 9


@given(share=st.floats(0, 1), scale=st.sampled_from([5, 7, 9, 10]))
def test_rescaling_keeps_the_ends_and_the_way_back(share, scale):
    mean = 1 + share * (scale - 1)
    assert 1 <= rescaled(mean, scale, 5) <= 5 + 1e-9
    assert rescaled(rescaled(mean, scale, 5), 5, scale) == pytest.approx(mean)


def test_quotes_and_changes_are_counted():
    one = summary(
        taught(quotes=(Quote("a"), Quote("b", shareable=True)), changed="They ask first"), taught()
    ).impact
    assert (one.quotes, one.shareable, one.changes) == (2, 1, 1)


def test_an_entry_of_a_kind_that_is_gone_still_counts_as_education():
    one = summary(taught(kind="tele-lecture", domain="distance", energy=1))
    assert one.education == 1
    assert one.by_domain["distance"].entries == 1


def test_kinds_run_from_what_gives_to_what_takes():
    one = summary(*felt(1, 2), *felt(-1, kind="committee"), *felt(-2, -2, kind="inbox"))
    assert [kind for kind, _ in one.enjoyment.by_kind] == ["lecture", "committee", "inbox"]
