"""`data/milestones.toml`: phases and the templates that plans are made of."""

from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import Field

from medpivot.domain.interview import Interview
from medpivot.domain.plan import Milestones, Phase, PlanKind, Route, Template, When
from medpivot.errors import BrokenFile, Problem
from medpivot.reading.circles import circles
from medpivot.reading.evidence import EvidenceKeys
from medpivot.reading.strict import Strict, bad_ids, checked, unknown_ids
from medpivot.reading.toml import parse

NAME = "milestones.toml"
LONGEST = 24
"""Months of the longest plan."""

VERDICTS = ("pivot", "test-first", "another-change")


class _Phase(Strict):
    title: str
    longer_only: bool = False


class _When(Strict):
    verdict: list[str] = Field(default_factory=list)
    setting: list[str] = Field(default_factory=list)
    role: list[str] = Field(default_factory=list)
    route: list[Route] = Field(default_factory=list)
    not_now: bool | None = None


class _Evidence(EvidenceKeys, Strict):
    pass


class _Template(Strict):
    title: str
    why: str
    first_step: str
    step: int = Field(ge=0, le=10)
    phase: str
    window: Annotated[list[int], Field(min_length=2, max_length=2)]
    hours: float = Field(gt=0, le=200)
    wait: int = Field(default=0, ge=0, le=52)
    after: list[str] = Field(default_factory=list)
    kinds: list[PlanKind]
    decision: bool = False
    relief: bool = False
    commits: bool = False
    retired: bool = False
    when: _When = Field(default_factory=_When)
    evidence: _Evidence = Field(default_factory=_Evidence)


class _File(Strict):
    schema_: int = Field(alias="schema")
    phase: dict[str, _Phase]
    milestone: dict[str, _Template]


def read_milestones(
    data: bytes, interview: Interview, roles: Iterable[str], kinds: Iterable[str]
) -> Milestones:
    """The phases and templates.

    Raises:
        BrokenFile: all problems: unknown phases, roles, settings, activity kinds, circles.
    """
    table = checked(_File, parse(data, NAME), NAME, data)
    setting = interview.question("setting")
    known = {
        "verdict": VERDICTS,
        "setting": tuple(choice.id for choice in setting.choices) if setting else (),
        "role": tuple(roles),
        "activities": tuple(kinds),
    }
    problems = bad_ids(table.milestone, "milestone")
    for milestone_id, one in table.milestone.items():
        problems += _problems(f"milestone.{milestone_id}", one, table, known)
    problems += circles({key: one.after for key, one in table.milestone.items()})
    unused = set(table.phase) - {one.phase for one in table.milestone.values()}
    problems += [Problem("no milestone uses it", f"phase.{one}") for one in sorted(unused)]
    if problems:
        raise BrokenFile(NAME, problems)
    return Milestones(
        tuple(Phase(key, **one.model_dump()) for key, one in table.phase.items()),
        tuple(_template(key, one) for key, one in table.milestone.items()),
    )


def _problems(
    here: str, one: _Template, table: _File, known: Mapping[str, tuple[str, ...]]
) -> list[Problem]:
    problems = unknown_ids([one.phase], table.phase, here, "phase")
    first, last = one.window
    if not 1 <= first <= last <= LONGEST:
        problems.append(Problem(f"{first} to {last} is not in 1 to {LONGEST}", here, "window"))
    problems += unknown_ids(one.after, table.milestone, here, "after")
    named = {
        "verdict": one.when.verdict,
        "setting": one.when.setting,
        "role": one.when.role,
        "activities": one.evidence.activities,
    }
    for key, words in named.items():
        problems += unknown_ids(words, known[key], here, key)
    if not one.kinds:
        problems.append(Problem("names no plan", here, "kinds"))
    return problems


def _template(milestone_id: str, one: _Template) -> Template:
    return Template(
        id=milestone_id,
        title=one.title,
        why=one.why,
        first_step=one.first_step,
        step=one.step,
        phase=one.phase,
        window=(one.window[0], one.window[1]),
        hours=one.hours,
        wait=one.wait,
        after=tuple(one.after),
        kinds=tuple(one.kinds),
        when=When(
            tuple(one.when.verdict),
            tuple(one.when.setting),
            tuple(one.when.role),
            tuple(one.when.route),
            one.when.not_now,
        ),
        evidence=one.evidence.evidence(),
        decision=one.decision,
        relief=one.relief,
        commits=one.commits,
        retired=one.retired,
    )
