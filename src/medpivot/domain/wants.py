"""What a person wants on each dimension, with the answers that say so.

Clinical time and regular hours are asked outright. The other six levels come from the pulls of
the chosen answers, as `data/interview.toml` lists them. Pulls and the rules that turn them into
levels are the authors' judgment; they have not been validated.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from medpivot.domain.answers import Answers
from medpivot.domain.assessment import Because, Direction, Origin, Want
from medpivot.domain.dimensions import (
    CLINICAL,
    DIMENSIONS,
    HIGHEST_LEVEL,
    LEADERSHIP,
    REGULAR_HOURS,
    Dimension,
)
from medpivot.domain.interview import Interview, Question
from medpivot.domain.weights import PRIORITIES, weights

CLINICAL_WANTED: Final = "clinical-wanted"
SCHEDULE: Final = "schedule"
LEARNERS: Final = "learners"
WORK_QUESTIONS: Final = ("dread", "energy", "free-week")
"""The questions about the work itself; with none of them answered nothing can be assumed."""

_ASSUMED_LEVEL: Final = 2.0


def wanted(answers: Answers, interview: Interview) -> tuple[Want, ...]:
    """What the person wants on all eight dimensions, in their order, each with its weight."""
    found = pulls(answers, interview)
    weight = weights(answers.picks(PRIORITIES))
    return tuple(
        _want(dimension, answers, found.get(dimension, ()), weight[dimension])
        for dimension in DIMENSIONS
    )


def pulls(answers: Answers, interview: Interview) -> Mapping[Dimension, Sequence[Because]]:
    """The chosen answers that pull at each dimension, in the order of the interview.

    What the person named as the one that drains or feeds them most counts a second time, as an
    answer of its own; the first place of a list in order counts double.
    """
    found: defaultdict[Dimension, list[Because]] = defaultdict(list)
    for question in interview.questions:
        for choice_id, times in _counted(question, answers):
            choice = interview.choice(question.id, choice_id)
            for dimension, pull in choice.pulls.items() if choice else ():
                found[dimension].append(Because(question.id, choice_id, pull * times))
    return found


def _counted(question: Question, answers: Answers) -> Iterator[tuple[str, int]]:
    match question.kind:
        case "any":
            yield from ((pick, 1) for pick in answers.picks(question.id))
        case "order":
            picks = answers.picks(question.id)
            yield from ((pick, 1 if place else 2) for place, pick in enumerate(picks))
        case "one":
            pick = answers.word(question.id)
            if pick and (not question.among or pick in answers.picks(question.among)):
                yield pick, 1


def _want(
    dimension: Dimension, answers: Answers, because: Sequence[Because], weight: float
) -> Want:
    if dimension == CLINICAL:
        return _asked(dimension, "exact", CLINICAL_WANTED, answers, weight)
    if dimension == REGULAR_HOURS:
        return _asked(dimension, "at-least", SCHEDULE, answers, weight)
    if because:
        total = sum(one.pull for one in because)
        level = float(min(HIGHEST_LEVEL, max(0, 1 + total)))
        return Want(dimension, level, _direction(total), weight, tuple(because), "pulled")
    assumed = _assumption(dimension, answers)
    if assumed is not None:
        return Want(dimension, _ASSUMED_LEVEL, "at-most", weight, assumed, "assumed")
    return _unknown(dimension, weight)


def _asked(
    dimension: Dimension, direction: Direction, question: str, answers: Answers, weight: float
) -> Want:
    number = answers.number(question)
    if number is None:
        return _unknown(dimension, weight)
    origin: Origin = "asked"
    because = (Because(question, f"{number:g}", 0),)
    return Want(dimension, float(number), direction, weight, because, origin)


def _unknown(dimension: Dimension, weight: float) -> Want:
    return Want(dimension, None, None, weight, (), "unknown")


def _direction(total: int) -> Direction:
    """Wanted: only less costs. Dreaded: only more costs. Answers that cancel: both do."""
    if total > 0:
        return "at-least"
    return "at-most" if total < 0 else "exact"


def _assumption(dimension: Dimension, answers: Answers) -> tuple[Because, ...] | None:
    """Why "some at most" is assumed of a dimension that no answer pulls; None where it is not.

    Two cases. Nobody who says what feeds them and never mentions running things wants mostly
    that. And who ticks one kind of learner out of two does not ask for the other.
    """
    if dimension == LEADERSHIP:
        return () if any(answers.gave(question) for question in WORK_QUESTIONS) else None
    other = {"students": "residents", "residents": "students"}.get(dimension)
    learners = answers.picks(LEARNERS)
    if other in learners and dimension not in learners:
        return (Because(LEARNERS, other, 0),)
    return None
