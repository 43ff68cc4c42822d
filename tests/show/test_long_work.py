"""A long run is watched on a terminal, and silent anywhere else."""

import io

from medpivot.show.progress import LONG, watched


class Screen(io.StringIO):
    """Standard error as a terminal."""

    def isatty(self):
        return True


def on_a_terminal(monkeypatch):
    made = Screen()
    monkeypatch.setattr("sys.stderr", made)
    monkeypatch.setenv("TERM", "xterm")
    return made


def test_a_long_run_says_how_far_it_is_and_leaves_no_line(monkeypatch):
    screen = on_a_terminal(monkeypatch)
    assert list(watched(range(LONG), LONG, "Reading row")) == list(range(LONG))
    assert "Reading row 0 of 1,000" in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[K")


def test_a_short_run_is_silent(monkeypatch):
    screen = on_a_terminal(monkeypatch)
    assert list(watched(range(5), 5, "Reading row")) == [0, 1, 2, 3, 4]
    assert screen.getvalue() == ""


def test_into_a_file_nothing_is_said(capsys):
    assert len(list(watched(range(LONG), LONG, "Reading row"))) == LONG
    assert capsys.readouterr().err == ""
