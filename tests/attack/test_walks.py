"""Commands, undo, redo, editors and sync programs in any order, held against a model of the folder.

The model knows nothing of how undo works: it compares the files before and after each command and
keeps what differed. Taking the command back has to put exactly that back, or name what is in the
way and change nothing.
"""

import atexit
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from every_command import CHANGES, Person
from medpivot.errors import BrokenFile
from medpivot.store import history, journal, line_ids, lines
from medpivot.store.journal import MOST_STEPS, Step
from medpivot.store.log_parts import parts_of
from medpivot.store.touches import WholeFile

LINES = (
    *(line if isinstance(line, str) else line[-1] for line in CHANGES.values()),
    *('log add "{text}" --kind lecture',) * 8,
    *('log edit {activity} --hours {number} --changed "{text}"',) * 4,
    *("log remove {activity}",) * 3,
    *('plan note {milestone} "{text}"',) * 4,
    *("time add --promised 8 --delivered {number} --week 2026-10-0{number}",) * 3,
    *('people note maria-santos "{text}"',) * 2,
    *("data backup {away}/backup.zip --force",) * 2,
)
"""What is typed; what is done often in life is typed often here."""

Key = str | tuple[str, str]
Said = dict[Key, object]


@cache
def _lived() -> Path:
    """A folder with something of everything and nothing to undo; copy it, leave it."""
    place = Path(tempfile.mkdtemp(prefix="walks-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    person = Person(place / "home", place / "away")
    person.lives()
    assert person.types("data forget history --yes").code == 0
    return place


UNREADABLE = ""
"""The id under which the lines of a log stand that cannot be read."""


def said(home: Path) -> Said:
    """What the files say: every entry of a log for itself, other files byte for byte."""
    found: Said = {}
    for path in sorted(home.iterdir()):
        if path.suffix == ".jsonl":
            parts = parts_of(path.read_bytes())
            found |= {(path.name, key): one for key, one in parts.entries.items()}
            if parts.broken:
                found[path.name, UNREADABLE] = parts.broken
        elif path.is_file() and path.name != ".lock" and ".kept-" not in path.name:
            found[path.name] = path.read_bytes()
    return found


@dataclass(frozen=True)
class Done:
    """What a command changed: before and after, None for nothing; `logs` it replaced as a whole."""

    changed: dict[Key, tuple[object, object]]
    logs: dict[str, tuple[Said, Said]]


def of_log(state: Said, name: str) -> Said:
    """The entries of one log."""
    return {key: one for key, one in state.items() if isinstance(key, tuple) and key[0] == name}


def picked(data: st.DataObject, things: list[Any]) -> Any:
    """One of them by its place: ids differ from run to run, and a walk has to be taken again."""
    return things[data.draw(st.integers(0, 999)) % len(things)]


class Walk(RuleBasedStateMachine):
    """One person, one folder."""

    @initialize()
    def begin(self):
        self.place = Path(tempfile.mkdtemp(prefix="walk-"))
        shutil.copytree(_lived(), self.place, dirs_exist_ok=True)
        self.home, self.away = self.place / "home", self.place / "away"
        self.person = Person(self.home, self.away)
        self.done: list[Done] = []
        self.undone: list[Done] = []

    def teardown(self):
        if hasattr(self, "place"):
            shutil.rmtree(self.place)

    # ------------------------------------------------------------------------ what is typed

    @rule(data=st.data())
    def change(self, data):
        for line in data.draw(st.lists(st.sampled_from(LINES), min_size=1, max_size=3)):
            self._change(line, data)

    def _change(self, line, data):
        names = [name for _, name, _, _ in Formatter().parse(line) if name]
        filled = line.format(**{name: self._named(name, data) for name in names})
        if "restore" in filled and not any((self.home / "history").glob("*.json")):
            return
        before = said(self.home)
        ran = self.person.types(filled)
        after = said(self.home)
        changed = {
            key: (before.get(key), after.get(key))
            for key in {**before, **after}
            if before.get(key) != after.get(key)
        }
        assert ran.code == 0 or not changed, (filled, ran)
        if changed:
            logs = {key[0] for key in changed if isinstance(key, tuple)}
            whole = logs if "restore" in filled else set()
            self.done.append(
                Done(changed, {name: (of_log(before, name), of_log(after, name)) for name in whole})
            )
            self.undone.clear()

    def _named(self, name, data):
        if name in ("text", "number"):
            texts = ("short", "some more words", "[bold]{{ 7 }}", "é" * 300)
            return data.draw(st.sampled_from(texts) if name == "text" else st.integers(1, 9))
        if name in ("away", "sample"):
            return self.person._named(name)
        try:
            if name in ("activity", "week"):
                log = "activities.jsonl" if name == "activity" else "time.jsonl"
                ids = list(lines.read(self.home / log).entries)
                return picked(data, ids) if ids else "none"
            return self.person._named(name) or "none"
        except BrokenFile:
            return "none"

    # ------------------------------------------------------------------------ undo and redo

    @precondition(lambda self: self.done)
    @rule(count=st.sampled_from((1, 1, 1, 2, 4)))
    def undo(self, count):
        self._turn(count, redo=False)

    @precondition(lambda self: self.undone)
    @rule(count=st.sampled_from((1, 1, 1, 2, 4)))
    def redo(self, count):
        self._turn(count, redo=True)

    @precondition(lambda self: self.done)
    @rule()
    def undo_in_any_case(self):
        self._turn_in_any_case(redo=False)

    @precondition(lambda self: self.undone)
    @rule()
    def redo_in_any_case(self):
        self._turn_in_any_case(redo=True)

    def _turn(self, count, *, redo):
        here, there = (self.undone, self.done) if redo else (self.done, self.undone)
        expected, stuck = said(self.home), set()
        for _ in range(min(count, len(here))):
            stuck = in_the_way(expected, here[-1], redo)
            if stuck:
                break
            expected = turned(expected, here[-1], redo)
            there.append(here.pop())
        ran = self.person.types(f"undo --steps {count}{' --redo' if redo else ''}")
        assert ran.code == bool(stuck), f"{stuck}\n{ran.out}\n{ran.err}"
        assert all(name in ran.err for name in stuck), f"{stuck}\n{ran.out}\n{ran.err}"
        assert said(self.home) == expected

    def _turn_in_any_case(self, *, redo):
        here, there = (self.undone, self.done) if redo else (self.done, self.undone)
        present = said(self.home)
        stuck = in_the_way(present, here[-1], redo)
        kept = {present[name] for name in stuck if name in present}
        expected = turned(present, here[-1], redo)
        there.append(here.pop())
        ran = self.person.types(f"undo --force{' --redo' if redo else ''}")
        assert ran.code == 0, ran
        assert said(self.home) == expected
        assert kept <= {path.read_bytes() for path in self.home.glob("*.kept-*")}

    # ------------------------------------------------------------------------ what others do

    def _files(self):
        """The TOML files, those of the last steps first and most."""
        steps = [step for step in (*self.done[-1:], *self.undone[-1:]) for _ in range(20)]
        last = [self.home / key for step in steps for key in step.changed if isinstance(key, str)]
        files = sorted(path for path in self.home.glob("*.toml"))
        return [path for path in (*last, *files) if path in files]

    def _ids(self, known):
        """The entries of the log, those of the last steps first and most, and a new one."""
        steps = [step for step in (*self.done[-1:], *self.undone[-1:]) for _ in range(20)]
        last = [key[1] for step in steps for key in step.changed if key[0] == "activities.jsonl"]
        return [*last, *known.entries, line_ids.new_id()]

    @precondition(lambda self: self.done and self._files())
    @rule(data=st.data(), way=st.sampled_from(("comment", "comment", "break", "remove")))
    def an_editor(self, data, way):
        path = picked(data, self._files())
        if way == "remove":
            path.unlink()
        else:
            text = b"# by hand\n" if way == "comment" else b"= broken\n"
            path.write_bytes(path.read_bytes() + text)

    @precondition(lambda self: self.done)
    @rule(data=st.data(), way=st.sampled_from(("put", "remove", "again", "older", "torn")))
    def another_computer(self, data, way):
        log = self.home / "activities.jsonl"
        known = lines.read(log)
        one = picked(data, self._ids(known))
        entry = {"date": "2026-11-01", "title": "elsewhere", "kind": "clinic", "domain": "teaching"}
        if way == "torn":
            text = b'{"v":1,"op":"pu'
        elif way == "again":
            text = log.read_bytes() if log.exists() else b""
        elif way == "older" and one in known.stamps:
            text = lines.to_bytes(lines.Line(one, known.stamps[one].replace(year=2001), entry))
        else:
            after = known.stamps.get(one)
            line = lines.removal(one, after) if way == "remove" else lines.put(one, entry, after)
            text = lines.to_bytes(line)
        whole = log.read_bytes() if log.exists() else b""
        end = b"" if not whole or whole.endswith(b"\n") else b"\n"
        log.write_bytes(whole + end + text)

    @precondition(lambda self: self.done and self._files())
    @rule(data=st.data(), reached=st.booleans())
    def a_kill(self, data, reached):
        """A command of two files was killed before it began, or between the two."""
        path = picked(data, self._files())
        before = said(self.home)
        first = WholeFile(path.name, path.read_bytes(), b"# half-done\n")
        step = Step("killed", "2026-11-22T10:00:00Z", (first, WholeFile("x.toml", None, b"x")))
        journal.begin(self.home, step)
        if reached:
            first.go(self.home)
        ran = self.person.types("data backup {away}/killed.zip --force")
        assert ran.code == 0, ran
        assert said(self.home) == before

    @invariant()
    def undo_knows_what_was_done_and_nothing_is_left_lying_about(self):
        if not hasattr(self, "home"):
            return
        states = [step.state for step in history.steps(self.home)]
        kept = len(self.done)
        if len(states) >= MOST_STEPS:
            # killed ones take places too
            kept = min(kept, states.count("done"))
            self.done = self.done[-kept:] if kept else []
        assert (states.count("done"), states.count("undone")) == (kept, len(self.undone))
        assert not list(self.home.rglob(".medpivot-*"))
        assert not journal.is_pending(self.home)


def in_the_way(now: Said, step: Done, redo: bool) -> set[str]:
    """The files, and the entries of logs, that are neither as they were left nor as they should be."""
    stuck = set()
    for key, pair in step.changed.items():
        whole = isinstance(key, tuple) and key[0] in step.logs
        if not whole and now.get(key) not in pair:
            stuck.add(key if isinstance(key, str) else key[1])
    for name, pair in step.logs.items():
        if of_log(now, name) not in pair:
            stuck.add(name)
    return stuck


def turned(now: Said, step: Done, redo: bool) -> Said:
    """What the files say once the step is taken back or brought back."""
    after = dict(now)
    for key, pair in step.changed.items():
        after[key] = pair[1 if redo else 0]
    return {key: one for key, one in after.items() if one is not None}


def walks(most, steps):
    return settings(
        max_examples=most,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        # a shorter way to a failure is found in minutes, and not by every run that fails
        phases=[one for one in Phase if one is not Phase.shrink],
    )


def test_commands_undo_and_editors_in_any_order_leave_what_a_model_says():
    run_state_machine_as_test(Walk, settings=walks(8, 25))


@pytest.mark.torture
def test_a_great_many_walks_of_commands_undo_and_editors_do():
    run_state_machine_as_test(Walk, settings=walks(200, 60))
