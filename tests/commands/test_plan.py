"""`plan` as a person uses it: made, shown, changed, laid out again, and refused with the reason."""

import json
import shutil
import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest

from conftest import TODAY, Run
from medpivot import catalogue

SAMPLE = catalogue.data_folder() / "samples" / "hospitalist-students.toml"

KEYS = [
    "schema",
    "file",
    "created",
    "start",
    "months",
    "hours_per_week",
    "pace",
    "kind",
    "role",
    "route",
    "milestones",
    "overruns",
    "fits_with",
]
MILESTONE_KEYS = [
    "id",
    "title",
    "why",
    "phase",
    "start",
    "due",
    "window_end",
    "hours",
    "wait",
    "after",
    "status",
    "done_on",
    "late",
]


def once(name: str, home: Path, tmp_path_factory, *make) -> None:
    """Make the person's folder with these commands the first time, and copy it afterwards."""
    kept = tmp_path_factory.getbasetemp() / f"plan-tests-{name}"
    if kept.exists():
        shutil.copytree(kept, home)
        return
    for run, *command in make:
        assert run(*command).code == 0
    shutil.copytree(home, kept)


@pytest.fixture
def assessed(run: Run, home: Path, tmp_path_factory) -> Run:
    once("assessed", home, tmp_path_factory, (run, "assess", "--answers", str(SAMPLE)))
    return run


@pytest.fixture
def planned(run: Run, home: Path, tmp_path_factory) -> Run:
    once(
        "planned",
        home,
        tmp_path_factory,
        (run, "assess", "--answers", str(SAMPLE)),
        (run, "plan", "new", "--hours", "3"),
    )
    return run


def shown(run: Run, today: date = TODAY) -> dict:
    return json.loads(run("plan", "show", "--json", today=today).out)


def one(run: Run, milestone_id: str, today: date = TODAY) -> dict:
    return next(each for each in shown(run, today)["milestones"] if each["id"] == milestone_id)


def file_of(home: Path) -> Path:
    return max(home.glob("plan-*.toml"))


def test_without_answers_there_is_no_plan_and_the_way_to_one(run: Run) -> None:
    for command in (["plan"], ["plan", "--json"], ["plan", "new"], ["plan", "next"]):
        result = run(*command)
        assert (result.code, result.out) == (1, "")
        assert "try: medpivot assess" in result.err


def test_plan_makes_one_from_the_answers_says_so_and_can_be_taken_back(assessed: Run) -> None:
    result = assessed("plan")
    assert result.code == 0
    assert "no plan yet" in result.err
    assert "medpivot undo" in result.err
    assert result.out.splitlines()[1] == "Next"
    data = shown(assessed)
    assert (data["start"], data["months"], data["kind"]) == ("2026-11-22", 18, "full")
    assert assessed("undo").code == 0
    assert assessed("plan", "show").code == 1


def test_plan_never_makes_one_with_json(assessed: Run, home: Path) -> None:
    result = assessed("plan", "--json")
    assert (result.code, result.out) == (1, "")
    assert "try: medpivot plan" in result.err
    assert not [*home.glob("plan-*")]


def test_plan_shows_the_plan_there_is(planned: Run, home: Path) -> None:
    before = file_of(home).read_bytes()
    assert planned("plan").out == planned("plan", "show").out
    assert file_of(home).read_bytes() == before


def test_the_document_has_the_keys_scripts_rely_on(planned: Run, home: Path) -> None:
    data = json.loads(planned("plan", "--json").out)
    assert set(KEYS) <= set(data)
    assert data["file"] == str(file_of(home))
    assert data["pace"]["stated"] == 3
    assert data["fits_with"] == {"hours_per_week": None, "months": None}
    for milestone in data["milestones"]:
        assert set(MILESTONE_KEYS) <= set(milestone)
        assert milestone["late"] is False
        assert milestone["status"] == "open"


def test_on_a_screen_everything_fits_eighty_columns(planned: Run) -> None:
    for command in (["plan"], ["plan", "next"], ["plan", "list"]):
        assert all(len(line) <= 80 for line in planned(*command).out.splitlines())


def test_plain_lines_are_one_milestone_each(planned: Run) -> None:
    lines = planned("plan", "list", "--plain").out.splitlines()
    assert len(lines) == len(shown(planned)["milestones"])
    assert lines == planned("plan", "show", "--plain").out.splitlines()
    milestone_id, state, first, due, hours, *title = lines[0].split()
    assert state in ("now", "open")
    assert date.fromisoformat(first) < date.fromisoformat(due)
    assert float(hours) > 0
    assert title
    assert one(planned, milestone_id)["title"] == " ".join(title)


def test_list_as_json_is_the_milestones_by_due_day(planned: Run) -> None:
    data = json.loads(planned("plan", "list", "--json").out)
    dues = [each["due"] for each in data["milestones"]]
    assert dues == sorted(dues)


def test_new_takes_what_is_asked_for(assessed: Run) -> None:
    wishes = "--start 2027-01-04 --months 20 --hours 4 --role core-faculty --route local"
    assert assessed("plan", "new", *wishes.split()).code == 0
    data = shown(assessed)
    assert data["start"] == "2027-01-04"
    assert (data["months"], data["hours_per_week"]) == (20, 4)
    assert (data["role"], data["route"], data["kind"]) == ("core-faculty", "local", "full")
    assert any(each["phase"] == "4" for each in data["milestones"])


def test_new_says_the_start_it_understood(assessed: Run) -> None:
    result = assessed("plan", "new", "--start", "next monday")
    assert "next monday is Monday 23 November 2026." in result.err
    assert shown(assessed)["start"] == "2026-11-23"


def test_few_hours_make_a_test_plan_and_it_says_why(assessed: Run) -> None:
    result = assessed("plan", "new", "--hours", "1")
    assert "test plan" in result.err
    data = shown(assessed)
    assert data["kind"] == "test"
    assert data["overruns"] == []


def test_unknown_hours_are_two_and_it_says_so(run: Run, tmp_path: Path) -> None:
    text = SAMPLE.read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("hours-weekly")]
    path = tmp_path / "answers.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    run("assess", "--answers", str(path))
    assert "2 hours a week are assumed" in run("plan").err
    assert shown(run)["hours_per_week"] == 2


def test_a_second_plan_carries_over_what_is_done_and_leaves_the_first(
    planned: Run, home: Path
) -> None:
    planned("plan", "done", "past-teaching", "--note", "three talks")
    first = file_of(home).read_bytes()
    result = planned("plan", "new", "--months", "20")
    assert "1 milestone done" in result.err
    again = one(planned, "past-teaching")
    assert (again["status"], again["note"]) == ("done", "three talks")
    assert shown(planned)["months"] == 20
    assert shown(planned)["hours_per_week"] == 3
    assert (home / "plan-2026-11-22.toml").read_bytes() == first
    assert (
        file_of(home).name == "plan-2026-11-22-2.toml" or (home / "plan-2026-11-22-2.toml").exists()
    )


@pytest.mark.parametrize(
    ("wish", "code", "reason"),
    [
        (["--hours", "0"], 2, "0 hours a week"),
        (["--hours", "-2"], 2, "-2 hours a week"),
        (["--hours", "nan"], 2, "nan hours a week"),
        (["--months", "0"], 2, "not 0"),
        (["--months", "200"], 2, "not 200"),
        (["--start", "2026-13-01"], 2, "13 is no month"),
        (["--start", "2036-01-01"], 2, "two years"),
        (["--role", "clerkship-directer"], 1, "did you mean clerkship-director"),
        (["--route", "phd"], 2, "phd"),
        (["--kind", "long"], 2, "long"),
    ],
)
def test_what_cannot_be_planned_is_refused_with_the_reason(
    assessed: Run, home: Path, wish: list[str], code: int, reason: str
) -> None:
    result = assessed("plan", "new", *wish)
    assert (result.code, result.out) == (code, "")
    assert reason in result.err
    assert "try: " in result.err
    assert not [*home.glob("plan-*")]


def test_overruns_come_with_the_smallest_hours_and_months(assessed: Run) -> None:
    assert assessed("plan", "new", "--hours", "2", "--months", "18").code == 0
    data = shown(assessed)
    assert {"id", "due", "window_end", "days"} <= set(data["overruns"][0])
    fix = data["fits_with"]
    assert fix["hours_per_week"] == 2.5
    assert f"medpivot plan new --months {fix['months']}" in " ".join(assessed("plan").out.split())
    assert assessed("plan", "new", "--months", str(fix["months"])).code == 0
    assert shown(assessed)["overruns"] == []
    assert assessed("plan", "new", "--months", str(fix["months"] - 1)).code == 0
    assert shown(assessed)["overruns"]


def test_next_is_the_one_thing_with_its_first_step(planned: Run) -> None:
    data = json.loads(planned("plan", "next", "--json").out)
    first = data["next"][0]
    result = planned("plan", "next").out
    assert result.splitlines()[1] == "Next"
    assert first["title"] in result
    assert first["first_step"] in " ".join(result.split())
    assert data["away"] is False


def test_done_is_kept_and_the_next_thing_shown(planned: Run) -> None:
    first = json.loads(planned("plan", "next", "--json").out)["next"][0]["id"]
    result = planned("plan", "done", first, "--on", "yesterday", "--note", "in the ward")
    assert result.code == 0
    assert "yesterday is Saturday 21 November 2026." in result.err
    assert result.out.startswith("Next: ")
    assert first not in result.out
    done = one(planned, first)
    assert (done["status"], done["done_on"], done["note"]) == ("done", "2026-11-21", "in the ward")


def test_done_twice_keeps_the_first_day_and_says_so(planned: Run) -> None:
    planned("plan", "done", "past-teaching", "--on", "2026-11-20")
    result = planned("plan", "done", "past-teaching")
    assert result.code == 0
    assert "already done on 20 Nov 2026" in result.err
    assert one(planned, "past-teaching")["done_on"] == "2026-11-20"


def test_every_change_gives_one_document_when_asked(planned: Run) -> None:
    for command in (
        ["done", "past-teaching"],
        ["reopen", "past-teaching"],
        ["skip", "past-teaching", "--why", "no"],
        ["move", "portfolio", "2028-01-10"],
        ["note", "portfolio", "x"],
        ["remove", "search"],
        ["add", "Letters"],
        ["pause", "2027-01-01", "2027-01-07"],
        ["resume", "2027-01-04"],
        ["replan"],
    ):
        result = planned("plan", *command, "--json")
        assert result.code == 0, command
        assert {"schema", "file", "moved"} <= set(json.loads(result.out)), command


def test_an_unknown_milestone_is_named_with_the_nearest(planned: Run, home: Path) -> None:
    before = file_of(home).read_bytes()
    for command in (["done"], ["reopen"], ["remove"], ["skip", "--why", "x"]):
        result = planned("plan", command[0], "past-teching", *command[1:])
        assert (result.code, result.out) == (1, "")
        assert "did you mean past-teaching?" in result.err
    assert file_of(home).read_bytes() == before


def test_skip_needs_a_reason(planned: Run) -> None:
    assert planned("plan", "skip", "search").code == 2
    assert planned("plan", "skip", "search", "--why", "no postings").code == 0
    assert one(planned, "search")["skipped_why"] == "no postings"


def test_move_pins_the_date_and_says_what_moved(planned: Run) -> None:
    result = planned("plan", "move", "education-cv", "2028-02-01")
    assert result.code == 0
    moved = one(planned, "education-cv")
    assert (moved["due"], moved["pinned"]) == ("2028-02-01", True)
    assert "Moved with it: lines-that-travel" in result.err
    assert one(planned, "lines-that-travel")["start"] > "2028-02-01"


@pytest.mark.parametrize(
    ("command", "code", "reason"),
    [
        (["done", "portfolio", "--on", "2027-01-01"], 2, "still to come"),
        (["done", "portfolio", "--on", "soonish"], 2, "is not a date"),
        (["move", "portfolio", "2026-11-01"], 1, "before the plan starts"),
        (["move", "does-this-give-energy", "2026-11-29"], 1, "what it waits for"),
        (["move", "portfolio", "04/05/2027"], 2, "two ways"),
        (["pause", "2027-02-01", "2027-01-01"], 2, "before it begins"),
        (["add", ""], 2, "needs a title"),
        (["add", "x", "--hours", "0"], 2, "0 hours"),
        (["add", "x", "--after", "nothing-like-it"], 1, "no milestone"),
        (["replan", "--hours", "0"], 2, "0 hours"),
        (["resume"], 1, "there is no pause on 22 Nov 2026"),
    ],
)
def test_what_cannot_be_changed_so_is_refused_with_the_reason(
    planned: Run, home: Path, command: list[str], code: int, reason: str
) -> None:
    before = file_of(home).read_bytes()
    result = planned("plan", *command)
    assert (result.code, result.out) == (code, "")
    assert reason in result.err
    assert file_of(home).read_bytes() == before


def test_a_milestone_of_one_s_own_is_planned_with_the_others(planned: Run) -> None:
    result = planned("plan", "add", "Thank the team", "--hours", "1", "--due", "2027-03-01")
    assert "added as thank-the-team, due 1 Mar 2027" in result.err
    assert one(planned, "thank-the-team")["own"] is True
    assert "Added by you" in planned("plan").out


def test_a_pause_moves_what_follows(planned: Run) -> None:
    before = one(planned, "portfolio")["due"]
    assert planned("plan", "pause", "2026-12-20", "2027-01-02").code == 0
    days = date.fromisoformat(one(planned, "portfolio")["due"]) - date.fromisoformat(before)
    assert days == timedelta(days=14)
    assert "Paused from 20 Dec 2026 to 2 Jan 2027" in planned("plan").out


def test_replan_after_some_weeks_uses_the_real_pace(planned: Run) -> None:
    later = TODAY + timedelta(weeks=6)
    planned("plan", "done", "past-teaching")
    late = [each["id"] for each in shown(planned, later)["milestones"] if each["late"]]
    assert f"{len(late)} to plan again" in planned("plan", today=later).out
    result = planned("plan", "replan", today=later)
    assert "at 3 hours a week, the hours of your plan" in result.err
    assert "So far it came to 0.16 hours a week" in result.err
    assert "medpivot undo" in result.err
    data = shown(planned, later)
    assert not any(each["late"] for each in data["milestones"])
    assert min(each["start"] for each in data["milestones"] if each["status"] == "open") == str(
        later
    )
    assert data["pace"]["real"] == pytest.approx(1 / (43 / 7), abs=0.01)
    planned("plan", "replan", "--hours", "3", today=later)
    assert shown(planned, later)["overruns"] == []


def test_hours_stated_anew_are_told_of_and_taken(planned: Run) -> None:
    said = planned("assess", "--set", "hours-weekly=6").err
    assert "Your plan has 3 hours a week and you now say 6: medpivot plan replan" in said
    result = planned("plan", "replan")
    assert "at 6 hours a week, the hours you stated on 22 Nov 2026, after the plan" in result.err
    assert shown(planned)["hours_per_week"] == 6
    assert "6 hours a week, the hours of your plan: 0 due dates" in planned("plan", "replan").err


def test_hours_given_to_replan_outlast_what_was_stated_before_them(planned: Run) -> None:
    planned("assess", "--set", "hours-weekly=6")
    assert "at 4 hours a week, as you say" in planned("plan", "replan", "--hours", "4").err
    assert "at 4 hours a week, the hours of your plan" in planned("plan", "replan").err
    again = planned("assess", "--set", "hours-weekly=5", today=TODAY + timedelta(days=1))
    assert "Your plan has 4 hours a week and you now say 5" in again.err


def test_answers_that_change_nothing_of_the_plan_are_silent_about_it(planned: Run) -> None:
    for setting in ("specialty=geriatrics", "hours-weekly=2.5"):
        assert "Your plan" not in planned("assess", "--set", setting).err
    assert "Your plan" not in planned("assess", "--set", "hours-weekly=6", "--no-save").err


def test_another_kind_of_plan_or_another_role_is_told_of(planned: Run) -> None:
    said = planned("assess", "--set", "hard-work=no").err
    assert "is a full plan and your answers now lead to a test plan" in said
    assert said.rstrip().endswith("medpivot plan new")


def test_replan_says_which_thing_comes_first_now(planned: Run) -> None:
    first = json.loads(planned("plan", "next", "--json").out)["next"][0]["id"]
    result = planned("plan", "replan", "--hours", "1")
    now = json.loads(planned("plan", "next", "--json").out)["next"][0]["id"]
    assert ("Next is now" in result.err) == (first != now)


def test_what_the_log_proves_is_offered_and_never_marked(planned: Run) -> None:
    planned("log", "add", "Noon conference", "--kind", "lecture", "--milestone", "recurring-talk")
    assert "recurring-talk" in json.loads(planned("plan", "next", "--json").out)["offered"]
    assert "Perhaps finished, says your log" in planned("plan").out
    assert one(planned, "recurring-talk")["status"] == "open"


def test_only_a_week_written_down_proves_that_the_week_was_written_down(planned: Run) -> None:
    def offered() -> list[str]:
        return json.loads(planned("plan", "next", "--json").out)["offered"]

    planned("time", "add", "--promised", "8", "--delivered", "5")
    planned("time", "week", "wanted", "--patients", "20")
    assert "week-as-it-is" not in offered()
    planned("time", "week", "actual", "--patients", "40")
    assert "week-as-it-is" in offered()


def test_comments_and_unknown_keys_survive_every_command(planned: Run, home: Path) -> None:
    path = file_of(home)
    text = path.read_text("utf-8").replace(
        "[milestone.past-teaching]",
        '# ask Lee first\n[milestone.past-teaching] # here\nmood = "ok"\nhour = 3',
    )
    path.write_text("# my plan\n" + text, encoding="utf-8")
    for command in (
        ["done", "past-teaching"],
        ["move", "portfolio", "2028-01-10"],
        ["add", "Letters"],
        ["pause", "2027-02-01", "2027-02-07"],
        ["replan"],
        ["remove", "search"],
    ):
        result = planned("plan", *command)
        assert result.code == 0, result.err
        assert "mood" not in result.err
        assert "hour is not a known key; it is kept. Did you mean hours?" in result.err
    after = path.read_text("utf-8")
    assert after.startswith("# my plan\n")
    assert "# ask Lee first\n[milestone.past-teaching] # here" in after
    table = tomllib.loads(after)
    assert table["milestone"]["past-teaching"]["mood"] == "ok"
    assert table["milestone"]["past-teaching"]["status"] == "done"
    assert table["milestone"]["search"]["status"] == "removed"


def test_a_plan_whose_milestones_wait_in_a_circle_is_refused_and_left(
    planned: Run, home: Path
) -> None:
    path = file_of(home)
    text = path.read_text("utf-8")
    broken = text.replace(
        "[milestone.past-teaching]", '[milestone.past-teaching]\nafter = ["past-teaching"]', 1
    )
    path.write_text(broken, encoding="utf-8")
    result = planned("plan")
    assert (result.code, result.out) == (1, "")
    assert "past-teaching" in result.err
    assert "depends on itself" in result.err
    assert path.read_text("utf-8") == broken


def test_odd_text_is_stored_as_typed_and_shown_harmlessly(planned: Run) -> None:
    typed = "[red]x[/red] \x1b[2J \u202eabc \U0001f600 " + "long " * 2000
    assert planned("plan", "add", typed, "--hours", "1").code == 0
    assert planned("plan", "note", "portfolio", typed).code == 0
    assert one(planned, "portfolio")["note"] == typed
    own = next(each for each in shown(planned)["milestones"] if each["own"])
    assert own["title"] == typed
    for command in (["plan"], ["plan", "list"], ["plan", "list", "--plain"]):
        result = planned(*command)
        assert not {"\x1b", "\u202e"} & set(result.out + result.err)


def test_options_before_a_subcommand_are_told_where_to_stand(planned: Run) -> None:
    result = planned("plan", "--json", "next")
    assert result.code == 2
    assert "medpivot plan next --help" in result.err


@pytest.mark.parametrize(
    "command",
    [
        "new",
        "show",
        "next",
        "list",
        "done",
        "skip",
        "reopen",
        "move",
        "add",
        "remove",
        "note",
        "replan",
        "pause",
        "resume",
    ],
)
def test_every_help_has_an_example_that_begins_with_the_command(run: Run, command: str) -> None:
    result = run("plan", command, "--help")
    assert result.code == 0
    assert f"medpivot plan {command}" in result.out.split("Examples:")[1]


def test_answers_that_say_test_first_get_a_test_plan_and_the_way_to_the_long_one(run: Run) -> None:
    sample = catalogue.data_folder() / "samples" / "psychiatrist-same-pay.toml"
    run("assess", "--answers", str(sample))
    result = run("plan")
    assert "your answers say: test first" in result.err
    assert "medpivot plan new --kind full" in result.err
    data = shown(run)
    assert data["kind"] == "test"
    assert not {"apply", "interviews"} & {each["id"] for each in data["milestones"]}
    assert run("plan", "new", "--kind", "full").code == 0
    assert shown(run)["kind"] == "full"


def test_a_plan_that_does_not_fit_eighteen_months_takes_the_fewest_that_hold_it(
    assessed: Run,
) -> None:
    result = assessed("plan", "new", "--hours", "2")
    data = shown(assessed)
    assert data["overruns"] == []
    assert 18 < data["months"] <= 24
    assert f"the plan has {data['months']}, the fewest that hold it" in result.err
    assessed("plan", "new", "--hours", "2", "--months", str(data["months"] - 1))
    assert shown(assessed)["overruns"]
    assert assessed("plan", "new", "--hours", "3").code == 0
    assert shown(assessed)["months"] == 18


def test_one_milestone_is_shown_by_its_id(planned: Run) -> None:
    result = planned("plan", "show", "past-teaching")
    whole = one(planned, "past-teaching")
    said = " ".join(result.out.split())
    assert whole["title"] in said
    assert whole["why"] in said
    assert whole["first_step"] in said
    document = json.loads(planned("plan", "show", "past-teaching", "--json").out)
    assert document["milestone"] == whole
    assert planned("plan", "show", "past-teaching", "--plain").out.startswith("past-teaching ")
    wrong = planned("plan", "show", "past-teching")
    assert (wrong.code, wrong.out) == (1, "")
    assert "did you mean past-teaching?" in wrong.err


def test_a_pause_is_seen_everywhere_and_can_be_ended_early(planned: Run) -> None:
    before = one(planned, "portfolio")["due"]
    result = planned("plan", "pause", "today", "2026-12-31")
    assert "40 days more without work" in result.err
    assert "the plan now ends on" in result.err
    in_it = TODAY + timedelta(days=10)
    for command in ([], ["status"], ["plan"], ["plan", "next"]):
        shown_then = planned(*command, today=in_it).out
        assert "Paused until 31 Dec 2026" in shown_then, command
        assert "Tonight" not in shown_then, command
    assert json.loads(planned("status", "--json", today=in_it).out)["pause"] == {
        "first": "2026-11-22",
        "last": "2026-12-31",
    }
    assert planned("plan", "resume", today=in_it).code == 0
    assert "Paused until" not in planned("plan", "next", today=in_it).out
    days = date.fromisoformat(one(planned, "portfolio")["due"]) - date.fromisoformat(before)
    assert days == timedelta(days=10)
    planned("undo", today=in_it)
    assert "Paused until 31 Dec 2026" in planned("plan", "next", today=in_it).out


def test_a_pause_still_to_come_is_told_and_the_next_thing_stands_first(planned: Run) -> None:
    assert planned("plan", "pause", "2027-03-01", "2027-03-10").code == 0
    assert "set from 1 Mar 2027 to 10 Mar 2027" in planned().out
    shown_next = planned("plan", "next").out
    assert "A pause is set, from 1 Mar 2027 to 10 Mar 2027" in shown_next
    for screen in (shown_next, planned("plan").out):
        assert screen.splitlines()[1] == "Next"


def test_done_says_how_to_take_it_back(planned: Run) -> None:
    result = planned("plan", "done", "past-teaching")
    assert "medpivot plan reopen past-teaching" in result.err
    assert planned("plan", "reopen", "past-teaching").code == 0
    assert one(planned, "past-teaching")["status"] == "open"


def test_an_offer_on_the_table_comes_before_the_dates_of_the_plan(planned: Run) -> None:
    planned("jobs", "add", "APD", "--half-days", "8", "--education", "0.4", "--fte", "1")
    said, command = "An offer comes before these dates. APD: ", "medpivot jobs check apd"
    for line in (("plan",), ("plan", "show"), ("plan", "next")):
        assert "offer" not in planned(*line).out.splitlines()[0]
    planned("jobs", "stage", "apd", "offer")
    for line in (("plan",), ("plan", "show"), ("plan", "next")):
        shown = " ".join(planned(*line).out.split())
        assert shown.startswith(said)
        assert command in shown
        assert json.loads(planned(*line, "--json").out)["schema"] == 1
    assert said not in planned("plan", "done", "past-teaching").out
    planned("jobs", "stage", "apd", "declined")
    assert said not in planned("plan").out


def test_jobs_that_cannot_be_read_do_not_hide_the_plan(planned: Run, home: Path) -> None:
    (home / "jobs.toml").write_text('schema = 1\n[job.apd]\nstage = "offer"\npay = -3\n')
    result = planned("plan", "next")
    assert result.code == 0
    assert "first step" in result.out
    assert "the plan is shown without your offers" in result.err
