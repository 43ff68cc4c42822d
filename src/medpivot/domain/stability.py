"""How the order of the roles bears doubt: 2,000 draws of what the person may have meant.

Each draw takes weights that keep the stated order, a value for each role from each of its ranges
and a guess at everything unknown; half of the draws also move one answer by one step. The shares
of draws in which a role comes first are robustness against one's own doubt, not a chance of
success. The method is SMAA-2 (Lahdelma and Salminen, Operations Research 2001;49:444-454); how
often an answer is moved and the lines at 75 and 50 percent are the authors' judgment.
"""

import sys
from array import array
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations
from typing import Final

from medpivot.domain.answers import Answers
from medpivot.domain.assessment import Flip, Stability, StabilityLabel, Want
from medpivot.domain.draws import drawn_fits, drawn_people, stand
from medpivot.domain.fit import exact_fit, settled
from medpivot.domain.interview import Interview
from medpivot.domain.roles import Role
from medpivot.domain.steps import Change, one_step_changes
from medpivot.domain.wants import wanted

DRAWS: Final = 2_000
"""With this many, a share is good to about two points either way."""

CLEAR: Final = 0.75
LEANING: Final = 0.50

_SPARE: Final = 0x8000


def stability(
    answers: Answers, interview: Interview, roles: Sequence[Role], draws: int = DRAWS
) -> Stability:
    """How firm the order of these roles is; give it the roles that nothing blocks.

    `p_first` and `p_top_two` are shares of the draws, `beats[a, b]` is the share in which `a`
    has the better fit than `b`; a tie is shared equally. The label belongs to the role that
    stands first by fit: `clear` from 75 percent of the draws, `leaning` from 50.
    """
    changes = one_step_changes(answers, interview)
    held = wanted(answers, interview)
    moved = [wanted(change.answers, interview) for change in changes]
    stands = [stand(held, answers)]
    stands += [stand(one, change.answers) for one, change in zip(moved, changes, strict=True)]
    people = drawn_people(stands, draws)
    fits = {role.id: drawn_fits(role, people) for role in roles}
    p_first, p_top_two = _places(fits, draws)
    leader = winner(roles, held)
    return Stability(
        label=_label(p_first[leader]) if leader else "too close to call",
        draws=draws,
        p_first=p_first,
        p_top_two=p_top_two,
        beats=Pairs(fits, draws),
        flips=_flips(roles, leader, changes, moved),
    )


def winner(roles: Sequence[Role], wants: Sequence[Want]) -> str | None:
    """The id of the role with the best fit; the first id of the alphabet where fits are equal."""
    return min(
        (role.id for role in sorted(roles, key=lambda role: role.id)),
        key={role.id: -settled(exact_fit(role, wants)) for role in roles}.__getitem__,
        default=None,
    )


def _label(share: float) -> StabilityLabel:
    if share >= CLEAR:
        return "clear"
    return "leaning" if share >= LEANING else "too close to call"


def _places(
    fits: Mapping[str, Sequence[float]], draws: int
) -> tuple[Mapping[str, float], Mapping[str, float]]:
    """The share of draws in which each role is first, and among the first two."""
    ids = sorted(fits)
    first, top_two = dict.fromkeys(ids, 0.0), dict.fromkeys(ids, 0.0)
    for row in zip(*(fits[one] for one in ids), strict=True):
        ordered = sorted(row, reverse=True)
        best, second = ordered[0], ordered[min(1, len(ordered) - 1)]
        at_best, at_second = row.count(best), row.count(second)
        for role_id, fit in zip(ids, row, strict=True):
            if fit == best:
                first[role_id] += 1 / at_best
                top_two[role_id] += min(1.0, 2 / at_best)
            elif fit == second:
                top_two[role_id] += 1 / at_second
    return _shares(first, draws), _shares(top_two, draws)


class Pairs(Mapping[tuple[str, str], float]):
    """The share of draws in which one role has the better fit than another, counted when asked.

    All draws are compared at once, so that hundreds of own roles are no wait. A role's places
    among the roles, 16 bits for each draw, are one long whole number; the highest of the 16 is
    spare. Where it is set in the first role's number and the second's is taken off, it is left
    in the draws in which the first stands no lower.
    """

    def __init__(self, fits: Mapping[str, Sequence[float]], draws: int) -> None:
        """The fits of each role in every draw."""
        self._draws = draws
        self._spare = _one_number([_SPARE] * draws)
        places: dict[str, list[int]] = {one: [] for one in sorted(fits)}
        for row in zip(*(fits[one] for one in places), strict=True):
            place_of = {fit: place for place, fit in enumerate(sorted(set(row)))}
            for places_of_one, fit in zip(places.values(), row, strict=True):
                places_of_one.append(place_of[fit])
        self._places = {one: _one_number(held) for one, held in places.items()}

    def __getitem__(self, pair: tuple[str, str]) -> float:
        one, other = pair
        if one == other:
            raise KeyError(pair)
        wins_and_ties, losses_and_ties = self._no_lower(one, other), self._no_lower(other, one)
        return (wins_and_ties + self._draws - losses_and_ties) / 2 / self._draws

    def _no_lower(self, one: str, other: str) -> int:
        """In how many draws `one` stands no lower than `other`."""
        left = (self._places[one] | self._spare) - self._places[other]
        return (left & self._spare).bit_count()

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return permutations(self._places, 2)

    def __len__(self) -> int:
        return len(self._places) * (len(self._places) - 1)


def _one_number(held: Sequence[int]) -> int:
    return int.from_bytes(array("H", held).tobytes(), sys.byteorder)


def _shares(counts: Mapping[str, float], draws: int) -> dict[str, float]:
    return {role_id: settled(count / draws) for role_id, count in counts.items()}


def _flips(
    roles: Sequence[Role],
    leader: str | None,
    changes: Sequence[Change],
    moved: Sequence[Sequence[Want]],
) -> tuple[Flip, ...]:
    """The one-step changes that put another role first."""
    flips = []
    for change, wants in zip(changes, moved, strict=True):
        first = winner(roles, wants)
        if first is not None and first != leader:
            flips.append(Flip(change.question, change.text, first))
    return tuple(flips)
