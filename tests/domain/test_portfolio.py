from dataclasses import replace
from datetime import date

import pytest

from cv_examples import EMPTY, FULL, LOG, ODD, ONE, TODAY, VOCABULARY, did, material, thousands
from medpivot.domain.activities import Rating
from medpivot.domain.document import Entry, Table, gaps_in, lines_of
from medpivot.domain.portfolio import contributions, pooled, portfolio
from medpivot.domain.portfolio_missing import missing
from medpivot.domain.portfolio_pages import portfolio_document


def words(document):
    found = []
    for part in document.parts:
        for block in part.blocks:
            if isinstance(block, Table):
                found += [" | ".join(row) for row in (block.head, *block.rows)]
            found += ["".join(span.text for span in line) for line in lines_of(block)]
    return "\n".join(found)


def lacking(of):
    return {(one.id, one.domain): one for one in missing(of, portfolio(of, TODAY))}


def test_the_first_page_has_five_contributions_of_the_last_years_at_most_two_of_a_domain():
    log = [did(n, f"Talk {n}", "lecture", n, rating=Rating(4.5, 9)) for n in range(1, 9)]
    log += [did(20, "Guide", "guide", 1), did(21, "Committee", "committee", 2)]
    found = contributions(log, VOCABULARY, TODAY)
    assert [one.title for one in found] == ["Talk 8", "Talk 7", "Talk 6", "Committee", "Guide"]
    alone = contributions(log[:8], VOCABULARY, TODAY)
    assert [one.title for one in alone] == [f"Talk {n}" for n in (8, 7, 6, 5, 4)]


def test_what_is_older_than_five_years_counts_only_where_nothing_is_newer():
    old = replace(
        did(1, "Old and rated", "lecture", 1, rating=Rating(5, 30)), date=date(2021, 11, 22)
    )
    new = did(2, "New", "lecture", 1)
    assert [one.title for one in contributions([old, new], VOCABULARY, TODAY)] == ["New"]
    assert [one.title for one in contributions([old], VOCABULARY, TODAY)] == ["Old and rated"]


def test_each_domain_has_its_sums_with_how_many_entries_say_them():
    found = portfolio(FULL, TODAY).domains
    assert list(found) == ["teaching", "curriculum", "mentoring", "leadership", "assessment"]
    teaching = found["teaching"]
    assert (teaching.entries, teaching.learners.total, teaching.hours.learners.total) == (4, 66, 33)
    assert (teaching.prep_hours.n, teaching.prep_hours.total) == (2, 9)
    text = words(portfolio_document(FULL, TODAY))
    assert (
        "4 activities, 66 learners, 33 contact hours and 9 hours of preparation "
        "(noted for 2 of 4)." in text
    )


def test_a_product_that_stands_in_its_domain_too_points_to_where_it_is_told_in_full():
    lines = words(portfolio_document(FULL, TODAY)).splitlines()
    rows = [one for one in lines if "Poster: feedback that happens" in one and "|" in one]
    assert rows
    assert all("see Scholarly products" in one for one in rows)
    assert "Work from the log is counted in its domain, and not again here." in lines
    others = [one for one in lines if "|" in one and "Poster" not in one]
    assert not any("see Scholarly products" in one for one in others)


def test_courses_taken_and_clinic_are_no_teaching():
    found = portfolio(FULL, TODAY)
    assert [one.title for one in found.learned] == ["Essentials of clinical teaching"]
    titles = {entries[-1].title for work in found.domains.values() for entries in work.things}
    assert not titles & {"Essentials of clinical teaching", "Clinic in the fog"}


def test_ratings_stand_with_raters_scale_before_and_peers_and_too_few_are_not_counted():
    teaching = portfolio(FULL, TODAY).domains["teaching"]
    assert (teaching.pooled.activities, teaching.pooled.raters) == (3, 46)
    assert teaching.pooled.mean == pytest.approx((4.1 * 11 + 4.6 * 14 + 4.4 * 21) / 46)
    text = words(portfolio_document(FULL, TODAY))
    assert "Mar 2026 | Sepsis for interns | 4.6 | 14 | 1–5 | 4.1 | 4.2" in text
    assert "Ward teaching block | 4.8 | 3 (too few) | 1–5" in text


def test_ratings_on_different_scales_are_put_on_one_first():
    one = pooled([Rating(9, 10, 9), Rating(1, 10, 5), Rating(3, None), Rating(3, 2)])
    assert (one.activities, one.raters, one.mean, one.scale) == (2, 20, 3.0, 5)
    assert pooled([Rating(4, 3)]) is None


def test_learners_stand_by_level_and_year():
    found = portfolio(FULL, TODAY).by_level
    assert list(found) == ["clinical-student", "intern", "resident"]
    assert {year: one.learners.total for year, one in found["intern"].items()} == {
        2025: 14,
        2026: 48,
    }
    text = words(portfolio_document(FULL, TODAY))
    assert "Intern | 14 (1) | 48 (2) | 62 (3)" in text
    assert "All, each session once | 14 (1) | 78+ (8) | 92+ (9)" in text
    assert "Contact hours | 1 | 32+ | 33+" in text


def test_ratings_of_one_thing_in_one_year_are_put_together_and_years_stay_apart():
    log = [
        did(1, "Rounds", "bedside-teaching", -3, rating=Rating(4.0, 10)),
        did(2, "Rounds", "bedside-teaching", 1, rating=Rating(4.4, 10, before=4.0)),
        did(3, "rounds", "bedside-teaching", 5, rating=Rating(4.8, 30, peer_mean=4.1)),
        did(4, "Rounds", "bedside-teaching", 6, rating=Rating(1.0, 2)),
        did(5, "Seminar", "small-group", 7, rating=Rating(5, 2)),
        did(6, "Lab", "small-group", 8, rating=Rating(4)),
    ]
    found = portfolio(material(log=log), TODAY).domains["teaching"]
    said = [(one.title, one.times, one.mean, one.raters, one.too_few) for one in found.ratings]
    assert said == [
        ("Lab", 1, 4, None, False),
        ("Seminar", 1, 5, 2, True),
        ("Rounds", 2, pytest.approx(4.7), 40, False),
        ("Rounds", 1, 4.0, 10, False),
    ]
    rounds = found.ratings[2]
    assert (rounds.before, rounds.peer_mean, rounds.first.month, rounds.last.month) == (
        4,
        4.1,
        1,
        5,
    )
    text = words(portfolio_document(material(log=log), TODAY))
    assert "the mean of 3 ratings" in text
    assert "Ratings by fewer than 4 are not counted." in text
    assert "2026 | Rounds | 2 | 4.7 | 40 | 1–5 | 4.0 | 4.1" in text


def test_what_is_done_often_is_asked_for_a_rating_only_while_it_has_none():
    rounds = [did(n, "Rounds", "bedside-teaching", n, learners=5) for n in (1, 2, 3)]
    assert lacking(material(log=rounds))["rating", ""].ids == ("entry003",)
    rated = replace(rounds[0], rating=Rating(4.4, 9))
    assert ("rating", "") not in lacking(material(log=[rated, *rounds[1:]]))


def test_a_number_that_is_not_noted_is_shown_as_unknown():
    log = [
        did(1, "A", "lecture", 1, levels=("intern",)),
        did(2, "B", "lecture", 2, levels=("resident",), learners=4),
        did(3, "C", "lecture", 2, levels=("resident",)),
    ]
    text = words(portfolio_document(material(log=log), TODAY))
    assert "Intern | ? (1) | ? (1)" in text
    assert "Resident | 4+ (2) | 4+ (2)" in text


def test_only_quotes_that_may_be_shared_and_no_paths_are_in_it():
    text = words(portfolio_document(FULL, TODAY))
    assert "“My first night of call was survivable.”" in text
    for secret in ("PRIVATE WORDS", "secret-folder", "fog", "energy"):
        assert secret not in text


def test_what_changed_and_what_it_built_on_are_there():
    text = words(portfolio_document(FULL, TODAY))
    assert "Kern's six steps" in text
    assert "ICU survival guide for interns: Every intern carries it" in text
    assert "[write: one thing you do differently now" in text
    reflects = replace(FULL.profile, facts={**FULL.profile.facts, "reflection": "I ask first."})
    assert "I ask first." in words(portfolio_document(replace(FULL, profile=reflects), TODAY))
    assert ("reflection", "") in lacking(FULL)
    assert ("reflection", "") not in lacking(replace(FULL, profile=reflects))
    assert "People learn medicine by deciding something" in text


def test_what_is_missing_names_the_entries_and_the_command_that_closes_it():
    found = lacking(FULL)
    assert found["levels", ""].ids == ("entry006",)
    assert found["too-few", ""].ids == ("entry004",)
    assert found["quotes", ""].ids == ("entry002",)
    assert found["hours", ""].ids == ("entry008",)
    assert "entry005" not in found["evidence", ""].ids
    assert found["approach", "teaching"].close == "medpivot profile set approach.teaching=TEXT"
    assert ("domain", "teaching") not in found
    assert ("philosophy", "") not in found
    assert ("products", "") not in found
    empty = lacking(EMPTY)
    assert empty["domain", "mentoring"].close == "medpivot log add TITLE --kind mentoring"
    assert ("products", "") in empty


def test_the_final_portfolio_has_neither_empty_domains_nor_the_page_of_what_is_missing():
    draft, final = portfolio_document(ONE, TODAY), portfolio_document(ONE, TODAY, final=True)
    assert draft.parts[-1].id == "missing"
    assert draft.parts[-1].own_page
    ids = [one.id for one in final.parts]
    assert "missing" not in ids
    assert "leadership" not in ids
    assert "teaching" in ids


def test_an_empty_log_marks_its_gaps_and_a_long_one_can_be_read():
    assert len(gaps_in(portfolio_document(EMPTY, TODAY))) > 8
    long = portfolio_document(thousands(), TODAY)
    assert all(len(one.blocks) < 30 for one in long.parts)
    rows = [one for part in long.parts for one in part.blocks if isinstance(one, Table)]
    levels, *others = rows
    assert len(levels.rows) == len(VOCABULARY.levels) + 2
    assert max(len(one.rows) for one in others) <= 12
    assert words(portfolio_document(ODD, TODAY))


def test_the_summary_page_holds_only_the_summary_and_the_contributions():
    parts = portfolio_document(FULL, TODAY).parts
    assert [one.id for one in parts[:2]] == ["summary", "contributions"]
    assert parts[2].own_page
    assert sum(isinstance(one, Entry) for one in parts[1].blocks) == 5
    assert len(LOG) == 11
