"""The newest activities, without making activities of the whole log."""

from datetime import date

from medpivot.store import activities
from medpivot.store.newest import newest
from medpivot.store.writing import writing
from store_examples import an_activity


def log(home, *days):
    for day in days:
        with writing(home, "log add") as change:
            activities.add(change, home, an_activity(f"day {day}", date=date(2026, 11, day)))


def titles(found):
    return [one.title for one in found.activities]


def test_the_newest_day_comes_first_and_of_one_day_the_last_added(home):
    log(home, 3, 20, 5)
    with writing(home, "log add") as change:
        activities.add(change, home, an_activity("later", date=date(2026, 11, 20)))
    assert titles(newest(home, 3)) == ["later", "day 20", "day 5"]
    assert titles(newest(home, None)) == ["later", "day 20", "day 5", "day 3"]
    assert len(newest(home, 1).ids) == 4


def test_a_bad_line_and_a_bad_entry_are_named_and_the_others_found(home):
    log(home, 3, 4)
    with (home / activities.NAME).open("a") as file:
        file.write('{"v":1,"op":"put","id":"badbadba","at":"2026-11-22T10:00:00Z","entry":{}}\n')
        file.write("not a line\n")
    found = newest(home, 2)
    assert titles(found) == ["day 4", "day 3"]
    assert [one.line for one in found.problems] == [4, 3]
    assert "badbadba" not in found.ids


def test_no_log_has_no_activities_and_is_not_made(home):
    assert newest(home, 20).activities == ()
    assert not home.exists()


def test_an_id_is_as_short_as_the_whole_log_allows(home):
    for one in ("aaaabbbb", "aaaaccbb", "dddddddd"):
        with writing(home, "log add") as change:
            activities.add(change, home, an_activity(one, id=one))
    assert newest(home, 2).shorts() == {"dddddddd": "dddd", "aaaaccbb": "aaaac"}
