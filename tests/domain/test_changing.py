"""One milestone changed: done, skipped, open again, removed, noted, added."""

from datetime import date

import pytest

from medpivot.domain.changing import add, done, note, remove, reopen, skip
from medpivot.domain.moving import pause
from medpivot.domain.planning import open_works
from medpivot.errors import MedpivotError
from plan_parts import START, day, milestone, plan_of, with_done

PLAN = plan_of(
    milestone("first-talk", 0, 6),
    milestone("energy", 7, 13, after=("first-talk",)),
    milestone("project", 14, 30, after=("energy",)),
)
TODAY = day(10)


def test_done_keeps_the_day_and_the_note() -> None:
    after = done(PLAN, "first-talk", day(5), TODAY, "twelve residents")
    talk = after.plan.milestone("first-talk")
    assert (talk.status, talk.done_on, talk.note) == ("done", day(5), "twelve residents")
    assert after.said[0] == "First talk: done on 9 Jan 2027."
    assert "medpivot plan reopen first-talk" in after.said[-1]


def test_done_twice_keeps_the_first_date_and_says_so() -> None:
    once = done(PLAN, "first-talk", day(5), TODAY).plan
    again = done(once, "first-talk", day(9), TODAY)
    assert again.plan.milestone("first-talk").done_on == day(5)
    assert "that date stays" in again.said[0]


def test_done_twice_still_adds_the_note() -> None:
    once = done(PLAN, "first-talk", day(5), TODAY, "one").plan
    assert done(once, "first-talk", TODAY, TODAY, "two").plan.milestone("first-talk").note == (
        "one\ntwo"
    )


def test_done_tomorrow_is_refused() -> None:
    with pytest.raises(MedpivotError, match="still to come"):
        done(PLAN, "first-talk", day(11), TODAY)


def test_done_before_the_plan_began_is_taken_and_said() -> None:
    after = done(PLAN, "first-talk", day(-40), TODAY)
    assert after.plan.milestone("first-talk").done_on == day(-40)
    assert "before this plan began" in after.said[1]


def test_done_out_of_order_names_what_is_still_open() -> None:
    assert "still open: Energy" in done(PLAN, "project", TODAY, TODAY).said[1]


def test_an_unknown_milestone_is_named_with_the_nearest_ids() -> None:
    with pytest.raises(MedpivotError, match="did you mean first-talk") as caught:
        done(PLAN, "frist-talk", TODAY, TODAY)
    assert caught.value.hint == "medpivot plan list"


def test_skipping_needs_a_reason_and_keeps_it() -> None:
    with pytest.raises(MedpivotError, match="why"):
        skip(PLAN, "energy", "  ")
    after = skip(PLAN, "energy", "no learners").plan
    assert after.milestone("energy").skipped_why == "no learners"


def test_what_comes_after_a_skipped_milestone_still_waits_for_what_came_before_it() -> None:
    after = skip(PLAN, "energy", "no learners").plan
    works = {one.id: one for one in open_works(after)}
    assert works["project"].after == ("first-talk",)


def test_what_is_done_cannot_be_skipped() -> None:
    with pytest.raises(MedpivotError, match="was done on"):
        skip(with_done(PLAN, "energy", day(9)), "energy", "changed my mind")


def test_reopening_takes_back_done_and_skipped() -> None:
    for changed in (with_done(PLAN, "energy", day(9)), skip(PLAN, "energy", "no").plan):
        again = reopen(changed, "energy").plan.milestone("energy")
        assert (again.status, again.done_on, again.skipped_why) == ("open", None, "")
    assert reopen(PLAN, "energy").plan == PLAN


def test_removing_keeps_the_milestone_for_reopening() -> None:
    gone = remove(PLAN, "energy").plan
    assert gone.milestone("energy").status == "removed"
    assert reopen(gone, "energy").plan == PLAN
    assert remove(gone, "energy").plan == gone


def test_a_note_is_added_as_a_line_just_as_it_was_typed() -> None:
    typed = "[b]bold[/b]  \u202e\x07 ok"
    once = note(PLAN, "energy", typed).plan
    assert once.milestone("energy").note == typed
    assert note(once, "energy", "more").plan.milestone("energy").note == f"{typed}\nmore"
    with pytest.raises(MedpivotError, match="empty"):
        note(PLAN, "energy", " ")


def test_an_added_milestone_begins_when_what_it_waits_for_has_ended() -> None:
    after = add(PLAN, "Ask for letters", TODAY, hours=3, after=("energy",))
    own = after.plan.milestone("ask-for-letters")
    assert own.own
    assert own.start == day(14)
    assert own.due == day(27)  # three hours at 1.6 a week: two weeks
    assert not own.pinned


def test_an_added_milestone_with_a_date_keeps_that_date() -> None:
    own = add(PLAN, "Abstract", TODAY, hours=1, due=day(40)).plan.milestone("abstract")
    assert (own.start, own.due, own.pinned) == (day(34), day(40), True)


def test_two_milestones_of_one_title_get_two_ids() -> None:
    once = add(PLAN, "Énergie & more!", TODAY).plan
    twice = add(once, "Énergie & more!", TODAY).plan
    assert [one.id for one in twice.milestones[-2:]] == ["energie-more", "energie-more-2"]
    assert add(PLAN, "会议", TODAY).plan.milestone("milestone").title == "会议"


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"title": " "}, "title"),
        ({"hours": 0}, "0 hours"),
        ({"hours": float("nan")}, "nan hours"),
        ({"due": day(9)}, "has passed"),
        ({"due": day(12), "after": ("energy",)}, "would come before"),
        ({"after": ("enrgy",)}, "did you mean energy"),
    ],
)
def test_a_milestone_that_cannot_be_is_refused_with_the_reason(given, reason: str) -> None:
    with pytest.raises(MedpivotError, match=reason):
        add(PLAN, **({"title": "Letters", "today": TODAY} | given))


def test_a_plan_that_has_not_begun_takes_its_first_day() -> None:
    own = add(PLAN, "Letters", date(2026, 11, 22)).plan.milestone("letters")
    assert own.start == START


def test_a_milestone_of_one_s_own_is_not_planned_into_a_pause_and_says_what_it_assumes() -> None:
    paused = pause(PLAN, day(0), day(13)).plan
    after = add(paused, "Call the school", day(2))
    own = after.plan.milestones[-1]
    assert own.start == day(14)
    assert own.due == day(27)
    assert "2 hours of work are assumed" in " ".join(after.said)
    pinned = add(paused, "Call the school", day(2), hours=1, due=day(9))
    assert "lies in a pause" in " ".join(pinned.said)
    assert "assumed" not in " ".join(pinned.said)
