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
        ("3 of 5", "last tuesday\r"),
        ("On which day: Tuesday 17 November 2026", ""),
        ("4 of 5", "7\r"),
        ("5 of 5", "\x1b[B\x1b[B\r"),
        ("Add hours, who learned or a rating?", "\r"),
        ("Logged for Tuesday 17 November 2026", ""),
        ("Not noted: hours, who learned, rating.", ""),
        ("--hours N --level LEVEL --rating N", ""),
    ):
        terminal.waits_for(question)
        terminal.types(keys)
    assert terminal.leaves() == 0
    (one,) = json.loads(run("log", "list", "--json").out)["activities"]
    assert (one["title"], one["kind"], one["date"]) == ("Blood gas", "small-group", "2026-11-17")
    assert (one["learners"], one["energy"]) == (7, 1)


def test_going_back_takes_the_old_answer_from_the_screen(home, run):
    terminal = Terminal(home, "log")
    for question, keys in (
        ("1 of 5", "Blood gas\r"),
        ("2 of 5", "\r"),
        ("3 of 5", "\x1b"),
        ("2 of 5", "\x1b[B\r"),
        ("3 of 5", "yesterday\r"),
        ("4 of 5", "\x1b"),
        ("3 of 5", "\x15\r"),
        ("4 of 5", "7\r"),
        ("5 of 5", "\r"),
        ("Add hours", "\r"),
        ("Logged for Sunday 22", ""),
    ):
        terminal.waits_for(question)
        terminal.types(keys)
    assert terminal.leaves() == 0
    for asked in ("What was it:", "On which day:", "How many learners:"):
        assert terminal.shown.count(asked) == 1, terminal.shown
    assert "Saturday 21" not in terminal.shown


def test_after_hours_levels_and_a_rating_no_hint_asks_for_them(home, run):
    terminal = Terminal(home, "log")
    for question, keys in (
        ("1 of 5", "Blood gas\r"),
        ("2 of 5", "\r"),
        ("3 of 5", "\r"),
        ("4 of 5", "7\r"),
        ("5 of 5", "\x1b[B\r"),
        ("Add hours, who learned", "\x1b[B\r"),
        ("How many contact hours?", "1.5\r"),
        ("Contact hours: 1.5", "\x1b[B\x1b[B\r"),
        ("Who learned?", " \r"),
        ("Who learned: Preclinical student", "\x1b[B\x1b[B\x1b[B\r"),
        ("What was the mean rating?", "4.5\r"),
        ("How many rated?", "9\r"),
        ("A rating by the learners: 4.5", "\r"),
        ("Logged for Sunday", ""),
    ):
        terminal.waits_for(question)
        terminal.types(keys)
    assert terminal.leaves() == 0
    assert "Not noted" not in terminal.shown
    (one,) = json.loads(run("log", "list", "--json").out)["activities"]
    assert (one["contact_hours"], one["levels"]) == (1.5, ["preclinical-student"])
    assert (one["rating"]["mean"], one["rating"]["raters"]) == (4.5, 9)


def test_ctrl_c_leaves_nothing_behind_and_says_how_to_go_on(home):
    terminal = Terminal(home, "log")
    terminal.waits_for("1 of 5")
    terminal.types("Blood gas\r")
    terminal.waits_for("2 of 5")
    terminal.types("\x03")
    terminal.waits_for("medpivot log add 'Blood gas'")
    assert terminal.leaves() == 130
    assert not (home / "activities.jsonl").exists()


def test_a_rating_that_was_typed_is_in_the_line_when_its_raters_are_broken_off(home):
    terminal = Terminal(home, "log")
    for question, keys in (
        ("1 of 5", "Blood gas\r"),
        ("2 of 5", "\r"),
        ("3 of 5", "\r"),
        ("4 of 5", "\r"),
        ("5 of 5", "\r"),
        ("Add hours", "\x1b[B\x1b[B\x1b[B\r"),
        ("What was the mean rating", "4.5\r"),
        ("How many rated", "\x03"),
    ):
        terminal.waits_for(question)
        terminal.types(keys)
    terminal.waits_for("--rating 4.5")
    assert terminal.leaves() == 130


def test_only_the_kind_is_asked_where_only_that_is_missing(home):
    terminal = Terminal(home, "log", "add", "Blood gas")
    terminal.waits_for("What was it?")
    terminal.types("\r")
    terminal.waits_for("Lecture or talk (teaching)")
    assert terminal.leaves() == 0
