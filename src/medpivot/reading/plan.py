"""`plan-DATE.toml`: a plan read with its hand edits, and the table that it is saved as."""

from datetime import date
from types import MappingProxyType

from pydantic import Field

from medpivot.domain.closest import did_you_mean
from medpivot.domain.plan import Evidence, Milestone, Pause, Plan, PlanKind, Route, Status
from medpivot.errors import BrokenFile, Problem
from medpivot.reading.circles import circles
from medpivot.reading.evidence import EvidenceKeys
from medpivot.reading.strict import SCHEMA, Lenient, bad_ids, checked
from medpivot.reading.toml import MEND_IT, parse
from medpivot.reading.unknown_keys import unknown_keys

MOST_HOURS = 168
_FIRST_DAY = date(1950, 1, 1)
_LAST_DAY = date(2200, 1, 1)


class _Evidence(EvidenceKeys, Lenient):
    pass


class _Milestone(Lenient):
    title: str
    why: str = ""
    phase: str = ""
    start: date = Field(ge=_FIRST_DAY, le=_LAST_DAY)
    due: date = Field(ge=_FIRST_DAY, le=_LAST_DAY)
    window_start: date | None = None
    window_end: date | None = None
    hours: float = Field(ge=0, le=2000)
    wait: int = Field(default=0, ge=0, le=104)
    after: list[str] = Field(default_factory=list)
    status: Status = "open"
    done_on: date | None = None
    first_step: str = ""
    decision: bool = False
    pinned: bool = False
    own: bool = False
    note: str = ""
    skipped_why: str = ""
    evidence: _Evidence = Field(default_factory=_Evidence)


class _Pause(Lenient):
    first: date
    last: date


class _Plan(Lenient):
    schema_: int = Field(alias="schema")
    created: date
    start: date = Field(ge=_FIRST_DAY, le=_LAST_DAY)
    months: int = Field(ge=3, le=24)
    hours_per_week: float = Field(gt=0, le=MOST_HOURS)
    kind: PlanKind
    role: str = ""
    route: Route = "local"
    not_now: bool = False
    assessment: str = ""
    hours_after: str = ""
    milestone: dict[str, _Milestone] = Field(default_factory=dict)
    pause: dict[str, _Pause] = Field(default_factory=dict)


def read_plan(data: bytes, name: str) -> tuple[Plan, list[str]]:
    """The plan, and a warning for each key that is not known (it is kept).

    Raises:
        BrokenFile: all problems at once; ends before starts, unknown ids and circles among them.
    """
    table = checked(_Plan, parse(data, name, MEND_IT), name, data, MEND_IT)
    problems = bad_ids(table.milestone, "milestone") + bad_ids(table.pause, "pause")
    for key, one in table.milestone.items():
        problems += _problems(f"milestone.{key}", one, table)
    problems += circles({key: one.after for key, one in table.milestone.items()})
    for key, pause in table.pause.items():
        if pause.last < pause.first:
            problems.append(Problem("ends before it begins", f"pause.{key}", "last"))
    if problems:
        raise BrokenFile(name, problems, MEND_IT)
    return _plan(table), unknown_keys(table, name)


def _problems(here: str, one: _Milestone, table: _Plan) -> list[Problem]:
    problems: list[Problem] = []
    if one.due < one.start:
        problems.append(Problem(f"{one.due} is before start, {one.start}", here, "due"))
    if one.status == "done" and one.done_on is None:
        problems.append(Problem("is missing for a milestone that is done", here, "done_on"))
    for before in one.after:
        if before not in table.milestone:
            near = did_you_mean(before, table.milestone)
            what = f"{before!r} is no milestone of this plan" + (f"; {near}" if near else "")
            problems.append(Problem(what, here, "after"))
    return problems


def _plan(table: _Plan) -> Plan:
    return Plan(
        created=table.created,
        start=table.start,
        months=table.months,
        hours_per_week=table.hours_per_week,
        kind=table.kind,
        role=table.role or None,
        route=table.route,
        milestones=tuple(_milestone(key, one) for key, one in table.milestone.items()),
        pauses=MappingProxyType({k: Pause(one.first, one.last) for k, one in table.pause.items()}),
        not_now=table.not_now,
        assessment=table.assessment,
        hours_after=table.hours_after,
    )


def _milestone(milestone_id: str, one: _Milestone) -> Milestone:
    return Milestone(
        id=milestone_id,
        title=one.title,
        why=one.why,
        phase=one.phase,
        start=one.start,
        due=one.due,
        window_start=one.window_start or one.start,
        window_end=one.window_end or one.due,
        hours=one.hours,
        wait=one.wait,
        after=tuple(one.after),
        status=one.status,
        done_on=one.done_on,
        first_step=one.first_step,
        decision=one.decision,
        pinned=one.pinned,
        own=one.own,
        note=one.note,
        skipped_why=one.skipped_why,
        evidence=one.evidence.evidence(),
    )


def plan_table(plan: Plan) -> dict[str, object]:
    """The plan as the table it is saved as; what is empty or usual is left out."""
    top: dict[str, object] = {
        "schema": SCHEMA,
        "created": plan.created,
        "start": plan.start,
        "months": plan.months,
        "hours_per_week": plan.hours_per_week,
        "kind": plan.kind,
        "role": plan.role,
        "route": plan.route,
        "not_now": plan.not_now or None,
        "assessment": plan.assessment or None,
        "hours_after": plan.hours_after or None,
        "milestone": {one.id: _milestone_table(one) for one in plan.milestones},
        "pause": {key: {"first": p.first, "last": p.last} for key, p in plan.pauses.items()}
        or None,
    }
    return {key: value for key, value in top.items() if value is not None}


def _milestone_table(one: Milestone) -> dict[str, object]:
    table: dict[str, object] = {
        "title": one.title,
        "why": one.why or None,
        "first_step": one.first_step or None,
        "phase": one.phase,
        "start": one.start,
        "due": one.due,
        "window_start": one.window_start,
        "window_end": one.window_end,
        "hours": one.hours,
        "wait": one.wait or None,
        "after": list(one.after) or None,
        "status": one.status,
        "done_on": one.done_on,
        "decision": one.decision or None,
        "pinned": one.pinned or None,
        "own": one.own or None,
        "note": one.note or None,
        "skipped_why": one.skipped_why or None,
        "evidence": _evidence_table(one.evidence) or None,
    }
    return {key: value for key, value in table.items() if value is not None}


def _evidence_table(one: Evidence) -> dict[str, object]:
    table: dict[str, object] = {}
    if one.activities:
        table["activities"] = list(one.activities)
        if one.count > 1:
            table["count"] = one.count
    if one.people:
        table["people"] = one.people
    if one.files:
        table["files"] = list(one.files)
    if one.mentors:
        table["mentors"] = one.mentors
    return table
