from dataclasses import replace
from datetime import date

import pytest

from drawing import drawn
from golden import Golden, golden  # noqa: F401
from job_examples import (
    ANSWERS,
    INTERVIEW,
    OFFERS,
    ROLES,
    WEEK,
    checked,
    fine_job,
    held,
    job,
    person,
    without,
)
from medpivot import catalogue
from medpivot.domain.environment import weigh_moves
from medpivot.domain.job_search import searches
from medpivot.domain.jobs import Jobs
from medpivot.domain.offer_ranking import rank_jobs
from medpivot.domain.wants import wanted
from medpivot.show.job_check import offer_check
from medpivot.show.job_comparison import job_comparison
from medpivot.show.job_questions import job_questions
from medpivot.show.job_ranking import ranking
from medpivot.show.job_search import moves, search_lines
from medpivot.show.job_settings import job_settings
from medpivot.show.jobs import job_page, jobs_list

TODAY = date(2026, 11, 22)
TRAP = job(
    {
        "clinical_half_days": 8,
        "education_fte": 0.4,
        "fte": 1,
        "hours": 40,
        "pay": 225000,
        "rvu_target": 5000,
        "rvu_before": 5000,
    },
    {"schedule": "theirs", "promotion": "spoken"},
    id="st-marys",
    employer="St. Mary's",
    stage="offer",
    stage_on=date(2026, 11, 20),
)
GOOD = fine_job(id="county", employer="County", stage="talking", stage_on=TODAY)
ASKED = without(replace(GOOD, id="lakeside", employer="Lakeside", stage="found"), "pay")
ALL = (TRAP, GOOD, ASKED)
PERSON = person()
RANKED = rank_jobs([checked(one) for one in ALL], wanted(ANSWERS, INTERVIEW), OFFERS, ROLES, PERSON)


def checking(*, references: bool = False):
    sources = catalogue.load_sources() if references else {}
    return offer_check(checked(TRAP), held(TRAP), OFFERS, sources)


def screens():
    checks = {one.id: checked(one) for one in ALL}
    questions = OFFERS.questions
    return {
        "check": checking(),
        "check with sources": checking(references=True),
        "list": jobs_list(Jobs(ALL), checks, TODAY, moves=True),
        "page": job_page(TRAP, questions, checks["st-marys"], WEEK, "USD", TODAY),
        "ranking": ranking(RANKED, OFFERS, PERSON, WEEK, moves=True),
        "comparison": job_comparison(RANKED, OFFERS, PERSON, WEEK),
        "questions": job_questions(TRAP, questions, "USD"),
        "search": search_lines(searches(ROLES.roles, OFFERS, "hospital medicine")),
        "moves": moves(weigh_moves(OFFERS.moves, ANSWERS, INTERVIEW), INTERVIEW, ()),
        "settings": job_settings(WEEK, "USD", OFFERS),
    }


SCREENS = screens()


def test_the_check_looks_as_it_did_on_a_screen(golden: Golden):  # noqa: F811
    golden("jobs-check-80.txt", drawn(checking()))


def test_the_ranking_looks_as_it_did_on_a_screen(golden: Golden):  # noqa: F811
    golden("jobs-rank-80.txt", drawn(SCREENS["ranking"]))


def test_jobs_side_by_side_look_as_they_did(golden: Golden):  # noqa: F811
    golden("jobs-compare-120.txt", drawn(SCREENS["comparison"], 120))


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("width", [80, 120])
def test_every_screen_fits_and_nothing_is_cut_off(name, width):
    shown = drawn(SCREENS[name], width)
    assert max(len(line) for line in shown.splitlines()) <= width
    assert "…" not in shown


def test_the_headline_says_what_to_settle_and_what_is_not_ruled_out():
    trap = " ".join(drawn(checking()).split())
    assert "Six things to settle before you sign." in trap
    assert "Three other serious traps are not ruled out: answers are missing." in trap
    fine = drawn(offer_check(checked(GOOD), held(GOOD), OFFERS, {}))
    assert "Nothing serious found, and nothing serious left unchecked." in fine


def test_the_serious_traps_that_the_headline_counts_stand_by_themselves():
    serious = drawn(checking()).split("Serious, and not ruled out")[1].split("\n\n")[0]
    for title in ("The role comes on top", "Education time loses here", "The questions were not"):
        assert title in serious
    assert serious.count("Ask") == 3
    assert "Education in name" not in serious


def test_the_sources_are_listed_in_full_when_they_are_asked_for():
    assert "Sources" not in drawn(checking())
    assert "Teach Learn Med 2021" in " ".join(drawn(checking(references=True)).split())


def test_every_result_says_how_it_was_counted():
    for name in ("check", "ranking", "comparison", "page", "settings"):
        assert "Counted with 10 half-days" in drawn(SCREENS[name])
