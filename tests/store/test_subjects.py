import tomllib
from decimal import Decimal

import pytest

from medpivot.errors import BrokenFile, MedpivotError, Problem
from medpivot.reading.toml import parse
from medpivot.store import history, subjects
from medpivot.store.toml_changes import differences
from medpivot.store.writing import writing

FIRST = {
    "schema": 1,
    "currency": "USD",
    "now": {"pay": Decimal("240000.50"), "hours": 55},
    "offer": {
        "riverside": {"title": "Clerkship director", "fte": 0.5, "seen": None},
        "lakeview": {"title": "Core faculty", "fte": 0.1},
    },
}


def read(data, name):
    table = parse(data, name)
    if table.get("schema") != 1:
        raise BrokenFile(name, [Problem("schema = 1 is needed", key="schema")])
    return table, [f"{key} is not a known key" for key in table if key == "mine"]


SUBJECT = subjects.Subject(
    "offers.toml", "What you were offered.\nEdit it as you like.", {"schema": 1}, read, dict
)


def save(home, content):
    with writing(home, "an offer") as change:
        return subjects.save(change, subjects.load(home, SUBJECT), content)


def changed(content, *keys, value):
    """A copy of nested tables with one key set."""
    first, *rest = keys
    return content | {first: changed(content.get(first, {}), *rest, value=value) if rest else value}


def test_reading_a_file_that_is_not_there_gives_what_is_empty_and_creates_nothing(home):
    file = subjects.load(home, SUBJECT)
    assert file.content == {"schema": 1}
    assert file.data is None
    assert not home.exists()


def test_the_first_save_makes_a_private_file_with_a_heading(home):
    assert save(home, FIRST)
    path = home / "offers.toml"
    assert path.read_text().startswith("# What you were offered.\n# Edit it as you like.\nschema")
    assert path.stat().st_mode & 0o077 == 0
    assert tomllib.loads(path.read_text())["now"] == {"pay": 240000.5, "hours": 55}


def test_what_is_not_known_is_not_written(home):
    save(home, FIRST)
    assert "seen" not in (home / "offers.toml").read_text()


def test_saving_the_same_again_writes_nothing_and_takes_no_step(home):
    assert not save(home, {"schema": 1})
    assert not (home / "offers.toml").exists()
    save(home, FIRST)
    assert not save(home, subjects.load(home, SUBJECT).content)
    assert len(history.steps(home)) == 1


def test_only_what_differs_is_written_and_comments_and_order_survive(home):
    save(home, FIRST)
    path = home / "offers.toml"
    mine = path.read_text().replace("hours = 55", "hours = 55 # charting too")
    mine = mine.replace("[offer.lakeview]", "# the quiet one\n[offer.lakeview]")
    path.write_text(mine + '\n# the end\nmine = "kept"\n')
    file = subjects.load(home, SUBJECT)
    save(home, changed(file.content, "offer", "riverside", "fte", value=Decimal("0.4")))
    assert path.read_text() == path.read_text().replace("fte = 0.5", "fte = 0.4")
    assert path.read_text() == (mine + '\n# the end\nmine = "kept"\n').replace(
        "fte = 0.5", "fte = 0.4"
    )


def test_a_table_in_a_new_table_stands_with_the_one_it_belongs_to(home):
    save(home, FIRST)
    file = subjects.load(home, SUBJECT)
    save(home, changed(file.content, "offer", "riverside", "notes", "2026-11-22", value="Called."))
    text = (home / "offers.toml").read_text()
    assert text.index("[offer.riverside.notes]") < text.index("[offer.lakeview]")
    assert '2026-11-22 = "Called."' in text


def test_a_key_of_a_single_table_can_be_taken_back_and_its_table_stays(home):
    save(home, FIRST)
    file = subjects.load(home, SUBJECT)
    save(home, {key: one for key, one in file.content.items() if key != "now"})
    assert "[now]" in (home / "offers.toml").read_text()
    assert tomllib.loads((home / "offers.toml").read_text())["now"] == {}


def test_one_of_a_collection_is_never_deleted(home):
    save(home, FIRST)
    before = (home / "offers.toml").read_bytes()
    file = subjects.load(home, SUBJECT)
    with pytest.raises(ValueError, match="riverside is missing"):
        save(home, changed(file.content, "offer", value={"lakeview": {"title": "x", "fte": 1}}))
    assert (home / "offers.toml").read_bytes() == before


def test_a_file_changed_by_somebody_since_it_was_read_is_refused_by_name(home):
    save(home, FIRST)
    file = subjects.load(home, SUBJECT)
    path = home / "offers.toml"
    path.write_text(path.read_text() + "# typed in an editor\n")
    before = path.read_bytes()
    with (
        pytest.raises(MedpivotError, match=r"offers\.toml was changed"),
        writing(home, "an offer") as change,
    ):
        subjects.save(change, file, changed(file.content, "currency", value="EUR"))
    assert path.read_bytes() == before


def test_a_file_made_by_somebody_since_is_not_overwritten(home):
    file = subjects.load(home, SUBJECT)
    home.mkdir()
    (home / "offers.toml").write_text("schema = 1\n")
    with (
        pytest.raises(MedpivotError, match="is there already"),
        writing(home, "an offer") as change,
    ):
        subjects.save(change, file, FIRST)
    assert (home / "offers.toml").read_text() == "schema = 1\n"


def test_undo_brings_the_file_back_byte_for_byte_and_takes_a_new_one_away(home):
    save(home, FIRST)
    path = home / "offers.toml"
    path.write_text(path.read_text().replace("USD", "EUR") + "# mine\n")
    before = path.read_bytes()
    save(home, changed(subjects.load(home, SUBJECT).content, "currency", value="CHF"))
    assert path.read_bytes() != before
    history.undo(home)
    assert path.read_bytes() == before
    history.undo(home, force=True)
    assert not path.exists()


def test_warnings_of_the_reader_come_with_the_file_and_broken_files_are_named(home):
    home.mkdir()
    (home / "offers.toml").write_text("schema = 1\nmine = 2\n")
    assert subjects.load(home, SUBJECT).warnings == ("mine is not a known key",)
    (home / "offers.toml").write_text("schema = 2\n")
    with pytest.raises(BrokenFile, match=r"offers\.toml"):
        subjects.load(home, SUBJECT)


def test_a_single_table_that_keeps_only_its_tables_loses_only_its_own_keys():
    before = {"now": {"pay": 1, "needs": {"rent": 2}}}
    after = {"now": {"needs": {"rent": 2}}}
    assert differences(before, after, before) == {("now", "pay"): None}


def test_a_key_the_file_leaves_out_is_written_once_its_table_changes():
    before = {"offer": {"a": {"low": 1, "high": 1}}}
    after = {"offer": {"a": {"low": 2, "high": 1}}}
    written = {"offer": {"a": {"low": 1}}}
    assert differences(before, after, written) == {
        ("offer", "a", "low"): 2,
        ("offer", "a", "high"): 1,
    }
