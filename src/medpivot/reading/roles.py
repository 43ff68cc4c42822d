"""`data/roles.toml`, and a person's own `roles.toml` laid over it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Literal

from pydantic import Field, model_validator

from medpivot.domain.dimensions import CLINICAL, DIMENSIONS, HIGHEST_LEVEL, Dimension
from medpivot.domain.interview import Interview
from medpivot.domain.roles import (
    Alternative,
    Before,
    ClinicalSeen,
    IncomeChange,
    ProtectedTime,
    Range,
    Role,
    Roles,
    ShortCut,
    Training,
)
from medpivot.errors import BrokenFile, Problem
from medpivot.reading.strict import Strict, bad_ids, checked, unknown_ids
from medpivot.reading.toml import parse

NAME = "roles.toml"
OWN = "own"
"""The source of a range in a person's own roles, where they name none."""


class _Span(Strict):
    low: float
    high: float
    source: str = ""

    @model_validator(mode="after")
    def _in_order(self) -> "_Span":
        if self.low > self.high:
            raise ValueError(f"low {self.low:g} is above high {self.high:g}")
        return self


class _Seen(_Span):
    text: str


class _Norm(Strict):
    text: str
    source: str
    fte: float | None = Field(default=None, gt=0, le=1.5)


class _Role(Strict):
    title: str
    summary: str = ""
    training: Training = "none"
    training_source: str = ""
    before: Before = "informal"
    before_text: str = ""
    titles: list[str] = Field(default_factory=list)
    lifts: list[str] = Field(default_factory=list)
    keeps: list[str] = Field(default_factory=list)
    adds: list[str] = Field(default_factory=list)
    good_days: str = ""
    hard_days: str = ""
    want: list[str] = Field(default_factory=list)
    chart_clinical: float | None = Field(default=None, ge=0, le=100)
    relocation: Literal["often", "rarely"] | None = None
    retired: bool = False
    ranges: dict[str, _Span]
    norm: dict[str, _Norm] = Field(default_factory=dict)
    clinical_seen: _Seen | None = None
    income_change: _Span | None = None
    experiments: dict[str, str] = Field(default_factory=dict)


class _Alternative(Strict):
    title: str
    summary: str
    first_step: str
    retired: bool = False
    for_: dict[str, list[str]] = Field(alias="for", default_factory=dict)
    against: dict[str, list[str]] = Field(default_factory=dict)


class _ShortCut(Strict):
    title: str
    text: str


class _File(Strict):
    schema_: int = Field(alias="schema")
    experiment: dict[str, str]
    experiment_without: dict[str, str] = Field(alias="experiment-without")
    short_cut: dict[str, _ShortCut] = Field(alias="short-cut")
    role: dict[str, _Role]
    alternative: dict[str, _Alternative]


class _OwnFile(Strict):
    schema_: int = Field(alias="schema")
    role: dict[str, _Role] = Field(default_factory=dict)


def read_roles(data: bytes, interview: Interview, sources: Iterable[str]) -> Roles:
    """The shipped roles and alternatives.

    Raises:
        BrokenFile: all problems, ids that neither the interview nor the sources know among them.
    """
    table = checked(_File, parse(data, NAME), NAME, data)
    known = {*sources}
    problems = bad_ids(table.role, "role") + bad_ids(table.alternative, "alternative")
    problems += _not_dimensions(table.experiment, "experiment")
    problems += _not_dimensions(table.experiment_without, "experiment-without")
    for role_id, role in table.role.items():
        problems += _role_problems(role_id, role, interview, known, {*table.short_cut})
    for alternative_id, one in table.alternative.items():
        problems += _answer_problems(f"alternative.{alternative_id}", one, interview)
    if problems:
        raise BrokenFile(NAME, problems)
    return Roles(
        tuple(_role(key, one) for key, one in table.role.items()),
        tuple(_alternative(key, one) for key, one in table.alternative.items()),
        tuple(ShortCut(key, one.title, one.text) for key, one in table.short_cut.items()),
        _by_dimension(table.experiment),
        _by_dimension(table.experiment_without),
    )


def lay_over(
    shipped: Roles, data: bytes, name: str, interview: Interview, sources: Iterable[str]
) -> Roles:
    """The shipped roles with the person's own laid over them: same id replaces, a new one follows.

    Raises:
        BrokenFile: all problems of the person's file.
    """
    table = checked(_OwnFile, parse(data, name), name, data)
    problems = bad_ids(table.role, "role")
    short_cuts = {one.id for one in shipped.short_cuts}
    for role_id, role in table.role.items():
        problems += _role_problems(role_id, role, interview, {*sources, OWN, ""}, short_cuts)
    if problems:
        raise BrokenFile(name, problems)
    own = {key: _role(key, one, own=True) for key, one in table.role.items()}
    kept = tuple(own.pop(role.id, role) for role in shipped.roles)
    return replace(shipped, roles=(*kept, *own.values()))


def _role_problems(
    role_id: str, role: _Role, interview: Interview, sources: set[str], short_cuts: set[str]
) -> list[Problem]:
    here = f"role.{role_id}"
    problems = _range_problems(here, role)
    problems += _not_dimensions(role.experiments, f"{here}.experiments")
    dreads = interview.question("dread")
    known = [choice.id for choice in dreads.choices] if dreads else []
    for key, ids in (("lifts", role.lifts), ("keeps", role.keeps), ("adds", role.adds)):
        problems += unknown_ids(ids, known, here, key)
    twice = sorted({*role.lifts} & {*role.keeps} | {*role.lifts} & {*role.adds})
    problems += [Problem(f"{one!r} is both lifted and kept or added", here) for one in twice]
    named = {f"ranges.{key}": one.source for key, one in role.ranges.items()}
    named |= {f"norm.{key}": one.source for key, one in role.norm.items()}
    named["training_source"] = role.training_source
    if role.clinical_seen:
        named["clinical_seen"] = role.clinical_seen.source
    if role.income_change:
        named["income_change"] = role.income_change.source
    for key, source in named.items():
        problems += unknown_ids([source], sorted(sources), here, key)
    return problems + unknown_ids(role.want, sorted(short_cuts), here, "want")


def _range_problems(here: str, role: _Role) -> list[Problem]:
    problems = _not_dimensions(role.ranges, f"{here}.ranges")
    for dimension in DIMENSIONS:
        span = role.ranges.get(dimension)
        highest = 100 if dimension == CLINICAL else HIGHEST_LEVEL
        if span is None:
            problems.append(Problem("is missing", f"{here}.ranges", dimension))
        elif span.low < 0 or span.high > highest:
            problems.append(Problem(f"must lie in 0 to {highest}", f"{here}.ranges", dimension))
    return problems


def _answer_problems(here: str, one: _Alternative, interview: Interview) -> list[Problem]:
    problems: list[Problem] = []
    for key, answers in (("for", one.for_), ("against", one.against)):
        for question_id, picks in answers.items():
            question = interview.question(question_id)
            if question is None:
                ids = [each.id for each in interview.questions]
                problems += unknown_ids([question_id], ids, f"{here}.{key}", question_id)
                continue
            choices = [choice.id for choice in question.choices]
            problems += unknown_ids(picks, choices, f"{here}.{key}", question_id)
    return problems


def _not_dimensions(tables: Mapping[str, object], here: str) -> list[Problem]:
    return [problem for one in tables for problem in unknown_ids([one], DIMENSIONS, here, one)]


def _by_dimension(texts: Mapping[str, str]) -> Mapping[Dimension, str]:
    return MappingProxyType({one: texts[one] for one in DIMENSIONS if one in texts})


def _role(role_id: str, one: _Role, *, own: bool = False) -> Role:
    unnamed = OWN if own else ""
    seen, income = one.clinical_seen, one.income_change
    return Role(
        id=role_id,
        title=one.title,
        summary=one.summary,
        ranges=MappingProxyType(
            {
                dimension: Range(span.low, span.high, span.source or unnamed)
                for dimension in DIMENSIONS
                if (span := one.ranges[dimension])
            }
        ),
        training=one.training,
        training_source=one.training_source or unnamed,
        before=one.before,
        before_text=one.before_text,
        titles=tuple(one.titles),
        lifts=tuple(one.lifts),
        keeps=tuple(one.keeps),
        adds=tuple(one.adds),
        good_days=one.good_days,
        hard_days=one.hard_days,
        want=tuple(one.want),
        norms=tuple(ProtectedTime(norm.text, norm.source, norm.fte) for norm in one.norm.values()),
        clinical_seen=ClinicalSeen(seen.low, seen.high, seen.text, seen.source) if seen else None,
        chart_clinical=one.chart_clinical,
        income_change=IncomeChange(income.low, income.high, income.source) if income else None,
        relocation=one.relocation,
        experiments=_by_dimension(one.experiments),
        own=own,
        retired=one.retired,
    )


def _alternative(alternative_id: str, one: _Alternative) -> Alternative:
    return Alternative(
        id=alternative_id,
        title=one.title,
        summary=one.summary,
        first_step=one.first_step,
        speaks_for=MappingProxyType({key: tuple(picks) for key, picks in one.for_.items()}),
        speaks_against=MappingProxyType({key: tuple(p) for key, p in one.against.items()}),
        retired=one.retired,
    )
