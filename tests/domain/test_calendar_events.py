"""A plan as days in a calendar, and what is said when something changed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from medpivot.domain.calendar_events import (
    Event,
    brought_up_to_date,
    events_of_people,
    events_of_plan,
    person_key,
    step_key,
)
from medpivot.domain.people import People, Person
from medpivot.domain.reminders import Reminders
from store_examples import a_milestone, a_plan

TODAY = date(2026, 11, 22)
AFTER = Reminders(answers_weeks=26, application_weeks=3, waiting_days=14, quiet_days=90)
TALK = Event("first-talk", "milestone", date(2027, 1, 15), "Milestone")


def somebody(**known):
    return Person(id="maria-santos", name="Maria Santos", kind="chair", **known)


def test_titles_are_neutral_unless_asked_for():
    plan = a_plan("first-talk")
    (quiet,) = events_of_plan(plan, titles=False)
    assert (quiet.title, quiet.text) == ("Milestone", "")
    (said,) = events_of_plan(plan, titles=True)
    assert said.title == "Give one noon conference"
    assert "First step: Write to the chief resident." in said.text


def test_only_open_milestones_have_a_day_and_decisions_are_named():
    milestones = (
        a_milestone("late-one", due=date(2027, 3, 1), decision=True),
        a_milestone("first-talk"),
        a_milestone("done-one", status="done", done_on=TODAY),
        a_milestone("skipped-one", status="skipped"),
        a_milestone("removed-one", status="removed"),
    )
    events = events_of_plan(replace(a_plan(), milestones=milestones), titles=False)
    assert [(one.key, one.kind) for one in events] == [
        (step_key("first-talk"), "milestone"),
        (step_key("late-one"), "decision"),
    ]
    assert events[1].title == "Milestone (decision)"


@pytest.mark.parametrize(
    ("status", "last", "day"),
    [
        ("contacted", TODAY, TODAY + timedelta(days=14)),
        ("met", TODAY, TODAY + timedelta(days=90)),
        ("mentor", TODAY - timedelta(days=200), TODAY),
    ],
)
def test_people_are_followed_up_when_it_is_time(status, last, day):
    people = People((somebody(status=status, last_touch=last, next_ask="Who chairs it?"),))
    (event,) = events_of_people(people, TODAY, AFTER, titles=False)
    assert (event.day, event.title, event.text) == (day, "Follow up", "")
    assert "maria" not in event.key
    (named,) = events_of_people(people, TODAY, AFTER, titles=True)
    assert (named.title, named.text) == ("Follow up: Maria Santos", "Who chairs it?")


@pytest.mark.parametrize(
    "one",
    [
        somebody(),
        somebody(status="met"),
        somebody(status="removed", last_touch=TODAY),
        somebody(status="to-contact", last_touch=TODAY),
    ],
)
def test_somebody_without_a_day_is_left_out(one):
    assert events_of_people(People((one,)), TODAY, AFTER, titles=False) == ()


def test_the_number_rises_only_when_something_changed():
    first, given = brought_up_to_date([TALK], {}, TODAY)
    assert [one.sequence for one in first] == [0]
    same, given = brought_up_to_date([TALK], given, TODAY)
    assert [one.sequence for one in same] == [0]
    moved, given = brought_up_to_date([replace(TALK, day=date(2027, 2, 1))], given, TODAY)
    assert [one.sequence for one in moved] == [1]
    named, given = brought_up_to_date([replace(TALK, title="Talk")], given, TODAY)
    assert [one.sequence for one in named] == [2]


def test_what_is_over_is_cancelled_once_and_stays_so_until_its_day():
    _, given = brought_up_to_date([TALK], {}, TODAY)
    (over,), given = brought_up_to_date([], given, TODAY)
    assert (over.cancelled, over.sequence, over.title) == (True, 1, "Milestone")
    (again,), given = brought_up_to_date([], given, TODAY)
    assert (again.cancelled, again.sequence) == (True, 1)
    later, _ = brought_up_to_date([], given, TALK.day + timedelta(days=1))
    assert later == ()


def test_what_is_opened_again_comes_back_with_a_higher_number():
    _, given = brought_up_to_date([TALK], {}, TODAY)
    _, given = brought_up_to_date([], given, TODAY)
    (back,), _ = brought_up_to_date([TALK], given, TODAY)
    assert (back.cancelled, back.sequence) == (False, 2)


def test_what_was_never_given_is_not_cancelled_and_no_day_gone_by_is_sent():
    assert brought_up_to_date([replace(TALK, day=TODAY - timedelta(days=1))], {}, TODAY) == ((), {})


def test_a_late_one_that_is_in_the_calendar_stays_as_it_is():
    _, given = brought_up_to_date([TALK], {}, TODAY)
    (late,), _ = brought_up_to_date([TALK], given, date(2027, 3, 1))
    assert (late.day, late.sequence) == (TALK.day, 0)


def test_a_persons_key_is_the_same_every_time():
    assert person_key("maria-santos") == person_key("maria-santos") != person_key("maria-santo")
