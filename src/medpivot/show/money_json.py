"""`money` as JSON: exact sums with at most two decimals; null is unknown."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, TypeAlias

from medpivot.domain.amounts import cents
from medpivot.domain.erosion import Kept
from medpivot.domain.money_explained import Explanation
from medpivot.domain.money_facts import ChartBar
from medpivot.domain.money_offers import MoneyOffer
from medpivot.domain.money_result import MoneyResult, ScenarioResult
from medpivot.domain.money_warnings import MoneyWarning
from medpivot.domain.roles import Roles

Table: TypeAlias = dict[str, Any]


def exact(value: Decimal | None) -> int | float | None:
    """A sum or number as JSON has it: whole where it is, else with at most two decimals."""
    if value is None:
        return None
    rounded = cents(value)
    return int(rounded) if rounded == rounded.to_integral_value() else float(rounded)


def money_document(
    result: MoneyResult, warnings: Sequence[MoneyWarning], offers: Sequence[MoneyOffer]
) -> Table:
    """What `money --json` prints."""
    return {
        "schema": 1,
        "currency": result.inputs.currency or None,
        "scenarios": [_scenario(one) for one in result.scenarios],
        "warnings": [
            {
                "id": one.id,
                "scenario": one.scenario or None,
                "text": one.text,
                "source": one.source or None,
            }
            for one in warnings
        ],
        "household": {key: exact(known.value) for key, known in result.inputs.household.items()},
        "least_income": exact(result.least),
        "offers": [
            {"id": one.id, "title": one.name, "pay": exact(one.pay), "command": one.command}
            for one in offers
        ],
    }


def _scenario(one: ScenarioResult) -> Table:
    return {
        "id": one.id,
        "title": one.title,
        "kind": one.filled.kind,
        "years": [
            {
                "year": row.number,
                "income": exact(row.income),
                "hours": exact(row.hours),
                "net": exact(row.net),
                "cumulative": exact(row.cumulative),
                "costs": exact(row.costs),
                "lost_income": exact(row.lost),
            }
            for row in one.years
        ],
        "hourly": exact(one.hourly),
        "break_even": one.break_even.year,
        "break_even_state": one.break_even.state,
        "floor_breach": None if one.floor_breach is None else list(one.floor_breach),
        "floor_unknown": list(one.floor_open),
        "accepted_cut_breach": None if one.drop_breach is None else list(one.drop_breach),
        "wants_unmet": None if one.wants_breach is None else list(one.wants_breach),
        "against_staying": exact(one.ahead),
        "lost_income": exact(one.lost),
        "protected_time": [_kept(each) for each in one.erosion.steps] if one.erosion else [],
        "protected_time_now": _kept(one.erosion.real) if one.erosion and one.erosion.real else None,
    }


def _kept(one: Kept) -> Table:
    return {
        "delivered": exact(one.delivered),
        "percent": exact(one.percent),
        "weekly_hours": exact(one.weekly),
        "hourly": exact(one.hourly),
    }


def explained_document(one: Explanation) -> Table:
    """What `money explain FIGURE --json` prints."""
    return {
        "figure": one.figure,
        "title": one.title,
        "value": one.value,
        "steps": list(one.steps),
        "from": [
            {"key": each.key, "name": each.name, "value": each.value, "origin": each.origin}
            for each in one.inputs
        ],
    }


def chart_document(chart: Sequence[ChartBar], roles: Roles) -> Table:
    """What `money hours --json` prints: the chart, and the article's table beside it."""
    return {"chart": list(_bars(chart, roles))}


def _bars(chart: Sequence[ChartBar], roles: Roles) -> Iterator[Table]:
    from medpivot.domain.clinical_time import chart_disagrees
    from medpivot.domain.dimensions import CLINICAL

    for one in chart:
        role = roles.role(one.role) if one.role else None
        offered = role.ranges[CLINICAL] if role else None
        yield {
            "title": one.title,
            "role": one.role or None,
            "clinical": exact(one.clinical),
            "source": one.source,
            "table": offered and {"low": offered.low, "high": offered.high},
            "contradiction": bool(role and chart_disagrees(role)),
        }
