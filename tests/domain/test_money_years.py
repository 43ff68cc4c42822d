"""Year-by-year tables, each worked out by hand in the comment beside it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medpivot.domain.money_years import Span
from money_examples import ROLE, STAY, TRAIN, column, result


def test_staying_with_raises():
    # pay 300,000 with 3.5 percent: 300,000 x 1.035 = 310,500; x 1.035 = 321,367.50
    # hours 55 x 46 weeks = 2,530 a year; 931,867.50 / 7,590 = 122.78 an hour
    stay = result(stay={"pay": 300_000, "raise": 3.5, "hours": 55}).scenario("stay")
    assert column(stay, "income") == [300_000, 310_500, 321_367.50]
    assert column(stay, "hours") == [2_530, 2_530, 2_530]
    assert column(stay, "net") == column(stay, "income")
    assert column(stay, "cumulative") == [300_000, 610_500, 931_867.50]
    assert stay.hourly == Decimal("122.78")
    assert stay.break_even.state == "baseline"


def test_a_role_that_begins_in_month_four_and_costs_a_move():
    # year 1: 3 months of 240,000 are 60,000; 9 months of 250,000 are 187,500; less a move of 12,000
    # the raise comes with the role's own second year, from month 16: year 2 has 3 months at
    # 250,000 and 9 at 260,000, 257,500; year 3 has 3 at 260,000 and 9 at 270,400, 267,800
    # staying: 240,000, 244,800, 249,696: 240,000 > 235,500, then 484,800 < 493,000
    # hours in year 1: 3/12 of 50 x 46 + 9/12 of 44 x 46 = 575 + 1,518 = 2,093
    found = result(
        stay={**STAY, "raise": 2},
        role={"pay": 250_000, "raise": 4, "hours": 44, "role_from": 4, "one_off_costs": 12_000},
    )
    role = found.scenario("role")
    assert column(role, "income") == [247_500, 257_500, 267_800]
    assert column(role, "costs") == [12_000, 0, 0]
    assert column(role, "net") == [235_500, 257_500, 267_800]
    assert column(role, "cumulative") == [235_500, 493_000, 760_800]
    assert column(role, "hours") == [2_093, 2_024, 2_024]
    assert (role.break_even.state, role.break_even.year) == ("reached", 2)
    assert role.ahead == 760_800 - (240_000 + 244_800 + 249_696)


def test_eighteen_months_of_training_from_month_seven_and_then_the_role():
    # training leaves 60 percent: 240,000 x 0.6 = 144,000 a year
    # year 1: 6 months present 120,000 + 6 months training 72,000; tuition 27,000 x 6/18 = 9,000
    # year 2: training 144,000; tuition 27,000 x 12/18 = 18,000;  year 3: the role
    # lost: (240,000 - 144,000) / 2 = 48,000, then 96,000
    # hours: 6/12 of 50 x 46 = 1,150 and 6/12 of (30 + 10) x 46 = 920; 1,840; 44 x 46 = 2,024
    # per hour: (192,000 + 144,000 + 210,000) / (2,070 + 1,840 + 2,024) = 546,000 / 5,934 = 92.01
    train = result(stay=STAY, role=ROLE, train=TRAIN).scenario("train-then-role")
    assert column(train, "income") == [192_000, 144_000, 210_000]
    assert column(train, "costs") == [9_000, 18_000, 0]
    assert column(train, "net") == [183_000, 126_000, 210_000]
    assert column(train, "cumulative") == [183_000, 309_000, 519_000]
    assert column(train, "hours") == [2_070, 1_840, 2_024]
    assert column(train, "lost") == [48_000, 96_000, 0]
    assert train.lost == 144_000
    assert train.hourly == Decimal("92.01")
    assert train.ahead == 519_000 - 720_000
    assert train.break_even.state == "not-within"


def test_nobody_is_paid_raises_for_years_before_the_role():
    # training in months 4 to 33, the role from month 34: year 3 ends with 3 months at 300,000;
    # year 4 has 9 more of them and 3 at 315,000: 225,000 + 78,750
    figures = {"pay": 300_000, "raise": 5, "hours": 40}
    train = {"training_from": 4, "training_months": 30, "pay_cut": 20, "tuition": 0, **figures}
    found = result(years=10, stay={**STAY, "raise": 5}, train={**train, "study_hours": 8})
    income = column(found.scenario("train-then-role"), "income")
    assert income[3] == 303_750
    assert income[4] == 318_937.50


@given(starts=st.integers(1, 60), rise=st.integers(0, 20))
def test_the_first_twelve_months_in_a_role_pay_what_the_role_pays(starts, rise):
    role = {"pay": 120_000, "raise": rise, "hours": 40, "role_from": starts}
    rows = result(years=7, stay={"pay": 0, "hours": 40}, role=role).scenario("role").years
    first = (starts - 1) // 12
    months = [12 * (first + 1) - starts + 1, starts - 1 - 12 * first]
    raised = 10_000 + 100 * rise
    assert rows[first].income == 10_000 * months[0]
    assert rows[first + 1].income == 10_000 * months[1] + raised * (12 - months[1])


def test_a_fellowship_post_that_pays_its_own_salary():
    # twelve months on 95,000 in place of 240,000: 145,000 lost; then the role
    train = result(
        stay=STAY,
        train={"training_months": 12, "training_pay": 95_000, "tuition": 0, **ROLE},
    ).scenario("train-then-role")
    assert column(train, "income") == [95_000, 210_000, 210_000]
    assert train.lost == 145_000
    # nobody said how many hours the post takes, so the first year's are unknown
    assert column(train, "hours") == [None, 2_024, 2_024]
    assert train.hourly is None


def test_a_post_beside_part_of_the_present_job_adds_both():
    # 20 percent cut leaves 192,000, and the program pays 30,000: 222,000 a year
    train = result(
        stay=STAY,
        train={"training_months": 12, "training_pay": 30_000, "pay_cut": 20, "tuition": 0, **ROLE},
    ).scenario("train-then-role")
    assert column(train, "income")[0] == 222_000


def test_months_of_a_year_always_add_up_to_twelve():
    span = Span(25, (7, 24))
    assert [span.months(year) for year in (1, 2, 3)] == [
        {"present": 6, "training": 6, "role": 0},
        {"present": 0, "training": 12, "role": 0},
        {"present": 0, "training": 0, "role": 12},
    ]


@given(
    price=st.integers(0, 100_000),
    first=st.integers(1, 30),
    months=st.integers(1, 40),
)
def test_the_years_pay_the_whole_tuition_to_the_cent(price, first, months):
    figures = {**TRAIN, "tuition": price, "training_from": first, "training_months": months}
    train = result(years=7, stay=STAY, train=figures).scenario("train-then-role")
    assert sum(row.costs for row in train.years) == price


MONEY = st.integers(1, 900_000)


@given(pays=st.tuples(MONEY, MONEY), raises=st.tuples(st.integers(0, 20), st.integers(0, 20)))
def test_the_running_sum_is_the_sum_of_the_nets(pays, raises):
    found = result(
        years=6,
        stay={"pay": pays[0], "raise": raises[0], "hours": 50},
        role={"pay": pays[1], "raise": raises[1], "hours": 40},
        train={**TRAIN, "pay": pays[1]},
    )
    for one in found.scenarios:
        so_far = Decimal(0)
        for row in one.years:
            assert row.net == row.income - row.costs
            so_far += row.net
            assert row.cumulative == so_far


@pytest.mark.parametrize(
    ("missing", "unknown"),
    [
        ("pay", "income"),
        ("tuition", "net"),
        ("pay_cut", "income"),
        ("training_months", "income"),
        ("study_hours", "hours"),
        ("hours", "hours"),
    ],
)
def test_what_is_missing_makes_its_years_unknown_and_never_zero(missing, unknown):
    figures = {key: value for key, value in TRAIN.items() if key != missing}
    train = result(stay=STAY, train=figures).scenario("train-then-role")
    values = column(train, unknown)
    assert None in values
    assert 0 not in [value for value in values if value is not None]
    if unknown != "hours":
        assert column(train, "cumulative")[-1] is None
        assert train.break_even.state == "unknown"
    assert train.hourly is None or missing == "tuition"


def test_an_unknown_year_leaves_the_years_before_it_known():
    role = result(stay=STAY, role={"role_from": 13, "hours": 44}).scenario("role")
    assert column(role, "income") == [240_000, None, None]
    assert column(role, "cumulative") == [240_000, None, None]


def test_no_hours_at_all_give_no_pay_for_an_hour():
    assert result(stay={"pay": 100, "hours": 0}).scenario("stay").hourly is None
