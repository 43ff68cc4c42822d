from dataclasses import replace
from types import MappingProxyType

import pytest

from job_examples import (
    ANSWERS,
    EIGHTHS,
    OFFERS,
    answering,
    checked,
    finding,
    fine_job,
    job,
    person,
    state,
    with_figures,
    without,
)
from medpivot.domain.answers import Answers
from medpivot.domain.jobs import Job, JobAnswer
from medpivot.domain.offers import FINDINGS

FINE = fine_job()

CHOSEN = [
    ("schedule-not-yours", "schedule", "theirs"),
    ("no-promotion-path", "promotion", "spoken"),
    ("no-promotion-path", "promotion", "none"),
    ("no-education-track", "education-track", "stipend"),
    ("no-education-track", "education-track", "none"),
    ("predecessor-left-early", "predecessor", "left-early"),
    ("predecessor-left-early", "predecessor", "nobody-says"),
    ("add-on-role", "what-goes", "nothing"),
    ("duties-mostly-triage", "education-duties", "mostly-admin"),
    ("culture-risk", "time-kept", "lost"),
    ("uneasy-about-questions", "reaction", "irritated"),
    ("target-not-scaled", "rvu-scaling", "unchanged"),
]

COUNTED = [
    ("over-allocated", {"clinical_half_days": 8}, "1.3 FTE"),
    ("over-allocated", {"fte": 0.8}, "against 0.8 FTE that is paid"),
    ("hidden-hours", {"hours": 50}, "10 hours are not in the post"),
    ("hidden-hours", {"hours": 30}, "10 hours have no place"),
    ("target-not-scaled", {"rvu_target": 5000}, "so 2,500 are hidden"),
    ("below-norm", {"education_fte": 0.3}, "0.3 FTE for education is offered"),
    ("income-below-floor", {"pay": 220000}, "10,000 USD under the 230,000 USD you said you need"),
    ("clinical-share-mismatch", {"clinical_half_days": 7}, "the most you could live with is 60"),
    ("clinical-share-mismatch", {"clinical_half_days": 3}, "you look for about 50"),
    ("clinical-share-mismatch", {"clinical_percent": 30}, "the advert says 30"),
    ("add-on-role", {"clinical_half_days": 10}, "0.5 FTE for education come on top"),
    ("culture-risk", {"delivered_half_days": 3}, "60 percent of it"),
]

NEEDED = {
    "over-allocated": ("half-days", "education-time", "contract-share"),
    "hidden-hours": ("hours", "half-days", "education-time", "contract-share"),
    "target-not-scaled": ("rvu-target", "rvu-scaling", "half-days"),
    "below-norm": ("education-time",),
    "schedule-not-yours": ("schedule",),
    "no-promotion-path": ("promotion",),
    "no-education-track": ("education-track",),
    "predecessor-left-early": ("predecessor",),
    "income-below-floor": ("pay",),
    "clinical-share-mismatch": ("half-days", "contract-share"),
    "add-on-role": ("what-goes", "half-days", "contract-share"),
    "duties-mostly-triage": ("education-duties",),
    "culture-risk": ("time-kept",),
    "uneasy-about-questions": ("reaction",),
}


def test_a_job_that_stands_up_to_everything_has_no_finding():
    check = checked(FINE)
    assert check.findings == ()
    assert check.not_checked == ()
    assert check.unanswered == ()
    assert sorted(check.cleared) == sorted(FINDINGS)


@pytest.mark.parametrize(("finding_id", "question", "choice"), CHOSEN)
def test_an_answer_raises_its_finding_and_no_other(finding_id, question, choice):
    check = checked(answering(FINE, question, choice, "as they put it"))
    assert [one.id for one in check.findings] == [finding_id]
    assert OFFERS.question(question).choice(choice).label in check.findings[0].text
    assert "as they put it" in check.findings[0].text


@pytest.mark.parametrize(("finding_id", "figures", "said"), COUNTED)
def test_a_figure_raises_its_finding_with_its_arithmetic_in_words(finding_id, figures, said):
    found = finding(checked(with_figures(FINE, **figures)), finding_id)
    assert found
    assert said in found.text


@pytest.mark.parametrize(
    ("finding_id", "question"),
    [(finding_id, question) for finding_id, all_of in NEEDED.items() for question in all_of],
)
def test_without_the_answer_a_finding_is_unknown_and_never_ruled_out(finding_id, question):
    check = checked(without(FINE, question))
    assert state(check, finding_id) == "unknown"
    left = next(one for one in check.not_checked if one.id == finding_id)
    assert question in left.questions
    assert "Ask" in left.text


@pytest.mark.parametrize("finding_id", FINDINGS)
def test_of_a_job_of_which_nothing_is_known_nothing_is_ruled_out(finding_id):
    check = checked(Job("offer", "A job"))
    assert state(check, finding_id) == ("fires" if finding_id == "unanswered" else "unknown")


def test_the_figures_of_the_trap_come_out():
    trap = job({"clinical_half_days": 8, "education_fte": 0.4, "hours": 40, "pay": 250000})
    check = checked(trap)
    assert (float(check.total), check.hours) == (1.2, 48)
    text = finding(check, "over-allocated").text
    assert "8 half-days of clinical work (0.8 FTE) and 0.4 FTE for education" in text
    assert "1.2 FTE, against one full post: 48 hours a week, 8 hours too many" in text
    assert "8 hours have no place" in finding(check, "hidden-hours").text


def test_a_clerkship_director_at_three_tenths_is_under_the_norm_of_a_half():
    found = finding(checked(job({"education_fte": 0.3})), "below-norm")
    assert found.severity == "caution"
    assert "The gap is 0.2 FTE, or 8 hours a week" in found.text
    assert found.source == "ace-2021"
    assert "0.5 of a post; here it is 0.3" in found.ask


def test_an_unscaled_target_says_what_is_hidden_and_names_the_right_figure():
    offer = job({"clinical_half_days": 6, "rvu_target": 5000, "rvu_before": 5000})
    found = finding(checked(offer), "target-not-scaled")
    assert "5,000 RVUs at 1.0 of a clinical post are 3,000 at 0.6" in found.text
    assert "2,000 are hidden" in found.text
    assert "3,000 RVUs" in found.ask


def test_without_an_earlier_target_that_of_the_present_job_counts():
    now = job({"clinical_half_days": 10, "rvu_target": 5000}, id="present")
    offer = job({"clinical_half_days": 6, "rvu_target": 4000})
    found = finding(checked(offer, person(now=now)), "target-not-scaled")
    assert "in your present job are 3,000 at 0.6" in found.text
    assert "1,000 are hidden" in found.text


def test_a_target_at_or_under_the_scaled_one_is_no_finding():
    assert state(checked(with_figures(FINE, rvu_target=2400)), "target-not-scaled") == "clear"


def test_where_there_is_no_target_nothing_is_hidden_and_nobody_asks_for_it():
    no_target = answering(without(FINE, "rvu-target"), "rvu-scaling", "no-target")
    check = checked(no_target)
    assert state(check, "target-not-scaled") == "clear"
    assert check.unanswered == ()


def test_a_norm_of_the_specialty_goes_before_a_general_one():
    whom = person(ANSWERS.with_value("specialty", "Family medicine, rural"))
    offer = job({"education_fte": 0.5}, role="core-faculty")
    found = finding(checked(offer, whom), "below-norm")
    assert "0.6" in found.text
    assert found.source == "fm-core-2023"


@pytest.mark.parametrize(
    ("specialty", "least"),
    [
        ("Emergency medicine", "0.1"),
        ("hospital medicine, emergency medicine", "0.1"),
        ("Family medicine and emergency medicine", "0.6"),
        ("Pediatric emergency medicine", None),
        ("Emergency medicine nursing", None),
        ("", None),
    ],
)
def test_a_specialty_is_known_by_its_whole_name(specialty, least):
    whom = person(Answers(MappingProxyType({"specialty": specialty})))
    check = checked(job({"education_fte": 0.05}, role="core-faculty"), whom)
    found = finding(check, "below-norm")
    assert (
        (f"asks for {least}" in found.text or f"names {least}" in found.text)
        if least
        else (found is None)
    )


@pytest.mark.parametrize(("there", "fires"), [(2, True), (3, True), (3.2, False), (4, False)])
def test_a_promise_kept_under_the_drift_line_is_to_settle_before_signing(there, fires):
    # 0.4 of 40 hours are 16; 2 half-days of 4 are 8, half; 3 are 75 percent; 3.2 are 80
    check = checked(job({"education_fte": 0.4, "delivered_half_days": there}))
    found = finding(check, "culture-risk")
    assert (found in check.serious) == fires
    if there == 2:
        assert "16 hours a week" in found.text
        assert "8 hours: half of it. Under 80 percent is called drift here." in found.text


def test_where_no_figure_is_known_for_a_role_the_norm_is_unknown_not_met():
    offer = job({"education_fte": 0.9}, role="simulation-director")
    check = checked(offer)
    assert state(check, "below-norm") == "unknown"
    assert state(checked(replace(offer, role=None)), "below-norm") == "unknown"


def test_under_an_hour_a_week_is_rounding_and_no_finding():
    assert state(checked(with_figures(FINE, education_fte="0.52")), "over-allocated") == "clear"
    assert state(checked(with_figures(FINE, hours="40.9")), "hidden-hours") == "clear"


def test_a_share_they_state_is_no_half_day_that_was_counted():
    stated = with_figures(FINE, clinical_half_days=None, clinical_fte="0.5")
    check = checked(stated)
    assert check.total == 1
    assert state(check, "over-allocated") == "unknown"
    contradicting = checked(with_figures(FINE, clinical_half_days=8, clinical_fte="0.5"))
    assert "though they state 0.5" in finding(contradicting, "over-allocated").text


def test_another_way_of_counting_changes_the_finding():
    offer = with_figures(FINE, clinical_half_days=5)
    assert state(checked(offer), "over-allocated") == "clear"
    assert state(checked(offer, week=EIGHTHS), "over-allocated") == "fires"


def test_a_clinical_share_outside_the_limits_is_serious_and_one_beside_the_wish_is_not():
    outside = finding(checked(with_figures(FINE, clinical_half_days=7)), "clinical-share-mismatch")
    beside = finding(checked(with_figures(FINE, clinical_half_days=3)), "clinical-share-mismatch")
    assert (outside.severity, beside.severity) == ("serious", "caution")


def test_without_a_floor_or_a_wish_nothing_is_ruled_out():
    nobody = person(Answers())
    check = checked(FINE, nobody)
    assert state(check, "income-below-floor") == "unknown"
    assert state(check, "clinical-share-mismatch") == "unknown"


def test_an_accepted_cut_makes_a_floor_too():
    whom = person(Answers(MappingProxyType({"income-now": 300000, "income-drop": 10})))
    found = finding(checked(with_figures(FINE, pay=250000), whom), "income-below-floor")
    assert (
        "20,000 USD under 270,000 USD, which is the 300,000 USD you earn now less the 10 percent "
        "you could give up" in found.text
    )
    assert "20,000 USD" in found.ask
    assert "I need" not in found.ask


SAID_OF_PAY = {"income-now": 290000, "income-drop": 15, "income-floor": 240000}


def test_of_two_limits_for_pay_each_says_where_it_comes_from_and_need_goes_first():
    said = {"income-now": 290000, "income-drop": 10, "income-floor": 220000}
    whom = person(Answers(MappingProxyType(said)))
    over_need = finding(checked(with_figures(FINE, pay=240000), whom), "income-below-floor")
    assert "220,000" not in over_need.text
    assert "21,000 USD under 261,000 USD, which is the 290,000 USD you earn now" in over_need.text
    under_both = finding(checked(with_figures(FINE, pay=210000), whom), "income-below-floor")
    assert "10,000 USD under the 220,000 USD you said you need, and 51,000" in under_both.text
    assert "261,000 USD a year. Where could the other 51,000 USD come from?" in under_both.ask
    uncut = person(Answers(MappingProxyType({**said, "income-drop": 0})))
    found = finding(checked(with_figures(FINE, pay=280000), uncut), "income-below-floor")
    assert "under the 290,000 USD you earn now, none of which you would give up" in found.text


def test_who_gets_what_the_sentence_about_pay_asks_for_has_no_finding_left():
    whom = person(Answers(MappingProxyType(SAID_OF_PAY)))
    found = finding(checked(with_figures(FINE, pay=228000), whom), "income-below-floor")
    assert "18,500 USD under 246,500 USD" in found.text
    assert "it has to come to 246,500 USD a year" in found.ask
    assert state(checked(with_figures(FINE, pay=246500), whom), "income-below-floor") == "clear"


def test_what_is_said_and_not_written_is_named():
    answers = {**FINE.answers, "schedule": JobAnswer("mine", in_writing=False)}
    answers["promotion"] = JobAnswer("written")
    check = checked(replace(FINE, answers=MappingProxyType(answers)))
    text = finding(check, "not-in-writing").text
    assert text.startswith("2 of ")
    assert "who controls the schedule" in text
    assert "promotion and pay" in text


def test_an_answer_that_settles_nothing_leaves_its_finding_open():
    later = checked(answering(FINE, "what-goes", "later"))
    assert state(later, "add-on-role") == "unknown"
    vague = checked(answering(FINE, "reaction", "vague"))
    assert state(vague, "uneasy-about-questions") == "unknown"


def test_words_that_name_no_choice_are_kept_but_settle_nothing():
    check = checked(answering(FINE, "schedule", "", "it depends"))
    assert state(check, "schedule-not-yours") == "unknown"
    assert "schedule" in check.unanswered
    left = next(one for one in check.not_checked if one.id == "schedule-not-yours")
    assert "answered in words" in left.text


def test_what_is_unanswered_is_counted_and_the_articles_questions_come_first():
    check = checked(Job("offer", "A job"))
    assert len(check.unanswered) == len(OFFERS.questions)
    assert check.key_unanswered[:2] == ("half-days", "education-time")
    text = finding(check, "unanswered").text
    assert text.startswith(f"{len(OFFERS.questions)} of {len(OFFERS.questions)} questions")
    assert "Ask first about half-days of clinical work" in text


def test_the_must_have_is_asked_only_of_somebody_who_has_one():
    nobody = person(Answers())
    assert "must-have" not in checked(Job("offer", "A job"), nobody).unanswered
    assert "must-have" in checked(Job("offer", "A job")).unanswered


def test_the_job_one_has_is_not_asked_about_its_predecessor():
    check = checked(Job("present", "Hospitalist"))
    assert "predecessor" not in check.unanswered
    for flag in ("predecessor-left-early", "uneasy-about-questions"):
        assert flag not in check.cleared
        assert flag not in [one.id for one in (*check.findings, *check.not_checked)]


def test_serious_findings_stand_first():
    check = checked(job({"education_fte": 0.3, "pay": 1}))
    severities = [one.severity for one in check.findings]
    assert severities == sorted(severities, key=["serious", "caution", "open"].index)


def test_every_finding_says_what_to_say_next_and_where_it_comes_from():
    for flag in OFFERS.red_flags.values():
        assert flag.ask.endswith(("?", "."))
        assert flag.why
        assert flag.source
