from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medpivot.domain.amounts import LARGEST, parse_amount
from medpivot.domain.money import Money
from medpivot.domain.typed_money import KnownIds, add_scenario, remove_scenario, set_all
from medpivot.errors import MedpivotError

KNOWN = KnownIds(["clerkship-director"], ["mhpe"])


def entered(*settings, money=None, currency=""):
    new, problems = set_all(money or Money(), settings, KNOWN, currency)
    assert problems == []
    return new


def refusals(*settings, money=None, currency=""):
    _, problems = set_all(money or Money(), settings, KNOWN, currency)
    return [str(problem) for problem in problems]


def test_figures_are_entered_where_they_belong():
    money = entered(
        "currency=usd",
        "years=8",
        "raise=2.5%",
        "weeks=44",
        "needs=$180,000",
        "household.wants=20k",
        "drop=15",
        "loan-forgiveness=yes",
        "stay.pay=290k",
        "role.hours=45 h",
        "role.role=clerkship-director",
        "train-then-role.program=mhpe",
        "train-then-role.role-from=25",
        "role.note=Ask = again",
    )
    assert (money.currency, money.years, money.loan_forgiveness) == ("USD", 8, "yes")
    assert dict(money.figures) == {"raise": Decimal("2.5"), "weeks": 44}
    assert dict(money.household) == {"needs": 180_000, "wants": 20_000, "drop": 15}
    assert dict(money.scenario("stay").figures) == {"pay": 290_000}
    role = money.scenario("role")
    assert (dict(role.figures), role.role, role.note) == (
        {"hours": 45},
        "clerkship-director",
        "Ask = again",
    )
    train = money.scenario("train-then-role")
    assert (train.program, dict(train.figures)) == ("mhpe", {"role_from": 25})


def test_an_empty_value_takes_a_figure_back():
    money = entered("needs=1", "stay.pay=5", "years=3")
    money = entered("needs=", "stay.pay=", "years=", money=money)
    assert (dict(money.household), dict(money.scenario("stay").figures), money.years) == ({}, {}, 0)


def test_a_currency_that_was_typed_with_a_sum_becomes_that_of_the_money():
    assert entered("stay.pay=240000 EUR", "needs=150000").currency == "EUR"
    assert entered("stay.pay=$240000").currency == ""


@pytest.mark.parametrize(
    ("setting", "reason"),
    [
        ("role.pay=-5", "has a sign"),
        ("role.pay=nan", "not a sum"),
        ("role.pay=inf", "not a sum"),
        ("drop=120", "outside 0 to 100"),
        ("drop=-1", "outside 0 to 100"),
        ("raise=101", "outside 0 to 100"),
        ("role.hours=169", "outside 0 to 168"),
        ("role.hours=inf", "not a number"),
        ("weeks=53", "outside 1 to 52; working weeks a year: weeks, 1 to 52"),
        ("train-then-role.training_from=2027-03-01", "the number of a month, 1 to 480"),
        ("role.hours=many", "hours a week, all of them: hours, 0 to 168"),
        ("training_from=7", "belongs to a scenario; train-then-role.training_from"),
        ("pay=7", "belongs to a scenario; such as stay.pay"),
        ("years=0", "outside 1 to 40"),
        ("years=200", "outside 1 to 40"),
        ("years=2.5", "not a whole number"),
        ("train-then-role.training_months=0", "outside 1 to 120"),
        ("train-then-role.training_months=1.5", "not a whole number"),
        ("loan_forgiveness=maybe", "not yes or no"),
        ("currency=US dollars", "not a currency"),
        ("nedes=3", "did you mean needs"),
        ("role.pya=3", "did you mean pay"),
        ("rolle.pay=3", "did you mean role"),
        ("stay.tuition=3", "means nothing for stay"),
        ("role.program=mhpe", "means nothing for role"),
        ("role.role=clerkship-directr", "did you mean clerkship-director"),
        ("train-then-role.program=x", "medpivot training names them"),
        ("no equals sign", "has no ="),
        ("=5", "is not a key"),
        ("role.=5", "is not a key"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(setting, reason):
    (problem,) = refusals(setting)
    assert reason in problem


def test_everything_wrong_is_named_at_once_and_nothing_is_kept():
    _, problems = set_all(Money(), ["needs=5", "drop=300", "x=1"], KNOWN)
    assert [problem.key for problem in problems] == ["drop", "x"]
    assert refusals("needs=1", "needs=2") == ["needs: stands there twice"]


KEYS = st.sampled_from(
    ["needs", "years", "currency", "stay.pay", "role.title", "train-then-role.role_from", "", "x.y"]
)


@given(st.lists(st.one_of(st.text(), st.tuples(KEYS, st.text()).map("=".join)), max_size=3))
def test_nothing_that_can_be_typed_breaks_it(settings):
    money, problems = set_all(Money(), settings, KNOWN)
    if not problems:
        for one in money.scenarios:
            assert all(0 <= figure <= 1_000_000_000 for figure in one.figures.values())


@given(st.text())
def test_an_amount_is_understood_or_refused_and_never_below_zero(typed):
    with suppress(ValueError):
        assert 0 <= parse_amount(typed, "USD") <= LARGEST


def test_two_currencies_are_refused_wherever_they_meet():
    dollars = entered("currency=USD", "stay.pay=240000")
    assert "two currencies" in refusals("role.pay=200000 EUR", money=dollars)[0]
    assert "nothing is converted" in refusals("currency=EUR", money=dollars)[0]
    assert "two currencies" in refusals("currency=EUR", currency="USD")[0]
    assert entered("currency=EUR", money=entered("currency=USD")).currency == "EUR"


def test_a_role_cannot_begin_before_its_training_ends():
    (problem,) = refusals(
        "train-then-role.training_from=7",
        "train-then-role.training_months=18",
        "train-then-role.role_from=24",
    )
    assert "begin in month 24" in problem
    assert "ends in month 24" in problem


def test_more_education_hours_than_hours_cannot_be():
    assert "50 of 45 hours" in refusals("role.hours=45", "role.education_promised=50")[0]
    assert refusals("train-then-role.training_hours=10", "train-then-role.study_hours=12")


def test_a_scenario_of_ones_own_is_added_filled_removed_and_brought_back():
    money = add_scenario(Money(), "Riverside offer", "role", "Riverside")
    money = entered("riverside-offer.pay=228k", money=money)
    gone = remove_scenario(money, "riverside-offer")
    assert gone.scenario("riverside-offer").removed
    assert "no scenario" in refusals("riverside-offer.pay=1", money=gone)[0]
    back = add_scenario(gone, "Riverside offer", "role", "")
    assert dict(back.scenario("riverside-offer").figures) == {"pay": 228_000}


def test_a_scenario_that_is_there_or_is_none_is_refused():
    for name, kind, reason in (
        ("role", "role", "already"),
        ("stay", "role", "already"),
        ("???", "role", "cannot be a name"),
        ("x", "stay", "is not known"),
        ("x", "train", "did you mean train-then-role"),
    ):
        with pytest.raises(MedpivotError, match=reason):
            add_scenario(Money(), name, kind, "")
    for name in ("stay", "nowhere"):
        with pytest.raises(MedpivotError):
            remove_scenario(Money(), name)
