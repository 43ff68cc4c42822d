"""Whether two statements about the clinical time of a role agree with each other."""

from medpivot.domain.dimensions import CLINICAL
from medpivot.domain.roles import Role

FAR_APART = 20.0
"""Percentage points between two middles from which a warning is due: the authors' judgment."""


def middle_gap(role: Role) -> float | None:
    """Percentage points from the middle of the role's stated range to the middle that surveys saw.

    Above 0: surveys saw more clinical time than stated. None where no survey is known.
    """
    if role.clinical_seen is None:
        return None
    stated, seen = role.ranges[CLINICAL], role.clinical_seen
    return (seen.low + seen.high) / 2 - (stated.low + stated.high) / 2


def surveys_disagree(role: Role) -> bool:
    """Do surveys see a clinical share more than 20 points away from the stated one?"""
    gap = middle_gap(role)
    return gap is not None and abs(gap) > FAR_APART


def chart_disagrees(role: Role) -> bool:
    """Does the article's own chart name a share outside the article's own range?"""
    stated = role.ranges[CLINICAL]
    return role.chart_clinical is not None and not stated.low <= role.chart_clinical <= stated.high
