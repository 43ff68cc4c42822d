from catalogue_fixture import INTERVIEW, KEEN, ROLES, answers
from hypothesis import given, settings
from people_fixture import people

from medpivot.domain.comparing import AnswerChange, compare


def test_the_same_answers_show_no_change():
    found = compare(KEEN, KEEN, INTERVIEW, ROLES)
    assert (found.answers, found.wants, found.fits) == ((), (), ())
    assert not found.new_first
    assert not found.new_verdict
    assert found.before == found.now


def test_changed_answers_are_listed_with_what_they_were():
    later = (
        KEEN.with_value("schedule", 1)
        .with_value("relocate", None)
        .with_value("study-interest", "yes")
    )
    assert compare(KEEN, later, INTERVIEW, ROLES).answers == (
        AnswerChange("schedule", 3, 1),
        AnswerChange("relocate", "no", None),
        AnswerChange("study-interest", None, "yes"),
    )


def test_a_change_of_mind_about_learners_moves_wants_fits_and_the_first_place():
    later = KEEN.with_value("learners", ("residents",)).with_value(
        "free-week", ("teach-residents",)
    )
    later = later.with_value("priorities", ("residents", "design", "clinical"))
    found = compare(KEEN, later, INTERVIEW, ROLES)
    assert {one.dimension for one in found.wants} >= {"students", "residents"}
    assert (found.before.first, found.now.first) == ("teacher", "director")
    assert found.new_first
    moved = {one.role: (one.place_before, one.place_now) for one in found.fits}
    assert moved["director"] == (2, 1)
    assert moved["teacher"] == (1, 2)


def test_a_new_first_place_among_roles_too_close_to_call_is_not_firm():
    before = answers(learners=["students"], priorities=["students", "design", "clinical"])
    assert compare(before, before, INTERVIEW, ROLES).firm
    assert not compare(before, answers(), INTERVIEW, ROLES).firm


def test_a_role_that_got_blocked_is_listed_though_its_fit_is_the_same():
    later = KEEN.with_value("clinical-most", 10)
    found = {one.role: one for one in compare(KEEN, later, INTERVIEW, ROLES).fits}
    assert (found["teacher"].blocked_before, found["teacher"].blocked_now) == (False, True)
    assert found["teacher"].before == found["teacher"].now


def test_a_new_headline_is_told():
    later = KEEN.with_value("hard-work", "no")
    found = compare(KEEN, later, INTERVIEW, ROLES)
    assert found.new_verdict
    assert (found.before.headline, found.now.headline) == ("pivot", "another-change")


@settings(max_examples=6, deadline=None)
@given(people(), people())
def test_looking_back_shows_the_same_changes_the_other_way_round(one, other):
    there, back = (compare(*pair, INTERVIEW, ROLES) for pair in ((one, other), (other, one)))
    assert {(c.question, c.before, c.now) for c in there.answers} == {
        (c.question, c.now, c.before) for c in back.answers
    }
    assert (there.before, there.now) == (back.now, back.before)
    assert {(c.role, c.before, c.now) for c in there.fits} == {
        (c.role, c.now, c.before) for c in back.fits
    }
