"""Drafting: which milestones for whom, in which weeks, and what an earlier plan leaves."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medpivot import catalogue
from medpivot.domain.answers import Answers
from medpivot.domain.changing import add, note, remove, skip
from medpivot.domain.moving import move, pause
from medpivot.domain.overruns import overruns
from medpivot.domain.plan import Milestones
from medpivot.domain.planning import free_after
from medpivot.domain.training_answers import route_led_to
from medpivot.domain.usual import usual_hours, usual_kind
from medpivot.domain.windows import last_day
from medpivot.errors import MedpivotError
from plan_parts import CATALOGUE, START, day, drafted, milestone, template, with_done


def ids(plan) -> list[str]:
    return [one.id for one in plan.milestones]


def test_a_plan_holds_what_is_meant_for_this_person_and_nothing_retired() -> None:
    assert ids(drafted()) == ["first-talk", "precept", "energy", "project", "apply", "interview"]


def test_setting_route_and_role_choose_milestones() -> None:
    assert "host-student" in ids(drafted(setting="private"))
    assert "precept" not in ids(drafted(setting="private"))
    assert "degree" in ids(drafted(route="masters"))
    assert "interview" not in ids(drafted(role="scholar"))
    assert "interview" not in ids(drafted(role=None))


def test_an_unknown_setting_is_taken_as_one_without_learners_at_hand() -> None:
    assert "host-student" in ids(drafted(setting=None))


def test_a_predecessor_that_is_not_in_the_plan_is_left_out() -> None:
    apply = drafted().milestone("apply")
    assert apply
    assert apply.after == ("project",)


def test_the_fourth_phase_is_only_in_plans_longer_than_eighteen_months() -> None:
    assert "promise" not in ids(drafted(months=18))
    longer = drafted(months=19)
    promise = longer.milestone("promise")
    assert promise
    assert promise.window_end == last_day(longer)


def test_dates_run_from_the_start_and_every_milestone_stays_in_its_window() -> None:
    plan = drafted()
    assert min(one.start for one in plan.milestones) == START
    assert not overruns(plan)
    for one in plan.milestones:
        assert one.window_start <= one.start <= one.due <= one.window_end


def test_what_does_not_fit_is_an_overrun_and_stays_in_the_plan() -> None:
    plan = drafted(hours=0.5)
    over = overruns(plan)
    assert over[0].id == "first-talk"
    assert over[0].days == (over[0].due - over[0].window_end).days > 0
    assert len(plan.milestones) == 6


def test_a_shorter_plan_ends_sooner_but_waits_as_long() -> None:
    plan = drafted(months=12, hours=6)
    apply, interview = plan.milestone("apply"), plan.milestone("interview")
    assert apply
    assert interview
    assert interview.due <= last_day(plan)
    assert interview.start > apply.due + timedelta(weeks=8)


def test_a_longer_plan_stretches_its_phases_only_when_the_work_asks_for_it() -> None:
    enough, scarce = drafted(months=24, hours=3), drafted(months=24, hours=0.95)
    ends = [plan.milestone("interview").window_end for plan in (enough, scarce)]
    assert ends[0] == drafted(months=18).milestone("interview").window_end
    assert ends[1] > ends[0]
    assert sum(one.days for one in overruns(scarce)) < sum(
        one.days for one in overruns(drafted(months=18, hours=0.95))
    )


def test_a_stretched_plan_has_no_room_for_the_fourth_phase() -> None:
    assert "promise" in ids(drafted(months=24, hours=3))
    assert "promise" not in ids(drafted(months=24, hours=0.95))


def test_a_fourth_phase_that_does_not_fit_is_shown_and_stretches_nothing() -> None:
    plan = drafted(months=19, hours=3, milestones=_with_a_long_promise())
    assert [one.id for one in overruns(plan)] == ["promise"]
    end = drafted(months=18).milestone("interview").window_end
    assert plan.milestone("interview").window_end == end


def _with_a_long_promise() -> Milestones:
    longer = [
        replace(one, hours=20.0) if one.id == "promise" else one for one in CATALOGUE.templates
    ]
    return Milestones(CATALOGUE.phases, tuple(longer))


def test_a_test_plan_asks_one_question_in_six_months() -> None:
    plan = drafted(kind="test", months=None)
    assert ids(plan) == ["first-talk", "precept", "energy", "weak-spot"]
    assert plan.months == 6
    assert {one.phase for one in plan.milestones} == {"test"}
    assert not overruns(plan)


def test_a_test_plan_takes_as_many_months_as_few_hours_ask_for() -> None:
    plan = drafted(kind="test", months=None, hours=0.75)
    assert 6 < plan.months < 24
    assert not overruns(plan)
    assert overruns(drafted(kind="test", months=plan.months - 1, hours=0.75))


def test_where_no_length_is_enough_the_test_plan_says_so() -> None:
    plan = drafted(kind="test", months=None, hours=0.25)
    assert plan.months == 24
    assert overruns(plan)


def test_a_test_plan_names_what_the_assessment_would_test() -> None:
    plan = drafted(kind="test", months=6, experiment="Teach one skills session.")
    assert "Teach one skills session." in plan.milestone("weak-spot").why


def test_not_now_begins_with_relief_and_commits_to_nothing() -> None:
    plan = drafted(not_now=True, route="masters")
    assert ids(plan)[:2] == ["see-a-doctor", "ask-again"]
    assert not {"apply", "interview", "degree"} & set(ids(plan))
    asked = plan.milestone("ask-again")
    assert asked.due == day(55)  # the last day of week eight
    for one in plan.milestones[2:]:
        assert one.start > asked.due
    assert not overruns(plan)


def test_relief_is_never_shrunk() -> None:
    plan = drafted(not_now=True, months=12)
    assert plan.milestone("ask-again").due == day(55)
    assert plan.milestone("see-a-doctor").window_end == day(30)


def test_relief_does_not_wait_for_the_few_hours_that_are_free() -> None:
    plan = drafted(not_now=True, kind="test", months=None, hours=0.5)
    assert plan.milestone("see-a-doctor").due <= day(13)
    assert plan.milestone("ask-again").due == day(55)
    assert plan.milestone("first-talk").start == day(56)


def test_under_not_now_a_late_answer_holds_everything_else_back() -> None:
    plan = drafted(not_now=True)
    assert plan.milestone("first-talk").after == ("ask-again",)
    assert plan.milestone("energy").after == ("first-talk", "precept")


def test_a_start_that_has_passed_plans_from_today() -> None:
    plan = drafted(start=START, today=day(100))
    assert min(one.start for one in plan.milestones) == day(100)
    assert plan.milestone("first-talk").window_end >= plan.milestone("first-talk").due
    assert not overruns(plan)


def test_a_start_in_another_decade_is_refused() -> None:
    with pytest.raises(MedpivotError, match="two years"):
        drafted(start=START, today=day(2000))


@pytest.mark.parametrize("months", [0, 11, 25, 200])
def test_a_length_out_of_range_is_refused(months: int) -> None:
    with pytest.raises(MedpivotError, match="12 to 24"):
        drafted(months=months)


def test_no_hours_are_refused() -> None:
    with pytest.raises(MedpivotError, match="0 hours a week leave nothing"):
        drafted(hours=0)


def test_milestones_in_a_circle_are_refused() -> None:
    circle = Milestones(
        CATALOGUE.phases, (template("a", after=("b",)), template("b", after=("a",)))
    )
    with pytest.raises(MedpivotError, match="one another"):
        drafted(milestones=circle)


def test_everything_done_is_carried_over_with_its_date_and_note() -> None:
    earlier = note(with_done(drafted(), "first-talk", day(30)), "first-talk", "went well").plan
    plan = drafted(start=day(60), today=day(60), earlier=earlier)
    talk = plan.milestone("first-talk")
    assert (talk.status, talk.done_on, talk.note) == ("done", day(30), "went well")
    assert talk.due == earlier.milestone("first-talk").due
    assert plan.milestone("precept").start == day(60)


def test_what_was_skipped_or_removed_stays_so() -> None:
    earlier = remove(skip(drafted(), "precept", "no clinic").plan, "project").plan
    plan = drafted(earlier=earlier)
    assert plan.milestone("precept").status == "skipped"
    assert plan.milestone("precept").skipped_why == "no clinic"
    assert plan.milestone("project").status == "removed"


def test_a_note_on_an_open_milestone_is_carried_over() -> None:
    earlier = note(drafted(), "project", "ask Dr. Lee").plan
    assert drafted(earlier=earlier).milestone("project").note == "ask Dr. Lee"


def test_the_person_s_own_milestones_are_carried_over() -> None:
    earlier = add(drafted(), "Ask for letters", START, hours=2, after=("interview",)).plan
    plan = drafted(role="scholar", earlier=earlier)
    own = plan.milestone("ask-for-letters")
    assert own.own
    assert own.after == ()  # the scholar's plan has no interview


def test_done_and_no_longer_drafted_is_kept_as_done() -> None:
    earlier = with_done(drafted(route="masters"), "degree", day(20))
    plan = drafted(earlier=earlier)
    assert plan.milestone("degree").status == "done"
    apply = plan.milestone("apply")
    assert apply.after == ("project", "degree")


def test_open_and_no_longer_drafted_is_gone() -> None:
    assert "degree" not in ids(drafted(earlier=drafted(route="masters")))


def test_a_date_the_person_set_is_carried_over_while_it_is_to_come() -> None:
    earlier = move(drafted(), "first-talk", day(70), START).plan
    plan = drafted(earlier=earlier)
    assert plan.milestone("first-talk").due == day(70)
    assert plan.milestone("first-talk").pinned
    assert plan.milestone("energy").start > day(70)
    assert not drafted(earlier=earlier, today=day(80)).milestone("first-talk").pinned


def test_pauses_are_carried_over_and_planned_around() -> None:
    earlier = pause(drafted(), day(14), day(41)).plan
    plan = drafted(earlier=earlier)
    assert plan.pauses == earlier.pauses
    assert plan.milestone("first-talk").window_end == drafted().milestone(
        "first-talk"
    ).window_end + timedelta(days=28)
    assert not overruns(plan)


def test_an_earlier_plan_does_not_change() -> None:
    earlier = with_done(drafted(), "first-talk", day(3))
    before = replace(earlier)
    drafted(earlier=earlier, role="scholar")
    assert earlier == before


@pytest.mark.parametrize(
    ("hours", "verdict", "kind"),
    [(1.4, "pivot", "test"), (1.5, "pivot", "full"), (5, "another-change", "test")],
)
def test_the_usual_kind_follows_the_hours_and_the_verdict(hours, verdict, kind) -> None:
    assert usual_kind(hours, verdict) == kind


@pytest.mark.parametrize(
    ("training", "interest", "not_now", "route"),
    [
        (None, "yes", False, "local"),
        ("none", "yes", False, "local"),
        ("already-have", "yes", False, "local"),
        ("certificate", "no", False, "certificate"),
        ("part-time-degree", "yes", False, "masters"),
        ("part-time-degree", "unsure", False, "certificate"),
        ("part-time-degree", "yes", True, "local"),
        ("fellowship-beside-job", "yes", False, "fellowship-beside-job"),
        ("fellowship-post", None, False, "certificate"),
    ],
)
def test_no_degree_without_an_interest_in_studying_education(
    training, interest, not_now, route
) -> None:
    given = {"training": training, "study-interest": interest, "reduce-clinical": "yes"}
    answers = Answers({key: value for key, value in given.items() if value})
    heavy = catalogue.load_roles().role("clerkship-director")
    found = route_led_to(catalogue.load_training(), answers, heavy, not_now=not_now)
    assert found == route


def test_unknown_hours_are_two_and_none_are_taken_as_half_an_hour() -> None:
    assert usual_hours(Answers()) == 2
    assert usual_hours(Answers({"hours-weekly": 0})) == 0.5


@settings(max_examples=60, deadline=None)
@given(
    st.integers(12, 24),
    st.integers(1, 24),
    st.sampled_from(["academic", "private", None]),
    st.sampled_from(["local", "masters"]),
    st.booleans(),
    st.integers(-3, 200),
)
def test_no_drafted_plan_breaks_a_dependency_or_begins_before_its_window(
    months, quarters, setting, route, not_now, today
) -> None:
    plan = drafted(
        months=months,
        hours=quarters / 4,
        setting=setting,
        route=route,
        not_now=not_now,
        today=day(today),
    )
    for one in plan.milestones:
        assert one.window_start <= one.window_end
        assert max(one.window_start, day(today)) <= one.start <= one.due
        for before in one.after:
            assert one.start >= free_after(plan.milestone(before))


@settings(max_examples=25, deadline=None)
@given(st.integers(12, 18), st.integers(1, 20), st.integers(1, 8))
def test_more_hours_never_end_a_plan_later(months, quarters, more) -> None:
    plans = [drafted(months=months, hours=each / 4) for each in (quarters, quarters + more)]
    ends = [max(one.due for one in plan.milestones) for plan in plans]
    assert ends[1] <= ends[0]


def test_own_open_milestones_may_take_the_whole_new_plan() -> None:
    earlier = drafted()
    own = milestone("mine", 0, 6, own=True, window_end=day(30))
    earlier = replace(earlier, milestones=(*earlier.milestones, own))
    plan = drafted(earlier=earlier)
    assert plan.milestone("mine").window_end == last_day(plan)
