import re
import sys
from dataclasses import replace
from io import BytesIO, TextIOWrapper

import pytest

from drawing import drawn
from example_result import INTERVIEW, RESULT, ROLES, with_verdict
from golden import Golden, golden  # noqa: F401
from medpivot import catalogue
from medpivot.domain.assessing import assess
from medpivot.domain.assessment import Blocker, Lifting
from medpivot.show.assessment import assessment
from medpivot.show.ranking import runs


def screen(result=RESULT, width=80, **more):
    return drawn(assessment(result, INTERVIEW, ROLES), width, **more)


def squeezed(text):
    """The text on one line, so that a sentence is found wherever it was wrapped."""
    return " ".join(text.split())


@pytest.mark.parametrize("width", [80, 120])
def test_the_whole_screen_looks_as_it_did(golden: Golden, width):  # noqa: F811
    golden(f"assessment-{width}.txt", screen(width=width))


def test_the_screen_for_another_change_looks_as_it_did(golden: Golden):  # noqa: F811
    result = with_verdict("another-change", "another-change")
    golden("assessment-another-change.txt", screen(result))


def test_the_screen_for_not_now_looks_as_it_did(golden: Golden):  # noqa: F811
    golden("assessment-not-now.txt", screen(with_verdict("test-first", "not-now", not_now=True)))


def test_verdict_and_reasons_are_in_the_first_screenful():
    top = squeezed("\n".join(screen().splitlines()[:24]))
    assert top.startswith("Test education work first")
    for reason in RESULT.verdict.reasons:
        assert reason in top


def test_the_conclusion_stands_again_where_the_screen_ends():
    assert "Test education work first" in "\n".join(screen().splitlines()[-8:])


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_screen_and_nothing_is_cut_off(width):
    lines = screen(width=width).splitlines()
    assert max(len(line) for line in lines) <= width
    assert "…" not in "".join(lines)


def test_color_adds_nothing_that_the_words_do_not_say():
    colored = re.sub(r"\x1b\[[0-9;]*m", "", screen(color=True))
    assert [line.rstrip() for line in colored.splitlines()] == screen().splitlines()


def test_only_titles_are_bold():
    colored = screen(color=True)
    assert "\x1b[1mClerkship director:\x1b[0m lifts two" in colored
    assert "\x1b[1mWhy\x1b[0m" in colored


def test_an_ascii_terminal_gets_ascii(monkeypatch):
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(BytesIO(), encoding="ascii"))
    assert screen().isascii()
    assert "####" in screen()


def test_contradictions_are_named():
    assert "You accept less income, and no drop in it." in screen()


def test_what_is_unknown_for_every_role_is_said_once():
    assert squeezed(screen()).count("Ask a department what it pays") == 1


def test_what_is_unknown_for_one_role_is_said_with_that_role():
    first, *others = RESULT.roles
    clear = Blocker("income", "clear", "It pays enough.", "")
    first = replace(first, blockers=(*first.blockers[:2], clear, first.blockers[3]))
    text = squeezed(screen(replace(RESULT, roles=(first, *others))))
    assert "Unknown for every role, and counted against none. Moving" in text
    assert "unclear No source says what it pays. Ask a department what it pays." in text


def test_blocked_roles_stand_last_with_what_lifts_the_blocker():
    text = squeezed(screen())
    assert "- Education dean" in text
    assert "blocked: training" in text
    assert "Education dean. A master's degree or a fellowship is usually required" in text
    assert "Be open to a certificate at least" in text


def test_each_leading_role_says_what_becomes_of_the_drains():
    text = squeezed(screen())
    assert "Of your three drains:" in text
    assert (
        "Clerkship director: lifts two; keeps one (productivity scores); "
        "adds meetings and politics" in text
    )
    assert "unknown for two (the inbox, productivity scores)" in text


def test_a_drain_that_a_role_has_more_of_is_not_just_kept():
    first, *others = RESULT.roles
    worse = replace(first, lifting=replace(first.lifting, worsens=first.lifting.keeps))
    text = squeezed(screen(replace(RESULT, roles=(worse, *others))))
    assert "keeps one (productivity scores); brings more productivity scores" in text


def test_where_all_leading_roles_come_later_one_that_could_be_next_is_named():
    later = tuple(replace(role, ready="later") for role in RESULT.roles)
    fourth = replace(later[0], id="core", title="Core faculty", ready="next", fit=31)
    text = squeezed(screen(replace(RESULT, roles=(*later[:3], fourth, *later[3:]))))
    assert "One that could come next: Core faculty (fit 31 of 100); against it:" in text
    nothing = tuple(replace(one, agreement=0.1) for one in fourth.agreements)
    weak = replace(fourth, agreements=nothing)
    text = squeezed(screen(replace(RESULT, roles=(*later[:3], weak, *later[3:]))))
    assert "No role that could come next has anything strong for it; nearest is Core" in text
    assert "One that could come next" not in text
    none = squeezed(screen(replace(RESULT, roles=later)))
    assert "could come next" not in none
    assert "Of the roles that nothing blocks none usually comes before" in none


@pytest.mark.parametrize("width", [40, 60])
def test_on_a_narrow_screen_no_title_is_cut_and_each_role_has_its_figures(width):
    text = screen(width=width)
    assert max(map(len, text.splitlines())) <= width
    assert "first" in text
    assert "…" not in text
    words = squeezed(text)
    for role in RESULT.roles:
        assert role.title in words


def test_a_role_that_lifts_or_keeps_every_drain_says_so_in_a_word():
    drains = RESULT.profile.drains
    first, second, *others = RESULT.roles
    roles = (
        replace(first, lifting=Lifting(drains, (), (), ())),
        replace(second, lifting=Lifting((), drains, (), ())),
        *others,
    )
    text = squeezed(screen(replace(RESULT, roles=roles)))
    assert "Clerkship director: lifts all three" in text
    assert "Simulation director: keeps all three" in text


def test_the_screen_says_that_stability_is_not_a_chance_of_success():
    text = squeezed(screen())
    assert "first in 48 of 100 small doubts. That is too close to call." in text
    assert "not a chance of success" in text


def test_another_role_that_came_first_more_often_is_named_when_it_is_too_close_to_call():
    shares = {"clerkship-director": 0.40, "simulation-director": 0.45, "core-faculty": 0.15}
    stability = replace(RESULT.stability, p_first=shares)
    text = squeezed(screen(replace(RESULT, stability=stability)))
    assert "first in 40 of 100 small doubts, Simulation director in 45. That is too close" in text


def test_ties_are_said_in_words():
    assert "tied with 2" in screen()
    assert "Tied at the top: Clerkship director; Simulation director." in screen()


def test_the_weak_evidence_for_interest_fit_is_on_the_screen():
    text = squeezed(screen())
    assert "predicts satisfaction only weakly (the figures: METHODS.md)" in text
    assert "31 of 38 questions answered" in text


def test_alternatives_lead_when_another_change_comes_first():
    text = screen(with_verdict("another-change", "another-change"))
    assert text.index("The same work, less of it") < text.index("Roles, best fit first")
    assert "Ask what 0.8 would cost you." in text
    assert "Look first at: The same work, less of it." in text


def test_alternatives_stand_below_the_roles_otherwise():
    text = screen()
    assert text.index("The same work, less of it") > text.index("Roles, best fit first")


def test_not_now_keeps_the_ranking_and_spares_the_rest():
    text = screen(with_verdict("test-first", "not-now", not_now=True))
    assert text.startswith("Nothing has to be decided this month.")
    assert "Roles, best fit first" in text
    assert "medpivot support" in text
    assert len(text.splitlines()) < len(screen().splitlines())


def test_too_little_said_asks_the_questions_that_would_help():
    result = with_verdict("test-first", "too-little-said", ask_next=("learners", "schedule"))
    top = squeezed("\n".join(screen(result).splitlines()[:10]))
    assert top.startswith("Too little said")
    assert "medpivot assess --ask learners Whom would you rather teach?" in top
    assert "medpivot assess --ask schedule" in top


def test_a_question_that_was_answered_is_asked_for_a_further_pick():
    result = with_verdict(
        "test-first", "too-little-said", ask_next=("learners",), ask_again=("learners",)
    )
    shown = squeezed(screen(result))
    assert "(You answered this; what helps is one more pick that names the work.)" in shown
    assert "medpivot assess --ask learners one more pick there would say most" in shown


def test_the_only_role_that_nothing_blocks_is_not_called_a_lead():
    first, *others = RESULT.roles
    blocked = RESULT.roles[3].blockers[0]
    roles = (
        replace(others[0], exact_fit=first.exact_fit - 9, blockers=(), p_first=1.0, tied=()),
        replace(first, blockers=(blocked,), p_first=None, p_top_two=None, tied=()),
    )
    stability = replace(RESULT.stability, label="clear", p_first={others[0].id: 1.0}, flips=())
    shown = squeezed(screen(replace(RESULT, roles=roles, stability=stability)))
    assert "is the only role that nothing blocks: there is nothing to compare" in shown
    assert "One blocked role fits better." in shown
    assert "100 of 100" not in shown
    assert "a clear lead" not in shown


def test_answers_that_are_not_kept_lead_to_no_plan():
    shown = squeezed(drawn(assessment(RESULT, INTERVIEW, ROLES, kept=False)))
    assert "medpivot plan" not in shown
    assert "roles why" not in shown
    assert "medpivot assess answers that are kept lead to a plan" in shown


def test_with_every_role_blocked_the_screen_says_so():
    blocked = RESULT.roles[3].blockers[0]
    roles = tuple(
        replace(role, blockers=(blocked,), p_first=None, p_top_two=None, tied=())
        for role in RESULT.roles
    )
    stability = replace(RESULT.stability, p_first={}, flips=())
    text = squeezed(screen(replace(RESULT, roles=roles, stability=stability)))
    assert "Every role is blocked" in text


def test_someone_without_drains_is_not_told_of_drains():
    profile = replace(RESULT.profile, drains=(), drains_most=None)
    text = squeezed(screen(replace(RESULT, profile=profile)))
    assert "drains Nothing named." in text
    assert "Of your" not in text


def test_own_words_are_shown_as_typed_and_harmless():
    said = "\x1b[31m[red]stop[/red] \u202egnp.exe"
    profile = replace(RESULT.profile, words={"must-have": said})
    text = screen(replace(RESULT, profile=profile))
    assert "[red]stop[/red]" in text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_very_long_own_words_do_not_flood_the_screen():
    profile = replace(RESULT.profile, words={"dread-words": "word " * 2000})
    text = squeezed(screen(replace(RESULT, profile=profile)))
    assert len(text.split("word")) < 80
    assert "more characters]" in text


@pytest.mark.parametrize(
    ("places", "said"),
    [([2], "2"), ([3, 2], "2, 3"), ([1, 3, 4, 5], "1, 3-5"), ([2, 3, 4, 7], "2-4, 7"), ([], "")],
)
def test_places_in_a_row_are_joined(places, said):
    assert runs(places) == said


@pytest.mark.parametrize("sample", catalogue.sample_ids())
def test_every_sample_person_gets_a_screen_of_bearable_length_in_the_same_order(sample):
    interview, roles = catalogue.load_interview(), catalogue.load_roles()
    result = assess(catalogue.load_sample(sample).answers, interview, roles)
    text = drawn(assessment(result, interview, roles))
    lines = text.splitlines()
    assert max(len(line) for line in lines) <= 80
    # a screenful for the person, and four lines for each role there is
    assert len(lines) <= 88 + 4 * len(roles.roles)
    assert "Why" in lines[:10]
    headings = (
        "\nWhat drains you",
        "\nRoles, best fit first",
        "\nWhat to test",
        "\nHow to read this",
        "\nIn short",
    )
    places = [text.index(one) for one in headings]
    assert places == sorted(places)
