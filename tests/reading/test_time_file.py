from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medpivot import catalogue
from medpivot.domain.week import CATEGORIES, WeekHours, Weeks
from medpivot.errors import BrokenFile
from medpivot.reading.time import read_time_rules, read_weeks, weeks_table
from medpivot.reading.toml import parse
from medpivot.store import toml_text
from time_examples import MONDAY, mondays, weeks

MINE = b"""\
schema = 1
meaningful = "teaching"

[actual.2026-11-16]
patients = 30
charting = 8.5
noted = 2026-11-22
note = "a call week"

[wanted]
patients = 20
"""
SHIPPED = (catalogue.data_folder() / "time.toml").read_bytes()


def problems(error):
    return "\n".join(error.value.details)


def test_what_is_left_out_is_not_known():
    content, warnings = read_weeks(MINE, "time.toml")
    assert warnings == []
    week = content.actual
    assert week.hours == {"patients": 30, "charting": Decimal("8.5")}
    assert (week.monday, week.noted, week.note) == (MONDAY, date(2026, 11, 22), "a call week")
    assert not week.complete
    assert not content.offered.known
    assert content.meaningful == "teaching"


def test_an_unknown_key_is_kept_with_a_warning_and_the_nearest_known_one():
    data = MINE.replace(b"charting = 8.5", b"chartng = 8.5")
    _, warnings = read_weeks(data, "time.toml")
    assert len(warnings) == 1
    assert "chartng is not a known key; it is kept. Did you mean charting?" in warnings[0]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b"patients = 30", b"patients = -1", "-1 is less than 0"),
        (b"patients = 30", b"patients = 169", "169 is more than 168"),
        (b"patients = 30", b"patients = nan", "a finite number is needed"),
        (b"patients = 30", b"patients = inf", "a finite number is needed"),
        (b"patients = 30", b'patients = "30"', "a number is needed, not '30'"),
        (b"patients = 30", b"patients = 160", "together they are 168.5 hours"),
        (b"2026-11-16", b"2026-11-17", "a week stands under its Monday, 2026-11-16"),
        (b"2026-11-16", b"next-week", "a week stands under its Monday"),
        (b"2026-11-16", b"20261116", "a week stands under its Monday"),
        (b'"teaching"', b'"golf"', "'golf' is not one of"),
        (b"schema = 1", b"schema = 2", "by a newer medpivot"),
        (b"schema = 1", b"", "schema = 1 is needed"),
        (b"noted = 2026-11-22", b'noted = "soon"', "a date such as"),
        (b"[wanted]", b"[[wanted]]", "a table is needed"),
    ],
)
def test_a_broken_file_is_named_with_the_place(old, new, said):
    with pytest.raises(BrokenFile) as error:
        read_weeks(MINE.replace(old, new), "time.toml")
    assert said in problems(error)


def test_all_problems_of_a_file_are_named_at_once():
    data = MINE.replace(b"2026-11-16", b"2026-11-18").replace(
        b"patients = 20", b"patients = 20\nother = 168"
    )
    with pytest.raises(BrokenFile) as error:
        read_weeks(data, "time.toml")
    assert len(error.value.details) == 2


@given(
    st.dictionaries(mondays, weeks, max_size=3),
    weeks,
    st.none() | st.sampled_from(CATEGORIES),
)
def test_weeks_come_back_from_their_file_as_they_were(counted, wanted, meaningful):
    ordered = tuple(WeekHours(counted[one].hours, one) for one in sorted(counted))
    content = Weeks(ordered, wanted, WeekHours(), meaningful)
    table = {key: one for key, one in weeks_table(content).items() if one is not None}
    data = toml_text.document(table, "Weeks")
    assert parse(data, "time.toml")["schema"] == 1
    assert read_weeks(data, "time.toml") == (content, [])


@given(st.binary(max_size=200))
def test_bytes_of_any_kind_never_end_in_a_fault(data):
    with suppress(BrokenFile):
        read_weeks(MINE + data, "time.toml")


def test_the_shipped_kinds_of_work_are_the_flags_and_the_finding_names_its_limits():
    rules = catalogue.load_time()
    assert tuple(rules.categories) == CATEGORIES
    assert {one.part for one in rules.categories.values()} == {"clinical", "education", "other"}
    assert (rules.line, rules.drift.percent, rules.drift.weeks) == (20, 80, 4)
    assert "One department" in rules.meaningful.limits
    assert "Nine percent named education" in rules.meaningful.limits
    assert catalogue.load_sources()[rules.meaningful.source].year == 2009


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b"[category.call]", b"[category.pager]", "'pager' is not one of"),
        (b'source = "career-fit-2009"', b'source = "hearsay"', "'hearsay' is no source"),
        (b"{delivered}", b"{taken}", "{taken} is none of weeks, first"),
        (b"{delivered}", b"{delivered", "a brace without its partner"),
        (b"{delivered}", b"{}", "{} is none of"),
        (b"percent = 80", b"percent = 0", "0 is not more than 0"),
        (b"weeks = 4", b"weeks = 0", "0 is less than 1"),
        (b'part = "other"', b'part = "leisure"', "'leisure' is not one of"),
        (b'short = "The', b'brief = "The', "is not a known key"),
    ],
)
def test_a_slip_in_the_shipped_words_is_named(old, new, said):
    with pytest.raises(BrokenFile) as error:
        read_time_rules(SHIPPED.replace(old, new), catalogue.load_sources())
    assert said in problems(error)


def test_a_kind_of_work_that_is_missing_is_named():
    start = SHIPPED.index(b"[category.call]")
    end = SHIPPED.index(b"[category.teaching]")
    with pytest.raises(BrokenFile) as error:
        read_time_rules(SHIPPED[:start] + SHIPPED[end:], catalogue.load_sources())
    assert "[category.call] is missing" in problems(error).replace(":", "")
