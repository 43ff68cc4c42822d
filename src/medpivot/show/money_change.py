"""After a figure was entered: what changed, the totals that moved with it, and what is open."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType

from medpivot.domain.money_changes import Entry, Moved
from medpivot.domain.money_result import MoneyResult, ScenarioResult
from medpivot.domain.money_warnings import MoneyWarning, missing
from medpivot.domain.money_words import NOT_KNOWN
from medpivot.domain.scenario_words import ahead_words, break_even_words, floor_words, hourly_words
from medpivot.domain.wording import plural
from medpivot.show.columns import columns
from medpivot.show.money_cells import name_cell, named, sum_cell
from medpivot.show.paragraphs import heading, labelled, paragraph, points, words

_NOT_ENTERED = "not entered"
_NOT_THERE = "not there"
_HEADS = ("", "before", "now")


def money_change(
    entries: Sequence[Entry],
    moved: Sequence[Moved],
    warnings: Sequence[MoneyWarning],
    result: MoneyResult,
) -> RenderableType:
    """What was entered, old and new; the totals that moved; `warnings` are those that are new."""
    return Group(
        *_entries(entries),
        *_moved(moved, result),
        *_wary(warnings, result),
        *_open(entries, result),
        "",
        paragraph("Year by year, with all the rest: medpivot money", indent=0),
    )


def _entries(entries: Sequence[Entry]) -> Iterator[RenderableType]:
    if entries:
        yield words("Entered", "bold")
        rows = [(one.key, one.before or _NOT_ENTERED, one.now or _NOT_ENTERED) for one in entries]
        # a key is typed again as it stands here
        yield columns(_HEADS, rows, whole=_HEADS[:1], indent=2)


def _moved(moved: Sequence[Moved], result: MoneyResult) -> Iterator[RenderableType]:
    for one in moved:
        now = _totals(one.now, result)
        before = _totals(one.before, result) if one.before else dict.fromkeys(now, _NOT_THERE)
        rows = [(label, before[label], said) for label, said in now.items()]
        yield heading(name_cell(one.now), "what it comes to")
        yield columns(_HEADS, [row for row in rows if row[1] != row[2]], indent=2)


def _totals(one: ScenarioResult, result: MoneyResult) -> dict[str, str]:
    count = len(result.needs)
    said = {
        "pay for each hour": hourly_words(one.hourly, NOT_KNOWN),
        f"left over {plural(count, 'year')}": NOT_KNOWN if one.net is None else sum_cell(one.net),
        "ahead of staying": ahead_words(one, NOT_KNOWN),
        "breaks even": break_even_words(one.break_even, count, NOT_KNOWN),
        "your floor": floor_words(one, NOT_KNOWN),
    }
    if one.filled.kind == "stay":
        del said["ahead of staying"], said["breaks even"]
    return said


def _wary(warnings: Sequence[MoneyWarning], result: MoneyResult) -> Iterator[RenderableType]:
    said = [one for one in warnings if one.id != "unknown"]
    if said:
        yield heading("New, and to be wary of")
        yield points(f"{named(one.scenario, result)}: {one.text}" for one in said)


def _open(entries: Sequence[Entry], result: MoneyResult) -> Iterator[RenderableType]:
    """What the scenarios that were touched still lack."""
    touched = {one.key.partition(".")[0] for one in entries if "." in one.key}
    lacking = [
        each for one in result.scenarios if one.id in touched for each in missing(one, result)
    ]
    if lacking:
        yield heading("Not known yet", "medpivot money set KEY=VALUE")
        yield labelled([(f"{one.key}=", one.name) for one in lacking])
