from dataclasses import replace
from datetime import date

import pytest

from job_examples import OFFERS, answering, checked, fine_job, job
from medpivot.domain.activities import Rating
from medpivot.domain.deeds import Deed
from medpivot.domain.job_words import figure, money_words, number, ratio_words, share
from medpivot.domain.jobs import JobAnswer
from medpivot.show.job_search import deed_words
from medpivot.show.job_words import answer_words, next_command, next_words, written_words

TODAY = date(2026, 11, 22)
BARE = job(role=None)
FINE = fine_job()


@pytest.mark.parametrize(
    ("one", "words", "command"),
    [
        (BARE, "apply, or let it go", ""),
        (replace(BARE, deadline=date(2026, 12, 6)), "apply by 6 Dec 2026, or let it go", ""),
        (replace(BARE, deadline=TODAY), "apply by 22 Nov 2026, or let it go", ""),
        (
            replace(BARE, deadline=date(2026, 11, 21)),
            "the deadline was 21 Nov 2026: applied, or closed?",
            "",
        ),
        (replace(BARE, stage="applied"), "wait for word", ""),
        (replace(BARE, stage="applied", stage_on=date(2026, 11, 2)), "wait for word", ""),
        (
            replace(BARE, stage="applied", stage_on=date(2026, 11, 1)),
            "no word for 3 weeks: one friendly email",
            "",
        ),
        (replace(BARE, stage="talking"), "ask 7 key questions", "medpivot jobs ask offer"),
        (
            replace(answering(FINE, "schedule", "theirs"), stage="offer"),
            "settle 1 thing",
            "medpivot jobs check offer",
        ),
        (
            replace(FINE, stage="offer"),
            "check it once more, then decide",
            "medpivot jobs check offer",
        ),
        (
            replace(FINE, stage="accepted"),
            "have it confirmed in writing",
            "medpivot jobs confirm offer",
        ),
        (replace(FINE, stage="declined"), "nothing more", ""),
        (replace(FINE, stage="closed"), "nothing more", ""),
    ],
)
def test_what_comes_next_depends_on_the_stage_and_on_what_is_known(one, words, command):
    check = checked(one)
    assert next_words(one, check, TODAY) == words
    assert next_command(one, check) == command


@pytest.mark.parametrize(
    ("value", "said"),
    [(1, "1"), (1.2, "1.2"), (0.889, "0.89"), (5000, "5,000"), (0, "0"), (0.005, "0.01")],
)
def test_figures_are_rounded_halves_up_and_carry_no_needless_digits(value, said):
    assert figure(figure_of(value)) == said


def figure_of(value):
    from decimal import Decimal

    return Decimal(str(value))


def test_a_share_has_a_decimal_and_money_its_currency():
    assert share(figure_of(1)) == "1.0"
    assert money_words(figure_of(210000), "USD") == "210,000 USD"
    assert money_words(figure_of(210000)) == "210,000"


def test_known_ratios_are_said_in_words():
    from fractions import Fraction

    assert ratio_words(Fraction(2, 3)) == "two thirds"
    assert ratio_words(Fraction(3, 5)) == "60 percent"
    assert number(Fraction(2, 3)) == 0.6667


def test_an_answer_is_shown_with_the_words_behind_it():
    schedule, support = OFFERS.question("schedule"), OFFERS.question("support")
    said = answering(BARE, "schedule", "theirs", "the chief")
    assert answer_words(said, schedule, "") == 'Somebody can add sessions alone; "the chief"'
    only_words = job(answers={"support": JobAnswer(words="half a coordinator")})
    assert answer_words(only_words, support, "") == "half a coordinator"
    assert [written_words(one) for one in (True, False, None)] == [
        "in writing",
        "only said",
        "in writing?",
    ]


def test_what_travels_is_said_with_learners_ratings_and_what_changed():
    deed = Deed(
        title="Murmur workshop",
        kind="lecture",
        times=2,
        first=date(2026, 3, 1),
        last=date(2026, 5, 1),
        learners=24,
        at_least=True,
        rating=Rating(mean=4.6, raters=12, scale=5, before=3.9),
        changed="Now part of the block",
        quote=None,
    )
    assert deed_words(deed) == (
        "Murmur workshop (lecture, from March to May 2026); at least 24 learners; "
        "rated 4.6 of 5 by 12, 3.9 before; Now part of the block"
    )
