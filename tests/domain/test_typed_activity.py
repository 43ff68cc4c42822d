"""An activity from what somebody typed: understood without guessing, refused with reasons."""

from dataclasses import replace
from datetime import date

import pytest

from activity_examples import TODAY, VOCABULARY, taught
from medpivot.domain.activities import Quote, Rating
from medpivot.domain.typed_activity import Typed, changed_activity, new_activity


def new(**typed):
    activity, problems = new_activity(
        "aaaabbbb", Typed(**{"title": "Talk", "kind": "lecture"} | typed), VOCABULARY, TODAY
    )
    return activity, {one.key: one.what for one in problems}


def changed(activity, **typed):
    after, problems = changed_activity(activity, Typed(**typed), VOCABULARY, TODAY)
    return after, {one.key: one.what for one in problems}


def test_title_and_kind_are_enough():
    assert new() == (taught("Talk"), {})


def test_every_field_is_understood():
    activity, problems = new(
        date="yesterday",
        role="Invited",
        setting="Ward 5",
        reach="national",
        levels=("intern,resident", "intern"),
        learners=" 12 ",
        contact_hours="1.5",
        prep_hours="3.0",
        mean="8.5",
        raters="9",
        scale="9",
        before="7",
        peer_mean="8.1",
        energy="-1",
        quotes=("Good", "Best"),
        shareable=True,
        changed="They ask first",
        evidence="slides.pdf",
        milestone="first-talk",
    )
    assert problems == {}
    assert activity == taught(
        "Talk",
        day=date(2026, 11, 21),
        role="invited",
        setting="Ward 5",
        reach="national",
        levels=("intern", "resident"),
        learners=12,
        contact_hours=1.5,
        prep_hours=3,
        rating=Rating(8.5, 9, 9, 7, 8.1),
        energy=-1,
        quotes=(Quote("Good", shareable=True), Quote("Best", shareable=True)),
        changed="They ask first",
        evidence="slides.pdf",
        milestone="first-talk",
    )


@pytest.mark.parametrize("kind", ["small-group", "Small Group", "small group", "SMALL_GROUP"])
def test_a_word_is_known_by_its_id_or_label_in_any_case(kind):
    assert new(kind=kind)[0].kind == "small-group"


def test_the_domain_is_the_usual_one_of_the_kind_unless_named():
    assert new(kind="guide")[0].domain == "curriculum"
    assert new(kind="guide", domain="leadership")[0].domain == "leadership"


def test_everything_wrong_is_named_at_once():
    _, problems = new(
        kind="lecure", date="5/12/2026", learners="x", contact_hours="1:30", mean="7", raters="2.5"
    )
    assert set(problems) == {
        "kind",
        "date",
        "learners",
        "contact_hours",
        "rating.mean",
        "rating.raters",
    }
    assert "two ways" in problems["date"]


@pytest.mark.parametrize(
    ("hours", "reason"),
    [
        ("1:30", "write 1.5"),
        ("1,500", "read in two ways; write it without a comma"),
        ("90min", "not a number"),
        ("1e2", "not a number"),
        ("nan", "not a number"),
        ("--5", "not a number"),
        ("", "not a number"),
        ("\u0661", "not a number"),
        ("201", "outside 0 to 200"),
        ("-1", "outside 0 to 200"),
    ],
)
def test_hours_are_decimals_and_nothing_else(hours, reason):
    _, problems = new(contact_hours=hours)
    assert reason in problems["contact_hours"]


@pytest.mark.parametrize(("typed", "hours"), [("1,5", 1.5), ("1.5h", 1.5), ("0,75 hours", 0.75)])
def test_a_comma_that_can_only_be_a_decimal_one_is_one(typed, hours):
    activity, problems = new(contact_hours=typed, mean="4,5")
    assert problems == {}
    assert (activity.contact_hours, activity.rating.mean) == (hours, 4.5)


def test_a_missing_kind_is_asked_for_by_its_choices():
    _, problems = new(kind=None)
    assert list(problems) == ["kind"]
    assert "lecture, small-group" in problems["kind"]


def test_what_belongs_to_a_rating_needs_one():
    _, problems = new(before="4", raters="9")
    assert set(problems) == {"rating.before", "rating.raters"}
    assert "beside a rating" in problems["rating.before"]


def test_free_text_is_never_read_as_anything_else():
    activity, _ = new(title="2 days ago: lecture for 30 interns, energy -2")
    assert (activity.date, activity.learners, activity.energy) == (TODAY, None, None)


def test_sharing_without_a_quote_is_refused():
    assert "quotes" in new(shareable=True)[1]


OLD = taught(
    levels=("intern",),
    rating=Rating(4.2, 9, 5, 3.9),
    energy=1,
    quotes=(Quote("Good"),),
    extra={"later": 1},
)


def test_an_edit_changes_only_what_is_typed():
    after, problems = changed(OLD, learners="7")
    assert (after, problems) == (replace(OLD, learners=7), {})


def test_levels_and_quotes_are_added_unless_cleared():
    assert changed(OLD, levels=("resident",))[0].levels == ("intern", "resident")
    assert changed(OLD, clear=("level",), levels=("resident",))[0].levels == ("resident",)
    assert [one.text for one in changed(OLD, quotes=("Best",))[0].quotes] == ["Good", "Best"]
    assert changed(OLD, clear=("quote",))[0].quotes == ()


def test_quotes_can_be_shared_and_kept_later():
    shared, _ = changed(OLD, shareable=True)
    assert shared.quotes == (Quote("Good", shareable=True),)
    assert changed(shared, shareable=False)[0] == OLD
    one_shared, _ = changed(OLD, quotes=("Best",), shareable=True)
    assert one_shared.quotes == (Quote("Good"), Quote("Best", shareable=True))


def test_part_of_a_rating_can_be_changed_and_taken_back():
    assert changed(OLD, raters="3")[0].rating == Rating(4.2, 3, 5, 3.9)
    assert changed(OLD, clear=("before",))[0].rating == Rating(4.2, 9, 5)
    assert changed(OLD, clear=("rating",))[0].rating is None
    assert changed(OLD, clear=("energy",))[0].energy is None


def test_clearing_what_is_no_field_is_refused():
    assert "did you mean energy?" in changed(OLD, clear=("enrgy",))[1]["clear"]
    assert "cannot be cleared" in changed(OLD, clear=("title",))[1]["clear"]


def test_a_new_kind_brings_its_domain_unless_another_was_chosen():
    assert changed(OLD, kind="guide")[0].domain == "curriculum"
    chosen = replace(OLD, domain="leadership")
    assert changed(chosen, kind="guide")[0].domain == "leadership"


def test_an_edit_is_not_held_up_by_what_was_wrong_before():
    old = replace(OLD, kind="tele-lecture", date=date(2027, 1, 1))
    assert changed(old, learners="7")[1] == {}
    assert set(changed(old, learners="-7")[1]) == {"learners"}
