"""Overruns, and the smallest hours and months with which there are none."""

from dataclasses import replace

import pytest

from medpivot.domain.fitting import smallest_fix
from medpivot.domain.moving import move
from medpivot.domain.overruns import Fix, Overrun, overruns
from medpivot.domain.replanning import replan
from plan_parts import CATALOGUE, START, day, drafted, milestone, plan_of, with_done


def fix(plan, today=START) -> Fix:
    return smallest_fix(plan, CATALOGUE, today)


def test_overruns_are_open_milestones_that_end_after_their_window() -> None:
    plan = plan_of(
        milestone("late", 0, 20, window_end=day(15)),
        milestone("early", 0, 9, window_end=day(3)),
        milestone("fine", 0, 9),
        milestone("done", 0, 20, window_end=day(15), status="done", done_on=day(2)),
    )
    assert overruns(plan) == (
        Overrun("early", day(9), day(3), 6),
        Overrun("late", day(20), day(15), 5),
    )


def test_a_plan_that_fits_needs_no_fix() -> None:
    assert fix(drafted()) == Fix(None, None)


@pytest.mark.parametrize("hours", [0.5, 0.75, 0.95])
def test_the_smallest_hours_fit_and_half_an_hour_less_does_not(hours: float) -> None:
    plan = drafted(hours=hours)
    smallest = fix(plan).hours_per_week
    assert smallest
    assert smallest > hours
    assert (smallest * 2).is_integer()
    assert not overruns(drafted(hours=smallest))
    less = smallest - 0.5
    assert less <= hours or overruns(drafted(hours=less))


@pytest.mark.parametrize(("hours", "months"), [(1.25, 12), (1.25, 14), (1.5, 12), (1.0, 18)])
def test_the_fewest_months_fit_and_one_less_does_not(hours: float, months: int) -> None:
    plan = drafted(hours=hours, months=months)
    fewest = fix(plan).months
    if fewest is None:
        assert overruns(drafted(hours=hours, months=24))
        return
    assert not overruns(drafted(hours=hours, months=fewest))
    assert overruns(drafted(hours=hours, months=fewest - 1))


def test_where_nothing_fits_there_is_no_fix() -> None:
    plan = plan_of(
        milestone("apply", 0, 6, wait=52, hours=200, window_end=day(6)),
        milestone("begin", 400, 900, after=("apply",), window_end=day(100), hours=2000),
    )
    assert fix(plan) == Fix(None, None)


def test_a_date_the_person_set_is_not_held_against_the_hours() -> None:
    plan = move(drafted(hours=0.95), "interview", day(900), START).plan
    assert fix(plan).hours_per_week


def test_under_way_a_passed_window_asks_only_for_the_plan_s_end() -> None:
    plan = drafted(hours=1.5)
    today = day(250)
    late = replan(plan, today, hours=0.5).plan
    assert overruns(late)
    hours = fix(late, today).hours_per_week
    assert hours
    assert not overruns(replan(late, today, hours=hours).plan)


def test_under_way_more_months_are_counted_from_the_plan_s_start() -> None:
    today = day(200)
    late = replan(drafted(hours=1.25, months=12), today, hours=1.25).plan
    assert overruns(late)
    months = fix(late, today).months
    assert months
    again = drafted(hours=1.25, months=months, earlier=late, start=START, today=today)
    assert not overruns(again)


def test_own_milestones_count_too() -> None:
    plan = drafted()
    own = milestone("mine", 0, 20, own=True, hours=30, window_end=day(20))
    plan = replace(plan, milestones=(*plan.milestones, replace(own, due=day(100))))
    assert fix(plan).hours_per_week > 3


def test_where_the_stated_hours_would_do_they_are_the_fix() -> None:
    slow = replan(with_done(drafted(), "first-talk", day(2)), day(76))  # 6 hours in 11 weeks
    assert slow.real
    assert overruns(slow.plan)
    assert fix(slow.plan, day(76)).hours_per_week == slow.plan.hours_per_week
