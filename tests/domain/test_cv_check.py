from dataclasses import replace

import pytest

from cv_examples import EMPTY, FULL, TODAY, WORDS
from medpivot.domain.cv import cv
from medpivot.domain.cv_check import check
from medpivot.domain.cv_words import first_of
from medpivot.export.markdown import markdown


def found(text, of=FULL):
    return [(one.id, one.line) for one in check(text.split("\n"), of)]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("I am burned out and ready to go.", "away.burned-out"),
        ("I need a change.", "away.need-a-change"),
        ("I want to step away from the ward.", "away.leaving"),
        ("The role offers work-life balance.", "away.hours"),
        ("I’m tired of the clinic.", "away.complaint"),
        ("I am fed up with RVUs.", "away.complaint"),
        ("Despite my lack of training, I apply.", "away.apology"),
        ("I have always been interested in teaching.", "vague.interested"),
        ("I have extensive teaching behind me.", "vague.extensive"),
    ],
)
def test_each_kind_of_weak_line_is_found_with_its_place(text, finding):
    assert (finding, 3) in found(f"Dear committee,\n\n{text}")


def test_every_phrase_is_found_by_itself_and_says_why_and_where_to_go():
    for phrase in (*WORDS.away.values(), *WORDS.vague.values()):
        for one in phrase.phrases:
            assert first_of((one,), f"So: {one.replace('*', 'y').upper()}.")
        for one in phrase.mine:
            assert phrase.said_in(f"So I say: {one.replace('*', 'y')}.")
            assert not phrase.said_in(f"So they say: {one.replace('*', 'y')}.")
        assert phrase.why.endswith(".")
        assert phrase.toward.endswith(".")


@pytest.mark.parametrize(
    ("line", "finding"),
    [
        ("After twelve years in hospital medicine I have hit a wall.", "away.burned-out"),
        ("The nights have left me depleted.", "away.burned-out"),
        ("I want to transition away from full-time clinical work.", "away.leaving"),
        ("I no longer find clinical work fulfilling.", "away.leaving"),
        ("I am unhappy where I am.", "away.leaving"),
        ("My present employer does not value education.", "away.complaint"),
        ("I would have more time with my kids.", "away.hours"),
        ("Although I do not have formal training, I learn.", "away.apology"),
        ("I feel stuck.", "away.need-a-change"),
        ("I have always had a love of teaching.", "vague.interested"),
        ("I have supervised countless residents.", "vague.extensive"),
        ("I would bring a strong work ethic.", "vague.anyone"),
        ("As a hospitalist I have worked closely with residents.", "claim.residents"),
        ("- Gave talks to interns", "claim.lectures"),
        ("- Led small groups and taught interns", "claim.residents"),
        ("I have presented a poster on it.", "claim.scholarship"),
    ],
)
def test_a_weak_line_is_found_in_the_words_letters_have(line, finding):
    assert finding in [one for one, _ in found(line)]


@pytest.mark.parametrize(
    "line",
    [
        "I do not want to give up emergency medicine.",
        "My clinic taught me how to get out of the way of a student who thinks.",
        "We have an escape room, and students escape the classroom in it.",
        "A new challenge for our interns was the inbox, so we changed it.",
        "Our residents were overwhelmed by pages in July.",
        "Endless possibilities, overwhelmed interns and toxic shock",
        "I would keep half of my clinical time, because students learn beside it.",
        "I want to teach residents in a place that measures it.",
        "I have not published on residents.",
        "I resolved the frustrations of the residents.",
        "I was struck by the decision to move clerkships earlier.",
        "I precept residents in clinic every week.",
        "My patients have taught me what residents need.",
        "References are available on request.",
    ],
)
def test_a_line_that_says_something_else_is_left_alone(line):
    assert found(line) == []


def test_a_title_before_a_name_ends_no_sentence():
    [one] = check(["I gave lectures with Dr. Lee and St. Mary's J. Doe to interns."], FULL)
    assert one.sentence.startswith("I gave")
    assert one.sentence.endswith("to interns.")


def test_empty_words_come_with_what_the_log_has():
    [one] = check(["I have given many lectures to interns."], FULL)
    assert one.id == "vague.extensive"
    assert one.why.endswith(
        "Your log has 3 activities of this kind since September 2025, with 62 learners and 3 contact hours."
    )
    assert len(one.ids) == 3


def test_a_talk_on_burnout_is_no_confession():
    assert found("My workshop on how residents feel burned out had 40 of them.") == []


def test_words_within_words_are_not_found():
    assert not first_of(("escape",), "A landscaped garden")


def test_interest_with_a_figure_or_a_title_beside_it_is_no_empty_word():
    assert found("I have a passion for teaching: 14 talks last year.") == []
    assert found("I enjoy teaching. Last year I gave 12 talks.") == []
    assert found("I love teaching, as the ICU survival guide for interns shows.") == []
    assert found("I love teaching. I love it so.", EMPTY)[0][0] == "vague.interested"


def test_a_claim_the_log_can_count_gets_its_number_and_the_entries():
    [one] = check(["I regularly give lectures to the interns of our house."], FULL)
    assert one.id == "claim.lectures"
    assert (
        one.why
        == "Your log has 3 activities of this kind since September 2025, with 62 learners and 3 contact hours."
    )
    assert set(one.ids) == {"entry001", "entry002", "entry003"}


def test_a_title_of_the_log_is_recognized():
    [one] = check(["I built the ICU survival guide for interns with a fellow."], FULL)
    assert (one.id, one.ids) == ("claim.title", ("entry005",))


def test_a_claim_with_a_figure_or_nothing_in_the_log_is_left_alone():
    assert found("I gave eleven lectures to the interns of our house.") == []
    assert found("I regularly give lectures to the interns of our house.", EMPTY) == []


def test_a_sentence_over_two_lines_is_found_on_the_line_it_begins_on():
    assert found("Dear all,\n\nI am a surgeon. I am burned\nout, and I say so.") == [
        ("away.burned-out", 3)
    ]


def test_a_place_left_to_write_is_named():
    [one] = check(["Dear [write: the name of the chair],"], FULL)
    assert (one.sort, one.words) == ("gap", "[write: the name of the chair]")


def test_our_own_cv_has_only_its_gaps_to_find():
    drafted = replace(FULL, profile=replace(FULL.profile, facts={}))
    text = markdown(cv(drafted, TODAY)).decode().splitlines()
    assert {one.sort for one in check(text, drafted)} == {"gap"}
