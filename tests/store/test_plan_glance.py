"""A light look at the latest plan: what one activity may finish; never a word about what is wrong."""

from dataclasses import replace
from datetime import date

import pytest

from medpivot.domain.plan import Evidence
from medpivot.store import plans
from medpivot.store.plan_glance import glance, may_finish
from medpivot.store.writing import writing
from store_examples import DAY, a_milestone, a_plan

ONE_LECTURE = Evidence(("lecture", "grand-rounds"), 1)


def saved(home, *milestones):
    with writing(home, "plan new") as change:
        plans.save_new(change, home, replace(a_plan(), milestones=milestones))
    return glance(home)


def finishable(home, *milestones, kind="lecture", day=DAY):
    return [one.id for one in may_finish(saved(home, *milestones), kind, day)]


def test_without_a_plan_there_is_nothing_to_see(home):
    assert glance(home) is None
    assert not home.exists()


def test_one_activity_of_the_right_kind_may_finish_an_open_milestone(home):
    first = a_milestone("first-talk", evidence=ONE_LECTURE)
    assert finishable(home, first) == ["first-talk"]
    assert may_finish(glance(home), "clinic", DAY) == ()


def test_what_was_done_before_the_plan_began_finishes_nothing(home):
    first = a_milestone("first-talk", evidence=ONE_LECTURE)
    assert finishable(home, first, day=date(2026, 11, 21)) == []


def test_the_milestone_due_first_is_offered_first(home):
    late = a_milestone("a-late", evidence=ONE_LECTURE, due=date(2027, 2, 1))
    soon = a_milestone("z-soon", evidence=ONE_LECTURE, due=date(2027, 1, 1))
    assert finishable(home, late, soon) == ["z-soon", "a-late"]


@pytest.mark.parametrize(
    "changes",
    [
        {"evidence": Evidence(("lecture",), 2)},
        {"evidence": Evidence(("lecture",), 1, people=1)},
        {"evidence": Evidence(("lecture",), 1, files=("cv",))},
        {"evidence": Evidence()},
        {"evidence": ONE_LECTURE, "status": "done", "done_on": DAY},
        {"evidence": ONE_LECTURE, "status": "removed"},
    ],
)
def test_what_needs_more_or_is_closed_is_not_offered(home, changes):
    assert finishable(home, a_milestone("first-talk", **changes)) == []


def test_what_waits_for_another_is_not_offered_even_through_a_skipped_one(home):
    first = a_milestone("first", evidence=Evidence())
    second = a_milestone("second", after=("first",), status="skipped", skipped_why="no time")
    third = a_milestone("third", after=("second",), evidence=ONE_LECTURE)
    assert finishable(home, first, second, third) == []


def test_what_waited_for_something_done_is_offered(home):
    first = a_milestone("first", status="done", done_on=DAY)
    second = a_milestone("second", after=("first",), evidence=ONE_LECTURE)
    assert finishable(home, first, second) == ["second"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\xff binary",
        b"milestone = 5",
        b"[milestone]\nfirst = 1",
        b"start = 'soon'\n[milestone.first]\nevidence = { activities = 'lecture', count = 'x' }",
        b"[milestone.first]\nafter = [1, 'first', 'gone']\nevidence = { activities = ['lecture'] }",
        b"\xef\xbb\xbf[milestone.first]\r\nstatus = ['open']\r\n",
    ],
)
def test_a_hand_mangled_plan_never_raises(home, data):
    home.mkdir()
    (home / "plan-2026-11-22.toml").write_bytes(data)
    seen = glance(home)
    if seen is not None:
        may_finish(seen, "lecture", DAY)
