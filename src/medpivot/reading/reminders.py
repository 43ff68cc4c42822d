"""`data/reminders.toml`: after how long the program says that something has waited."""

from typing import Annotated, TypeAlias

from pydantic import Field

from medpivot.domain.reminders import Reminders
from medpivot.errors import BrokenFile, Problem
from medpivot.reading.strict import Strict, checked
from medpivot.reading.toml import parse

NAME = "reminders.toml"

Weeks: TypeAlias = Annotated[int, Field(ge=1, le=260)]
Days: TypeAlias = Annotated[int, Field(ge=1, le=1825)]


class _Answers(Strict):
    again_weeks: Weeks


class _Application(Strict):
    quiet_weeks: Weeks


class _People(Strict):
    waiting_days: Days
    quiet_days: Days


class _File(Strict):
    schema_: int = Field(alias="schema")
    answers: _Answers
    application: _Application
    people: _People


def read_reminders(data: bytes) -> Reminders:
    """The weeks and days after which something is said.

    Raises:
        BrokenFile: all problems, somebody quiet before a reminder is due among them.
    """
    table = checked(_File, parse(data, NAME), NAME, data)
    people = table.people
    if people.quiet_days <= people.waiting_days:
        what = f"{people.quiet_days} is not more than the waiting_days, {people.waiting_days}"
        raise BrokenFile(NAME, [Problem(what, "people", "quiet_days")])
    return Reminders(
        answers_weeks=table.answers.again_weeks,
        application_weeks=table.application.quiet_weeks,
        waiting_days=people.waiting_days,
        quiet_days=people.quiet_days,
    )
