from dataclasses import replace
from types import MappingProxyType

import pytest
from catalogue_fixture import INTERVIEW, KEEN, ROLES, TEACHER, answers

from example_result import RESULT
from medpivot import catalogue
from medpivot.domain.assessing import assess
from medpivot.domain.assessment import Agreement, Want
from medpivot.domain.dimensions import PULLED
from medpivot.domain.experiments import experiments, leading_roles

TWINS = replace(ROLES, roles=tuple(replace(TEACHER, id=one) for one in ("a", "b", "c", "d")))


def test_a_role_that_leads_alone_is_tested_where_it_loses_most():
    found = assess(KEEN, INTERVIEW, ROLES).experiments
    assert [(one.role, one.dimension, one.why) for one in found] == [
        ("teacher", "design", "weak"),
        ("teacher", "scholarship", "unknown"),
    ]
    assert found[0].text == "Try a little design."


def test_tied_roles_are_tested_on_different_dimensions_and_three_at_most():
    result = assess(KEEN, INTERVIEW, TWINS)
    assert [one.id for one in leading_roles(result.roles)] == ["a", "b", "c"]
    assert [one.role for one in result.experiments] == ["a", "b", "c"]
    assert len({one.dimension for one in result.experiments}) == 3


def test_the_experiment_of_a_role_comes_before_the_one_for_all_roles():
    own = replace(TEACHER, experiments=MappingProxyType({"design": "Rewrite one hour."}))
    found = assess(KEEN, INTERVIEW, replace(ROLES, roles=(own,))).experiments
    assert found[0].text == "Rewrite one hour."


def test_a_role_with_less_than_is_wanted_is_tested_by_doing_without():
    less = replace(ROLES, experiments_without=MappingProxyType({"design": "Ask who builds."}))
    wanted_more, unknown = assess(KEEN, INTERVIEW, less).experiments
    assert (wanted_more.dimension, wanted_more.text) == ("design", "Ask who builds.")
    assert unknown.text == ROLES.experiments["scholarship"]


@pytest.mark.parametrize("dimension", PULLED)
def test_no_shipped_role_is_tested_by_work_that_it_does_not_hold(dimension):
    roles = catalogue.load_roles()
    for role in roles.roles:
        if role.ranges[dimension].high > 1 or dimension in role.experiments:
            continue
        for level, direction in ((4, "at-least"), (None, None)):
            origin = "pulled" if level else "unknown"
            want = Want(dimension, level, direction, 0.2, (), origin)
            lost = Agreement(dimension, 0.0, 0.2, 0.0, 0)
            result = replace(RESULT.roles[0], id=role.id, agreements=(lost,), blockers=())
            (found,) = experiments((result,), (want,), roles)
            assert found.text == roles.experiments_without[dimension]


def test_a_blocked_role_is_not_tested():
    nobody = assess(KEEN.with_value("clinical-most", 1), INTERVIEW, TWINS)
    assert all(role.blocked for role in nobody.roles)
    assert nobody.experiments == ()


def test_what_is_only_assumed_is_tested_as_unknown():
    leader = next(role for role in ROLES.roles if role.id == "director")
    person = answers(dread=["inbox"], priorities=["leadership", "design", "clinical"])
    found = assess(person, INTERVIEW, replace(ROLES, roles=(leader,))).experiments
    assert (found[0].dimension, found[0].why) == ("leadership", "unknown")
