"""Everything in `data/time.toml`: the kinds of work, two findings, and when time drifts away."""

from collections.abc import Mapping
from dataclasses import dataclass

from medpivot.domain.ledger import DriftRule
from medpivot.domain.week import Category, CategoryId, Finding


@dataclass(frozen=True, slots=True)
class TimeRules:
    """The kinds of work by id, in order; the line in percent of a week; findings and drift.

    `meaningful` is the finding behind the line, `gap` the one on weeks far from the wanted one.
    """

    categories: Mapping[CategoryId, Category]
    line: int
    meaningful: Finding
    gap: Finding
    drift: DriftRule
