"""What the person said before any offer, held against one."""

from types import MappingProxyType

import pytest

from job_examples import OFFERS, answering, fine_job, held, job, with_figures, without
from medpivot.domain.answers import Answers

SAID = Answers(
    MappingProxyType(
        {
            "must-have": "Two nights a month at most, in writing.",
            "dread": ("paperwork", "nights-weekends"),
            "dread-most": "nights-weekends",
            "schedule": 3,
            "clinical-wanted": 50,
            "energy": ("teaching-learners",),
            "learners": ("students",),
            "priorities": ("regular-hours", "students", "clinical"),
        }
    )
)
FINE = fine_job()


def standing(one, answers=SAID):
    return {wish.id: wish.state for wish in held(one, answers)}


def test_a_job_that_keeps_everything_said_breaks_nothing():
    assert standing(FINE) == {"must-have": "holds", "drain": "holds", "priority": "holds"}


def test_the_must_have_is_quoted_where_it_is_missing_and_stands_first():
    first = held(answering(FINE, "must-have", "no", "four nights, they said"), SAID)[0]
    assert (first.id, first.state) == ("must-have", "broken")
    assert '"Two nights a month at most, in writing."' in first.text
    assert "four nights, they said" in first.text


def test_nights_break_what_drains_most_and_what_was_put_first():
    found = held(answering(FINE, "call", "many", "two weeks of nights a quarter"), SAID)
    broken = {one.id: one.text for one in found if one.state == "broken"}
    assert "What drains you most is nights and weekends" in broken["drain"]
    assert "two weeks of nights a quarter" in broken["drain"]
    assert "You put regular hours first" in broken["priority"]
    assert "many nights or weekends" in broken["priority"]


def test_drains_that_come_with_the_same_answer_are_said_together():
    said = SAID.with_value("dread", ("nights-weekends", "call-pager"))
    drains = [one for one in held(answering(FINE, "call", "many"), said) if one.id == "drain"]
    assert [one.said for one in drains] == ["nights-weekends"]
    assert "call and the pager you named, too" in drains[0].text


def test_a_drain_that_is_not_the_worst_is_named_only_where_the_job_brings_it():
    drains = [one.said for one in held(answering(FINE, "education-duties", "mostly-admin"), SAID)]
    assert drains.count("paperwork") == 1
    assert "paperwork" not in [one.said for one in held(FINE, SAID)]


@pytest.mark.parametrize(
    ("question", "wish"), [("must-have", "must-have"), ("call", "drain"), ("call", "priority")]
)
def test_what_was_not_asked_is_not_known_and_never_holds(question, wish):
    found = next(one for one in held(without(FINE, question), SAID) if one.id == wish)
    assert (found.state, found.question) == ("unknown", question)


@pytest.mark.parametrize(
    ("first", "one", "state"),
    [
        ("clinical", with_figures(FINE, clinical_half_days=7), "broken"),
        ("clinical", with_figures(FINE, clinical_half_days=6), "holds"),
        ("clinical", without(FINE, "half-days"), "unknown"),
        ("students", job(), "unknown"),
        ("students", job(role="program-director"), "broken"),
        ("students", job(role=None), "unknown"),
        ("students", job(levels={"students": 4}), "holds"),
    ],
)
def test_what_was_put_first_is_held_against_the_job_or_its_role(first, one, state):
    said = SAID.with_value("priorities", (first, "regular-hours", "design"))
    assert standing(one, said)["priority"] == state


def test_who_said_nothing_is_held_to_nothing():
    assert held(FINE, Answers()) == ()


def test_every_drain_an_answer_brings_can_be_broken():
    brings = {
        (question.id, choice.id, dread)
        for question in OFFERS.questions
        for choice in question.choices
        for dread in choice.brings
    }
    assert brings
    for question, choice, dread in brings:
        said = Answers(MappingProxyType({"dread": (dread,)}))
        assert standing(answering(FINE, question, choice), said)["drain"] == "broken"
