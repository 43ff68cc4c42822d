"""What a plan is made for: what was asked for, what held before, what the answers say."""

from dataclasses import replace

import pytest

from example_result import RESULT, with_verdict
from medpivot.domain.answers import Answers
from medpivot.domain.usual import Terms, Wishes, experiment_for, settle, usual_role
from plan_parts import drafted

ANSWERS = Answers({"hours-weekly": 2.5, "training": "certificate"})
BEFORE = drafted(hours=4, months=20, role="simulation-director", route="masters")


def test_with_nothing_wished_the_answers_decide() -> None:
    assert settle(Wishes(), ANSWERS, RESULT, None) == Terms(
        None, 2.5, "clerkship-director", "certificate", "full"
    )


def test_with_the_same_answers_the_plan_before_decides() -> None:
    assert settle(Wishes(), ANSWERS, RESULT, BEFORE) == Terms(
        20, 4, "simulation-director", "masters", "full"
    )


def test_a_wish_comes_before_both() -> None:
    wished = Wishes(None, 15, 3, "core-faculty", "local", "test")
    assert settle(wished, ANSWERS, RESULT, BEFORE) == Terms(15, 3, "core-faculty", "local", "test")


def test_other_hours_choose_the_kind_anew_and_with_it_the_length() -> None:
    terms = settle(Wishes(hours=1), ANSWERS, RESULT, BEFORE)
    assert (terms.kind, terms.months, terms.role) == ("test", None, "simulation-director")
    back = settle(Wishes(hours=3), ANSWERS, RESULT, drafted(kind="test", months=None))
    assert (back.kind, back.months) == ("full", None)


def test_a_test_plan_wished_for_once_stays_one() -> None:
    before = drafted(kind="test", months=None, hours=4)
    assert settle(Wishes(), ANSWERS, RESULT, before).kind == "test"


def test_no_hours_at_all_stay_none_for_the_plan_to_refuse() -> None:
    assert settle(Wishes(hours=0), ANSWERS, RESULT, BEFORE).hours == 0


def test_another_change_is_tested_first() -> None:
    other = with_verdict("another-change", "another-change")
    assert settle(Wishes(), ANSWERS, other, None).kind == "test"


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
