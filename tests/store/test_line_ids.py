"""Ids of entries: random, named by their beginnings, and a near miss is understood."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medpivot.errors import MedpivotError
from medpivot.store import line_ids


def test_ids_are_eight_characters_and_do_not_repeat():
    ids = {line_ids.new_id() for _ in range(2000)}
    assert len(ids) == 2000
    assert all(len(one) == 8 and one.isalnum() and one == one.lower() for one in ids)


def test_any_unique_beginning_of_four_names_an_entry():
    ids = ["abcd2345", "abce2345", "wxyz2345"]
    assert line_ids.resolve("wxyz", ids) == "wxyz2345"
    assert line_ids.resolve("ABCD", ids) == "abcd2345"
    assert line_ids.resolve("abce2345", ids) == "abce2345"


@pytest.mark.parametrize(
    ("prefix", "words"),
    [("wxy", "too short"), ("abcd", "fits 2"), ("wxyy", "no entry"), ("", "too short")],
)
def test_a_beginning_that_names_no_single_entry_is_refused(prefix, words):
    with pytest.raises(MedpivotError, match=words):
        line_ids.resolve(prefix, ["abcd2345", "abcd9999", "wxyz2345"])


def test_a_near_miss_names_the_entry_that_was_meant():
    with pytest.raises(MedpivotError) as caught:
        line_ids.resolve("wxyy2345", ["abcd2345", "wxyz2345"])
    assert "wxyz2345" in caught.value.hint


@given(st.sets(st.text("ab", min_size=8, max_size=8), max_size=12))
@settings(max_examples=60)
def test_the_shown_beginning_of_each_id_names_it(ids):
    for one, beginning in line_ids.short(ids).items():
        assert line_ids.resolve(beginning, ids) == one
