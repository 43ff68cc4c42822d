"""Months as days: whole months, shrunk, stretched, paused."""

from datetime import date

import pytest

from medpivot.domain.plan import Pause
from medpivot.domain.windows import (
    Frame,
    check_months,
    frames,
    last_day,
    months_after,
    past_pauses,
)
from medpivot.errors import MedpivotError
from plan_parts import START, day, plan_of


def test_months_end_with_the_month() -> None:
    assert months_after(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert months_after(date(2028, 1, 31), 1) == date(2028, 2, 29)


def test_a_plan_of_eighteen_months_has_windows_in_calendar_months() -> None:
    frame = Frame(date(2027, 1, 4), "full", 18, 18)
    assert frame.window((1, 3)) == (date(2027, 1, 4), date(2027, 4, 3))
    assert frame.window((4, 9)) == (date(2027, 4, 4), date(2027, 10, 3))
    assert frame.window((10, 18)) == (date(2027, 10, 4), date(2028, 7, 3))


def test_a_shorter_plan_shrinks_its_windows_in_proportion_and_leaves_no_gap() -> None:
    frame = Frame(START, "full", 12, 12)
    first, second, third = (frame.window(one) for one in ((1, 3), (4, 9), (10, 18)))
    assert first[0] == START
    assert abs((first[1] - START).days + 1 - 60) <= 1
    assert (second[0] - first[1]).days == 1
    assert (third[0] - second[1]).days == 1
    assert third[1] == date(2028, 1, 3)


def test_a_longer_plan_keeps_its_windows_and_adds_the_fourth_phase() -> None:
    frame = frames(START, "full", 24, not_now=False)[0]
    assert frame.window((10, 18)) == (date(2027, 10, 4), date(2028, 7, 3))
    assert frame.late_window((19, 24)) == (date(2028, 7, 4), date(2029, 1, 3))
    shorter = frames(START, "full", 20, not_now=False)[0]
    assert shorter.late_window((19, 24)) == (date(2028, 7, 4), date(2028, 9, 3))
    assert shorter.late_window((24, 24))[1] == date(2028, 9, 3)


def test_the_first_three_phases_may_stretch_into_a_longer_plan_month_by_month() -> None:
    assert [one.main for one in frames(START, "full", 21, not_now=False)] == [18, 19, 20, 21]
    assert [one.main for one in frames(START, "full", 18, not_now=False)] == [18]
    stretched = frames(START, "full", 21, not_now=False)[-1]
    assert stretched.window((10, 18))[1] == date(2028, 10, 3)
    assert [one.has_fourth_phase for one in frames(START, "full", 20, not_now=False)] == [
        True,
        False,
        False,
    ]


def test_a_test_plan_has_windows_in_six_months_at_any_length() -> None:
    assert Frame(START, "test", 6, 6).window((4, 9)) == (date(2027, 4, 4), date(2027, 7, 3))
    assert Frame(START, "test", 12, 12).window((1, 6))[1] == date(2028, 1, 3)
    assert Frame(START, "test", 6, 6).window((10, 18))[1] == date(2027, 7, 3)


@pytest.mark.parametrize(
    ("kind", "months"), [("full", 11), ("full", 25), ("full", 0), ("full", 200), ("test", 2)]
)
def test_lengths_that_make_no_plan_are_refused(kind, months: int) -> None:
    with pytest.raises(MedpivotError, match=f"not {months}"):
        check_months(kind, months)


def test_a_planned_day_moves_past_the_pauses_it_meets() -> None:
    pauses = [Pause(day(20), day(29)), Pause(day(10), day(14))]
    assert past_pauses(day(9), pauses, START) == day(9)
    assert past_pauses(day(10), pauses, START) == day(15)
    assert past_pauses(day(16), pauses, START) == day(31)
    assert past_pauses(day(14), pauses, START) == day(19)


def test_pauses_before_the_start_and_twice_over_count_once() -> None:
    assert past_pauses(day(5), [Pause(day(-9), day(1))], START) == day(7)
    assert past_pauses(day(5), [Pause(START, day(1)), Pause(START, day(1))], START) == day(7)
    assert past_pauses(day(5), [Pause(day(-9), day(-3))], START) == day(5)


def test_a_pause_moves_the_plan_s_last_day() -> None:
    assert last_day(plan_of()) == date(2028, 7, 3)
    paused = plan_of(pauses={"rest": Pause(day(10), day(16))})
    assert last_day(paused) == date(2028, 7, 10)
