import pytest

from medpivot.domain.money_explained import explain, figures
from medpivot.errors import MedpivotError
from money_examples import ROLE, STAY, TRAIN, result

FOUND = result(
    stay={**STAY, "raise": 2},
    role={**ROLE, "education_promised": 16},
    train=TRAIN,
    household={"needs": 180_000, "wants": 20_000, "drop": 10},
)


def test_the_income_of_a_year_is_told_by_the_months_it_is_made_of():
    one = explain(FOUND, "train-then-role.income.1")
    assert one.value == "192,000 USD"
    assert one.steps == (
        "6 of 12 months in the present job, at 240,000 USD a year",
        "6 of 12 months in training, at 144,000 USD a year (the present pay less 40 percent)",
    )
    assert {each.key: each.origin for each in one.inputs}["stay.pay"] == (
        "money.toml, scenario.stay.pay"
    )


def test_raises_are_counted_in_words():
    assert "after 2 raises of 2 percent" in explain(FOUND, "stay.income.3").steps[0]
    assert "raise" not in explain(FOUND, "stay.income.1").steps[0]


def test_raises_of_a_role_that_begins_later_are_told_from_its_first_year():
    role = {**ROLE, "raise": 4, "role_from": 4}
    one = explain(result(stay=STAY, role=role), "role.income.2")
    assert one.steps == (
        "3 of 12 months in the role, at 210,000 USD a year",
        "9 of 12 months in the role, at 218,400 USD a year, after 1 raise of 4 percent",
        "raises in a role are counted from its own first year, not from today",
    )


def test_pay_for_an_hour_names_all_income_and_all_hours():
    one = explain(FOUND, "role.hourly")
    assert one.value == "103.75 USD"
    assert one.steps[0] == "all income of 3 years: 630,000 USD"
    assert one.steps[1] == "all hours of 3 years, study included: 6,072 hours"


def test_a_usual_value_is_said_to_be_one():
    weeks = result(weeks=None, stay=STAY)
    origins = {one.key: one.origin for one in explain(weeks, "stay.hours").inputs}
    assert origins["stay.weeks"] == "a usual value, our judgment"


def test_a_year_that_is_left_out_is_the_first():
    assert explain(FOUND, "role.net") == explain(FOUND, "role.net.1")


@pytest.mark.parametrize("figure", figures(FOUND))
def test_everything_that_is_shown_can_be_explained(figure):
    one = explain(FOUND, figure)
    assert one.title
    assert one.value
    assert one.steps
    assert all(each.origin for each in one.inputs)


@pytest.mark.parametrize("figure", figures(FOUND))
def test_what_is_unknown_is_explained_as_unknown(figure):
    one = explain(result(stay={}, role={}, train={}), figure)
    free = ("stay.costs", "role.costs", "stay.break-even", "stay.lost", "role.lost")
    if figure not in free:
        assert "not known" in " ".join((one.value, *one.steps)), one


@pytest.mark.parametrize(
    ("figure", "reason"),
    [
        ("roel.income", "did you mean role"),
        ("role.incme", "did you mean income"),
        ("role", "is no figure"),
        ("role.income.9", "only years 1 to 3"),
        ("role.income.x", "only years 1 to 3"),
        ("role.hourly.2", "is no figure"),
        ("", "no scenario"),
        ("\x1b[31m" * 50, "no scenario"),
    ],
)
def test_what_is_no_figure_is_refused_with_what_is_near(figure, reason):
    with pytest.raises(MedpivotError, match=reason):
        explain(FOUND, figure)
