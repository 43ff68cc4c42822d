"""`log` alone in a real terminal of 80 columns and 24 lines."""

import json
import os
import sys
import time

import pytest

pexpect = pytest.importorskip("pexpect")
pyte = pytest.importorskip("pyte")

pytestmark = pytest.mark.terminal

ROWS, COLUMNS = 24, 80


class Terminal:
    """The program in a terminal; what is on the screen, and keys to type."""

    def __init__(self, home, *args):
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.stream = pyte.ByteStream(self.screen)
        environment = os.environ | {
            "MEDPIVOT_HOME": str(home),
            "MEDPIVOT_TODAY": "2026-11-22",
            "TERM": "xterm-256color",
        }
        environment.pop("COLUMNS", None)
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "medpivot", *args],
            env=environment,
            dimensions=(ROWS, COLUMNS),
            timeout=20,
        )

    def waits_for(self, words):
        end = time.monotonic() + 20
        while words not in self.shown:
            assert time.monotonic() < end, f"{words!r} never came:\n{self.shown}"
            try:
                self.stream.feed(self.child.read_nonblocking(65536, 0.05))
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                assert words in self.shown, self.shown
                return

    @property
    def shown(self):
        return "\n".join(line.rstrip() for line in self.screen.display)

    def types(self, keys):
        self.child.send(keys)

    def leaves(self):
        self.child.expect(pexpect.EOF)
        self.child.close()
        return self.child.exitstatus


def test_five_questions_in_a_real_terminal_log_an_activity(home, run):
    terminal = Terminal(home, "log")
    for question, keys in (
        ("1 of 5", "Blood gas\r"),
        ("2 of 5", "\x1b[B\r"),
        ("3 of 5", "\r"),
        ("4 of 5", "7\r"),
        ("5 of 5", "\x1b[A\r"),
        ("Logged for Sunday 22 November 2026", ""),
        ("medpivot log edit", ""),
    ):
        terminal.waits_for(question)
        terminal.types(keys)
    assert terminal.leaves() == 0
    (one,) = json.loads(run("log", "list", "--json").out)["activities"]
    assert (one["title"], one["kind"], one["date"]) == ("Blood gas", "small-group", "2026-11-22")
    assert (one["learners"], one["energy"]) == (7, 1)


def test_ctrl_c_leaves_nothing_behind_and_says_how_to_go_on(home):
    terminal = Terminal(home, "log")
    terminal.waits_for("1 of 5")
    terminal.types("Blood gas\r")
    terminal.waits_for("2 of 5")
    terminal.types("\x03")
    terminal.waits_for("medpivot log add 'Blood gas'")
    assert terminal.leaves() == 130
    assert not (home / "activities.jsonl").exists()


def test_only_the_kind_is_asked_where_only_that_is_missing(home):
    terminal = Terminal(home, "log", "add", "Blood gas")
    terminal.waits_for("What was it?")
    terminal.types("\r")
    terminal.waits_for("Lecture or talk (teaching)")
    assert terminal.leaves() == 0
