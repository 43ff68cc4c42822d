"""The screens of the log at 80 and 120 columns, with and without much to show."""

from dataclasses import replace
from datetime import date

import pytest

from activity_examples import TODAY, VOCABULARY, felt, rated, taught
from drawing import drawn
from golden import Golden, golden  # noqa: F401
from medpivot.domain.activities import Quote, Rating
from medpivot.domain.log_summary import summarize
from medpivot.show.log import activity, log_list
from medpivot.show.log_summary import log_summary

FULL = taught(
    "Reading a blood gas aloud, with the interns of the night float",
    "small-group",
    id="k3fab2cd",
    role="sole",
    setting="Ward 5",
    reach="local",
    levels=("student", "intern"),
    learners=7,
    contact_hours=0.75,
    prep_hours=1,
    rating=Rating(4.6, 3, 5, 3.9, 4.2),
    energy=2,
    quotes=(Quote("First time this made sense to me."), Quote("Again, please", shareable=True)),
    changed="The students now read the gas aloud before I do.",
    evidence="slides/blood-gas.pdf",
    milestone="first-talk",
)
HOSTILE = taught(
    "[bold]x[/bold] \x1b[31mred\x1b[0m \u202egnol\u202c \U0001f600 " + "long " * 2_000,
    id="wwwwxxxx",
    setting="line one\nline two",
)
LOG = [
    *felt(-1, 0, 1, 1, 2, 2, kind="small-group"),
    *felt(0, 1, -1),
    *felt(-2, -1, -1, 0, kind="clinic"),
    rated(4.4, 3.8, title="Noon conference, rebuilt", levels=("resident",), learners=14),
    rated(4.9, 3.1, raters=3, title="Pocket guide", kind="guide", domain="curriculum"),
    FULL,
]


def squeezed(text):
    return " ".join(text.split())


def listed(entries, width=80, total=None):
    shorts = {one.id: one.id[:4] for one in entries}
    return drawn(log_list(entries, total or len(entries), shorts, VOCABULARY, width), width)


def summarized(*entries, width=80):
    return drawn(log_summary(summarize(entries, VOCABULARY), VOCABULARY), width)


def widest(screen):
    return max(len(line) for line in screen.splitlines())


def test_the_list_looks_as_it_did(golden: Golden):  # noqa: F811
    short_log = [FULL, taught("Clinic", "clinic", id="m2m2nnnn", energy=-1)]
    golden("log-list-80.txt", listed(short_log, total=43))
    golden("log-list-120.txt", listed(short_log, 120))


def test_one_activity_looks_as_it_did(golden: Golden):  # noqa: F811
    golden("log-entry-80.txt", drawn(activity(FULL, "k3fa", VOCABULARY)))


def test_the_summary_looks_as_it_did(golden: Golden):  # noqa: F811
    golden("log-summary-80.txt", summarized(*LOG))
    golden("log-summary-120.txt", summarized(*LOG, width=120))


@pytest.mark.parametrize("width", [80, 120])
def test_hostile_text_is_harmless_and_fits(width):
    screens = [
        listed([HOSTILE, FULL], width),
        drawn(activity(HOSTILE, "wwww", VOCABULARY), width),
        summarized(HOSTILE, replace(HOSTILE, rating=Rating(4, 9, 5, 3)), width=width),
    ]
    for screen in screens:
        assert "\x1b" not in screen
        assert "\u202e" not in screen
        assert widest(screen) <= width
    assert "[bold]x[/bold]" in screens[1]
    assert "line one" in screens[1]
    assert len(screens[0].splitlines()) < 20


def test_what_is_not_noted_is_said_to_be_not_noted():
    screen = drawn(activity(taught(), "aaaa", VOCABULARY))
    assert screen.count("not noted") == 11
    assert "0" not in screen.replace("2026", "")


def test_a_number_without_a_level_and_a_level_without_a_number_are_told_apart():
    assert "7; level not noted" in drawn(activity(taught(learners=7), "aaaa", VOCABULARY))
    one = taught(levels=("intern",))
    assert "number not noted; Intern" in drawn(activity(one, "aaaa", VOCABULARY))


def test_other_work_is_not_given_a_domain():
    screen = drawn(activity(taught(kind="clinic"), "aaaa", VOCABULARY))
    assert "other work, kept for comparison only" in squeezed(screen)


def test_the_list_says_how_to_see_more_than_the_newest():
    assert "The newest 1 of 43" in listed([FULL], total=43)
    assert "The newest" not in listed([FULL])


def test_four_entries_are_called_an_impression():
    screen = squeezed(summarized(*LOG))
    assert "Education work: energy +0.7 on average over 10 entries." in screen
    assert "Everything else: energy -1 on average over 4 entries, 1.7 lower." in screen
    assert "4 entries of everything else: under 6, a mean is an impression" in screen
    assert "entries of education work and" not in screen
    assert "Over time: rising" in screen


def test_both_sides_are_called_an_impression_where_both_are_small():
    few = [*felt(1, 2, 2, 1), *felt(-1, 0, kind="clinic")]
    said = "4 entries of education work and 2 entries of everything else: under 6,"
    assert said in squeezed(summarized(*few))


def test_only_kinds_with_enough_entries_are_ranked():
    few = [*felt(2, 2), *felt(1, 1, kind="committee")]
    assert "Highest" not in squeezed(summarized(*few))
    many = [*felt(2, 2, 2, 2, 2, 1), *felt(1, 1, 1, 0, 0, 0, kind="committee")]
    said = "Highest: Lecture or talk, +1.8 over 6. Lowest: Committee, +0.5 over 6."
    assert said in squeezed(summarized(*many))


def test_means_are_rounded_half_up_as_on_paper():
    # (3.6 + 4.1) / 2 = 3.85 and (4.1 + 4.6) / 2 = 4.35
    screen = squeezed(summarized(rated(4.1, 3.6), rated(4.6, 4.1)))
    assert "Ratings: 3.9 before, 4.4 after" in screen


def test_without_other_work_the_summary_says_how_to_compare():
    assert "--kind clinic --energy -1" in squeezed(summarized(*felt(1, 2)))


def test_too_few_entries_have_no_trend_and_the_summary_says_how_many_it_takes():
    screen = squeezed(summarized(*felt(1, 2)))
    assert "A trend takes six entries of education work with an energy; there are two." in screen


def test_too_few_raters_are_marked_beside_the_rating():
    screen = squeezed(summarized(*LOG))
    assert "Ratings: 3.6 before, 4.6 after on a scale of 1 to 5 (3 activities)." in screen
    assert "Without the two with too few raters: 3.8 before, 4.4 after (1 activity)." in screen
    assert screen.count("too few") == 3


def test_ratings_without_a_before_ask_for_one():
    screen = squeezed(summarized(rated(4.2)))
    assert "One activity has a rating but no earlier one to compare with." in screen
    assert "medpivot log edit ID --before N" in screen
    assert "No ratings yet." in squeezed(summarized(taught()))


def test_a_rating_without_a_before_stands_in_the_summary_and_in_the_list():
    alone = rated(4.2, raters=3, title="Journal club")
    assert "Journal club - 4.2 3 too few" in squeezed(summarized(alone))
    both = squeezed(summarized(alone, rated(4.4, 3.8)))
    assert "Journal club - 4.2 3 too few" in both
    assert "Ratings: 3.8 before, 4.4 after" in both
    assert "One more activity has a rating but no earlier one" in both
    screen = listed([alone, replace(alone, id="ccccdddd", rating=Rating(8.1, scale=9))])
    assert "rating" in screen.splitlines()[0]
    assert " 4.2 " in screen
    assert " 8.1/9 " in screen


def test_a_list_without_ratings_has_no_column_for_them():
    assert "rating" not in listed([taught()])


def test_hours_of_one_sort_only_are_said_in_words():
    screen = drawn(activity(taught(contact_hours=1), "aaaa", VOCABULARY))
    assert "1 contact, preparation not noted" in screen


def test_the_line_to_change_an_entry_names_what_is_missing_and_invents_no_value():
    assert "medpivot log edit aaaa --hours N" in drawn(
        activity(taught(learners=7), "aaaa", VOCABULARY)
    )
    assert "--title TEXT" in drawn(activity(FULL, "k3fa", VOCABULARY))
    clinic = drawn(activity(taught(kind="clinic"), "aaaa", VOCABULARY))
    assert "medpivot log edit aaaa --energy N" in clinic


def test_what_changed_afterwards_is_said_as_a_sentence():
    assert "No quotes kept. No entry says what changed afterwards." in squeezed(
        summarized(taught())
    )
    one = squeezed(summarized(taught(changed="They ask first")))
    assert "One entry says what changed afterwards." in one


def test_sums_say_from_how_many_entries_they_come():
    screen = squeezed(summarized(*LOG))
    assert "learners 21, from 2 of 12 entries" in screen
    assert "contact hours 0.75, from 1 of 12 entries" in screen
    assert "contact hours not noted in any entry" in squeezed(summarized(taught(learners=3)))


def test_years_are_shown_once_there_are_two():
    screen = summarized(taught(), taught(day=date(2025, 5, 1)))
    assert "\n  2025 " in screen
    assert "\n  2026 " in screen
    assert "\n  2026 " not in summarized(taught(day=TODAY))
