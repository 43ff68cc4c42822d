from dataclasses import replace

from example_result import ROLES
from medpivot.domain.clinical_time import chart_disagrees, middle_gap, surveys_disagree
from medpivot.domain.roles import ClinicalSeen

ROLE = ROLES.roles[0]


def seen(low, high):
    return replace(ROLE, clinical_seen=ClinicalSeen(low, high, "", "survey"))


def test_the_gap_is_between_the_middles_of_the_two_ranges():
    assert middle_gap(seen(60, 80)) == 35
    assert middle_gap(seen(0, 10)) == -30


def test_surveys_disagree_from_more_than_twenty_points_on():
    assert not surveys_disagree(seen(40, 70))
    assert surveys_disagree(seen(41, 70))
    assert surveys_disagree(seen(0, 10))


def test_without_a_survey_nothing_can_disagree():
    role = replace(ROLE, clinical_seen=None)
    assert middle_gap(role) is None
    assert not surveys_disagree(role)


def test_a_chart_disagrees_only_outside_the_range():
    assert chart_disagrees(replace(ROLE, chart_clinical=60))
    assert not chart_disagrees(replace(ROLE, chart_clinical=50))
    assert not chart_disagrees(replace(ROLE, chart_clinical=None))
