"""What a plan is made for: what was asked for, what held before, what the answers say."""

from dataclasses import replace

import pytest

from example_result import RESULT, with_verdict
from medpivot.domain.answers import Answers
from medpivot.domain.plan import Route
from medpivot.domain.usual import Terms, Wishes, experiment_for, planned_verdict, settle, usual_role
from plan_parts import drafted

PIVOT = with_verdict("pivot", "pivot")
ANSWERS = Answers({"hours-weekly": 2.5, "training": "certificate"})
BEFORE = drafted(hours=4, months=20, role="simulation-director", route="masters")


def certificate(role_id: str | None) -> Route:
    """The way that the answers lead to, whatever the role."""
    return "certificate"


def test_with_nothing_wished_the_answers_decide() -> None:
    assert settle(Wishes(), ANSWERS, PIVOT, None, certificate) == Terms(
        None, 2.5, "clerkship-director", "certificate", "full"
    )


def test_with_the_same_answers_the_plan_before_decides() -> None:
    assert settle(Wishes(), ANSWERS, RESULT, BEFORE, certificate) == Terms(
        20, 4, "simulation-director", "masters", "full"
    )


def test_a_wish_comes_before_both() -> None:
    wished = Wishes(None, 15, 3, "core-faculty", "local", "test")
    assert settle(wished, ANSWERS, RESULT, BEFORE, certificate) == Terms(
        15, 3, "core-faculty", "local", "test"
    )


def test_other_hours_choose_the_kind_anew_and_with_it_the_length() -> None:
    terms = settle(Wishes(hours=1), ANSWERS, RESULT, BEFORE, certificate)
    assert (terms.kind, terms.months, terms.role) == ("test", None, "simulation-director")
    back = settle(Wishes(hours=3), ANSWERS, PIVOT, drafted(kind="test", months=None), certificate)
    assert (back.kind, back.months) == ("full", None)


def test_a_full_plan_wished_for_once_stays_one_with_other_hours_and_gets_its_own_length() -> None:
    terms = settle(
        Wishes(hours=2), ANSWERS, with_verdict("test-first", "test-first"), BEFORE, certificate
    )
    assert (terms.kind, terms.months) == ("full", None)


@pytest.mark.parametrize(
    ("verdict", "hours", "kind"),
    [
        ("pivot", 1.5, "full"),
        ("pivot", 1.25, "test"),
        ("test-first", 6, "test"),
        ("another-change", 6, "test"),
    ],
)
def test_only_a_pivot_with_an_hour_and_a_half_a_week_gets_a_full_plan(verdict, hours, kind) -> None:
    result = with_verdict(verdict, verdict)
    assert settle(Wishes(hours=hours), ANSWERS, result, None, certificate).kind == kind
    assert (
        settle(Wishes(hours=hours, kind="full"), ANSWERS, result, None, certificate).kind == "full"
    )


def test_a_test_plan_wished_for_once_stays_one() -> None:
    before = drafted(kind="test", months=None, hours=4)
    assert settle(Wishes(), ANSWERS, RESULT, before, certificate).kind == "test"


def test_no_hours_at_all_stay_none_for_the_plan_to_refuse() -> None:
    assert settle(Wishes(hours=0), ANSWERS, RESULT, BEFORE, certificate).hours == 0


def test_who_says_that_no_hours_are_free_gets_a_plan_that_shows_what_half_an_hour_would_do() -> (
    None
):
    nothing_free = Answers({"hours-weekly": 0})
    assert settle(Wishes(), nothing_free, RESULT, None, certificate).hours == 0.5


def test_another_change_is_tried_first_and_leads_toward_no_role() -> None:
    other = with_verdict("another-change", "another-change")
    terms = settle(Wishes(), ANSWERS, other, None, certificate)
    assert (terms.kind, terms.role, terms.route) == ("test", None, "local")
    assert planned_verdict("another-change", terms.role, terms.kind) == "another-change"


@pytest.mark.parametrize("wishes", [Wishes(role="core-faculty"), Wishes(kind="full")])
def test_who_asks_for_education_against_their_answers_gets_it(wishes: Wishes) -> None:
    other = with_verdict("another-change", "another-change")
    terms = settle(wishes, ANSWERS, other, None, certificate)
    assert planned_verdict("another-change", terms.role, terms.kind) == "test-first"


def test_the_usual_role_is_the_best_that_nothing_blocks() -> None:
    assert usual_role(RESULT) == "clerkship-director"
    blocked = [one for one in RESULT.roles if one.blocked]
    assert usual_role(replace(RESULT, roles=tuple(blocked))) is None


@pytest.mark.parametrize(
    ("role", "text"),
    [
        ("simulation-director", "Write one simulation case."),
        (None, "Teach one skill at the bedside."),
    ],
)
def test_the_experiment_is_the_role_s_own_where_there_is_one(role, text) -> None:
    assert experiment_for(RESULT, role) == text
    assert experiment_for(replace(RESULT, experiments=()), role) == ""
