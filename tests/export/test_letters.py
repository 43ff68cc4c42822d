import subprocess
import sys
from datetime import date

import pytest
from jinja2 import TemplateError, UndefinedError

from medpivot import catalogue
from medpivot.domain.activities import Activity, Quote, Rating
from medpivot.domain.deeds import deeds, examples, totals
from medpivot.domain.introduction import directions, likes
from medpivot.domain.people import Note, Person
from medpivot.export import letters
from medpivot.export.letters import blanks, brief, letter

VOCABULARY = catalogue.load_vocabulary()
INTERVIEW = catalogue.load_interview()
SAMPLE = catalogue.load_sample("hospitalist-students").answers

ANA = Person("ana", "Ana Ruiz", "vice-chair", notes=(Note("2026-11-02", "PRIVATE"),))
HOSTILE = "{{ 7 * 7 }} {% raw %} [bold]x[/bold] \x1b[31m\u202e <b> & # \nSubject: other"


def did(title, **given):
    usual = {"kind": "lecture", "domain": "teaching"}
    return Activity(title, date(2026, 10, 5), title, **(usual | given))


LOG = (
    did("Sepsis talk", learners=14, contact_hours=1, rating=Rating(4.6, 12, before=3.8)),
    did("ICU guide", kind="guide", changed="Every intern carries it"),
    did("Clinic", kind="precepting", quotes=(Quote("Now I see"), Quote("Yes", shareable=True))),
)


def values(log=LOG, person=ANA, answers=SAMPLE):
    found = deeds(log, VOCABULARY)
    roles = directions(answers, INTERVIEW, catalogue.load_roles(), None)
    return {
        "person": person,
        "kind": "vice chair for education",
        "topic": "how time is given out",
        "written": "1 Nov 2026",
        "specialty": answers and answers.word("specialty"),
        "deeds": found,
        "quote": next((one.quote for one in found if one.quote), None),
        "totals": totals(log, VOCABULARY),
        "directions": roles,
        "likes": likes(answers, INTERVIEW) if answers else (),
        "job": None,
        "me": {"name": "", "email": ""},
    }


MINE = ["brief", "follow-up", "outreach", "reminder"]


def test_the_letters_of_people_are_there():
    assert set(MINE) <= set(letters.names())


@pytest.mark.parametrize("name", MINE)
def test_each_letter_reads_well_with_a_full_log_and_an_empty_one(name):
    for given in (values(), values(log=(), answers=None)):
        text = letter(name, given)
        assert "Ana Ruiz" in text
        assert "\n\n\n" not in text
        assert not any(line != line.strip() for line in text.split("\n"))
        assert "None" not in text
        assert " ," not in text
        assert ".." not in text.replace("...", "")


@pytest.mark.parametrize("name", MINE)
def test_what_only_the_person_can_say_is_marked(name):
    empty = blanks(letter(name, values(log=(), answers=None)))
    assert empty
    assert len(empty) >= len(blanks(letter(name, values())))


@pytest.mark.parametrize("name", MINE)
def test_no_letter_holds_what_drains_burnout_money_notes_or_private_words(name):
    answers = SAMPLE.with_value("burnout-level", 4).with_value("income-now", 240000)
    text = letter(name, values(answers=answers)).casefold()
    for drain in answers.picks("dread"):
        assert INTERVIEW.choice("dread", drain).name.casefold() not in text
    for word in ("burn", "tired", "dread", "salary", "240", "private", "now i see", "murmur"):
        assert word not in text


def test_the_page_has_the_numbers_of_the_log_and_one_quote_that_may_be_shared():
    text = letter("brief", values())
    assert "Rated 4.6 of 5 by 12 people, 3.8 before" in text
    assert "What changed: Every intern carries it" in text
    assert "3 teaching activities, at least 14 learners, at least 1 hour with them" in text
    assert 'From the feedback: "Yes"' in text
    assert text.count("- ") == 5


def test_a_rating_without_the_number_of_raters_asks_for_it():
    text = letter("brief", values(log=(did("Talk", rating=Rating(4.6)),)))
    assert "Rated 4.6 of 5 by [write: how many] people" in text


def test_the_one_question_is_the_persons_own_where_there_is_one():
    asked = Person("ana", "Ana Ruiz", "vice-chair", next_ask="Who decides in July?")
    assert letter("brief", values(person=asked)).endswith("Who decides in July?\n")
    assert "next six months" in letter("brief", values())


def test_a_letter_is_signed_with_the_name_and_address_of_the_profile():
    signed = {**values(), "me": {"name": "Jo Lee", "email": "jo@example.org"}}
    for name in ("outreach", "reminder", "follow-up"):
        assert letter(name, signed).endswith("\n\nJo Lee\n\njo@example.org\n")
        assert "[write: your name]" in letter(name, values())
    assert letter("brief", signed).startswith("# Jo Lee\n")


def test_the_persons_own_question_is_in_every_letter():
    asks = Person("ana", "Ana Ruiz", "vice-chair", next_ask="May I sit in on a debriefing?")
    for name in MINE:
        assert letter(name, values(person=asks)).count("May I sit in on a debriefing?") == 1


def test_a_specialty_with_brackets_makes_no_double_ones():
    given = {**values(), "specialty": "Internal medicine (hospital medicine)."}
    assert "my field is Internal medicine (hospital medicine). I would" in letter("outreach", given)


def test_nobody_is_thanked_for_advice_that_was_not_noted():
    met = Person("ana", "Ana Ruiz", "vice-chair", status="met")
    assert "advice" not in letter("follow-up", values(person=met))
    assert "came of it" not in letter("follow-up", values(person=met))
    assert "What came of your advice" in letter("follow-up", values())


def test_examples_fit_the_learners_of_the_addressee_and_leave_out_what_drained():
    log = (
        did("Old student session", levels=("clinical-student",), energy=2),
        did("Resident report", levels=("resident",), energy=-1, rating=Rating(4.9, 30)),
        did("Morning report", levels=("resident",), changed="a handout"),
    )
    students, none = ("preclinical-student", "clinical-student"), ()
    titles = [one.title for one in examples(log, VOCABULARY, students, 2)]
    assert titles == ["Old student session", "Morning report"]
    assert [one.title for one in examples(log, VOCABULARY, none, 1)] == ["Morning report"]


def test_the_learners_of_each_kind_of_person_are_levels_of_the_log():
    for kind in catalogue.load_kinds_of_people().by_id.values():
        assert set(kind.levels) <= set(VOCABULARY.levels)


def test_the_page_stays_one_page_however_much_there_is():
    long = "word " * 3000
    log = [did(f"{number} {long}", changed=long, learners=3) for number in range(60)]
    person = Person("ana", long, "vice-chair", next_ask=long)
    text = letter("brief", values(log=log, person=person))
    assert len(text) < 4000
    assert "[...]" in text


@pytest.mark.parametrize("name", MINE)
def test_hostile_text_stays_text_on_one_line(name):
    person = Person("x", HOSTILE, "peer", next_ask=HOSTILE)
    log = (did(HOSTILE, changed=HOSTILE, quotes=(Quote(HOSTILE, shareable=True),)),)
    text = letter(name, values(log=log, person=person) | {"specialty": HOSTILE})
    assert "{{ 7 * 7 }} {% raw %} [bold]x[/bold]" in text
    assert "49" not in text
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\nSubject: other" not in text


def test_a_template_cannot_reach_into_the_program():
    environment = letters._environment()
    for trick in ("{{ ''.__class__.__mro__ }}", "{{ person.__init__.__globals__ }}"):
        with pytest.raises(TemplateError):
            environment.from_string(trick).render(person=ANA)


def test_a_value_that_was_not_given_is_an_error_and_not_an_empty_place():
    with pytest.raises(UndefinedError):
        letter("outreach", {"person": ANA})


def test_a_long_text_is_cut_at_a_word_and_says_so():
    assert brief("one two three", 9) == "one two [...]"
    assert brief("one two three", 13) == "one two three"
    assert brief(None) == ""


def test_nothing_but_a_letter_loads_jinja(home):
    program = (
        "import sys\nfrom medpivot.cli import app\n"
        f"sys.argv = ['medpivot', '--home', {str(home)!r}, 'people', 'list', '--json']\n"
        "try: app()\nexcept SystemExit: pass\n"
        "assert not {'jinja2', 'rich'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
