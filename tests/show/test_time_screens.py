"""The screens of `time` at 80 and 120 columns, whole and with much unknown."""

from dataclasses import replace
from datetime import date

import pytest

from conftest import TODAY
from drawing import drawn
from golden import Golden, golden  # noqa: F401
from medpivot import catalogue
from medpivot.domain.week import Answered, Weeks
from medpivot.show import out
from medpivot.show.ledger import chart, ledger_list
from medpivot.show.time import time_screen, why_screen
from time_examples import MONDAY, a_week, entry, four_weeks, weeks_before, whole

WEEKS = Weeks(
    counted=(
        replace(whole(patients=36, charting=12, call=6, teaching=2), monday=weeks_before(40)),
        replace(
            whole(patients=30, charting=8, call=6, teaching=4, meetings=5), monday=weeks_before(1)
        ),
    ),
    wanted=whole(patients=20, charting=4, teaching=10, curriculum=6),
    offered=a_week(patients=24, charting=4, call=4, teaching=8, curriculum=4.5, meetings=4),
    meaningful="teaching",
)
LEDGER = [
    entry(8, 8, weeks_before(9)),
    *four_weeks(5, 4.5, 0),
    entry(0, 2, weeks_before(-1)),
]
ANSWERED = Answered(date(2026, 11, 20), 58, 90)


@pytest.fixture(params=["blocks", "ascii"])
def any_terminal(request, monkeypatch):
    """Both kinds of terminal: with UTF-8 and without."""
    for module in ("medpivot.show.out", "medpivot.show.columns"):
        monkeypatch.setattr(f"{module}.fancy", lambda: request.param == "blocks")
    return request.param


def screen(weeks=WEEKS, ledger=LEDGER, answered=ANSWERED, width=80):
    rules = catalogue.load_time()
    return drawn(time_screen(weeks, ledger, rules, answered, TODAY, width), width)


def test_the_whole_screen_looks_as_it_did(golden: Golden, monkeypatch):  # noqa: F811
    monkeypatch.setattr(out, "fancy", lambda: True)
    monkeypatch.setattr("medpivot.show.columns.fancy", lambda: True)
    golden("time-80.txt", screen())
    golden("time-120.txt", screen(width=120))


@pytest.mark.parametrize("width", [60, 80, 120])
def test_nothing_is_cut_off_at_any_width(any_terminal, width):
    lines = screen(width=width).splitlines()
    assert max(len(line) for line in lines) <= width
    whole_text = " ".join(" ".join(lines).split())
    assert "…" not in whole_text
    assert "In full: medpivot time why" in whole_text
    if width >= 80:
        assert "Building and running courses" in whole_text
    if any_terminal == "ascii":
        assert whole_text.isascii()


def test_what_nobody_noted_is_a_dash_and_named():
    shown = screen(Weeks(counted=(replace(a_week(teaching=4, patients=30), monday=MONDAY),)), [])
    assert "Call                            -" in shown
    squeezed = " ".join(shown.split())
    assert "Not noted in the week as it is: charting, call, courses" in squeezed
    assert "Which kind of work means most to you is not known." in squeezed
    assert "medpivot time week wanted" in shown
    assert "Education hours" not in shown


def test_a_share_with_hours_missing_is_an_upper_bound_in_words():
    weeks = Weeks((replace(a_week(teaching=9, patients=30), monday=MONDAY),), meaningful="teaching")
    squeezed = " ".join(screen(weeks, []).split())
    assert "9 hours, at most 23 percent of the week. Whether that reaches the line" in squeezed


def test_bars_share_one_scale_and_say_their_figures(monkeypatch):
    monkeypatch.setattr(out, "fancy", lambda: False)
    shown = drawn(chart([entry(8, 4, weeks_before(1)), entry(4, 6)], 80, 80))
    first, second = (line.split("  ") for line in shown.splitlines())
    first, second = ([one.strip() for one in row if one.strip()] for row in (first, second))
    assert first == ["9 Nov 2026", "#" * 12 + "." * 12, "4 of 8 h, 50%"]
    assert second == ["16 Nov 2026", "#" * 18, "6 of 4 h, 150%"]


def test_an_empty_promise_has_no_share():
    shown = drawn(chart([entry(0, 0), entry(0, 2, weeks_before(-1))], 80, 80))
    assert "0 h, none promised" in shown
    assert "2 h, none promised" in shown


def test_a_long_ledger_shows_the_newest_weeks_and_where_the_rest_is():
    ledger = [entry(8, 8, weeks_before(count)) for count in range(30, -1, -1)]
    shown = screen(Weeks(), ledger)
    assert shown.count("of 8 h") == 12
    assert "medpivot time list" in shown


def test_a_hostile_note_is_shown_harmlessly():
    note = "[red]\x1b[31m\u202egnol\n" + "very long " * 500
    one = entry(note=note, promised_as="\x1b[0m of 40 hours")
    shown = drawn(ledger_list([one], 1, {one.id: one.id[:4]}, 80))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "[red]" in shown
    assert max(len(line) for line in shown.splitlines()) <= 80


def test_what_the_lines_rest_on_comes_with_limits_and_reference():
    rules, sources = catalogue.load_time(), catalogue.load_sources()
    squeezed = " ".join(drawn(why_screen(rules, sources)).split())
    for said in (rules.meaningful.text, rules.meaningful.limits, rules.gap.limits):
        assert said in squeezed
    assert "Arch Intern Med 2009;169:990-995" in squeezed
    assert "Under 80 percent over four weeks is called drift here (our judgment)." in squeezed
