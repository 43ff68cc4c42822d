"""`log import` in a real terminal: nothing is kept before the person has looked and agreed."""

import json

import pytest

pytest.importorskip("pexpect")
pytest.importorskip("pyte")

from terminal import Terminal

pytestmark = pytest.mark.terminal


@pytest.mark.parametrize(("key", "kept"), [("y", 1), ("n", 0)])
def test_what_was_understood_is_shown_and_then_asked(home, run, tmp_path, key, kept):
    path = tmp_path / "taught.csv"
    path.write_text("date,title,kind\n2026-05-12,Sepsis talk,lecture\n")
    with Terminal(home, "log", "import", str(path)) as terminal:
        terminal.sees("Sepsis talk", "Add 1 entry to the log?")
        terminal.types(key)
        assert terminal.ends() == 0
        assert ("medpivot undo" if kept else "Nothing was added") in terminal.shown
    assert len(json.loads(run("log", "list", "--json").out)["activities"]) == kept
