"""`money.toml` in the person's folder: pay, hours, household and scenarios as they were entered."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from pydantic import Field

from medpivot.domain.amounts import check_currency
from medpivot.domain.money import (
    FIELDS,
    FIRST_SCENARIOS,
    GENERAL,
    HOUSEHOLD,
    MOST_YEARS,
    Money,
    Scenario,
    ScenarioKind,
)
from medpivot.domain.money import Field as Figure
from medpivot.domain.typed_money import conflicts
from medpivot.errors import BrokenFile, Problem
from medpivot.reading.strict import SCHEMA, Lenient, bad_ids, checked
from medpivot.reading.toml import MEND_IT, exactly, parse
from medpivot.reading.unknown_keys import unknown_keys

NAME = "money.toml"


class _Scenario(Lenient):
    kind: ScenarioKind | None = None
    title: str = ""
    role: str = ""
    program: str = ""
    note: str = ""
    status: Literal["", "removed"] = ""
    currency: str = ""
    pay: float | None = None
    raise_: float | None = Field(default=None, alias="raise")
    hours: float | None = None
    weeks: float | None = None
    education_promised: float | None = None
    education_delivered: float | None = None
    role_from: int | None = None
    one_off_costs: float | None = None
    training_from: int | None = None
    training_months: int | None = None
    tuition: float | None = None
    training_costs: float | None = None
    training_pay: float | None = None
    pay_cut: float | None = None
    study_hours: float | None = None
    training_hours: float | None = None


class _Household(Lenient):
    needs: float | None = None
    wants: float | None = None
    drop: float | None = None
    growth: float | None = None


class _File(Lenient):
    schema_: int = Field(alias="schema")
    currency: str = ""
    years: int = Field(default=0, ge=0, le=MOST_YEARS)
    loan_forgiveness: Literal["", "yes", "no"] = ""
    raise_: float | None = Field(default=None, alias="raise")
    weeks: float | None = None
    household: _Household = Field(default_factory=_Household)
    scenario: dict[str, _Scenario] = Field(default_factory=dict)


def read_money(data: bytes, name: str) -> tuple[Money, list[str]]:
    """What was entered about money, and a warning for each key that is not known (it is kept).

    Raises:
        BrokenFile: all problems at once: less than nothing, more than a week has hours, percents
            outside 0 to 100, an end before a start, two currencies.
    """
    table = checked(_File, parse(data, name, MEND_IT), name, data, MEND_IT)
    problems = bad_ids(table.scenario, "scenario")
    figures = {key: FIELDS[key] for key in GENERAL}
    money = Money(
        currency=_currency(table.currency, problems),
        years=table.years,
        loan_forgiveness=table.loan_forgiveness,
        figures=_numbers(table, figures, "", problems),
        household=_numbers(table.household, HOUSEHOLD, "household", problems),
        scenarios=tuple(_scenario(key, one, problems) for key, one in table.scenario.items()),
    )
    problems += [
        Problem(
            f"{one.currency!r}, and the file is in {table.currency or 'no currency'}: two "
            "currencies cannot be added up",
            f"scenario.{key}",
            "currency",
        )
        for key, one in table.scenario.items()
        if one.currency and one.currency != table.currency
    ]
    problems += [Problem(what, place, key) for place, key, what in conflicts(money)]
    if problems:
        raise BrokenFile(name, problems, MEND_IT)
    return money, unknown_keys(table, name)


def _currency(raw: str, problems: list[Problem]) -> str:
    if not raw:
        return ""
    try:
        return check_currency(raw)
    except ValueError as error:
        problems.append(Problem(str(error), key="currency"))
        return ""


def _numbers(
    table: Lenient, fields: Mapping[str, Figure], here: str, problems: list[Problem]
) -> Mapping[str, Decimal]:
    found: dict[str, Decimal] = {}
    for key, field in fields.items():
        value = exactly(getattr(table, "raise_" if key == "raise" else key))
        if value is None:
            continue
        if not value.is_finite():
            problems.append(Problem("a finite number is needed", here, key))
        elif not field.low <= value <= field.high:
            limits = f"{field.low:,} to {field.high:,}"
            problems.append(Problem(f"{value:,} is outside {limits}", here, key))
        else:
            found[key] = value
    return MappingProxyType(found)


def _scenario(scenario_id: str, one: _Scenario, problems: list[Problem]) -> Scenario:
    here = f"scenario.{scenario_id}"
    usual = FIRST_SCENARIOS.get(scenario_id)
    kind = one.kind or usual or "role"
    if usual and one.kind and one.kind != usual:
        problems.append(Problem(f"{scenario_id} is always of the kind {usual}", here, "kind"))
    elif not usual and not one.kind:
        problems.append(Problem("is missing: role or train-then-role", here, "kind"))
    elif not usual and kind == "stay":
        problems.append(Problem("only the scenario `stay` is of this kind", here, "kind"))
    if scenario_id == "stay" and one.status:
        problems.append(Problem("the others are compared with it, so it stays", here, "status"))
    return Scenario(
        id=scenario_id,
        kind=kind,
        title=one.title,
        role=one.role,
        program=one.program,
        figures=_numbers(one, FIELDS, here, problems),
        note=one.note,
        removed=one.status == "removed",
    )


def money_table(money: Money) -> Mapping[str, object]:
    """What was entered as the table it is saved as; None is left out."""
    return {
        "schema": SCHEMA,
        "currency": money.currency or None,
        "years": money.years or None,
        "loan_forgiveness": money.loan_forgiveness or None,
        **money.figures,
        "household": dict(money.household) or None,
        "scenario": {one.id: _table(one) for one in money.scenarios} or None,
    }


def _table(one: Scenario) -> dict[str, object]:
    return {
        "kind": one.kind,
        "title": one.title or None,
        "role": one.role or None,
        "program": one.program or None,
        **one.figures,
        "note": one.note or None,
        "status": "removed" if one.removed else None,
    }
