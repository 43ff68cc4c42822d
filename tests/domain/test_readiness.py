from dataclasses import replace

import pytest
from catalogue_fixture import TEACHER, answers

from medpivot.domain.readiness import readiness

LADDER = ("none", "informal", "some-roles", "formal-leadership")


@pytest.mark.parametrize("needed", LADDER)
@pytest.mark.parametrize("done", LADDER)
def test_a_role_is_next_for_those_who_have_done_what_people_do_before(needed, done):
    role = replace(TEACHER, before=needed, before_text="Usually this first.")
    ready, text = readiness(role, answers(education_so_far=done))
    assert ready == ("next" if LADDER.index(done) >= LADDER.index(needed) else "later")
    assert text.startswith("Usually this first. You have ")


def test_a_later_role_names_the_step_before_it():
    role = replace(TEACHER, before="formal-leadership")
    assert readiness(role, answers(education_so_far="informal"))[1] == (
        "Usually a leadership post in education first. "
        "You have taught now and then. A small named part comes first."
    )


def test_without_an_answer_it_is_unknown_and_says_so():
    ready, text = readiness(TEACHER, answers())
    assert ready == "unknown"
    assert text.endswith("You have not said what you have done so far.")
