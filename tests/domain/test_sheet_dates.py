"""Dates of spreadsheets: never guessed, and nothing that means a day is refused."""

from datetime import date

import pytest

from activity_examples import TODAY
from medpivot.domain.sheet_dates import possible_orders, sheet_date

DAY = date(2026, 5, 12)


@pytest.mark.parametrize(
    "cell",
    [
        "2026-05-12",
        "2026/5/12",
        "2026-05-12 00:00:00",
        "2026-05-12T14:30",
        "12 May 2026",
        "May 12, 2026",
    ],
)
def test_a_date_that_means_one_day_is_understood_in_every_order(cell):
    for order in ("iso", "day-first", "month-first"):
        assert sheet_date(cell, order, TODAY) == DAY


@pytest.mark.parametrize(
    ("cell", "order"),
    [
        ("12/5/2026", "day-first"),
        ("12.05.2026", "day-first"),
        ("5/12/2026", "month-first"),
        ("5/12/2026 9:30 AM", "month-first"),
        ("46154", "excel"),
        ("46154.604167", "excel"),
        ("46154,5", "excel"),
    ],
)
def test_the_order_that_was_named_counts(cell, order):
    assert sheet_date(cell, order, TODAY) == DAY


@pytest.mark.parametrize(
    ("cell", "order", "reason"),
    [
        ("5/12/2026", "iso", "--dates"),
        ("12/31/2026", "day-first", "no month 31"),
        ("5/12/26", "month-first", "four digits"),
        ("31/2/2026", "day-first", "no day 31"),
        ("46154", "iso", "is not a date; with --dates excel .* 2026-05-12"),
        ("46154", "day-first", "--dates excel"),
        ("5/12/2026", "excel", "needs --dates"),
        ("19999", "excel", "is not a date"),
        ("yesterday", "iso", "is not a date"),
        ("last friday", "day-first", "is not a date"),
        ("", "iso", "is not a date"),
        ("May 2026", "iso", "which day"),
    ],
)
def test_what_means_no_single_day_is_refused(cell, order, reason):
    with pytest.raises(ValueError, match=reason):
        sheet_date(cell, order, TODAY)


def test_the_order_that_fits_every_date_is_found():
    assert possible_orders(["5/12/2026", "14/12/2026"]) == ("day-first",)
    assert possible_orders(["5/12/2026", "12/14/2026"]) == ("month-first",)
    assert possible_orders(["5/12/2026"]) == ("day-first", "month-first")
    assert possible_orders(["14/12/2026", "12/14/2026"]) == ()
    assert possible_orders(["2026-05-12"]) == ()
    assert possible_orders(["46154", "2026-05-12"]) == ("excel",)
    assert possible_orders(["46154", "14/12/2026"]) == ("day-first",)
