"""`time.toml`, twice: the kinds of work in `data/`, and the person's own weeks."""

import string
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated, TypeAlias

from pydantic import Field

from medpivot.domain.ledger import PLACES, DriftRule, monday_of, number
from medpivot.domain.roles import Source
from medpivot.domain.time_rules import TimeRules
from medpivot.domain.typed_hours import week_problem
from medpivot.domain.week import (
    CATEGORIES,
    HOURS_IN_WEEK,
    Category,
    CategoryId,
    Finding,
    Part,
    WeekHours,
    Weeks,
)
from medpivot.errors import BrokenFile, Problem
from medpivot.reading.strict import SCHEMA, Lenient, Strict, checked
from medpivot.reading.toml import MEND_IT, parse
from medpivot.reading.unknown_keys import unknown_keys

NAME = "time.toml"

Hours: TypeAlias = Annotated[float, Field(ge=0, le=HOURS_IN_WEEK, allow_inf_nan=False)]
Percent: TypeAlias = Annotated[int, Field(gt=0, le=100)]


class _Category(Strict):
    label: str
    name: str
    help: str
    part: Part


class _Finding(Strict):
    text: str
    limits: str
    short: str
    source: str


class _Meaningful(_Finding):
    percent: Percent


class _Drift(Strict):
    percent: Percent
    weeks: int = Field(ge=1, le=52)
    ask: str
    source: str


class _Rules(Strict):
    schema_: int = Field(alias="schema")
    category: dict[CategoryId, _Category]
    meaningful: _Meaningful
    gap: _Finding
    drift: _Drift


class _Week(Lenient):
    patients: Hours | None = None
    charting: Hours | None = None
    call: Hours | None = None
    teaching: Hours | None = None
    curriculum: Hours | None = None
    scholarship: Hours | None = None
    meetings: Hours | None = None
    other: Hours | None = None
    noted: date | None = None
    note: str = ""


class _Weeks(Lenient):
    schema_: int = Field(alias="schema")
    meaningful: CategoryId | None = None
    actual: dict[str, _Week] = Field(default_factory=dict)
    wanted: _Week = Field(default_factory=_Week)
    offered: _Week = Field(default_factory=_Week)


def read_time_rules(data: bytes, sources: Mapping[str, Source]) -> TimeRules:
    """The kinds of work, the two findings and the rule for drift.

    Raises:
        BrokenFile: all problems, a missing kind of work and unknown sources among them.
    """
    table = checked(_Rules, parse(data, NAME), NAME, data)
    problems = [
        Problem("is missing", f"category.{one}") for one in CATEGORIES if one not in table.category
    ]
    problems += [
        Problem(f"{one.source!r} is no source", name, "source")
        for name, one in (
            ("meaningful", table.meaningful),
            ("gap", table.gap),
            ("drift", table.drift),
        )
        if one.source not in sources
    ]
    problems += _place_problems(table.drift.ask)
    if problems:
        raise BrokenFile(NAME, problems)
    read = {key: table.category[key] for key in CATEGORIES}
    line = table.meaningful
    return TimeRules(
        MappingProxyType({key: Category(key, **one.model_dump()) for key, one in read.items()}),
        line.percent,
        Finding(line.text, line.limits, line.short, line.source),
        Finding(**table.gap.model_dump()),
        DriftRule(**table.drift.model_dump()),
    )


def _place_problems(sentence: str) -> list[Problem]:
    try:
        named = [name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None]
    except ValueError:
        return [Problem("has a brace without its partner", "drift", "ask")]
    return [
        Problem(f"{{{name}}} is none of {', '.join(PLACES)}", "drift", "ask")
        for name in named
        if name not in PLACES
    ]


def read_weeks(data: bytes, name: str) -> tuple[Weeks, list[str]]:
    """The person's weeks, and a warning for each key that is not known (it is kept).

    Raises:
        BrokenFile: all problems at once, weeks that do not stand under a Monday among them.
    """
    table = checked(_Weeks, parse(data, name, MEND_IT), name, data, MEND_IT)
    problems = [
        Problem(what, f"actual.{key}") for key in table.actual if (what := _not_a_monday(key))
    ]
    weeks = {f"actual.{key}": one for key, one in table.actual.items()}
    for place, week in {**weeks, "wanted": table.wanted, "offered": table.offered}.items():
        if what := week_problem(_hours(week)):
            problems.append(Problem(what, place))
    if problems:
        raise BrokenFile(name, problems, MEND_IT)
    counted = [_week(one, date.fromisoformat(key)) for key, one in table.actual.items()]
    content = Weeks(
        tuple(sorted(counted, key=lambda one: one.monday or date.min)),
        _week(table.wanted),
        _week(table.offered),
        table.meaningful,
    )
    return content, unknown_keys(table, name)


def _not_a_monday(key: str) -> str:
    try:
        day = date.fromisoformat(key)
    except ValueError:
        day = None
    if day is None or day.isoformat() != key:
        return "a week stands under its Monday, such as 2026-11-16"
    return "" if day.weekday() == 0 else f"a week stands under its Monday, {monday_of(day)}"


def _hours(week: _Week) -> dict[CategoryId, Decimal]:
    typed = {one: getattr(week, one) for one in CATEGORIES}
    return {one: Decimal(str(hours)) for one, hours in typed.items() if hours is not None}


def _week(week: _Week, monday: date | None = None) -> WeekHours:
    return WeekHours(MappingProxyType(_hours(week)), monday, week.noted, week.note)


def weeks_table(weeks: Weeks) -> dict[str, object]:
    """The weeks as the table they are saved as; what is not known is left out."""
    counted = {one.monday.isoformat(): _week_table(one) for one in weeks.counted if one.monday}
    return {
        "schema": SCHEMA,
        "meaningful": weeks.meaningful,
        "actual": counted or None,
        "wanted": _week_table(weeks.wanted) or None,
        "offered": _week_table(weeks.offered) or None,
    }


def _week_table(week: WeekHours) -> dict[str, object]:
    table: dict[str, object] = {one: number(week.hours[one]) for one in week.hours}
    if week.noted is not None:
        table["noted"] = week.noted
    if week.note:
        table["note"] = week.note
    return table
