import pytest

from medpivot.errors import MedpivotError
from medpivot.store import activities, history, lines
from medpivot.store.fingerprint import digest
from medpivot.store.writing import writing
from store_examples import everything, log, save_new_plan, titles


def test_nothing_is_written_when_the_command_fails(home):
    added = log(home)
    before = everything(home)

    def fail():
        with writing(home, "x") as change:
            change.create(home / "people.toml", b"a")
            activities.remove(change, home, added.id)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert everything(home) == before
    assert len(history.steps(home)) == 1


def test_several_files_of_one_command_are_one_step(home):
    path = save_new_plan(home)
    before = everything(home)
    with writing(home, "both") as change:
        change.replace(path, b"new", expected=digest(path.read_bytes()))
        change.create(home / "people.toml", b"a")
        change.append(home / activities.NAME, lines.put("aaaa2345", {"title": "x"}))
    assert path.read_bytes() == b"new"
    assert [step.what for step in history.steps(home)] == ["both", "plan new"]
    history.undo(home)
    after = everything(home)
    del after[activities.NAME]
    assert after == before


def test_a_second_change_of_a_file_in_one_command_builds_on_the_first(home):
    with writing(home, "x") as change:
        change.create(home / "people.toml", b"a")
        change.replace(home / "people.toml", b"b", expected=digest(b"a"))
    assert (home / "people.toml").read_bytes() == b"b"
    history.undo(home)
    assert not (home / "people.toml").exists()


def test_a_file_that_is_there_is_never_created_over(home):
    save_new_plan(home)
    before = everything(home)
    name = "plan-2026-11-22.toml"
    with pytest.raises(MedpivotError, match=name), writing(home, "x") as change:
        change.create(home / name, b"a")
    assert everything(home) == before


def test_a_file_changed_between_the_check_and_the_write_is_left(home):
    path = save_new_plan(home)

    def replace_while_somebody_saves():
        with writing(home, "x") as change:
            change.replace(path, b"new", expected=digest(path.read_bytes()))
            path.write_bytes(b"typed in an editor")

    with pytest.raises(MedpivotError, match="changed"):
        replace_while_somebody_saves()
    assert path.read_bytes() == b"typed in an editor"


def test_a_file_that_is_gone_is_refused_by_name(home):
    path = save_new_plan(home)
    was = digest(path.read_bytes())
    path.unlink()
    with pytest.raises(MedpivotError, match="no longer there"), writing(home, "x") as change:
        change.replace(path, b"new", expected=was)
    assert not path.exists()


def test_a_removed_file_comes_back_with_undo(home):
    path = save_new_plan(home)
    data = path.read_bytes()
    with writing(home, "x") as change:
        change.remove(path, expected=digest(data))
    assert not path.exists()
    history.undo(home)
    assert path.read_bytes() == data


def test_a_change_that_changes_nothing_takes_no_step(home):
    path = save_new_plan(home)
    with writing(home, "x") as change:
        change.replace(path, path.read_bytes(), expected=digest(path.read_bytes()))
    assert len(history.steps(home)) == 1


@pytest.mark.parametrize("name", ["../outside.toml", "history/000001.json", ".lock", "a/b.toml"])
def test_a_change_never_leaves_the_folder(home, name):
    with pytest.raises(ValueError, match="folder itself"), writing(home, "x") as change:
        change.create(home / name, b"a")


def test_a_log_that_is_a_link_stays_a_link(home, tmp_path):
    log(home, "one")
    (home / activities.NAME).rename(tmp_path / "synced.jsonl")
    (home / activities.NAME).symlink_to(tmp_path / "synced.jsonl")
    log(home, "two")
    history.undo(home)
    assert (home / activities.NAME).is_symlink()
    assert titles(home) == ["one"]


def test_adding_to_the_log_does_not_copy_or_rewrite_it(home):
    log(home, "one")
    with (home / activities.NAME).open("ab") as file:
        file.write(b"x" * 1_000_000 + b"\n")
    log(home, "two")
    kept = sum(path.stat().st_size for path in (home / "history").iterdir())
    assert kept < 5_000
    assert titles(home) == ["one", "two"]


def test_removing_a_file_that_changed_since_is_refused(home):
    path = save_new_plan(home)
    with pytest.raises(MedpivotError, match="changed"), writing(home, "x") as change:
        change.remove(path, expected=digest(b"other"))
    assert path.exists()


@pytest.mark.parametrize("log_first", [True, False])
def test_a_log_is_added_to_or_replaced_but_never_both_at_once(home, log_first):
    log(home)
    path = home / activities.NAME
    acts = [
        lambda change: change.append(path, lines.put("aaaa2345", {"title": "x"})),
        lambda change: change.replace(path, b"", expected=digest(path.read_bytes())),
    ]

    def both():
        with writing(home, "x") as change:
            for act in acts if log_first else acts[::-1]:
                act(change)

    before = everything(home)
    with pytest.raises(TypeError):
        both()
    assert everything(home) == before
