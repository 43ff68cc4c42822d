"""Mistakes as people make them, a table for each class: what is said, and that its advice helps."""

import shlex

import pytest

TRY = "try: medpivot "


def advice(result):
    """The command that is offered, as it would be pasted."""
    (line,) = [one for one in result.err.splitlines() if one.startswith(TRY)]
    return line.removeprefix(TRY)


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("people show maria-santso", "people show maria-santos"),
        ("jobs edit adp --hours 3", "jobs edit apd --hours 3"),
        ("training edit mhpee --cost 3", "training edit mhpe --cost 3"),
        ("profile edit hospitalst --to 2026", "profile edit hospitalist --to 2026"),
        ("plan show past-teachin", "plan show past-teaching"),
        ("roles show scholer", "roles"),
        ("roles why clerkship-directer --json", "roles why clerkship-director --json"),
        ("roles --want residnts", "roles --want residents"),
        ("plan new --role=simulation-directr", "plan new --role=simulation-director"),
        ("training routes mastrs", "training routes masters"),
        ("training decide --route master", "training decide --route masters"),
        ("assess --ask hours-weeky", "assess --ask hours-weekly"),
        ("jobs ask apd schedul", "jobs ask apd schedule"),
        ("money explain stay.hourlly", "money explain stay.hourly"),
        ("support usa", "support us"),
        ("demo --sample hospitalist-student", "demo --sample hospitalist-students"),
        (
            "people edit maria-santos --status contactd",
            "people edit maria-santos --status contacted",
        ),
        ("log list --lmit 3", "log list --limit 3"),
        ("--json log list", "log list --json"),
    ],
)
def test_a_mistyped_word_comes_back_as_the_line_put_right(lived, typed, right):
    result = lived.types(typed)
    assert result.code in (1, 2)
    assert advice(result) == right


@pytest.mark.parametrize(
    ("remove", "use"),
    [
        ("people remove maria-santos", "people show maria-santos --json"),
        ("jobs remove apd", "jobs show apd"),
        ("training remove mhpe", "training compare mhpe"),
        ("profile remove hospitalist", "profile remove hospitalist"),
        ("plan skip {milestone} --why no", "plan move {skipped} 2027-06-01"),
    ],
)
def test_what_was_removed_is_named_so_and_the_advice_brings_it_back(person, remove, use):
    assert person.types(remove).code == 0
    if use.startswith("people"):
        use = "people met maria-santos"
    refused = person.types(use)
    assert refused.code == 1
    assert person.types(advice(refused)).code == 0
    assert person.types(use.replace("{skipped}", "{milestone}")).code == 0


REFUSED = (
    "assess --set hours-weekly=900",
    "roles --want money",
    "plan new --months 50",
    "plan done {milestone} --on tomorrow",
    "plan replan --hours 0",
    "log add X --kind nothing",
    "log edit {activity} --hours 5000",
    "time add --promised many --delivered 3",
    "time week actual --patients 300",
    "people edit maria-santos --status friend",
    "people met maria-santos --on tomorrow",
    "jobs edit apd --half-days 90",
    "jobs stage apd hired",
    "money set stay.pay=much",
    "money add X --kind other",
    "training add X --months many",
    "training decide --set target=perhaps",
    "profile set email=nowhere",
    "profile add talk X --reach galactic",
)
"""A value that cannot stand, whatever is in the files."""

NOT_THERE = (
    "assess show 2020-01-01",
    "roles show nothing",
    "plan done nothing",
    "log show zzzz",
    "time remove zzzz",
    "people show nobody",
    "jobs check nothing",
    "money explain nothing.hourly",
    "training compare nothing",
    "profile remove nothing",
    "cv check {away}/nothing.md",
    "data forget nothing --yes",
    "data restore {away}/nothing.zip",
    "support xx",
)
"""Something that is named and is not there."""


@pytest.mark.parametrize(
    ("line", "code"), [*((one, 2) for one in REFUSED), *((one, 1) for one in NOT_THERE)]
)
def test_a_refused_value_is_2_and_what_is_not_there_is_1(lived, line, code):
    before = {path: path.read_bytes() for path in lived.home.rglob("*") if path.is_file()}
    result = lived.types(line)
    assert (result.code, result.out) == (code, "")
    assert "error: " in result.err
    assert "\ntry: " in result.err
    assert {path: path.read_bytes() for path in lived.home.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("people add '' --status friend --on someday", "--kind --on NAME --status"),
        ("jobs add B --pay much --stage hired --deadline someday", "--pay --stage --deadline"),
        ("training add X --route x --months many --starts someday", "--route --months --starts"),
        ("log add X --kind x --on someday --learners -4", "--kind --on --learners"),
        ("profile add talk X --reach far --on someday", "--reach --on"),
        ("money set needs=many stay.pay=-1 x=1", "needs stay.pay x"),
        ("time week wanted --patients many --call x", "--patients --call"),
    ],
)
def test_everything_that_is_wrong_with_a_line_is_named_at_once(lived, line, named):
    result = lived.types(line)
    assert result.code == 2
    said = [one.split()[0].rstrip(":") for one in result.err.splitlines() if one[:2] == "  "]
    assert sorted(said) == sorted(shlex.split(named))


@pytest.mark.parametrize(
    ("typed", "leads_to"),
    [
        ("log undo", "undo"),
        ("plan undo", "undo"),
        ("plan edit", "data where"),
        ("roles list", "roles"),
        ("help", "--help"),
        ("plan skip past-teaching", "plan skip past-teaching --why TEXT"),
        ("people add Lee", "people add --help"),
        ("data restore nowhere.zip", "data restore FILE"),
    ],
)
def test_what_is_tried_first_is_a_command_that_leads_on(lived, typed, leads_to):
    result = lived.types(typed)
    assert result.code in (1, 2)
    assert advice(result) == leads_to


def test_a_file_that_is_not_there_is_the_first_thing_said(lived):
    assert "there is no file nowhere.csv" in lived.types("log import nowhere.csv").err


def test_a_backup_takes_its_file_behind_out_as_other_commands_do(lived, tmp_path):
    target = tmp_path / "copy.zip"
    assert lived.types(f"data backup --out {target}").code == 0
    assert target.is_file()
    assert "say the same" in lived.types(f"data backup {target} --out {target}").err
