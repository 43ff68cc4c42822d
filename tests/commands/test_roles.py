import json

import pytest

from medpivot import catalogue

SAMPLE = "hospitalist-students"

OWN = """\
schema = 1
[role.clinic-teacher]
title = "Clinic teacher [bold]here[/bold]"
[role.clinic-teacher.ranges]
clinical = { low = 60, high = 80 }
regular-hours = { low = 3, high = 4 }
students = { low = 3, high = 4 }
residents = { low = 0, high = 1 }
hands-on = { low = 3, high = 4 }
design = { low = 0, high = 1 }
scholarship = { low = 0, high = 0 }
leadership = { low = 0, high = 0 }
"""

ROLE_KEYS = {
    "id",
    "title",
    "ranges",
    "training",
    "income_change",
    "norm",
    "clinical_seen",
    "lifts",
    "keeps",
    "adds",
    "before",
    "titles",
}


@pytest.fixture
def sample(tmp_path):
    """The answers of a shipped sample person, as a file of one's own."""
    source = catalogue.data_folder() / "samples" / f"{SAMPLE}.toml"
    path = tmp_path / "answers.toml"
    path.write_bytes(source.read_bytes())
    return str(path)


def own_roles(home, text=OWN):
    home.mkdir(exist_ok=True)
    (home / "roles.toml").write_text(text)


def test_all_roles_are_shown_with_the_contradiction_of_the_article(run):
    result = run("roles")
    assert result.code == 0
    assert "clerkship-director" in result.out
    assert "60% in its chart" in " ".join(result.out.split())
    assert max(len(line) for line in result.out.splitlines()) <= 80


def test_the_document_has_the_promised_keys(run):
    document = json.loads(run("roles", "--json").out)
    assert set(document) == {"roles", "alternatives"}
    for role in document["roles"]:
        assert set(role) == ROLE_KEYS
        assert len(role["ranges"]) == 8
        for one in role["ranges"].values():
            assert set(one) == {"low", "high", "source"}


def test_plain_lists_one_role_a_line(run):
    lines = run("roles", "--plain").out.splitlines()
    assert len(lines) == len(json.loads(run("roles", "--json").out)["roles"])
    assert lines[0].startswith("clerkship-director 20-50% 41% preferred 0.5 ")
    assert any(line.startswith("preclinical-lead 0-30% - often-yes - ") for line in lines)


def test_a_short_cut_leaves_only_what_was_wanted(run):
    residents = [
        one["id"] for one in json.loads(run("roles", "--want", "residents", "--json").out)["roles"]
    ]
    assert residents == ["associate-program-director", "program-director"]


def test_an_unknown_short_cut_is_refused_with_the_known_ones(run):
    result = run("roles", "--want", "money")
    assert result.code == 2
    assert "hours, residents, design" in result.err
    assert result.out == ""


def test_options_before_a_subcommand_are_not_swallowed(run):
    result = run("roles", "--json", "show", "core-faculty")
    assert result.code == 2
    assert "try: medpivot roles show --help" in result.err


def test_one_role_is_shown_with_its_sources(run):
    result = run("roles", "show", "clerkship-director")
    assert result.code == 0
    assert "(ace-2021)" in result.out
    assert "Sources" in result.out
    document = json.loads(run("roles", "show", "clerkship-director", "--json").out)
    assert "ace-2021" in document["sources"]
    assert document["chart_clinical"] == 60


@pytest.mark.parametrize("role", [one.id for one in catalogue.load_roles().roles])
def test_every_shipped_role_has_a_page_that_fits(run, role):
    result = run("roles", "show", role)
    assert result.code == 0
    assert max(len(line) for line in result.out.splitlines()) <= 80


def test_a_misspelled_role_gets_a_suggestion(run):
    result = run("roles", "show", "clerkship-directr")
    assert result.code == 1
    assert "did you mean clerkship-director?" in result.err
    assert "try: " in result.err


def test_why_without_an_assessment_says_what_to_do(run):
    result = run("roles", "why")
    assert result.code == 1
    assert "there is no assessment yet" in result.err
    assert "try: medpivot assess" in result.err


def test_why_of_the_first_role_when_none_is_named(run, sample):
    named = run("roles", "why", "clerkship-director", "--answers", sample)
    assert run("roles", "why", "--answers", sample).out == named.out


def test_the_arithmetic_of_why_can_be_repeated(run, sample):
    document = json.loads(run("roles", "why", "--answers", sample, "--json").out)
    parts = document["dimensions"].values()
    assert len(parts) == 8
    for part in parts:
        assert part["points"] == pytest.approx(100 * part["weight"] * part["agreement"])
    assert sum(part["points"] for part in parts) == pytest.approx(document["exact_fit"])
    assert sum(part["contribution"] for part in parts) == document["fit"]


def test_why_of_a_saved_assessment(run, sample):
    assert run("assess", "--answers", sample).code == 0
    assert run("roles", "why").out == run("roles", "why", "--answers", sample).out


def test_an_answers_file_that_is_not_there(run):
    result = run("roles", "why", "--answers", "nowhere.toml")
    assert result.code == 1
    assert "nowhere.toml" in result.err


def test_two_roles_are_compared_with_their_points(run, sample):
    ids = ("core-faculty", "program-director")
    result = run("roles", "compare", *ids, "--answers", sample)
    assert "Core residency faculty" in result.out
    assert "difference" in result.out
    document = json.loads(run("roles", "compare", *ids, "--answers", sample, "--json").out)
    assert [one["id"] for one in document["roles"]] == list(ids)
    for one in document["points"].values():
        assert sum(one["contributions"].values()) == one["fit"]


def test_a_role_is_not_compared_with_itself(run):
    result = run("roles", "compare", "core-faculty", "core-faculty")
    assert result.code == 2
    assert "one and the same role" in result.err


def test_own_roles_stand_beside_the_shipped_ones(run, home, sample):
    own_roles(home)
    assert "clinic-teacher" in run("roles").out
    page = run("roles", "show", "clinic-teacher").out
    assert "Clinic teacher [bold]here[/bold]" in page
    assert "(your own)" in page
    assert run("roles", "why", "clinic-teacher", "--answers", sample).code == 0


def test_a_good_own_file_is_in_order(run, tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(OWN)
    result = run("roles", "check", str(path))
    assert result.code == 0
    assert "in order" in result.out
    assert "clinic-teacher" in result.out
    document = json.loads(run("roles", "check", str(path), "--json").out)
    assert document == {"file": str(path), "roles": ["clinic-teacher"]}


def test_all_problems_of_an_own_file_are_named_at_once(run, tmp_path):
    path = tmp_path / "mine.toml"
    text = OWN.replace("high = 80", "high = 180").replace(
        "[role.clinic-teacher.ranges]", 'lifts = ["inbx"]\n[role.clinic-teacher.ranges]'
    )
    path.write_text(text)
    result = run("roles", "check", str(path))
    assert result.code == 1
    assert result.out == ""
    assert "0 to 100" in result.err
    assert "inbx" in result.err
    assert path.read_text() == text


def test_a_broken_own_file_is_named_and_left_alone(run, home):
    own_roles(home, "schema = 1\n[role.x\n")
    result = run("roles")
    assert result.code == 1
    assert "roles.toml" in result.err
    assert "line 2" in result.err
    assert (home / "roles.toml").read_text() == "schema = 1\n[role.x\n"


def test_checking_without_a_file_looks_in_the_folder(run, home):
    own_roles(home)
    assert "clinic-teacher" in run("roles", "check").out


def test_reading_commands_create_nothing(run, home, sample):
    run("roles")
    run("roles", "why", "--answers", sample)
    assert not home.exists()
