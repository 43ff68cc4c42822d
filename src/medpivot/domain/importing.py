"""The rows of somebody's spreadsheet as activities: all of them understood, or every complaint."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal, TypeAlias

from medpivot.domain.activities import Activity, Quote, Vocabulary
from medpivot.domain.activity_cells import (
    EXAMPLE,
    EXTRA,
    NUMERIC,
    extra_in,
    levels_in,
    quotes_in,
    unguarded,
)
from medpivot.domain.activity_checks import check_activity
from medpivot.domain.column_names import Columns
from medpivot.domain.sheet_dates import DateOrder, possible_orders, sheet_date
from medpivot.domain.typed_activity import Typed, new_activity
from medpivot.errors import Problem

Row: TypeAlias = tuple[int, Sequence[str]]
"""The line on which a row begins, counted from 1, and its cells."""

Why: TypeAlias = Literal["in-log", "repeated", "example"]

_OWN_ID: Final = re.compile("[a-z2-7]{8}")
_DECIMAL_COMMA: Final = re.compile(r"[+-]?\d+,\d+", re.ASCII)
_IN_TYPED: Final[Mapping[str, str]] = {
    "rating.mean": "rating_mean",
    "rating.raters": "rating_raters",
    "rating.scale": "rating_scale",
    "rating.before": "rating_before",
    "rating.peer_mean": "rating_peer_mean",
}


@dataclass(frozen=True, slots=True)
class Rules:
    """How cells are read: the order of dates, and whether 1,5 is one and a half.

    `otherwise` is what a row has, by field, where its own cell says nothing.
    """

    vocabulary: Vocabulary
    today: date
    dates: DateOrder = "iso"
    decimal_comma: bool = False
    otherwise: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """One row as an activity; its id is empty unless the row has one of ours."""

    line: int
    activity: Activity


def understood(row: Row, columns: Columns, rules: Rules) -> tuple[Imported, list[Problem]]:
    """A row as an activity, and all that is wrong with it by its line and column's name."""
    line, raw = row
    cells = dict(rules.otherwise or {})
    for field, cell in zip(columns.fields, raw, strict=True):
        if field and cell.strip():
            cells[field] = unguarded(cell)
    activity, found = _activity(cells, rules)
    problems = [
        Problem(one.what, key=columns.name_of(_IN_TYPED.get(one.key, one.key)), line=line)
        for one in found
    ]
    return Imported(line, activity), problems


def _activity(cells: Mapping[str, str], rules: Rules) -> tuple[Activity, list[Problem]]:
    problems: list[Problem] = []
    typed = {field: cell for field, cell in cells.items() if field not in ("date", "title")}
    for field in NUMERIC:
        if field in typed:
            typed[field] = _number(typed[field], rules)
    day = rules.today
    try:
        day = sheet_date(cells.get("date", ""), rules.dates, rules.today)
    except ValueError as reason:
        problems.append(Problem(str(reason), key="date"))
    activity, wrong = new_activity(
        cells["id"] if _OWN_ID.fullmatch(cells.get("id", "")) else "",
        Typed(
            title=cells.get("title", ""),
            date=day.isoformat(),
            kind=typed.get("kind", "").strip(),
            domain=_word(typed, "domain"),
            role=_word(typed, "role"),
            setting=typed.get("setting"),
            reach=_word(typed, "reach"),
            levels=levels_in(typed.get("levels", "")),
            learners=typed.get("learners"),
            contact_hours=typed.get("contact_hours"),
            prep_hours=typed.get("prep_hours"),
            mean=typed.get("rating_mean"),
            raters=typed.get("rating_raters"),
            scale=typed.get("rating_scale"),
            before=typed.get("rating_before"),
            peer_mean=typed.get("rating_peer_mean"),
            energy=typed.get("energy"),
            changed=typed.get("changed"),
            evidence=typed.get("evidence"),
            milestone=typed.get("milestone"),
        ),
        rules.vocabulary,
        rules.today,
    )
    quotes: tuple[Quote, ...] = ()
    try:
        quotes = quotes_in(cells.get("quotes", ""), cells.get("share_quotes", ""))
        activity = replace(activity, quotes=quotes, extra=extra_in(cells.get(EXTRA, "")))
    except ValueError as reason:
        problems.append(Problem(str(reason), key=EXTRA if quotes else "quotes"))
    if quotes:
        checked = check_activity(activity, rules.vocabulary, rules.today)
        wrong += [one for one in checked if one.key == "quotes"]
    return activity, problems + wrong


def _word(cells: Mapping[str, str], field: str) -> str | None:
    return cells[field].strip() if field in cells else None


def _number(cell: str, rules: Rules) -> str:
    text = cell.strip()
    if rules.decimal_comma and _DECIMAL_COMMA.fullmatch(text):
        return text.replace(",", ".")
    return text


def date_advice(rows: Iterable[Row], columns: Columns) -> tuple[DateOrder, ...]:
    """The orders in which all dates with the year last would exist; empty where there are none."""
    if "date" not in columns.fields:
        return ()
    place = columns.fields.index("date")
    return possible_orders(unguarded(cells[place]) for _, cells in rows)


def told_apart(
    read: Sequence[Imported], log: Sequence[Activity]
) -> tuple[list[Imported], dict[int, Why]]:
    """What is new, and by line why the others are not.

    A row is there already when the log has its id, or an entry of the same date, title and kind
    that no other row stands for. A row that repeats an earlier one counts once, unless both have
    ids of their own. The row of the template is no activity.
    """
    ids = {one.id for one in log}
    own = {one.activity.id for one in read if one.activity.id}
    there = Counter(_key(one) for one in log if one.id not in own)
    seen: Counter[tuple[date, str, str]] = Counter()
    seen_ids: set[str] = set()
    new: list[Imported] = []
    skipped: dict[int, Why] = {}
    for one in read:
        key, own_id = _key(one.activity), one.activity.id
        if one.activity.title == EXAMPLE["title"]:
            skipped[one.line] = "example"
        elif (own_id and own_id in ids) or there[key]:
            skipped[one.line] = "in-log"
            if own_id not in ids:
                there[key] -= 1
        elif own_id in seen_ids or (seen[key] and not own_id):
            skipped[one.line] = "repeated"
        else:
            new.append(one)
        seen[key] += 1
        if own_id:
            seen_ids.add(own_id)
    return new, skipped


def _key(one: Activity) -> tuple[date, str, str]:
    return one.date, " ".join(one.title.split()).casefold(), one.kind


def grouped(problems: Iterable[Problem]) -> list[Problem]:
    """Problems that say the same of the same column as one, with all their lines."""
    lines: dict[tuple[str, str], list[int]] = {}
    for one in problems:
        lines.setdefault((one.key, one.what), []).append(one.line or 0)
    return [
        Problem(what, key=key, line=found[0])
        if len(found) == 1
        else Problem(what, key=f"lines {spans(found)}, {key}".removesuffix(", "))
        for (key, what), found in lines.items()
    ]


def spans(numbers: Sequence[int]) -> str:
    """Line numbers with neighbors joined: `2-40, 44 and 51`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    said = [f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    return " and ".join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)
