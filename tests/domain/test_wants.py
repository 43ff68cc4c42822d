import pytest
from catalogue_fixture import INTERVIEW, KEEN, answers

from medpivot.domain.assessment import Because
from medpivot.domain.dimensions import DIMENSIONS
from medpivot.domain.wants import wanted


def want(dimension, **given):
    return dict(zip(DIMENSIONS, wanted(answers(**given), INTERVIEW), strict=True))[dimension]


@pytest.mark.parametrize(
    ("given", "dimension", "level", "direction"),
    [
        ({"energy": ["bedside"]}, "hands-on", 2, "at-least"),
        ({"energy": ["bedside", "simulation"]}, "hands-on", 4, "at-least"),
        ({"energy": ["bedside"], "energy_most": "bedside"}, "hands-on", 3, "at-least"),
        ({"free_week": ["build-course"]}, "design", 3, "at-least"),
        ({"free_week": ["rest", "build-course"]}, "design", 2, "at-least"),
        ({"learners": ["students"]}, "students", 3, "at-least"),
        ({"dread": ["teaching-duties"]}, "hands-on", 0, "at-most"),
        ({"dread": ["meetings"]}, "leadership", 0, "at-most"),
        ({"dread": ["teaching-duties"], "energy": ["bedside"]}, "hands-on", 1, "exact"),
        ({"dread": ["papers"], "energy": ["writing"]}, "scholarship", 1, "exact"),
        ({"study_interest": "yes"}, "scholarship", 2, "at-least"),
        ({"clinical_wanted": 40}, "clinical", 40, "exact"),
        ({"schedule": 3}, "regular-hours", 3, "at-least"),
        ({"schedule": 0}, "regular-hours", 0, "at-least"),
    ],
)
def test_a_level_is_one_plus_the_pulls_and_its_direction_is_their_sign(
    given, dimension, level, direction
):
    found = want(dimension, **given)
    assert (found.level, found.direction) == (level, direction)
    assert found.known


def test_levels_stay_between_none_and_four():
    assert want("design", energy=["courses"], energy_most="courses").level == 4
    assert want("scholarship", dread=["papers"], dread_most="papers").level == 0


def test_every_level_names_the_answers_behind_it():
    found = want("design", energy=["courses"], energy_most="courses", free_week=["build-course"])
    assert found.because == (
        Because("energy", "courses", 2),
        Because("energy-most", "courses", 2),
        Because("free-week", "build-course", 2),
    )


def test_what_nobody_asked_about_is_unknown_and_not_level_one():
    found = want("scholarship", energy=["bedside"])
    assert (found.level, found.direction, found.origin) == (None, None, "unknown")


def test_nothing_answered_leaves_all_eight_unknown():
    assert {one.origin for one in wanted(answers(), INTERVIEW)} == {"unknown"}


@pytest.mark.parametrize("given", [{"dread": ["inbox"]}, {"energy": ["nothing"]}])
def test_who_never_mentions_leading_is_taken_to_want_some_at_most(given):
    found = want("leadership", **given)
    assert (found.level, found.direction, found.origin) == (2, "at-most", "assumed")
    assert not found.known


def test_leading_is_not_assumed_while_the_questions_about_work_are_open():
    assert want("leadership", schedule=4, learners=["students"]).origin == "unknown"


@pytest.mark.parametrize(
    ("ticked", "other"), [("students", "residents"), ("residents", "students")]
)
def test_ticking_one_kind_of_learner_assumes_some_at_most_of_the_other(ticked, other):
    found = want(other, learners=[ticked, "colleagues"])
    assert (found.level, found.direction, found.origin) == (2, "at-most", "assumed")
    assert found.because == (Because("learners", ticked, 0),)


def test_nothing_is_assumed_of_learners_where_another_answer_speaks_of_them():
    found = want("residents", learners=["students"], free_week=["rest", "teach-residents"])
    assert (found.level, found.origin) == (3, "pulled")


@pytest.mark.parametrize("picks", [["students", "residents"], ["no-preference"], ["colleagues"]])
def test_without_a_choice_between_learners_none_is_held_down(picks):
    assert want("residents", learners=picks).origin != "assumed"


def test_weights_follow_the_priorities():
    by_weight = sorted(wanted(KEEN, INTERVIEW), key=lambda one: -one.weight)
    first = [one.dimension for one in by_weight[:4]]
    assert first == ["students", "regular-hours", "design", "clinical"]
