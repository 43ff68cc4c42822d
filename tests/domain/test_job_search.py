from types import MappingProxyType

import pytest

from job_examples import ANSWERS, INTERVIEW, OFFERS, ROLES
from medpivot.domain.answers import Answers
from medpivot.domain.environment import weigh_moves
from medpivot.domain.job_search import searches

CLERKSHIP = ROLES.role("clerkship-director")


def test_each_title_gets_a_quoted_phrase_and_all_of_them_one_boolean_line():
    found = searches([CLERKSHIP], OFFERS, "psychiatry").roles[0]
    assert [one.text for one in found.phrases] == [
        f'"{title}" "psychiatry"' for title in CLERKSHIP.titles
    ]
    assert found.boolean.startswith('("Clerkship Director" OR "Associate Clerkship Director"')
    assert ') AND ("psychiatry" OR "behavioral health")' in found.boolean


def test_the_five_titles_of_the_article_are_always_there():
    lines = [one.text for one in searches([], OFFERS, "neurology").usual]
    assert lines == [
        '"Clerkship Director" "neurology"',
        '"Associate Program Director" "neurology" residency',
        '"Director of Simulation"',
        '"Director of Undergraduate Medical Education" "neurology"',
        '"Health Professions Education Faculty"',
    ]


def test_without_a_specialty_no_line_names_one():
    found = searches([CLERKSHIP], OFFERS, "")
    assert '"Associate Program Director"' in [one.text for one in found.usual]
    assert "AND (faculty OR physician)" in found.roles[0].boolean
    assert not any("{" in one.text or '""' in one.text for one in found.usual)


@pytest.mark.parametrize("specialty", ['a "quoted" one', "back\\slash", "two\nlines", "x" * 500])
def test_no_specialty_breaks_a_line_or_its_quotation_marks(specialty):
    line = searches([], OFFERS, specialty).usual[0].text
    assert line.count('"') == 4
    assert "\n" not in line
    assert "\\" not in line
    assert len(line) < 120


@pytest.mark.parametrize(
    ("typed", "looked_for"),
    [
        ("hospitalist (internal medicine)", "hospitalist"),
        ("Internal medicine / pediatrics", "Internal medicine"),
        ("my own thing, family medicine", "family medicine"),
        ("obstetrics and gynecology", "obstetrics and gynecology"),
        ("pediatric emergency medicine", "pediatric emergency medicine"),
    ],
)
def test_of_many_words_the_specialty_that_adverts_know_is_looked_for(typed, looked_for):
    found = searches([], OFFERS, typed)
    assert found.specialty == looked_for
    assert found.usual[0].text == f'"Clerkship Director" "{looked_for}"'


def test_a_specialty_of_ones_own_stands_alone():
    assert searches([], OFFERS, "Space medicine").names == ("Space medicine",)


def test_the_moves_follow_the_drains_and_what_drains_most_counts_twice():
    nights = Answers({"dread": ("nights-weekends", "call-pager"), "dread-most": "call-pager"})
    assert weigh_moves(OFFERS.moves, nights, INTERVIEW).moves[0].move.id == "to-outpatient"
    inbox = Answers({"dread": ("inbox", "prior-auths"), "dread-most": "inbox"})
    assert weigh_moves(OFFERS.moves, inbox, INTERVIEW).moves[0].move.id == "to-inpatient"


def test_a_move_that_would_bring_the_worst_drain_does_not_lead():
    answers = Answers(
        {"dread": ("nights-weekends", "paperwork", "isolation"), "dread-most": "nights-weekends"}
    )
    order = [one.move.id for one in weigh_moves(OFFERS.moves, answers, INTERVIEW).moves]
    assert order.index("to-outpatient") < order.index("to-inpatient")


def test_a_move_away_from_another_kind_of_place_comes_last():
    answers = Answers({"dread": ("productivity-scores",), "setting": "academic"})
    found = weigh_moves(OFFERS.moves, answers, INTERVIEW).moves
    assert found[-1].move.id == "teaching-safety-net"
    assert not found[-1].leads_away


@pytest.mark.parametrize(
    ("specialty", "there"),
    [
        ("hospital medicine", True),
        ("Nocturnist, hospitalist", True),
        ("pediatric hospital medicine", True),
        ("hospital medicine and primary care", False),
        ("internal medicine", False),
        (None, False),
    ],
)
def test_who_works_on_the_wards_is_not_sent_there(specialty, there):
    said = {"dread": ("prior-auths", "inbox"), "dread-most": "prior-auths"}
    if specialty:
        said["specialty"] = specialty
    found = weigh_moves(OFFERS.moves, Answers(MappingProxyType(said)), INTERVIEW)
    to_wards = next(one for one in found.moves if one.move.id == "to-inpatient")
    assert to_wards.already == (specialty if there else "")
    assert (found.moves[-1] is to_wards) is there
    assert (to_wards.points_to == ()) is there
    assert ("inbox" in found.not_answered) is there


def test_drains_that_no_place_changes_are_named():
    answers = Answers({"dread": ("litigation", "inbox")})
    assert weigh_moves(OFFERS.moves, answers, INTERVIEW).not_answered == ("litigation",)


def test_without_drains_the_moves_stay_in_their_order():
    found = weigh_moves(OFFERS.moves, ANSWERS, INTERVIEW)
    assert [one.move for one in found.moves] == list(OFFERS.moves)
    assert found.drains == ()
