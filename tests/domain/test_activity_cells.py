"""An activity as cells of a spreadsheet: nothing is lost, and no cell is a formula."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activity_examples import TODAY, VOCABULARY, activities, taught
from medpivot.domain.activities import Quote
from medpivot.domain.activity_cells import (
    EXTRA,
    FIELDS,
    NUMERIC,
    cells_of,
    guarded,
    quotes_in,
    unguarded,
)
from medpivot.domain.column_names import columns
from medpivot.domain.importing import Rules, understood


def read_back(cells):
    """What an import makes of cells that went through a file."""
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, (*FIELDS, EXTRA))
    table.writeheader()
    table.writerow(cells)
    header, row = csv.reader(io.StringIO(text.getvalue(), newline=""))
    known, problems = columns(header, {})
    assert not problems
    found, wrong = understood((2, row), known, Rules(VOCABULARY, TODAY))
    assert not wrong
    return found.activity


def rounded(activity):
    """Hours and ratings as precise as anybody notes them."""

    def shorter(value):
        return round(value, 12) if isinstance(value, float) else value

    rating = activity.rating and replace(
        activity.rating,
        mean=shorter(activity.rating.mean),
        before=shorter(activity.rating.before),
        peer_mean=shorter(activity.rating.peer_mean),
    )
    return replace(
        activity,
        contact_hours=shorter(activity.contact_hours),
        prep_hours=shorter(activity.prep_hours),
        rating=rating,
    )


@given(activities())
def test_any_activity_comes_back_as_it_was(activity):
    activity = rounded(activity)
    assert read_back(cells_of(activity)) == activity


@given(st.text())
def test_the_apostrophe_in_front_is_taken_off_again_and_no_other(text):
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_text_cell_begins_as_a_formula_does(start):
    risky = f"{start}HYPERLINK(1)"
    activity = taught(
        risky,
        setting=risky,
        quotes=(Quote(risky),),
        changed=risky,
        evidence=risky,
        milestone=risky,
        role=risky,
        levels=(risky,),
    )
    for field, cell in cells_of(activity).items():
        assert field in NUMERIC or not cell.startswith(start), field


def test_a_negative_energy_stays_a_number():
    assert cells_of(taught(energy=-2))["energy"] == "-2"


def test_a_tiny_number_is_written_without_an_exponent():
    assert cells_of(taught(contact_hours=0.00001))["contact_hours"] == "0.00001"


def test_one_answer_is_enough_for_all_quotes():
    cells = cells_of(taught(quotes=(Quote("Good", shareable=True), Quote("Best", shareable=True))))
    assert (cells["quotes"], cells["share_quotes"]) == ("Good\nBest", "yes")


def test_quotes_are_told_apart_line_by_line():
    found = quotes_in("Good\r\nBest\n", "yes\nno")
    assert found == (Quote("Good", shareable=True), Quote("Best"))


def test_a_quote_that_nobody_said_may_be_shared_is_kept_private():
    assert quotes_in("Good", "") == (Quote("Good"),)


@pytest.mark.parametrize(("share", "reason"), [("perhaps", "neither"), ("yes\nno\nyes", "3 times")])
def test_an_unclear_word_on_sharing_is_refused(share, reason):
    with pytest.raises(ValueError, match=reason):
        quotes_in("Good\nBest", share)
