"""What of a plan no longer follows from the newest answers."""

from types import MappingProxyType

import pytest

from medpivot.domain.answers import Answers
from medpivot.domain.outdated import newer_hours
from plan_parts import plan_of


def said(hours: float | None) -> Answers:
    return Answers(MappingProxyType({} if hours is None else {"hours-weekly": hours}))


@pytest.mark.parametrize(
    ("then", "now", "newer"),
    [
        (said(2.5), said(4), 4),
        (said(4), said(4), None),  # the plan was given other hours on purpose
        (None, said(4), 4),  # the answers of then are gone
        (said(2.5), said(None), None),  # skipped now: nothing was stated
        (said(None), said(4), 4),
        (said(2.5), said(0), 0.5),
        (said(2.5), said(3), None),  # what the plan has
    ],
)
def test_hours_are_newer_where_something_else_was_stated(then, now, newer) -> None:
    plan = plan_of(hours_per_week=3)
    assert plan.hours_per_week == 3
    assert newer_hours(plan, then, now) == newer
