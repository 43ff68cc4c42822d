"""The fit of a role: weight times agreement, added up, with every point accounted for."""

import math
from collections.abc import Sequence

from medpivot.domain.agreement import mean_agreement
from medpivot.domain.assessment import Agreement, Want
from medpivot.domain.roles import Role

_NOISE_DIGITS = 9
"""Fits that differ only beyond this many digits differ by rounding of the machine."""


def exact_fit(role: Role, wants: Sequence[Want]) -> float:
    """The fit, 0 to 100, not rounded: the sum of what `contributions` lists.

    An additive value function (SMARTER: Edwards and Barron 1994).
    """
    return math.fsum(_points(role, want) for want in wants)


def contributions(role: Role, wants: Sequence[Want]) -> tuple[Agreement, ...]:
    """What each dimension adds to the fit, in points, and in whole points that add up too."""
    points = [_points(role, want) for want in wants]
    return tuple(
        Agreement(want.dimension, _agreement(role, want), want.weight, exact, shown)
        for want, exact, shown in zip(wants, points, whole_points(points), strict=True)
    )


def whole_points(points: Sequence[float]) -> tuple[int, ...]:
    """The points as whole numbers that add up to the rounded whole.

    Each is rounded down, and what is missing goes one by one to those that lost most (largest
    remainder, the method of Hamilton).
    """
    total = whole(math.fsum(points))
    down = [math.floor(settled(one)) for one in points]
    by_loss = sorted(range(len(points)), key=lambda place: (down[place] - points[place], place))
    for place in by_loss[: total - sum(down)]:
        down[place] += 1
    return tuple(down)


def whole(fit: float) -> int:
    """The fit as a whole number; a half is rounded up."""
    return math.floor(settled(fit) + 0.5)


def settled(number: float) -> float:
    """The number without the noise of floating point arithmetic: fits are compared in this form."""
    return round(number, _NOISE_DIGITS)


def _agreement(role: Role, want: Want) -> float:
    return mean_agreement(want.dimension, want.level, want.direction, role.ranges[want.dimension])


def _points(role: Role, want: Want) -> float:
    return 100 * want.weight * _agreement(role, want)
