"""What a check of an offer comes to: findings, what is ruled out, and what could not be checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Literal, TypeAlias

from medpivot.domain.answers import Answers
from medpivot.domain.jobs import FullWeek, Job
from medpivot.domain.offer_arithmetic import WeekSum
from medpivot.domain.offers import FindingId, Norm, Offers, Severity

State: TypeAlias = Literal["fires", "clear", "unknown"]


@dataclass(frozen=True, slots=True)
class Person:
    """What a job is held against: the answers of `assess`, and the least income a year.

    `floor` is the higher of what is needed and what the accepted cut would leave, None where no
    limit was set; `norms` are the minimums that could apply, those of roles and of single
    specialties; `now` is the job the person has, if they entered it; `weeks` are the working weeks
    of a year. Under `least_delivered` of a promise, time drifts away.
    """

    answers: Answers = field(default_factory=Answers)
    floor: Decimal | None = None
    norms: tuple[Norm, ...] = ()
    now: Job | None = None
    currency: str = ""
    weeks: Decimal = Decimal(52)
    least_delivered: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class Case:
    """One job, its week added up, and what it is held against."""

    job: Job
    week: FullWeek
    parts: WeekSum
    offers: Offers
    person: Person


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether one red flag is raised, ruled out or not known.

    `text` is the arithmetic or the answer in words, or the reason why nothing is known.
    `figures` fill the sentence to ask next; `severity` and `source` stand in for those of the red
    flag where this case has its own; `questions` are those to ask before anything can be said.
    """

    state: State
    text: str = ""
    figures: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    severity: Severity | None = None
    source: str = ""
    questions: tuple[str, ...] = ()


CLEAR = Outcome("clear")


@dataclass(frozen=True, slots=True)
class Finding:
    """A red flag that is raised: what was found, why it matters, and the sentence to say next.

    `email` is that sentence as it may be sent: without a limit or a judgment of the person's.
    """

    id: FindingId
    severity: Severity
    title: str
    text: str
    ask: str
    why: str
    source: str
    email: str


@dataclass(frozen=True, slots=True)
class NotChecked:
    """A red flag that is neither raised nor ruled out, and what is missing for it."""

    id: FindingId
    title: str
    text: str
    questions: tuple[str, ...]
    serious: bool


@dataclass(frozen=True, slots=True)
class OfferCheck:
    """The whole check of one job.

    `total` is the sum of its parts as a share of a full post and `hours` what that is a week;
    None where a part is unknown. `unanswered` are the ids of the questions without an answer, and
    `key_unanswered` those of them that are the article's own.
    """

    job: Job
    week: FullWeek
    parts: WeekSum
    findings: tuple[Finding, ...]
    cleared: tuple[FindingId, ...]
    not_checked: tuple[NotChecked, ...]
    unanswered: tuple[str, ...]
    key_unanswered: tuple[str, ...]

    @property
    def total(self) -> Fraction | None:
        """The parts of the job as a share of a full post."""
        return self.parts.total

    @property
    def hours(self) -> Fraction | None:
        """Hours a week that the parts imply."""
        return self.parts.total_hours

    @property
    def serious(self) -> tuple[Finding, ...]:
        """The findings to settle before signing."""
        return tuple(one for one in self.findings if one.severity == "serious")
