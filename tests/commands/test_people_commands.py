import json

import pytest

from conftest import TODAY
from medpivot import catalogue

SAMPLE = str(catalogue.sample_path("hospitalist-students"))
MARIA = ("people", "add", "Dr. Maria Santos", "--kind", "clerkship-director")


def everyone(run):
    return json.loads(run("people", "--json").out)


def one(run, person_id="maria-santos"):
    return json.loads(run("people", "show", person_id, "--json").out)


def test_with_nobody_on_the_list_it_says_whom_to_look_for_and_creates_nothing(run, home):
    result = run("people")
    assert result.code == 0
    for kind in ("clerkship-director", "program-director", "vice-chair", "ume-director"):
        assert kind in result.out
    assert "medpivot people add" in result.out
    assert not home.exists()


def test_somebody_added_is_on_the_list_with_what_comes_next(run):
    result = run(*MARIA, "--where", "St. Mary's", "--ask", "Which session needs an owner?")
    assert result.code == 0
    assert "On the list as maria-santos" in result.err
    assert result.out == ""
    listed = run("people").out
    assert "1 person: 1 to contact" in listed
    assert "draft the first letter" in listed
    assert run("people", "list", "--plain").out == (
        "maria-santos to-contact - write Dr. Maria Santos\n"
    )


def test_the_whole_way_from_a_letter_to_a_mentor(run):
    run(*MARIA)
    run("people", "contacted", "maria", "--on", "2026-11-01")
    assert one(run)["next"] == "remind"
    run("people", "met", "maria", "--on", "2026-11-10", "--note", "Try the OSCE team")
    met = one(run)
    assert (met["status"], met["last_touch"], met["days_since"]) == ("met", "2026-11-10", 12)
    assert met["notes"] == [{"date": "2026-11-10", "text": "Try the OSCE team"}]
    run("people", "mentor", "maria")
    assert one(run)["next"] == "advocate"
    assert everyone(run)["advocates"] == 0
    run("people", "mentor", "maria", "--advocate")
    assert everyone(run)["advocates"] == 1


def test_who_has_been_quiet_for_ninety_days_is_named_there_and_on_the_first_screen(run):
    run(*MARIA, "--status", "met", "--on", "2026-08-25")
    assert everyone(run)["quiet"] == []
    run("people", "edit", "maria", "--on", "2026-08-24")
    assert everyone(run)["quiet"] == ["maria-santos"]
    assert "quiet for 90 days" in run("people").out
    assert "maria-santos has been quiet" in " ".join(run("status").out.split())
    status = json.loads(run("status", "--json").out)
    assert status["people"]["quiet"] == ["maria-santos"]
    assert status["people"]["met"] == 1


def test_without_a_list_the_status_has_no_people(run):
    assert json.loads(run("status", "--json").out)["people"] is None


def test_people_who_were_met_and_mentors_prove_the_milestones_that_ask_for_them(run):
    run("assess", "--answers", SAMPLE)
    run("plan")
    for done in ("power-players", "twenty-minute-request", "past-teaching", "one-page-sheet"):
        run("plan", "done", done)

    def offered():
        return json.loads(run("status", "--json").out)["offered"]

    assert "twenty-minute-talk" not in offered()
    run(*MARIA, "--status", "met", "--on", "2026-11-20")
    assert "twenty-minute-talk" in offered()
    assert "twenty-minute-talk" in run("plan", "next", "--json").out
    for done in ("twenty-minute-talk", "does-this-give-energy", "first-mentor"):
        run("plan", "done", done)
    run("people", "mentor", "maria", "--advocate")
    assert "two-mentors" not in offered()
    run("people", "add", "Jo Lee", "--kind", "peer", "--status", "mentor")
    assert "two-mentors" not in offered()
    run("people", "mentor", "jo-lee", "--advocate")
    assert "two-mentors" in offered()


def test_a_comment_and_a_key_of_ones_own_survive_every_command(run, home):
    run(*MARIA)
    run("people", "add", "Jo Lee", "--kind", "peer")
    path = home / "people.toml"
    path.write_text(
        path.read_text().replace(
            "[person.jo-lee]", '# the kind one\n[person.jo-lee] # colleague\nphone = "5-1234"'
        )
    )
    for command in (
        ("contacted", "maria"),
        ("met", "jo-lee"),
        ("note", "maria", "First."),
        ("note", "maria", "Second."),
        ("mentor", "jo-lee", "--advocate"),
        ("edit", "jo-lee", "--where", "Next door", "--ask", "Would you watch me teach?"),
        ("remove", "maria"),
    ):
        result = run("people", *command)
        assert result.code == 0, result.err
        assert "phone" not in result.err
    text = path.read_text()
    assert '# the kind one\n[person.jo-lee] # colleague\nphone = "5-1234"' in text
    assert text.index('"First."') < text.index("# the kind one")
    assert 'status = "removed"' in text


def test_undo_brings_the_list_back_byte_for_byte(run, home):
    run(*MARIA)
    path = home / "people.toml"
    path.write_text(path.read_text() + "# mine\n")
    before = path.read_bytes()
    run("people", "met", "maria", "--note", "Went well")
    assert path.read_bytes() != before
    assert "Taken back: people met Dr. Maria Santos." in run("undo").err
    assert path.read_bytes() == before
    run("undo", "--redo")
    assert one(run)["status"] == "met"


def test_who_is_removed_is_gone_from_the_list_and_can_come_back_with_the_notes(run):
    run(*MARIA, "--note", "Met at a talk")
    assert run("people", "remove", "maria").code == 0
    assert everyone(run)["people"] == []
    assert run("people", "met", "maria").code == 1
    run("people", "edit", "maria-santos", "--status", "to-contact")
    assert everyone(run)["people"][0]["notes"][0]["text"] == "Met at a talk"


def test_saying_the_same_again_changes_nothing_and_takes_no_step(run, home):
    run(*MARIA)
    run("people", "met", "maria")
    before = (home / "people.toml").read_bytes()
    assert "It was so already." in run("people", "met", "maria").err
    assert (home / "people.toml").read_bytes() == before
    assert len(json.loads(run("undo", "--list", "--json").out)["steps"]) == 2


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        (("add", "Ana"), 2, "--kind is needed"),
        (("add", "Ana", "--kind", "vice-chiar"), 2, "try: --kind vice-chair"),
        (("add", " ", "--kind", "peer"), 2, "NAME is empty"),
        (("add", "Ana", "--kind", "peer", "--on", "someday"), 2, "--on: 'someday'"),
        (("add", "Ana", "--kind", "peer", "--on", "2026-11-23"), 2, "is still to come"),
        (("met", "maria", "--on", "tomorrow"), 2, "is still to come"),
        (("met", "nobody"), 1, "there is nobody 'nobody'"),
        (("edit", "maria"), 2, "nothing to change"),
        (("note", "maria", " "), 2, "the note is empty"),
        (("letter", "maria", "--json", "--out", "x.md"), 2, "exclude each other"),
        (("--json", "show", "maria"), 2, "stand after it"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(run, home, command, code, said):
    run(*MARIA)
    before = (home / "people.toml").read_bytes()
    result = run("people", *command)
    assert (result.code, result.out) == (code, "")
    assert said in result.err
    assert (home / "people.toml").read_bytes() == before


def test_a_broken_list_is_named_with_its_line_and_left(run, home):
    run(*MARIA)
    path = home / "people.toml"
    path.write_text(path.read_text() + 'status = "friend"\n[oops\n')
    before = path.read_bytes()
    for command in (("people",), ("people", "met", "maria"), ("people", "letter", "maria")):
        result = run(*command)
        assert result.code == 1
        assert "error: people.toml has a problem" in result.err
        assert "line " in result.err
    assert path.read_bytes() == before


def test_hostile_names_and_notes_are_kept_as_typed_and_shown_harmlessly(run, home):
    name = "[bold]Ana[/bold] \x1b[2J{{ 1 }} " + "x" * 10_000
    assert run("people", "add", name, "--kind", "peer", "--note", "\u202eno\x07te").code == 0
    assert everyone(run)["people"][0]["name"] == name
    for command in (("people",), ("people", "list", "--plain"), ("people", "letter", "bold-ana")):
        shown = run(*command)
        assert shown.code == 0
        assert "[bold]Ana[/bold]" in shown.out
        assert not {"\x1b", "\x07", "\u202e"} & set(shown.out + shown.err)


def test_the_letter_follows_where_one_stands(run):
    run(*MARIA)
    first = run("people", "letter", "maria")
    assert first.out.startswith("Subject: Twenty minutes about education work\n\nDear Dr. Maria")
    assert "[write: " in first.out
    assert "yours to fill" in first.err
    run("people", "contacted", "maria", "--on", "2026-11-01")
    assert "my request of 1 Nov 2026" in run("people", "letter", "maria").out
    run("people", "met", "maria", "--on", "2026-11-10")
    run("log", "add", "OSCE day", "--kind", "osce", "--on", "2026-11-15")
    run("log", "add", "Old talk", "--kind", "lecture", "--on", "2026-11-09")
    after = run("people", "letter", "maria").out
    assert "OSCE day" in after
    assert "Old talk" not in after


def test_a_person_is_found_by_a_word_of_the_name_that_only_one_has(run):
    run("people", "add", "Dr. Anne Okafor", "--kind", "peer")
    run("people", "add", "Bo Lee", "--kind", "peer")
    assert "Okafor" in run("people", "show", "okafor").out
    run("people", "add", "Jo Lee", "--kind", "peer")
    assert "fits 2 people" in run("people", "show", "lee").err
    assert run("people", "show", "oka").code == 1


def test_a_letter_is_not_called_a_word_file(run, tmp_path):
    run(*MARIA)
    result = run("people", "letter", "maria", "--out", str(tmp_path / "letter.docx"))
    assert result.code == 2
    assert "no .docx file" in result.err
    assert not (tmp_path / "letter.docx").exists()


NOT_ASKING = "I am not asking about a position."


@pytest.mark.parametrize(
    ("employer", "where", "kept"),
    [
        ("Hôpital St. Mary's", "hopital  st marys", True),
        ("St. Mary's", "ST. MARY\u2019S, department of medicine", True),
        ("St. Mary's", "County General", False),
        ("St. Mary's", "", False),
        ("", "County General", False),
    ],
)
def test_no_letter_says_that_no_position_is_meant_where_one_is_on_the_table(
    run, employer, where, kept
):
    run("jobs", "add", "APD", "--at", employer, "--stage", "offer")
    at = ("--where", where) if where else ()
    run("people", "add", "Ana Ruiz", "--kind", "program-director", *at)
    result = run("people", "letter", "ana")
    assert (NOT_ASKING in result.out) is not kept
    assert ("you keep APD there" in result.err) is kept
    run("jobs", "stage", "apd", "declined")
    assert NOT_ASKING in run("people", "letter", "ana").out


def test_jobs_that_cannot_be_read_keep_no_letter_from_being_drafted(run, home):
    run(*MARIA)
    (home / "jobs.toml").write_text("schema = ")
    result = run("people", "letter", "maria")
    assert (result.code, NOT_ASKING in result.out) == (0, True)
    assert "the letter is drafted without it" in result.err


def test_a_letter_as_json_names_its_blanks(run):
    run(*MARIA)
    drafted = json.loads(run("people", "letter", "maria", "--json").out)
    assert (drafted["id"], drafted["letter"]) == ("maria-santos", "outreach")
    assert len(drafted["blanks"]) == drafted["text"].count("[write: ")


def test_a_page_goes_to_a_file_and_over_another_only_when_forced(run, tmp_path):
    run(*MARIA)
    page = tmp_path / "page.md"
    result = run("people", "brief", "maria", "--out", str(page))
    assert (result.code, result.out) == (0, "")
    assert f"Written to {page}." in result.err
    assert page.read_text().startswith("# [write: your name]")
    assert page.stat().st_mode & 0o077 == 0
    page.write_text("mine")
    refused = run("people", "brief", "maria", "--out", str(page))
    assert refused.code == 1
    assert "is there already" in refused.err
    assert page.read_text() == "mine"
    assert run("people", "brief", "maria", "--out", str(page), "--force").code == 0
    assert page.read_text() != "mine"
    nowhere = run("people", "brief", "maria", "--out", str(tmp_path / "no" / "page.md"))
    assert nowhere.code == 1


def test_the_page_speaks_from_answers_and_log(run):
    run("assess", "--answers", SAMPLE)
    run("log", "add", "Sepsis talk", "--kind", "lecture", "--learners", "12", "--on", "yesterday")
    run(*MARIA)
    page = run("people", "brief", "maria").out
    assert "hospital medicine" in page
    assert "**Sepsis talk** (lecture, in November 2026, 12 learners)" in page
    assert "teaching at the bedside" in page
    assert "burn" not in page


@pytest.mark.parametrize("width", ["80", "120"])
def test_the_list_fits_its_screen(run, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", width)
    run(*MARIA, "--where", "A very long name of a hospital with a wing and a center " * 2)
    run("people", "add", "Jo", "--kind", "a word of my own", "--status", "mentor")
    for command in (("people",), ("people", "show", "maria"), ("people", "show", "jo")):
        lines = run(*command).out.split("\n")
        assert max(map(len, lines)) <= int(width)


def test_the_day_understood_is_said(run):
    run(*MARIA)
    said = run("people", "met", "maria", "--on", "last friday").err
    assert "Friday 20 November 2026" in said
    assert one(run)["last_touch"] == "2026-11-20"
    assert TODAY.isoformat() == one(run)["added"]


def test_a_very_long_name_is_not_said_in_full(run):
    said = run("people", "add", "Lee " * 100, "--kind", "peer").err
    assert "On the list as lee" in said
    assert "Lee Lee..., peer" in " ".join(said.split())
    assert said.count("Lee") < 20
