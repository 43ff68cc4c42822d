from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medpivot.domain.ledger import drift, from_entry, monday_of, ratio, sunday_of, to_entry
from time_examples import MONDAY, RULE, entry, four_weeks, ledgers, weeks_before


def test_thirty_two_promised_and_twenty_two_there_is_drift():
    found = drift(four_weeks(5, 5, 5, 7), RULE)
    assert (found.weeks, found.promised, found.delivered) == (4, 32, 22)
    assert (found.ratio, found.warning) == (Fraction(11, 16), True)
    assert (found.first, found.last) == (date(2026, 10, 26), date(2026, 11, 22))
    assert found.in_a_row


@pytest.mark.parametrize(
    ("delivered", "warning"),
    [
        ((6.4, 6.4, 6.4, 6.4), False),
        ((6.4, 6.4, 6.4, 6.3), True),
        ((8, 8, 8, 8), False),
        # one bad week among good ones is no drift
        ((8, 8, 8, 2), False),
        ((12, 8, 8, 8), False),
        ((0, 0, 0, 0), True),
    ],
)
def test_drift_begins_under_eighty_percent_of_the_hours_added_up(delivered, warning):
    assert drift(four_weeks(*delivered), RULE).warning is warning


def test_fewer_than_four_weeks_are_too_few_to_say():
    found = drift(four_weeks(0, 0, 0), RULE)
    assert (found.weeks, found.ratio, found.warning) == (3, 0, None)
    nothing = drift([], RULE)
    assert (nothing.weeks, nothing.ratio, nothing.warning) == (0, None, None)


def test_only_the_last_four_weeks_count_and_gaps_are_skipped():
    old = [entry(8, 8, weeks_before(count)) for count in (40, 30, 20)]
    found = drift([*old, *four_weeks(4, 4)], RULE)
    assert (found.promised, found.delivered) == (32, 24)
    assert found.first == weeks_before(30)
    assert not found.in_a_row


def test_a_week_without_a_promise_neither_counts_nor_makes_up_for_another():
    found = drift([*four_weeks(5, 5, 5, 7), entry(0, 30, weeks_before(-1))], RULE)
    assert (found.weeks, found.delivered, found.warning) == (4, 22, True)
    assert entry(0, 3).ratio is None


@given(ledgers, st.randoms())
def test_the_order_of_the_entries_does_not_matter(entries, random):
    shuffled = entries[:]
    random.shuffle(shuffled)
    assert drift(shuffled, RULE) == drift(entries, RULE)


@given(ledgers)
def test_an_hour_more_never_brings_a_warning(entries):
    before = drift(entries, RULE).warning
    for number, one in enumerate(entries):
        more = replace(one, delivered=one.delivered + 1)
        after = drift([*entries[:number], more, *entries[number + 1 :]], RULE).warning
        assert (before, after) != (False, True)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_a_week_runs_from_monday_to_sunday_and_holds_its_day(day):
    monday = monday_of(day)
    assert monday.isocalendar()[:2] == day.isocalendar()[:2]
    assert (monday.isoweekday(), sunday_of(monday).isoweekday()) == (1, 7)
    assert monday <= day <= sunday_of(monday)


def test_nothing_promised_has_no_ratio():
    assert ratio(Decimal(0), Decimal(3)) is None
    assert ratio(Decimal(12), Decimal(8)) == Fraction(2, 3)


@given(ledgers)
def test_an_entry_comes_back_from_its_line_as_it_was(entries):
    for one in entries:
        assert from_entry(one.id, to_entry(one)) == one


def test_keys_of_another_version_survive():
    kept = from_entry("x", {"week": "2026-11-16", "promised": 8, "delivered": 5, "mood": "fair"})
    assert to_entry(kept)["mood"] == "fair"


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"week": None}, "week is missing"),
        ({"week": "soon"}, "week is not a date"),
        ({"week": 5}, "week is not a date"),
        ({"week": "2026-11-17"}, "is not a Monday"),
        ({"promised": None}, "promised is missing"),
        ({"promised": "8"}, "promised is not a number"),
        ({"promised": True}, "promised is not a number"),
        ({"delivered": -1}, "outside 0 to 168"),
        ({"delivered": 169}, "outside 0 to 168"),
        ({"delivered": float("nan")}, "delivered is not a number"),
        ({"note": 4}, "note is not text"),
    ],
)
def test_a_line_that_holds_what_it_cannot_is_refused_with_the_reason(wrong, reason):
    table = {"week": MONDAY.isoformat(), "promised": 8, "delivered": 5} | wrong
    with pytest.raises(ValueError, match=reason):
        from_entry("x", table)


def test_weeks_in_a_row_are_told_from_weeks_with_gaps():
    row = [entry(8, 8, MONDAY - timedelta(weeks=count)) for count in (0, 1, 2, 3)]
    assert drift(row, RULE).in_a_row
    assert not drift([*row[:3], entry(8, 8, weeks_before(4))], RULE).in_a_row
