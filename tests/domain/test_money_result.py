from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medpivot.domain.amounts import with_currency
from medpivot.domain.money_facts import LoanForgiveness
from medpivot.domain.money_inputs import fill
from medpivot.domain.money_result import reckon
from medpivot.domain.money_warnings import missing, missing_household, warnings
from medpivot.domain.programs import Program, Programs
from money_examples import ROLE, STAY, TRAIN, column, money, person, result

RULE = LoanForgiveness(Decimal(30), "Thirty hours.", "Ask.", "pages")


def said(found, warning_id):
    return [one.text for one in warnings(found, RULE) if one.id == warning_id]


def test_break_even_is_the_year_from_which_on_it_is_never_behind():
    # 260,000 flat against 240,000 with 10 percent: ahead after one and two years
    # (260 > 240, 520 > 504), behind after three (780 < 794.4)
    figures = {"stay": {**STAY, "raise": 10}, "role": {"pay": 260_000, "hours": 40}}
    assert result(years=2, **figures).scenario("role").break_even.year == 1
    later = result(years=3, **figures).scenario("role").break_even
    assert (later.state, later.year) == ("not-within", None)


@given(
    stay=st.integers(50_000, 500_000),
    pay=st.integers(50_000, 500_000),
    more=st.integers(0, 200_000),
    months=st.integers(1, 30),
    growth=st.integers(0, 8),
)
def test_more_pay_in_the_role_never_moves_break_even_later(stay, pay, more, months, growth):
    def year(role_pay):
        train = {**TRAIN, "pay": role_pay, "training_months": months}
        found = result(years=12, stay={"pay": stay, "raise": growth, "hours": 50}, train=train)
        return found.scenario("train-then-role").break_even.year or 99

    assert year(pay + more) <= year(pay)


def test_the_floor_is_held_against_what_is_left_after_tuition():
    # net 183,000, 126,000, 210,000 against needs of 180,000 that grow by 5 percent a year:
    # 180,000, 189,000, 198,450
    found = result(stay=STAY, train=TRAIN, household={"needs": 180_000, "growth": 5})
    train = found.scenario("train-then-role")
    assert train.floor_breach == (2,)
    assert found.scenario("stay").floor_breach == ()
    assert said(found, "below-floor") == [
        "Below what your household must have in year 2, by up to 63,000 USD."
    ]


def test_wants_are_kept_apart_from_the_floor():
    household = {"needs": 180_000, "wants": 40_000}
    found = result(stay=STAY, role=ROLE, household=household)
    assert found.scenario("role").floor_breach == ()
    assert found.scenario("role").wants_breach == (1, 2, 3)
    assert found.scenario("stay").wants_breach == ()


def test_a_floor_that_cannot_be_told_is_unknown_not_held():
    assert result(stay=STAY, role=ROLE).scenario("role").floor_breach is None
    unknown_pay = result(stay=STAY, role={"hours": 40}, household={"needs": 100_000})
    assert unknown_pay.scenario("role").floor_breach is None
    assert unknown_pay.scenario("role").floor_open == (1, 2, 3)


def test_known_breaches_are_told_even_where_other_years_are_unknown():
    found = result(
        stay=STAY, role={"role_from": 13, "hours": 44}, household={"needs": 250_000}
    ).scenario("role")
    assert found.floor_breach == (1,)
    assert found.floor_open == (2, 3)


def test_the_accepted_cut_is_one_of_todays_pay():
    # 10 percent of 240,000 leaves 216,000; the role pays 210,000
    found = result(stay=STAY, role=ROLE, household={"drop": 10})
    assert found.least == 216_000
    assert found.scenario("role").drop_breach == (1, 2, 3)
    assert result(stay=STAY, role=ROLE, household={"drop": 15}).scenario("role").drop_breach == ()


def test_an_hour_is_worth_less_when_the_promise_is_not_kept():
    # 207,000 over 45 x 46 = 2,070 hours is 100.00; with half of 16 hours delivered the week has
    # 45 + 8 = 53 hours, 2,438 a year: 84.91. With none: 61 x 46 = 2,806: 73.77
    figures = {"pay": 207_000, "hours": 45, "education_promised": 16, "education_delivered": 8}
    found = result(stay=STAY, role=figures)
    eroded = found.scenario("role").erosion
    assert [(kept.delivered, kept.weekly, kept.hourly) for kept in eroded.steps] == [
        (16, 45, Decimal("100.00")),
        (12, 49, Decimal("91.84")),
        (8, 53, Decimal("84.91")),
        (0, 61, Decimal("73.77")),
    ]
    assert eroded.real.hourly == Decimal("84.91")
    (warning,) = said(found, "eroded")
    assert "the week has 53 hours: 84.91 USD an hour instead of 100 USD" in warning


def test_the_pay_of_an_hour_is_one_figure_wherever_it_stands():
    # 3 years with raises, 45 hours promised and 53 as it is; a training year before the role
    figures = {"pay": 207_000, "raise": 3, "hours": 45}
    promise = {"education_promised": 16, "education_delivered": 8}
    found = result(stay=STAY, role={**figures, **promise}, train={**TRAIN, **figures, **promise})
    for one in found.scenarios[1:]:
        assert one.erosion.real.hourly == one.hourly
        assert with_currency(one.hourly, "USD") in " ".join(said(found, "eroded"))
    kept = result(stay=STAY, role={**figures, "education_promised": 16})
    assert found.scenario("role").erosion.steps[0].hourly == kept.scenario("role").hourly
    assert column(found.scenario("role"), "hours") == [2_438, 2_438, 2_438]


@given(delivered=st.lists(st.integers(0, 20), min_size=2, max_size=2).map(sorted))
def test_delivering_more_of_the_promise_never_lowers_the_pay_of_an_hour(delivered):
    def hourly(hours):
        role = {**ROLE, "education_promised": 16, "education_delivered": hours}
        return result(stay=STAY, role=role).scenario("role").erosion.real.hourly

    assert hourly(delivered[0]) <= hourly(delivered[1])


def test_delivering_more_than_promised_is_no_erosion():
    role = {**ROLE, "education_promised": 8, "education_delivered": 10}
    assert said(result(stay=STAY, role=role), "eroded") == []


def test_under_thirty_paid_hours_loan_forgiveness_is_at_risk_and_study_does_not_count():
    # 50 hours less 45 percent are 27.5 paid hours; 10 hours of study do not help
    found = result(stay=STAY, train={**TRAIN, "pay_cut": 45})
    (warning,) = said(found, "forgiveness-hours")
    assert warning.startswith("While training you would work 27.5 paid hours a week.")
    assert said(result(stay=STAY, train={**TRAIN, "pay_cut": 40}), "forgiveness-hours") == []


def test_whoever_does_not_count_on_loan_forgiveness_is_not_warned():
    entered = replace(money(stay=STAY, role={**ROLE, "hours": 20}), loan_forgiveness="no")
    assert said(reckon(fill(entered, person())), "forgiveness-hours") == []
    counting = replace(
        money(stay=STAY, train={**TRAIN, "training_pay": 90_000}), loan_forgiveness="yes"
    )
    assert said(reckon(fill(counting, person())), "forgiveness-employer")


def test_whoever_counts_on_forgiveness_is_told_that_the_employer_decides():
    entered = replace(money(stay=STAY, role=ROLE, train=TRAIN), loan_forgiveness="yes")
    found = [
        one
        for one in warnings(reckon(fill(entered, person())), RULE)
        if one.id == "forgiveness-employer"
    ]
    assert {one.scenario for one in found} == {"role", "train-then-role"}
    assert all("who would employ you is not known" in one.text for one in found)
    assert all(one.source == "pages" for one in found)


def test_raises_entered_for_staying_alone_are_pointed_out():
    assert said(result(stay={**STAY, "raise": 3}, role=ROLE), "uneven-raises")
    assert not said(result(stay={**STAY, "raise": 3}, role={**ROLE, "raise": 1}), "uneven-raises")


def test_training_beyond_the_years_reckoned_is_pointed_out():
    found = result(years=1, stay=STAY, train=TRAIN)
    assert "month 7 to month 24" in said(found, "training-past-the-years")[0]


def test_every_missing_figure_is_named_with_its_key():
    found = result(stay={}, role={}, train={})
    keys = [each.key for one in found.scenarios for each in missing(one, found)]
    assert keys == [
        "stay.pay",
        "stay.hours",
        "role.pay",
        "role.hours",
        "train-then-role.training_months",
        "train-then-role.tuition",
        "train-then-role.pay_cut",
        "train-then-role.study_hours",
    ]
    assert [one.key for one in missing_household(found)] == ["needs", "drop"]


def test_answers_of_the_assessment_stand_in_where_money_says_nothing():
    answers = {"income-now": 300_000, "hours-now": 60, "income-floor": 200_000, "income-drop": 20}
    found = result(answers=answers, stay={"hours": 55})
    stay = found.inputs.stay
    assert (stay["pay"].value, stay["pay"].origin) == (
        300_000,
        "your answer to income-now of 2026-11-22",
    )
    assert (stay["hours"].value, stay["hours"].origin) == (55, "money.toml, scenario.stay.hours")
    assert found.inputs.household["needs"].value == 200_000
    assert found.least == 240_000
    assert found.scenario("role").hourly is None


def test_hours_averaged_over_the_year_count_in_all_of_its_weeks():
    # seven on, seven off at 84 hours: 42 on average, 2,184 hours in the year
    found = result(answers={"income-now": 290_000, "hours-now": 42}, general={"weeks": 46})
    stay = found.scenario("stay")
    assert stay.filled["weeks"].value == 52
    assert "average" in stay.filled["weeks"].origin
    assert stay.years[0].hours == 2_184
    assert round(stay.hourly, 2) == Decimal("132.78")
    assert found.scenario("role").filled["weeks"].value == 46


@pytest.mark.parametrize("entered", [{"hours": 84, "weeks": 26}, {"weeks": 52}])
def test_what_is_entered_for_today_goes_before_the_average(entered):
    stay = result(answers={"income-now": 290_000, "hours-now": 42}, stay=entered).scenario("stay")
    assert stay.years[0].hours == 2_184


def test_after_training_the_same_role_is_meant_unless_something_else_is_entered():
    found = result(stay=STAY, role=ROLE, train={"pay": 230_000})
    train = found.scenario("train-then-role").filled
    assert train["pay"].value == 230_000
    assert train["hours"].value == 44
    assert "the same role" in train["hours"].origin
    assert "the same role" in train["hours"].taken_from
    assert train["pay"].taken_from == ""


def test_the_only_program_is_reckoned_with_and_of_several_none_is():
    one = Program(
        "mhpe",
        "MHPE",
        "masters",
        cost=Decimal(28_000),
        months=24,
        hours=Decimal(8),
        lost_fte=Decimal("0.2"),
    )
    found = result(stay=STAY, role=ROLE, programs=Programs((one,)))
    train = found.scenario("train-then-role")
    # 240,000 less 20 percent, less 14,000 of tuition a year
    assert [float(row.net) for row in train.years] == [178_000, 178_000, 210_000]
    assert train.filled["tuition"].origin == "training.toml, program.mhpe.cost"
    other = Program("other", "Other", "masters", cost=Decimal(1))
    both = result(stay=STAY, role=ROLE, programs=Programs((one, other)))
    assert both.scenario("train-then-role").nothing_known
    lacking = missing(both.scenario("train-then-role"), both)
    assert [each.key for each in lacking] == ["train-then-role.program"]
