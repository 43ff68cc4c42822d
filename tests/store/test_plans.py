import tomllib
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medpivot.domain.plan import Pause
from medpivot.errors import BrokenFile, MedpivotError
from medpivot.store import plans
from medpivot.store.writing import writing
from store_examples import (
    a_milestone,
    a_plan,
    log,
    save_new_plan,
    save_plan,
    with_milestone,
)

DONE = date(2026, 12, 1)


def test_a_plan_saved_and_loaded_is_the_same(home):
    plan = a_plan(pauses={"leave": Pause(DONE, date(2026, 12, 20))}, not_now=True)
    path = save_new_plan(home, plan)
    assert path.name == "plan-2026-11-22.toml"
    assert plans.load(path).plan == plan
    assert plans.latest(home).path == path


def test_without_a_plan_there_is_none_and_nothing_is_made(home):
    assert plans.latest(home) is None
    assert not home.exists()


def test_a_second_plan_of_a_day_leaves_the_first(home):
    first = save_new_plan(home)
    before = first.read_bytes()
    second = save_new_plan(home, a_plan("other"))
    assert second.name == "plan-2026-11-22-2.toml"
    assert first.read_bytes() == before
    assert plans.latest(home).plan.milestone("other")


def test_only_what_differs_is_written(home):
    path = save_new_plan(home)
    before = path.read_text().splitlines()
    save_plan(path, status="done", done_on=DONE, note="It went well.")
    after = path.read_text().splitlines()
    gone = [line for line in before if line not in after]
    new = [line for line in after if line not in before]
    assert gone == []
    assert new == ['status = "done"', "done_on = 2026-12-01", 'note = "It went well."']


def test_saving_the_plan_that_was_loaded_leaves_the_file_and_takes_no_step(home):
    path = save_new_plan(home)
    path.write_text(path.read_text().replace("hours = 6.0", "hours = 6 # about"))
    before = path.read_bytes()
    save_plan(path)
    assert path.read_bytes() == before
    assert len(list((home / "history").glob("*.json"))) == 1


def test_keys_and_tables_of_ones_own_stay_and_a_slip_is_named(home):
    path = save_new_plan(home)
    mine = path.read_text().replace(
        'status = "open"', 'mood = "hopeful"\nhour = 3\nstatus = "open"'
    )
    path.write_text(mine + '\n[mine]\nkey = "value" # and more\n')
    save_plan(path, status="done", done_on=DONE)
    read = tomllib.loads(path.read_text())
    assert read["mine"] == {"key": "value"}
    assert read["milestone"]["first-talk"]["mood"] == "hopeful"
    assert "# and more" in path.read_text()
    (slip,) = {warning.partition("] ")[2] for warning in plans.load(path).warnings}
    assert slip == "hour is not a known key; it is kept. Did you mean hours?"


def test_reopening_takes_the_keys_away_again(home):
    path = save_new_plan(home)
    before = path.read_bytes()
    save_plan(path, status="done", done_on=DONE)
    save_plan(path, status="open", done_on=None)
    assert path.read_bytes() == before


def test_new_milestones_and_pauses_come_last(home):
    path = save_new_plan(home)
    path.write_text(path.read_text() + "# my last word\n")
    before = path.read_text()
    with writing(home, "plan add") as change:
        file = plans.load(path)
        wanted = replace(
            file.plan,
            milestones=(*file.plan.milestones, a_milestone("visit", own=True)),
            pauses={"leave": Pause(DONE, DONE)},
        )
        plans.save(change, file, wanted)
    assert path.read_text().startswith(before)
    assert plans.load(path).plan == wanted


def test_a_hand_written_milestone_with_few_keys_is_saved_as_it_is_meant(home):
    path = save_new_plan(home)
    path.write_text(
        path.read_text()
        + '\n[milestone.mine]\ntitle = "Mine"\nstart = 2026-12-01\ndue = 2026-12-31\nhours = 2\n'
    )
    before = path.read_text()
    save_plan(path, status="done", done_on=DONE)
    assert path.read_text().endswith(before[before.index("[milestone.mine]") :])
    with writing(home, "plan move") as change:
        file = plans.load(path)
        wanted = with_milestone(file.plan, "mine", start=DONE, due=date(2027, 3, 1))
        plans.save(change, file, wanted)
    assert plans.load(path).plan == wanted


def test_a_milestone_is_never_deleted(home):
    path = save_new_plan(home)
    before = path.read_bytes()
    file = plans.load(path)
    shorter = replace(file.plan, milestones=file.plan.milestones[:1])
    with pytest.raises(ValueError, match="meet-the-director"), writing(home, "x") as change:
        plans.save(change, file, shorter)
    assert path.read_bytes() == before


def test_a_plan_edited_meanwhile_is_not_overwritten(home):
    path = save_new_plan(home)
    file = plans.load(path)
    path.write_text(path.read_text() + "# typed in an editor\n")
    mine = path.read_bytes()
    with (
        pytest.raises(MedpivotError, match=path.name) as caught,
        writing(home, "plan done") as change,
    ):
        plans.save(change, file, with_milestone(file.plan, "first-talk", note="x"))
    assert caught.value.hint
    assert path.read_bytes() == mine


@pytest.mark.parametrize(
    "broken",
    [b"schema = 1\n[milestone", b"\xff\xfe\0", b"", b"schema = 99\n", b"schema = 1\nmonths = 0\n"],
)
def test_a_broken_plan_is_named_and_left_byte_for_byte(home, broken):
    path = save_new_plan(home)
    path.write_bytes(broken)
    with pytest.raises(BrokenFile) as caught:
        plans.latest(home)
    assert caught.value.name == path.name
    log(home)
    assert path.read_bytes() == broken


comments = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn")), min_size=0, max_size=12
).map(lambda text: f"# {text}")
edits = st.lists(
    st.tuples(
        st.sampled_from(["first-talk", "meet-the-director", "new-one"]),
        st.sampled_from(
            [
                {"status": "done", "done_on": DONE},
                {"status": "open", "done_on": None},
                {"note": 'a "note"\nof two lines # and a sign'},
                {"note": ""},
                {"hours": 7.5, "pinned": True},
                {"after": ("new-one",)},
                {"due": date(2027, 2, 1), "pinned": False},
            ]
        ),
    ),
    min_size=1,
    max_size=5,
)


@given(st.lists(st.tuples(st.integers(0, 60), comments), max_size=8), edits, st.booleans())
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_comment_anywhere_survives_every_edit_above_its_line(tmp_path, typed, wanted, crlf):
    home = tmp_path / "home"
    for old in home.glob("plan-*") if home.exists() else ():
        old.unlink()
    path = save_new_plan(home)
    lines = path.read_text().splitlines()
    for number, (place, comment) in enumerate(typed):
        lines.insert(min(place, len(lines)), f"{comment} [{number}]")
    end = "\r\n" if crlf else "\n"
    path.write_bytes("".join(line + end for line in lines).encode())
    before = followers(path)
    for milestone_id, changes in wanted:
        with writing(home, "an edit") as change:
            file = plans.load(path)
            plan = file.plan
            if milestone_id == "new-one" and not plan.milestone("new-one"):
                added = a_milestone("new-one", start=DONE)
                plan = replace(plan, milestones=(*plan.milestones, added))
            elif milestone_id != "new-one" or "after" not in changes:
                if "after" in changes and not plan.milestone("new-one"):
                    continue
                plan = with_milestone(plan, milestone_id, **changes)
            plans.save(change, file, plan)
        assert plans.load(path).plan == plan
    after = followers(path)
    assert [comment for comment, _ in after] == [comment for comment, _ in before]
    still_there = {follower for _, follower in key_lines(path)}
    for (comment, old), (_, new) in zip(before, after, strict=True):
        assert new == old or old not in still_there, comment


def followers(path):
    """Each comment with the key or the header on the next line that is neither blank nor comment."""
    lines = [line.strip() for line in path.read_bytes().decode().split("\n")]
    found = []
    table = ""
    for number, line in enumerate(lines):
        if line.startswith("["):
            table = line
        if line.startswith("#"):
            rest = (later for later in lines[number + 1 :] if later and not later.startswith("#"))
            follower = next(rest, "")
            key = follower.split(" =")[0]
            found.append((line, key if key.startswith("[") else f"{table} {key}"))
    return found


def key_lines(path):
    table = ""
    for line in path.read_bytes().decode().split("\n"):
        if line.startswith("["):
            table = line.strip()
            yield line, table
        elif " =" in line and not line.startswith("#"):
            yield line, f"{table} {line.split(' =')[0].strip()}"
