import json
from dataclasses import replace

import pytest

from drawing import drawn
from example_result import INTERVIEW, RESULT, ROLES, SOURCES
from golden import Golden, golden  # noqa: F401
from medpivot import catalogue
from medpivot.domain.answers import Answers
from medpivot.domain.assessing import assess
from medpivot.show.role_comparison import role_comparison
from medpivot.show.roles import role_page, roles_at_a_glance
from medpivot.show.roles_json import roles_document, why_document
from medpivot.show.why import why

CLERKSHIP, SIMULATION, CORE, DEAN = ROLES.roles


def squeezed(text):
    return " ".join(text.split())


def glance(shown=ROLES.roles, width=80, short_cut=None):
    return drawn(roles_at_a_glance(shown, ROLES, short_cut), width)


def page(role=CLERKSHIP, width=80):
    return drawn(role_page(role, ROLES, INTERVIEW, SOURCES), width)


def explained(place=0, width=80):
    return drawn(why(RESULT.roles[place], ROLES.roles[place], RESULT, INTERVIEW), width)


def test_all_roles_at_a_glance_look_as_they_did(golden: Golden):  # noqa: F811
    golden("roles-80.txt", glance())


def test_the_page_of_a_role_looks_as_it_did(golden: Golden):  # noqa: F811
    golden("role-page-80.txt", page())


def test_why_looks_as_it_did(golden: Golden):  # noqa: F811
    golden("why-80.txt", explained())


def test_two_roles_side_by_side_look_as_they_did(golden: Golden):  # noqa: F811
    golden("role-comparison-80.txt", drawn(role_comparison(CLERKSHIP, CORE, INTERVIEW, RESULT)))


def test_the_documents_look_as_they_did(golden: Golden):  # noqa: F811
    golden("roles.json", json.dumps(roles_document(ROLES.roles, ROLES), indent=2) + "\n")
    document = why_document(RESULT.roles[0], CLERKSHIP, RESULT)
    golden("why.json", json.dumps(document, indent=2) + "\n")


def test_surveys_far_from_the_stated_share_are_pointed_out():
    text = squeezed(glance())
    assert "20-50%! 60-80%" in text
    assert "20-50% clinical by the article, 60-80% as surveys see it (survey)" in text


def test_the_article_contradicting_itself_is_shown_with_both_figures():
    for text in (squeezed(glance()), squeezed(page())):
        assert "20-50% clinical in its table, 60% in its chart" in text


def test_a_role_without_contradictions_has_no_warning():
    assert "!" not in page(SIMULATION)


def test_unknown_facts_are_said_to_be_unknown():
    text = squeezed(page(SIMULATION))
    assert "income not known" in text
    assert "moving not known" in text
    assert "Clinical time in surveys not known" in text
    assert "unknown the inbox, nights and weekends" in text


def test_every_source_behind_a_fact_is_listed_at_the_end():
    text = page()
    for source in ("article", "survey", "judgment"):
        assert f"({source})" in text
        assert f"\n  {source}" in text[text.index("\nSources") :]


def test_an_own_role_is_marked_and_names_no_shipped_source():
    own = replace(SIMULATION, own=True, training_source="own")
    text = page(own)
    assert "your own" in text.splitlines()[0]
    assert "(your own)" in text


def test_a_short_cut_shows_only_its_roles():
    text = glance((CLERKSHIP,), short_cut=ROLES.short_cuts[0])
    assert text.startswith("Regular hours")
    assert "Core faculty" not in text


def test_the_points_of_why_add_up_to_the_fit():
    rows = [line for line in explained().splitlines() if line[2:3].isupper()]
    figures = [line.split() for line in rows if line.split()[-1].isdigit() and "0." in line]
    parts, total = figures[:8], rows[[row.split()[0] for row in rows].index("Sum")].split()
    assert sum(int(row[-1]) for row in parts) == int(total[-1]) == RESULT.roles[0].fit


def test_why_shows_what_a_hand_calculation_needs():
    text = squeezed(explained())
    assert "Hands-on teaching 0.40 0.079" in text
    assert "you want: a lot or more, level 3" in text
    assert "it offers: a little to some, level 1 to 2 (judgment)" in text
    assert "because: simulation +2" in text
    assert "because: teaching learners, the most +1, students +2" in text


def test_why_says_what_was_not_said_and_what_was_assumed():
    text = squeezed(explained())
    assert "you want: not said" in text
    assert "because: you ticked students and not residents" in text
    assert "because: no answer of yours asks for it" in text


def test_why_does_not_misquote_what_was_ticked():
    interview, roles = catalogue.load_interview(), catalogue.load_roles()
    result = assess(Answers({"learners": ("residents", "colleagues")}), interview, roles)
    one = result.roles[0]
    text = squeezed(drawn(why(one, roles.role(one.id), result, interview)))
    assert "because: you ticked residents and not students" in text


def test_why_names_every_drain():
    text = squeezed(explained())
    assert "lifts two (the inbox, nights and weekends); keeps one (productivity scores)" in text


def test_a_blocked_role_is_explained_without_a_share_of_first_places():
    text = squeezed(explained(3))
    assert "first in" not in text
    assert "training blocked." in text


def test_a_comparison_without_an_assessment_says_how_to_get_the_points():
    text = squeezed(drawn(role_comparison(CLERKSHIP, CORE, INTERVIEW, None)))
    assert "After `medpivot assess`" in text


@pytest.mark.parametrize("width", [60, 80, 120])
def test_nothing_is_wider_than_the_screen_or_cut_off(width):
    texts = (
        glance(width=width),
        page(width=width),
        explained(width=width),
        drawn(role_comparison(CLERKSHIP, CORE, INTERVIEW, RESULT), width),
    )
    for text in texts:
        assert max(len(line) for line in text.splitlines()) <= width
        assert "…" not in text


@pytest.mark.parametrize("width", [40, 60])
def test_on_a_narrow_screen_the_roles_stand_under_one_another_with_whole_words(width):
    text = drawn(roles_at_a_glance(ROLES.roles, ROLES), width)
    lines = [line.strip() for line in text.splitlines()]
    assert max(map(len, text.splitlines())) <= width
    for role in ROLES.roles:
        assert any(role.id in line for line in lines)
    assert any(line.startswith("clinical  ") for line in lines)


def test_two_roles_on_a_narrow_screen_are_told_under_each_label():
    first, second = ROLES.roles[:2]
    text = drawn(role_comparison(first, second, INTERVIEW, RESULT), 60)
    assert f"1  {first.title}\n2  {second.title}" in text
    assert "\nRegular hours\n  1  " in text
    assert max(map(len, text.splitlines())) <= 60
