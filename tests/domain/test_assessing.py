from dataclasses import replace

from catalogue_fixture import INTERVIEW, KEEN, ROLES, SCHOLAR, TEACHER, answers, role
from hypothesis import given, settings
from hypothesis import strategies as st
from people_fixture import people

from medpivot.domain.assessing import assess
from medpivot.domain.fit import settled, whole


def test_the_keen_person_is_told_to_move_and_why():
    result = assess(KEEN, INTERVIEW, ROLES)
    assert result.verdict.headline == "pivot"
    assert [one.id for one in result.roles] == ["teacher", "director", "scholar"]
    assert result.roles[0].fit == 82
    assert result.stability.label == "clear"
    assert result.profile.drains == ("inbox", "nights-weekends", "meetings")
    assert result.profile.energisers_most == "courses"
    assert result.roles[0].ready == "next"


def test_blocked_roles_stand_after_the_others_however_well_they_fit():
    scholar = assess(KEEN, INTERVIEW, ROLES).roles[-1]
    assert scholar.id == "scholar"
    assert scholar.blocked
    assert scholar.fit > assess(KEEN, INTERVIEW, ROLES).roles[1].fit
    assert (scholar.p_first, scholar.p_top_two, scholar.tied) == (None, None, ())


def test_with_every_role_blocked_the_ranking_stays_and_nothing_is_first():
    result = assess(KEEN.with_value("clinical-least", 95), INTERVIEW, ROLES)
    assert len(result.roles) == 3
    assert result.stability.label == "too close to call"
    assert all(one.p_first is None for one in result.roles)


def test_no_answers_at_all_give_a_result_that_says_so():
    result = assess(answers(), INTERVIEW, ROLES)
    assert result.verdict.headline == "too-little-said"
    assert {one.fit for one in result.roles} == {50}
    assert [one.id for one in result.roles] == ["director", "scholar", "teacher"]
    assert result.given == 0


def test_no_roles_at_all_still_give_a_verdict():
    result = assess(KEEN, INTERVIEW, replace(ROLES, roles=()))
    assert result.roles == ()
    assert result.verdict.headline == "pivot"


def test_a_retired_role_is_not_ranked():
    retired = replace(ROLES, roles=(*ROLES.roles, role("old", *[2] * 8, retired=True)))
    assert assess(KEEN, INTERVIEW, retired) == assess(KEEN, INTERVIEW, ROLES)


def test_answered_counts_leave_out_own_words_and_what_is_kept_only_on_request():
    everything = len(INTERVIEW.questions) - 2
    assert assess(answers(), INTERVIEW, ROLES).asked == everything
    private = answers(burnout_level=3, must_have="a door that closes", schedule=2)
    assert assess(private, INTERVIEW, ROLES).given == 1


def test_who_dreads_nothing_is_not_counted_as_having_skipped_what_drains_most():
    before = assess(answers(), INTERVIEW, ROLES).asked
    assert assess(answers(dread=["nothing"]), INTERVIEW, ROLES).asked == before - 1


def test_own_words_are_kept_as_typed():
    result = assess(answers(must_have="[bold]a door"), INTERVIEW, ROLES)
    assert result.profile.words == {"must-have": "[bold]a door"}


def test_roles_that_twins_cannot_be_told_from_are_tied_both_ways():
    twins = replace(ROLES, roles=(TEACHER, replace(TEACHER, id="twin"), ROLES.roles[1]))
    found = {one.id: one.tied for one in assess(KEEN, INTERVIEW, twins).roles}
    assert found == {"teacher": ("twin",), "twin": ("teacher",), "director": ()}


@settings(max_examples=12, deadline=None)
@given(person=people(), order=st.permutations(ROLES.roles))
def test_the_order_of_the_roles_in_their_file_changes_nothing(person, order):
    shuffled = replace(ROLES, roles=tuple(order))
    assert assess(person, INTERVIEW, shuffled) == assess(person, INTERVIEW, ROLES)


@settings(max_examples=12, deadline=None)
@given(person=people())
def test_adding_a_role_changes_no_fit_and_reorders_no_others(person):
    before = assess(person, INTERVIEW, replace(ROLES, roles=ROLES.roles[:2])).roles
    after = [one for one in assess(person, INTERVIEW, ROLES).roles if one.id != SCHOLAR.id]
    assert [(one.id, one.exact_fit, one.agreements) for one in after] == [
        (one.id, one.exact_fit, one.agreements) for one in before
    ]


@settings(max_examples=12, deadline=None)
@given(person=people())
def test_roles_stand_by_fit_and_every_whole_number_adds_up(person):
    result = assess(person, INTERVIEW, ROLES)
    places = [(one.blocked, -settled(one.exact_fit), one.id) for one in result.roles]
    assert places == sorted(places)
    for one in result.roles:
        assert one.fit == whole(one.exact_fit) == sum(part.shown for part in one.agreements)
    free = [one for one in result.roles if not one.blocked]
    if free and result.stability.label != "too close to call":
        assert free[0].p_first == max(one.p_first for one in free)
    for one in free:
        for other in one.tied:
            assert one.id in next(each.tied for each in free if each.id == other)
