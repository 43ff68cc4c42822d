from datetime import date

import pytest

from medpivot.domain.partial_dates import PartialDate, days_span, parse_partial, span


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2019", "2019"),
        ("2019-07", "2019-07"),
        ("2019-7-1", "2019-07-01"),
        ("7/2019", "2019-07"),
        ("July 2019", "2019-07"),
        ("sept. 2019", "2019-09"),
        ("1 July 2019", "2019-07-01"),
        ("July 1, 2019", "2019-07-01"),
    ],
)
def test_a_year_a_month_or_a_day_is_kept_as_far_as_it_is_known(typed, kept):
    assert str(parse_partial(typed)) == kept


@pytest.mark.parametrize(
    "typed",
    ["", "soon", "2019-13", "2019-00", "0/2019", "2019-02-30", "1850", "2300", "19", "7-2019"],
)
def test_what_is_no_date_is_refused_with_the_reason(typed):
    with pytest.raises(ValueError, match=r"date|exist|outside"):
        parse_partial(typed)


def test_dates_are_shown_as_a_cv_has_them():
    july, year = PartialDate(2019, 7), PartialDate(2021)
    assert span(july, None, goes_on=True) == "Jul 2019 – present"
    assert span(july, year) == "Jul 2019 – 2021"
    assert span(None, year) == span(year, year) == span(year, None) == "2021"
    assert span(None, None) == ""
    assert days_span(date(2026, 3, 1), date(2026, 3, 9)) == "Mar 2026"
    assert days_span(date(2026, 3, 1), date(2026, 5, 9)) == "Mar – May 2026"
    assert days_span(date(2024, 3, 1), date(2026, 5, 9)) == "2024 – 2026"
