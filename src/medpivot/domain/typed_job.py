"""A job as somebody types it: found by id or title, added, changed, answered for."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from medpivot.domain.amounts import check_currency, currency_of, parse_amount
from medpivot.domain.closest import did_you_mean
from medpivot.domain.dimensions import HIGHEST_LEVEL, PULLED, Dimension
from medpivot.domain.finding import Sought, find_id, shown
from medpivot.domain.ids import new_id
from medpivot.domain.job_checks import job_problems
from medpivot.domain.jobs import FIGURES, PRESENT, STAGES, FullWeek, Job, Jobs, Stage
from medpivot.errors import MedpivotError, Problem

_NUMBER = re.compile(
    r"(?P<number>\d{1,9}(?:\.\d{1,6})?|\.\d{1,6})\s*(?P<unit>[^\d.,].*)?", re.ASCII
)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+", re.ASCII)

_HALF_DAYS: Final = ("half-day", "half-days", "half day", "half days", "hd", "sessions", "session")
_HOURS: Final = ("h", "hour", "hours", "hr", "hrs", "h/week", "hours a week", "hours/week")
_SHARES: Final = ("fte", "of a post", "of full time")
_PERCENTS: Final = ("%", "percent", "per cent")
_RVUS: Final = ("rvu", "rvus", "wrvu", "wrvus")
_UNITS: Final = {"hours": _HOURS, "percent": _PERCENTS, "weeks": ("weeks", "week", "w")}

_SOUGHT: Final = Sought("jobs", "there is no job {}", "medpivot jobs")

TEXTS: Final = ("employer", "place", "link", "note")
DATES: Final = ("deadline", "starts", "ends")


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedJob:
    """What is to be changed about a job; None stays as it is.

    `figures` are raw texts by key of `FIGURES`, `levels` are `DIMENSION=LEVEL`, `clear` names
    flags whose value is taken back. `unread` has a problem for each day that is none.
    """

    title: str | None = None
    employer: str | None = None
    place: str | None = None
    role: str | None = None
    deadline: date | None = None
    starts: date | None = None
    ends: date | None = None
    link: str | None = None
    note: str | None = None
    figures: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    levels: tuple[str, ...] = ()
    currency: str | None = None
    clear: tuple[str, ...] = ()
    unread: tuple[Problem, ...] = ()


CLEARABLE: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{figure.flag: key for key, figure in FIGURES.items()},
        **{one: one for one in (*TEXTS, *DATES, "role", "levels")},
    }
)
"""What can be taken back, by the word for it; every job keeps its title."""


def find(jobs: Jobs, typed: str, *, removed: bool = False) -> Job:
    """The job of that id, the beginning of one, or that title; removed ones only on request.

    Raises:
        MedpivotError: none, several, or one that is marked as removed.
    """
    if typed == PRESENT and jobs.present is None:
        command = "medpivot jobs present --title Hospitalist --half-days 9 --fte 1.0"
        raise MedpivotError("the job you have is not entered yet", command)
    every = {job.id: job for job in jobs.jobs}
    gone = {job.id for job in jobs.jobs if job.removed}
    names = {job.id: job.title for job in jobs.jobs}
    found = every[find_id(typed, names, _SOUGHT, gone=gone)]
    if found.removed and not removed:
        raise MedpivotError(
            f"{shown(found.title)} was removed from the list", f"medpivot jobs edit {found.id}"
        )
    return found


def blank_job(jobs: Jobs, title: str, employer: str | None, today: date) -> Job:
    """A new job with an id of its own: its title, with the employer where that is taken."""
    taken = {job.id for job in jobs.jobs} | {PRESENT}
    short = new_id(title, (), "job")
    name = title if short not in taken or not employer else f"{title} {employer}"
    return Job(new_id(name, taken, "job"), title, stage_on=today)


def stage_meant(typed: str) -> Stage:
    """The stage that was typed.

    Raises:
        ValueError: it is none; with the nearest.
    """
    wanted = new_id(typed, (), "")
    for stage in STAGES:
        if wanted == stage:
            return stage
    near = did_you_mean(typed, STAGES) or f"one of {', '.join(STAGES)}"
    raise ValueError(f"{shown(typed)!r} is no stage; {near}")


def changed_job(
    job: Job,
    typed: TypedJob,
    week: FullWeek,
    currency: str,
    roles: Mapping[str, str],
    *,
    new: bool = False,
) -> tuple[Job, list[Problem]]:
    """The job with what was typed, and every problem with it, keyed by what was wrong.

    `roles` are the titles of the known roles by id; `currency` the one money is in, if known. What
    was wrong with a job before is not held against the person, unless it is `new`.
    """
    problems = [*typed.unread]
    job = _cleared(job, typed.clear, problems)
    figures = {
        key: value
        for key, raw in typed.figures.items()
        if (value := _figure(key, raw, week, currency, problems)) is not None
    }
    texts = {
        key: value
        for key in ("title", *TEXTS, *DATES)
        if (value := getattr(typed, key)) is not None
    }
    role = job.role if typed.role is None else _role(typed.role, roles, problems)
    levels = {**job.levels, **_levels(typed.levels, problems)}
    changed = replace(
        job,
        role=role,
        levels=MappingProxyType(levels),
        **texts,
        **figures,  # type: ignore[arg-type]
    )
    before = [] if new else job_problems(job, week)
    named = {problem.key for problem in problems}
    problems += [
        one for one in job_problems(changed, week) if one not in before and one.key not in named
    ]
    return changed, problems


def currency_meant(typed: TypedJob, currency: str) -> str:
    """The currency that money is in from now on: the one there is, else the one that was typed.

    Raises:
        ValueError: another one is typed than there is, or it is none.
    """
    named = check_currency(typed.currency) if typed.currency is not None else ""
    named = named or next(
        (
            found
            for key, raw in typed.figures.items()
            if FIGURES[key].unit == "money" and (found := currency_of(raw))
        ),
        "",
    )
    if currency and named and named.upper() != currency.upper():
        raise ValueError(
            f"your money is in {currency}, and this is in {named}: two currencies cannot be "
            "compared, so convert it first"
        )
    return currency or named


def currency_named(raw: str) -> str:
    """The currency in a typed sum, if it names one that can be told."""
    return currency_of(raw.partition(";")[0]) if raw.strip() else ""


def parse_figure(key: str, raw: str, week: FullWeek, currency: str = "") -> Decimal:
    """A figure of a job as typed: `0.4`, `40%`, `16 h`, `4 half-days`, `210k`, `5,000`.

    A share may be given in percent, hours or half-days, and half-days as a share or in hours;
    they are converted with what a full week is taken to be.

    Raises:
        ValueError: it is no such figure; with the reason.
    """
    unit, flag = FIGURES[key].unit, FIGURES[key].flag
    if unit == "money":
        return parse_amount(raw, currency)
    value, said = _parts(raw)
    for words, factor in _conversions(unit, week):
        if said in words:
            return value * Decimal(factor.numerator) / Decimal(factor.denominator)
    raise ValueError(f"{shown(raw)!r} is not a figure for --{flag}; write {_EXAMPLES[unit]}")


def _conversions(unit: str, week: FullWeek) -> Iterator[tuple[tuple[str, ...], Fraction]]:
    """The words that may stand behind a figure, and what it is multiplied with then."""
    one = Fraction(1)
    half_days, hours = Fraction(week.half_days_per_fte), Fraction(week.hours_per_half_day)
    match unit:
        case "share":
            yield ("", *_SHARES), one
            yield _PERCENTS, one / 100
            yield _HOURS, one / Fraction(week.hours_per_week)
            yield _HALF_DAYS, one / half_days
        case "half-days":
            yield ("", *_HALF_DAYS), one
            yield _SHARES, half_days
            yield _HOURS, one / hours
        case "rvu":
            yield ("", *_RVUS), one
            yield ("k",), Fraction(1000)
        case _:
            yield ("", *_UNITS[unit]), one


_EXAMPLES: Final = {
    "share": "0.4, 40% or 16 h",
    "half-days": "8",
    "hours": "48",
    "percent": "60",
    "weeks": "12",
    "rvu": "5000",
}


def _parts(raw: str) -> tuple[Decimal, str]:
    text = raw.strip().lower()
    if text.startswith(("-", "\u2212")):
        raise ValueError(f"{shown(raw)!r} is less than 0")
    grouped = _GROUPED.match(text)
    if grouped:
        text = grouped[0].replace(",", "") + text[grouped.end() :]
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise ValueError(f"{shown(raw)!r} is not a number; write 0.5 with a point")
    return Decimal(match["number"]), (match["unit"] or "").strip().rstrip(".")


def _figure(
    key: str, raw: str, week: FullWeek, currency: str, problems: list[Problem]
) -> Decimal | None:
    try:
        return parse_figure(key, raw, week, currency)
    except ValueError as reason:
        problems.append(Problem(str(reason), key=key))
        return None


def _cleared(job: Job, names: tuple[str, ...], problems: list[Problem]) -> Job:
    for name in names:
        key = CLEARABLE.get(name)
        if key is None:
            near = did_you_mean(name, CLEARABLE) or f"one of {', '.join(CLEARABLE)}"
            problems.append(Problem(f"{shown(name)!r} cannot be cleared; {near}", key="clear"))
        elif key == "levels":
            job = replace(job, levels=MappingProxyType({}))
        elif key in TEXTS:
            job = replace(job, **{key: ""})  # type: ignore[arg-type]
        else:
            job = replace(job, **{key: None})  # type: ignore[arg-type]
    return job


def _role(typed: str, roles: Mapping[str, str], problems: list[Problem]) -> str | None:
    wanted = new_id(typed, (), "")
    for role_id, title in roles.items():
        if wanted in (role_id, new_id(title, (), "")):
            return role_id
    near = did_you_mean(wanted or typed, roles) or "medpivot roles names them"
    problems.append(Problem(f"{shown(typed)!r} is no role; {near}", key="role"))
    return None


def _levels(typed: tuple[str, ...], problems: list[Problem]) -> dict[Dimension, int]:
    levels: dict[Dimension, int] = {}
    for one in typed:
        name, _, level = (part.strip() for part in one.partition("="))
        dimension = next((known for known in PULLED if known == name), None)
        if dimension is None:
            near = did_you_mean(name, PULLED) or f"one of {', '.join(PULLED)}"
            problems.append(Problem(f"{shown(name)!r} has no level; {near}", key="levels"))
        elif not level.isascii() or not level.isdigit() or int(level[:4]) > HIGHEST_LEVEL:
            what = f"{shown(one)!r}: a level is a whole number from 0 to {HIGHEST_LEVEL}"
            problems.append(Problem(what, key="levels"))
        else:
            levels[dimension] = int(level)
    return levels
