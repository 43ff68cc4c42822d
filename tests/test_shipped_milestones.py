"""The shipped milestones: every plan they make holds together, fits, and has all the moves."""

from datetime import date, timedelta
from itertools import product

import pytest

from medpivot import catalogue
from medpivot.domain.drafting import Person
from medpivot.domain.overruns import overruns
from medpivot.domain.planning import free_after
from medpivot.domain.progress import next_thing
from plan_parts import drafted

SETTINGS = [
    "academic",
    "community-teaching",
    "community-no-learners",
    "va-safety-net",
    "private",
    "locum-remote",
    "other",
    None,
]
ROUTES = ["local", "certificate", "masters", "fellowship-beside-job", "fellowship-post"]
VERDICTS = ["pivot", "test-first", "another-change"]


def shipped(**given):
    start = date(2026, 11, 22)
    usual = {"start": start, "today": start, "role": "clerkship-director"}
    return drafted(milestones=catalogue.load_milestones(), **(usual | given))


def roles() -> list[str]:
    return [one.id for one in catalogue.load_roles().roles if not one.retired]


def everybody():
    for setting, route, verdict, not_now in product(SETTINGS, ROUTES, VERDICTS, [False, True]):
        if not (verdict == "pivot" and not_now):
            yield {"setting": setting, "route": route, "verdict": verdict, "not_now": not_now}


def test_with_three_hours_a_week_every_full_plan_fits_in_eighteen_months() -> None:
    for person in everybody():
        plan = shipped(hours=3, **person)
        assert not overruns(plan), (person, overruns(plan))
        assert plan.milestones


def test_no_plan_breaks_a_dependency_or_a_wait() -> None:
    for person, months in product(list(everybody())[::3], (12, 18, 24)):
        plan = shipped(hours=2, months=months, **person)
        for one in plan.milestones:
            for before in one.after:
                assert one.start >= free_after(plan.milestone(before)), (person, one.id)


@pytest.mark.parametrize("not_now", [False, True])
def test_one_hour_a_week_is_enough_for_a_test_plan(not_now: bool) -> None:
    for setting in SETTINGS:
        plan = shipped(kind="test", months=None, hours=1.4, setting=setting, not_now=not_now)
        assert not overruns(plan), (setting, overruns(plan))
        assert plan.months < 24
        assert 30 <= sum(one.hours for one in plan.milestones) <= 50


def test_every_shipped_milestone_is_meant_for_somebody() -> None:
    templates = catalogue.load_milestones().templates
    people = [
        Person(kind, role, route, verdict, setting, not_now)
        for kind, role, route, verdict, setting, not_now in product(
            ("full", "test"), roles(), ROUTES, VERDICTS, SETTINGS[:-1], (False, True)
        )
    ]
    for one in templates:
        assert one.retired or any(person.meant(one) for person in people), one.id


def test_every_plan_has_its_points_to_decide_and_one_at_the_end() -> None:
    plan = shipped()
    decisions = sorted((one.due, one.id) for one in plan.milestones if one.decision)
    months = [(due - plan.start) / timedelta(days=30.4) for due, _ in decisions]
    assert len(decisions) == 3
    assert months == pytest.approx([3, 9, 18], abs=1.2)
    assert max(plan.milestones, key=lambda one: one.due).decision


def test_not_now_begins_with_relief_decides_nothing_and_asks_again_in_eight_weeks() -> None:
    commits = {one.id for one in catalogue.load_milestones().templates if one.commits}
    assert commits
    for setting, kind in product(SETTINGS, ("full", "test")):
        plan = shipped(setting=setting, kind=kind, not_now=True, verdict="test-first")
        assert not commits & {one.id for one in plan.milestones}
        relief = [one for one in plan.milestones if one.phase == "relief"]
        asked = next(one for one in relief if one.decision)
        assert asked.due == plan.start + timedelta(days=55)
        others = [one for one in plan.milestones if one not in relief]
        assert min(one.start for one in others) > asked.due
        assert next_thing(plan, plan.start) in relief


def test_the_first_week_of_relief_is_somebody_to_talk_to_and_a_doctor() -> None:
    plan = shipped(kind="test", months=None, hours=0.5, not_now=True, verdict="test-first")
    week = plan.start + timedelta(days=6)
    first = {one.id for one in plan.milestones if one.due <= week}
    assert first == {"own-doctor", "someone-to-talk-to"}


def test_another_change_is_planned_without_a_step_in_education() -> None:
    for setting in SETTINGS:
        plan = shipped(
            kind="test",
            months=None,
            hours=1.5,
            role=None,
            verdict="another-change",
            setting=setting,
        )
        assert {one.id for one in plan.milestones} == {
            "energy-week",
            "week-as-it-is",
            "money-floor",
            "name-the-change",
            "price-the-change",
            "ask-for-the-change",
            "ask-someone-who-did",
            "try-the-change",
            "did-it-help",
        }
        assert max(plan.milestones, key=lambda one: one.due).id == "did-it-help"
        assert plan.months == 6
        assert not overruns(plan)


def test_the_hours_of_each_phase_are_about_those_of_the_design() -> None:
    plan = shipped(months=24)
    hours = {
        phase: sum(one.hours for one in plan.milestones if one.phase == phase)
        for phase in ("1", "2", "3", "4")
    }
    assert hours == pytest.approx({"1": 21, "2": 46, "3": 54, "4": 6}, rel=0.2)


def test_no_milestone_is_without_a_reason_and_a_first_step() -> None:
    for one in catalogue.load_milestones().templates:
        assert one.why, one.id
        assert one.first_step, one.id
        assert len(one.title) <= 60, one.id


def test_a_mentor_and_what_the_roles_pay_come_before_any_certificate_or_degree() -> None:
    for route in ROUTES:
        plan = shipped(route=route, hours=2.5)
        first = {one.id: one.due for one in plan.milestones}
        decided = first["formal-training"]
        for early in ("first-mentor", "local-numbers", "what-postings-require"):
            assert (first[early] - plan.start).days < 6.5 * 30.4, (route, early)
            assert first[early] < decided
        if "certificate-place" in first:
            assert first["local-numbers"] < first["certificate-place"]


def test_the_course_before_the_decision_says_that_it_commits_to_nothing() -> None:
    milestones = catalogue.load_milestones()
    for milestone_id in ("certificate-place", "find-course"):
        assert "commits you to no" in milestones.template(milestone_id).why
