"""Activities as log entries and back: nothing is lost, and nothing wrong gets in."""

import json

import pytest
from hypothesis import given

from activity_examples import TODAY, VOCABULARY, activities, taught
from medpivot.domain.activity_checks import check_activity
from medpivot.domain.entries import from_entry, to_entry, to_record

RECORD_KEYS = [
    *("id", "date", "title", "kind", "domain", "role", "setting", "reach", "levels", "learners"),
    *("contact_hours", "prep_hours", "rating", "energy", "quotes", "changed", "evidence"),
    "milestone",
]

ENTRY = {"date": "2026-11-22", "title": "Sepsis talk", "kind": "lecture", "domain": "teaching"}


@given(activity=activities())
def test_an_activity_survives_its_way_through_the_file(activity):
    through_the_file = json.loads(json.dumps(to_entry(activity)))
    assert from_entry(activity.id, through_the_file) == activity


@given(activity=activities())
def test_a_record_has_every_key_whatever_is_known(activity):
    record = to_record(activity)
    assert list(record) == RECORD_KEYS
    assert from_entry(activity.id, {k: v for k, v in record.items() if k != "id"}).title == (
        activity.title
    )


@given(activity=activities())
def test_what_may_be_logged_may_be_read_back(activity):
    assert check_activity(activity, VOCABULARY, TODAY) == []
    from_entry(activity.id, to_entry(activity))


def test_an_entry_keeps_only_what_is_known():
    assert to_entry(taught()) == ENTRY


def test_unknown_is_null_in_a_record():
    record = to_record(taught())
    assert record["learners"] is record["rating"] is record["energy"] is None
    assert record["levels"] == record["quotes"] == []


def test_keys_of_another_version_survive_an_edit():
    entry = {**ENTRY, "end": "2026-11-23", "outcome": {"level": "2b"}}
    assert to_entry(from_entry("aaaabbbb", entry)) == entry


def test_a_word_the_vocabulary_dropped_is_still_read():
    assert from_entry("aaaabbbb", {**ENTRY, "kind": "tele-lecture"}).kind == "tele-lecture"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"date": None}, "date is missing"),
        ({"date": "last friday"}, "date 'last friday' is not a date"),
        ({"date": 20261122}, "date is not a date"),
        ({"title": ""}, "title is missing"),
        ({"title": 5}, "title is not text"),
        ({"kind": None}, "kind is missing"),
        ({"energy": 3}, "energy: 3 is outside -2 to 2"),
        ({"energy": True}, "energy: is not a number"),
        ({"energy": 0.5}, "energy: 0.5 is not a whole number"),
        ({"learners": -1}, "learners: -1 is outside 0 to 10,000 learners"),
        ({"learners": 10**400}, "learners: is not a number"),
        ({"contact_hours": float("nan")}, "contact_hours: is not a number"),
        ({"contact_hours": "1.5"}, "contact_hours: is not a number"),
        ({"levels": "intern"}, "levels is not a list of words"),
        ({"levels": [1]}, "levels is not a list of words"),
        ({"rating": 4.5}, "rating is not a table"),
        ({"rating": {}}, "rating.mean is missing"),
        ({"rating": {"mean": 7}}, "rating.mean: 7 is outside the scale, 1 to 5"),
        ({"rating": {"mean": "x"}}, "rating.mean is not a number"),
        ({"rating": {"mean": 7, "scale": 0}}, "rating.scale: 0 is outside 2 to 100"),
        ({"rating": {"mean": 4, "raters": 0}}, "rating.raters: 0 is outside 1 to 10,000 raters"),
        ({"quotes": "Good"}, "quotes is not a list"),
        ({"quotes": ["Good"]}, "a quote has no text"),
    ],
)
def test_a_mangled_entry_is_refused_with_the_reason(change, reason):
    with pytest.raises(ValueError) as refusal:
        from_entry("aaaabbbb", {**ENTRY, **change})
    assert str(refusal.value).startswith(reason)


def test_a_quote_is_shared_only_where_it_says_so():
    entry = {**ENTRY, "quotes": [{"text": "a"}, {"text": "b", "shareable": "yes"}]}
    assert not any(quote.shareable for quote in from_entry("aaaabbbb", entry).quotes)
