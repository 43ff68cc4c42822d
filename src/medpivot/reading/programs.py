"""`training.toml` in the person's folder: programs under consideration, and what was decided."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Annotated, TypeAlias

from pydantic import Field

from medpivot.domain.amounts import LARGEST, check_currency
from medpivot.domain.plan import Route
from medpivot.domain.programs import MOST_MONTHS, MOST_WEEKS, Decided, Program, Programs
from medpivot.domain.typed_programs import conflicts
from medpivot.errors import BrokenFile, Problem
from medpivot.reading.strict import SCHEMA, Lenient, bad_ids, checked
from medpivot.reading.toml import MEND_IT, exactly, parse
from medpivot.reading.unknown_keys import unknown_keys

NAME = "training.toml"

Sum: TypeAlias = Annotated[float, Field(ge=0, le=float(LARGEST), allow_inf_nan=False)]
"""A sum of money in a file; whole or with cents."""


class _Program(Lenient):
    title: str
    route: Route | None = None
    cost: Sum | None = None
    currency: str = ""
    months: int | None = Field(default=None, ge=1, le=MOST_MONTHS)
    hours: float | None = Field(default=None, ge=0, le=168, allow_inf_nan=False)
    weeks_on_site: float | None = Field(default=None, ge=0, le=MOST_WEEKS, allow_inf_nan=False)
    lost_fte: float | None = Field(default=None, ge=0, le=1, allow_inf_nan=False)
    pay: Sum | None = None
    starts: date | None = None
    ends: date | None = None
    note: str = ""
    status: str = ""


class _Decision(Lenient):
    route: Route
    decided: date
    role: str = ""
    answers: dict[str, str] = Field(default_factory=dict)
    own: bool = False
    why: str = ""


class _File(Lenient):
    schema_: int = Field(alias="schema")
    program: dict[str, _Program] = Field(default_factory=dict)
    decision: _Decision | None = None


def read_programs(data: bytes, name: str) -> tuple[Programs, list[str]]:
    """The programs and the decision, and a warning for each key that is not known (it is kept).

    Raises:
        BrokenFile: all problems at once: ends before starts, two currencies, percents and sums
            that cannot be.
    """
    table = checked(_File, parse(data, name, MEND_IT), name, data, MEND_IT)
    problems = bad_ids(table.program, "program")
    every: list[Program] = []
    for key, one in table.program.items():
        program, found = _program(key, one)
        problems += found
        every.append(program)
    programs = Programs(tuple(every), _decided(table.decision))
    problems += [Problem(what, f"program.{key}", place) for key, place, what in conflicts(programs)]
    if problems:
        raise BrokenFile(name, problems, MEND_IT)
    return programs, unknown_keys(table, name)


def _program(program_id: str, one: _Program) -> tuple[Program, list[Problem]]:
    here, problems, currency = f"program.{program_id}", list[Problem](), ""
    if one.currency:
        try:
            currency = check_currency(one.currency)
        except ValueError as error:
            problems.append(Problem(str(error), here, "currency"))
    if one.status not in ("", "removed"):
        problems.append(Problem(f"{one.status[:40]!r} is not removed", here, "status"))
    if not one.title.strip():
        problems.append(Problem("is empty", here, "title"))
    program = Program(
        id=program_id,
        title=one.title,
        route=one.route,
        cost=exactly(one.cost),
        currency=currency,
        months=one.months,
        hours=exactly(one.hours),
        weeks_on_site=exactly(one.weeks_on_site),
        lost_fte=exactly(one.lost_fte),
        pay=exactly(one.pay),
        starts=one.starts,
        ends=one.ends,
        note=one.note,
        removed=one.status == "removed",
    )
    return program, problems


def _decided(one: _Decision | None) -> Decided | None:
    if one is None:
        return None
    answers = MappingProxyType(dict(one.answers))
    return Decided(one.route, one.decided, one.role, answers, one.own, one.why)


def programs_table(programs: Programs) -> Mapping[str, object]:
    """The programs and the decision as the table they are saved as; None is left out."""
    decided = programs.decided
    return {
        "schema": SCHEMA,
        "decision": decided
        and {
            "route": decided.route,
            "decided": decided.on,
            "role": decided.role or None,
            "own": decided.own or None,
            "why": decided.why or None,
            "answers": dict(decided.answers) or None,
        },
        "program": {one.id: _table(one) for one in programs.every} or None,
    }


def _table(one: Program) -> dict[str, object]:
    return {
        "title": one.title,
        "route": one.route,
        "cost": one.cost,
        "currency": one.currency or None,
        "months": one.months,
        "hours": one.hours,
        "weeks_on_site": one.weeks_on_site,
        "lost_fte": one.lost_fte,
        "pay": one.pay,
        "starts": one.starts,
        "ends": one.ends,
        "note": one.note or None,
        "status": "removed" if one.removed else None,
    }
