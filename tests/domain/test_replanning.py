"""Laying out again: from today, at the pace that was really kept."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medpivot.domain.moving import move
from medpivot.domain.overruns import overruns
from medpivot.domain.planning import free_after
from medpivot.domain.replanning import replan
from medpivot.domain.windows import last_day
from medpivot.errors import MedpivotError
from plan_parts import START, day, drafted, milestone, plan_of, with_done

PLAN = plan_of(
    milestone("talk", 0, 20, hours=4.8),
    milestone("form", 21, 34, hours=3.2, window_start=day(0)),
    milestone("energy", 35, 41, after=("talk", "form"), hours=1.6),
)


def test_what_is_open_is_laid_out_again_from_today() -> None:
    again = replan(PLAN, day(30))
    assert again.plan.milestone("talk").start == day(30)
    assert {one.id for one in again.moved} == {"talk", "form", "energy"}
    assert (again.hours, again.real) == (2.0, False)


def test_what_is_done_keeps_its_dates() -> None:
    plan = with_done(PLAN, "talk", day(5))
    assert replan(plan, day(30)).plan.milestone("talk") == plan.milestone("talk")


def test_the_real_pace_counts_once_it_is_known() -> None:
    plan = with_done(PLAN, "form", day(5))  # 3.2 hours in 4 weeks: 0.8 a week, kept in full
    again = replan(plan, day(27))
    assert again.real
    assert again.hours == pytest.approx(0.8)
    assert again.set_aside is None
    talk = again.plan.milestone("talk")
    assert (talk.due - talk.start).days == 7 * 6 - 1  # 4.8 hours at 0.8
    assert again.plan.hours_per_week == 2.0


def test_a_pace_after_weeks_that_were_full_is_named_and_not_planned_with() -> None:
    plan = with_done(PLAN, "form", day(5))  # 3.2 hours in 8 weeks: 0.4 a week
    again = replan(plan, day(55))
    assert (again.hours, again.real) == (2.0, False)
    assert again.set_aside == pytest.approx(0.4)
    assert again.plan == replan(plan, day(55), hours=2).plan


def test_a_pace_that_would_plan_for_more_than_two_years_is_not_planned_with() -> None:
    plan = plan_of(milestone("form", 0, 6, hours=2.4), milestone("book", 7, 200, hours=70))
    again = replan(with_done(plan, "form", day(5)), day(27))  # 0.6 a week: 117 weeks
    assert (again.hours, again.real) == (2.0, False)
    assert again.set_aside == pytest.approx(0.6)
    assert again.plan.milestone("book").due < day(27 + 365)


def test_hours_given_are_the_plan_s_hours_from_now_on() -> None:
    plan = with_done(PLAN, "form", day(5))
    again = replan(plan, day(55), hours=6)
    assert (again.plan.hours_per_week, again.real) == (6, False)
    assert again.plan.milestone("talk").due == day(61)
    with pytest.raises(MedpivotError, match="0 hours"):
        replan(plan, day(55), hours=0)


def test_windows_that_cannot_be_kept_slip_and_are_told() -> None:
    again = replan(PLAN, day(30))
    talk = again.plan.milestone("talk")
    assert talk.window_end == talk.due
    assert again.past_window == ("talk", "form", "energy")
    assert not overruns(again.plan)


def test_a_window_never_slips_past_the_plan_s_last_day() -> None:
    plan = replace(PLAN, months=3)
    again = replan(plan, day(80))
    assert [one.id for one in overruns(again.plan)] == list(again.past_the_end)
    for one in again.plan.milestones:
        assert one.window_end <= last_day(plan)
    assert again.past_the_end


def test_a_plan_that_has_not_begun_is_laid_out_from_its_start() -> None:
    assert replan(PLAN, day(-40)).plan.milestone("talk").start == START


def test_a_date_the_person_set_stays_where_it_can() -> None:
    plan = move(PLAN, "form", day(90), day(1)).plan
    again = replan(plan, day(30)).plan
    assert again.milestone("form").due == day(90)
    assert again.milestone("form").pinned
    assert again.milestone("energy").start > day(90)


def test_a_date_the_person_set_that_has_passed_is_let_go() -> None:
    plan = move(PLAN, "form", day(34), day(1)).plan
    form = replan(plan, day(60)).plan.milestone("form")
    assert form.due > day(60)
    assert not form.pinned


def test_what_waits_for_something_done_counts_the_wait_from_that_day() -> None:
    plan = plan_of(
        milestone("apply", 0, 6, wait=8), milestone("interview", 70, 76, after=("apply",))
    )
    plan = with_done(plan, "apply", day(3))
    plan = replace(
        plan,
        milestones=tuple(replace(one, window_start=START) for one in plan.milestones),
    )
    start = replan(plan, day(10)).plan.milestone("interview").start
    assert start > day(3 + 56)
    assert (start - day(10)).days % 7 == 0


def test_replanning_twice_on_a_day_changes_nothing() -> None:
    once = replan(PLAN, day(30)).plan
    assert replan(once, day(30)).plan == once


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.sampled_from(["first-talk", "precept", "energy", "project"]), max_size=3),
    st.integers(0, 700),
    st.one_of(st.none(), st.integers(1, 20)),
)
def test_no_replanned_plan_breaks_a_dependency_or_plans_the_past(finished, today, quarters) -> None:
    plan = drafted(route="masters")
    for one in finished:
        plan = with_done(plan, one, min(day(today), plan.milestone(one).due))
    again = replan(plan, day(today), quarters / 4 if quarters else None).plan
    for one in again.milestones:
        if one.status != "open":
            continue
        assert day(today) <= one.start <= one.due
        for before in one.after:
            assert one.start >= free_after(again.milestone(before))
    assert all(one.due > last_day(again) for one in again.milestones if one.due > one.window_end)
