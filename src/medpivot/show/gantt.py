"""A plan as bars over time: pure text, so that it reads the same with and without color."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from medpivot.domain.calendar_names import MONTHS
from medpivot.domain.plan import Milestone
from medpivot.domain.progress import is_late
from medpivot.domain.windows import months_after
from medpivot.show.out import fancy

State: TypeAlias = Literal["done", "late", "now", "open", "skipped", "removed"]

_FINE = {
    "done": "█",
    "open": "░",
    "now": "░",
    "late": "▒",
    "decision": "◆",
    "wait": "·",
    "today": "│",
    "before": "◂",
}
_SIMPLE = {
    "done": "#",
    "open": "-",
    "now": "-",
    "late": "!",
    "decision": "*",
    "wait": ".",
    "today": "|",
    "before": "<",
}
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)
_LABEL = len("Nov 2026 ")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Scale:
    """The days from `first` to `last` over `width` columns, and the day that is today."""

    first: date
    last: date
    today: date
    width: int

    def column(self, day: date) -> int:
        """The column of a day; days outside the scale take the nearest."""
        days = (self.last - self.first).days + 1
        place = (day - self.first).days * self.width // days
        return max(0, min(self.width - 1, place))

    @property
    def today_column(self) -> int | None:
        """The column of today, None where it lies outside."""
        return self.column(self.today) if self.first <= self.today <= self.last else None


def scale(
    milestones: Sequence[Milestone], start: date, end: date, today: date, width: int
) -> Scale:
    """A scale from the plan's start to its end, wide enough for every milestone shown.

    What was done before the start does not widen it: it would squeeze all that is ahead.
    """
    shown = [one for one in milestones if one.status in ("open", "done")]
    first = min([start, *(one.start for one in shown if one.status == "open")])
    last = max([end, *(one.due for one in shown), *(one.done_on or one.due for one in shown)])
    return Scale(first, last, today, width)


def state(one: Milestone, today: date) -> State:
    """What a milestone is on that day, in one word; `now` is open and under way."""
    if one.status != "open":
        return one.status
    if is_late(one, today):
        return "late"
    return "now" if one.start <= today else "open"


def bar(one: Milestone, on: Scale) -> str:
    """One line of the chart: the planned days, the wait behind them, and today's line.

    A late bar runs on to today; a done one ends on the day it was done, and one that was done
    before the scale begins is an arrow at its edge. A skipped one is empty.
    """
    marks = marks_in_use()
    cells = [" "] * on.width
    if on.today_column is not None:
        cells[on.today_column] = marks["today"]
    now = state(one, on.today)
    if now in ("skipped", "removed"):
        return "".join(cells)
    last = last_day(one, on.today)
    if last < on.first:
        cells[0] = marks["before"]
        return "".join(cells)
    if one.wait and now != "done":
        waits_until = one.due + timedelta(weeks=one.wait)
        for place in range(on.column(one.due), on.column(min(waits_until, on.last)) + 1):
            cells[place] = marks["wait"] if cells[place] == " " else cells[place]
    for place in range(on.column(first_day(one)), on.column(last) + 1):
        cells[place] = marks[now]
    if one.decision:
        cells[on.column(last)] = marks["decision"]
    return "".join(cells)


def first_day(one: Milestone) -> date:
    """The day its bar begins: the planned one, or the day it was done where that was earlier."""
    return min(one.start, one.done_on) if one.status == "done" and one.done_on else one.start


def last_day(one: Milestone, today: date) -> date:
    """The day its bar ends: when it was done, today while it is late, else when it is due."""
    if one.status == "done":
        return one.done_on or one.due
    return today if is_late(one, today) else one.due


def axis(on: Scale) -> str:
    """The months over the bars, as many as there is room for."""
    months = (on.last.year - on.first.year) * 12 + on.last.month - on.first.month + 1
    step = next(
        (one for one in _MONTH_STEPS if on.width * one >= _LABEL * months), _MONTH_STEPS[-1]
    )
    cells = [" "] * on.width
    free = 0
    for number in range(0, months, step):
        day = months_after(on.first.replace(day=1), number)
        place = on.column(max(day, on.first))
        label = f"{MONTHS[day.month - 1][:3]} {day.year}"
        if free <= place <= on.width - len(label):
            cells[place : place + len(label)] = label
            free = place + _LABEL
    return "".join(cells).rstrip()


def marks_in_use() -> dict[str, str]:
    """The mark for each state, in blocks where they can be shown, else in ASCII."""
    return _FINE if fancy() else _SIMPLE


def legend(today: date) -> str:
    """What the marks mean, in one line."""
    marks = marks_in_use()
    said = [
        f"{marks['done']} done",
        f"{marks['open']} open or now",
        f"{marks['late']} late",
        f"{marks['decision']} decision",
        f"{marks['wait']} waiting",
        f"{marks['today']} today, {today.day} {MONTHS[today.month - 1][:3]}",
    ]
    return "  ".join(said)
