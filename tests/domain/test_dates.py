"""Dates as people write them: what is understood, and what is refused with a reason."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medpivot.domain.dates import EARLIEST_YEAR, LATEST_YEAR, parse_date
from medpivot.domain.day_words import in_words

TUESDAY = date(2026, 11, 17)
DAYS = st.dates(date(EARLIEST_YEAR, 1, 1), date(LATEST_YEAR, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-05-12", date(2026, 5, 12)),
        ("2026/5/12", date(2026, 5, 12)),
        ("2026.05.12", date(2026, 5, 12)),
        ("today", TUESDAY),
        ("  YESTERDAY ", date(2026, 11, 16)),
        ("Tomorrow", date(2026, 11, 18)),
        ("the day before yesterday", date(2026, 11, 15)),
        ("day after tomorrow", date(2026, 11, 19)),
        ("last friday", date(2026, 11, 13)),
        ("last   Tuesday", date(2026, 11, 10)),
        ("next tue", date(2026, 11, 24)),
        ("next friday", date(2026, 11, 20)),
        ("this sunday", date(2026, 11, 22)),
        ("this mon", date(2026, 11, 16)),
        ("on Thurs.", date(2026, 11, 12)),
        ("3 days ago", date(2026, 11, 14)),
        ("a week ago", date(2026, 11, 10)),
        ("two months ago", date(2026, 9, 17)),
        ("in 2 weeks", date(2026, 12, 1)),
        ("in 3 months", date(2027, 2, 17)),
        ("a year from now", date(2027, 11, 17)),
        ("last week", date(2026, 11, 10)),
        ("next week", date(2026, 11, 24)),
        ("12 May 2026", date(2026, 5, 12)),
        ("12-may-2026", date(2026, 5, 12)),
        ("May 12th, 2026", date(2026, 5, 12)),
        ("the 1st of Sept 2026", date(2026, 9, 1)),
        ("Tues, 17 Nov 2026", TUESDAY),
        ("29 feb 2028", date(2028, 2, 29)),
        ("25/5/2026", date(2026, 5, 25)),
        ("tuesday last week", date(2026, 11, 10)),
        ("Sunday of last week", date(2026, 11, 15)),
        ("last week friday", date(2026, 11, 13)),
        ("monday next week", date(2026, 11, 23)),
        ("wednesday this week", date(2026, 11, 18)),
    ],
)
def test_a_date_is_understood(text, day):
    assert parse_date(text, TUESDAY) == day


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("friday", date(2026, 11, 13), date(2026, 11, 20)),
        ("tuesday", TUESDAY, TUESDAY),
        ("12 May", date(2026, 5, 12), date(2027, 5, 12)),
        ("5/25", date(2026, 5, 25), date(2027, 5, 25)),
        ("30/11", date(2025, 11, 30), date(2026, 11, 30)),
        ("Dec 24", date(2025, 12, 24), date(2026, 12, 24)),
        ("17 November", TUESDAY, TUESDAY),
    ],
)
def test_what_names_no_year_or_week_is_the_nearest_on_the_side_asked_for(text, past, future):
    assert parse_date(text, TUESDAY) == past
    assert parse_date(text, TUESDAY, prefer="future") == future


def test_a_month_from_the_31st_ends_with_the_shorter_month():
    assert parse_date("in a month", date(2027, 1, 31)) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("5/12/2026", ["two ways", "2026-12-05", "2026-05-12"]),
        ("5/12/26", ["two ways", "2026-12-05", "2026-05-12"]),
        ("5.12", ["two ways", "2026-12-05", "2026-05-12"]),
        ("25.5.2026", ["year", "2026-05-25"]),
        ("25/5/26", ["year", "2026-05-25"]),
        ("11/12", ["two ways", "2026-12-11", "2026-11-12"]),
        ("tuesday last month", ["not a date"]),
        ("99/99/2026", ["2026-11-17"]),
        ("5", ["a number", "2026-11-17"]),
        ("20261117", ["a number", "2026-11-17"]),
        ("+3m", ["too short", "in 3 weeks"]),
        ("-2", ["too short"]),
        ("2026-02-30", ["February 2026 has no day 30"]),
        ("2026-13-01", ["13 is no month"]),
        ("31 June", ["no day 31"]),
        ("29 Feb", ["add the year"]),
        ("May 2026", ["which day"]),
        ("may", ["which day"]),
        ("last month", ["which day"]),
        ("this week", ["which day"]),
        ("12 May 26", ["four digits"]),
        ("Friday 17 Nov 2026", ["2026-11-17 is a Tuesday"]),
        ("yesterdya", ["not a date", "did you mean yesterday?", "2026-11-17"]),
        ("in 300 years", ["the year 2326"]),
        ("0026-05-12", ["the year 26"]),
        ("in 999999999999999999999 weeks", ["outside the calendar"]),
        ("in 99999999 weeks", ["outside the calendar"]),
        ("in 90000000 months", ["outside the calendar"]),
        ("", ["no date given", "2026-11-17"]),
        (" ., ", ["no date given"]),
        ("2026-05-12T10:00", ["not a date"]),
        ("\u0662\u0660\u0662\u0666-05-12", ["not a date"]),
        ("1.5 weeks ago", ["not a date"]),
        ("x" * 10_000, ["xxx...'"]),
    ],
)
def test_what_is_not_one_certain_day_is_refused_with_the_reason(text, words):
    with pytest.raises(ValueError) as refusal:
        parse_date(text, TUESDAY)
    for part in words:
        assert part in str(refusal.value)
    assert len(str(refusal.value)) < 250


def test_only_days_on_the_side_asked_for_are_offered():
    for prefer, offered, not_offered in (
        ("past", "3 days ago", "in 2 weeks"),
        ("future", "in 2 weeks", "3 days ago"),
    ):
        with pytest.raises(ValueError) as refusal:
            parse_date("soonish", TUESDAY, prefer)
        assert offered in str(refusal.value)
        assert not_offered not in str(refusal.value)


@given(day=DAYS, today=DAYS)
def test_the_echo_of_a_date_reads_back_as_the_same_date(day, today):
    assert parse_date(in_words(day), today) == day
    assert parse_date(day.isoformat(), today) == day


@given(
    today=st.dates(date(1901, 1, 1), date(2198, 12, 31)),
    weekday=st.sampled_from(["monday", "wed", "Saturday", "sun"]),
)
def test_last_this_and_next_weekday_lie_where_they_say(today, weekday):
    last, this, next_ = (parse_date(f"{one} {weekday}", today) for one in ("last", "this", "next"))
    assert today - timedelta(days=7) <= last < today < next_ <= today + timedelta(days=7)
    assert this.isocalendar()[:2] == today.isocalendar()[:2]
    assert last.weekday() == this.weekday() == next_.weekday()


@given(text=st.text(max_size=60), today=DAYS, prefer=st.sampled_from(["past", "future"]))
def test_any_text_gives_a_day_or_a_reason_and_nothing_else(text, today, prefer):
    try:
        day = parse_date(text, today, prefer)
    except ValueError as refusal:
        assert str(refusal)  # noqa: PT017
    else:
        assert EARLIEST_YEAR <= day.year <= LATEST_YEAR
