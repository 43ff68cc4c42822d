"""General facts that stand beside one's own figures, each with its source: `data/money.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from medpivot.domain.roles import Role, Roles, SourcedText


@dataclass(frozen=True, slots=True)
class LoanForgiveness:
    """From how many hours a week months count, in words with what is doubtful about it."""

    hours: Decimal
    text: str
    doubt: str
    source: str


@dataclass(frozen=True, slots=True)
class ChartBar:
    """One bar of the article's chart: percent of the week that is clinical work.

    `role` is empty for a bar that belongs to no role.
    """

    title: str
    clinical: Decimal
    source: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class MoneyFacts:
    """Everything in `data/money.toml`."""

    usual_weeks: Decimal
    usual_weeks_text: str
    forgiveness: LoanForgiveness
    chart: tuple[ChartBar, ...]
    facts: Mapping[str, SourcedText]


def article_chart(facts: MoneyFacts, roles: Roles) -> tuple[ChartBar, ...]:
    """The bars of the article's chart, the most clinical time first."""
    bars = [_bar(role) for role in roles.roles if role.chart_clinical is not None and not role.own]
    return tuple(sorted((*facts.chart, *bars), key=lambda one: -one.clinical))


def _bar(role: Role) -> ChartBar:
    return ChartBar(role.title, Decimal(str(role.chart_clinical)), "article", role.id)
