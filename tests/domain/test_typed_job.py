from datetime import date
from decimal import Decimal
from types import MappingProxyType

import pytest

from job_examples import EIGHTHS, NINE, OFFERS, WEEK, job, with_figures
from medpivot.domain.jobs import Job, JobAnswer, Jobs
from medpivot.domain.typed_answers import Setting, answered_job, choice_meant, pairs
from medpivot.domain.typed_job import (
    TypedJob,
    blank_job,
    changed_job,
    currency_meant,
    find,
    parse_figure,
    stage_meant,
)
from medpivot.errors import MedpivotError

TODAY = date(2026, 11, 22)
D = Decimal
ROLES = {"clerkship-director": "Clerkship or block director"}
SETTING = Setting(OFFERS, WEEK, "USD")


@pytest.mark.parametrize(
    ("key", "raw", "value"),
    [
        ("education_fte", "0.4", "0.4"),
        ("education_fte", ".4", "0.4"),
        ("education_fte", "40%", "0.4"),
        ("education_fte", "40 percent", "0.4"),
        ("education_fte", "16h", "0.4"),
        ("education_fte", "16 hours", "0.4"),
        ("education_fte", "4 half-days", "0.4"),
        ("education_fte", "0.4 FTE", "0.4"),
        ("clinical_half_days", "8", "8"),
        ("clinical_half_days", "7.5 half-days", "7.5"),
        ("clinical_half_days", "0.8 FTE", "8"),
        ("clinical_half_days", "32 h", "8"),
        ("hours", "48", "48"),
        ("hours", "48 h", "48"),
        ("clinical_percent", "60%", "60"),
        ("service_weeks", "12 weeks", "12"),
        ("rvu_target", "5,000", "5000"),
        ("rvu_target", "5k", "5000"),
        ("rvu_target", "4800 wRVUs", "4800"),
        ("pay", "210k", "210000"),
        ("pay", "$210,000", "210000"),
    ],
)
def test_a_figure_is_understood_in_the_ways_people_write_it(key, raw, value):
    assert parse_figure(key, raw, WEEK, "USD") == D(value)


def test_hours_and_half_days_are_converted_with_the_weeks_own_way_of_counting():
    assert parse_figure("education_fte", "3 half-days", NINE) == D(1) / D(3)
    assert parse_figure("clinical_half_days", "20h", EIGHTHS) == 4


@pytest.mark.parametrize(
    ("key", "raw", "reason"),
    [
        ("hours", "many", "not a number"),
        ("hours", "-4", "less than 0"),
        ("hours", "4 apples", "write 48"),
        ("education_fte", "0,4", "with a point"),
        ("education_fte", "", "not a number"),
        ("pay", "-1", "has a sign"),
        ("pay", "200k EUR", "two currencies"),
        ("pay", "nan", "not a sum"),
        ("rvu_target", "1e9", "not a figure"),
        ("hours", "٤٨", "not a number"),
    ],
)
def test_what_is_no_such_figure_is_refused_with_the_reason(key, raw, reason):
    with pytest.raises(ValueError, match=reason):
        parse_figure(key, raw, WEEK, "USD")


@pytest.mark.parametrize(
    ("figures", "key"),
    [
        ({"fte": "1.6"}, "fte"),
        ({"education_fte": "1.51"}, "education_fte"),
        ({"fte": "0"}, "fte"),
        ({"clinical_half_days": "16"}, "clinical_half_days"),
        ({"hours": "169"}, "hours"),
        ({"clinical_percent": "101"}, "clinical_percent"),
        ({"service_weeks": "53"}, "service_weeks"),
    ],
)
def test_a_figure_out_of_bounds_is_a_problem(figures, key):
    _, problems = changed_job(job(), TypedJob(figures=figures), WEEK, "", ROLES)
    assert [one.key for one in problems] == [key]


def test_all_problems_are_found_at_once():
    typed = TypedJob(
        title="  ",
        role="dean of everything",
        starts=date(2027, 1, 2),
        ends=date(2027, 1, 1),
        figures={"fte": "2", "pay": "-3"},
        levels=("students=9", "fun=2"),
        clear=("everything",),
    )
    _, problems = changed_job(job(), typed, WEEK, "", ROLES)
    assert sorted(one.key for one in problems) == sorted(
        ["title", "role", "ends", "fte", "pay", "levels", "levels", "clear"]
    )


def test_what_was_wrong_before_is_not_held_against_the_person():
    odd = with_figures(job(), clinical_half_days=20)
    changed, problems = changed_job(odd, TypedJob(note="read again"), WEEK, "", ROLES)
    assert problems == []
    assert changed.note == "read again"


def test_a_role_is_found_by_its_title_and_a_value_can_be_taken_back():
    typed = TypedJob(role="Clerkship or block director", clear=("pay", "note"))
    changed, problems = changed_job(
        with_figures(job(role=None, note="x"), pay=1), typed, WEEK, "", ROLES
    )
    assert problems == []
    assert (changed.role, changed.pay, changed.note) == ("clerkship-director", None, "")


def test_a_second_currency_is_refused_and_the_first_is_kept():
    assert currency_meant(TypedJob(figures={"pay": "200k EUR"}), "") == "EUR"
    assert currency_meant(TypedJob(figures={"pay": "200k"}), "EUR") == "EUR"
    with pytest.raises(ValueError, match="two currencies"):
        currency_meant(TypedJob(figures={"pay": "200k EUR"}), "USD")
    with pytest.raises(ValueError, match="two currencies"):
        currency_meant(TypedJob(currency="chf"), "USD")


def test_ids_come_from_the_title_and_from_the_employer_where_it_is_taken():
    first = blank_job(Jobs(), "Clerkship Director", "St. Mary's", TODAY)
    second = blank_job(Jobs((first,)), "Clerkship Director", "County", TODAY)
    third = blank_job(Jobs((first, second)), "Clerkship Director", "County", TODAY)
    assert [one.id for one in (first, second, third)] == [
        "clerkship-director",
        "clerkship-director-county",
        "clerkship-director-county-2",
    ]
    assert blank_job(Jobs(), "Present", None, TODAY).id != "present"


def test_a_job_is_found_by_id_beginning_or_title_and_a_removed_one_is_not():
    jobs = Jobs((Job("apd", "APD at Lakeside"), Job("gone", "Gone", removed=True)))
    assert find(jobs, "apd-at-lakeside").id == find(jobs, "ap").id == "apd"
    for missing in ("gone", "nothing", "present"):
        with pytest.raises(MedpivotError):
            find(jobs, missing)


def test_a_stage_is_understood_and_a_misspelled_one_is_not_guessed():
    assert stage_meant("Turned down") == "turned-down"
    with pytest.raises(ValueError, match="did you mean applied"):
        stage_meant("aplied")


@pytest.mark.parametrize(
    ("text", "choice", "words"),
    [
        ("theirs", "theirs", ""),
        ("theirs, the chief adds clinics", "theirs", "the chief adds clinics"),
        ("theirs: the chief, mostly", "theirs", "the chief, mostly"),
        ("Somebody can add sessions alone", "theirs", ""),
        ("Others make it, and agree changes with me first", "agreed", ""),
        ("it depends, theirs or mine", None, "it depends, theirs or mine"),
    ],
)
def test_an_answer_is_a_choice_and_the_words_behind_it_or_only_words(text, choice, words):
    found, rest = choice_meant(OFFERS.question("schedule"), text)
    assert (found and found.id, rest) == (choice, words)


def test_answers_fill_figures_choices_and_words():
    changed, problems = answered_job(
        job(),
        {
            "half-days": "8, charting afterwards",
            "schedule": "mine",
            "pay": "210,000 USD",
            "support": "half a coordinator",
        },
        ["half-days"],
        ["schedule"],
        SETTING,
    )
    assert problems == []
    assert (changed.clinical_half_days, changed.pay) == (8, 210000)
    assert changed.answer("half-days") == JobAnswer("", "charting afterwards", in_writing=True)
    assert changed.answer("schedule") == JobAnswer("mine", "", in_writing=False)
    assert changed.answer("support").words == "half a coordinator"


def test_an_empty_answer_takes_the_old_one_back():
    known = with_figures(job(choices={"schedule": "mine"}), clinical_half_days=8)
    changed, _ = answered_job(known, {"schedule": "", "half-days": " "}, [], [], SETTING)
    assert changed.clinical_half_days is None
    assert changed.answers == {}


def test_another_figure_is_no_longer_the_one_that_was_in_writing():
    written = with_figures(
        job(answers={"half-days": JobAnswer(in_writing=True)}), clinical_half_days=6
    )
    other, _ = answered_job(written, {"half-days": "8"}, [], [], SETTING)
    same, _ = answered_job(written, {"half-days": "6"}, [], [], SETTING)
    assert (other.answer("half-days").in_writing, same.answer("half-days").in_writing) == (
        None,
        True,
    )


def test_everything_wrong_with_answers_is_found_at_once():
    problems = []
    texts = pairs(["schedul=mine", "half-days=many", "nothing", "pay=1", "pay=2"], problems)
    _, found = answered_job(job(), texts, ["promotion", "nonsense"], [], SETTING)
    assert sorted(one.key for one in (*problems, *found)) == [
        "answer",
        "answer",
        "answer",
        "clinical_half_days",
        "in-writing",
        "in-writing",
    ]


def test_a_target_beside_the_answer_that_there_is_none_is_refused():
    known = with_figures(job(), rvu_target=5000)
    _, problems = answered_job(known, {"rvu-scaling": "no-target"}, [], [], SETTING)
    assert [one.key for one in problems] == ["rvu_target"]


def test_levels_are_kept_by_dimension():
    typed = TypedJob(levels=("students=3", "leadership=0"))
    changed, problems = changed_job(job(), typed, WEEK, "", ROLES)
    assert problems == []
    assert changed.levels == MappingProxyType({"students": 3, "leadership": 0})
