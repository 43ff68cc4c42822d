from dataclasses import replace

import pytest
from catalogue_fixture import INTERVIEW, KEEN, answers
from hypothesis import given
from people_fixture import people

from medpivot.domain.contradictions import contradictions
from medpivot.domain.interview import Choice
from medpivot.domain.wants import wanted


def named(person):
    return contradictions(person, INTERVIEW, wanted(person, INTERVIEW))


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"hard_work": "yes", "still_if_fixed": "no"}, "once your present job is fixed"),
        ({"hard_work": "no", "still_if_fixed": "yes"}, "a third of it would appeal to you"),
        ({"hard_work": "yes", "energy": ["nothing"]}, "named nothing in your work that feeds you"),
        (
            {"hard_work": "yes", "dread": ["teaching-duties"]},
            "having to teach is among what drains",
        ),
        ({"hard_trade": "yes", "income_drop": 0}, "the cut you could accept is zero"),
        ({"hard_trade": "no", "income_drop": 20}, "could accept 20 percent"),
        ({"income_now": 200_000, "income_floor": 250_000}, "250,000, is more than what you earn"),
        (
            {"income_now": 300_000, "income_floor": 280_000, "income_drop": 30},
            "needing 280,000 leaves room for about 7",
        ),
        ({"hard_share": 60, "clinical_wanted": 60}, "make a job of 120 percent"),
        ({"hard_share": 20, "hard_work": "yes"}, "20 percent is enough"),
        ({"clinical_wanted": 20, "clinical_least": 40}, "could not live with less than 40"),
        ({"clinical_wanted": 60, "clinical_most": 40}, "could not live with more than 40"),
        (
            {"dread": ["meetings"], "priorities": ["leadership", "design", "clinical"]},
            "Leadership work matters most to you, yet your answers shun it",
        ),
        ({"dread": ["nights-weekends"], "schedule": 1}, "ask for little regularity in your hours"),
        ({"study_interest": "no", "free_week": ["study-write"]}, "would not interest you"),
        (
            {"dread": ["meetings"], "energy": ["running"]},
            "You would choose running, yet dread meetings.",
        ),
    ],
)
def test_answers_that_do_not_fit_together_are_named(given, sentence):
    found = named(answers(**given))
    assert len(found) == 1
    assert sentence in found[0]


@pytest.mark.parametrize(
    "given",
    [
        {"hard_share": 50, "clinical_wanted": 60},
        {"hard_share": 30, "hard_work": "yes"},
        {"hard_share": 20, "hard_work": "unsure"},
        {"hard_trade": "no", "income_drop": 0},
        {"income_now": 300_000, "income_floor": 210_000, "income_drop": 30},
        {"hard_work": "yes", "energy": ["nothing-lately"]},
        {"dread": ["nights-weekends"], "schedule": 2},
        {"dread": ["teaching-duties"], "energy": ["simulation"]},
        {"dread": ["meetings"], "priorities": ["design", "leadership", "clinical"]},
        {"learners": ["students"], "priorities": ["residents", "design", "clinical"]},
    ],
)
def test_answers_that_can_both_be_true_are_left_alone(given):
    assert named(answers(**given)) == ()


def test_the_same_thing_on_both_lists_is_named_as_one():
    twice = replace(
        INTERVIEW,
        questions=tuple(
            replace(
                one,
                choices=(*one.choices, Choice("suturing", "suturing", pulls={"hands-on": pull})),
            )
            if (pull := {"dread": -1, "energy": 1}.get(one.id))
            else one
            for one in INTERVIEW.questions
        ),
    )
    person = answers(dread=["suturing"], energy=["suturing"], energy_most="suturing")
    found = contradictions(person, twice, wanted(person, twice))
    assert found == ("You named suturing as what feeds you and what drains you.",)


def test_a_drain_that_several_answers_speak_against_is_named_once():
    person = answers(dread=["meetings"], energy=["running"], energy_most="running")
    assert named(person) == ("You would choose running, yet dread meetings.",)


def test_a_person_of_one_mind_contradicts_nothing():
    assert named(KEEN) == ()


@given(people())
def test_each_contradiction_is_a_sentence_said_once(person):
    found = named(person)
    assert len(set(found)) == len(found)
    assert all(one.endswith(".") and one[0].isupper() for one in found)
