"""Other environments: which of the article's moves answer what drains a person, and what to watch.

The article's Step 9. Which drain points to which move is the authors' judgment.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from medpivot.domain.answers import Answers
from medpivot.domain.harmless import one_line
from medpivot.domain.interview import Interview
from medpivot.domain.job_search import specialties_in
from medpivot.domain.lifting import chosen_drains
from medpivot.domain.offers import Move


@dataclass(frozen=True, slots=True)
class WeighedMove:
    """A move with the person's drains that point to it and those it could keep or bring.

    `leads_away` is False where the person does not work in a place this move leads away from, and
    `already` is the field of a person who works where it leads, as they wrote it: nothing points
    to such a move, and it is no answer to any drain.
    """

    move: Move
    points_to: tuple[str, ...]
    watch: tuple[str, ...]
    leads_away: bool
    weight: int
    already: str = ""


@dataclass(frozen=True, slots=True)
class Environment:
    """All moves, the best answer to the drains first, and the drains that none of them answers."""

    moves: tuple[WeighedMove, ...]
    drains: tuple[str, ...]
    not_answered: tuple[str, ...]


def weigh_moves(moves: Iterable[Move], answers: Answers, interview: Interview) -> Environment:
    """The moves by how many of the person's drains point to each, less those to watch for there.

    What drains most counts twice; a move for another kind of place than the person's comes after
    the others. Equal ones stay in the order of the file; without drains all do.
    """
    drains = chosen_drains(answers, interview)
    most = answers.word("dread-most")
    setting = answers.word("setting")
    field = one_line(answers.word("specialty") or "")
    weighed = [
        _no_move(move, field)
        if _works_there(move, field)
        else _weighed(move, drains, most, setting)
        for move in moves
    ]
    weighed.sort(key=lambda one: (not one.leads_away, -one.weight))
    answered = {drain for one in weighed for drain in one.points_to}
    return Environment(
        tuple(weighed), drains, tuple(drain for drain in drains if drain not in answered)
    )


def _works_there(move: Move, field: str) -> bool:
    """Is every part of the person's field one that works where the move leads?"""
    parts = specialties_in(field.casefold())
    return bool(parts) and all(any(name in part for name in move.already) for part in parts)


def _no_move(move: Move, field: str) -> WeighedMove:
    return WeighedMove(move, (), (), leads_away=False, weight=0, already=field)


def _weighed(
    move: Move, drains: tuple[str, ...], most: str | None, setting: str | None
) -> WeighedMove:
    points_to = tuple(drain for drain in drains if drain in move.dreads)
    watch = tuple(drain for drain in drains if drain in move.watch)
    return WeighedMove(
        move,
        points_to,
        watch,
        setting is None or not move.settings or setting in move.settings,
        len(points_to) + (most in points_to) - len(watch) - (most in watch),
    )
