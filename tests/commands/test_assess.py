import json
import tomllib
from datetime import date

import pytest

from medpivot import catalogue

SAMPLE = "hospitalist-students"

CONTRACT = {
    "": "schema date answered verdict not_now profile wants roles alternatives stability tests",
    "answered": "given of",
    "verdict": "id reasons",
    "profile": "drains energisers words",
    "wants.clinical": "level direction weight because",
    "roles.0": "id title fit contributions p_first p_top_two tied blockers lifts keeps adds for "
    "against ready",
    "roles.0.blockers.0": "id state change",
    "alternatives.0": "id title for against",
    "stability": "label flips",
}
"""The keys that scripts may rely on, by the place where they stand."""


def sample_bytes(sample_id=SAMPLE):
    return catalogue.sample_path(sample_id).read_bytes()


@pytest.fixture
def file(tmp_path):
    """The answers of a sample person, as a file of one's own."""
    path = tmp_path / "answers.toml"
    path.write_bytes(sample_bytes())
    return path


def answers_file(tmp_path, *lines):
    path = tmp_path / "mine.toml"
    path.write_text("\n".join(["schema = 1", "[answers]", *lines]) + "\n")
    return str(path)


def saved(home, name="assessment-2026-11-22.toml"):
    return tomllib.loads((home / name).read_text(encoding="utf-8"))


def at(document, place):
    for key in place.split(".") if place else ():
        document = document[int(key) if key.isdigit() else key]
    return document


# ------------------------------------------------------------------------------ answers from a file


@pytest.mark.parametrize("place", CONTRACT)
def test_the_document_has_the_keys_scripts_rely_on(run, file, place):
    document = json.loads(run("assess", "--answers", str(file), "--no-save", "--json").out)
    assert set(CONTRACT[place].split()) <= set(at(document, place))


def test_the_document_can_be_read_back_from_the_saved_answers(run, file):
    first = run("assess", "--answers", str(file), "--json")
    assert first.code == 0
    assert json.loads(run("assess", "show", "--json").out) == json.loads(first.out)


def test_whoever_answers_nothing_is_not_sent_to_a_plan_that_cannot_be_made(run, home, tmp_path):
    path = answers_file(tmp_path)
    result = run("assess", "--answers", path)
    assert "medpivot plan" not in result.out
    assert "Nothing was answered, so nothing is kept." in result.err
    assert not list(home.glob("assessment*"))


def test_without_saving_nothing_at_all_is_made(run, home, file):
    assert run("assess", "--answers", str(file), "--no-save", "--json").err == ""
    assert not home.exists()


def test_the_answers_are_saved_with_what_is_needed_for_comparing(run, home, file):
    result = run("assess", "--answers", str(file))
    assert result.code == 0
    assert "Saved as assessment-2026-11-22.toml" in result.err
    table = saved(home)
    assert table["schema"] == 1
    assert table["date"] == date(2026, 11, 22)
    assert table["catalogue"] == catalogue.catalogue_hash()
    assert table["answers"] == tomllib.loads(file.read_text())["answers"]
    assert set(table["snapshot"]) == {"verdict", "given", "of", "first", "fits"}


def test_the_screen_fits_eighty_columns(run, file):
    out = run("assess", "--answers", str(file), "--no-save").out
    assert max(len(line) for line in out.splitlines()) <= 80


def test_answers_come_from_standard_input_too(run, file):
    given = run("assess", "--answers", "-", "--no-save", "--json", stdin=sample_bytes().decode())
    assert json.loads(given.out)["answered"]["given"] > 20


def test_what_a_file_leaves_out_is_unknown(run, tmp_path):
    path = answers_file(tmp_path, "hours-weekly = 3")
    document = json.loads(run("assess", "--answers", path, "--no-save", "--json").out)
    assert document["answered"]["given"] == 1
    assert document["verdict"]["headline"] == "too-little-said"
    assert document["wants"]["design"]["level"] is None


def test_everything_wrong_with_a_file_is_said_at_once(run, home, tmp_path):
    path = answers_file(
        tmp_path,
        'dread = ["inbx", "inbox"]',
        "hours-now = 400",
        'settings = "academic"',
        'energy = ["nothing", "mentoring"]',
        'dread-most = "call-pager"',
    )
    before = (tmp_path / "mine.toml").read_bytes()
    result = run("assess", "--answers", path, "--json")
    assert (result.code, result.out) == (1, "")
    for words in ("did you mean inbox?", "line 4", "outside 0 to 168", "setting?", "excludes"):
        assert words in result.err
    assert (tmp_path / "mine.toml").read_bytes() == before
    assert not home.exists()


@pytest.mark.parametrize(
    "data", [b"", b"\x00\xff\xfe", b"schema = 1\n[answers", b"schema = 99\n[answers]\n"]
)
def test_a_broken_file_is_named_and_left_alone(run, tmp_path, data):
    path = tmp_path / "mine.toml"
    path.write_bytes(data)
    result = run("assess", "--answers", str(path))
    assert (result.code, result.out) == (1, "")
    assert "mine.toml" in result.err
    assert "try:" in result.err
    assert path.read_bytes() == data


@pytest.mark.parametrize("name", ["nowhere.toml", "."])
def test_a_file_that_is_none_is_said_so(run, name):
    result = run("assess", "--answers", name)
    assert result.code == 1
    assert name in result.err


def test_the_order_of_the_file_changes_nothing(run, tmp_path):
    lines = ["hours-weekly = 3", 'dread = ["inbox"]', "clinical-wanted = 40", "schedule = 3"]
    outs = {
        run("assess", "--answers", answers_file(tmp_path, *order), "--no-save", "--json").out
        for order in (lines, lines[::-1])
    }
    assert len(outs) == 1


@pytest.mark.parametrize(("level", "begins"), [(5, "intro"), (4, "quiet_intro"), (3, None)])
def test_where_to_turn_comes_before_the_result(run, tmp_path, level, begins):
    path = answers_file(tmp_path, f"burnout-level = {level}")
    out = " ".join(run("assess", "--answers", path, "--no-save").out.split())
    content = catalogue.load_support()
    for form in ("intro", "quiet_intro"):
        assert out.startswith(getattr(content, form)[:60]) is (form == begins)


# ------------------------------------------------------------------------------ single answers


def test_one_answer_is_set_over_the_latest_ones(run, home, file):
    run("assess", "--answers", str(file))
    result = run("assess", "--set", "hours-weekly=5", "--set", "income-now=300k")
    assert result.code == 0
    old, new = saved(home), saved(home, "assessment-2026-11-22-2.toml")
    changed = {key for key, value in new["answers"].items() if old["answers"][key] != value}
    assert changed == {"hours-weekly", "income-now"}
    assert new["answers"]["income-now"] == 300_000


def test_one_answer_is_set_over_those_of_a_file(run, home, file):
    run("assess", "--answers", str(file), "--set", "dread=inbox,call-pager")
    assert saved(home)["answers"]["dread"] == ["inbox", "call-pager"]


def test_an_answer_that_no_longer_fits_is_taken_back_and_said(run, home, file):
    run("assess", "--answers", str(file))
    result = run("assess", "--set", "dread=inbox")
    assert "dread-most" in result.err
    assert "dread-most" not in saved(home, "assessment-2026-11-22-2.toml")["answers"]


def test_settings_that_do_not_hold_are_all_listed(run, home):
    result = run("assess", "--set", "dread=inbx", "--set", "hours=3", "--set", "schedule=9")
    assert (result.code, result.out) == (2, "")
    for words in ("did you mean inbox?", "there is no such question", "outside 0 to 4"):
        assert words in result.err
    assert not home.exists()


def test_a_level_in_a_file_is_kept_and_it_says_so(run):
    said = run("assess", "--answers", str(catalogue.sample_path("family-physician-exhausted"))).err
    assert "Your burnout level is in it, as in your file." in said
    assert "burnout level" not in run("assess", "--set", "hours-weekly=3").err


def test_answers_that_say_the_same_make_no_second_file(run, home):
    given = ("assess", "--answers", str(catalogue.sample_path("hospitalist-students")))
    run(*given)
    for again in (
        given,
        ("assess", "--set", "hours-weekly=3"),
        ("assess", "--set", "hours-weekly=3"),
    ):
        said = run(*again).err
    assert "Nothing differs from assessment-2026-11-22-2.toml" in said
    assert len(list(home.glob("assessment-*"))) == 2
    assert "Saved as assessment-2026-12-22.toml" in run(*given, today=date(2026, 12, 22)).err


def test_the_burnout_level_is_not_taken_from_the_command_line(run):
    result = run("assess", "--set", "burnout-level=4")
    assert result.code == 2
    assert "history of your shell" in result.err
    assert "try: medpivot assess --ask burnout-level" in result.err


@pytest.mark.parametrize("wrong", [["--set", "dread"], ["--set", "a=1", "--set", "a=2"]])
def test_a_setting_without_a_value_or_twice_is_a_usage_problem(run, wrong):
    assert run("assess", *wrong).code == 2


def test_blank_forgets_the_latest_answers(run, home, file):
    run("assess", "--answers", str(file))
    run("assess", "--blank", "--set", "hours-weekly=5")
    assert saved(home, "assessment-2026-11-22-2.toml")["answers"] == {"hours-weekly": 5}


# ------------------------------------------------------------------------------ nobody to ask


@pytest.mark.parametrize("args", [[], ["--json"], ["--ask", "dread"], ["--no-save"]])
def test_without_a_terminal_nothing_is_asked_and_the_flags_are_named(run, home, args):
    result = run("assess", *args)
    assert (result.code, result.out) == (2, "")
    for flag in ("--answers FILE", "--set ID=VALUE", "try:"):
        assert flag in result.err
    assert not home.exists()


def test_asking_for_an_unknown_question_names_the_nearest(run):
    result = run("assess", "--ask", "dred")
    assert result.code == 1
    assert "did you mean dread" in result.err


@pytest.mark.parametrize(
    ("word", "named"), [("moving", "relocate"), ("training", "training"), ("pager", "dread")]
)
def test_a_question_asked_for_by_a_word_of_it_is_named(run, word, named):
    result = run("assess", "--ask", f"{word}s" if word == named else word)
    assert result.code == 1
    assert f"did you mean {named}?" in result.err


def test_options_before_a_subcommand_are_not_lost_in_silence(run):
    result = run("assess", "--json", "show")
    assert result.code == 2
    assert "medpivot assess show" in result.err


# ------------------------------------------------------------------------------ earlier results


def test_an_earlier_result_is_shown_by_day_name_or_path(run, home, file):
    run("assess", "--answers", str(file), today=date(2026, 11, 1))
    run("assess", "--set", "schedule=0")
    dates = [
        json.loads(run("assess", "show", *which, "--json").out)["date"]
        for which in (
            [],
            ["2026-11-01"],
            ["assessment-2026-11-01.toml"],
            [str(home / "assessment-2026-11-01.toml")],
        )
    ]
    assert dates == ["2026-11-22", "2026-11-01", "2026-11-01", "2026-11-01"]


def test_of_two_on_one_day_the_later_is_shown_and_both_can_be_named(run, file):
    run("assess", "--answers", str(file))
    run("assess", "--set", "hours-weekly=")
    counts = [
        json.loads(run("assess", "show", which, "--json").out)["answered"]["given"]
        for which in ("2026-11-22", "2026-11-22-2", "assessment-2026-11-22")
    ]
    assert counts[0] == counts[1] == counts[2] - 1


def test_a_day_without_a_result_is_met_with_the_nearest(run, file):
    run("assess", "--answers", str(file))
    result = run("assess", "show", "2026-11-23")
    assert (result.code, result.out) == (1, "")
    assert "did you mean 2026-11-22?" in result.err


def test_a_changed_catalogue_is_said(run, home, file):
    run("assess", "--answers", str(file))
    path = home / "assessment-2026-11-22.toml"
    path.write_text(path.read_text().replace(catalogue.catalogue_hash(), "0" * 12))
    assert "have changed since" in run("assess", "show").err


@pytest.mark.parametrize("command", [["show"], ["compare"]])
def test_before_the_first_assessment_the_way_to_it_is_named(run, home, command):
    result = run("assess", *command)
    assert (result.code, result.out) == (1, "")
    assert "try: medpivot assess" in result.err
    assert not home.exists()


def test_the_list_has_the_newest_first(run, file):
    run("assess", "--answers", str(file), today=date(2026, 11, 1))
    run("assess", "--set", "hard-work=no")
    lines = run("assess", "list", "--plain").out.splitlines()
    assert [line.split()[1] for line in lines] == ["2026-11-22", "2026-11-01"]
    assert "another-change" in lines[0]
    document = json.loads(run("assess", "list", "--json").out)
    assert [one["file"] for one in document["assessments"]] == [line.split()[0] for line in lines]
    screen = run("assess", "list").out
    assert screen.index("2026-11-22") < screen.index("2026-11-01")


def test_an_empty_list_is_no_error(run):
    assert "medpivot assess" in run("assess", "list").out
    assert json.loads(run("assess", "list", "--json").out)["assessments"] == []
    assert run("assess", "list", "--plain").out == ""


def test_one_damaged_file_does_not_hide_the_others(run, home, file):
    run("assess", "--answers", str(file))
    (home / "assessment-2026-11-20.toml").write_text("schema = 1\n[answers")
    result = run("assess", "list", "--json")
    newest, damaged = json.loads(result.out)["assessments"]
    assert newest["problem"] is None
    assert "assessment-2026-11-20.toml" in damaged["problem"]
    assert "assessment-2026-11-20.toml" in run("assess", "list").out


def test_this_time_is_compared_with_last_time(run, file):
    run("assess", "--answers", str(file), today=date(2026, 10, 1))
    run("assess", "--set", "schedule=0", "--set", "hard-work=no", today=date(2026, 11, 1))
    screen = run("assess", "compare")
    assert screen.code == 0
    for words in ("2026-10-01", "2026-11-01"):
        assert words in screen.out
    document = json.loads(run("assess", "compare", "--json").out)
    assert document["new_verdict"] is True
    assert {one["question"] for one in document["answers"]} == {"schedule", "hard-work"}


def test_one_assessment_cannot_be_compared(run, file):
    run("assess", "--answers", str(file))
    result = run("assess", "compare")
    assert (result.code, result.out) == (1, "")
    assert "only one assessment" in result.err


# ------------------------------------------------------------------------------ saving


def test_an_assessment_before_the_latest_is_refused_but_its_result_is_shown(run, file):
    run("assess", "--answers", str(file))
    result = run("assess", "--answers", str(file), today=date(2026, 1, 1))
    assert result.code == 1
    assert "later day" in result.err
    assert "Roles" in result.out
    assert run("assess", "--answers", str(file), "--json", today=date(2026, 1, 1)).out == ""


def test_saving_can_be_undone_and_redone(run, home, file):
    run("assess", "--answers", str(file))
    assert run("undo").code == 0
    assert not (home / "assessment-2026-11-22.toml").exists()
    assert run("undo", "--redo").code == 0
    assert (home / "assessment-2026-11-22.toml").exists()


def test_words_a_person_typed_are_kept_as_they_are_and_shown_harmlessly(run, home, tmp_path):
    typed = "[/bold] \x1b[2J \u202e r\u00e9sum\u00e9 \U0001fac0 " + "long " * 2000
    path = tmp_path / "mine.toml"
    text = json.dumps(typed, ensure_ascii=True).replace("\\ud83e\\udec0", "\\U0001FAC0")
    path.write_text(f"schema = 1\n[answers]\ndread-words = {text}\n")
    result = run("assess", "--answers", str(path))
    assert result.code == 0
    assert saved(home)["answers"]["dread-words"] == typed
    assert "\x1b[2J" not in result.out
    assert "\u202e" not in result.out
