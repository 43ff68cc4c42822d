"""What to test next: the shakiest dimension of each leading role as a small thing to try.

A result is a guess about work the person has not done yet. Listing what is least sure and going
to find out is how 80,000 Hours and Designing Your Life end a decision, and the article's Step 3.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from medpivot.domain.assessment import Agreement, Experiment, RoleResult, Want
from medpivot.domain.dimensions import PULLED, Dimension
from medpivot.domain.roles import Range, Roles

MOST_ROLES = 3
ALONE = 2
"""Experiments for a role with which no other is tied."""

LITTLE = 1
"""The level up to which a role holds too little of a kind of work to be tested by doing it."""

_LEAST_LOSS = 1.0
"""Points of the fit below which a dimension leaves nothing to test."""


def leading_roles(ranked: Sequence[RoleResult]) -> tuple[RoleResult, ...]:
    """The first role that nothing blocks and those tied with it, at most three, in their order."""
    free = [role for role in ranked if not role.blocked]
    close = [role for role in free if role is free[0] or role.id in free[0].tied]
    return tuple(close[:MOST_ROLES])


def experiments(
    ranked: Sequence[RoleResult], wants: Sequence[Want], roles: Roles
) -> tuple[Experiment, ...]:
    """One experiment per leading role, on the dimension where most of its fit is lost or unsure.

    No dimension is tested twice, and a role that leads alone gets two experiments.
    """
    leading = leading_roles(ranked)
    chosen: list[Experiment] = []
    for role in leading * ALONE if len(leading) == 1 else leading:
        tested = {one.dimension for one in chosen}
        doubts = _by_doubt(role, wants, roles)
        found = next((one for one in doubts if one.dimension not in tested), None)
        if found:
            chosen.append(found)
    return tuple(chosen)


def _by_doubt(role: RoleResult, wants: Sequence[Want], roles: Roles) -> Iterator[Experiment]:
    """The possible experiments of a role, the one that would settle most points first."""
    why: dict[Dimension, Literal["weak", "unknown"]] = {
        want.dimension: "weak" if want.known else "unknown" for want in wants
    }
    wanted = {want.dimension: want for want in wants}
    for agreement in sorted(role.agreements, key=_lost, reverse=True):
        text = _text(role.id, wanted[agreement.dimension], roles)
        if text and _lost(agreement) >= _LEAST_LOSS:
            yield Experiment(role.id, agreement.dimension, why[agreement.dimension], text)


def _lost(agreement: Agreement) -> float:
    return 100 * agreement.weight - agreement.points


def _text(role_id: str, want: Want, roles: Roles) -> str:
    """The role's own way to try it, else the general one; to do without, where it holds little."""
    role, dimension = roles.role(role_id), want.dimension
    own = role.experiments.get(dimension) if role else None
    if own:
        return own
    general = roles.experiments.get(dimension, "")
    if role and dimension in PULLED and _falls_short(role.ranges[dimension], want):
        return roles.experiments_without.get(dimension, general)
    return general


def _falls_short(offered: Range, want: Want) -> bool:
    """Is the doubt whether so little would do, not what the work itself is like?"""
    if want.level is None or want.origin == "assumed":
        return offered.high <= LITTLE
    if want.direction == "at-least":
        return offered.low < want.level
    return want.direction == "exact" and (offered.low + offered.high) / 2 < want.level
