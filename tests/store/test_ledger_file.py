from dataclasses import replace
from decimal import Decimal

import pytest

from medpivot.domain.ledger import to_entry
from medpivot.errors import MedpivotError
from medpivot.store import history, ledger, lines
from medpivot.store.lines import Line
from medpivot.store.writing import writing
from time_examples import MONDAY, entry, weeks_before


def keep(home, one):
    with writing(home, "time add") as change:
        return ledger.keep(change, home, one)


def remove(home, one):
    with writing(home, "time remove") as change:
        ledger.remove(change, home, one)


def other_copy(home, line_id, at, one):
    """A line that a second computer wrote, merged into this file by a sync program."""
    data = lines.to_bytes(Line(line_id, at, to_entry(one)))
    with (home / ledger.NAME).open("ab") as file:
        file.write(data)


def test_weeks_are_read_back_in_order_whatever_order_they_were_kept_in(home):
    for count in (1, 3, 2):
        keep(home, entry(week=weeks_before(count), id=""))
    assert [one.week for one in ledger.load(home).entries] == [
        weeks_before(3),
        weeks_before(2),
        weeks_before(1),
    ]


def test_a_second_entry_for_a_week_takes_the_place_of_the_first(home):
    first = keep(home, entry(8, 5, id=""))
    second = keep(home, entry(8, 6, id=""))
    assert second.id == first.id
    assert [one.delivered for one in ledger.load(home).entries] == [6]
    history.undo(home)
    assert [one.delivered for one in ledger.load(home).entries] == [5]


def test_two_entries_for_one_week_from_two_copies_are_one_and_the_later_counts(home):
    mine = keep(home, entry(8, 5, id=""))
    at = lines.read(home / ledger.NAME).stamps[mine.id]
    other_copy(home, "aaaabbbb", at.replace(year=2001), entry(8, 2, id=""))
    assert [one.id for one in ledger.load(home).set_aside] == ["aaaabbbb"]
    other_copy(home, "ccccdddd", at.replace(year=at.year + 1), entry(8, 7, id=""))
    found = ledger.load(home)
    assert [one.delivered for one in found.entries] == [7]
    assert {one.id for one in found.set_aside} == {"aaaabbbb", mine.id}


def test_removing_a_week_brings_no_older_entry_back_and_undo_brings_all_of_it_back(home):
    mine = keep(home, entry(8, 5, id=""))
    at = lines.read(home / ledger.NAME).stamps[mine.id]
    other_copy(home, "aaaabbbb", at.replace(year=2001), entry(8, 2, id=""))
    before = ledger.load(home)
    remove(home, before.entries[0])
    assert ledger.load(home) == ledger.Ledger()
    history.undo(home)
    assert {one.id for one in ledger.load(home).entries + ledger.load(home).set_aside} == {
        mine.id,
        "aaaabbbb",
    }


def test_an_entry_that_is_gone_is_not_removed_twice(home):
    mine = keep(home, entry(id=""))
    remove(home, mine)
    with pytest.raises(MedpivotError, match="not in the ledger any more"):
        remove(home, mine)


def test_saying_the_same_again_writes_nothing(home):
    mine = keep(home, entry(id=""))
    before = (home / ledger.NAME).read_bytes()
    keep(home, mine)
    assert (home / ledger.NAME).read_bytes() == before
    assert len(history.steps(home)) == 1


def test_keys_of_another_version_survive_an_edit(home):
    mine = keep(home, entry(id="", extra={"mood": "fair"}))
    keep(home, replace(mine, delivered=Decimal(6)))
    assert ledger.load(home).entries[0].extra == {"mood": "fair"}


def test_a_bad_line_hides_no_other_and_stays(home):
    keep(home, entry(id=""))
    path = home / ledger.NAME
    bad = b'{"v":1,"op":"put","id":"x","at":"2026-01-01T00:00:00Z","entry":{"week":"soon"}}\nnonsense\n'
    path.write_bytes(path.read_bytes() + bad)
    found = ledger.load(home)
    assert [one.week for one in found.entries] == [MONDAY]
    assert [one.line for one in sorted(found.problems, key=lambda one: one.line)] == [2, 3]
    keep(home, entry(week=weeks_before(1), id=""))
    assert bad in path.read_bytes()
