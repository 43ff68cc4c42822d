"""Teaching activities: the entries of the log, and the words they are described with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the portfolio's vocabulary; a kind names the domain it usually belongs to.

    `contact` says that learners are there, `learner` that one is the learner oneself; what these
    mean for every sum is in `what_counts`. `printed` is what a page for others calls it, where the
    label is one for whoever logs; `also` are other words, in small letters, that mean it.
    """

    id: str
    label: str
    help: str = ""
    domain: str = ""
    education: bool = True
    contact: bool = True
    learner: bool = False
    printed: str = ""
    also: tuple[str, ...] = ()

    @property
    def on_paper(self) -> str:
        """What a CV, a portfolio or a letter calls it."""
        return self.printed or self.label


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of `portfolio.toml`: domains, activity kinds, learner levels, roles, reaches.

    `enough` entries make a mean of energy more than an impression; halves of a log that lie
    `trend_step` apart, on the scale from -2 to +2, are a trend.
    """

    domains: Mapping[str, Word]
    kinds: Mapping[str, Word]
    levels: Mapping[str, Word]
    roles: Mapping[str, Word]
    reaches: Mapping[str, Word]
    enough: int
    trend_step: float


@dataclass(frozen=True, slots=True)
class Rating:
    """Learners' ratings: the mean of `raters` people on 1 to `scale`, and what came before."""

    mean: float
    raters: int | None = None
    scale: float = 5
    before: float | None = None
    peer_mean: float | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, in their words; it leaves the computer only when `shareable`."""

    text: str
    shareable: bool = False


_NOTHING: Final[Mapping[str, object]] = MappingProxyType({})
"""One for all: of many thousand entries hardly one has keys of another version."""


@dataclass(frozen=True, slots=True)
class Activity:
    """One logged activity. Hours are hours, `energy` runs from -2 (drained) to +2 (fed)."""

    id: str
    date: date
    title: str
    kind: str
    domain: str
    role: str | None = None
    setting: str | None = None
    reach: str | None = None
    levels: tuple[str, ...] = ()
    learners: int | None = None
    contact_hours: float | None = None
    prep_hours: float | None = None
    rating: Rating | None = None
    energy: int | None = None
    quotes: tuple[Quote, ...] = ()
    changed: str | None = None
    evidence: str | None = None
    milestone: str | None = None
    extra: Mapping[str, object] = field(default_factory=lambda: _NOTHING)
