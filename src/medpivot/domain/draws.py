"""Draws of what a person may have meant and of what a role may offer, for `stability`.

The draws never depend on the order of a file: one stream of random numbers belongs to the person
and knows nothing of roles, and every role has a stream of its own, seeded by its id. Only
`random()` is used, the one generator whose numbers Python keeps the same across versions.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, log
from random import Random
from typing import Final, TypeAlias

from medpivot.domain.agreement import reach
from medpivot.domain.answers import Answers
from medpivot.domain.assessment import Want
from medpivot.domain.dimensions import (
    CLINICAL,
    DIMENSIONS,
    HIGHEST_LEVEL,
    REGULAR_HOURS,
    Dimension,
)
from medpivot.domain.fit import settled
from medpivot.domain.roles import Role
from medpivot.domain.weights import PRIORITIES, ranked_dimensions

MOVED: Final = 0.5
"""How often one answer is moved by one step: judgment."""

_SEED: Final = "medpivot:{}"

Yardstick: TypeAlias = tuple[float, float, float, float]
"""One dimension of one draw: weight, wanted, and what each unit too little and too much costs."""


@dataclass(frozen=True, slots=True)
class Stand:
    """What a set of answers says: the ranked dimensions, what is wanted, what distances cost.

    Dimensions are numbered in their usual order; something unknown is None, and is guessed anew
    in every draw.
    """

    ranked: tuple[int, ...]
    wanted: tuple[float | None, ...]
    costs: tuple[tuple[float, float], ...]


def stand(wants: Sequence[Want], answers: Answers) -> Stand:
    """The wants of those answers in the form in which they are drawn from."""
    places = {dimension: place for place, dimension in enumerate(DIMENSIONS)}
    ranked = ranked_dimensions(answers.picks(PRIORITIES))
    return Stand(
        tuple(places[dimension] for dimension in ranked),
        tuple(want.level for want in wants),
        tuple(_costs(want) for want in wants),
    )


def drawn_people(stands: Sequence[Stand], draws: int) -> list[tuple[Yardstick, ...]]:
    """One person per draw, as eight yardsticks.

    The first stand is what was said, the others are its one-step changes: half of the draws use
    one of those, all equally often. Weights are uniform among all that keep the ranking; the
    unranked dimensions get what is left in random order.
    """
    # Each draw takes the same count of random numbers, whatever was answered.
    draw = Random(_SEED.format("person")).random  # noqa: S311
    count = range(len(DIMENSIONS))
    highest = [_highest(dimension) for dimension in DIMENSIONS]
    people = []
    for _ in range(draws):
        # Sorted exponentials over their sum are uniform among all weights in that order.
        sizes = sorted([-log(1.0 - draw()) for _ in count], reverse=True)
        total = fsum(sizes)
        shuffle = [draw() for _ in count]
        guesses = [draw() for _ in count]
        moved, which = draw() < MOVED, draw()
        one = stands[1 + int(which * (len(stands) - 1))] if moved and stands[1:] else stands[0]
        rest = [place for place in count if place not in one.ranked]
        unranked = sorted(rest, key=shuffle.__getitem__)
        weights = [0.0] * len(sizes)
        for place, size in zip((*one.ranked, *unranked), sizes, strict=True):
            weights[place] = size / total
        levels = [
            guess * most if level is None else level
            for level, guess, most in zip(one.wanted, guesses, highest, strict=True)
        ]
        people.append(
            tuple(
                (weight, level, below, above)
                for weight, level, (below, above) in zip(weights, levels, one.costs, strict=True)
            )
        )
    return people


def drawn_fits(role: Role, people: Sequence[tuple[Yardstick, ...]]) -> list[float]:
    """The fit of one role, 0 to 1, in every draw, its values uniform in their ranges."""
    draw = Random(_SEED.format(f"role:{role.id}")).random  # noqa: S311
    ranges = [role.ranges[dimension] for dimension in DIMENSIONS]
    spans = [(one.low, one.high - one.low) for one in ranges]
    fits = []
    for person in people:
        fit = 0.0
        for (low, width), (weight, level, below, above) in zip(spans, person, strict=True):
            gap = level - low - width * draw()
            agreement = 1.0 - gap * below if gap > 0.0 else 1.0 + gap * above
            if agreement > 0.0:
                fit += weight * agreement
        fits.append(settled(fit))
    return fits


def _costs(want: Want) -> tuple[float, float]:
    """What a unit too little and a unit too much cost; a guess counts like an asked answer."""
    unit = 1 / reach(want.dimension)
    guess = "at-least" if want.dimension == REGULAR_HOURS else "exact"
    direction = want.direction or guess
    return (0.0 if direction == "at-most" else unit, 0.0 if direction == "at-least" else unit)


def _highest(dimension: Dimension) -> float:
    return 100.0 if dimension == CLINICAL else float(HIGHEST_LEVEL)
