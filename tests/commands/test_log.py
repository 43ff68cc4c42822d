"""`log`: entries come in, are shown, changed, taken out and summed up."""

import json
from datetime import date

import pytest

from conftest import TODAY
from medpivot.catalogue import load_vocabulary
from medpivot.domain.plan import Evidence
from medpivot.store import plans
from medpivot.store.activities import NAME
from medpivot.store.writing import writing
from store_examples import a_milestone, a_plan

LIST_KEYS = {
    *("id", "date", "title", "kind", "domain", "role", "setting", "reach", "levels", "learners"),
    *("contact_hours", "prep_hours", "rating", "energy", "quotes", "changed", "evidence"),
    "milestone",
}
FULL = (
    *("--kind", "small-group", "--on", "yesterday", "--role", "sole", "--setting", "Ward 5"),
    *("--reach", "local", "--level", "intern", "--level", "resident", "--learners", "7"),
    *("--hours", "0.75", "--prep", "1", "--rating", "8.1", "--raters", "9", "--scale", "9"),
    *("--before", "7.2", "--peer-mean", "7.9", "--energy", "-2", "--quote", "Good"),
    *("--quote", "Best", "--share-quotes", "--changed", "They ask first"),
)


@pytest.fixture
def add(run):
    """Log something and return it as JSON."""

    def add(title, *flags, kind="lecture"):
        result = run("log", "add", title, "--kind", kind, *flags, "--json")
        assert result.code == 0, result.err
        return json.loads(result.out)

    return add


def listed(run, *flags):
    return json.loads(run("log", "list", "--json", *flags).out)["activities"]


def test_title_and_kind_are_enough_and_the_day_is_echoed(run):
    result = run("log", "add", "Sepsis talk", "--kind", "lecture")
    assert (result.code, result.out) == (0, "")
    assert "Logged for Sunday 22 November 2026" in result.err
    assert "Lecture or talk (teaching)" in result.err


def test_every_flag_arrives_in_the_list(run):
    run("log", "add", "Blood gas", *FULL)
    (one,) = listed(run)
    assert set(one) == LIST_KEYS
    assert len(one.pop("id")) == 8
    assert one == {
        "date": "2026-11-21",
        "title": "Blood gas",
        "kind": "small-group",
        "domain": "teaching",
        "role": "sole",
        "setting": "Ward 5",
        "reach": "local",
        "levels": ["intern", "resident"],
        "learners": 7,
        "contact_hours": 0.75,
        "prep_hours": 1,
        "rating": {"mean": 8.1, "raters": 9, "scale": 9, "before": 7.2, "peer_mean": 7.9},
        "energy": -2,
        "quotes": [{"text": "Good", "shareable": True}, {"text": "Best", "shareable": True}],
        "changed": "They ask first",
        "evidence": None,
        "milestone": None,
    }


def test_everything_wrong_is_named_at_once_by_its_flag_and_nothing_is_kept(run, home):
    result = run(
        *("log", "add", "Bad", "--kind", "lecure", "--on", "5/12/2026", "--hours", "1:30"),
        *("--rating", "7", "--energy", "3", "--level", "inter", "--raters", "0"),
    )
    assert result.code == 2
    assert result.out == ""
    for flag in ("--kind", "--on", "--hours", "--rating", "--energy", "--level", "--raters"):
        assert f"  {flag}: " in result.err
    assert "did you mean lecture?" in result.err
    assert "try: medpivot log add --help" in result.err
    assert not home.exists()


def test_a_day_to_come_is_refused_with_the_reason(run):
    result = run("log", "add", "Talk", "--kind", "lecture", "--on", "tomorrow")
    assert result.code == 2
    assert "Monday 23 November 2026 is still to come" in result.err


def test_without_a_kind_and_a_terminal_the_kinds_are_named(run):
    result = run("log", "add", "Talk")
    assert result.code == 2
    assert "--kind is missing; the choices are lecture, " in result.err


def test_alone_without_a_terminal_it_names_the_command_that_needs_none(run):
    result = run("log")
    assert result.code == 2
    assert "medpivot log add" in result.err


def test_quotes_stay_private_unless_said_otherwise(add):
    one = add("Talk", "--quote", "Good")
    assert one["quotes"] == [{"text": "Good", "shareable": False}]


def test_a_quote_brings_one_line_about_names(run):
    assert "names a patient" in run("log", "add", "a", "--kind", "lecture", "--quote", "Good").err
    assert "names a patient" not in run("log", "add", "a", "--kind", "lecture").err


def test_a_path_that_leads_nowhere_is_kept_as_typed_with_a_warning(run, tmp_path):
    result = run("log", "add", "Talk", "--kind", "lecture", "--evidence", "~/no such/slides.pdf")
    assert result.code == 0
    assert "warning: nothing is at ~/no such/slides.pdf" in result.err
    assert listed(run)[0]["evidence"] == "~/no such/slides.pdf"
    (tmp_path / "slides.pdf").write_text("x")
    there = str(tmp_path / "slides.pdf")
    for evidence in (there, "https://example.org/slides"):
        assert (
            "warning" not in run("log", "add", "T", "--kind", "lecture", "--evidence", evidence).err
        )


HOSTILE = [
    "[bold]markup[/bold] [/] [link=file:///x]y[/link]",
    "\x1b[31mred\x1b]0;title\x07 \x00\x08\r bell",
    "\u202eright to left\u202c \u2066x\u2069",
    "\U0001f9d1\u200d\u2695\ufe0f 敗血症 Ärztin",
    "two\nlines\tand a tab",
    "x" * 10_240,
    "--not-a-flag",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_is_stored_as_typed_and_shown_harmlessly(run, text):
    args = ("--quote", text, "--changed", text, "--setting", text)
    result = run("log", "add", "--kind", "lecture", *args, "--", text)
    assert result.code == 0, result.err
    (one,) = listed(run)
    assert one["title"] == one["changed"] == one["setting"] == one["quotes"][0]["text"] == text
    for command in (("list",), ("list", "--plain"), ("show", one["id"]), ("summary",)):
        shown = run("log", *command)
        assert shown.code == 0
        for harmful in "\x1b\x00\x07\x08\r\u202e\u2066":
            assert harmful not in shown.out
            assert harmful not in shown.err
    assert len(run("log", "list", "--plain").out.splitlines()) == 1


def test_the_newest_twenty_are_shown_and_all_go_to_scripts(run, add):
    for number in range(22):
        add(f"Talk {number}", "--on", f"{number} days ago")
    screen = run("log", "list").out
    assert "Talk 19 " in screen
    assert "Talk 20 " not in screen
    assert "The newest 20 of 22" in screen
    assert len(listed(run)) == 22
    assert [one["title"] for one in listed(run, "--limit", "2")] == ["Talk 0", "Talk 1"]
    assert len(run("log", "list", "--plain").out.splitlines()) == 22
    assert "Talk 21" in run("log", "list", "--limit", "30").out
    assert run("log", "list", "--limit", "0").code == 2


def test_a_plain_line_has_six_words_and_the_title(run, add):
    one = add("Sepsis talk for interns", "--learners", "12", "--energy", "1")
    assert run("log", "list", "--plain").out == (
        f"{one['id']} 2026-11-22 lecture 12 - +1 Sepsis talk for interns\n"
    )


def test_an_empty_log_says_how_to_begin(run, home):
    for command in ("list", "summary"):
        assert "Nothing is logged yet" in run("log", command).out
    assert listed(run) == []
    assert run("log", "list", "--plain").out == ""
    assert json.loads(run("log", "summary", "--json").out)["count"] == 0
    assert not home.exists()


def test_an_entry_is_found_by_the_beginning_of_its_id(run, add):
    one = add("Talk")
    assert json.loads(run("log", "show", one["id"][:4], "--json").out) == one
    assert "Talk" in run("log", "show", one["id"][:4].upper()).out
    assert run("log", "show", one["id"][:3]).code == 1
    assert run("log", "show", "1111").code == 1


def test_an_edit_changes_what_is_typed_and_keeps_the_rest(run, add):
    one = add("Talk", "--level", "intern", "--energy", "1")
    result = run("log", "edit", one["id"][:4], "--level", "fellow", "--hours", "1.5", "--json")
    after = json.loads(result.out)
    assert after == {**one, "levels": ["intern", "fellow"], "contact_hours": 1.5}
    assert listed(run) == [after]
    assert "medpivot undo" in result.err


def test_an_edit_says_what_is_noted_now(run, add):
    one = add("Talk", "--energy", "1")
    result = run("log", "edit", one["id"], "--hours", "1.5", "--clear", "energy")
    assert "  hours: 1.5 contact, preparation not noted\n" in result.err
    assert "  energy: not noted\n" in result.err
    assert "kind:" not in result.err
    result = run("log", "edit", one["id"], "--quote", "Good", "--share-quotes")
    assert "  quotes: 1 kept, 1 to be shared\n" in result.err
    assert f"medpivot log edit {one['id']} --clear quote" in result.err


def test_a_student_is_told_the_levels_that_are_students_and_all_others(run):
    result = run("log", "add", "Talk", "--kind", "lecture", "--level", "student")
    said = " ".join(result.err.split())
    assert result.code == 2
    assert "did you mean preclinical-student or clinical-student" in said
    assert "The choices are preclinical-student, " in said
    assert "mean resident" not in said


def test_the_help_names_every_level(run):
    for command in ("add", "edit"):
        said = "".join(run("log", command, "--help").out.split())
        assert all(level in said for level in load_vocabulary().levels)


def test_the_help_of_edit_says_that_the_kind_stays(run):
    said = " ".join(run("log", "edit", "--help").out.split())
    assert "Left out, it stays." in said
    assert "you are asked" not in said
    assert "k3fa stands for the id of an entry of yours" in said


def test_a_rating_without_a_before_is_in_the_summary_for_scripts(run, add):
    one = add("Talk", "--rating", "4.5", "--raters", "9")
    impact = json.loads(run("log", "summary", "--json").out)["impact"]
    assert (impact["n"], impact["rated"], impact["compared"]) == (0, 1, [])
    assert impact["uncompared"][0]["id"] == one["id"]
    assert impact["uncompared"][0]["after"] == 4.5


def test_an_edit_can_take_back_and_rename(run, add):
    one = add("Talk", "--energy", "1")
    run("log", "edit", one["id"], "--clear", "energy", "--title", "Noon talk", "--on", "2 days ago")
    (after,) = listed(run)
    assert (after["energy"], after["title"], after["date"]) == (None, "Noon talk", "2026-11-20")


def test_an_edit_that_changes_nothing_writes_nothing(run, add, home):
    one = add("Talk", "--energy", "1")
    before = (home / NAME).read_bytes()
    result = run("log", "edit", one["id"], "--energy", "1")
    assert result.code == 0
    assert "Nothing changed" in result.err
    assert (home / NAME).read_bytes() == before


def test_a_refused_edit_leaves_the_entry_and_names_every_flag(run, add):
    one = add("Talk")
    result = run("log", "edit", one["id"], "--hours", "900", "--clear", "hour", "--kind", "lectur")
    assert result.code == 2
    assert all(flag in result.err for flag in ("--hours:", "--clear:", "--kind:"))
    assert listed(run) == [one]
    assert run("log", "edit", one["id"]).code == 2


def test_what_is_removed_comes_back_by_undo(run, add):
    first, second = add("One"), add("Two")
    result = run("log", "remove", first["id"][:4])
    assert 'Removed: "One"' in result.err
    assert listed(run) == [second]
    assert run("undo").code == 0
    assert {one["title"] for one in listed(run)} == {"One", "Two"}


def test_adding_and_editing_can_be_undone_and_redone(run, add):
    one = add("Talk")
    run("log", "edit", one["id"], "--energy", "2")
    run("undo")
    assert listed(run)[0]["energy"] is None
    run("undo", "--redo")
    assert listed(run)[0]["energy"] == 2
    run("undo")
    run("undo")
    assert listed(run) == []


def test_a_damaged_line_is_named_and_the_others_are_shown(run, add, home):
    add("One")
    with (home / NAME).open("ab") as file:
        file.write(b'{"v":1,"op":"put","id":"tr\n\xff\xfe\n')
    add("Two")
    before = (home / NAME).read_bytes()
    for command in (("list",), ("list", "--plain"), ("summary",)):
        result = run("log", *command)
        assert result.code == 0
        assert "activities.jsonl: line 2:" in result.err
        assert "activities.jsonl: line 3:" in result.err
    assert {one["title"] for one in listed(run)} == {"One", "Two"}
    assert (home / NAME).read_bytes() == before


def test_an_entry_that_is_not_found_may_stand_in_a_broken_line(run, add, home):
    add("One")
    with (home / NAME).open("ab") as file:
        file.write(b'{"v":1,"op":"put","id":"zzzzzzzz"\n')
    result = run("log", "show", "zzzz")
    assert result.code == 1
    assert "  activities.jsonl: line 2:" in result.err


def test_a_log_of_which_nothing_can_be_read_is_an_error(run, home):
    home.mkdir()
    (home / NAME).write_bytes(b"\x00\x01 nothing of ours\n")
    for command in (("list",), ("list", "--json"), ("summary", "--json")):
        result = run("log", *command)
        assert (result.code, result.out) == (1, "")
        assert "activities.jsonl" in result.err
        assert "try: " in result.err


def test_the_summary_answers_both_questions_with_their_numbers(run, add):
    for energy in (2, 1, 1):
        add("Talk", "--energy", str(energy), "--learners", "10", "--level", "intern")
    add("Clinic", "--energy", "-1", "--learners", "99", kind="clinic")
    add("Guide", "--rating", "4.5", "--raters", "3", "--before", "4", "--hours", "2", kind="guide")
    summary = json.loads(run("log", "summary", "--json").out)
    assert {"count", "hours", "learners", "by_domain", "by_level", "enjoyment", "impact"} <= (
        set(summary)
    )
    assert (summary["count"], summary["education"]) == (5, 4)
    assert (summary["learners"], summary["learners_n"]) == (30, 3)
    assert (summary["hours"], summary["hours_n"]) == (None, 0)
    assert (summary["other_hours"], summary["other_hours_n"]) == (2, 1)
    assert summary["by_domain"]["teaching"]["entries"] == 3
    assert summary["by_domain"]["mentoring"]["hours"] is None
    assert summary["by_level"]["intern"]["learners"] == 30
    enjoyment, impact = summary["enjoyment"], summary["impact"]
    assert (enjoyment["n"], enjoyment["mean"], enjoyment["trend"]) == (3, 1.33, None)
    assert enjoyment["everything_else"] == {"n": 1, "mean": -1}
    assert (impact["n"], impact["before"], impact["after"]) == (1, 4, 4.5)
    assert (impact["too_few"], impact["enough"]["n"]) == (1, 0)
    assert impact["compared"][0]["too_few"] is True
    screen = " ".join(run("log", "summary").out.split())
    assert "energy +1.3 on average over 3 entries" in screen
    assert "an impression, not a finding" in screen
    assert "too few" in screen


@pytest.fixture
def plan(home):
    """A plan with a milestone that one lecture proves, one that takes two, and one that is done."""
    milestones = (
        a_milestone("first-talk", evidence=Evidence(("lecture",), 1)),
        a_milestone("two-committees", title="Sit twice", evidence=Evidence(("committee",), 2)),
        a_milestone("old-talk", evidence=Evidence(("lecture",), 1), status="done", done_on=TODAY),
    )
    with writing(home, "plan new") as change:
        plans.save_new(change, home, a_plan(start=date(2026, 11, 1), milestones=milestones))


def test_a_fitting_activity_is_offered_to_the_milestone_it_may_finish(run, plan):
    result = run("log", "add", "Talk", "--kind", "lecture", "--on", "yesterday")
    assert "medpivot plan done first-talk --on 2026-11-21" in result.err
    assert "old-talk" not in result.err
    assert "plan done" not in run("log", "add", "Clinic", "--kind", "clinic").err


def test_a_milestone_is_offered_by_name_and_never_closed_by_itself(run, plan, home):
    before = plans.latest(home).data
    result = run("log", "add", "Met them", "--kind", "committee", "--milestone", "two-committees")
    assert 'counts toward "Sit twice"' in result.err
    result = run("log", "add", "Met them", "--kind", "guide", "--milestone", "first-talk")
    assert "medpivot plan done first-talk" in result.err
    assert plans.latest(home).data == before


def test_a_milestone_that_is_not_in_the_plan_is_refused(run, plan):
    result = run("log", "add", "Talk", "--kind", "lecture", "--milestone", "frist-talk")
    assert result.code == 2
    assert "did you mean first-talk" in result.err


def test_without_a_plan_a_milestone_is_kept_as_typed(run):
    result = run("log", "add", "Talk", "--kind", "lecture", "--milestone", "first-talk")
    assert result.code == 0
    assert "no plan" in result.err
    assert listed(run)[0]["milestone"] == "first-talk"


def test_a_broken_plan_does_not_keep_anybody_from_logging(run, home):
    home.mkdir()
    (home / "plan-2026-11-22.toml").write_bytes(b"not = [toml")
    assert run("log", "add", "Talk", "--kind", "lecture").code == 0


@pytest.mark.parametrize("command", ["", "add", "list", "show", "edit", "remove", "summary"])
def test_every_help_has_examples(run, command):
    result = run(*filter(None, ("log", command)), "--help")
    assert result.code == 0
    assert "Examples:\n    medpivot log" in result.out


def test_the_examples_of_add_work(run):
    help_text = run("log", "add", "--help").out
    import shlex

    lines = [one.strip() for one in help_text.splitlines() if "  medpivot log add" in one]
    assert len(lines) == 4
    for line in lines:
        result = run(*shlex.split(line)[1:])
        assert result.code == 0, result.err


def test_a_rating_without_raters_says_what_is_missing_to_make_it_evidence(run):
    alone = run("log", "add", "Blood gas", "--kind", "small-group", "--rating", "4.4")
    assert "A rating is evidence only with how many rated: medpivot log edit" in alone.err
    both = ("--rating", "4.4", "--raters", "9")
    assert "evidence only" not in run("log", "add", "Shock", "--kind", "small-group", *both).err


def test_a_kind_is_found_by_a_word_of_what_else_it_is_called(run):
    assert (
        "not a choice; did you mean bedside-teaching?"
        in run("log", "add", "Rounds", "--kind", "ward").err
    )
