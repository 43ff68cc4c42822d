"""`training` as JSON and as plain lines; null is unknown."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from medpivot.domain.program_costs import ProgramCost
from medpivot.domain.programs import Program
from medpivot.domain.training import NamedProgram, Training, TrainingRoute
from medpivot.show.money_json import exact
from medpivot.show.training_view import TrainingView

Table: TypeAlias = dict[str, Any]


def training_document(view: TrainingView) -> Table:
    """What `training --json` prints."""
    decision, decided = view.decision, view.programs.decided
    return {
        "schema": 1,
        "route": decision.route,
        "path": [{"id": step.box.question, "answer": step.answer} for step in decision.asked],
        "reasons": list(decision.reasons),
        "routes": [_route(one) for one in view.training.routes],
        "warnings": list(decision.warnings),
        "kept_back": decision.kept_back,
        "role": view.role.id if view.role else None,
        "decided": decided
        and {
            "route": decided.route,
            "on": decided.on.isoformat(),
            "role": decided.role or None,
            "own": decided.own,
            "why": decided.why or None,
        },
        "programs": [_program(one) for one in view.programs.present],
    }


def routes_document(shown: Iterable[TrainingRoute], training: Training) -> Table:
    """What `training routes --json` prints."""
    routes = list(shown)
    ids = {one.id for one in routes}
    named = [one for one in training.programs if one.route in ids]
    return {
        "routes": [_route(one) for one in routes],
        "programs": [_named(one) for one in named],
        "warning": training.misery,
    }


def programs_document(programs: Sequence[Program]) -> Table:
    """What `training add --json` and `edit --json` print."""
    return {"programs": [_program(one) for one in programs]}


def comparison_document(found: Sequence[ProgramCost]) -> Table:
    """What `training compare --json` prints."""
    return {
        "programs": [
            {
                **_program(one.program),
                "study_hours": exact(one.study_hours),
                "lost_income": exact(one.lost),
                "whole_cost": exact(one.whole),
                "break_even": one.break_even.year,
                "break_even_state": one.break_even.state,
                "gain_needed_in_ten_years": exact(one.gain_needed),
                "hours_short": exact(one.hours_short),
            }
            for one in found
        ]
    }


def plain_routes(shown: Iterable[TrainingRoute]) -> Iterator[str]:
    """A line each: id, fewest and most months, the middle of prices low and high, title."""
    for one in shown:
        low, high = one.months or ("-", "-")
        priced = next((price for price in one.prices if price.low is not None), None)
        prices = (priced.low, priced.high, priced.currency) if priced else ("-", "-", "-")
        yield " ".join(str(part) for part in (one.id, low, high, *prices, one.title))


def plain_programs(found: Iterable[ProgramCost]) -> Iterator[str]:
    """A line each: id, price, months, hours a week, lost income, both together, break-even, title.

    `-` stands for what is not known, and for a break-even that is not reached.
    """
    for one in found:
        program = one.program
        parts = (
            program.id,
            exact(program.cost),
            program.months,
            exact(program.hours),
            exact(one.lost),
            exact(one.whole),
            one.break_even.year,
            program.title,
        )
        yield " ".join("-" if part is None else str(part) for part in parts)


def _route(one: TrainingRoute) -> Table:
    return {
        "id": one.id,
        "title": one.title,
        "good_for": list(one.good_for),
        "watch": one.watch,
        "length": one.length,
        "load": one.load,
        "delivery": one.delivery,
        "months": one.months and {"low": one.months[0], "high": one.months[1]},
        "prices": [
            {
                "text": price.text,
                "low": price.low,
                "high": price.high,
                "currency": price.currency or None,
                "year": price.year,
                "source": price.source,
            }
            for price in one.prices
        ],
        "findings": [{"text": found.text, "source": found.source} for found in one.findings],
        "source": one.source,
    }


def _named(one: NamedProgram) -> Table:
    return {
        "id": one.id,
        "title": one.title,
        "route": one.route,
        "text": one.text,
        "status": one.status,
        "months": one.months and {"low": one.months[0], "high": one.months[1]},
        "hours_total": one.hours_total,
        "weeks_on_site": one.weeks_on_site,
        "price": one.price or None,
        "deadline": one.deadline or None,
        "source": one.source,
    }


def _program(one: Program) -> Table:
    return {
        "id": one.id,
        "title": one.title,
        "route": one.route,
        "cost": exact(one.cost),
        "currency": one.currency or None,
        "months": one.months,
        "hours": exact(one.hours),
        "weeks_on_site": exact(one.weeks_on_site),
        "lost_fte": None if one.lost_fte is None else float(one.lost_fte),
        "pay": exact(one.pay),
        "starts": one.starts and one.starts.isoformat(),
        "ends": one.ends and one.ends.isoformat(),
        "note": one.note or None,
    }
