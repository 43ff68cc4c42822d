"""A training program as somebody types it: found, added, changed, and what cannot be."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final, get_args

from medpivot.domain.activity_checks import LONGEST_TEXT
from medpivot.domain.amounts import check_currency, currency_of, parse_amount
from medpivot.domain.closest import did_you_mean
from medpivot.domain.finding import Sought, find_id, shown
from medpivot.domain.ids import new_id
from medpivot.domain.plan import Route
from medpivot.domain.programs import MOST_MONTHS, MOST_WEEKS, Program, Programs, months_between
from medpivot.domain.typed_numbers import number_within
from medpivot.errors import MedpivotError, Problem

_LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedProgram:
    """The fields of a program in the person's characters; None was left out.

    Days are days already, and `unread` has a problem for each that is none. `clear` names what is
    taken back first.
    """

    title: str | None = None
    route: str | None = None
    cost: str | None = None
    currency: str | None = None
    months: str | None = None
    hours: str | None = None
    on_site: str | None = None
    lost_fte: str | None = None
    pay: str | None = None
    starts: date | None = None
    ends: date | None = None
    note: str | None = None
    clear: tuple[str, ...] = ()
    unread: tuple[Problem, ...] = ()


CLEARABLE: Final[Mapping[str, str]] = {
    "route": "route",
    "cost": "cost",
    "currency": "currency",
    "months": "months",
    "hours": "hours",
    "on-site": "weeks_on_site",
    "fte": "lost_fte",
    "pay": "pay",
    "starts": "starts",
    "ends": "ends",
    "note": "note",
}
"""What can be taken back, by the word for it: the field it empties."""


_SOUGHT = Sought("programs", "there is no program {} in training.toml", "medpivot training compare")


def find(programs: Programs, typed: str, *, removed: bool = False) -> Program:
    """The program of that id, the beginning of one, or that title; removed ones only on request.

    Raises:
        MedpivotError: none, several, or one that is marked as removed.
    """
    every = {one.id: one for one in programs.every}
    names = {one.id: one.title for one in programs.every}
    gone = {one.id for one in programs.every if one.removed}
    found = every[find_id(typed, names, _SOUGHT, gone=gone)]
    if found.removed and not removed:
        raise MedpivotError(
            f"{shown(found.title)} was removed", f"medpivot training add {found.id}"
        )
    return found


def added(programs: Programs, typed: TypedProgram, currency: str) -> tuple[Program, list[Problem]]:
    """The new program with an id of its own, and everything that is wrong with what was typed.

    One that was removed comes back with what was known of it. `currency` is that of the money.

    Raises:
        MedpivotError: a program of that name is there already.
    """
    title = (typed.title or "").strip()
    for one in programs.every:
        if title and (one.title.casefold() == title.casefold() or one.id == title):
            if one.removed:
                back = replace(one, removed=False)
                return changed(programs.put(back), back, replace(typed, title=None), currency)
            raise MedpivotError(
                f"{shown(one.title)} is there already, as {one.id}",
                "medpivot training edit --help",
            )
    taken = {one.id for one in programs.every}
    blank = Program(new_id(title, taken, "program"), title)
    return changed(programs, blank, typed, currency)


def changed(
    programs: Programs, program: Program, typed: TypedProgram, currency: str
) -> tuple[Program, list[Problem]]:
    """The program with what was typed, and everything that is wrong with it."""
    problems = [*typed.unread]
    program = _cleared(program, typed.clear, problems)
    known = typed.currency or program.currency or currency or programs.currency
    known = known or currency_of(typed.cost or "") or currency_of(typed.pay or "")
    new = replace(program, **_read(typed, known, problems))  # type: ignore[arg-type]
    if (new.cost is not None or new.pay is not None) and not new.currency:
        new = replace(new, currency=_quiet_currency(known))
    if new.months is None and new.starts and new.ends and new.ends >= new.starts:
        new = replace(new, months=min(MOST_MONTHS, months_between(new.starts, new.ends)))
    problems += [
        Problem(what, key=key) for one, key, what in conflicts(programs.put(new)) if one == new.id
    ]
    if currency and new.currency and new.currency != currency:
        what = f"{new.currency}, and your money is in {currency}: two currencies cannot be added up"
        problems.append(Problem(what, key="--currency"))
    return new, problems


def _cleared(program: Program, words: tuple[str, ...], problems: list[Problem]) -> Program:
    for word in words:
        if word not in CLEARABLE:
            what = f"{shown(word)!r} is not one of {', '.join(CLEARABLE)}"
            problems.append(Problem(what, key="--clear"))
            continue
        empty = "" if CLEARABLE[word] in ("currency", "note") else None
        program = replace(program, **{CLEARABLE[word]: empty})  # type: ignore[arg-type]
    return program


def _read(typed: TypedProgram, currency: str, problems: list[Problem]) -> dict[str, object]:
    """The fields that were typed, each understood; what cannot be is a problem of its flag."""
    reads: list[tuple[str, str, str | None, Callable[[str], object]]] = [
        ("--title", "title", typed.title, _title),
        ("--route", "route", typed.route, _route),
        ("--cost", "cost", typed.cost, lambda raw: parse_amount(raw, currency)),
        ("--currency", "currency", typed.currency, check_currency),
        ("--months", "months", typed.months, _months),
        ("--hours", "hours", typed.hours, lambda raw: number_within(raw, 0, 168, "hours")),
        ("--on-site", "weeks_on_site", typed.on_site, _weeks),
        ("--fte", "lost_fte", typed.lost_fte, _share),
        ("--pay", "pay", typed.pay, lambda raw: parse_amount(raw, currency)),
        ("--note", "note", typed.note, _text),
    ]
    fields: dict[str, object] = {}
    for flag, name, raw, read in reads:
        if raw is None:
            continue
        try:
            fields[name] = read(raw)
        except ValueError as error:
            problems.append(Problem(str(error), key=flag))
    for name in ("starts", "ends"):
        if (day := getattr(typed, name)) is not None:
            fields[name] = day
    return fields


def conflicts(programs: Programs) -> Iterator[tuple[str, str, str]]:
    """What does not fit together: program id, key, and the reason."""
    first = programs.currency
    for one in programs.present:
        if one.currency and one.currency != first:
            what = f"{one.currency}, and others are in {first}: two currencies cannot be added up"
            yield one.id, "currency", what
    for one in programs.every:
        if one.starts and one.ends and one.ends < one.starts:
            yield one.id, "ends", f"{one.ends} is before it starts, {one.starts}"


def _quiet_currency(known: str) -> str:
    try:
        return check_currency(known)
    except ValueError:
        return ""


def _title(raw: str) -> str:
    if not raw.strip():
        raise ValueError("a program needs a name")
    return _text(raw)


def _text(raw: str) -> str:
    if len(raw) > LONGEST_TEXT:
        raise ValueError(f"{len(raw):,} characters; at most {LONGEST_TEXT:,} are kept")
    return raw


def _route(raw: str) -> str:
    routes = get_args(Route)
    if raw not in routes:
        near = did_you_mean(raw[:_LONGEST_SHOWN], routes) or f"it is one of {', '.join(routes)}"
        raise ValueError(f"{shown(raw)!r} is no route; {near}")
    return raw


def _months(raw: str) -> int:
    return int(number_within(raw, 1, MOST_MONTHS, "months", whole=True))


def _weeks(raw: str) -> Decimal:
    return number_within(raw, 0, MOST_WEEKS, "weeks")


def _share(raw: str) -> Decimal:
    """A share of the present work, `0.2`, or `20%`."""
    if raw.strip().endswith("%"):
        return number_within(raw.strip()[:-1], 0, 100, "percent") / 100
    try:
        return number_within(raw, 0, 1, "")
    except ValueError as error:
        raise ValueError(f"{error}; write 0.2 or 20% for one day in five") from None
