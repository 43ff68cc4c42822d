import json

import pytest

from golden import Golden, golden  # noqa: F401
from medpivot import catalogue
from medpivot.commands.training_decision import route_for_plan
from medpivot.domain.answers import Answers

HOSTILE = "[bold]Ann\x1b[31m\u202e\U0001f600 " + "x" * 300


def assessed(run, tmp_path, sample="hospitalist-students", **changes):
    text = (catalogue.data_folder() / "samples" / f"{sample}.toml").read_text()
    for name, value in changes.items():
        question = name.replace("_", "-")
        lines = [line for line in text.splitlines() if not line.startswith(f"{question} =")]
        text = "\n".join([*lines, f'{question} = "{value}"'])
    path = tmp_path / "answers.toml"
    path.write_text(text)
    assert run("assess", "--answers", str(path), "--json").code == 0


def document(run, *args):
    return json.loads(run("training", *args, "--json").out)


def squeezed(text):
    return " ".join(text.split())


@pytest.fixture
def two(run):
    """Two programs under consideration."""
    first = ("--route", "masters", "--cost", "28,000", "--currency", "USD", "--months", "30")
    assert run("training", "add", "MHPE", *first, "--hours", "8", "--fte", "0.2").code == 0
    second = ("--route", "fellowship-post", "--cost", "0", "--fte", "100%", "--pay", "95k")
    assert run("training", "add", "A fellowship", *second, "--months", "12").code == 0
    return run


def test_the_document_looks_as_it_did(run, tmp_path, golden: Golden):  # noqa: F811
    assessed(run, tmp_path)
    golden("training.json", run("training", "--json").out)


def test_the_screens_look_as_they_did(run, tmp_path, golden: Golden, monkeypatch):  # noqa: F811
    assessed(run, tmp_path, training="part-time-degree")
    golden("training-80.txt", run("training").out)
    golden("training-routes-80.txt", run("training", "routes").out)
    monkeypatch.setenv("COLUMNS", "120")
    golden("training-120.txt", run("training").out)


def test_the_document_has_the_promised_keys(run, tmp_path):
    assessed(run, tmp_path)
    found = document(run)
    assert {"route", "path", "reasons", "routes"} <= set(found)
    assert found["route"] == "certificate"
    assert found["path"] == [
        {"id": "not-now", "answer": "no"},
        {"id": "target", "answer": "yes"},
        {"id": "reduce-clinical", "answer": "unsure"},
        {"id": "training", "answer": "certificate"},
    ]
    assert [one["id"] for one in found["routes"]] == [
        "local",
        "certificate",
        "masters",
        "fellowship-beside-job",
        "fellowship-post",
    ]


def test_without_answers_everything_is_open_and_the_start_is_local(run, home):
    found = document(run)
    assert found["route"] == "local"
    assert {step["answer"] for step in found["path"]} == {None}
    assert not home.exists()
    assert "There is no assessment yet" in run("training").out


@pytest.mark.parametrize(
    ("changes", "route", "reason"),
    [
        ({"study_interest": "yes", "reduce_clinical": "yes"}, "masters", "for its own sake"),
        ({"study_interest": "unsure", "reduce_clinical": "yes"}, "certificate", "not sure"),
        ({"study_interest": "yes", "reduce_clinical": "no"}, "certificate", "evenings"),
    ],
)
def test_a_degree_needs_interest_and_time(run, tmp_path, changes, route, reason):
    assessed(run, tmp_path, training="part-time-degree", **changes)
    found = document(run)
    assert found["route"] == route
    assert reason in " ".join(found["reasons"])
    assert "no reason to enroll" in found["warnings"][0]
    assert found["kept_back"] == (route != "masters")


def test_a_role_that_asks_for_training_and_a_way_without_any_are_held_together(run, tmp_path):
    assessed(run, tmp_path, training="none", study_interest="no")
    shown = squeezed(run("training", "--role", "preclinical-lead").out)
    assert "these first steps need none" in shown
    assert "often required (article). The way below needs none, but this role may:" in shown
    core = squeezed(run("training", "--role", "core-faculty").out)
    assert "but this role may" not in core


def test_nobody_at_the_end_of_their_strength_is_sent_to_a_degree(run, tmp_path):
    ready = {"training": "fellowship-post", "study_interest": "yes", "reduce_clinical": "yes"}
    assessed(run, tmp_path, "family-physician-exhausted", **ready)
    found = document(run)
    assert found["route"] == "local"
    assert "Nothing has to be decided this month" in found["reasons"][0]
    refused = run("training", "decide", "--route", "masters")
    assert refused.code == 1
    assert "rest comes first" in refused.err


def test_the_way_taken_and_the_ways_not_taken_are_drawn(run, tmp_path):
    assessed(run, tmp_path)
    screen = run("training").out
    assert max(len(line) for line in screen.splitlines()) <= 80
    assert screen.index("You want more education work") < screen.index("▼ yes")
    assert "│  not sure, no: Start with certificate courses and local roles" in screen
    assert "its arrows are our reading" in screen
    assert "preferred" in screen


def test_the_decision_is_kept_and_feeds_the_plan(run, tmp_path, home):
    assessed(run, tmp_path, training="part-time-degree", study_interest="yes")
    assert document(run)["decided"] is None
    result = run("training", "decide", "--set", "reduce-clinical=yes")
    assert result.code == 0
    assert "Decided: a master's degree" in result.err
    assert document(run)["decided"]["route"] == "masters"
    assert "reduce-clinical = " in (home / "training.toml").read_text()
    assert "On 22 Nov" in squeezed(run("training").out).replace("on 22", "On 22")
    before = (home / "training.toml").read_bytes()
    assert run("training", "decide", "--route", "certificate", "--why", "At home first").code == 0
    assert document(run)["decided"]["own"] is True
    assert "your own decision: At home first" in squeezed(run("training").out)
    assert run("undo").code == 0
    assert (home / "training.toml").read_bytes() == before


def test_a_decided_degree_waits_when_the_answers_turn_against_it(run, tmp_path, home):
    assessed(run, tmp_path, training="part-time-degree", study_interest="yes")
    assert run("training", "decide", "--set", "reduce-clinical=yes").code == 0
    interested = Answers({"study-interest": "yes"})
    assert route_for_plan(home, interested, not_now=False) == "masters"
    assert route_for_plan(home, interested, not_now=True) is None
    assert route_for_plan(home, Answers({"study-interest": "no"}), not_now=False) is None
    assert route_for_plan(home.parent / "nowhere", interested, not_now=False) is None


def test_answers_that_are_none_are_all_named(run):
    result = run("training", "decide", "--set", "traget=yes", "--set", "target=maybe", "--set", "x")
    assert (result.code, result.out) == (2, "")
    for reason in ("did you mean target", "'maybe' is not a choice", "has no ="):
        assert reason in result.err
    assert run("training", "--role", "clerkship-directr").code == 1


def test_the_role_can_be_another_one(run, tmp_path):
    assessed(run, tmp_path)
    other = document(run, "--role", "core-faculty")
    assert other["role"] == "core-faculty"
    assert {"id": "target", "answer": "no"} in other["path"]


def test_routes_carry_prices_with_year_and_source_and_the_closed_program_as_closed(run):
    screen = squeezed(run("training", "routes").out)
    for fact in (
        "9,401 to 22,650 US dollars",
        "prices of 2022",
        "Only 56 of 121 programs",
        "10 to 584 hours",
        "facilitator training (closed)",
        "no two had the same curriculum",
    ):
        assert fact in screen
    one = squeezed(run("training", "routes", "certificate").out)
    assert "Closed: do not look for it" in one
    assert "Sources" in one
    found = json.loads(run("training", "routes", "masters", "--json").out)
    assert found["routes"][0]["prices"][0]["source"] == "mhpe-tuition-2022"
    assert all(one["route"] == "masters" for one in found["programs"])
    assert (
        run("training", "routes", "--plain")
        .out.splitlines()[2]
        .startswith("masters 24 60 9401 22650 USD ")
    )
    assert "did you mean masters" in run("training", "routes", "mastres").err


def test_programs_stand_side_by_side_with_lost_income(two, tmp_path):
    assert two("money", "set", "stay.pay=240000", "stay.hours=50", "role.pay=210000").code == 0
    found = document(two, "compare")["programs"]
    assert [(one["id"], one["lost_income"], one["whole_cost"]) for one in found] == [
        ("mhpe", 120_000, 148_000),
        ("a-fellowship", 145_000, 145_000),
    ]
    assert {one["break_even_state"] for one in found} == {"not-within"}
    screen = two("training", "compare").out
    assert max(len(line) for line in screen.splitlines()) <= 80
    assert "148,000" in screen
    assert "14,800 USD a year more" in squeezed(screen)
    assert two("training", "compare", "--plain").out.splitlines()[0] == (
        "mhpe 28000 30 8 120000 148000 - MHPE"
    )
    assert len(document(two, "compare", "mh")["programs"]) == 1


def test_what_is_not_known_of_a_program_is_shown_as_unknown(run):
    assert run("training", "add", "Something").code == 0
    (one,) = document(run, "compare")["programs"]
    unknown = {one[key] for key in ("cost", "months", "hours", "lost_income", "whole_cost")}
    assert unknown == {None}
    assert run("training", "compare").out.count("?") > 8


def test_comparing_nothing_says_how_to_begin(run):
    result = run("training", "compare")
    assert result.code == 1
    assert 'try: medpivot training add "NAME"' in result.err


def test_a_program_is_changed_removed_and_brought_back(two, home):
    edited = json.loads(two("training", "edit", "mhpe", "--cost", "31500", "--json").out)
    assert edited["programs"][0]["cost"] == 31_500
    assert two("training", "edit", "mhpe", "--clear", "hours").code == 0
    assert document(two)["programs"][0]["hours"] is None
    assert two("training", "remove", "mh").code == 0
    assert [one["id"] for one in document(two)["programs"]] == ["a-fellowship"]
    assert 'status = "removed"' in (home / "training.toml").read_text()
    assert two("training", "edit", "mhpe", "--cost", "1").code == 1
    assert two("training", "add", "mhpe").code == 0
    assert document(two)["programs"][0]["cost"] == 31_500
    assert two("training", "edit", "mhpe").code == 2


def test_bad_programs_are_refused_and_nothing_is_written(two, home):
    before = (home / "training.toml").read_bytes()
    for args, reason in (
        (("add", "X", "--cost", "-1"), "has a sign"),
        (("add", "X", "--cost", "5", "--currency", "EUR"), "two currencies"),
        (("add", "X", "--fte", "1.6"), "outside 0 to 1"),
        (("add", "X", "--starts", "2027-05-01", "--ends", "2027-01-01"), "before it starts"),
        (("add", "X", "--starts", "soon"), "is not a date"),
        (("add", "MHPE"), "there already"),
        (("edit", "nowhere", "--cost", "1"), "no program"),
    ):
        result = two("training", *args)
        assert result.code in (1, 2), args
        assert reason in result.err, args
        assert result.out == ""
    assert (home / "training.toml").read_bytes() == before


def test_the_currency_of_the_money_holds_for_programs_too(run):
    assert run("money", "set", "currency=USD", "stay.pay=1").code == 0
    assert "two currencies" in run("training", "add", "X", "--cost", "5 EUR").err
    assert run("training", "add", "X", "--cost", "5").code == 0
    assert document(run)["programs"][0]["currency"] == "USD"


def test_files_in_two_currencies_are_never_added_up(two, home):
    (home / "money.toml").write_text('schema = 1\ncurrency = "EUR"\n')
    for args in (("money",), ("training", "compare")):
        result = two(*args)
        assert result.code == 1
        assert "two currencies cannot be added up" in result.err


def test_a_program_under_consideration_feeds_the_sums(two):
    assert two("money", "set", "stay.pay=240000", "stay.hours=50", "role.pay=210000").code == 0
    screen = squeezed(two("money").out)
    assert "train-then-role.program= one of your programs: mhpe, a-fellowship" in screen
    assert two("money", "set", "train-then-role.program=mhpe").code == 0
    train = json.loads(two("money", "--json").out)["scenarios"][2]
    assert train["lost_income"] == 120_000
    assert train["years"][0]["costs"] == 11_200
    assert two("training", "remove", "mhpe").code == 0
    gone = two("money")
    assert gone.code == 1
    assert "was removed from training.toml" in gone.err
    assert "try: medpivot money set train-then-role.program=" in gone.err


def test_undo_and_comments_on_the_persons_own_file(two, home):
    path = home / "training.toml"
    text = path.read_text().replace("months = 30", "months = 30 # they say")
    path.write_text(text + "# the end\n")
    before = path.read_bytes()
    assert two("training", "edit", "mhpe", "--months", "36").code == 0
    assert path.read_text() == (text + "# the end\n").replace("months = 30", "months = 36")
    assert two("undo").code == 0
    assert path.read_bytes() == before


def test_hostile_text_is_kept_as_typed_and_shown_harmlessly(run):
    added = run("training", "add", HOSTILE, "--note", HOSTILE, "--json")
    assert json.loads(added.out)["programs"][0]["title"] == HOSTILE.strip()
    assert "\x1b" not in added.err
    for args in (("compare",), (), ("compare", "--plain")):
        out = run("training", *args).out
        assert "\x1b" not in out
        assert "\u202e" not in out
    for args in (
        ("edit", HOSTILE, "--cost", HOSTILE),
        ("routes", HOSTILE),
        ("remove", "\x1b[31mnowhere"),
    ):
        result = run("training", *args)
        assert result.code in (1, 2)
        assert "\x1b" not in result.err


def test_a_broken_file_is_named_and_left_alone(run, home):
    home.mkdir()
    (home / "training.toml").write_text("schema = 1\n[program.x]\ntitle = 3\n")
    for args in (("training",), ("training", "add", "Y"), ("money",)):
        result = run(*args)
        assert result.code == 1
        assert "training.toml" in result.err
    assert (home / "training.toml").read_text() == "schema = 1\n[program.x]\ntitle = 3\n"


def test_options_before_a_subcommand_are_not_swallowed(run):
    result = run("training", "--json", "routes")
    assert result.code == 2
    assert "try: medpivot training routes --help" in result.err
