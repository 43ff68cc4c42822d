"""Lays work out over weeks: one person, a few free hours a week, earliest due date first.

The machine behind every plan. Weeks are counted from the first day of the layout: week k holds the
days 7k to 7k + 6. In each week the hours go to the work that may begin, by due date and then by id;
work may be interrupted. Work may begin in the first week that begins on or after `not_before`, and
in the week after each predecessor's last week plus that predecessor's `wait`. Due dates are
tightened backwards: what somebody waits for is due early enough to leave the waiting work its time.

Earliest due date first is a rule of thumb, and with waits more hours a week can end it later: with
more hours an urgent piece is released earlier, or leaves its predecessor less of a head start, and
pushes back a piece that a long wait follows. So `lay_out` runs the machine at the stated pace and,
where that could matter, at lower ones too, and takes the layout that ends first: somebody with
four hours may always work as if they had three. That makes "more hours never end it later"
true of plans. The rule and the search are judgment.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from graphlib import CycleError, TopologicalSorter
from heapq import heappop, heappush
from types import MappingProxyType
from typing import Final

from medpivot.domain.paces import DAYS_PER_WEEK, units
from medpivot.domain.plan import Pause
from medpivot.errors import MedpivotError

LONGEST_YEARS: Final = 50
"""A layout that would run longer is refused: a slip of the finger, not a plan."""

_LAST_WEEK = LONGEST_YEARS * 52


@dataclass(frozen=True, slots=True)
class Work:
    """One piece of work: `hours` of effort, not before a day, wanted by `limit`.

    `wait` is elapsed weeks between its end and what comes after it. `pinned` is a due date set by
    the person: the work aims at it and is not over before it. Ids in `after` that are not among
    the works laid out are ignored.
    """

    id: str
    hours: float
    not_before: date
    limit: date
    wait: int = 0
    after: tuple[str, ...] = ()
    pinned: date | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """The planned first and last day of one piece of work, and its units in each week worked."""

    start: date
    due: date
    weeks: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Layout:
    """When each piece of work is done; `end` is the last day of all, `daily` the pace in units."""

    spans: Mapping[str, Span]
    end: date
    daily: int


def in_order(after: Mapping[str, Iterable[str]]) -> list[str]:
    """All ids, each behind everything in its `after`; unknown ids in `after` are left out.

    Raises:
        MedpivotError: something waits for itself, directly or round a circle.
    """
    known = {key: [one for one in others if one in after] for key, others in after.items()}
    try:
        return list(TopologicalSorter(known).static_order())
    except CycleError as error:
        path: list[str] = list(reversed(error.args[1]))
        if len(set(path)) == 1:
            raise MedpivotError(f"{path[0]} depends on itself") from None
        raise MedpivotError("milestones wait for one another: " + " after ".join(path)) from None


class _Weeks:
    """How many units each week has, counted from the first day, with pauses taken out."""

    def __init__(self, first_day: date, pauses: Iterable[Pause]) -> None:
        self.first_day = first_day
        days = {
            day
            for pause in pauses
            for day in range(
                max(0, (pause.first - first_day).days), (pause.last - first_day).days + 1
            )
        }
        self.paused = days
        self.lost: dict[int, int] = {}
        for day in days:
            self.lost[day // DAYS_PER_WEEK] = self.lost.get(day // DAYS_PER_WEEK, 0) + 1
        self.last_lost = max(self.lost, default=-1)

    def open_days(self, week: int) -> int:
        return DAYS_PER_WEEK - self.lost.get(week, 0)

    def first_open(self, week: int) -> date:
        day = next(one for one in self._days(week) if one not in self.paused)
        return self.first_day + timedelta(days=day)

    def last_open(self, week: int) -> date:
        day = next(one for one in reversed(self._days(week)) if one not in self.paused)
        return self.first_day + timedelta(days=day)

    def beginning_on(self, day: date) -> int:
        """The first week that begins on that day or after it."""
        return max(0, -((self.first_day - day).days // DAYS_PER_WEEK))

    def last_week(self, week: int, effort: int, daily: int) -> int:
        """The last week of work that begins in `week` and shares its hours with nothing."""
        while week <= self.last_lost:
            room = self.open_days(week) * daily
            if room and effort <= room:
                return week
            effort -= room
            week += 1
        return week + max(0, -(-effort // (DAYS_PER_WEEK * daily)) - 1)

    @staticmethod
    def _days(week: int) -> range:
        return range(week * DAYS_PER_WEEK, week * DAYS_PER_WEEK + DAYS_PER_WEEK)


class _Works:
    """The works with everything that does not depend on the pace worked out once."""

    def __init__(self, works: Iterable[Work], weeks: _Weeks) -> None:
        self.by_id = {work.id: work for work in works}
        self.order = in_order({work.id: work.after for work in self.by_id.values()})
        self.before = {
            work.id: [one for one in dict.fromkeys(work.after) if one in self.by_id]
            for work in self.by_id.values()
        }
        self.behind: dict[str, list[str]] = {key: [] for key in self.by_id}
        for key, others in self.before.items():
            for other in others:
                self.behind[other].append(key)
        self.units = {key: units(work.hours) for key, work in self.by_id.items()}
        self.release = {
            key: weeks.beginning_on(work.not_before) for key, work in self.by_id.items()
        }

    def after_the_end(self, key: str, week: int, weeks: _Weeks) -> int:
        """The week in which what waits for `key` may begin, when its last week is `week`."""
        work = self.by_id[key]
        if work.pinned is not None:
            pinned_week = (work.pinned - weeks.first_day).days // DAYS_PER_WEEK
            week = max(week, pinned_week)
        return week + 1 + work.wait

    def deadlines(self, daily: int) -> dict[str, int]:
        """Due days as ordinals, tightened backwards over what waits for each work."""
        full = DAYS_PER_WEEK * daily
        due: dict[str, int] = {}
        for key in reversed(self.order):
            work = self.by_id[key]
            day = (work.pinned or work.limit).toordinal()
            for other in self.behind[key]:
                needed = max(1, -(-self.units[other] // full)) + work.wait
                day = min(day, due[other] - DAYS_PER_WEEK * needed)
            due[key] = day
        return due

    def earliest_end(self, daily: int, weeks: _Weeks) -> int:
        """A week before which no layout at this pace, or at a lower one, can end."""
        released: dict[str, int] = {}
        latest = 0
        for key in self.order:
            begins = max([self.release[key], *(released[one] for one in self.before[key])])
            last = weeks.last_week(begins, self.units[key], daily)
            released[key] = self.after_the_end(key, last, weeks)
            latest = max(latest, released[key] - 1 - self.by_id[key].wait)
        first = min(self.release.values(), default=0)
        return max(latest, weeks.last_week(first, sum(self.units.values()), daily))


def lay_out(
    works: Iterable[Work], first_day: date, paces: Sequence[int], pauses: Iterable[Pause] = ()
) -> Layout:
    """The layout that ends first among those at `paces`, the first of them where they tie.

    `paces` are units a day, the stated one first and the others below it, falling. A layout that
    ends as early as the longest chain of waits and the sum of the hours allow ends the search.

    Raises:
        MedpivotError: the works wait for one another in a circle, or fill more than 50 years.
    """
    weeks = _Weeks(first_day, pauses)
    prepared = _Works(works, weeks)
    best = _run(prepared, weeks, paces[0])
    best_week = _week_of(best.end, weeks)
    for daily in paces[1:]:
        if prepared.earliest_end(daily, weeks) >= best_week:
            break
        other = _run(prepared, weeks, daily)
        if other.end < best.end:
            best, best_week = other, _week_of(other.end, weeks)
    return best


def _week_of(day: date, weeks: _Weeks) -> int:
    return (day - weeks.first_day).days // DAYS_PER_WEEK


def _run(works: _Works, weeks: _Weeks, daily: int) -> Layout:
    hours: dict[str, dict[int, int]] = {key: {} for key in works.by_id}
    machine = _Machine(works, weeks, daily)
    for key, week, given in machine.run():
        hours[key][week] = given
    spans: dict[str, Span] = {}
    for key, parts in hours.items():
        start, due = weeks.first_open(min(parts)), weeks.last_open(max(parts))
        pinned = works.by_id[key].pinned
        spans[key] = Span(start, max(due, pinned) if pinned else due, MappingProxyType(parts))
    end = max((span.due for span in spans.values()), default=weeks.first_day)
    return Layout(MappingProxyType(spans), end, daily)


class _Machine:
    """One person at work: what is left of each piece, what may begin now and what later."""

    def __init__(self, works: _Works, weeks: _Weeks, daily: int) -> None:
        self.works = works
        self.weeks = weeks
        self.daily = daily
        self.left = dict(works.units)
        self.deadline = works.deadlines(daily)
        self.release = dict(works.release)
        self.missing = {key: len(others) for key, others in works.before.items()}
        self.coming: list[tuple[int, str]] = []
        self.ready: list[tuple[int, str]] = []
        for key, count in self.missing.items():
            if not count:
                heappush(self.coming, (self.release[key], key))

    def run(self) -> Iterator[tuple[str, int, int]]:
        """Which piece gets how many units in which week, week by week until all are done."""
        week = 0
        while self.coming or self.ready:
            if not self.ready:
                week = max(week, self.coming[0][0])
            if week > _LAST_WEEK:
                raise MedpivotError(
                    f"at these hours the plan would run for more than {LONGEST_YEARS} years",
                    "more hours a week, or fewer hours of work",
                )
            while self.coming and self.coming[0][0] <= week:
                _, key = heappop(self.coming)
                heappush(self.ready, (self.deadline[key], key))
            days = self.weeks.open_days(week)
            if days:
                yield from self._work(week, days * self.daily)
            week += 1

    def _work(self, week: int, room: int) -> Iterator[tuple[str, int, int]]:
        while self.ready:
            key = self.ready[0][1]
            given = min(room, self.left[key])
            if given or not self.left[key]:
                yield key, week, given
            room -= given
            self.left[key] -= given
            if self.left[key]:
                return
            heappop(self.ready)
            self._finish(key, week)

    def _finish(self, key: str, week: int) -> None:
        for other in self.works.behind[key]:
            later = self.works.after_the_end(key, week, self.weeks)
            self.release[other] = max(self.release[other], later)
            self.missing[other] -= 1
            if not self.missing[other]:
                heappush(self.coming, (self.release[other], other))
