"""`data/money.toml`: usual values and general facts about money, all checked."""

from collections.abc import Iterable
from decimal import Decimal
from types import MappingProxyType

from pydantic import Field

from medpivot.domain.money_facts import ChartBar, LoanForgiveness, MoneyFacts
from medpivot.domain.roles import SourcedText
from medpivot.errors import BrokenFile, Problem
from medpivot.reading.strict import Strict, bad_ids, checked
from medpivot.reading.toml import parse

NAME = "money.toml"


class _Usual(Strict):
    weeks: int = Field(ge=1, le=52)
    weeks_text: str
    weeks_source: str


class _Forgiveness(Strict):
    hours: int = Field(ge=1, le=80)
    text: str
    doubt: str
    source: str


class _Bar(Strict):
    title: str
    clinical: int = Field(ge=0, le=100)
    source: str


class _Fact(Strict):
    text: str
    source: str


class _File(Strict):
    schema_: int = Field(alias="schema")
    usual: _Usual
    loan_forgiveness: _Forgiveness = Field(alias="loan-forgiveness")
    chart: dict[str, _Bar]
    fact: dict[str, _Fact]


def read_money_facts(data: bytes, sources: Iterable[str]) -> MoneyFacts:
    """The usual values and facts.

    Raises:
        BrokenFile: all problems, sources that do not exist among them.
    """
    table = checked(_File, parse(data, NAME), NAME, data)
    known = tuple(sources)
    cited = {
        "usual": table.usual.weeks_source,
        "loan-forgiveness": table.loan_forgiveness.source,
        **{f"chart.{key}": one.source for key, one in table.chart.items()},
        **{f"fact.{key}": one.source for key, one in table.fact.items()},
    }
    problems = bad_ids(table.fact, "fact") + bad_ids(table.chart, "chart")
    problems += [
        Problem(f"{source!r} is no source", here, "source")
        for here, source in cited.items()
        if source not in known
    ]
    if problems:
        raise BrokenFile(NAME, problems)
    rule = table.loan_forgiveness
    return MoneyFacts(
        Decimal(table.usual.weeks),
        table.usual.weeks_text,
        LoanForgiveness(Decimal(rule.hours), rule.text, rule.doubt, rule.source),
        tuple(
            ChartBar(one.title, Decimal(one.clinical), one.source) for one in table.chart.values()
        ),
        MappingProxyType(
            {key: SourcedText(one.text, one.source) for key, one in table.fact.items()}
        ),
    )
