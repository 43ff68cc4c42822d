"""Every command that changes something is undone byte for byte, and the others change nothing."""

import itertools
import shutil

import pytest

from every_command import APART, ASKS, CHANGES, SHOWS, Person, commands
from medpivot.commands.own_files import KINDS
from medpivot.store import journal, lines
from medpivot.store.journal import Step
from medpivot.store.kinds import known
from medpivot.store.touches import WholeFile

SILENT = {"cv", "portfolio"}
"""What they write is a file of the person's; undo takes back no more than a note for the plan."""

NEVER_MADE = WholeFile("jobs-of-a-killed-command.toml", None, b"schema = 1\n")


def state(home):
    """The files as a person would compare them: logs by their entries, all else byte for byte."""
    return {
        path.name: dict(lines.read(path).entries) if path.suffix == ".jsonl" else path.read_bytes()
        for path in home.iterdir()
        if path.is_file() and path.name != ".lock"
    }


def whole(home):
    """Every byte below the folder."""
    return {str(path): path.read_bytes() for path in home.rglob("*") if path.is_file()}


def steps(line):
    return (line,) if isinstance(line, str) else line


def test_no_command_is_forgotten_here():
    tables = (CHANGES, SHOWS, ASKS, APART)
    named = [name for table in tables for name in table]
    assert sorted(named) == sorted(commands()), "add the command to a table in every_command.py"
    assert len(set(named)) == len(named)


@pytest.mark.parametrize("name", CHANGES)
def test_what_a_command_changed_is_undone_and_redone(person, name):
    *prepare, line = steps(CHANGES[name])
    for one in prepare:
        assert person.types(one).code == 0
    before = state(person.home)
    journal.begin(person.home, Step("a killed command", "2026-11-22T10:00:00Z", (NEVER_MADE,)))
    done = person.types(line)
    assert done.code == 0, done.err
    assert "cut short and was put back: a killed command" in done.err, "it hides change.notes"
    after = state(person.home)
    assert after != before, "it changed nothing"
    assert name in SILENT or "medpivot undo" in done.err, "it does not say how to take it back"
    undone = person.types("undo")
    assert undone.code == 0, undone.err
    assert state(person.home) == before
    assert person.types("undo --redo").code == 0
    assert state(person.home) == after


def fails_whole_over(person, name, spoiled):
    """Break a file, and run a command: where it fails, it has changed nothing."""
    *prepare, line = steps(CHANGES[name])
    if spoiled.startswith("plan-") and "{" in line:
        # which milestone it is about stands in the plan
        return
    for one in prepare:
        assert person.types(one).code == 0
    path = person.home / spoiled
    path.write_bytes((path.read_bytes() if path.exists() else b"") + b"= broken\n")
    before = state(person.home)
    done = person.types(line)
    assert done.code == 0 or state(person.home) == before, (line, spoiled, done.err)


def files(person):
    """Every TOML file of the folder, and two that are not in every one."""
    there = [path.name for path in person.home.glob("*.toml")]
    return sorted({*there, "roles.toml", "calendar.toml"})


def test_a_command_that_fails_over_another_file_has_changed_nothing(lived, tmp_path):
    person = Person(tmp_path / "home", tmp_path / "away")
    spoiled = itertools.cycle(files(lived))
    for name in CHANGES:
        shutil.rmtree(tmp_path, ignore_errors=True)
        shutil.copytree(lived.home.parent, tmp_path)
        fails_whole_over(person, name, next(spoiled))


@pytest.mark.torture
@pytest.mark.parametrize("name", CHANGES)
def test_a_command_that_fails_over_any_other_file_has_changed_nothing(lived, tmp_path, name):
    person = Person(tmp_path / "home", tmp_path / "away")
    for spoiled in files(lived):
        shutil.rmtree(tmp_path, ignore_errors=True)
        shutil.copytree(lived.home.parent, tmp_path)
        fails_whole_over(person, name, spoiled)


@pytest.mark.parametrize("name", SHOWS)
def test_a_command_that_shows_changes_nothing(person, name):
    before = whole(person.home)
    shown = person.types(SHOWS[name])
    assert shown.code in (0, 1), shown.err
    assert whole(person.home) == before


@pytest.mark.parametrize("name", ASKS)
def test_a_command_that_asks_changes_nothing_where_nobody_can_be_asked(person, name):
    before = whole(person.home)
    refused = person.types(ASKS[name])
    assert (refused.code, refused.out) == (2, "")
    assert whole(person.home) == before


ACROSS = (
    "assess",
    "plan done",
    "log edit",
    "time edit",
    "people note",
    "jobs stage",
    "money set",
    "training edit",
    "profile set",
    "log remove",
    "plan new",
    "people remove",
    "data restore",
    "log add",
)
"""Commands that between them touch every file, in an order in which each has something to do."""


def test_many_steps_across_all_files_go_back_to_the_first_and_forward_to_the_last(person):
    states = [state(person.home)]
    for line in (one for name in ACROSS for one in steps(CHANGES[name])):
        assert person.types(line).code == 0
        if not line.startswith("data backup"):
            assert state(person.home) != states[-1], line
            states.append(state(person.home))
    for expected in states[-2::-1]:
        undone = person.types("undo")
        assert undone.code == 0, undone.err
        assert state(person.home) == expected
    for expected in states[1:]:
        assert person.types("undo --redo").code == 0
        assert state(person.home) == expected


def test_every_file_that_commands_make_is_one_that_data_knows(person):
    for line in (CHANGES["time week"], "calendar --out {away}"):
        assert person.types(line).code == 0
    (person.home / "roles.toml").write_text("schema = 1\n")
    assert person.types("data check").code == 0
    unknown = [name for name in state(person.home) if known(KINDS, name) is None]
    assert unknown == [], "add the file to own_files.py"
