"""A week by kinds of work: as it is, as wanted, as offered, and what lies between them.

A kind of work that nobody noted is unknown and never 0, so that a share is only known once every
kind is. Exact numbers throughout: 20 percent is the line, and not nearly the line.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final, Literal, TypeAlias, get_args

CategoryId: TypeAlias = Literal[
    "patients",
    "charting",
    "call",
    "teaching",
    "curriculum",
    "scholarship",
    "meetings",
    "other",
]
Part: TypeAlias = Literal["clinical", "education", "other"]
Which: TypeAlias = Literal["actual", "wanted", "offered"]
AgainstLine: TypeAlias = Literal["under", "reaches", "unknown"]

CATEGORIES: Final[tuple[CategoryId, ...]] = get_args(CategoryId)
"""Every kind of work, in the order they are asked and shown."""

HOURS_IN_WEEK: Final = 168


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of work: `label` on screen, `name` inside a sentence, `help` what counts as it."""

    id: CategoryId
    label: str
    name: str
    help: str
    part: Part


@dataclass(frozen=True, slots=True)
class Finding:
    """What a study found about weeks, what it cannot show, both in a line, and its source."""

    text: str
    limits: str
    short: str
    source: str


@dataclass(frozen=True, slots=True)
class WeekHours:
    """The hours of one week by kind of work; a kind that is absent is unknown.

    `monday` is the week that was counted, where it was one; `noted` the day it was entered.
    """

    hours: Mapping[CategoryId, Decimal] = field(default_factory=lambda: MappingProxyType({}))
    monday: date | None = None
    noted: date | None = None
    note: str = ""

    @property
    def known(self) -> bool:
        """Was any kind of work noted?"""
        return bool(self.hours)

    @property
    def total(self) -> Decimal:
        """The hours that were noted; all of the week only where it is `complete`."""
        return sum(self.hours.values(), Decimal(0))

    @property
    def missing(self) -> tuple[CategoryId, ...]:
        """The kinds of work that were not noted."""
        return tuple(one for one in CATEGORIES if one not in self.hours)

    @property
    def complete(self) -> bool:
        """Was every kind of work noted?"""
        return not self.missing

    def having(self, hours: Mapping[CategoryId, Decimal | None]) -> "WeekHours":
        """With those hours in place of the ones there are; None makes a kind unknown again."""
        merged = {**self.hours, **hours}
        kept = {one: found for one in CATEGORIES if (found := merged.get(one)) is not None}
        return replace(self, hours=MappingProxyType(kept))


@dataclass(frozen=True, slots=True)
class Weeks:
    """What `time.toml` says: every week as it was, oldest first, the wanted and the offered one.

    `meaningful` is the kind of work that means most to the person, None while nobody said.
    """

    counted: tuple[WeekHours, ...] = ()
    wanted: WeekHours = WeekHours()
    offered: WeekHours = WeekHours()
    meaningful: CategoryId | None = None

    @property
    def first(self) -> WeekHours:
        """The first week as it was of which anything is known; else an empty one."""
        return next((one for one in self.counted if one.known), WeekHours())

    @property
    def actual(self) -> WeekHours:
        """The latest week as it was of which anything is known; else an empty one."""
        return next((one for one in reversed(self.counted) if one.known), WeekHours())

    def of(self, monday: date) -> WeekHours:
        """The week as it was that began on that Monday; an empty one where it was not counted."""
        found = (one for one in self.counted if one.monday == monday)
        return next(found, WeekHours(monday=monday))

    def put(self, which: Which, week: WeekHours) -> "Weeks":
        """With that week in its place; a counted one in the place of the same Monday."""
        match which:
            case "wanted":
                return replace(self, wanted=week)
            case "offered":
                return replace(self, offered=week)
            case "actual":
                others = (one for one in self.counted if one.monday != week.monday)
                ordered = sorted((*others, week), key=lambda one: one.monday or date.min)
                return replace(self, counted=tuple(ordered))


@dataclass(frozen=True, slots=True)
class MeaningfulShare:
    """How much of a week goes to the work that means most, held against the line.

    `hours` None: not noted. `share` is of the whole week, 0 to 1; with `at_most` kinds of work are
    missing, and the true share can only be smaller.
    """

    hours: Decimal | None
    share: Fraction | None
    at_most: bool
    against: AgainstLine


@dataclass(frozen=True, slots=True)
class Answered:
    """What the latest assessment says about the week, for comparison: hours, percent clinical."""

    day: date | None
    hours: float | None
    clinical: float | None


def share_of(week: WeekHours, categories: Iterable[CategoryId]) -> Fraction | None:
    """The share of a week that goes to some kinds of work, 0 to 1.

    None where any kind was not noted, because then neither part nor whole is known, and in a week
    of no hours.
    """
    if not week.complete or not week.total:
        return None
    part = sum((week.hours[one] for one in categories), Decimal(0))
    return Fraction(part) / Fraction(week.total)


def part_share(
    week: WeekHours, part: Part, categories: Mapping[CategoryId, Category]
) -> Fraction | None:
    """The clinical, education or other share of a week; None where it is not known."""
    return share_of(week, (one.id for one in categories.values() if one.part == part))


def meaningful_share(week: WeekHours, category: CategoryId | None, line: int) -> MeaningfulShare:
    """The share of the most meaningful work, and whether it reaches `line` percent of the week.

    The line is that of Shanafelt and others (2009). With kinds of work missing the share is known
    only from above: that is enough to be under the line, and never enough to reach it.
    """
    hours = week.hours.get(category) if category else None
    if hours is None or not week.total:
        return MeaningfulShare(hours, None, at_most=False, against="unknown")
    share = Fraction(hours) / Fraction(week.total)
    if share < Fraction(line, 100):
        return MeaningfulShare(hours, share, not week.complete, "under")
    return MeaningfulShare(
        hours, share, not week.complete, "reaches" if week.complete else "unknown"
    )


def difference(start: WeekHours, end: WeekHours, category: CategoryId) -> Decimal | None:
    """Hours more (or, below 0, fewer) of a kind of work in the second week than in the first."""
    one, other = start.hours.get(category), end.hours.get(category)
    return None if one is None or other is None else other - one


def total_difference(start: WeekHours, end: WeekHours) -> Decimal | None:
    """Hours more in the second week than in the first; None unless both are complete."""
    return end.total - start.total if start.complete and end.complete else None
