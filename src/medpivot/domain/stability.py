"""How the order of the roles bears doubt: 2,000 draws of what the person may have meant.

Each draw takes weights that keep the stated order, a value for each role from each of its ranges
and a guess at everything unknown; half of the draws also move one answer by one step. The shares
of draws in which a role comes first are robustness against one's own doubt, not a chance of
success. The method is SMAA-2 (Lahdelma and Salminen, Operations Research 2001;49:444-454); how
often an answer is moved and the lines at 75 and 50 percent are the authors' judgment.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations
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
        beats=_pairs(fits, draws),
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


def _pairs(fits: Mapping[str, Sequence[float]], draws: int) -> Mapping[tuple[str, str], float]:
    beats = {}
    for one, other in combinations(sorted(fits), 2):
        wins = sum([a > b for a, b in zip(fits[one], fits[other], strict=True)])
        losses = sum([a < b for a, b in zip(fits[one], fits[other], strict=True)])
        ties = draws - wins - losses
        beats[one, other] = (wins + ties / 2) / draws
        beats[other, one] = (losses + ties / 2) / draws
    return beats


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
