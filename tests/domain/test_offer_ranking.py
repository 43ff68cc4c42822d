from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from job_examples import (
    ANSWERS,
    FINE_CHOICES,
    INTERVIEW,
    OFFERS,
    ROLES,
    WEEK,
    answering,
    checked,
    fine_job,
    job,
    person,
    with_figures,
    without,
)
from medpivot.domain.answers import Answers
from medpivot.domain.job_checks import job_problems
from medpivot.domain.jobs import FIGURES, Job
from medpivot.domain.offer_ranking import nothing_in_reach, rank_jobs
from medpivot.domain.wants import wanted

FINE = fine_job()
QUESTIONS = [one.id for one in OFFERS.questions]


def ranked(*jobs: Job, answers: Answers = ANSWERS):
    whom = person(answers)
    wants = wanted(answers, INTERVIEW)
    return rank_jobs([checked(one, whom) for one in jobs], wants, OFFERS, ROLES, whom)


def only(one: Job, answers: Answers = ANSWERS):
    return ranked(one, answers=answers)[0]


def limit(result, limit_id: str):
    return next(one for one in result.limits if one.id == limit_id)


@st.composite
def jobs(draw):
    """Any job: each question answered in any way, or not; contradictions left out."""
    figures = {}
    for key, figure in FIGURES.items():
        if draw(st.booleans()):
            high = {"share": 1, "half-days": 10, "hours": 60, "money": 300_000}.get(figure.unit, 40)
            low = 1 if figure.above else 0
            figures[key] = draw(st.integers(low * 10, int(high) * 10)) / 10
    choices = {}
    for question in OFFERS.questions:
        if question.choices and draw(st.booleans()):
            choices[question.id] = draw(st.sampled_from([one.id for one in question.choices]))
    role = draw(st.sampled_from([None, "clerkship-director", "core-faculty"]))
    made = job(figures, choices, id=draw(st.sampled_from(["a", "b", "c"])), role=role)
    if job_problems(made, WEEK):
        return with_figures(made, rvu_target=None)
    return made


@st.composite
def nearly_fine_jobs(draw):
    """A job that stands up to everything, with a few answers changed."""
    made = FINE
    for question in draw(st.lists(st.sampled_from(OFFERS.questions), max_size=3)):
        if question.choices:
            choice = draw(st.sampled_from(question.choices))
            made = answering(made, question.id, choice.id)
        elif question.fills:
            made = with_figures(made, **{question.fills: draw(st.integers(0, 100)) / 10})
    if made.answer("rvu-scaling").choice == "no-target":
        made = with_figures(made, rvu_target=None)
    return made


def place(result) -> float:
    return result.place if result.place is not None else float("inf")


@settings(max_examples=60, deadline=None)
@given(jobs() | nearly_fine_jobs(), jobs() | nearly_fine_jobs(), st.sampled_from(QUESTIONS))
def test_an_unanswered_question_never_improves_a_rank(one, other, question):
    one, other = replace(one, id="a"), replace(other, id="b")
    less = without(one, question)
    before = {result.check.job.id: result for result in ranked(one, other)}
    after = {result.check.job.id: result for result in ranked(less, other)}
    assert after["a"].points <= before["a"].points
    assert place(after["a"]) >= place(before["a"])


@settings(max_examples=30, deadline=None)
@given(st.lists(jobs(), min_size=2, max_size=4, unique_by=lambda one: one.id), st.randoms())
def test_the_order_in_which_jobs_are_given_does_not_matter(some, random):
    shuffled = list(some)
    random.shuffle(shuffled)
    assert ranked(*some) == ranked(*shuffled)


@settings(max_examples=30, deadline=None)
@given(jobs(), jobs())
def test_another_job_on_the_list_changes_no_points(one, other):
    one, other = replace(one, id="a"), replace(other, id="b")
    alone = only(one)
    beside = next(found for found in ranked(one, other) if found.check.job.id == "a")
    assert (alone.points, alone.possible, alone.limits) == (
        beside.points,
        beside.possible,
        beside.limits,
    )


@settings(max_examples=30, deadline=None)
@given(jobs())
def test_points_are_whole_between_zero_and_what_they_could_rise_to(one):
    result = only(one)
    assert 0 <= result.points <= result.possible <= 100
    assert result.points == pytest.approx(sum(part.points for part in result.parts), abs=0.51)


def test_a_job_that_holds_every_limit_has_a_place():
    result = only(FINE)
    assert result.standing == "stands"
    assert result.place == 1
    assert result.points == result.possible


@pytest.mark.parametrize(
    ("question", "limit_id"),
    [
        ("pay", "income"),
        ("half-days", "clinical"),
        ("contract-share", "clinical"),
        ("moving", "moving"),
        ("training", "training"),
        ("must-have", "must-have"),
        ("schedule", "trap"),
        ("time-kept", "trap"),
    ],
)
def test_what_was_not_asked_leaves_a_job_without_a_place(question, limit_id):
    result = only(without(FINE, question))
    assert limit(result, limit_id).state == "unknown"
    assert result.standing == "open"
    assert result.place is None
    assert result.to_ask


@pytest.mark.parametrize(
    ("worse", "limit_id"),
    [
        (with_figures(FINE, pay=200000), "income"),
        (with_figures(FINE, clinical_half_days=8, fte=1.3), "clinical"),
        (answering(FINE, "moving", "move"), "moving"),
        (answering(FINE, "training", "degree"), "training"),
        (answering(FINE, "must-have", "no"), "must-have"),
        (answering(FINE, "schedule", "theirs"), "trap"),
    ],
)
def test_a_broken_limit_puts_a_job_after_all_others(worse, limit_id):
    worse = replace(worse, id="worse")
    unasked = replace(without(FINE, "pay"), id="unasked")
    order = ranked(worse, unasked, FINE)
    assert [one.check.job.id for one in order] == ["offer", "unasked", "worse"]
    assert limit(order[-1], limit_id).state == "broken"
    assert order[-1].place is None


def test_jobs_with_the_same_points_share_a_place():
    order = ranked(replace(FINE, id="b"), replace(FINE, id="a"), answering(FINE, "call", "many"))
    assert [(one.check.job.id, one.place) for one in order] == [("a", 1), ("b", 1), ("offer", 3)]


def test_an_unknown_dimension_counts_nothing_and_shows_how_far_it_could_rise():
    result = only(without(FINE, "call"))
    hours = next(part for part in result.parts if part.dimension == "regular-hours")
    assert (hours.known, hours.points) == ("unknown", 0)
    assert result.possible - result.points == pytest.approx(100 * hours.weight, abs=1)


def test_a_dimension_comes_from_the_job_then_from_its_role_then_from_nowhere():
    def known(one):
        return {part.dimension: part.known for part in only(one).parts}

    assert known(FINE)["students"] == "role"
    own = replace(FINE, levels=MappingProxyType({"students": 1}))
    assert known(own)["students"] == "job"
    assert known(replace(FINE, role=None))["students"] == "unknown"
    assert known(FINE)["clinical"] == "job"


def test_what_the_person_did_not_say_counts_the_same_for_every_job():
    nobody = Answers()
    one, other = only(FINE, nobody), only(job(role=None), nobody)
    assert [part.points for part in one.parts] == [part.points for part in other.parts]


def test_a_stated_clinical_share_earns_no_points_until_it_is_counted():
    stated = with_figures(FINE, clinical_half_days=None, clinical_fte="0.5")
    clinical = next(part for part in only(stated).parts if part.dimension == "clinical")
    assert clinical.known == "unknown"


@pytest.mark.parametrize(
    ("would", "means", "expected"),
    [
        ("no", "commute", "unknown"),
        ("commute-or-remote", "commute", "holds"),
        ("commute-or-remote", "move", "broken"),
        ("unsure", "move", "unknown"),
        ("unsure", "here", "holds"),
        ("yes", "", "holds"),
        ("no", "", "unknown"),
    ],
)
def test_moving_is_held_against_what_the_person_would_do(would, means, expected):
    answers = ANSWERS.with_value("relocate", would)
    offer = answering(FINE, "moving", means) if means else without(FINE, "moving")
    assert limit(only(offer, answers), "moving").state == expected


@pytest.mark.parametrize(
    ("would", "asked", "expected"),
    [
        ("none", "certificate", "broken"),
        ("certificate", "certificate", "holds"),
        ("certificate", "degree", "broken"),
        ("already-have", "degree", "holds"),
        (None, "certificate", "unknown"),
        (None, "none", "holds"),
    ],
)
def test_training_is_held_against_what_the_person_would_take_on(would, asked, expected):
    answers = ANSWERS.with_value("training", would)
    assert limit(only(answering(FINE, "training", asked), answers), "training").state == expected


def test_somebody_without_limits_has_none_to_break():
    result = only(with_figures(FINE, pay=1), Answers())
    assert [limit(result, one).state for one in ("income", "clinical", "moving")] == ["holds"] * 3


def test_the_present_job_is_placed_among_the_others_without_questions_that_make_no_sense():
    now = replace(FINE, id="present")
    result = only(now)
    assert {one.id for one in result.limits} == {"income", "clinical", "must-have", "trap"}
    assert result.place == 1


def test_moves_are_offered_when_nothing_within_reach_meets_the_limits():
    poor = with_figures(FINE, pay=100000)
    far = replace(answering(FINE, "moving", "move"), id="far")
    assert nothing_in_reach(ranked(poor, far))
    assert not nothing_in_reach(ranked(poor, replace(FINE, id="good")))
    assert not nothing_in_reach(ranked(without(poor, "pay")))
    assert not nothing_in_reach(ranked(replace(poor, id="present")))
    assert not nothing_in_reach(ranked(replace(poor, stage="declined")))


def test_every_choice_of_the_fine_job_exists():
    for question_id, choice in FINE_CHOICES.items():
        assert OFFERS.question(question_id).choice(choice)


def test_hours_that_a_job_keeps_quiet_about_do_not_make_its_hour_worth_more():
    honest = with_figures(FINE, hours=48, clinical_half_days=8, education_fte="0.4", pay=240000)
    quiet = with_figures(honest, hours=40)
    assert only(quiet).hourly == only(honest).hourly == Fraction(240000, 48 * 46)
    assert only(with_figures(quiet, hours=50)).hourly == Fraction(240000, 50 * 46)


INTERVIEWED = Answers(
    MappingProxyType({**ANSWERS.values, "income-now": 290000, "hours-now": 42, "clinical-now": 95})
)


def test_of_the_present_job_what_was_not_entered_comes_from_the_interview():
    present = only(Job("present", "Hospitalist"), INTERVIEWED)
    assert present.said.names == ("income-now", "hours-now", "clinical-now")
    assert present.pay == 290000
    # an average over the year: 42 x 52 = 2,184 hours
    assert round(float(present.hourly), 2) == 132.78
    clinical = next(one for one in present.parts if one.dimension == "clinical")
    assert clinical.known == "job"
    assert limit(present, "clinical").state == "broken"
    assert "95 percent" in limit(present, "clinical").text
    assert present.possible < 100


def test_what_was_entered_of_the_present_job_goes_before_the_interview():
    entered = with_figures(
        Job("present", "Hospitalist"), pay=300000, hours=50, clinical_half_days=5, fte=1
    )
    present = only(entered, INTERVIEWED)
    assert present.said.names == ()
    assert float(present.hourly) == pytest.approx(300000 / (50 * 46))
    assert limit(present, "clinical").state == "holds"


def test_the_interview_says_nothing_of_an_offer():
    offer = only(Job("offer", "Clerkship Director"), INTERVIEWED)
    assert offer.said.names == ()
    assert (offer.pay, offer.hourly) == (None, None)
