"""Weeks and ledger entries to begin from, made by hand, and any there could be."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from medpivot.domain.jobs import FullWeek
from medpivot.domain.ledger import DriftRule, Entry
from medpivot.domain.week import CATEGORIES, WeekHours

MONDAY = date(2026, 11, 16)
RULE = DriftRule(80, 4, "{weeks} {first} {last} {promised} {delivered} {percent}", "judgement")
TEN_HALF_DAYS = FullWeek(Decimal(10), Decimal(4), Decimal(40))
VA = FullWeek(Decimal(8), Decimal(5), Decimal(40))
WALES = FullWeek(Decimal(10), Decimal("3.75"), Decimal("37.5"))


def weeks_before(count, of=MONDAY):
    return of - timedelta(weeks=count)


def a_week(**hours):
    """A week with those hours and nothing else noted."""
    return WeekHours({one: Decimal(str(hours[one])) for one in CATEGORIES if one in hours})


def whole(**hours):
    """A week with those hours, and 0 for every other kind of work."""
    return a_week(**dict.fromkeys(CATEGORIES, 0) | hours)


def entry(promised=8, delivered=5, week=MONDAY, **more):
    return Entry(
        more.pop("id", f"week{week:%m%d}"),
        week,
        Decimal(str(promised)),
        Decimal(str(delivered)),
        **more,
    )


def four_weeks(*delivered, promised=8):
    """Entries for as many weeks in a row as there are figures, the last one this week's."""
    last = len(delivered) - 1
    return [entry(promised, one, weeks_before(last - n)) for n, one in enumerate(delivered)]


hours = st.decimals(0, 20, places=1)
weeks = st.dictionaries(st.sampled_from(CATEGORIES), hours).map(WeekHours)
whole_weeks = st.fixed_dictionaries(dict.fromkeys(CATEGORIES, hours)).map(WeekHours)
mondays = st.integers(0, 300).map(weeks_before)
ledgers = st.lists(
    st.builds(entry, hours, hours, mondays), unique_by=lambda one: one.week, max_size=12
)
