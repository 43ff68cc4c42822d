"""How much each dimension counts: the weights that follow from a ranking alone."""

from collections.abc import Mapping, Sequence
from math import fsum

from medpivot.domain.dimensions import DIMENSIONS, Dimension

PRIORITIES = "priorities"
"""The question in which a person puts dimensions in order."""


def rank_order_centroid(count: int) -> tuple[float, ...]:
    """The weights of `count` ranked things, largest first, adding up to 1.

    They are the mean of all weights that keep the order, so they claim no more than the order
    says. For eight: .340 .215 .152 .111 .079 .054 .033 .016.

    Source: Barron and Barrett 1996 (SMARTER, after Edwards and Barron 1994).
    """
    return tuple(
        fsum(1 / place for place in range(first, count + 1)) / count
        for first in range(1, count + 1)
    )


def weights(priorities: Sequence[str]) -> Mapping[Dimension, float]:
    """The weight of every dimension, 0 to 1, adding up to 1.

    The dimensions in `priorities` get the largest weights in that order; those left unranked
    share the rest equally, since nothing was said about their order.
    """
    ranked = ranked_dimensions(priorities)
    centroid = rank_order_centroid(len(DIMENSIONS))
    left = centroid[len(ranked) :]
    weight = dict.fromkeys(DIMENSIONS, fsum(left) / len(left) if left else 0.0)
    weight.update(zip(ranked, centroid, strict=False))
    return weight


def ranked_dimensions(priorities: Sequence[str]) -> tuple[Dimension, ...]:
    """The dimensions a person ranked, most important first."""
    known: dict[str, Dimension] = {dimension: dimension for dimension in DIMENSIONS}
    return tuple(known[one] for one in priorities if one in known)
