import json
import os
from datetime import date

import pytest

from medpivot import catalogue
from medpivot.domain.week import CATEGORIES
from medpivot.store import ledger, lines
from store_examples import everything

SAMPLE = str(catalogue.sample_path("hospitalist-students"))
USUAL = ("--patients", "30", "--charting", "8", "--call", "6", "--teaching", "4", "--meetings", "5")
HOSTILE = "[bold]x[/bold] \x1b[31mred\x1b[0m \u202egnol\u202c \U0001f600 a\nb " + "long " * 2_000


def document(run):
    return json.loads(run("time", "--json").out)


def add(run, delivered, week, *more, promised="8"):
    return run(
        "time", "add", "--promised", promised, "--delivered", delivered, "--week", week, *more
    )


def drifting(run):
    """Four weeks in a row with 22 of 32 hours, the last one this week's."""
    for delivered, week in (
        ("5", "2026-10-26"),
        ("5", "2026-11-02"),
        ("5", "2026-11-09"),
        ("7", "2026-11-16"),
    ):
        result = add(run, delivered, week)
    return result


def entry_id(run, number=0):
    return json.loads(run("time", "list", "--json").out)["ledger"][number]["id"]


def refused(run, home, *args, code=2):
    """Run a command that must be refused; nothing on stdout, nothing written. Its words."""
    before = everything(home) if home.exists() else None
    result = run(*args)
    assert (result.code, result.out) == (code, ""), result.err
    assert "error: " in result.err
    assert "\ntry: " in result.err
    assert (everything(home) if home.exists() else None) == before
    return result.err


def test_with_nothing_noted_it_says_how_to_begin_and_creates_nothing(run, home):
    result = run("time")
    assert (result.code, result.err) == (0, "")
    for command in ("time week actual", "time week wanted", "time meaningful", "time add"):
        assert f"medpivot {command}" in result.out
    found = document(run)
    assert found["weeks"] == dict.fromkeys(("actual", "wanted", "offered", "first"))
    assert found["ledger"] == []
    assert found["drift"]["warning"] is None
    assert found["meaningful"]["share"] is None
    assert found["answers"] is None
    assert not home.exists()


def test_three_weeks_stand_side_by_side_with_what_lies_between_them(run):
    run("time", "week", "actual", *USUAL, "--nothing-else")
    run("time", "week", "wanted", "--patients", "20", "--teaching", "10", "--nothing-else")
    result = run("time", "week", "offered", "--patients", "24", "--teaching", "8")
    rows = {line.split("  ")[1]: line.split() for line in result.out.splitlines() if "  " in line}
    assert rows["Patients"][1:] == ["30", "20", "24", "-10", "+4"]
    assert rows["Call"][1:] == ["6", "0", "-", "-6", "-"]
    assert rows["All hours noted"][3:] == ["53", "30", "32", "-23", "-"]
    found = document(run)
    assert found["weeks"]["actual"]["total"] == 53
    assert found["weeks"]["actual"]["week"] == "2026-11-16"
    assert found["weeks"]["offered"]["hours"]["call"] is None
    assert found["weeks"]["offered"]["clinical"] is None
    assert found["changes"]["wanted"]["teaching"] == 6
    assert found["changes"]["offered"]["total"] is None


def test_what_is_not_noted_is_named_and_can_be_said_to_be_nothing(run):
    result = run("time", "week", "actual", *USUAL)
    assert "53 hours so far" in result.err
    assert "Not noted: courses, scholarship and other work." in result.err
    said = "medpivot time week actual --week 2026-11-16 --nothing-else"
    assert said in result.err
    run(*said.split()[1:])
    assert document(run)["weeks"]["actual"]["complete"]


def test_figures_not_named_stay_and_a_figure_can_be_taken_back(run):
    run("time", "week", "wanted", "--patients", "20", "--call", "4")
    run("time", "week", "wanted", "--patients", "18.5", "--clear", "call")
    hours = document(run)["weeks"]["wanted"]["hours"]
    assert (hours["patients"], hours["call"]) == (18.5, None)
    result = run("time", "week", "wanted", "--clear", "all")
    assert "nothing is noted any more" in result.err
    assert document(run)["weeks"]["wanted"] is None


def test_the_first_week_stands_beside_the_last(run):
    run("time", "week", "actual", "--week", "2025-02-05", "--patients", "40", "--nothing-else")
    run("time", "week", "actual", *USUAL, "--nothing-else")
    found = document(run)["weeks"]
    assert (found["first"]["week"], found["actual"]["week"]) == ("2025-02-03", "2026-11-16")
    shown = run("time").out
    assert "First is the week of Monday 3 Feb 2025" in " ".join(shown.split())


def test_the_most_meaningful_work_is_held_against_the_line(run):
    run("time", "week", "actual", *USUAL, "--nothing-else")
    assert document(run)["meaningful"]["against"] == "unknown"
    assert run("time", "meaningful", "teaching").code == 0
    found = document(run)["meaningful"]
    assert found["share"] == pytest.approx(4 / 53)
    assert (found["category"], found["against"], found["line"]) == ("teaching", "under", 20)
    assert found["source"] in catalogue.load_sources()
    shown = " ".join(run("time").out.split())
    assert "4 hours, 8 percent of the week. That is under the line of 20 percent." in shown
    run("time", "meaningful", "--clear")
    assert document(run)["meaningful"]["category"] is None


def test_what_stands_behind_the_line_is_told_with_its_limits_and_source(run):
    shown = " ".join(run("time", "why").out.split())
    assert "One department, in 2007" in shown
    assert "doi:10.1001/archinternmed.2009.70" in shown
    assert json.loads(run("time", "why", "--json").out)["meaningful"]["source"] == "career-fit-2009"


def test_four_weeks_under_eighty_percent_are_said_with_a_sentence_to_take_along(run):
    result = drifting(run)
    said = "You were promised 32 hours in the last four weeks and had 22: 69 percent."
    assert said in result.err
    shown = " ".join(run("time").out.split())
    assert said in shown
    assert "In four weeks between 26 Oct 2026 and 22 Nov 2026 I had 22 of the 32 hours" in shown
    found = document(run)["drift"]
    assert {key: found[key] for key in ("weeks", "promised", "delivered", "ratio", "warning")} == {
        "weeks": 4,
        "promised": 32,
        "delivered": 22,
        "ratio": 0.6875,
        "warning": True,
    }


def test_three_weeks_are_too_few_and_said_to_be(run):
    for week in ("2026-11-02", "2026-11-09", "2026-11-16"):
        result = add(run, "4", week)
    assert "12: 50 percent. It takes four weeks to call that drift or not." in result.err
    assert document(run)["drift"]["warning"] is None
    assert "A sentence for" not in run("time").out


def test_hours_that_are_there_bring_no_warning(run):
    for week in ("2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16"):
        result = add(run, "7", week)
    assert "28: 88 percent. That is not drift, which begins under 80." in result.err
    assert document(run)["drift"]["warning"] is False


def test_a_share_that_only_rounds_up_to_the_line_is_not_shown_as_the_line(run):
    for week in ("2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16"):
        result = add(run, "7.96", week, promised="10")
    assert "31.84: 79.6 percent." in result.err


def test_weeks_with_gaps_between_them_are_said_with_their_dates(run):
    for week in ("2026-06-01", "2026-08-03", "2026-10-26", "2026-11-16"):
        result = add(run, "4", week)
    assert "in the last four weeks with a promise, 1 Jun 2026 to 22 Nov 2026," in result.err
    assert "8 weeks not noted" in run("time").out


def test_a_share_of_a_post_and_half_days_are_counted_and_say_by_what(run):
    result = add(run, "2 half-days", "last week", promised="0.3 FTE")
    said = (
        "12 hours (0.3 FTE of 40 hours) promised, 8 (2 half-days of 4 hours) delivered: 67 percent"
    )
    assert said in result.err
    one = json.loads(run("time", "list", "--json").out)["ledger"][0]
    assert (one["promised"], one["delivered"]) == (12, 8)
    assert one["promised_as"] == "0.3 FTE of 40 hours"
    assert "2 half-days of 4 hours" in " ".join(run("time", "list").out.split())


def test_another_convention_of_the_person_is_used_and_printed(run, home):
    home.mkdir()
    settings = "schema = 1\n[settings]\nhours_per_half_day = 5\nhours_per_week = 37.5\n"
    (home / "jobs.toml").write_text(settings)
    result = add(run, "2 half-days", "last week", promised="0.4 FTE")
    assert "15 hours (0.4 FTE of 37.5 hours) promised" in result.err
    assert "10 (2 half-days of 5 hours) delivered" in result.err


def test_a_later_entry_for_a_week_takes_the_place_of_the_first_and_says_so(run):
    add(run, "5", "last week", "--note", "Two clinics added")
    result = add(run, "6", "2026-11-11")
    assert "In place of 8 hours promised, 5 delivered: 63 percent. medpivot undo" in result.err
    kept = json.loads(run("time", "list", "--json").out)["ledger"]
    assert [(one["week"], one["delivered"], one["note"]) for one in kept] == [
        ("2026-11-09", 6, "Two clinics added")
    ]
    assert "It was so already." in add(run, "6", "last week").err


def test_what_was_promised_last_time_need_not_be_typed_again(run):
    add(run, "2 half-days", "2026-11-02", promised="0.3 FTE")
    assert run("time", "add", "--delivered", "8").code == 0
    newest = json.loads(run("time", "list", "--json").out)["ledger"][0]
    assert (newest["week"], newest["promised"]) == ("2026-11-16", 12)
    assert newest["promised_as"] == "0.3 FTE of 40 hours"


def test_a_week_that_is_not_over_is_said_to_be_unfinished(run):
    line = ("time", "add", "--promised", "8", "--delivered", "2")
    assert "That week is not over" in run(*line, today=date(2026, 11, 18)).err
    assert "That week is not over" not in run(*line, today=date(2026, 11, 20)).err


def test_an_entry_is_changed_moved_and_removed(run):
    add(run, "5", "last week", "--note", "x")
    one = entry_id(run)
    run("time", "edit", one[:4], "--delivered", "6", "--clear", "note")
    run("time", "edit", one[:4], "--week", "2026-11-03")
    assert run("time", "list", "--plain").out == f"{one} 2026-11-02 8 6 75 -\n"
    assert "Nothing changed" in run("time", "edit", one, "--delivered", "6").err
    assert "Removed: the week of Monday 2 Nov 2026" in run("time", "remove", one[:5]).err
    assert run("time", "list", "--plain").out == ""
    assert "No week is in the ledger yet." in run("time", "list").out


def test_an_entry_is_not_moved_onto_another(run, home):
    add(run, "5", "2026-11-02")
    add(run, "6", "2026-11-09")
    newest = entry_id(run)
    said = refused(run, home, "time", "edit", newest, "--week", "2026-11-02", code=1)
    assert "the week of Monday 2 Nov 2026 has an entry already" in said


def test_the_list_is_newest_first_and_says_where_the_rest_is(run):
    drifting(run)
    lines_of = run("time", "list", "--plain", "--limit", "2").out.splitlines()
    assert [line.split()[1] for line in lines_of] == ["2026-11-16", "2026-11-09"]
    assert (
        "The newest 2 of 4. More: medpivot time list --limit 4"
        in run("time", "list", "--limit", "2").out
    )


def test_answers_of_the_assessment_are_shown_for_comparison_only(run):
    run("assess", "--answers", SAMPLE)
    run("time", "week", "actual", *USUAL, "--nothing-else")
    found = document(run)
    assert found["answers"]["date"] == "2026-11-22"
    shown = " ".join(run("time").out.split())
    assert (
        f"For comparison only: your answers of 22 Nov 2026 gave {found['answers']['hours']:g}"
        in shown
    )
    assert "the week noted here has 53 hours" in shown
    assert found["weeks"]["actual"]["total"] == 53


def test_a_broken_assessment_does_not_hide_the_weeks(run, home):
    run("time", "week", "actual", *USUAL)
    (home / "assessment-2026-11-20.toml").write_text("nonsense")
    result = run("time")
    assert result.code == 0
    assert "Patients" in result.out
    assert "assessment-2026-11-20.toml has a problem" in result.err


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        (("--patients", "-1"), "--patients: '-1' is less than 0"),
        (("--patients", "nan"), "--patients: 'nan' is not a number of hours"),
        (("--patients", "inf"), "is not a number of hours"),
        (("--patients", "169"), "more than the 168 hours of a week"),
        (("--patients", "100", "--call", "68.5"), "together they are 168.5 hours"),
        (("--patients", "0.3 FTE"), "is not in hours"),
        (("--patients", "x", "--call", "y"), "2 figures cannot stand"),
        (("--golf", "3"), "no such option: --golf"),
        (("--patients", "3", "--week", "2026-11-23"), "is still to come"),
        (("--patients", "3", "--week", "someday"), "--week: 'someday' is not a date"),
        (("--clear", "golf"), "--clear 'golf' is not known"),
        (("--nothing-else",), "give some"),
        (("--patients", "3", "--note", " "), "--note is empty"),
        (("--patients", "3", "--note", "x" * 20_001), "--note is 20,001 characters long"),
        ((), "asks eight questions, and nobody can be asked here"),
    ],
)
def test_a_week_that_cannot_be_is_refused_with_the_reason_and_nothing_is_written(
    run, home, figures, said
):
    assert said in refused(run, home, "time", "week", "actual", *figures)
    assert not home.exists()


def test_a_figure_that_makes_a_kept_week_too_long_is_refused(run, home):
    run("time", "week", "actual", "--patients", "100")
    said = refused(run, home, "time", "week", "actual", "--call", "70")
    assert "together they are 170 hours" in said


@pytest.mark.parametrize(
    ("line", "said", "code"),
    [
        (("week", "wantd"), "'wantd' is not one of", 2),
        (("week", "wanted", "--patients", "3", "--week", "today"), "the wanted one has no date", 2),
        (("meaningful",), "nobody can be asked here", 2),
        (("meaningful", "teachng"), "'teachng' is not a kind of work", 2),
        (("meaningful", "call", "--clear"), "--clear stands alone", 2),
        (("add",), "asks two questions, and nobody can be asked here", 2),
        (("add", "--promised", "8"), "--delivered is needed", 2),
        (("add", "--delivered", "8"), "no earlier week says what was promised", 2),
        (("add", "--promised", "0.3", "--delivered", "2"), "can be read in two ways", 2),
        (("add", "--promised", "-8", "--delivered", "2"), "--promised: '-8' is less than 0", 2),
        (("add", "--promised", "8", "--delivered", "nan"), "--delivered: 'nan' is not", 2),
        (("add", "--promised", "1.6 FTE", "--delivered", "2"), "more than 1.5 of a post", 2),
        (("add", "--promised", "8", "--delivered", "169"), "more than the 168 hours", 2),
        (("add", "--promised", "8", "--delivered", "2", "--week", "next monday"), "to come", 2),
        (("edit", "abcd", "--delivered", "2"), "there is no entry 'abcd'", 1),
        (("edit", "abcd"), "nothing to change was given", 2),
        (("edit", "abcd", "--clear", "week"), "--clear 'week' is not known", 2),
        (("remove", "abc"), "too short", 1),
        (("--json", "list"), "options of `list` stand after it", 2),
    ],
)
def test_a_line_that_cannot_be_is_refused_with_the_reason_and_nothing_is_written(
    run, home, line, said, code
):
    assert said in refused(run, home, "time", *line, code=code)
    assert not home.exists()


def test_a_broken_file_is_named_and_left_byte_for_byte(run, home):
    home.mkdir()
    path = home / "time.toml"
    path.write_text("schema = 1\n[wanted]\npatients = -4\n")
    said = refused(run, home, "time", "week", "wanted", "--patients", "3", code=1)
    assert "[wanted] patients: -4 is less than 0" in said


def test_a_line_of_the_ledger_that_cannot_be_read_is_named_and_the_rest_is_shown(run, home):
    add(run, "5", "last week")
    with (home / "time.jsonl").open("a") as file:
        file.write("nonsense\n")
    result = run("time", "list", "--plain")
    assert (result.code, len(result.out.splitlines())) == (0, 1)
    assert "time.jsonl: line 2: not a whole line of this log; it is kept" in result.err
    (home / "time.jsonl").write_text("nonsense\n")
    result = run("time", "list", "--json")
    assert (result.code, result.out) == (1, "")


def test_two_entries_for_a_week_from_two_copies_are_named_and_one_counts(run, home):
    add(run, "5", "last week")
    log = lines.read(home / ledger.NAME)
    ((one, table),) = log.entries.items()
    older = lines.Line("aaaabbbb", log.stamps[one].replace(year=2001), {**table, "delivered": 2})
    with (home / ledger.NAME).open("ab") as file:
        file.write(lines.to_bytes(older))
    result = run("time", "list", "--plain")
    assert result.out == f"{one} 2026-11-09 8 5 63 -\n"
    assert "the week of 9 Nov 2026 has an older entry aaaabbbb; it does not count" in result.err


def test_every_change_of_the_weeks_is_undone_byte_for_byte(run, home):
    run("time", "week", "actual", *USUAL)
    path = home / "time.toml"
    path.write_text(
        "# mine\n" + path.read_text().replace("call = 6", "call = 6 # every fourth night")
    )
    for line in (
        ("week", "actual", "--call", "8", "--clear", "charting"),
        ("week", "actual", "--week", "2026-10-05", "--patients", "20"),
        ("week", "wanted", "--patients", "18", "--note", "half"),
        ("week", "actual", "--clear", "all"),
        ("meaningful", "teaching"),
    ):
        before = path.read_bytes()
        assert run("time", *line).code == 0
        assert path.read_bytes() != before
        assert b"# mine\n" in path.read_bytes()
        assert run("undo").code == 0
        assert path.read_bytes() == before
    assert run("undo", "--force").code == 0
    assert not path.exists()


def test_every_change_of_the_ledger_is_undone(run):
    add(run, "5", "last week", "--note", "x")
    one = entry_id(run)
    before = run("time", "list", "--json").out
    for line in (
        ("add", "--delivered", "3", "--promised", "8"),
        ("add", "--delivered", "3", "--week", "last week"),
        ("edit", one, "--promised", "0.4 FTE", "--week", "2026-11-02"),
        ("edit", one, "--clear", "note"),
        ("remove", one),
    ):
        assert run("time", *line).code == 0
        assert run("time", "list", "--json").out != before
        run("undo")
        assert run("time", "list", "--json").out == before
    run("undo", "--redo")
    assert run("time", "list", "--json").out != before


def test_a_comment_anywhere_survives_every_command(run, home):
    run("time", "week", "actual", *USUAL)
    path = home / "time.toml"
    mine = path.read_text().replace("[actual.2026-11-16]", "# a hard one\n[actual.2026-11-16]")
    path.write_text(mine + "\n# the end\nmine = 1\n")
    run("time", "week", "actual", "--week", "2026-11-02", "--patients", "20")
    run("time", "week", "offered", "--patients", "20")
    result = run("time", "meaningful", "teaching")
    kept = path.read_text()
    assert "# a hard one\n[actual.2026-11-16]" in kept
    assert "# the end" in kept
    assert "mine = 1" in kept
    assert "mine" not in result.err


def test_hostile_text_is_kept_as_typed_and_shown_harmlessly(run):
    run("time", "week", "actual", *USUAL, "--note", HOSTILE)
    add(run, "5", "last week", "--note", HOSTILE)
    assert json.loads(run("time", "list", "--json").out)["ledger"][0]["note"] == HOSTILE
    assert document(run)["weeks"]["actual"]["note"] == HOSTILE
    for line in (("time",), ("time", "list"), ("time", "list", "--plain")):
        result = run(*line)
        assert result.code == 0
        assert "\x1b" not in result.out
        assert "\u202e" not in result.out
    assert len(run("time", "list", "--plain").out.splitlines()) == 1
    assert "[bold]x[/bold]" in run("time", "list").out


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_the_files_are_private(run, home):
    run("time", "week", "actual", *USUAL)
    add(run, "5", "last week")
    for name in ("time.toml", "time.jsonl"):
        assert (home / name).stat().st_mode & 0o077 == 0


def test_every_kind_of_work_has_its_flag(run):
    shown = run("time", "week", "--help").out
    for one in CATEGORIES:
        assert f"--{one} " in shown


def test_the_first_steps_of_the_plan_name_lines_that_work(run):
    named = [
        one for one in catalogue.load_milestones().templates if "medpivot time" in one.first_step
    ]
    assert len(named) >= 3
    assert run("time").code == 0
