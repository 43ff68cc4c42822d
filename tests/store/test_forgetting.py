"""After forgetting, no byte of it stands anywhere in the folder, and undo still fits together."""

import tomllib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medpivot.commands.own_files import KINDS
from medpivot.errors import MedpivotError
from medpivot.store import activities, history, plans
from medpivot.store.fingerprint import digest
from medpivot.store.forgetting import WORDLESS, forget
from medpivot.store.repairing import repair
from medpivot.store.toml_cut import without_table
from medpivot.store.writing import writing
from store_examples import (
    DAY,
    a_milestone,
    a_plan,
    everything,
    log,
    save_new_plan,
    save_plan,
    titles,
    with_milestone,
)

SECRET = "Dr. Quill cried in the call room"

PEOPLE = b"""# everybody
schema = 1

# the one with the boat
[person.quill]
name = "Avery Quill" # old friend
kind = "clerkship-director"
# never before nine
where = "north tower"

[person.quill.notes]
2026-11-22 = "said no"

# about Lee
[person.lee]
name = "Sam Lee"
kind = "mentor"
"""


def whole(home):
    """Every byte below the folder, names included."""
    paths = [path for path in home.rglob("*") if path.is_file()]
    return b"\n".join(path.name.encode() + b"\n" + path.read_bytes() for path in paths)


def write(home, name, data, what):
    """Replace or make a file as a command does."""
    with writing(home, what) as change:
        path = home / name
        if path.exists():
            change.replace(path, data, expected=digest(path.read_bytes()))
        else:
            change.create(path, data)


def undo_all_and_redo(home):
    """Take back all there is and bring all of it back; what the files were each time."""
    count = sum(step.state == "done" for step in history.steps(home))
    for _ in range(count):
        history.undo(home)
    first = everything(home)
    for _ in range(count):
        history.undo(home, redo=True)
    return first


def test_an_entry_of_copies_that_were_repaired_goes_as_one(home):
    one = log(home, SECRET)
    for called in (" (conflicted copy)", ".sync-conflict-20261122-101010-ABCDEFG", " (1)"):
        copy = home / f"activities{called}.jsonl"
        copy.write_bytes((home / activities.NAME).read_bytes())
    assert len(repair(home, KINDS).done) == 3
    forget(home, KINDS, one.id)
    assert SECRET.encode() not in whole(home)


def test_an_entry_goes_from_the_log_and_from_every_step(home):
    one, two = log(home, SECRET), log(home, "Noon conference")
    with writing(home, f"log edit {SECRET}") as change:
        activities.edit(change, home, replace(one, title=f"{SECRET}, again"))
    with writing(home, f"log remove {SECRET}") as change:
        activities.remove(change, home, one.id)
    history.undo(home)
    torn = (home / activities.NAME).read_bytes()[:40]
    assert torn in (home / activities.NAME).read_bytes()
    erased = forget(home, KINDS, one.id[:5])
    assert (erased.files, erased.steps_removed, erased.steps_changed) == ([activities.NAME], 3, 0)
    assert erased.still == []
    assert SECRET.encode() not in whole(home)
    assert one.id.encode() not in whole(home)
    assert titles(home) == ["Noon conference"]
    assert [step.what for step in history.steps(home)] == ["log add Noon conference"]
    undo_all_and_redo(home)
    assert titles(home) == ["Noon conference"]
    assert two.id.encode() in whole(home)


def test_what_was_torn_set_aside_copied_or_put_back_goes_too(home):
    one = log(home, SECRET)
    path = home / activities.NAME
    line = path.read_bytes()
    (home / "activities (1).jsonl").write_bytes(line[:-30])
    repair(home, KINDS)
    with path.open("ab") as file:
        file.write(line[:-20])
    (home / "activities (2).jsonl").write_bytes(line)
    assert whole(home).count(SECRET.encode()) > 3
    forget(home, KINDS, one.id)
    assert SECRET.encode() not in whole(home)
    assert one.id.encode() not in whole(home)


def test_an_entry_removed_long_ago_and_one_known_only_to_the_history_can_be_forgotten(home):
    one, two = log(home, SECRET), log(home, "A second secret")
    with writing(home, "log remove") as change:
        activities.remove(change, home, one.id)
    forget(home, KINDS, one.id)
    (home / activities.NAME).unlink()
    forget(home, KINDS, f"activities/{two.id}")
    assert b"ecret" not in whole(home)
    assert SECRET.encode() not in whole(home)


def test_a_person_goes_with_the_comments_above_and_every_older_version(home):
    write(home, "people.toml", b"schema = 1\n", "people add nobody")
    write(home, "people.toml", PEOPLE, "people add Avery Quill")
    write(home, "people.toml", PEOPLE.replace(b"said no", b"said maybe"), "people note quill")
    write(home, "people.toml", PEOPLE.replace(b"Sam Lee", b"Samuel Lee"), "people edit lee")
    erased = forget(home, KINDS, "quill")
    assert erased.still == []
    for word in (b"Quill", b"quill", b"boat", b"never before nine", b"said", b"north tower"):
        assert word not in whole(home)
    left = b'# everybody\nschema = 1\n\n# about Lee\n[person.lee]\nname = "%s"\nkind = "mentor"\n'
    assert (home / "people.toml").read_bytes() == left % b"Samuel Lee"
    assert WORDLESS in [step.what for step in history.steps(home)]
    assert undo_all_and_redo(home) == {}
    assert (home / "people.toml").read_bytes() == left % b"Samuel Lee"


@pytest.mark.parametrize(
    "data",
    [
        b'schema = 1\nperson = {quill = {name = "Avery Quill"}}\n',
        b'schema = 1\nperson.quill.name = "Avery Quill"\n',
        b'schema = 1\n[person]\nquill.name = "Avery Quill"\n',
    ],
)
def test_a_table_written_in_another_way_is_refused_and_left(home, data):
    write(home, "people.toml", data, "people add")
    with pytest.raises(MedpivotError, match=r"people\.toml") as caught:
        forget(home, KINDS, "quill")
    assert "editor" in caught.value.hint
    assert (home / "people.toml").read_bytes() == data


def test_what_was_typed_about_a_milestone_goes_and_the_milestone_stays(home):
    path = save_new_plan(home)
    save_plan(path, note=SECRET)
    save_plan(path, note=f"{SECRET}, twice", status="skipped", skipped_why="they were rude")
    (home / f"{path.name}.kept-20261122T101112Z").write_bytes(path.read_bytes())
    erased = forget(home, KINDS, "first-talk")
    assert erased.still == []
    assert SECRET.encode() not in whole(home)
    assert b"they were rude" not in whole(home)
    milestone = plans.load(path).plan.milestone("first-talk")
    assert (milestone.status, milestone.note) == ("skipped", "")
    assert undo_all_and_redo(home) == {f"{path.name}.kept-20261122T101112Z": erased_kept(home)}
    assert plans.load(path).plan.milestone("first-talk").status == "skipped"


def erased_kept(home):
    [kept] = home.glob("*.kept-*")
    return kept.read_bytes()


def test_a_milestone_of_ones_own_goes_and_nothing_waits_for_it_any_more(home):
    own = a_milestone("quill-lunch", title=SECRET, own=True)
    plan = a_plan()
    path = save_new_plan(home, replace(plan, milestones=(*plan.milestones, own)))
    with writing(home, "plan") as change:
        file = plans.load(path)
        waiting = with_milestone(file.plan, "first-talk", after=("quill-lunch",))
        plans.save(change, file, waiting)
    forget(home, KINDS, "quill-lunch")
    assert SECRET.encode() not in whole(home)
    assert b"quill" not in whole(home)
    loaded = plans.load(path).plan
    assert [one.id for one in loaded.milestones] == ["first-talk", "meet-the-director"]
    assert loaded.milestone("first-talk").after == ()


@pytest.mark.parametrize(
    "wanted", ["2026-11-22", "assessment-2026-11-22", "assessment-2026-11-22.toml"]
)
def test_an_assessment_goes_by_its_day_or_name_with_all_that_was_kept_of_it(home, wanted):
    name = f"assessment-{DAY}.toml"
    write(home, name, f"schema = 1\n# {SECRET}\n[answers]\n".encode(), "save an assessment")
    (home / f"{name}.kept-20261122T101112Z").write_bytes(SECRET.encode())
    (home / f"assessment-{DAY} (1).toml").write_bytes(SECRET.encode())
    log(home, "Noon conference")
    erased = forget(home, KINDS, wanted)
    assert len(erased.files) == 3
    assert SECRET.encode() not in whole(home)
    assert sorted(everything(home)) == [activities.NAME]
    assert [step.what for step in history.steps(home)] == ["log add Noon conference"]


def test_a_step_that_touched_more_keeps_the_rest_and_loses_its_words(home):
    with writing(home, "people import: Avery Quill, and more") as change:
        change.create(home / "roles.toml", b"schema = 1")
        change.create(home / "people.toml", PEOPLE)
    (home / "people.toml").unlink()
    erased = forget(home, KINDS, "people/quill")
    assert (erased.steps_changed, erased.steps_removed) == (1, 0)
    assert [step.what for step in history.steps(home)] == [WORDLESS]
    assert b"Quill" not in whole(home)


def test_the_history_alone_can_be_forgotten(home):
    path = save_new_plan(home)
    save_plan(path, note=SECRET)
    save_plan(path, note="")
    path.write_bytes(path.read_bytes() + b"# by hand\n")
    history.undo(home, force=True)
    history.undo(home, redo=True)
    before = path.read_bytes()
    forget(home, KINDS, "history")
    assert SECRET.encode() not in whole(home)
    assert everything(home) == {path.name: before}
    assert history.steps(home) == []
    log(home, "and on")
    history.undo(home)


def test_a_damaged_step_that_names_it_is_removed(home):
    one = log(home, SECRET)
    step = home / "history" / "000001.json"
    step.write_bytes(step.read_bytes()[:-20])
    log(home, "other")
    assert forget(home, KINDS, one.id).steps_removed == 1
    assert SECRET.encode() not in whole(home)


def test_words_that_stand_elsewhere_are_named_with_their_line(home):
    one = log(home, SECRET)
    (home / "notes.txt").write_text(f"mine\nabout how {SECRET}\n")
    assert forget(home, KINDS, one.id).still == [("notes.txt", 2)]


def test_what_was_half_forgotten_can_be_forgotten_again(home):
    one = log(home, SECRET)
    for step in (home / "history").iterdir():
        step.unlink()
    forget(home, KINDS, one.id)
    assert SECRET.encode() not in whole(home)


def test_what_can_mean_two_things_is_refused_with_both_names(home):
    write(home, "people.toml", PEOPLE, "people")
    write(home, "jobs.toml", b'schema = 1\n[job.quill]\ntitle = "Dean"\n', "jobs")
    before = whole(home)
    with pytest.raises(MedpivotError, match="2 things") as caught:
        forget(home, KINDS, "quill")
    assert "people/quill" in caught.value.hint
    assert "jobs/quill" in caught.value.hint
    assert whole(home) == before
    forget(home, KINDS, "people/quill")
    assert b"Avery" not in whole(home)
    assert b"Dean" in whole(home)


@pytest.mark.parametrize("wanted", ["", "zzz", "qull", "../people.toml", "/etc/passwd", "a" * 5000])
def test_what_there_is_not_is_refused_and_nothing_is_touched(home, wanted):
    write(home, "people.toml", PEOPLE, "people")
    log(home)
    before = whole(home)
    with pytest.raises(MedpivotError) as caught:
        forget(home, KINDS, wanted)
    assert caught.value.hint
    if wanted == "qull":
        assert "quill" in caught.value.hint
    assert whole(home) == before


def test_two_entries_with_the_same_beginning_are_told_apart(home):
    first = log(home, "one")
    with writing(home, "x") as change:
        second = replace(first, id=first.id[:5] + "222", title="two")
        activities.add(change, home, second)
    with pytest.raises(MedpivotError, match="2 things"):
        forget(home, KINDS, first.id[:4])
    forget(home, KINDS, first.id)
    assert titles(home) == ["two"]


def test_a_table_is_cut_out_and_all_else_stays_byte_for_byte():
    for newline in (b"\n", b"\r\n"):
        data = b"\xef\xbb\xbf" + PEOPLE.replace(b"\n", newline)
        left = without_table(data, ("person", "lee"))
        assert data.startswith(left)
        assert b"quill" in left
        assert b"Lee" not in left
        assert without_table(data, ("person", "nobody")) == data


IDS = st.lists(st.sampled_from(["ann", "bo", "c-d", "eve"]), min_size=1, max_size=4, unique=True)
COMMENTS = st.lists(st.sampled_from(["", "# aside", "\n# apart", "# [person.bo]"]), max_size=2)


@given(IDS, st.data())
def test_whatever_stands_around_a_table_only_that_one_is_cut_out(ids, data):
    text = "schema = 1\n"
    for one in ids:
        around = ["\n".join(data.draw(COMMENTS)) for _ in range(3)]
        text += f"\n{around[0]}\n[person.{one}]\n{around[1]}\nname = '''{one}\n[person.bo]'''\n"
        text += f"[person.{one}.notes]\nx = {len(one)}.50 # of {one}\n{around[2]}\n"
    gone = data.draw(st.sampled_from(ids))
    left = without_table(text.encode(), ("person", gone)).decode()
    expected = tomllib.loads(text)["person"]
    del expected[gone]
    assert tomllib.loads(left).get("person", {}) == expected
    assert f"# of {gone}\n" not in left
    for one in expected:
        assert f"x = {len(one)}.50 # of {one}\n" in left
