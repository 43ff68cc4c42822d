from collections import Counter
from dataclasses import replace
from statistics import mean

import pytest
from catalogue_fixture import INTERVIEW, KEEN, ROLES, TEACHER, answers

from medpivot.domain.agreement import agreement_at
from medpivot.domain.dimensions import DIMENSIONS
from medpivot.domain.draws import drawn_fits, drawn_people, stand
from medpivot.domain.fit import exact_fit
from medpivot.domain.roles import Range
from medpivot.domain.wants import wanted
from medpivot.domain.weights import weights


def test_drawn_weights_keep_the_stated_order_and_center_on_the_published_ones():
    ranking = ("students", "regular-hours", "design", "clinical")
    people = drawn_people([stand(wanted(KEEN, INTERVIEW), KEEN)], 2_000)
    drawn = [dict(zip(DIMENSIONS, (one[0] for one in person), strict=True)) for person in people]
    for weight in drawn:
        assert sum(weight.values()) == pytest.approx(1)
        ranked = [weight[one] for one in ranking]
        assert ranked == sorted(ranked, reverse=True)
        assert min(ranked) >= max(weight[one] for one in DIMENSIONS if one not in ranking)
    center = weights(ranking)
    for dimension in DIMENSIONS:
        assert mean(one[dimension] for one in drawn) == pytest.approx(center[dimension], abs=0.01)


def test_unknown_wants_are_drawn_over_the_whole_scale_and_known_ones_stay():
    person = answers(schedule=3, energy=["courses"])
    held = wanted(person, INTERVIEW)
    people = drawn_people([stand(held, person)], 2_000)
    drawn = {
        dimension: [one[place][1] for one in people] for place, dimension in enumerate(DIMENSIONS)
    }
    assert set(drawn["regular-hours"]) == {3}
    assert set(drawn["design"]) == {3}
    assert set(drawn["leadership"]) == {2}
    assert mean(drawn["students"]) == pytest.approx(2, abs=0.1)
    assert max(drawn["students"]) <= 4
    assert mean(drawn["clinical"]) == pytest.approx(50, abs=2.5)


def test_without_doubt_about_answers_the_mean_of_the_draws_is_the_fit():
    """Weights center on the published ones and role values on the mean over their ranges."""
    known = answers(
        clinical_wanted=40,
        schedule=3,
        learners=["students", "residents"],
        energy=["bedside", "courses", "writing", "running"],
        priorities=list(DIMENSIONS),
    )
    wants = wanted(known, INTERVIEW)
    people = drawn_people([stand(wants, known)], 4_000)
    for role in ROLES.roles:
        assert 100 * mean(drawn_fits(role, people)) == pytest.approx(
            exact_fit(role, wants), abs=0.6
        )


def test_a_draw_counts_distances_as_the_fit_does():
    point = {dimension: Range(1, 1, "judgement") for dimension in DIMENSIONS}
    flat = replace(TEACHER, ranges=point)
    wants = wanted(KEEN.with_value("clinical-wanted", 1), INTERVIEW)
    known = [one for one in wants if one.level is not None]
    people = drawn_people([stand(wants, KEEN)], 1)
    place = {dimension: number for number, dimension in enumerate(DIMENSIONS)}
    by_hand = sum(
        people[0][place[one.dimension]][0]
        * agreement_at(one.dimension, one.level, one.direction, 1)
        for one in known
    )
    guessed = [one for one in wants if one.level is None]
    by_hand += sum(
        people[0][place[one.dimension]][0]
        * agreement_at(one.dimension, people[0][place[one.dimension]][1], "exact", 1)
        for one in guessed
    )
    assert drawn_fits(flat, people)[0] == pytest.approx(by_hand)


def test_half_of_the_draws_move_an_answer_and_each_change_is_as_likely():
    said = answers(schedule=2)
    stands = [
        stand(wanted(one, INTERVIEW), one)
        for one in (said, answers(schedule=1), answers(schedule=3))
    ]
    drawn = Counter(person[1][1] for person in drawn_people(stands, 4_000))
    assert drawn[2] / 4_000 == pytest.approx(0.5, abs=0.03)
    assert drawn[1] / 4_000 == pytest.approx(0.25, abs=0.03)
