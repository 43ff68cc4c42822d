from dataclasses import replace

import pytest
from catalogue_fixture import DIRECTOR, INTERVIEW, KEEN, ROLES, SCHOLAR, TEACHER, answers
from hypothesis import given, settings
from people_fixture import people

from medpivot.domain.dimensions import DIMENSIONS
from medpivot.domain.roles import Range
from medpivot.domain.stability import Pairs, stability, winner
from medpivot.domain.steps import one_step_changes
from medpivot.domain.wants import wanted

FEW = 200


def shares(person, roles, draws=FEW):
    return stability(person, INTERVIEW, roles, draws)


@settings(max_examples=25, deadline=None)
@given(people())
def test_the_same_answers_give_the_same_draws(person):
    assert shares(person, ROLES.roles) == shares(person, ROLES.roles)


@settings(max_examples=25, deadline=None)
@given(people())
def test_the_order_of_the_roles_does_not_matter(person):
    assert shares(person, ROLES.roles) == shares(person, ROLES.roles[::-1])


@settings(max_examples=25, deadline=None)
@given(people())
def test_a_new_role_disturbs_no_pair_of_the_others(person):
    before = shares(person, (TEACHER, DIRECTOR))
    after = shares(person, (SCHOLAR, TEACHER, DIRECTOR))
    pair = ("teacher", "director")
    assert after.beats[pair] == before.beats[pair]


@settings(max_examples=25, deadline=None)
@given(people())
def test_shares_of_first_and_top_two_places_add_up(person):
    found = shares(person, ROLES.roles)
    assert sum(found.p_first.values()) == pytest.approx(1)
    assert sum(found.p_top_two.values()) == pytest.approx(2)
    assert all(found.p_first[one] <= found.p_top_two[one] + 1e-9 for one in found.p_first)
    for (one, other), share in found.beats.items():
        assert share + found.beats[other, one] == pytest.approx(1)


@settings(max_examples=60, deadline=None)
@given(people())
def test_the_winner_by_fit_is_the_winner_by_draws_unless_too_close_to_call(person):
    found = shares(person, ROLES.roles)
    first = winner(ROLES.roles, wanted(person, INTERVIEW))
    share = found.p_first[first]
    if found.label != "too close to call":
        assert share == max(found.p_first.values())
    assert found.label == (
        "clear" if share >= 0.75 else "leaning" if share >= 0.5 else "too close to call"
    )


def test_of_two_roles_the_draws_in_which_each_is_better_are_counted_and_ties_are_halved():
    fits = {"a": (1.0, 0.5, 0.5, 0.0), "b": (0.5, 0.5, 0.5, 0.5), "c": (0.0, 0.0, 0.0, 1.0)}
    pairs = Pairs(fits, draws=4)
    assert pairs == {
        ("a", "b"): 0.5,  # better, alike, alike, worse
        ("b", "a"): 0.5,
        ("a", "c"): 0.75,
        ("c", "a"): 0.25,
        ("b", "c"): 0.75,
        ("c", "b"): 0.25,
    }


def test_roles_that_cannot_be_told_apart_share_every_draw():
    point = {dimension: Range(2, 2, "judgement") for dimension in DIMENSIONS}
    twins = [replace(TEACHER, id=one, ranges=point) for one in ("one", "two", "three")]
    found = shares(KEEN, twins)
    assert found.p_first == pytest.approx(dict.fromkeys(("one", "two", "three"), 1 / 3))
    assert found.p_top_two == pytest.approx(dict.fromkeys(("one", "two", "three"), 2 / 3))
    assert set(found.beats.values()) == {0.5}
    assert found.label == "too close to call"


def test_a_lone_role_is_always_first_and_no_role_is_too_close_to_call():
    assert shares(KEEN, [TEACHER]).p_first == {"teacher": 1}
    nobody = shares(KEEN, [])
    assert (nobody.label, nobody.p_first, nobody.beats, nobody.flips) == (
        "too close to call",
        {},
        {},
        (),
    )


def test_a_flip_is_a_change_that_really_puts_another_role_first():
    person = answers(learners=["students", "residents"], priorities=list(DIMENSIONS))
    found = shares(person, ROLES.roles)
    now = winner(ROLES.roles, wanted(person, INTERVIEW))
    flipped = {(one.question, one.change): one.winner for one in found.flips}
    assert flipped
    for change in one_step_changes(person, INTERVIEW):
        first = winner(ROLES.roles, wanted(change.answers, INTERVIEW))
        expected = None if first == now else first
        assert flipped.get((change.question, change.text)) == expected


def test_equal_fits_go_to_the_first_id_of_the_alphabet():
    twins = [replace(TEACHER, id=one) for one in ("zebra", "ant")]
    assert winner(twins, wanted(KEEN, INTERVIEW)) == "ant"
