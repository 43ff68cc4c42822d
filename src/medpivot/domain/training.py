"""Formal training: the routes, the decision as a tree, and the way through it for one person.

The boxes are the article's, Step 5, with some of our own; the article lists them without their
arrows, so where each one leads is our reading. One rule stands above the tree: no degree and no
fellowship while studying education is not interesting in itself, or while nothing should be
decided (the article: not just because one is miserable).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from medpivot.domain.plan import Route
from medpivot.domain.roles import Role

ProgramStatus: TypeAlias = Literal["open", "closed"]

UNKNOWN: Final = "unknown"
"""The way out of a question that was not answered."""

NOT_NOW: Final = "not-now"
TARGET: Final = "target"
REDUCE: Final = "reduce-clinical"
INTEREST: Final = "study-interest"
TRAINING: Final = "training"

QUESTIONS: Final = (NOT_NOW, TARGET, REDUCE, INTEREST, TRAINING)

DEGREES: Final[tuple[Route, ...]] = ("masters", "fellowship-beside-job", "fellowship-post")
"""Routes that take a real interest in studying education."""

DEGREE_ANSWERS: Final = ("part-time-degree", "fellowship-beside-job", "fellowship-post")
"""Answers to `training` that would take one of them on."""

ALREADY: Final = "already-have"
"""The answer to `training` of somebody who has it behind them."""

HEAVY: Final = 3
"""Level of leadership or scholarship from which a role is heavy in it: judgment."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way out of a question: the box it leads to, and the sentence that says why."""

    to: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A step (`next`), a question (`question`, `ways` by choice), or a decision (`route`)."""

    id: str
    text: str
    article: bool = False
    question: str = ""
    ways: Mapping[str, Way] = field(default_factory=lambda: MappingProxyType({}))
    route: Route | None = None
    next: str = ""


@dataclass(frozen=True, slots=True)
class Price:
    """What a route costs, with its source; `year` is that of the prices. None is no figure."""

    id: str
    text: str
    source: str
    low: int | None = None
    high: int | None = None
    currency: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something else that is known of a route, with its source."""

    id: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class TrainingRoute:
    """One way to be trained: what it is good for, what to watch, its length, load and price.

    `months` is the usual range of its length, where there is one.
    """

    id: Route
    title: str
    good_for: tuple[str, ...]
    watch: str
    length: str
    load: str
    delivery: str
    source: str
    months: tuple[int, int] | None = None
    prices: tuple[Price, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedProgram:
    """A program that exists, or did: as its own page described it when it was read."""

    id: str
    title: str
    route: Route
    text: str
    status: ProgramStatus
    source: str
    months: tuple[int, int] | None = None
    hours_total: int | None = None
    weeks_on_site: int | None = None
    price: str = ""
    deadline: str = ""


@dataclass(frozen=True, slots=True)
class AskedHere:
    """A question of the tree that the interview does not have; without `ask` it is never asked."""

    id: str
    name: str
    choices: tuple[tuple[str, str], ...]
    ask: str = ""
    help: str = ""


@dataclass(frozen=True, slots=True)
class Training:
    """Everything in `data/training.toml`."""

    misery: str
    questions: tuple[AskedHere, ...]
    boxes: tuple[Box, ...]
    routes: tuple[TrainingRoute, ...]
    programs: tuple[NamedProgram, ...]

    def box(self, box_id: str) -> Box:
        """The box of that id.

        Raises:
            KeyError: there is none, which the reading of the file rules out.
        """
        return next((one for one in self.boxes if one.id == box_id), None) or _no_box(box_id)

    def route(self, route_id: Route) -> TrainingRoute | None:
        """The route of that id, or None."""
        return next((one for one in self.routes if one.id == route_id), None)


def _no_box(box_id: str) -> Box:
    raise KeyError(box_id)


@dataclass(frozen=True, slots=True)
class Step:
    """A box on the way taken; `answer` is None for a step, and for a question left open."""

    box: Box
    answer: str | None = None

    @property
    def way(self) -> Way | None:
        """The way out of the question that was taken."""
        return self.box.ways.get(self.answer or UNKNOWN)


@dataclass(frozen=True, slots=True)
class Decision:
    """The route that the answers lead to, the way there, and why.

    `kept_back`: the person would take on a degree or fellowship, and this way leads to none.
    """

    route: Route
    path: tuple[Step, ...]
    reasons: tuple[str, ...]
    warnings: tuple[str, ...]
    kept_back: bool = False

    @property
    def without_training(self) -> bool:
        """Does it lead to no formal training, for somebody who has none yet?"""
        return self.route == "local" and all(step.answer != ALREADY for step in self.path)

    @property
    def asked(self) -> tuple[Step, ...]:
        """The questions on the way, in order."""
        return tuple(one for one in self.path if one.box.question)


def decide(training: Training, answers: Mapping[str, str]) -> Decision:
    """The way through the tree for these answers, by question id; a missing one is unknown."""
    path = tuple(_walk(training, answers))
    route: Route = next((one.box.route for one in reversed(path) if one.box.route), "local")
    ways = [one.way for one in path if one.way]
    reasons = [way.because for way in ways if way.because]
    held = held_back(route, answers)
    if held:
        route = "local" if answers.get(NOT_NOW) == "yes" else "certificate"
        reasons.append(held)
    would = answers.get(TRAINING) in DEGREE_ANSWERS
    return Decision(
        route,
        path,
        tuple(dict.fromkeys(reasons)),
        (training.misery,) if would or route in DEGREES else (),
        kept_back=would and route not in DEGREES,
    )


def first_unknown(training: Training, answers: Mapping[str, str], asked: Sequence[str]) -> str:
    """The first question on the way that has no answer and may still be asked; empty if none.

    Whether nothing should be decided now follows from the assessment, and is never asked here.
    """
    for step in _walk(training, answers):
        question = step.box.question
        if question and question not in (*answers, *asked, NOT_NOW):
            return question
    return ""


def held_back(route: Route, answers: Mapping[str, str]) -> str:
    """Why a degree or fellowship is out of the question for now; empty where it is not.

    The article: not just because one is miserable, and only if the work of it is interesting.
    """
    if route not in DEGREES:
        return ""
    if answers.get(NOT_NOW) == "yes":
        return "Rest comes first, by your answers."
    if answers.get(INTEREST) != "yes":
        return "No degree while studying education is not interesting to you in itself."
    return ""


def target_of(role: Role | None) -> str:
    """Is the role heavy in leadership or scholarship: `yes`, `no`, or empty where it may be both.

    Heavy is a level of 3 or more over its whole range; light is less than 3 over the whole of both.
    """
    if role is None:
        return ""
    both = [role.ranges["leadership"], role.ranges["scholarship"]]
    if any(one.low >= HEAVY for one in both):
        return "yes"
    return "no" if all(one.high < HEAVY for one in both) else ""


def _walk(training: Training, answers: Mapping[str, str]) -> Iterator[Step]:
    box = training.boxes[0]
    while True:
        answer = answers.get(box.question) if box.question else None
        step = Step(box, answer if answer in box.ways else None)
        yield step
        to = step.way.to if step.way else box.next
        if not to:
            return
        box = training.box(to)
