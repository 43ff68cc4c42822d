"""Answers files: what `assess --answers` reads and what `assess` saves, checked in one way."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from pydantic import Field

from medpivot.domain.answers import Answers, Value
from medpivot.domain.checking import check_value, cross_problems
from medpivot.domain.closest import did_you_mean
from medpivot.domain.interview import Interview
from medpivot.domain.relief import NOT_NOW_UNTIL, relief_from_file
from medpivot.errors import BrokenFile, Problem
from medpivot.reading.strict import Strict, checked
from medpivot.reading.toml import LEAVE_IT, line_of, parse


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """An answers file: the checked answers, and what else stands in it."""

    answers: Answers
    date: dt.date | None = None
    title: str = ""
    situation: str = ""
    program: str = ""
    catalogue: str = ""
    snapshot: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))


class _File(Strict):
    schema_: int = Field(alias="schema")
    date: dt.date | None = None
    title: str = ""
    situation: str = ""
    program: str = ""
    catalogue: str = ""
    answers: dict[str, object]
    snapshot: dict[str, object] = Field(default_factory=dict)


def read_answers_file(data: bytes, name: str, interview: Interview) -> AnswersFile:
    """The checked answers of a file.

    Raises:
        BrokenFile: all problems at once: unknown questions and choices, numbers out of range.
    """
    table = checked(_File, parse(data, name), name, data)
    answers, problems = check_answers(table.answers, interview)
    if problems:
        placed = [
            Problem(one.what, one.table, one.key, line_of(data, ("answers", one.key)))
            for one in problems
        ]
        raise BrokenFile(name, placed, LEAVE_IT)
    return AnswersFile(
        answers,
        table.date,
        table.title,
        table.situation,
        table.program,
        table.catalogue,
        MappingProxyType(table.snapshot),
    )


def check_answers(
    table: Mapping[str, object], interview: Interview
) -> tuple[Answers, list[Problem]]:
    """The answers that hold, in the interview's order, and a problem for each that does not."""
    problems: list[Problem] = []
    ids = [question.id for question in interview.questions]
    for question_id in table:
        if question_id not in (*ids, NOT_NOW_UNTIL):
            near = did_you_mean(question_id, ids)
            what = "there is no such question" + (f"; {near}" if near else "")
            problems.append(Problem(what, "answers", question_id))
    values: dict[str, Value] = {}
    for question in interview.questions:
        if question.id not in table:
            continue
        try:
            values[question.id] = check_value(question, interview, table[question.id])
        except ValueError as reason:
            problems.append(Problem(str(reason), "answers", question.id))
    if NOT_NOW_UNTIL in table:
        try:
            values[NOT_NOW_UNTIL] = relief_from_file(table[NOT_NOW_UNTIL])
        except ValueError as reason:
            problems.append(Problem(str(reason), "answers", NOT_NOW_UNTIL))
    for question_id, what in cross_problems(interview, values).items():
        problems.append(Problem(what, "answers", question_id))
        del values[question_id]
    return Answers(MappingProxyType(values)), problems
