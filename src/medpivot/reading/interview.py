"""`data/interview.toml`: sections, questions, choices and what each choice pulls."""

from types import MappingProxyType

from pydantic import Field

from medpivot.domain.dimensions import PULLED, Dimension
from medpivot.domain.interview import Choice, Interview, Kind, Question, Section
from medpivot.errors import BrokenFile, Problem
from medpivot.reading.strict import Strict, bad_ids, checked
from medpivot.reading.toml import parse

NAME = "interview.toml"
STRONGEST_PULL = 2


class _Choice(Strict):
    label: str
    group: str = ""
    short: str = ""
    exclusive: bool = False
    education: bool = False
    pulls: dict[str, int] = Field(default_factory=dict)


class _Question(Strict):
    section: str
    kind: Kind
    ask: str
    help: str = ""
    name: str = ""
    among: str = ""
    seconds: int = Field(default=15, ge=0)
    at_least: int = Field(default=0, ge=0)
    at_most: int = Field(default=0, ge=0)
    low: float = 0
    high: float = 0
    unit: str = ""
    private: bool = False
    review_only: bool = False
    only_after: dict[str, list[str]] = Field(default_factory=dict)
    choice: dict[str, _Choice] = Field(default_factory=dict)


class _Section(Strict):
    title: str
    intro: str = ""


class _File(Strict):
    schema_: int = Field(alias="schema")
    section: dict[str, _Section]
    question: dict[str, _Question]


def read_interview(data: bytes) -> Interview:
    """The interview in its order.

    Raises:
        BrokenFile: all problems, unknown sections, dimensions and questions among them.
    """
    table = checked(_File, parse(data, NAME), NAME, data)
    problems = bad_ids(table.question, "question") + bad_ids(table.section, "section")
    for question_id, question in table.question.items():
        problems += _problems(question_id, question, table)
    unused = set(table.section) - {one.section for one in table.question.values()}
    problems += [Problem("no question uses it", table=f"section.{one}") for one in sorted(unused)]
    if problems:
        raise BrokenFile(NAME, problems)
    return Interview(
        tuple(Section(key, one.title, one.intro) for key, one in table.section.items()),
        tuple(_question(key, one) for key, one in table.question.items()),
    )


def _problems(question_id: str, question: _Question, table: _File) -> list[Problem]:
    here = f"question.{question_id}"
    problems = bad_ids(question.choice, f"{here}.choice")
    if question.section not in table.section:
        problems.append(Problem(f"{question.section!r} is no section", here, "section"))
    if question.among and question.among not in table.question:
        problems.append(Problem(f"{question.among!r} is no question", here, "among"))
    problems += _after_problems(question_id, question, table)
    wants_choices = question.kind in ("one", "any", "order", "scale") and not question.among
    if wants_choices != bool(question.choice):
        what = "has no choices" if wants_choices else "takes no choices"
        problems.append(Problem(what, here, "choice"))
    if question.kind == "number" and question.high <= question.low:
        problems.append(Problem("must be more than low", here, "high"))
    for choice_id, choice in question.choice.items():
        there = f"{here}.choice.{choice_id}"
        if question.kind == "scale" and not choice_id.isdigit():
            problems.append(Problem("the choices of a scale are numbers", there))
        for dimension, pull in choice.pulls.items():
            if dimension not in PULLED:
                problems.append(Problem(f"{dimension!r} cannot be pulled", there, "pulls"))
            if not 1 <= abs(pull) <= STRONGEST_PULL:
                problems.append(Problem(f"{pull} is not -2, -1, 1 or 2", there, "pulls"))
    return problems


def _after_problems(question_id: str, question: _Question, table: _File) -> list[Problem]:
    """`only_after` names an earlier question of one choice, and choices of it."""
    here, order, problems = f"question.{question_id}", list(table.question), []
    for earlier, picks in question.only_after.items():
        other = table.question.get(earlier)
        if other is None or order.index(earlier) >= order.index(question_id):
            problems.append(Problem(f"{earlier!r} is no earlier question", here, "only_after"))
            continue
        problems += [
            Problem(f"{pick!r} is no choice of {earlier}", here, "only_after")
            for pick in picks
            if other.kind != "one" or pick not in other.choice
        ]
    return problems


def _question(question_id: str, one: _Question) -> Question:
    return Question(
        id=question_id,
        section=one.section,
        kind=one.kind,
        ask=one.ask,
        help=one.help,
        name=one.name,
        choices=tuple(_choice(key, choice) for key, choice in one.choice.items()),
        among=one.among,
        at_least=one.at_least,
        at_most=one.at_most,
        low=one.low,
        high=one.high,
        unit=one.unit,
        seconds=one.seconds,
        private=one.private,
        review_only=one.review_only,
        only_after=MappingProxyType(
            {earlier: tuple(picks) for earlier, picks in one.only_after.items()}
        ),
    )


def _choice(choice_id: str, one: _Choice) -> Choice:
    pulls: dict[Dimension, int] = {
        dimension: one.pulls[dimension] for dimension in PULLED if dimension in one.pulls
    }
    return Choice(
        id=choice_id,
        label=one.label,
        group=one.group,
        short=one.short,
        pulls=MappingProxyType(pulls),
        education=one.education,
        exclusive=one.exclusive,
    )
