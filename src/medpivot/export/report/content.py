"""Everything a report may be drawn from; the parts take from it what their reader sees."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from medpivot.domain.activities import Activity, Vocabulary
from medpivot.domain.answers import Answers
from medpivot.domain.assessment import Assessment
from medpivot.domain.audiences import Audience
from medpivot.domain.interview import Interview
from medpivot.domain.ledger import Entry
from medpivot.domain.money_result import MoneyResult
from medpivot.domain.money_warnings import MoneyWarning
from medpivot.domain.plan import Plan
from medpivot.domain.roles import Roles
from medpivot.domain.time_rules import TimeRules
from medpivot.domain.week import Weeks


@dataclass(frozen=True, slots=True)
class Answered:
    """The latest assessment: its day, its answers and its result."""

    day: date | None
    answers: Answers
    result: Assessment


@dataclass(frozen=True, slots=True)
class Planned:
    """The latest plan, with titles for its phases and its role.

    `private` are the milestones about rest, leaving and the like, and those of one's own.
    """

    plan: Plan
    phases: Mapping[str, str]
    role: str | None = None
    private: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Content:
    """What there is on `today`; None and empty where nothing was entered."""

    audience: Audience
    today: date
    version: str
    interview: Interview
    roles: Roles
    vocabulary: Vocabulary
    time_rules: TimeRules
    answered: Answered | None = None
    planned: Planned | None = None
    log: Sequence[Activity] = ()
    money: MoneyResult | None = None
    warnings: Sequence[MoneyWarning] = ()
    weeks: Weeks = field(default_factory=Weeks)
    ledger: Sequence[Entry] = ()
