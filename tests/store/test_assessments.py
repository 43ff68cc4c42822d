import tomllib
from datetime import date
from types import MappingProxyType

import pytest

from medpivot.domain.answers import Answers
from medpivot.errors import BrokenFile, MedpivotError
from medpivot.store import assessments, drafts, history
from medpivot.store.writing import writing

DAY = date(2026, 11, 22)
ANSWERS = Answers(
    MappingProxyType(
        {
            "specialty": "family medicine",
            "hours-now": 55.5,
            "schedule": 3,
            "dread": ("inbox", "call-pager"),
            "must-have": 'Tuesdays "off"\nand a door',
        }
    )
)


def save(home, day=DAY, answers=ANSWERS):
    snapshot = {"verdict": "test-first", "fits": {"core-faculty": 71}, "none": None}
    with writing(home, "assess") as change:
        return assessments.save(change, home, day, answers, snapshot, "0.1.0", "abc")


def test_a_saved_assessment_holds_the_answers_and_a_snapshot(home):
    path = save(home)
    assert path.name == "assessment-2026-11-22.toml"
    table = tomllib.loads(assessments.read(path).decode())
    assert table["answers"] == {
        "specialty": "family medicine",
        "hours-now": 55.5,
        "schedule": 3,
        "dread": ["inbox", "call-pager"],
        "must-have": 'Tuesdays "off"\nand a door',
    }
    assert table["snapshot"] == {"verdict": "test-first", "fits": {"core-faculty": 71}}
    assert (table["date"], table["program"], table["catalogue"]) == (DAY, "0.1.0", "abc")


def test_without_an_answer_the_file_still_has_its_table(home):
    table = tomllib.loads(save(home, answers=Answers()).read_text())
    assert table["answers"] == {}


def test_all_assessments_are_kept_oldest_first(home):
    save(home)
    save(home)
    save(home, date(2027, 1, 20))
    assert [one.path.name for one in assessments.saved(home)] == [
        "assessment-2026-11-22.toml",
        "assessment-2026-11-22-2.toml",
        "assessment-2027-01-20.toml",
    ]
    assert assessments.latest(home).date == date(2027, 1, 20)
    with pytest.raises(MedpivotError, match="later day"):
        save(home)


def test_a_draft_or_none_is_no_assessment(home):
    assert assessments.latest(home) is None
    assert not home.exists()
    drafts.save_draft_answer(home, "schedule", 3)
    assert assessments.latest(home) is None


def test_undo_takes_an_assessment_away_and_brings_it_back(home):
    path = save(home)
    data = path.read_bytes()
    history.undo(home)
    assert assessments.latest(home) is None
    history.undo(home, redo=True)
    assert path.read_bytes() == data


def test_an_assessment_that_is_gone_is_named(home):
    with pytest.raises(MedpivotError, match="assessment-2026-11-22"):
        assessments.read(home / "assessment-2026-11-22.toml")


def test_every_answer_is_kept_as_it_is_given_and_can_be_taken_back(home):
    for question, value in ANSWERS.values.items():
        drafts.save_draft_answer(home, question, value)
    drafts.save_draft_answer(home, "schedule", 2)
    drafts.save_draft_answer(home, "specialty", None)
    assert drafts.load_draft(home) == {
        "hours-now": 55.5,
        "dread": ["inbox", "call-pager"],
        "must-have": 'Tuesdays "off"\nand a door',
        "schedule": 2,
    }
    assert history.steps(home) == []


def test_a_draft_that_is_dropped_is_gone_and_dropping_none_makes_nothing(home):
    drafts.drop_draft(home)
    assert not home.exists()
    drafts.save_draft_answer(home, "burnout-level", 3)
    drafts.drop_draft(home)
    assert drafts.load_draft(home) == {}
    assert not any(b"burnout" in path.read_bytes() for path in home.rglob("*") if path.is_file())


@pytest.mark.parametrize("broken", [b"[answers", b"answers = 3\n", b"\xff"])
def test_a_broken_draft_is_named_and_left_byte_for_byte(home, broken):
    home.mkdir()
    (home / drafts.NAME).write_bytes(broken)
    with pytest.raises(BrokenFile, match=drafts.NAME):
        drafts.load_draft(home)
    with pytest.raises(BrokenFile):
        drafts.save_draft_answer(home, "schedule", 3)
    assert (home / drafts.NAME).read_bytes() == broken
