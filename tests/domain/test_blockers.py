from dataclasses import replace

import pytest
from catalogue_fixture import DIRECTOR, KEEN, SCHOLAR, TEACHER, answers

from medpivot.domain.blockers import blockers, clinical, income, lowest_income, relocation, training
from medpivot.domain.roles import IncomeChange

ASKED = ("none", "helpful", "preferred", "increasingly-expected", "often-yes", "usually-yes")


@pytest.mark.parametrize(
    ("would", "states"),
    [
        (None, "clear clear clear unknown unknown unknown"),
        ("none", "clear clear clear unknown unknown blocked"),
        ("certificate", "clear clear clear clear clear unknown"),
        ("part-time-degree", "clear clear clear clear clear clear"),
        ("fellowship-beside-job", "clear clear clear clear clear clear"),
        ("fellowship-post", "clear clear clear clear clear clear"),
        ("already-have", "clear clear clear clear clear clear"),
    ],
)
def test_training_blocks_only_where_it_is_usual_and_refused(would, states):
    person = answers() if would is None else answers(training=would)
    found = [training(replace(TEACHER, training=asked), person).state for asked in ASKED]
    assert found == states.split()


@pytest.mark.parametrize(
    ("limits", "state"),
    [
        ({}, "clear"),
        ({"clinical_least": 50}, "clear"),
        ({"clinical_least": 51}, "blocked"),
        ({"clinical_most": 20}, "clear"),
        ({"clinical_most": 19}, "blocked"),
        ({"clinical_least": 30, "clinical_most": 40}, "clear"),
        ({"clinical_least": 0, "clinical_most": 10}, "blocked"),
    ],
)
def test_clinical_time_blocks_only_where_the_whole_range_is_outside(limits, state):
    assert clinical(TEACHER, answers(**limits)).state == state


def test_a_clinical_limit_is_said_with_both_figures_and_the_smallest_step():
    blocker = clinical(TEACHER, answers(clinical_least=70))
    assert (
        blocker.reason
        == "It is usually 20 to 50 percent clinical; the least you could live with is 70."
    )
    assert blocker.change == "Accept 50 percent clinical time, or keep a clinic elsewhere."


@pytest.mark.parametrize(
    ("money", "state"),
    [
        ({}, "unknown"),
        ({"income_now": 300_000}, "unknown"),
        ({"income_floor": 200_000}, "unknown"),
        ({"income_now": 300_000, "income_floor": 240_000}, "clear"),
        ({"income_now": 300_000, "income_floor": 240_001}, "unknown"),
        ({"income_now": 300_000, "income_floor": 270_000}, "unknown"),
        ({"income_now": 300_000, "income_floor": 270_001}, "blocked"),
        ({"income_now": 300_000, "income_drop": 20}, "clear"),
        ({"income_now": 300_000, "income_drop": 10}, "unknown"),
        ({"income_now": 300_000, "income_drop": 0}, "blocked"),
        ({"income_now": 300_000, "income_floor": 100_000, "income_drop": 0}, "blocked"),
        ({"income_now": 300_000, "income_floor": 290_000, "income_drop": 50}, "blocked"),
    ],
)
def test_income_blocks_where_all_of_the_usual_pay_is_under_the_higher_limit(money, state):
    """The teacher's pay is usually 10 to 20 percent under what the person earns now."""
    assert income(TEACHER, answers(**money)).state == state


def test_income_without_a_sourced_figure_is_unknown_and_says_what_is_needed():
    blocker = income(DIRECTOR, KEEN)
    assert blocker.state == "unknown"
    assert "225,000" in blocker.reason
    assert blocker.change


def test_income_figures_are_in_the_money_of_the_person():
    blocker = income(TEACHER, answers(income_now=300_000, income_floor=280_000))
    assert "From 300,000 it would come to 240,000 to 270,000 a year" in blocker.reason
    assert "you need 280,000 a year" in blocker.reason
    assert "10,000 a year" in blocker.change


def test_the_higher_of_floor_and_accepted_cut_is_the_limit():
    assert (
        lowest_income(answers(income_now=300_000, income_floor=200_000, income_drop=25)) == 225_000
    )
    assert (
        lowest_income(answers(income_now=300_000, income_floor=250_000, income_drop=25)) == 250_000
    )
    assert lowest_income(answers(income_drop=25)) is None


def test_floating_point_noise_does_not_decide_about_a_floor():
    same = replace(TEACHER, income_change=IncomeChange(-30, -30, "judgement"))
    for pay in (123_457, 299_999, 312_345):
        assert income(same, answers(income_now=pay, income_drop=30)).state == "clear"


@pytest.mark.parametrize(
    ("would", "states"),
    [
        ("yes", "clear clear clear"),
        ("no", "clear unknown blocked"),
        ("unsure", "clear unknown unknown"),
        ("commute-or-remote", "clear unknown unknown"),
        (None, "clear unknown unknown"),
    ],
)
def test_moving_is_unknown_unless_the_person_or_the_role_settles_it(would, states):
    person = answers() if would is None else answers(relocate=would)
    roles = (TEACHER, DIRECTOR, SCHOLAR)  # rarely asks for a move, not known, often
    assert [relocation(role, person).state for role in roles] == states.split()


@pytest.mark.parametrize("role", [TEACHER, DIRECTOR, SCHOLAR])
def test_all_four_are_listed_and_each_that_is_not_clear_names_a_change(role):
    for person in (answers(), KEEN, answers(training="none", relocate="no", clinical_most=5)):
        found = blockers(role, person)
        assert [one.id for one in found] == ["training", "clinical", "income", "relocation"]
        assert all(one.reason.endswith(".") for one in found)
        assert all(bool(one.change) == (one.state != "clear") for one in found)
