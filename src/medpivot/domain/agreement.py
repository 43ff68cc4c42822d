"""How far what a role offers agrees with what a person wants, from 0 (not at all) to 1 (fully).

The yardstick is absolute: it knows one role at a time, so that adding a role to the list can
never change the order of the others (methods that compare options with each other can; see
Computers and Industrial Engineering 2019;132:84-97). The two distances at which agreement ends,
50 percentage points and 3 levels, are the authors' judgment.
"""

from medpivot.domain.assessment import Direction
from medpivot.domain.dimensions import CLINICAL, Dimension
from medpivot.domain.roles import Range

UNKNOWN = 0.5
"""The agreement of every role with something the person did not say: it favors none."""

_CLINICAL_REACH = 50.0
_LEVEL_REACH = 3.0
_POINT = 1e-6
"""A range this narrow is taken as a point: its area would be lost in rounding."""


def reach(dimension: Dimension) -> float:
    """The distance at which nothing agrees any more: percentage points, or levels."""
    return _CLINICAL_REACH if dimension == CLINICAL else _LEVEL_REACH


def agreement_at(
    dimension: Dimension, wanted: float, direction: Direction, offered: float
) -> float:
    """The agreement, 0 to 1, with a role that offers exactly `offered`.

    Counted is 1 minus the distance over the reach, and only in the direction that matters:
    `at-least` forgives more than was wanted, `at-most` forgives less, `exact` forgives nothing.
    """
    short, over = max(0.0, wanted - offered), max(0.0, offered - wanted)
    distance = {"at-least": short, "at-most": over, "exact": short + over}[direction]
    return max(0.0, 1 - distance / reach(dimension))


def mean_agreement(
    dimension: Dimension, wanted: float | None, direction: Direction | None, offered: Range
) -> float:
    """The mean agreement, 0 to 1, over everything between the two ends of a role's range.

    It is the exact integral, not a sample. A range of one point gives the agreement at that
    point, and something unknown gives one half.
    """
    if wanted is None or direction is None:
        return UNKNOWN
    width = offered.high - offered.low
    if width < _POINT:
        return agreement_at(dimension, wanted, direction, offered.low)
    end = reach(dimension)
    enough = (_area(wanted - offered.low, end) - _area(wanted - offered.high, end)) / width
    not_too_much = (_area(offered.high - wanted, end) - _area(offered.low - wanted, end)) / width
    match direction:
        case "at-least":
            mean = enough
        case "at-most":
            mean = not_too_much
        case "exact":
            mean = enough + not_too_much - 1
    return min(1.0, max(0.0, mean))


def _area(distance: float, end: float) -> float:
    """The area under the agreement, from distance 0 to `distance`; below 0 all is agreement."""
    if distance <= 0:
        return distance
    distance = min(distance, end)
    return distance - distance * distance / (2 * end)
