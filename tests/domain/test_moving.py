"""Dates moved by hand, and everything moved by a pause."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medpivot.domain.changing import Moved, add, skip
from medpivot.domain.day_words import short_date
from medpivot.domain.moving import move, pause, resume
from medpivot.domain.plan import Pause
from medpivot.domain.planning import free_after
from medpivot.domain.windows import last_day
from medpivot.errors import MedpivotError
from plan_parts import START, day, drafted, milestone, plan_of, with_done

PLAN = plan_of(
    milestone("apply", 7, 20, wait=4),
    milestone("interview", 56, 62, after=("apply",)),
    milestone("decide", 63, 69, after=("interview",)),
    milestone("portfolio", 7, 30),
)
TODAY = day(1)


def due(plan, milestone_id: str):
    return plan.milestone(milestone_id).due


def test_a_moved_milestone_is_due_that_day_and_keeps_its_length() -> None:
    moved = move(PLAN, "portfolio", day(50), TODAY).plan.milestone("portfolio")
    assert (moved.start, moved.due, moved.pinned) == (day(27), day(50), True)
    assert moved.window_end == day(50)


def test_what_waits_for_it_moves_as_far_as_it_must_and_is_told() -> None:
    after = move(PLAN, "apply", day(34), TODAY)  # free again on day 63
    assert after.plan.milestone("interview").start == day(63)
    assert after.plan.milestone("decide").start == day(70)
    assert after.moved == (
        Moved("apply", day(20), day(34)),
        Moved("interview", day(62), day(69)),
        Moved("decide", day(69), day(76)),
    )
    assert "interview, from 7 Mar 2027 to 14 Mar 2027" in after.said[1]


def test_room_before_what_waits_is_used_first() -> None:
    after = move(PLAN, "apply", day(25), TODAY)  # free on day 54, before the interview's day 56
    assert [one.id for one in after.moved] == ["apply"]


def test_moving_earlier_pulls_nothing_along() -> None:
    after = move(PLAN, "apply", day(14), TODAY)
    assert [one.id for one in after.moved] == ["apply"]
    assert after.plan.milestone("apply").window_start == day(1)


def test_a_moved_milestone_that_pushes_others_out_of_their_windows_shows_it() -> None:
    plan = move(PLAN, "apply", day(34), TODAY).plan
    assert plan.milestone("interview").window_end == day(62) < due(plan, "interview")


def test_what_waits_through_a_skipped_milestone_moves_too() -> None:
    plan = skip(PLAN, "interview", "offer without one").plan
    assert due(move(plan, "apply", day(60), TODAY).plan, "decide") == day(95)


def test_a_milestone_may_be_shortened_by_what_it_waits_for_but_not_come_before_it() -> None:
    plan = plan_of(milestone("apply", 0, 20), milestone("report", 40, 60, after=("apply",)))
    assert move(plan, "report", day(30), TODAY).plan.milestone("report").start == day(21)
    with pytest.raises(MedpivotError, match="Apply, which is due on"):
        move(plan, "report", day(20), TODAY)


def test_the_refusal_names_what_was_done_and_the_wait() -> None:
    plan = with_done(PLAN, "apply", day(20))
    with pytest.raises(MedpivotError, match=r"was done on .* 4 weeks pass") as caught:
        move(plan, "interview", day(48), day(21))
    assert str(day(49)) in caught.value.hint


@pytest.mark.parametrize(
    ("to", "today", "reason"),
    [(-1, -5, "before the plan starts"), (3, 5, "has passed")],
)
def test_days_that_cannot_be_are_refused(to: int, today: int, reason: str) -> None:
    with pytest.raises(MedpivotError, match=reason):
        move(PLAN, "portfolio", day(to), day(today))


def test_only_an_open_milestone_can_be_moved() -> None:
    with pytest.raises(MedpivotError, match="is done"):
        move(with_done(PLAN, "apply", day(1)), "apply", day(40), TODAY)


def test_a_date_beyond_the_plan_s_last_day_stays_an_overrun() -> None:
    moved = move(PLAN, "portfolio", day(900), TODAY).plan
    assert moved.milestone("portfolio").window_end == last_day(moved) < day(900)


def test_a_pause_moves_what_lies_in_or_behind_it_by_its_length() -> None:
    after = pause(PLAN, day(14), day(27))
    plan = after.plan
    apply = plan.milestone("apply")
    assert (apply.start, apply.due) == (day(7), day(34))
    assert (plan.milestone("decide").start, due(plan, "decide")) == (day(77), day(83))
    assert plan.milestone("decide").window_end == day(83)
    assert last_day(plan) == last_day(PLAN) + timedelta(days=14)
    assert len(after.moved) == 4


def test_what_ends_before_a_pause_stays() -> None:
    assert pause(PLAN, day(100), day(120)).moved == ()


def test_what_is_done_does_not_move() -> None:
    plan = with_done(PLAN, "portfolio", day(10))
    assert due(pause(plan, day(8), day(12)).plan, "portfolio") == day(30)


def test_a_date_set_by_the_person_stays_and_one_inside_the_pause_is_named() -> None:
    plan = move(PLAN, "portfolio", day(50), TODAY).plan
    after = pause(plan, day(45), day(55))
    assert due(after.plan, "portfolio") == day(50)
    assert "inside the pause" in after.said[-1]


def test_a_pause_skips_over_another_one() -> None:
    plan = plan_of(milestone("talk", 10, 12), pauses={"rest": Pause(day(13), day(20))})
    moved = pause(plan, day(5), day(7)).plan.milestone("talk")
    assert (moved.start, moved.due) == (day(21), day(23))


def test_pauses_that_overlap_or_touch_grow_together_and_none_is_forgotten() -> None:
    plan = pause(PLAN, day(100), day(109)).plan
    plan = pause(plan, day(120), day(129)).plan
    first, second = plan.pauses
    joined = pause(plan, day(105), day(122)).plan.pauses
    assert joined == {first: Pause(day(100), day(119)), second: Pause(day(120), day(129))}
    grown = pause(plan, day(110), day(112)).plan.pauses
    assert grown[first] == Pause(day(100), day(112))


def test_a_pause_after_the_plans_end_says_that_it_moves_nothing() -> None:
    end = (last_day(PLAN) - START).days
    after = pause(PLAN, day(end + 5), day(end + 35))
    assert after.moved == ()
    assert "moves nothing" in after.said[1]
    assert "more without work" in pause(PLAN, day(end - 5), day(end)).said[1]


def test_a_day_beyond_every_plan_is_refused_with_the_last_possible_one() -> None:
    with pytest.raises(MedpivotError, match="beyond every plan"):
        move(PLAN, "portfolio", date(2150, 1, 1), TODAY)
    with pytest.raises(MedpivotError, match="beyond every plan"):
        add(PLAN, "Write to Ana", TODAY, due=date(2150, 1, 1))
    assert move(PLAN, "portfolio", day(900), TODAY).moved


def test_the_same_pause_twice_changes_nothing() -> None:
    once = pause(PLAN, day(14), day(27)).plan
    again = pause(once, day(15), day(27))
    assert again.plan == once
    assert "Already paused" in again.said[0]


def test_a_pause_that_began_before_the_plan_counts_from_its_start() -> None:
    assert pause(PLAN, day(-20), day(2)).plan.milestone("apply").start == day(10)


@pytest.mark.parametrize(
    ("first", "last", "reason"),
    [(20, 10, "before it begins"), (-20, -3, "before the plan starts"), (0, 800, "two years")],
)
def test_pauses_that_cannot_be_are_refused(first: int, last: int, reason: str) -> None:
    with pytest.raises(MedpivotError, match=reason):
        pause(PLAN, day(first), day(last))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_move_and_no_pause_breaks_a_dependency(data) -> None:
    plan = drafted(route="masters")
    for _ in range(data.draw(st.integers(1, 4))):
        if data.draw(st.booleans()):
            first = data.draw(st.integers(0, 500))
            plan = pause(plan, day(first), day(first + data.draw(st.integers(0, 60)))).plan
        else:
            one = data.draw(st.sampled_from(plan.milestones))
            to = one.due + timedelta(days=data.draw(st.integers(-60, 120)))
            try:
                plan = move(plan, one.id, to, START).plan
            except MedpivotError:
                continue
    for one in plan.milestones:
        assert one.start <= one.due
        for before in one.after:
            assert one.start >= free_after(plan.milestone(before))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 30)), min_size=1, max_size=5))
def test_pauses_never_overlap_and_hold_every_day_that_was_paused(spans) -> None:
    plan = PLAN
    wanted = set()
    for first, length in spans:
        plan = pause(plan, day(first), day(first + length)).plan
        wanted |= {day(number) for number in range(first, first + length + 1)}
    days = [
        one.first + timedelta(days=number)
        for one in plan.pauses.values()
        for number in range((one.last - one.first).days + 1)
    ]
    assert sorted(days) == sorted(wanted)


def test_a_pause_says_by_how_much_and_where_the_plan_ends_now() -> None:
    after = pause(PLAN, day(14), day(27))
    said = " ".join(after.said)
    assert "14 days more without work: 4 due dates are later" in said
    assert f"ends on {short_date(last_day(after.plan))}, not {short_date(last_day(PLAN))}" in said
    assert "medpivot plan resume" in said


def test_resuming_brings_back_what_the_rest_of_the_pause_had_moved() -> None:
    paused = pause(PLAN, day(14), day(27)).plan
    after = resume(paused, day(21), day(18))
    assert after.plan == pause(PLAN, day(14), day(20)).plan
    assert "4 due dates are earlier" in after.said[1]
    assert short_date(last_day(after.plan)) in after.said[1]


def test_resuming_leaves_a_date_the_person_set_and_what_is_done() -> None:
    plan = move(with_done(PLAN, "apply", day(3)), "portfolio", day(50), day(4)).plan
    plan = pause(plan, day(14), day(27)).plan
    after = resume(plan, day(20), day(20)).plan
    assert due(after, "portfolio") == day(50)
    assert after.milestone("apply") == plan.milestone("apply")


def test_a_pause_can_only_be_ended_on_a_day_in_it_that_is_still_to_come() -> None:
    plan = pause(PLAN, day(14), day(27)).plan
    with pytest.raises(MedpivotError, match="next one begins on 18 Jan 2027"):
        resume(plan, day(2), day(2))
    with pytest.raises(MedpivotError, match="no pause"):
        resume(plan, day(28), day(20))
    with pytest.raises(MedpivotError, match="has passed"):
        resume(plan, day(16), day(20))
    with pytest.raises(MedpivotError, match="alone; the plan goes on the day after"):
        resume(pause(PLAN, day(14), day(14)).plan, day(14), day(14))


def test_on_its_first_day_a_pause_can_be_ended_and_keeps_that_day() -> None:
    after = resume(pause(PLAN, day(14), day(27)).plan, day(14), day(14))
    assert after.plan == pause(PLAN, day(14), day(14)).plan
    assert after.said[0] == (
        f"The plan goes on from {short_date(day(15))}. "
        f"The pause keeps its first day, {short_date(day(14))}."
    )


def test_a_pause_from_before_the_plan_says_from_where_it_counts() -> None:
    assert "It counts from the day the plan begins." in pause(PLAN, day(-2), day(3)).said[0]
    assert "begins" not in pause(PLAN, day(0), day(3)).said[0]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 400), st.integers(2, 60), st.data())
def test_a_pause_ended_early_is_the_shorter_pause(first, length, data) -> None:
    plan = drafted(route="masters")
    back = data.draw(st.integers(1, length - 1))
    paused = pause(plan, day(first), day(first + length - 1)).plan
    resumed = resume(paused, day(first + back), day(first)).plan
    assert last_day(resumed) == last_day(plan) + timedelta(days=back)
    shorter = pause(plan, day(first), day(first + back - 1)).plan
    for one in resumed.milestones:
        assert one.due <= paused.milestone(one.id).due
        assert one.window_end == shorter.milestone(one.id).window_end
        for before in one.after:
            assert one.start >= free_after(resumed.milestone(before))
