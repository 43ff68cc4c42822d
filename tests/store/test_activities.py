from dataclasses import replace
from datetime import date

import pytest

from medpivot.errors import MedpivotError
from medpivot.store import activities
from medpivot.store.writing import writing
from store_examples import an_activity, log, titles


def test_what_is_added_is_read_back_the_same(home):
    activity = an_activity(
        "Visite: Ärztin erklärt 敗血症\nin zwei Zeilen",
        learners=12,
        contact_hours=1.5,
        levels=("intern",),
        energy=2,
    )
    with writing(home, "log add") as change:
        added = activities.add(change, home, activity)
    assert activities.load(home).activities == (replace(activity, id=added.id),)


def test_the_oldest_day_comes_first_and_within_a_day_the_first_added(home):
    for title, day in (("b", 20), ("c", 20), ("a", 3)):
        with writing(home, "log add") as change:
            activities.add(change, home, an_activity(title, date=date(2026, 11, day)))
    assert titles(home) == ["a", "b", "c"]


def test_what_was_done_before_a_plan_is_left_out_unless_it_names_a_milestone(home):
    for title, day, milestone in (("old", 3, None), ("named", 3, "first-talk"), ("new", 20, None)):
        with writing(home, "log add") as change:
            one = an_activity(title, date=date(2026, 11, day), milestone=milestone)
            activities.add(change, home, one)
    found = activities.load(home, since=date(2026, 11, 20)).activities
    assert [one.title for one in found] == ["named", "new"]


def test_an_edit_replaces_and_a_removal_hides_without_rewriting_a_line(home):
    first, second = log(home, "one"), log(home, "two")
    before = (home / activities.NAME).read_bytes()
    with writing(home, "log edit") as change:
        activities.edit(change, home, replace(first, title="one, corrected"))
    with writing(home, "log remove") as change:
        activities.remove(change, home, second.id)
    assert titles(home) == ["one, corrected"]
    assert (home / activities.NAME).read_bytes().startswith(before)


def test_an_edit_that_changes_nothing_writes_nothing(home):
    added = log(home)
    before = (home / activities.NAME).read_bytes()
    with writing(home, "log edit") as change:
        activities.edit(change, home, added)
    assert (home / activities.NAME).read_bytes() == before
    assert len(list((home / "history").iterdir())) == 1


def test_what_is_not_in_the_log_cannot_be_edited_or_removed(home):
    added = log(home)
    with writing(home, "log remove") as change:
        activities.remove(change, home, added.id)
    for act in (
        lambda change: activities.remove(change, home, added.id),
        lambda change: activities.edit(change, home, added),
    ):
        with pytest.raises(MedpivotError, match=added.id), writing(home, "again") as change:
            act(change)


def test_an_entry_that_is_none_is_named_with_its_line_and_the_others_are_shown(home):
    log(home, "good")
    with (home / activities.NAME).open("ab") as file:
        file.write(
            b'{"v":1,"op":"put","id":"zzzz2345","at":"2026-01-01T00:00:00Z","entry":{"title":"x"}}\n'
        )
        file.write(b"torn")
    log(home, "better")
    read = activities.load(home)
    assert [one.title for one in read.activities] == ["good", "better"]
    assert sorted(problem.line for problem in read.problems) == [2, 3]
    assert any("zzzz2345" in str(problem) for problem in read.problems)


def test_two_copies_joined_by_a_sync_program_need_no_repair(home, tmp_path):
    shared = log(home, "shared")
    copy = tmp_path / "copy"
    copy.mkdir()
    (copy / activities.NAME).write_bytes((home / activities.NAME).read_bytes())
    log(home, "here")
    log(copy, "there")
    with writing(copy, "log edit") as change:
        activities.edit(change, copy, replace(shared, title="shared, corrected there"))
    ours, theirs = ((one / activities.NAME).read_bytes() for one in (home, copy))
    (home / activities.NAME).write_bytes(theirs + ours)
    assert sorted(titles(home)) == ["here", "shared, corrected there", "there"]


def test_keys_of_a_newer_version_survive_an_edit(home):
    added = log(home)
    path = home / activities.NAME
    path.write_text(path.read_text().replace('"kind"', '"mood":"good","kind"'))
    with writing(home, "log edit") as change:
        [activity] = activities.load(home).activities
        activities.edit(change, home, replace(activity, title="other"))
    assert path.read_text().splitlines()[-1].count('"mood":"good"') == 1
    assert activities.load(home).activities[0].id == added.id


def test_one_entry_is_read_by_itself_and_a_broken_one_is_named(home):
    added = log(home, "Talk")
    with writing(home, "log edit") as change:
        found, read = activities.current(home, added.id)
        activities.edit(change, home, replace(found, title="Corrected"), read)
    assert titles(home) == ["Corrected"]
    path = home / activities.NAME
    path.write_bytes(path.read_bytes().replace(b'"domain":"teaching"', b'"domain":7'))
    with pytest.raises(MedpivotError, match=added.id):
        activities.current(home, added.id)
    with pytest.raises(MedpivotError, match="any more"):
        activities.current(home, "gone")
