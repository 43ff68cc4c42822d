"""The money screen: the scenarios side by side, then each year by year with its bars."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from rich.console import Group, RenderableType

from medpivot.domain.amounts import with_currency
from medpivot.domain.explained_years import RAISES, begins_later
from medpivot.domain.money import ROLE
from medpivot.domain.money_facts import MoneyFacts
from medpivot.domain.money_offers import MoneyOffer
from medpivot.domain.money_result import MoneyResult, ScenarioResult
from medpivot.domain.money_warnings import MoneyWarning, missing, missing_household
from medpivot.domain.money_words import amount_words, years_words
from medpivot.domain.money_years import on_top
from medpivot.domain.roles import Source
from medpivot.domain.wording import plural
from medpivot.show.aloud import Said
from medpivot.show.facts import sourced
from medpivot.show.money_cells import OPEN, name_cell, named
from medpivot.show.money_tables import (
    ProtectedRow,
    protected_time,
    protected_time_rows,
    side_by_side,
    year_by_year,
)
from medpivot.show.paragraphs import heading, labelled, paragraph, points, words


def money_screen(
    result: MoneyResult,
    warnings: Sequence[MoneyWarning],
    offers: Sequence[MoneyOffer],
    facts: MoneyFacts,
    sources: Mapping[str, Source],
) -> RenderableType:
    """The comparison, each scenario, protected time, what to be wary of, what is open."""
    count = len(result.needs)
    if all(one.nothing_known for one in result.scenarios):
        return _nothing_yet(result, offers, facts)
    return Group(
        words(f"Your money over {plural(count, 'year')}{_in_currency(result)}", "bold"),
        paragraph("As you entered it: no tax is taken off, and nothing is advice.", indent=0),
        "",
        side_by_side(result),
        *_legend(result),
        *_scenarios(result),
        *_protected(result),
        *_wary(warnings, result, facts, sources),
        *_open(result),
        *_offers(offers, result),
        *_taken(result),
        *_general(result, facts),
        heading("Next"),
        labelled(
            [_ASK, ("medpivot money explain role.hourly", "where a figure comes from"), _HOURS]
        ),
    )


def _nothing_yet(
    result: MoneyResult, offers: Sequence[MoneyOffer], facts: MoneyFacts
) -> RenderableType:
    """What is enough to begin with, while no income is known."""
    return Group(
        words("Your money: nothing is entered yet, so nothing is worked out", "bold"),
        paragraph(
            "Four figures are enough to begin: what you earn a year, how many hours a week you "
            "work, what your household must have, and, as soon as somebody tells you, what the "
            "role would pay.",
            indent=0,
        ),
        *_offers(offers, result),
        *_general(result, facts),
        heading("Next"),
        labelled(
            [
                _ASK,
                ("medpivot money set stay.pay=290000", "enter one figure; the pay is an example"),
                _HOURS,
            ]
        ),
    )


_ASK: Final = ("medpivot money ask", "enter figures one by one")
_HOURS: Final = ("medpivot money hours", "clinical time, role by role")


def _legend(result: MoneyResult) -> Iterator[RenderableType]:
    count = plural(len(result.needs), "year")
    yield paragraph(f"Ahead: what {count} leave you, less what staying leaves you.", indent=0)
    late = [one.filled for one in result.scenarios if begins_later(one.filled)]
    if any(one["raise"].value and one["pay"].value for one in late):
        yield paragraph(f"{RAISES.capitalize()}.", indent=0)
    uneven = [
        name_cell(one) for one in result.scenarios if on_top(one.filled) and one.hourly is not None
    ]
    if uneven:
        kept = "An hour: all of them, with education time not delivered and done on top"
        yield paragraph(f"{kept} ({', '.join(uneven)}).", indent=0)
    if any(one.hourly is None or one.floor_breach is None for one in result.scenarios):
        yield Said(paragraph(f"{OPEN} is not known: see below what is missing.", indent=0))


def _in_currency(result: MoneyResult) -> str:
    return f", in {result.inputs.currency}" if result.inputs.currency else ""


def _scenarios(result: MoneyResult) -> Iterator[RenderableType]:
    largest = max(
        (row.net for one in result.scenarios for row in one.years if row.net is not None),
        default=Decimal(0),
    )
    largest = max([largest, *(need for need in result.needs if need is not None)])
    for one in result.scenarios:
        yield heading(one.title, f"[{one.id}]")
        if one.nothing_known:
            if one.filled.set_aside:
                yield paragraph(one.filled.set_aside)
                continue
            lacking = "; ".join(each.name for each in missing(one, result)) or "what the role pays"
            yield paragraph(f"Not known yet, so nothing is worked out: {lacking}.")
            continue
        yield year_by_year(one, result, largest)
        if one.wants_breach is not None:
            yield paragraph(_wants(one, result))
        if one.lost:
            yield paragraph(f"Lost income while training: {amount_words(one.lost, _unit(result))}.")


def _wants(one: ScenarioResult, result: MoneyResult) -> str:
    wanted = amount_words(result.wants[0], _unit(result))
    if not one.wants_breach:
        return f"Your wants of {wanted} on top of needs are covered in every year."
    when = years_words(one.wants_breach)
    return f"Your wants of {wanted} on top of needs are not covered in {when}."


def _protected(result: MoneyResult) -> Iterator[RenderableType]:
    """One table for each promise; scenarios with the same one share it."""
    found: dict[tuple[ProtectedRow, ...], list[str]] = {}
    for one in result.scenarios:
        if one.erosion and not one.nothing_known:
            found.setdefault(protected_time_rows(one.erosion), []).append(one.id)
    for rows, ids in found.items():
        yield heading("What protected time is worth", f"[{', '.join(ids)}]")
        yield protected_time(rows)
    if found:
        count = plural(len(result.needs), "year")
        yield paragraph(
            f"Pay for each hour over {count}, as in the table at the top. Pay and education work "
            "are taken to stay: what is lost is done on top."
        )


def _wary(
    warnings: Sequence[MoneyWarning],
    result: MoneyResult,
    facts: MoneyFacts,
    sources: Mapping[str, Source],
) -> Iterator[RenderableType]:
    said: dict[str, list[str]] = {}
    for one in warnings:
        if one.id != "unknown":
            name = named(one.scenario, result)
            said.setdefault(sourced(one.text, one.source), []).append(name)
    if not said:
        return
    yield heading("To be wary of")
    yield points(f"{', '.join(ids)}: {text}" for text, ids in said.items())
    rule = facts.forgiveness
    if any(one.source == rule.source for one in warnings):
        source = sources.get(rule.source)
        read = f", read {source.checked}" if source and source.checked else ""
        yield ""
        yield paragraph(f"{rule.text} ({rule.source}{read}) {rule.doubt}")


def _open(result: MoneyResult) -> Iterator[RenderableType]:
    lacking = [each for one in result.scenarios for each in missing(one, result)]
    lacking += missing_household(result)
    if lacking:
        yield heading("Not known yet", "medpivot money set KEY=VALUE")
        yield labelled([(f"{one.key}=", one.name) for one in lacking])
        role = result.scenario(ROLE)
        if role and any(one.key.startswith(f"{ROLE}.") for one in lacking):
            yield paragraph(
                f"{ROLE} means: {role.title}. Another role: medpivot money set {ROLE}.role=ID."
            )


def _offers(offers: Sequence[MoneyOffer], result: MoneyResult) -> Iterator[RenderableType]:
    """Pay that is known from jobs and that no scenario reckons with, ready to be taken."""
    if offers:
        yield heading("Offers you keep in jobs", "reckoned with only once they are added here")
        for one in offers:
            yield paragraph(f"{one.name}: {with_currency(one.pay, result.inputs.currency)} a year")
            yield paragraph(one.command, indent=0)


def _taken(result: MoneyResult) -> Iterator[RenderableType]:
    """What was not entered for a scenario and was taken from elsewhere."""
    said: dict[str, list[str]] = {}
    for one in result.scenarios:
        if one.nothing_known and one.filled.kind != "stay":
            continue
        for key, known in one.filled.figures.items():
            if known.taken_from:
                said.setdefault(known.taken_from, []).append(f"{one.id}.{key}")
    for key, known in result.inputs.household.items():
        if known.taken_from:
            said.setdefault(known.taken_from, []).append(key)
    if said:
        yield heading("Not entered there, so taken from elsewhere")
        yield points(f"{', '.join(keys)}: {origin}" for origin, keys in said.items())


def _general(result: MoneyResult, facts: MoneyFacts) -> Iterator[RenderableType]:
    """General facts stand in only while the pay of a role is not known."""
    role = result.scenario("role")
    if role and role.filled["pay"].value is None:
        yield heading("While you do not know what the role pays", "general facts, not your figures")
        yield points(sourced(one.text, one.source) for one in facts.facts.values())


def _unit(result: MoneyResult) -> str:
    return result.inputs.currency
