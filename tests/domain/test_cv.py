import json
from dataclasses import replace
from datetime import date

import pytest

from cv_examples import (
    EMPTY,
    FULL,
    LOG,
    ODD,
    ONE,
    PROFILE,
    TODAY,
    VOCABULARY,
    did,
    item,
    material,
    thousands,
)
from medpivot.domain.activities import Rating
from medpivot.domain.cv import MOST_IN_A_SECTION, cv
from medpivot.domain.cv_lines import deed_facts, item_entry, rating_line
from medpivot.domain.deeds import deeds
from medpivot.domain.document import Entry, gaps_in, lines_of
from medpivot.domain.profile import Profile
from medpivot.show.cv_json import document_json


def words(document):
    return "\n".join(
        "".join(span.text for span in line)
        for part in document.parts
        for block in part.blocks
        for line in lines_of(block)
    )


def section(document, name):
    return next((one for one in document.parts if one.id == name), None)


def heads(document, name):
    return [
        "".join(span.text for span in one.head)
        for one in section(document, name).blocks
        if isinstance(one, Entry)
    ]


def test_education_comes_first_and_clinical_work_after():
    ids = [one.id for one in cv(FULL, TODAY).parts]
    first = ["summary", "highlights", "teaching", "curriculum", "leadership", "scholarship"]
    assert ids[:6] == first
    assert ids.index("clinical") > ids.index("development")
    assert ids[-1] == "references"


def test_positions_papers_and_committees_stand_where_a_reader_looks_for_them():
    made = cv(FULL, TODAY)
    assert heads(made, "clinical") == ["Attending hospitalist, St. Mary's"]
    assert heads(made, "appointments") == ["Clinical instructor, Cascade"]
    assert heads(made, "leadership")[0].startswith("Ward lead")
    scholarship, other = heads(made, "scholarship"), heads(made, "other-scholarship")
    assert scholarship[0].startswith("Keller A, Ito M. Handoffs: a survey of interns.")
    assert any(one.startswith("Feedback in ninety seconds") for one in scholarship)
    assert other == ["Ito M, Keller A. Readmission after pneumonia. J Hosp Med. 2022;17:33-8."]
    assert "Gone and removed" not in words(made)


def test_the_person_decides_what_an_entry_is_about():
    said = item("publication", "p", "Readmission after pneumonia", start="2022", education=True)
    made = cv(material(Profile(every=(said,))), TODAY)
    assert "Readmission" in heads(made, "scholarship")[0]
    assert section(made, "other-scholarship") is None


def test_the_newest_position_comes_first_and_one_that_goes_on_before_all():
    jobs = (
        item("position", "a", "Surgeon A", where="x", start="2001", end="2024"),
        item("position", "b", "Surgeon B", where="x", start="1999"),
        item("position", "c", "Surgeon C", where="x", start="2010", end="2025-03"),
    )
    made = cv(material(Profile(every=jobs)), TODAY)
    assert [one[:9] for one in heads(made, "clinical")] == ["Surgeon B", "Surgeon C", "Surgeon A"]


def test_what_drains_energy_private_words_and_paths_have_no_way_in():
    whole = json.dumps(document_json(cv(FULL, TODAY), ()))
    for secret in ("PRIVATE WORDS", "survivable", "fog", "secret-folder", "400", "energy"):
        assert secret not in whole


def test_a_thing_done_twice_is_one_entry_with_its_figures_and_the_entries_they_come_from():
    [talk] = [
        one
        for one in section(cv(FULL, TODAY), "teaching").blocks
        if isinstance(one, Entry) and one.head[0].text == "Sepsis for interns"
    ]
    facts, rating, changed = ("".join(span.text for span in line) for line in talk.details)
    assert facts == "Lecture, 2 times, 30 learners (interns), 2 hours, St. Mary's"
    assert rating == (
        "Rated 4.6 on a scale of 1 to 5 by 14 raters; 4.1 before it was changed; mean of peers 4.2"
    )
    assert changed == "What changed: Cases instead of slides"
    assert (talk.when, talk.sources) == ("2025 – 2026", ("entry001", "entry002"))


def test_a_rating_by_three_is_left_out_and_one_without_its_raters_asks_for_them():
    made = cv(FULL, TODAY)
    assert "4.8" not in words(made)
    unsaid = cv(material(log=[did(1, "Talk", "lecture", 2, rating=Rating(4.5))]), TODAY)
    assert "how many raters" in gaps_in(unsaid)


def test_a_log_alone_makes_a_draft_with_its_gaps_marked():
    made = cv(ONE, TODAY)
    assert heads(made, "teaching") == ["Sepsis for interns"]
    assert section(made, "highlights") is None
    left = gaps_in(made)
    assert left[0] == "your name"
    assert any("medical school" in one for one in left)
    assert section(made, "references") is None


def test_with_nothing_at_all_every_section_that_matters_is_a_gap():
    made = cv(EMPTY, TODAY)
    assert made.title == "Curriculum vitae"
    assert len(gaps_in(made)) == 11
    assert all(one.text for line in words(made).splitlines() for one in [made.name])


def test_a_gap_somebody_typed_is_not_counted_as_one():
    assert not [one for one in gaps_in(cv(ODD, TODAY)) if "hack" in one]


def test_references_are_those_who_would_speak_and_are_to_be_asked_again():
    made = cv(FULL, TODAY)
    assert heads(made, "references") == ["Maria Santos, clerkship director, Cascade"]
    assert any("ask each of them again" in one for one in gaps_in(made))


def test_five_thousand_entries_make_a_cv_that_can_be_read():
    made = cv(thousands(), TODAY)
    for part in made.parts:
        assert sum(isinstance(one, Entry) for one in part.blocks) <= MOST_IN_A_SECTION + 5
    assert "more activities" in words(made)


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_the_log_does_not_matter(order):
    turned = replace(FULL, activities=LOG[::order])
    assert document_json(cv(turned, TODAY), ()) == document_json(cv(FULL, TODAY), ())


def test_an_empty_profile_shares_nothing_with_a_full_one():
    assert "Anna" not in words(cv(replace(FULL, profile=Profile()), TODAY))
    assert PROFILE.fact("name") == "Anna Keller"


@pytest.mark.parametrize(
    ("authors", "own"),
    [
        ("Keller A, Ito M", "Keller A"),
        ("Ito M, Keller AB, Brandt L", "Keller AB"),
        ("Ito, M., & Keller, A.", "Keller, A."),
        ("A. Keller and M. Ito", "A. Keller"),
        ("Anna B. Keller; Ito M", "Anna B. Keller"),
        ("Kellerman A, Keller B", None),
    ],
)
def test_one_s_own_name_stands_out_among_the_authors(authors, own):
    paper = item("publication", "p", "On it", authors=authors, where="J Med", link="10.1/x")
    head = item_entry(paper, "Anna Keller").head
    assert [one.text for one in head if one.style == "strong"] == [own or "On it."]
    text = "".join(one.text for one in head)
    assert text.startswith(authors)
    assert text.endswith(" On it. J Med. doi:10.1/x")


def test_a_log_of_less_than_a_year_is_not_summed_up_as_if_it_were_a_career():
    material = replace(FULL, activities=(did(1, "Rounds", "lecture", 11),))
    for today, there in ((date(2026, 11, 22), False), (date(2027, 11, 6), True)):
        assert ("From a log that begins in November 2026" in words(cv(material, today))) is there


def test_one_learner_is_one_intern():
    one = did(1, "Rounds", "lecture", 11, learners=1, levels=("intern",))
    (deed,) = deeds([one], VOCABULARY)
    assert "1 learner (intern)" in deed_facts(deed, VOCABULARY)
    (deed,) = deeds([replace(one, learners=2)], VOCABULARY)
    assert "2 learners (interns)" in deed_facts(deed, VOCABULARY)


def test_an_earlier_rating_without_a_word_on_a_change_claims_none():
    rating = Rating(mean=4.6, scale=5, raters=9, before=3.9)
    said = "".join(span.text for span in rating_line(rating, changed=False))
    assert said == "Rated 4.6 on a scale of 1 to 5 by 9 raters; 3.9 the time before"
