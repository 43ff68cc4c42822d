"""The confirming email concedes nothing that the check says to settle first."""

from types import MappingProxyType

import pytest

from job_examples import OFFERS, answering, checked, fine_job, held, job, person, with_figures
from medpivot.domain.answers import Answers
from medpivot.domain.confirming import ToConfirm, to_confirm
from medpivot.domain.jobs import Job
from medpivot.domain.offer_check import asked

SAID = Answers(
    MappingProxyType(
        {
            "must-have": "No more than two nights a month.",
            "income-now": 290000,
            "income-floor": 240000,
            "income-drop": 15,
            "clinical-wanted": 50,
            "clinical-most": 70,
            "dread": ("nights-weekends", "productivity-scores"),
            "dread-most": "nights-weekends",
            "burnout-level": 4,
        }
    )
)
FINE = fine_job()


def confirming(one: Job, answers: Answers = SAID) -> ToConfirm:
    check = checked(one, person(answers))
    return to_confirm(one, asked(one, OFFERS, answers), check, held(one, answers), OFFERS)


def ids(questions):
    return {one.id for one in questions}


def test_what_stands_up_to_the_check_is_all_agreed():
    found = confirming(FINE)
    assert {"half-days", "education-time", "pay", "call", "rvu-scaling"} <= ids(found.settled)
    assert found.named == ()
    assert found.left == ()


@pytest.mark.parametrize(
    ("one", "terms", "asks"),
    [
        (with_figures(FINE, pay=228000), {"pay"}, "Pay: is there room"),
        (with_figures(FINE, clinical_half_days=8), {"half-days", "education-time", "contract-share"}, "Which half-days go"),
        (with_figures(FINE, clinical_half_days=8), {"half-days"}, "not yet the mix"),
        (with_figures(FINE, hours=50), {"education-time", "contract-share"}, "10 hours a week"),
        (answering(FINE, "schedule", "theirs"), set(), "only with my agreement"),
        (answering(FINE, "what-goes", "nothing"), set(), "Which clinical sessions end"),
        (answering(FINE, "time-kept", "lost"), set(), "the same afternoon"),
        (answering(FINE, "reaction", "irritated"), set(), "Whom may I ask"),
        (answering(FINE, "call", "some"), {"call"}, "How many nights and weekends"),
    ],
)  # fmt: skip
def test_what_is_to_be_settled_is_asked_about_and_its_terms_are_not_agreed(one, terms, asks):
    found = confirming(one)
    assert terms <= ids(found.named)
    assert not ids(found.settled) & ids(found.named)
    assert any(asks in sentence for sentence in found.left)


def test_every_serious_finding_is_among_the_open_points():
    one = with_figures(FINE, pay=228000, clinical_half_days=8, hours=60, delivered_half_days=1)
    one = answering(answering(one, "schedule", "theirs"), "reaction", "irritated")
    serious = checked(one, person(SAID)).serious
    assert len(serious) >= 6
    assert {finding.email for finding in serious} <= set(confirming(one).left)


def test_the_limits_and_the_judgment_of_the_person_stay_out_of_it():
    one = with_figures(FINE, pay=228000, clinical_half_days=8)
    one = answering(
        answering(answering(one, "reaction", "irritated"), "call", "many"), "must-have", "no"
    )
    said = " ".join(confirming(one).left).casefold()
    for private in (
        "240,000",
        "246,500",
        "70",
        "50",
        "drain",
        "uneasy",
        "irritat",
        "burn",
        "two nights",
    ):
        assert private not in said


def test_a_good_answer_is_agreed_though_it_comes_with_what_drains():
    """A target that shrinks with clinical time is still a target, and worth having in writing."""
    assert "rvu-scaling" in ids(confirming(FINE).settled)


def test_nights_are_agreed_where_the_person_said_nothing_against_them():
    one = job(choices={"call": "some"})
    assert "call" in ids(confirming(one, Answers()).settled)


def test_what_nobody_asked_is_asked():
    assert any("promotion" in one for one in confirming(job({"pay": 250000})).left)
