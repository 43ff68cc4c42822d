from decimal import Decimal

import pytest

from medpivot.domain.amounts import (
    check_currency,
    currency_of,
    parse_amount,
    pay_doubt,
    plain,
    whole,
    with_currency,
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("240000", "240000"),
        ("240,000", "240000"),
        ("1,240,000.50", "1240000.50"),
        ("240'000", "240000"),
        ("240 000", "240000"),
        ("240k", "240000"),
        ("1.5K", "1500"),
        (" $240,000 ", "240000"),
        ("240000 USD", "240000"),
        ("usd 240k", "240000"),
        ("0", "0"),
    ],
)
def test_sums_are_understood_as_people_write_them(typed, meant):
    assert parse_amount(typed, "USD") == Decimal(meant)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("-5", "has a sign"),
        ("\u22125", "has a sign"),
        ("nan", "not a sum"),
        ("inf", "not a sum"),
        ("1e9", "not a sum"),
        ("", "not a sum"),
        ("24,00", "not a sum"),
        ("240.000", "not a sum"),
        ("12.345", "not a sum"),
        ("9999999999", "slip of the finger"),
        ("\u0661\u0662\u0663", "not a sum"),
        ("x" * 500, "not a sum"),
        ("240000 EUR", "two currencies"),
        ("£240000", "two currencies"),
    ],
)
def test_what_is_no_sum_in_this_currency_is_refused_with_the_reason(typed, reason):
    with pytest.raises(ValueError, match=reason) as refused:
        parse_amount(typed, "USD")
    assert len(str(refused.value)) < 200


def test_a_dollar_sign_fits_every_dollar_and_no_other():
    assert parse_amount("$5", "CAD") == 5
    with pytest.raises(ValueError, match="two currencies"):
        parse_amount("$5", "EUR")


def test_the_currency_that_was_named_is_found_where_only_one_can_be_meant():
    assert [currency_of(one) for one in ("5 EUR", "€5", "$5", "5", "chf 5")] == [
        "EUR",
        "EUR",
        "",
        "",
        "CHF",
    ]


def test_a_currency_is_a_short_name():
    assert [check_currency(one) for one in ("usd", " Fr", "€")] == ["USD", "FR", "€"]
    for wrong in ("", "US dollars", "USD1", "x" * 20, "U\nS"):
        with pytest.raises(ValueError, match="not a currency"):
            check_currency(wrong)


def test_sums_are_shown_with_commas_and_cents_only_where_there_are_any():
    assert plain(Decimal(240000)) == "240,000"
    assert plain(Decimal("113.526")) == "113.53"
    assert whole(Decimal("-1200.4")) == "-1,200"
    assert whole(Decimal("-0.2")) == "0"
    assert with_currency(Decimal(5), "USD") == "5 USD"
    assert with_currency(Decimal(5), "") == "5"


@pytest.mark.parametrize(
    ("amount", "now", "says"),
    [
        (220, None, "That is 220 for a whole year; 220 thousand is typed 220k."),
        (9_000, None, ""),
        (2_200_000, 290_000, "That is 2,200,000 a year, and you earn 290,000 now."),
        (20_000, 290_000, "you earn 290,000 now"),
        (220_000, 290_000, ""),
        (220_000, None, ""),
        (0, 290_000, ""),
    ],
)
def test_a_yearly_sum_far_from_any_pay_is_worth_a_look(amount, now, says):
    found = pay_doubt(Decimal(amount), None if now is None else Decimal(now))
    assert (says in found) if says else found == ""
