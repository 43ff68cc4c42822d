"""What to ask about an offer, what a check looks for, where else to look: `data/offers.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

QuestionKind: TypeAlias = Literal["number", "choice", "text"]
Severity: TypeAlias = Literal["serious", "caution", "open"]
Beside: TypeAlias = Literal["", "specialty", "residency"]
FindingId: TypeAlias = Literal[
    "over-allocated",
    "hidden-hours",
    "target-not-scaled",
    "below-norm",
    "not-in-writing",
    "schedule-not-yours",
    "no-promotion-path",
    "no-education-track",
    "predecessor-left-early",
    "income-below-floor",
    "clinical-share-mismatch",
    "add-on-role",
    "duties-mostly-triage",
    "culture-risk",
    "uneasy-about-questions",
    "unanswered",
]

FINDINGS: Final[tuple[FindingId, ...]] = (
    "over-allocated",
    "hidden-hours",
    "add-on-role",
    "schedule-not-yours",
    "target-not-scaled",
    "income-below-floor",
    "culture-risk",
    "uneasy-about-questions",
    "below-norm",
    "clinical-share-mismatch",
    "duties-mostly-triage",
    "predecessor-left-early",
    "no-promotion-path",
    "no-education-track",
    "not-in-writing",
    "unanswered",
)
"""Every finding, in the order they are shown."""

SEVERITIES: Final[tuple[Severity, ...]] = ("serious", "caution", "open")
"""What to settle before signing, what to know and decide, and what is not known yet."""

FIGURES: Final[Mapping[FindingId, tuple[str, ...]]] = MappingProxyType(
    {
        "over-allocated": ("total", "paid"),
        "hidden-hours": ("extra",),
        "target-not-scaled": ("scaled", "share"),
        "below-norm": ("norm", "offered"),
        "income-below-floor": ("floor", "gap"),
        "clinical-share-mismatch": ("wanted", "offered"),
    }
)
"""The figures that the sentence to ask next may name, where they are known."""

PLACES: Final = ("title", "titles", "specialty", "specialties")
"""What a search shape may name."""


@dataclass(frozen=True, slots=True)
class Convention:
    """What a full week is taken to be, for counting half-days and hours into shares of a post.

    Half-days in one full post, hours in one half-day, hours in the week of one full post.
    """

    id: str
    title: str
    half_days_per_fte: Decimal
    hours_per_half_day: Decimal
    hours_per_week: Decimal
    source: str
    usual: bool = False


@dataclass(frozen=True, slots=True)
class OfferChoice:
    """One answer to choose. `raises` are the findings it brings; `open` settles nothing yet.

    `level` says how regular the hours are: 0 (any hours) to 4 (no nights or weekends); `brings`
    are the drains of the interview that come with it.
    """

    id: str
    label: str
    raises: tuple[FindingId, ...] = ()
    open: bool = False
    level: int | None = None
    brings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfferQuestion:
    """One thing to ask before signing.

    `ask` is the sentence to say aloud, `name` what it is about, `about` the findings that its
    answer raises or rules out. A `number` fills the figure `fills` of a job. `key` marks the
    article's own questions, `own` a question to oneself; `present` is False for those that make
    no sense for the job one has, `in_letter` for those whose answer no letter could hold. `reopen`
    asks the other side about an answer that is at odds with what the person said.
    """

    id: str
    ask: str
    name: str
    why: str
    kind: QuestionKind
    source: str
    about: tuple[FindingId, ...] = ()
    fills: str = ""
    choices: tuple[OfferChoice, ...] = ()
    key: bool = False
    own: bool = False
    present: bool = True
    in_letter: bool = True
    reopen: str = ""

    def choice(self, choice_id: str) -> OfferChoice | None:
        """The choice of that id, or None."""
        return next((one for one in self.choices if one.id == choice_id), None)


@dataclass(frozen=True, slots=True)
class RedFlag:
    """What a check looks for: why it matters, and the sentence to say next.

    `ask_with` is the same sentence with the figures of `FIGURES` in braces; `email` stands in for
    it where the other side reads it, `ask_present` in the job the person has.
    """

    id: FindingId
    title: str
    severity: Severity
    why: str
    ask: str
    ask_with: str
    source: str
    email: str = ""
    ask_present: str = ""


@dataclass(frozen=True, slots=True)
class WishWords:
    """The heading of something the person said, and the sentence to say where a job breaks it."""

    title: str
    ask: str


@dataclass(frozen=True, slots=True)
class Norm:
    """The least protected time asked for in a role, as a share of a post.

    It holds for the specialties named, or for all where none is.
    """

    role: str
    fte: Decimal
    text: str
    source: str
    specialties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Posting:
    """A title under which jobs are advertised, and what stands beside it in a search."""

    id: str
    title: str
    beside: Beside
    role: str
    source: str


@dataclass(frozen=True, slots=True)
class SearchShape:
    """How a search line is built, with the places of `PLACES` in braces."""

    id: str
    label: str
    shape: str


@dataclass(frozen=True, slots=True)
class Move:
    """A change of environment: which drains point to it, and what to watch for there.

    `settings` are the places it leads away from (any, where empty), `already` the fields that work
    where it leads, `watch` drains it may keep or bring, `line` what to draw from one's own record.
    """

    id: str
    title: str
    text: str
    first_step: str
    line: str
    dreads: tuple[str, ...]
    settings: tuple[str, ...]
    watch: tuple[str, ...]
    source: str
    already: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Offers:
    """Everything in `offers.toml`, in file order."""

    conventions: tuple[Convention, ...]
    questions: tuple[OfferQuestion, ...]
    red_flags: Mapping[FindingId, RedFlag]
    wishes: Mapping[str, WishWords]
    norms: tuple[Norm, ...]
    postings: tuple[Posting, ...]
    shapes: Mapping[str, SearchShape]
    specialties: tuple[tuple[str, ...], ...]
    moves: tuple[Move, ...]

    def question(self, question_id: str) -> OfferQuestion | None:
        """The question of that id, or None."""
        return next((one for one in self.questions if one.id == question_id), None)

    @property
    def usual(self) -> Convention:
        """The convention that holds unless another was chosen."""
        return next(one for one in self.conventions if one.usual)
