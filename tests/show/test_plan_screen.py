"""The plan on a screen: the next thing first, bars with today's line, what does not fit."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from drawing import drawn
from golden import Golden, golden  # noqa: F401
from medpivot.domain.changing import add, note, skip
from medpivot.domain.fitting import smallest_fix
from medpivot.domain.moving import pause
from medpivot.domain.overruns import Fix
from medpivot.domain.replanning import replan
from medpivot.show import gantt
from medpivot.show.plan import PlanView, milestone_list, next_screen, plan_screen
from medpivot.show.plan_json import plan_json
from medpivot.show.plan_milestone import milestone_page
from medpivot.show.plan_words import fix_words, next_lines, replanned_lines
from plan_parts import CATALOGUE, START, day, drafted, milestone, plan_of, with_done

TITLES = {one.id: one.title for one in CATALOGUE.phases} | {"own": "Added by you"}


def view(plan, today, **given) -> PlanView:
    fix = smallest_fix(plan, CATALOGUE, today)
    return PlanView(plan, today, TITLES, "Clerkship director", fix, **given)


def under_way():
    plan = with_done(drafted(hours=1.25, route="masters"), "first-talk", day(30))
    plan = skip(plan, "degree", "not now").plan
    plan = pause(plan, day(150), day(163)).plan
    return add(plan, "Ask for letters", day(70), hours=2, due=day(200)).plan


@pytest.mark.parametrize("width", [80, 120])
def test_the_whole_plan(golden: Golden, width: int) -> None:  # noqa: F811
    screen = drawn(plan_screen(view(under_way(), day(80)), width), width)
    assert all(len(line) <= width for line in screen.splitlines())
    golden(f"plan-{width}.txt", screen)


def test_the_next_thing_stands_first_with_its_first_step(golden: Golden) -> None:  # noqa: F811
    screen = drawn(next_screen(view(note(drafted(), "first-talk", "ask Lee").plan, day(2))))
    assert screen.splitlines()[1] == "Next"
    golden("plan-next-80.txt", screen)


def test_late_reads_as_so_many_to_plan_again() -> None:
    screen = drawn(plan_screen(view(drafted(), day(60)), 80))
    assert "2 to plan again" in screen
    assert "medpivot plan replan" in screen
    assert "late    " in screen


def test_what_does_not_fit_stands_there_with_the_smallest_fix() -> None:
    screen = drawn(plan_screen(view(drafted(hours=1.25), START), 80))
    assert "1 milestone ends later than its part of the plan allows, by: energy" in screen
    assert "medpivot plan replan --hours 1.5" in screen
    assert "medpivot plan new --months 20" in screen


def test_after_three_weeks_away_ten_minutes_come_first() -> None:
    screen = drawn(plan_screen(view(drafted(), day(60), away=True), 80))
    assert screen.splitlines()[1].startswith("Good that you are back")
    assert "Open a blank page." in screen.splitlines()[2]


def test_what_the_log_may_prove_is_offered() -> None:
    plan = drafted()
    screen = drawn(plan_screen(view(plan, START, offered=[plan.milestones[0]]), 80))
    assert "Perhaps finished, says your log" in screen
    assert "medpivot plan done first-talk" in screen


def test_a_phase_with_nothing_open_takes_one_line() -> None:
    plan = with_done(plan_of(milestone("talk", 0, 6)), "talk", day(3))
    screen = drawn(plan_screen(view(plan, day(10)), 80))
    assert "Try  1 milestone done, none open" in screen
    assert "Nothing is open" in screen


def test_what_was_removed_is_not_drawn() -> None:
    plan = drafted()
    gone = replace(
        plan, milestones=tuple(replace(one, status="removed") for one in plan.milestones[:1])
    )
    assert "first-talk" not in drawn(plan_screen(view(gone, START), 80))


def test_what_a_person_typed_is_shown_harmlessly() -> None:
    title = "[red]x[/red] \x1b[2J\u202eabc \U0001f600 " + "long " * 2000
    plan = plan_of(milestone("evil", 0, 6, title=title, note="\x07bell"))
    for screen in (
        plan_screen(view(plan, START), 80),
        milestone_list(plan.milestones, START),
        next_screen(view(plan, START)),
    ):
        shown = drawn(screen)
        assert "[red]x[/red]" in shown
        assert not {"\x1b", "\x07", "\u202e"} & set(shown)
        assert all(len(line) <= 80 for line in shown.splitlines())


def test_the_list_has_title_id_state_and_day_of_each(golden: Golden) -> None:  # noqa: F811
    golden("plan-list-80.txt", drawn(milestone_list(under_way().milestones, day(80))))


def bar_of(one, today, width=20) -> str:
    return gantt.bar(one, gantt.Scale(START, day(139), today, width))  # a week a column


def test_a_bar_stands_on_its_days_with_today_s_line_and_the_wait() -> None:
    assert bar_of(milestone("a", 14, 27, wait=3), day(0)) == "│ ░░···             "
    assert bar_of(milestone("a", 77, 90), day(63)).index("│") == 9


def test_done_late_and_decisions_have_marks_of_their_own() -> None:
    assert bar_of(milestone("a", 0, 20, status="done", done_on=day(8)), day(70)) == (
        "██        │         "
    )
    assert bar_of(milestone("a", 0, 6), day(21)) == "▒▒▒▒                "
    assert bar_of(milestone("a", 14, 20, decision=True), day(0)) == "│ ◆                 "
    assert bar_of(milestone("a", 14, 20, status="skipped"), day(0)).strip() == "│"


def test_without_unicode_everything_is_ascii(monkeypatch) -> None:
    monkeypatch.setattr(gantt, "fancy", lambda: False)
    screen = drawn(plan_screen(view(under_way(), day(80)), 80))
    assert screen.isascii()
    assert "# done" in screen
    assert "|" in screen


def test_a_day_outside_the_plan_draws_no_line() -> None:
    scale = gantt.scale([], START, day(100), day(500), 20)
    assert scale.today_column is None
    assert scale.column(day(-5)) == 0
    assert scale.column(day(500)) == 19


def test_the_scale_reaches_to_the_last_milestone() -> None:
    assert gantt.scale([milestone("a", 0, 900)], START, day(100), START, 20).last == day(900)


@pytest.mark.parametrize(("months", "width"), [(18, 30), (18, 70), (24, 30), (300, 30), (3, 30)])
def test_the_months_over_the_bars_never_run_into_each_other(months: int, width: int) -> None:
    scale = gantt.Scale(START, START + timedelta(days=30 * months), START, width)
    axis = gantt.axis(scale)
    assert len(axis) <= width
    assert axis.startswith("Jan 2027")
    assert all(len(label) == 4 for label in axis.split()[1::2])


def test_a_plan_that_begins_late_in_a_month_keeps_its_first_label_whole() -> None:
    begins = date(2026, 11, 22)
    axis = gantt.axis(gantt.Scale(begins, date(2027, 7, 21), begins, 36))
    assert axis.startswith("Nov 2026 ")


def test_the_fix_names_the_start_of_a_plan_that_did_not_begin_today() -> None:
    plan = drafted()
    assert f"--start {START}" in fix_words(Fix(None, 20), plan, day(-5))
    assert "--start" not in fix_words(Fix(None, 20), plan, START)
    assert "Neither" in fix_words(Fix(None, None), plan, START)
    assert "replan moves them" in fix_words(Fix(None, None), plan, day(9))


def test_replanning_says_at_which_pace_and_what_became_of_the_dates() -> None:
    plan = with_done(drafted(), "first-talk", day(2))
    said = "\n".join(replanned_lines(replan(plan, day(76))))
    assert "your pace so far" in said
    assert "medpivot plan replan --hours 3" in said
    assert "Past the end of the plan" in said
    stated = "\n".join(replanned_lines(replan(plan, day(10))))
    assert "at 3 hours a week, the hours of your plan" in stated
    assert "So far" not in stated
    full_weeks = "\n".join(replanned_lines(replan(plan, day(100))))
    assert "at 3 hours a week, the hours of your plan" in full_weeks
    assert "So far it came to 0.42 hours a week" in full_weeks


def test_with_nothing_open_the_next_line_says_so() -> None:
    assert "Nothing is open" in "".join(next_lines(plan_of(), START, 80))


def test_the_document_looks_as_it_did(golden: Golden) -> None:  # noqa: F811
    plan, today = under_way(), day(80)
    data = plan_json(
        plan, Path("plan-2027-01-04.toml"), smallest_fix(plan, CATALOGUE, today), today
    )
    golden("plan.json", json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def test_the_next_thing_stands_at_the_end_again() -> None:
    lines = drawn(plan_screen(view(drafted(), day(2)), 80)).splitlines()
    assert lines[-1].strip() == "Next, by 24 Jan 2027: First talk (medpivot plan next)"


def test_rows_of_a_phase_stand_in_the_order_of_their_days() -> None:
    plan = plan_of(milestone("long", 0, 60), milestone("soon", 20, 25), milestone("mid", 10, 40))
    screen = drawn(plan_screen(view(plan, day(1)), 80))
    bars = screen[screen.index("Try") :]
    assert bars.index("soon") < bars.index("mid") < bars.index("long")


def test_during_a_pause_nothing_is_asked_for_and_the_way_back_is_named() -> None:
    plan = pause(drafted(), day(0), day(13)).plan
    for screen in (
        drawn(plan_screen(view(plan, day(3), away=True), 80)),
        drawn(next_screen(view(plan, day(3)))),
        "\n".join(next_lines(plan, day(3), 80)),
    ):
        assert "Paused until 17 Jan 2027" in screen
        assert "medpivot plan resume" in screen
        assert "Open a blank page." not in screen
        assert "Good that you are back" not in screen
    assert "A pause is set, from 4 Apr 2027" in drawn(
        next_screen(view(pause(drafted(), day(90), day(99)).plan, day(3)))
    )


def test_one_milestone_has_a_page_with_its_days_its_reason_and_its_commands() -> None:
    plan = note(drafted(), "first-talk", "ask Lee").plan
    page = drawn(milestone_page(plan.milestone("first-talk"), view(plan, day(2))))
    for said in (
        "First talk",
        "Try",
        "6 hours",
        "Open a blank page.",
        "Because.",
        "energy",
        "ask Lee",
        "1 entry in the log: lecture",
        "medpivot plan done first-talk",
    ):
        assert said in page, said
    page = drawn(milestone_page(plan.milestone("energy"), view(plan, day(2))))
    assert "first-talk (open), precept (open)" in page
    gone = skip(plan, "energy", "no learners here").plan
    page = drawn(milestone_page(gone.milestone("energy"), view(gone, day(2))))
    assert "no learners here" in page
    assert "medpivot plan reopen energy" in page


def test_from_a_hundred_columns_on_titles_stand_beside_the_bars() -> None:
    plan = drafted()
    wide, narrow = (drawn(plan_screen(view(plan, day(2)), width), width) for width in (100, 80))
    assert wide.count("First talk") > narrow.count("First talk")
    assert "first-talk" in wide
    assert "open or now" in narrow
    assert max(len(line) for line in wide.splitlines()) <= 100


def test_what_was_done_long_before_the_plan_stands_at_the_edge_and_squeezes_nothing() -> None:
    done = replace(milestone("talk", 3, 12), status="done", done_on=day(-700))
    ahead = milestone("write", 20, 40)
    on = gantt.scale([done, ahead], START, day(139), START, 20)
    assert on == gantt.scale([ahead], START, day(139), START, 20)
    assert gantt.bar(done, on).rstrip() == "◂"
    assert "◂" not in gantt.bar(replace(done, done_on=day(1)), on)
