"""What speaks for a role and against it by name alone, without the answers behind it."""

from collections.abc import Mapping, Sequence
from typing import Final

from medpivot.domain.assessment import Agreement, Assessment, RoleResult
from medpivot.domain.sentences import ENOUGH
from medpivot.domain.wording import NAMES, listed

_NAMED: Final = 2
"""Dimensions named on each side."""


def gains(role: RoleResult, result: Assessment) -> list[str]:
    """The dimensions on which the role gives what was asked for, the two heaviest by name."""
    known = {want.dimension for want in result.wants if want.known}
    found = [one for one in role.agreements if one.agreement >= ENOUGH and one.dimension in known]
    return _heaviest(found, {one: one.points for one in found})


def losses(role: RoleResult, result: Assessment) -> list[str]:
    """The dimensions on which it does not, the two that cost most by name."""
    said = {want.dimension for want in result.wants if want.level is not None}
    found = [one for one in role.agreements if one.agreement < ENOUGH and one.dimension in said]
    return _heaviest(found, {one: 100 * one.weight - one.points for one in found})


def in_a_line(role: RoleResult, result: Assessment) -> str:
    """Both by name, such as `For: work with students. Against: leadership work.` or less."""
    found, lost = gains(role, result), losses(role, result)
    said = f"For: {listed(found)}." if found else "Nothing strong for it."
    return f"{said} Against: {listed(lost)}." if lost else said


def _heaviest(found: Sequence[Agreement], size: Mapping[Agreement, float]) -> list[str]:
    ordered = sorted(found, key=lambda one: -size[one])
    return [NAMES[one.dimension] for one in ordered[:_NAMED]]
