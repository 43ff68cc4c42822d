"""`calendar`: a plan as a file for a calendar, and what later files say of it."""

import json
from datetime import date

import pytest

from medpivot.domain.calendar_events import step_key
from medpivot.store.calendar import NAME
from store_examples import a_milestone, a_plan, save_new_plan, save_plan


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    """A current folder of one's own, for exports that go there."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


TALK, MEETING = step_key("first-talk"), step_key("meet-the-director")


def written(run, *flags):
    """The events of a new file by UID."""
    result = run("calendar", "--force", "--json", *flags)
    assert result.code == 0, result.err
    return {one["uid"].removesuffix("@medpivot"): one for one in json.loads(result.out)["events"]}


def test_the_file_says_where_it_is_and_that_it_does_not_update_itself(run, home, elsewhere):
    save_new_plan(home)
    result = run("calendar")
    path = elsewhere / "medpivot-calendar-2026-11-22.ics"
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert f"Written to {path}." in result.err
    assert "In it: 2 milestones." in result.err
    assert "never reads the file again" in result.err
    assert result.out == ""


def test_titles_stay_out_of_the_file_unless_asked_for(run, home, elsewhere):
    save_new_plan(home)
    run("plan", "add", "Ask my brother about his clinic", "--due", "2027-03-01")
    run("calendar", "--out", "quiet.ics")
    quiet = (elsewhere / "quiet.ics").read_bytes()
    for told in (b"noon conference", b"first-talk", b"meet-the-director", b"brother", b"clinic"):
        assert told not in quiet
    run("calendar", "--out", "said.ics", "--titles")
    assert b"Give one noon conference" in (elsewhere / "said.ics").read_bytes()


def test_it_says_why_titles_are_neutral_and_which_days_have_several(run, home):
    save_plan(save_new_plan(home), due=date(2027, 2, 1))
    said = run("calendar", "--out", "one.ics").err
    assert "neutral on purpose" in said
    assert "medpivot calendar --titles" in said
    assert "one day" not in said
    run("plan", "add", "Another", "--due", "2027-02-01")
    said = run("calendar", "--out", "two.ics", "--titles").err
    assert "Several fall on one day: 1 Feb 2027." in said
    assert "neutral" not in said


def test_a_moved_milestone_gets_a_higher_number_and_the_others_do_not(run, home):
    path = save_new_plan(home)
    assert {one["sequence"] for one in written(run).values()} == {0}
    save_plan(path, due=date(2027, 2, 1))
    events = written(run)
    assert (events[TALK]["day"], events[TALK]["sequence"]) == ("2027-02-01", 1)
    assert events[MEETING]["sequence"] == 0


def test_a_finished_milestone_is_taken_out_of_calendars_that_have_it(run, home):
    save_new_plan(home)
    run("calendar", "--out", "a.ics")
    run("plan", "done", "first-talk")
    events = written(run)
    assert "1 event that is over is marked as canceled" in run("calendar", "--force").err
    assert events[TALK]["cancelled"]
    assert not events[MEETING]["cancelled"]


def test_a_milestone_finished_before_the_first_file_is_not_in_it(run, home):
    save_new_plan(home)
    run("plan", "done", "first-talk")
    assert set(written(run)) == {MEETING}


def test_undo_takes_back_the_last_change_and_not_the_calendar(run, home):
    save_new_plan(home)
    run("plan", "done", "first-talk")
    run("calendar")
    before = (home / NAME).read_bytes()
    assert "plan done" in run("undo").err
    assert (home / NAME).read_bytes() == before


def test_people_to_follow_up_are_in_it(run, home):
    run("people", "add", "Maria Santos", "--kind", "clerkship-director")
    run("people", "contacted", "maria-santos")
    (event,) = written(run).values()
    assert (event["kind"], event["day"], event["title"]) == ("person", "2026-12-06", "Follow up")


def test_late_milestones_are_left_out_with_the_way_to_plan_them_again(run, home):
    plan = a_plan(milestones=(a_milestone(), a_milestone("later", due=date(2027, 2, 20))))
    save_new_plan(home, plan)
    result = run("calendar", today=date(2027, 1, 20))
    assert "1 late milestone is left out; for a new day: medpivot plan replan" in result.err


def test_a_plan_with_no_day_ahead_is_refused(run, home):
    save_new_plan(home)
    result = run("calendar", today=date(2028, 1, 1))
    assert result.code == 1
    assert "no day is ahead" in result.err


def test_nothing_to_put_in_is_said(run):
    result = run("calendar")
    assert result.code == 1
    assert "there is no plan yet" in result.err


def test_a_file_that_is_there_stays_and_nothing_is_remembered(run, home, elsewhere):
    save_new_plan(home)
    (elsewhere / "a.ics").write_text("mine")
    assert run("calendar", "--out", "a.ics").code == 1
    assert (elsewhere / "a.ics").read_text() == "mine"
    assert not (home / NAME).exists()


@pytest.mark.parametrize(
    "text",
    [
        "schema = 1\nevent = 3\n",
        "schema = 1\n[event.a]\nday = 2027-01-01\n",
        'schema = 1\n[event.a]\nkind = "person"\nday = "x"\nsequence = 1\ncontent = "y"\n',
        'schema = 1\n[event.a]\nkind = "person"\nday = 2027-01-01\nsequence = -1\ncontent = "y"\n',
        "schema = 2\n",
        "not toml",
    ],
)
def test_a_memory_that_was_mangled_is_named_and_left_alone(run, home, text):
    save_new_plan(home)
    (home / NAME).write_text(text)
    result = run("calendar")
    assert result.code == 1
    assert "calendar.toml" in result.err
    assert (home / NAME).read_text() == text


def test_the_memory_holds_no_title_and_no_name(run, home):
    save_new_plan(home)
    run("people", "add", "Maria Santos", "--kind", "clerkship-director")
    run("people", "contacted", "maria-santos")
    run("calendar", "--titles")
    text = (home / NAME).read_text().lower()
    assert "maria" not in text
    assert "talk" not in text
    assert "noon" not in text
    assert run("data", "check").code == 0


def test_the_calendar_goes_to_standard_output_when_asked(run, home):
    save_new_plan(home)
    assert run("calendar", "--out", "-").out.startswith("BEGIN:VCALENDAR")


def test_one_document_at_a_time_goes_to_standard_output(run, home):
    save_new_plan(home)
    result = run("calendar", "--out", "-", "--json")
    assert (result.code, result.out) == (2, "")
