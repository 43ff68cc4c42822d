"""The first screen: five lines for someone new, afterwards what comes next."""

import json
from datetime import timedelta
from pathlib import Path

from conftest import TODAY, Run
from medpivot import catalogue

SAMPLE = str(catalogue.data_folder() / "samples" / "hospitalist-students.toml")


def test_the_first_run_says_in_five_lines_what_this_is_and_how_to_start(run: Run) -> None:
    result = run()
    assert result.code == 0
    assert len(result.out.splitlines()) == 5
    assert "Nothing leaves this computer" in result.out
    assert "medpivot assess" in result.out
    assert all(len(line) <= 80 for line in result.out.splitlines())


def test_status_is_the_same_screen(run: Run) -> None:
    assert run("status").out == run().out


def test_after_the_questions_the_next_command_is_plan(run: Run) -> None:
    run("assess", "--answers", SAMPLE)
    assert "medpivot plan" in run().out


def test_with_a_plan_the_next_three_things_are_shown(run: Run) -> None:
    run("assess", "--answers", SAMPLE)
    run("plan", "new")
    shown = run().out
    data = json.loads(run("status", "--json").out)
    assert len(data["next"]) == 3
    assert all(one["title"] in " ".join(shown.split()) for one in data["next"])
    assert data["overdue"] == []
    assert data["progress"]["done"] == 0
    assert data["assessed"] == {"date": "2026-11-22", "weeks_since": 0}
    assert f"medpivot plan done {data['next'][0]['id']}" in shown


def test_after_weeks_away_it_names_what_to_plan_again_and_one_small_step(run: Run) -> None:
    run("assess", "--answers", SAMPLE)
    run("plan", "new")
    later = TODAY + timedelta(weeks=10)
    shown = run(today=later).out
    assert "Good that you are back" in shown
    assert "to plan again" in shown
    assert "medpivot plan replan" in shown
    assert json.loads(run("status", "--json", today=later).out)["overdue"]


def test_old_answers_are_worth_asking_for_again(run: Run) -> None:
    run("assess", "--answers", SAMPLE)
    weeks = catalogue.load_reminders().answers_weeks
    assert "worth asking again" not in run(today=TODAY + timedelta(weeks=weeks, days=-1)).out
    assert "worth asking again" in run(today=TODAY + timedelta(weeks=weeks)).out


def test_the_log_at_a_glance(run: Run) -> None:
    run("log", "add", "Noon conference", "--kind", "lecture", "--hours", "1", "--learners", "9")
    shown = run().out
    assert "1 entry" in shown
    assert "9 learners" in shown


def test_a_broken_plan_is_named_and_the_rest_still_shows(run: Run, home: Path) -> None:
    run("assess", "--answers", SAMPLE)
    run("plan", "new")
    (plan,) = home.glob("plan-*.toml")
    plan.write_text("schema = 1\nmonths = ", encoding="utf-8")
    result = run()
    assert result.code == 1
    assert "Where you stand" in result.out
    assert f"error: {plan.name} has a problem" in result.err
    assert "line 2" in result.err
    assert run("status", "--json").out == ""
    assert plan.read_text(encoding="utf-8") == "schema = 1\nmonths = "


def test_a_plan_that_cannot_be_read_is_not_called_none(run: Run, home: Path) -> None:
    run("assess", "--answers", SAMPLE)
    run("plan", "new")
    (plan,) = home.glob("plan-*.toml")
    whole = plan.read_text(encoding="utf-8").split("\n")
    (line, due) = next((n, one) for n, one in enumerate(whole, 1) if one.startswith("due = "))
    plan.write_text("\n".join(whole).replace(due, "due = 2026-12-99", 1), encoding="utf-8")
    result = run()
    shown = " ".join(result.out.split())
    reason = f"line {line}: 2026-12-99 is not a date"
    assert f"Next Your plan cannot be read: {plan.name}, {reason}." in shown
    assert "nothing in the plan is lost" in shown
    assert "into a plan" not in shown
    assert reason in result.err
    assert result.err.rstrip().endswith("the file is as you left it")


def test_an_unfinished_interview_is_offered_to_go_on(run: Run, home: Path) -> None:
    from medpivot.store.drafts import save_draft_answer

    save_draft_answer(home, "specialty", "Hospital medicine")
    asked = sum(1 for one in catalogue.load_interview().questions if not one.review_only)
    assert f"1 of {asked} are answered" in run().out.replace("\n", " ")


def test_half_way_through_no_command_says_that_there_is_nothing(run: Run, home: Path) -> None:
    from medpivot.store.drafts import save_draft_answer

    save_draft_answer(home, "specialty", "Hospital medicine")
    asked = sum(1 for one in catalogue.load_interview().questions if not one.review_only)
    for command in (["assess", "show"], ["assess", "compare"], ["plan"], ["plan", "list"]):
        result = run(*command)
        assert result.code == 1
        assert f"the questions are not finished, 1 of {asked} are answered and saved" in result.err
        assert "try: medpivot assess\n" in result.err


def test_a_question_broken_off_is_not_counted_and_the_answers_are_not_called_none(
    run: Run, home: Path
) -> None:
    from medpivot.store.drafts import save_draft_answer

    save_draft_answer(home, "specialty", "Hospital medicine")
    save_draft_answer(home, "dread", ["inbox"])
    save_draft_answer(home, "on-screen", "dread")
    shown = run().out
    assert "1 of " in shown
    assert "none yet" not in shown
    assert "not finished yet" in shown


def test_an_offer_with_things_to_settle_is_named_until_it_is_over(run: Run) -> None:
    run("assess", "--answers", SAMPLE)
    run(
        "jobs",
        "add",
        "Clerkship Director",
        "--at",
        "St. Mary's",
        "--pay",
        "200k",
        "--half-days",
        "8",
    )
    assert "offer" not in run().out
    run("jobs", "stage", "clerkship-director", "offer")
    run("jobs", "ask", "clerkship-director", "--answer", "must-have=no")
    shown = " ".join(run().out.split())
    assert "offer Clerkship Director, St. Mary's: 1 thing to settle, 1 of your wishes" in shown
    assert "medpivot jobs check clerkship-director" in shown
    (one,) = json.loads(run("status", "--json").out)["offers"]
    assert (one["id"], one["to_settle"], one["wishes_broken"]) == ("clerkship-director", 1, 1)
    run("jobs", "stage", "clerkship-director", "declined")
    assert json.loads(run("status", "--json").out)["offers"] == []


def test_an_offer_that_cannot_be_checked_does_not_hide_the_rest(run: Run, home: Path) -> None:
    run("jobs", "add", "APD", "--pay", "200k EUR", "--stage", "offer")
    (home / "money.toml").write_text('schema = 1\ncurrency = "USD"\n')
    result = run("status")
    assert result.code == 0
    assert "two currencies" in result.err
