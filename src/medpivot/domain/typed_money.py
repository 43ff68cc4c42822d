"""`KEY=VALUE` as somebody types it about money, understood without guessing, or refused."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Final, get_args

from medpivot.domain.activity_checks import LONGEST_TEXT
from medpivot.domain.amounts import check_currency, currency_of, parse_amount
from medpivot.domain.closest import did_you_mean
from medpivot.domain.finding import not_there, shown
from medpivot.domain.ids import new_id
from medpivot.domain.money import (
    FIELDS,
    FIRST_SCENARIOS,
    GENERAL,
    HOUSEHOLD,
    MOST_YEARS,
    STAY,
    Field,
    Money,
    Scenario,
    ScenarioKind,
)
from medpivot.domain.money_words import number_words, unit_words
from medpivot.domain.typed_numbers import number_within
from medpivot.errors import MedpivotError, Problem, UsageProblem

TOP: Final = ("currency", "years", "loan_forgiveness")
TEXTS: Final = ("title", "role", "program", "note")
"""Keys of a scenario that hold words."""


@dataclass(frozen=True, slots=True)
class KnownIds:
    """Ids that a scenario may name: roles, and programs of the person's training.toml."""

    roles: Sequence[str] = ()
    programs: Sequence[str] = ()


def set_all(
    money: Money, settings: Sequence[str], known: KnownIds, currency: str = ""
) -> tuple[Money, list[Problem]]:
    """With every `KEY=VALUE`, and everything that is wrong with them; an empty value takes back.

    A key is `currency`, `years`, `raise`, `weeks`, `loan_forgiveness`, one of the household
    (`needs`, `wants`, `drop`, `growth`), or `SCENARIO.KEY`. `currency` is that of the programs.
    """
    problems: list[Problem] = []
    pairs: dict[str, str] = {}
    for one in settings:
        key, equals, value = one.partition("=")
        key = key.strip().replace("-", "_") if "." not in key else _dotted(key)
        if not equals:
            problems.append(Problem(f"has no =; write {shown(one)}=VALUE", key=shown(one)))
        elif key in pairs:
            problems.append(Problem("stands there twice", key=shown(key)))
        else:
            pairs[key] = value.strip()
    spoken = _spoken_currency(pairs, money.currency or currency)
    for key, value in pairs.items():
        try:
            money = _set(money, key, value, known, spoken)
        except ValueError as error:
            problems.append(Problem(str(error), key=shown(key)))
    if spoken and not money.currency and "currency" not in pairs and not problems:
        money = replace(money, currency=spoken)
    if not problems:
        problems += [Problem(what, place, key) for place, key, what in conflicts(money)]
    if currency and money.currency and money.currency != currency:
        what = f"{money.currency}, and training.toml is in {currency}: two currencies"
        problems.append(Problem(f"{what} cannot be added up", key="currency"))
    return money, problems


def add_scenario(money: Money, name: str, kind: str, title: str) -> Money:
    """With a scenario more, or one that was removed brought back.

    Raises:
        MedpivotError: there is one of that name, or the kind is not known.
    """
    scenario_id = new_id(name, (), "")
    if not scenario_id:
        raise UsageProblem(f"{shown(name)!r} cannot be a name", "medpivot money add --help")
    found = money.scenario(scenario_id)
    if found and found.removed:
        return money.put(replace(found, removed=False))
    if found or scenario_id in FIRST_SCENARIOS:
        raise MedpivotError(
            f"there is a scenario {scenario_id} already",
            "medpivot money set --help",
        )
    kinds = [one for one in get_args(ScenarioKind) if one != "stay"]
    if kind not in kinds:
        near = did_you_mean(kind, kinds) or f"it is {' or '.join(kinds)}"
        raise UsageProblem(f"--kind {shown(kind)!r} is not known; {near}", "--kind role")
    if len(title) > LONGEST_TEXT:
        raise UsageProblem(f"--title is {len(title):,} characters long", "a shorter title")
    meant: ScenarioKind = "train-then-role" if kind == "train-then-role" else "role"
    return money.put(Scenario(scenario_id, meant, (title or name).strip()))


def remove_scenario(money: Money, name: str) -> Money:
    """Without that scenario; it is marked as removed and can be brought back.

    Raises:
        MedpivotError: it is the present job, or there is none of that name.
    """
    if name == STAY:
        raise MedpivotError(
            "the others are compared with `stay`, so it cannot be removed", "medpivot money"
        )
    found = money.scenario(name)
    if found is None and name in FIRST_SCENARIOS:
        found = Scenario(name, FIRST_SCENARIOS[name])
    if found is None or found.removed:
        raise not_there("scenario", name, _scenarios(money), "medpivot money")
    return money.put(replace(found, removed=True))


def conflicts(money: Money) -> Iterator[tuple[str, str, str]]:
    """What cannot be together: the table, the key, and the reason."""
    for one in money.scenarios:
        here, figures = f"scenario.{one.id}", one.figures
        for key in figures:
            if one.kind not in FIELDS[key].kinds:
                yield here, key, f"means nothing for a scenario of the kind {one.kind}"
        ends = training_ends(figures)
        begins = figures.get("role_from")
        if ends is not None and begins is not None and begins <= ends:
            yield (
                here,
                "role_from",
                (
                    f"the role would begin in month {number_words(begins)} and the training ends "
                    f"in month {number_words(ends)}"
                ),
            )
        hours, promised = figures.get("hours"), figures.get("education_promised")
        if hours is not None and promised is not None and promised > hours:
            yield (
                here,
                "education_promised",
                f"{number_words(promised)} of {number_words(hours)} hours a week cannot be",
            )
        training, study = figures.get("training_hours"), figures.get("study_hours")
        if training is not None and study is not None and study > training:
            yield (
                here,
                "study_hours",
                f"{number_words(study)} of {number_words(training)} hours a week cannot be",
            )


def training_ends(figures: Mapping[str, Decimal]) -> Decimal | None:
    """The last month of the training; None where its length is not entered."""
    months = figures.get("training_months")
    return None if months is None else figures.get("training_from", Decimal(1)) + months - 1


def parse_field(raw: str, field: Field, currency: str) -> Decimal:
    """One figure as typed: money `240k`, percents `15` or `15%`, hours, weeks and months.

    Raises:
        ValueError: it is none, or lies outside what it can mean; with what it has to be.
    """
    if field.unit == "money":
        return parse_amount(raw, currency)
    text = raw.strip()
    ending = {"percent": "%", "hours": "h", "weeks": "weeks", "months": "months"}.get(field.unit)
    text = text.removesuffix(ending).strip() if ending else text
    try:
        return number_within(text, field.low, field.high, "", whole=field.whole)
    except ValueError as error:
        raise ValueError(f"{error}; {field.name}: {unit_words(field)}") from None


def _dotted(key: str) -> str:
    scenario, _, name = key.strip().partition(".")
    return f"{scenario.strip()}.{name.strip().replace('-', '_')}"


def _spoken_currency(pairs: Mapping[str, str], known: str) -> str:
    """The one currency of what is typed and what is known; empty where none is named.

    One that is none is refused where it is set.
    """
    if value := pairs.get("currency"):
        with suppress(ValueError):
            return check_currency(value)
        return ""
    if known and "currency" not in pairs:
        return known
    for key, value in pairs.items():
        field = HOUSEHOLD.get(key) or FIELDS.get(key.partition(".")[2])
        if field and field.unit == "money" and (found := currency_of(value)):
            return found
    return ""


def _set(money: Money, key: str, value: str, known: KnownIds, currency: str) -> Money:
    if key == "currency":
        return _set_currency(money, value)
    if key == "years":
        years = int(number_within(value, 1, MOST_YEARS, "years", whole=True)) if value else 0
        return replace(money, years=years)
    if key == "loan_forgiveness":
        if value not in ("", "yes", "no"):
            raise ValueError(f"{shown(value)!r} is not yes or no")
        return replace(money, loan_forgiveness=value)  # type: ignore[arg-type]
    if key in GENERAL:
        return replace(money, figures=_with(money.figures, key, value, FIELDS[key], currency))
    name = key.removeprefix("household.")
    if name in HOUSEHOLD:
        household = _with(money.household, name, value, HOUSEHOLD[name], currency)
        return replace(money, household=household)
    if key in FIELDS:
        kind = FIELDS[key].kinds[0]
        such = next(one for one, its in FIRST_SCENARIOS.items() if its == kind)
        only = "" if len(FIELDS[key].kinds) == 1 else "such as "
        raise ValueError(f"belongs to a scenario; {only}{such}.{key}")
    if "." not in key:
        known_keys = (*TOP, *GENERAL, *HOUSEHOLD)
        near = did_you_mean(key, known_keys)
        raise ValueError(
            f"is not a key; {near or 'one of ' + ', '.join(known_keys) + ', or SCENARIO.KEY'}"
        )
    return _set_in_scenario(money, key, value, known, currency)


def _set_currency(money: Money, value: str) -> Money:
    """Figures are never converted, so a currency is only renamed while nothing is entered in it."""
    new = check_currency(value) if value else ""
    if money.currency and new != money.currency and _holds_money(money):
        raise ValueError(
            f"your figures are in {money.currency}, and nothing is converted here; enter them "
            f"anew in {new or 'one currency'} in money.toml"
        )
    return replace(money, currency=new)


def _holds_money(money: Money) -> bool:
    in_scenarios = (FIELDS[key].unit == "money" for one in money.scenarios for key in one.figures)
    return any(in_scenarios) or any(HOUSEHOLD[key].unit == "money" for key in money.household)


def _set_in_scenario(money: Money, key: str, value: str, known: KnownIds, currency: str) -> Money:
    scenario_id, _, name = key.partition(".")
    one = money.scenario(scenario_id)
    if one is None and scenario_id in FIRST_SCENARIOS:
        one = Scenario(scenario_id, FIRST_SCENARIOS[scenario_id])
    if one is None or one.removed:
        near = did_you_mean(scenario_id, _scenarios(money))
        raise ValueError(
            f"there is no scenario {shown(scenario_id)!r}; "
            + (near or f"medpivot money add {new_id(scenario_id, (), 'NAME')} makes one")
        )
    if name in TEXTS:
        return money.put(replace(one, **{name: _words(name, value, one, known)}))  # type: ignore[arg-type]
    field = FIELDS.get(name)
    if field is None or one.kind not in field.kinds:
        usable = [*TEXTS, *(k for k, f in FIELDS.items() if one.kind in f.kinds)]
        reason = "is not a key" if field is None else f"means nothing for {one.kind}"
        near = did_you_mean(name, usable)
        raise ValueError(f"{reason}; {near or 'one of ' + ', '.join(usable)}")
    return money.put(replace(one, figures=_with(one.figures, name, value, field, currency)))


def _words(name: str, value: str, one: Scenario, known: KnownIds) -> str:
    if len(value) > LONGEST_TEXT:
        raise ValueError(f"{len(value):,} characters; at most {LONGEST_TEXT:,} are kept")
    if name == "program" and value and one.kind != "train-then-role":
        raise ValueError(f"means nothing for {one.kind}")
    ids = {"role": known.roles, "program": known.programs}.get(name)
    if ids is not None and value and value not in ids:
        near = did_you_mean(value[:60], ids)
        where = "medpivot roles" if name == "role" else "medpivot training"
        raise ValueError(f"there is no {name} {shown(value)!r}; {near or where + ' names them'}")
    return value


def _with(
    figures: Mapping[str, Decimal], key: str, value: str, field: Field, currency: str
) -> Mapping[str, Decimal]:
    kept = {name: figure for name, figure in figures.items() if name != key}
    if value:
        parsed = parse_field(value, field, currency)
        order = [name for name in (*FIELDS, *HOUSEHOLD) if name in kept or name == key]
        kept = {name: parsed if name == key else kept[name] for name in order}
    return MappingProxyType(kept)


def _scenarios(money: Money) -> list[str]:
    gone = {one.id for one in money.scenarios if one.removed}
    ids = dict.fromkeys((*FIRST_SCENARIOS, *(one.id for one in money.scenarios)))
    return [one for one in ids if one not in gone]
