"""What comes next, what is late, the pace, three weeks away, and what the log proves."""

from dataclasses import replace

from medpivot.domain.activities import Activity
from medpivot.domain.plan import Evidence, Pause
from medpivot.domain.progress import (
    been_away,
    evidence_met,
    late,
    next_thing,
    next_things,
    offers,
    pace,
)
from plan_parts import START, day, milestone, plan_of, with_done

PLAN = plan_of(
    milestone("talk", 0, 13, hours=6.0),
    milestone("form", 0, 20, hours=4.0),
    milestone("energy", 21, 27, after=("talk",), hours=1.0),
    milestone("project", 30, 60, hours=10.0),
)


def logged(activity_id: str, number: int, kind: str = "lecture", **given) -> Activity:
    return Activity(activity_id, day(number), "A title", kind, "teaching", **given)


def test_the_next_thing_is_what_is_under_way_and_due_first() -> None:
    assert next_thing(PLAN, day(3)).id == "talk"
    assert next_thing(with_done(PLAN, "talk", day(3)), day(3)).id == "form"


def test_what_waits_for_something_open_comes_last() -> None:
    late_on = day(40)
    assert [one.id for one in next_things(PLAN, late_on, 4)] == [
        "talk",
        "form",
        "project",
        "energy",
    ]


def test_before_the_plan_begins_the_first_to_begin_comes_first() -> None:
    assert [one.id for one in next_things(PLAN, day(-10))] == ["talk", "form", "project"]


def test_nothing_open_has_no_next_thing() -> None:
    assert next_thing(plan_of(), START) is None


def test_late_is_open_with_the_due_day_behind_us() -> None:
    assert [one.id for one in late(PLAN, day(13))] == []
    assert [one.id for one in late(PLAN, day(21))] == ["talk", "form"]
    assert [one.id for one in late(with_done(PLAN, "talk", day(20)), day(21))] == ["form"]


def test_the_real_pace_is_hours_done_by_weeks_gone() -> None:
    measured = pace(with_done(PLAN, "talk", day(10)), day(27))
    assert (measured.weeks, measured.done, measured.real, measured.stated) == (4, 6.0, 1.5, 2.0)
    assert measured.used == 1.5


def test_under_four_weeks_or_with_nothing_done_the_real_pace_is_unknown() -> None:
    assert pace(with_done(PLAN, "talk", day(10)), day(26)).real is None
    nothing = pace(PLAN, day(60))
    assert nothing.real is None
    assert nothing.used == 2.0


def test_paused_days_do_not_count_against_the_pace() -> None:
    plan = replace(with_done(PLAN, "talk", day(10)), pauses={"rest": Pause(day(14), day(27))})
    assert pace(plan, day(41)).weeks == 4


def test_what_was_done_before_this_plan_began_is_not_its_pace() -> None:
    assert pace(with_done(PLAN, "talk", day(-10)), day(40)).done == 0


def test_a_plan_that_has_not_begun_has_no_pace() -> None:
    assert pace(PLAN, day(-30)).weeks == 0


def test_three_weeks_without_a_sign_are_away() -> None:
    assert not been_away(PLAN, [], day(20))
    assert been_away(PLAN, [], day(21))
    assert not been_away(PLAN, [logged("a", 10)], day(21))
    assert been_away(with_done(PLAN, "talk", day(5)), [logged("a", 10)], day(31))


def test_a_pause_is_not_being_away() -> None:
    plan = replace(PLAN, pauses={"rest": Pause(day(2), day(60))})
    assert not been_away(plan, [], day(40))
    assert not been_away(plan, [], day(80))
    assert been_away(plan, [], day(81))


ASKS = milestone("talk", 7, 20, evidence=Evidence(("lecture", "conference"), count=2))


def met(one, activities, number=30, **given):
    return evidence_met(one, activities, day(number), since=START, **given)


def test_enough_activities_of_the_right_kind_prove_a_milestone() -> None:
    one, two = logged("a", 3), logged("b", 9, "conference")
    assert met(ASKS, [one]) is None
    assert met(ASKS, [one, two]).activities == (one, two)


def test_activities_before_the_plan_or_after_today_prove_nothing() -> None:
    assert met(ASKS, [logged("a", -1), logged("b", 9)]) is None
    assert met(ASKS, [logged("a", 9), logged("b", 31)]) is None


def test_an_activity_that_names_the_milestone_counts_whatever_its_kind_and_date() -> None:
    named = logged("a", -20, "curriculum-work", milestone="talk")
    assert met(ASKS, [named, logged("b", 9)])


def test_an_activity_that_names_another_milestone_does_not_count() -> None:
    assert met(ASKS, [logged("a", 9), logged("b", 9, milestone="other")]) is None


def test_a_milestone_that_asks_for_nothing_is_proved_only_by_an_activity_that_names_it() -> None:
    one = milestone("talk", 7, 20)
    assert met(one, [logged("a", 9)]) is None
    assert met(one, [logged("a", 9, milestone="talk")])


def test_people_and_files_prove_too_and_all_that_is_asked_for_must_be_there() -> None:
    one = milestone("meet", 7, 20, evidence=Evidence(people=2, files=("cv",)))
    assert met(one, [], people_met=2) is None
    proof = met(one, [], people_met=3, files={"cv", "money"})
    assert (proof.people, proof.files, proof.activities) == (3, ("cv",), ())


def test_nothing_is_offered_twice() -> None:
    assert met(replace(ASKS, status="done"), [logged("a", 3), logged("b", 4)]) is None


def test_a_later_milestone_of_the_same_kind_is_not_offered_before_its_turn() -> None:
    once = Evidence(("lecture",))
    plan = plan_of(
        milestone("first", 0, 6, evidence=once),
        milestone("second", 30, 36, evidence=once, after=("first",)),
    )
    assert [one.id for one, _ in offers(plan, [logged("a", 3)], day(10))] == ["first"]
    named = [logged("a", 3, milestone="second")]
    assert [one.id for one, _ in offers(plan, named, day(10))] == ["second"]
