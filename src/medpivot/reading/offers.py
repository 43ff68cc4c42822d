"""`data/offers.toml`: questions, red flags, norms, searches and other environments, all checked."""

import string
from collections.abc import Iterable, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from medpivot.domain.interview import Interview
from medpivot.domain.jobs import FIGURES as JOB_FIGURES
from medpivot.domain.offers import (
    FIGURES,
    FINDINGS,
    PLACES,
    Convention,
    FindingId,
    Move,
    Norm,
    OfferChoice,
    OfferQuestion,
    Offers,
    Posting,
    RedFlag,
    SearchShape,
    WishWords,
)
from medpivot.errors import BrokenFile, Problem
from medpivot.reading.offer_tables import (
    ConventionTable,
    FindingTable,
    MoveTable,
    OffersFile,
    QuestionTable,
)
from medpivot.reading.strict import bad_ids, checked, unknown_ids
from medpivot.reading.toml import parse

NAME = "offers.toml"


_SHAPES = ("phrase", "alone", "residency", "boolean", "boolean-alone")
"""The shapes of search lines that the program builds."""


def read_offers(
    data: bytes, interview: Interview, roles: Iterable[str], sources: Iterable[str]
) -> Offers:
    """The shipped questions, red flags, norms, searches and moves.

    Raises:
        BrokenFile: all problems, ids that the interview, the roles or the sources do not know
            among them.
    """
    table = checked(OffersFile, parse(data, NAME), NAME, data)
    role_ids = sorted(roles)
    problems = _id_problems(table)
    problems += _source_problems(table, sorted(sources))
    problems += _convention_problems(table)
    for key, question in table.question.items():
        problems += _question_problems(f"question.{key}", question)
        problems += _brings_problems(f"question.{key}", question, interview)
    problems += _finding_problems(table)
    for kind, named in (("norm", table.norm), ("posting", table.posting)):
        for key, one in named.items():
            problems += unknown_ids([one.role], role_ids, f"{kind}.{key}", "role")
    problems += _search_problems(table)
    for key, move in table.move.items():
        problems += _move_problems(f"move.{key}", move, interview)
    if problems:
        raise BrokenFile(NAME, problems)
    return _offers(table)


def _id_problems(table: OffersFile) -> list[Problem]:
    problems: list[Problem] = []
    for kind in ("convention", "question", "norm", "posting", "search", "specialty", "move"):
        problems += bad_ids(getattr(table, kind), kind)
    for key, question in table.question.items():
        problems += bad_ids(question.choice, f"question.{key}.choice")
    return problems


def _source_problems(table: OffersFile, sources: Sequence[str]) -> list[Problem]:
    groups: dict[str, dict[str, Any]] = {
        "convention": dict(table.convention),
        "question": dict(table.question),
        "finding": dict(table.finding),
        "norm": dict(table.norm),
        "posting": dict(table.posting),
        "move": dict(table.move),
    }
    return [
        problem
        for kind, group in groups.items()
        for key, one in group.items()
        for problem in unknown_ids([one.source], sources, f"{kind}.{key}", "source")
    ]


def _convention_problems(table: OffersFile) -> list[Problem]:
    usual = [key for key, one in table.convention.items() if one.usual]
    return [] if len(usual) == 1 else [Problem("exactly one is usual", "convention", "usual")]


def _question_problems(here: str, one: QuestionTable) -> list[Problem]:
    problems: list[Problem] = []
    if (one.kind == "choice") != bool(one.choice):
        problems.append(Problem("has choices where its kind is choice, and only there", here))
    if (one.kind == "number") != bool(one.fills):
        problems.append(Problem("fills a figure where its kind is number, and only there", here))
    elif one.fills:
        problems += unknown_ids([one.fills], JOB_FIGURES, here, "fills")
    for key, choice in one.choice.items():
        stray = [raised for raised in choice.raises if raised not in one.about]
        problems += [
            Problem(f"{raised!r} is not among `about`", f"{here}.choice.{key}", "raises")
            for raised in stray
        ]
    return problems


def _brings_problems(here: str, one: QuestionTable, interview: Interview) -> list[Problem]:
    dreads = _choice_ids("dread", interview)
    return [
        problem
        for key, choice in one.choice.items()
        for problem in unknown_ids(choice.brings, dreads, f"{here}.choice.{key}", "brings")
    ]


def _finding_problems(table: OffersFile) -> list[Problem]:
    problems = unknown_ids(table.finding, FINDINGS, "finding")
    problems += [
        Problem("is missing", f"finding.{one}") for one in FINDINGS if one not in table.finding
    ]
    for key, one in table.finding.items():
        known = next((places for flag, places in FIGURES.items() if flag == key), ())
        problems += _places(one.ask_with, known, f"finding.{key}", "ask_with")
    return problems


def _search_problems(table: OffersFile) -> list[Problem]:
    problems = [
        Problem("is missing", f"search.{one}") for one in _SHAPES if one not in table.search
    ]
    for key, one in table.search.items():
        problems += _places(one.shape, PLACES, f"search.{key}", "shape")
    return problems


def _move_problems(here: str, one: MoveTable, interview: Interview) -> list[Problem]:
    dreads, settings = _choice_ids("dread", interview), _choice_ids("setting", interview)
    problems = unknown_ids(one.dreads, dreads, here, "dreads")
    problems += unknown_ids(one.watch, dreads, here, "watch")
    return problems + unknown_ids(one.from_, settings, here, "from")


def _choice_ids(question_id: str, interview: Interview) -> list[str]:
    question = interview.question(question_id)
    return [choice.id for choice in question.choices] if question else []


def _places(text: str, known: Sequence[str], table: str, key: str) -> list[Problem]:
    """A problem for each place in braces that nothing fills."""
    try:
        named = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    except ValueError as reason:
        return [Problem(str(reason), table, key)]
    return unknown_ids(named, known, table, key)


def _offers(table: OffersFile) -> Offers:
    flags = {key: _red_flag(key, table.finding[key]) for key in FINDINGS}
    return Offers(
        conventions=tuple(_convention(key, one) for key, one in table.convention.items()),
        questions=tuple(_question(key, one) for key, one in table.question.items()),
        red_flags=MappingProxyType(flags),
        wishes=MappingProxyType(
            {
                "must-have": WishWords(table.wish.must_have.title, table.wish.must_have.ask),
                "drain": WishWords(table.wish.drain.title, table.wish.drain.ask),
                "priority": WishWords(table.wish.priority.title, table.wish.priority.ask),
            }
        ),
        norms=tuple(
            Norm(one.role, Decimal(str(one.fte)), one.text, one.source, tuple(one.specialties))
            for one in table.norm.values()
        ),
        postings=tuple(
            Posting(key, one.title, one.beside, one.role, one.source)
            for key, one in table.posting.items()
        ),
        shapes=MappingProxyType(
            {key: SearchShape(key, one.label, one.shape) for key, one in table.search.items()}
        ),
        specialties=tuple(tuple(one.names) for one in table.specialty.values()),
        moves=tuple(_move(key, one) for key, one in table.move.items()),
    )


def _convention(key: str, one: ConventionTable) -> Convention:
    return Convention(
        key,
        one.title,
        Decimal(str(one.half_days_per_fte)),
        Decimal(str(one.hours_per_half_day)),
        Decimal(str(one.hours_per_week)),
        one.source,
        one.usual,
    )


def _question(key: str, one: QuestionTable) -> OfferQuestion:
    choices = (
        OfferChoice(
            choice_id,
            choice.label,
            tuple(choice.raises),
            choice.open,
            choice.level,
            tuple(choice.brings),
        )
        for choice_id, choice in one.choice.items()
    )
    return OfferQuestion(
        id=key,
        ask=one.ask,
        name=one.name,
        why=one.why,
        kind=one.kind,
        source=one.source,
        about=tuple(one.about),
        fills=one.fills,
        choices=tuple(choices),
        key=one.key,
        own=one.own,
        present=one.present,
        in_letter=one.in_letter,
        reopen=one.reopen,
    )


def _red_flag(key: FindingId, one: FindingTable) -> RedFlag:
    return RedFlag(
        key,
        one.title,
        one.severity,
        one.why,
        one.ask,
        one.ask_with,
        one.source,
        one.email,
        one.ask_present,
    )


def _move(key: str, one: MoveTable) -> Move:
    return Move(
        id=key,
        title=one.title,
        text=one.text,
        first_step=one.first_step,
        line=one.line,
        dreads=tuple(one.dreads),
        settings=tuple(one.from_),
        watch=tuple(one.watch),
        source=one.source,
        already=tuple(one.already),
    )
