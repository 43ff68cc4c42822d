"""`data/training.toml`: the routes, named programs and the decision tree, all checked."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import get_args

from pydantic import Field

from medpivot.domain.interview import Interview
from medpivot.domain.plan import Route
from medpivot.domain.training import (
    QUESTIONS,
    UNKNOWN,
    AskedHere,
    Box,
    Finding,
    NamedProgram,
    Price,
    ProgramStatus,
    Training,
    TrainingRoute,
    Way,
)
from medpivot.errors import BrokenFile, Problem
from medpivot.reading.circles import first_circle
from medpivot.reading.strict import Strict, bad_ids, checked, unknown_ids
from medpivot.reading.toml import parse

NAME = "training.toml"
MOST_MONTHS = 120


class _Choice(Strict):
    label: str


class _Question(Strict):
    name: str
    ask: str = ""
    help: str = ""
    choice: dict[str, _Choice]


class _Way(Strict):
    to: str
    because: str = ""


class _Box(Strict):
    text: str
    article: bool = False
    question: str = ""
    answer: dict[str, _Way] = Field(default_factory=dict)
    route: Route | None = None
    next: str = ""


class _Months(Strict):
    low: int = Field(ge=0, le=MOST_MONTHS)
    high: int = Field(ge=0, le=MOST_MONTHS)


class _Price(Strict):
    text: str
    source: str
    low: int | None = Field(default=None, ge=0)
    high: int | None = Field(default=None, ge=0)
    currency: str = ""
    year: int | None = Field(default=None, ge=1990, le=2100)


class _Finding(Strict):
    text: str
    source: str


class _Route(Strict):
    title: str
    good_for: list[str] = Field(min_length=1)
    watch: str
    length: str
    load: str
    delivery: str
    source: str
    months: _Months | None = None
    price: dict[str, _Price] = Field(min_length=1)
    finding: dict[str, _Finding] = Field(default_factory=dict)


class _Program(Strict):
    title: str
    route: Route
    text: str
    status: ProgramStatus
    source: str
    months: _Months | None = None
    hours_total: int | None = Field(default=None, ge=1, le=10_000)
    weeks_on_site: int | None = Field(default=None, ge=0, le=104)
    price: str = ""
    deadline: str = ""


class _File(Strict):
    schema_: int = Field(alias="schema")
    misery: str
    question: dict[str, _Question]
    box: dict[str, _Box] = Field(min_length=1)
    route: dict[Route, _Route]
    program: dict[str, _Program]


def read_training(data: bytes, interview: Interview, sources: Iterable[str]) -> Training:
    """The routes, programs and tree.

    Raises:
        BrokenFile: all problems: unknown boxes, choices and sources, missing answers, circles,
            boxes nothing leads to, routes the tree never decides on.
    """
    table = checked(_File, parse(data, NAME), NAME, data)
    choices = _choices(table, interview)
    problems = bad_ids(table.box, "box") + bad_ids(table.program, "program")
    for box_id, box in table.box.items():
        problems += _box_problems(f"box.{box_id}", box, table.box, choices)
    if not problems:
        problems += _tree_problems(table)
    problems += _fact_problems(table, tuple(sources))
    if problems:
        raise BrokenFile(NAME, problems)
    return Training(
        table.misery,
        tuple(_asked(key, one) for key, one in table.question.items()),
        tuple(_box(key, one) for key, one in table.box.items()),
        tuple(_route(key, one) for key, one in table.route.items()),
        tuple(_program(key, one) for key, one in table.program.items()),
    )


def _choices(table: _File, interview: Interview) -> dict[str, tuple[str, ...]]:
    """The choices of every question that a box may ask."""
    found = {key: tuple(one.choice) for key, one in table.question.items()}
    for question_id in QUESTIONS:
        question = interview.question(question_id)
        if question and question_id not in found:
            found[question_id] = tuple(choice.id for choice in question.choices)
    return found


def _box_problems(
    here: str, box: _Box, boxes: Mapping[str, _Box], choices: Mapping[str, Sequence[str]]
) -> list[Problem]:
    problems: list[Problem] = []
    for key, to in (("next", box.next), *((f"answer.{k}", w.to) for k, w in box.answer.items())):
        problems += unknown_ids([to] if to else [], boxes, here, key)
    if not box.question:
        if box.answer:
            problems.append(Problem("has answers and asks no question", here, "answer"))
        return problems
    if box.question not in choices:
        return problems + unknown_ids([box.question], choices, here, "question")
    if box.next or box.route:
        problems.append(Problem("a question leads on by its answers alone", here, "question"))
    wanted = (*choices[box.question], UNKNOWN)
    problems += [Problem("is missing", f"{here}.answer", o) for o in wanted if o not in box.answer]
    for one in box.answer:
        problems += unknown_ids([one], wanted, here, f"answer.{one}")
    return problems


def _tree_problems(table: _File) -> list[Problem]:
    """Circles, boxes that nothing leads to, and routes that are never decided on."""
    leads = {
        key: {way.to for way in box.answer.values()} | ({box.next} if box.next else set())
        for key, box in table.box.items()
    }
    if circle := first_circle(leads):
        return [Problem(f"the boxes lead in a circle: {' to '.join(circle)}", f"box.{circle[0]}")]
    reached, waiting = set[str](), [next(iter(table.box))]
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            waiting.extend(leads[one])
    problems = [Problem("nothing leads to it", f"box.{o}") for o in table.box if o not in reached]
    decided = {box.route for key, box in table.box.items() if key in reached}
    problems += [
        Problem("the tree never decides on it", f"route.{one}")
        for one in get_args(Route)
        if one not in decided
    ]
    return problems


def _fact_problems(table: _File, sources: Sequence[str]) -> list[Problem]:
    problems = [
        Problem("is missing", f"route.{one}") for one in get_args(Route) if one not in table.route
    ]
    cited: list[tuple[str, str]] = []
    for key, route in table.route.items():
        here = f"route.{key}"
        cited.append((here, route.source))
        cited += [(f"{here}.price.{k}", one.source) for k, one in route.price.items()]
        cited += [(f"{here}.finding.{k}", one.source) for k, one in route.finding.items()]
        for price_id, price in route.price.items():
            problems += _price_problems(f"{here}.price.{price_id}", price)
    cited += [(f"program.{key}", one.source) for key, one in table.program.items()]
    for here, source in cited:
        problems += unknown_ids([source], sources, here, "source")
    spans = [(f"route.{key}", one.months) for key, one in table.route.items()]
    spans += [(f"program.{key}", one.months) for key, one in table.program.items()]
    problems += [
        Problem("ends before it begins", here, "months")
        for here, months in spans
        if months and months.high < months.low
    ]
    return problems


def _price_problems(here: str, price: _Price) -> list[Problem]:
    if (price.low is None) != (price.high is None):
        return [Problem("low and high belong together", here)]
    if price.low is not None and price.high is not None:
        if price.high < price.low:
            return [Problem("the high end is below the low end", here)]
        if not price.currency:
            return [Problem("a figure needs a currency", here, "currency")]
    return []


def _asked(question_id: str, one: _Question) -> AskedHere:
    choices = tuple((key, choice.label) for key, choice in one.choice.items())
    return AskedHere(question_id, one.name, choices, one.ask, one.help)


def _box(box_id: str, one: _Box) -> Box:
    ways = {key: Way(way.to, way.because) for key, way in one.answer.items()}
    return Box(
        box_id, one.text, one.article, one.question, MappingProxyType(ways), one.route, one.next
    )


def _span(months: _Months | None) -> tuple[int, int] | None:
    return (months.low, months.high) if months else None


def _route(route_id: Route, one: _Route) -> TrainingRoute:
    return TrainingRoute(
        route_id,
        one.title,
        tuple(one.good_for),
        one.watch,
        one.length,
        one.load,
        one.delivery,
        one.source,
        _span(one.months),
        tuple(Price(key, **price.model_dump()) for key, price in one.price.items()),
        tuple(Finding(key, found.text, found.source) for key, found in one.finding.items()),
    )


def _program(program_id: str, one: _Program) -> NamedProgram:
    return NamedProgram(
        id=program_id,
        title=one.title,
        route=one.route,
        text=one.text,
        status=one.status,
        source=one.source,
        months=_span(one.months),
        hours_total=one.hours_total,
        weeks_on_site=one.weeks_on_site,
        price=one.price,
        deadline=one.deadline,
    )
