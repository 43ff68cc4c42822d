"""The result of an assessment: every part of it with the answers it came from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from medpivot.domain.burnout import LEVEL_UNKNOWN
from medpivot.domain.dimensions import Dimension

Direction: TypeAlias = Literal["at-least", "at-most", "exact"]
Origin: TypeAlias = Literal["asked", "pulled", "assumed", "unknown"]
BlockerState: TypeAlias = Literal["clear", "blocked", "unknown"]
BlockerId: TypeAlias = Literal["training", "clinical", "income", "relocation"]
VerdictId: TypeAlias = Literal["pivot", "test-first", "another-change"]
Headline: TypeAlias = Literal["not-now", "too-little-said", "pivot", "test-first", "another-change"]
StabilityLabel: TypeAlias = Literal["clear", "leaning", "too close to call"]


@dataclass(frozen=True, slots=True)
class Because:
    """One answer that made a level: its question, its choice and how far it pulled."""

    question: str
    choice: str
    pull: int


@dataclass(frozen=True, slots=True)
class Want:
    """What the person wants on one dimension; `level` None is unknown.

    `origin`: `asked` for clinical and regular-hours, `pulled` from choices, `assumed` for
    the "2 at most" defaults (which do not count as known), `unknown`.
    """

    dimension: Dimension
    level: float | None
    direction: Direction | None
    weight: float
    because: tuple[Because, ...]
    origin: Origin

    @property
    def known(self) -> bool:
        """Did the person say it, themselves or through their choices?"""
        return self.origin in ("asked", "pulled")


@dataclass(frozen=True, slots=True)
class Agreement:
    """One dimension of one role: agreement 0 to 1, its weight and its share of the fit in points.

    `points` is weight x agreement x 100, exact; `shown` are whole points that add up to the
    whole fit.
    """

    dimension: Dimension
    agreement: float
    weight: float
    points: float
    shown: int


@dataclass(frozen=True, slots=True)
class Blocker:
    """What stands in the way of a role, outside the fit; `change` is the smallest lift."""

    id: BlockerId
    state: BlockerState
    reason: str
    change: str


@dataclass(frozen=True, slots=True)
class Lifting:
    """What a role does with the dreads the person chose; `adds` are new to the person.

    `worsens` are those of `keeps` of which the role brings more.
    """

    lifts: tuple[str, ...]
    keeps: tuple[str, ...]
    unknown: tuple[str, ...]
    adds: tuple[str, ...]
    worsens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleResult:
    """One role held against the answers. `fit` is whole, 0 to 100; `exact_fit` is not rounded."""

    id: str
    title: str
    fit: int
    exact_fit: float
    agreements: tuple[Agreement, ...]
    p_first: float | None
    p_top_two: float | None
    tied: tuple[str, ...]
    blockers: tuple[Blocker, ...]
    lifting: Lifting
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]
    ready: Literal["next", "later", "unknown"]
    ready_text: str

    @property
    def blocked(self) -> bool:
        """Is any blocker of the state `blocked`?"""
        return any(blocker.state == "blocked" for blocker in self.blockers)


@dataclass(frozen=True, slots=True)
class AlternativeResult:
    """An alternative with the answers (question id, choice id) that speak for and against it."""

    id: str
    title: str
    summary: str
    first_step: str
    speaks_for: tuple[tuple[str, str], ...]
    speaks_against: tuple[tuple[str, str], ...]

    @property
    def balance(self) -> int:
        """How many more answers speak for it than against it."""
        return len(self.speaks_for) - len(self.speaks_against)


@dataclass(frozen=True, slots=True)
class Flip:
    """One answer moved one step that changes which role stands first."""

    question: str
    change: str
    winner: str


@dataclass(frozen=True, slots=True)
class Stability:
    """How the ranking bears small doubts: shares of 2,000 draws, not chances of success."""

    label: StabilityLabel
    draws: int
    p_first: Mapping[str, float]
    p_top_two: Mapping[str, float]
    beats: Mapping[tuple[str, str], float]
    flips: tuple[Flip, ...]

    @property
    def alone(self) -> bool:
        """Does something block every role but one, so that there is no order to test?"""
        return len(self.p_first) == 1


@dataclass(frozen=True, slots=True)
class Verdict:
    """The conclusion; `headline` leads the screen, reasons and contradictions are sentences."""

    id: VerdictId
    headline: Headline
    not_now: bool
    reasons: tuple[str, ...]
    contradictions: tuple[str, ...]
    ask_next: tuple[str, ...]
    ask_again: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Experiment:
    """A small thing to try, for one dimension of one role: `why` is `weak` or `unknown`."""

    role: str
    dimension: Dimension
    why: Literal["weak", "unknown"]
    text: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What drains and what feeds the person, most first, and their own words."""

    drains: tuple[str, ...]
    drains_most: str | None
    energisers: tuple[str, ...]
    energisers_most: str | None
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Assessment:
    """The whole result; recomputed from the answers every time, never read back.

    `burnout` says what the burnout level changed in it, and not which level it was.
    """

    given: int
    asked: int
    verdict: Verdict
    profile: Profile
    wants: tuple[Want, ...]
    roles: tuple[RoleResult, ...]
    alternatives: tuple[AlternativeResult, ...]
    stability: Stability
    experiments: tuple[Experiment, ...]
    burnout: str = LEVEL_UNKNOWN
