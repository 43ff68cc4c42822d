"""`log import`: spreadsheets come in whole or not at all, and every complaint has its line."""

import json

import pytest

from medpivot.store.activities import NAME


@pytest.fixture
def take_in(run, tmp_path):
    """Import a file of that text."""

    def take_in(text, *flags):
        path = tmp_path / "taught.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return run("log", "import", str(path), *flags)

    return take_in


def listed(run):
    found = json.loads(run("log", "list", "--json").out)["activities"]
    return [(one["date"], one["title"], one["kind"]) for one in reversed(found)]


GOOD = (
    "Title,DATE,kind,Hours\nSepsis talk,2026-05-12,lecture,1.5\nReading,2026-05-13,journal-club,\n"
)


def test_columns_in_any_order_and_spelling_become_entries(run, take_in):
    result = take_in(GOOD, "--yes")
    assert result.code == 0, result.err
    assert "2 entries added to the log. medpivot undo" in result.err
    assert listed(run) == [
        ("2026-05-12", "Sepsis talk", "lecture"),
        ("2026-05-13", "Reading", "journal-club"),
    ]


def test_a_european_spreadsheet_is_understood(run, take_in):
    text = "\ufeffDatum;Titel;Type;Hours;Notiz\r\n14.12.2025;Talk;Journal club;1,5;gut\r\n"
    flags = ("--map", "datum=date", "--map", "Titel=title", "--map", "Notiz=")
    result = take_in(text, *flags, "--dates", "day-first", "--yes", "--json")
    (one,) = json.loads(result.out)["activities"]
    assert (one["date"], one["kind"], one["contact_hours"]) == ("2025-12-14", "journal-club", 1.5)


def test_words_of_the_ward_are_understood_one_or_several(run, take_in):
    text = "date,title,kind,level\n2026-05-05,A,Talks,MS3; Residents\n2026-05-06,B,QI,PGY-1\n"
    assert take_in(text, "--yes").code == 0
    found = json.loads(run("log", "list", "--json").out)["activities"]
    assert {(one["kind"], *one["levels"]) for one in found} == {
        ("lecture", "clinical-student", "resident"),
        ("quality-improvement", "intern"),
    }


def test_all_rows_are_one_step_to_undo(run, take_in):
    take_in(GOOD, "--yes")
    assert "log import taught.csv" in run("undo").err
    assert listed(run) == []


def test_a_dry_run_shows_what_was_understood_and_changes_nothing(take_in, home):
    result = take_in(GOOD, "--dry-run")
    assert result.code == 0
    assert "Sepsis talk" in result.out
    assert "12 May 2026" in result.out
    assert "2 entries would be added" in result.err
    assert not (home / NAME).exists()


def test_every_complaint_is_named_at_once_with_its_line_and_nothing_is_kept(take_in, home):
    text = (
        "date,title,kind,learners,energy\n"
        "2026-05-12,Talk,lecture,12,1\n"
        "12/5/2026,Talk,lecture,12,1\n"
        '2026-02-30,"two\nlines",lecture,12,1\n'
        "2027-05-12,Talk,lecure,many,9\n"
        "2026-05-12,,lecture,-1,\n"
    )
    result = take_in(text, "--yes")
    assert result.code == 1
    for said in (
        "line 3, date: '12/5/2026' needs --dates",
        "line 4, date: '2026-02-30' does not exist",
        "line 6, date: Wednesday 12 May 2027 is still to come",
        "line 6, kind: 'lecure' is not a choice; did you mean lecture?",
        "line 6, learners: 'many' is not a number",
        "line 6, energy: 9 is outside -2 to 2",
        "line 7, title: is empty",
        "line 7, learners: -1 is outside",
    ):
        assert said in result.err
    assert not (home / NAME).exists()


def test_complaints_that_say_the_same_are_told_together(take_in):
    rows = "".join(f"2026-05-{day:02},Talk {day},huddle\n" for day in range(1, 8))
    result = take_in("date,title,kind\n" + rows + "2026-05-09,Talk,lecture\n2026-05-10,x,huddle\n")
    result = take_in("date,title,kind\n" + rows, "--dry-run")
    assert "lines 2-8, kind: 'huddle' is not a choice" in result.err
    assert result.err.count("huddle") == 1


def test_the_order_of_dates_is_asked_for_and_never_guessed(take_in):
    result = take_in("date,title,kind\n14/12/2025,Talk,lecture\n", "--yes")
    assert result.code == 1
    assert "--dates day-first" in result.err.splitlines()[-1]


def test_days_as_excel_counts_them_are_taken_when_told(take_in):
    text = "date,title,kind\n46154,Talk,lecture\n"
    result = take_in(text, "--yes")
    assert "line 2, date: '46154' is not a date" in result.err
    assert "try: medpivot log import" in result.err
    assert result.err.rstrip().endswith("--dates excel")
    (one,) = json.loads(take_in(text, "--dates", "excel", "--yes", "--json").out)["activities"]
    assert one["date"] == "2026-05-12"


@pytest.mark.parametrize(
    "text",
    ["2026-05-12,Talk,lecture\n2026-05-13,Talk,lecture\n", "<!doctype html>\n<p>log in</p>\n"],
)
def test_a_file_whose_first_row_names_nothing_is_refused_in_one_sentence(take_in, text):
    result = take_in(text, "--yes")
    assert result.code == 1
    assert "line 1: no name of a column is known here" in result.err
    assert "problems" not in result.err


def test_a_folder_is_no_file(run, tmp_path):
    result = run("log", "import", str(tmp_path), "--yes")
    assert (result.code, "is a folder" in result.err) == (1, True)


def test_an_unknown_column_is_refused_with_the_way_to_name_it(take_in):
    result = take_in("day,topic,Art\n2026-05-12,Talk,lecture\n", "--yes")
    assert result.code == 1
    assert "line 1: column 'Art' is not known" in result.err
    assert "no column holds kind; --map COLUMN=kind names it" in result.err


def test_two_columns_for_one_field_are_refused(take_in):
    result = take_in("date,title,topic,kind\n2026-05-12,a,b,lecture\n", "--yes")
    assert "'title' and 'topic' both hold title" in result.err
    assert (
        take_in("date,title,topic,kind\n2026-05-12,a,b,lecture\n", "--yes", "--map", "topic=").code
        == 0
    )


@pytest.mark.parametrize("flag", ["Nix=title", "date=tittle"])
def test_a_wrong_mapping_is_named(take_in, flag):
    result = take_in(GOOD, "--yes", "--map", flag)
    assert result.code == 1
    assert "--map" in result.err


def test_what_every_row_lacks_can_be_said_once(run, take_in):
    assert take_in("date,title\n2026-05-12,Talk\n", "--default", "kind=lecture", "--yes").code == 0
    assert listed(run) == [("2026-05-12", "Talk", "lecture")]


def test_rows_that_are_there_already_are_left_out(run, take_in):
    take_in(GOOD, "--yes")
    result = take_in(GOOD + "New one,2026-05-14,lecture,\nnew  ONE,2026-05-14,lecture,2\n", "--yes")
    assert "2 rows are left out, in the log already: lines 2-3." in result.out
    assert "1 row is left out, a repeat of an earlier row: line 5." in result.out
    assert len(listed(run)) == 3
    assert "Nothing in it is new" in take_in(GOOD, "--yes").err


def test_rows_that_are_there_already_are_taken_when_asked_for(run, take_in):
    take_in(GOOD, "--yes")
    take_in(GOOD, "--yes", "--all")
    assert len(listed(run)) == 4


def test_the_template_can_be_filled_in_and_its_example_is_never_imported(run, take_in):
    template = run("log", "import", "--template").out
    assert "Nothing in it is new" in take_in(template, "--yes").err
    filled = template + "2026-05-12,Talk,lecture" + "," * (template.split("\n")[0].count(",") - 2)
    assert take_in(filled, "--yes").code == 0
    assert listed(run) == [("2026-05-12", "Talk", "lecture")]


def test_without_a_terminal_nothing_is_kept_unless_told_so(take_in, home):
    result = take_in(GOOD)
    assert result.code == 2
    assert "--yes imports without asking" in result.err
    assert not (home / NAME).exists()


@pytest.mark.parametrize(
    "text", ["date,title,kind\n", b"PK\x03\x04", "date,title,kind\n2026-05-12,Talk\n", ""]
)
def test_a_file_that_holds_nothing_to_import_is_refused(take_in, text):
    result = take_in(text, "--yes")
    assert result.code == 1
    assert result.err.startswith("error: taught.csv has a problem")


def test_a_file_that_is_not_there_is_named(run):
    assert "there is no file nowhere.csv" in run("log", "import", "nowhere.csv", "--yes").err


def test_standard_input_is_read(run):
    assert run("log", "import", "-", "--yes", stdin=GOOD).code == 0
    assert len(listed(run)) == 2
