"""When a milestone may be worked on: months of a plan as days, for plans of any length.

Windows are written in months of an 18-month plan (6 for a test plan). A shorter plan shrinks them
in proportion, to whole days. A longer one keeps them and adds a fourth phase behind month 18; where
the work does not fit so, the first three phases are stretched over as few months more as it takes,
and the fourth is left out. A wait (hiring, notice) is never shrunk: it belongs to other people.
These rules are judgment.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from medpivot.domain.plan import Pause, Plan, PlanKind
from medpivot.errors import UsageProblem

USUAL_MONTHS: Final[dict[PlanKind, int]] = {"full": 18, "test": 6}
"""The length in whose months the windows of each kind of plan are written."""

FEWEST_MONTHS: Final[dict[PlanKind, int]] = {"full": 12, "test": 3}
MOST_MONTHS: Final = 24

MARGIN_MONTHS: Final = 6
"""Months behind the longest plan in which a date set by the person may still lie."""

RELIEF_DAYS: Final = 56
"""Under "not now" the first eight weeks hold relief alone, and end with the question again."""

_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


def check_months(kind: PlanKind, months: int) -> None:
    """Can a plan of this kind be that long?

    Raises:
        UsageProblem: a full plan has 12 to 24 months, a test plan 3 to 24.
    """
    fewest = FEWEST_MONTHS[kind]
    if not fewest <= months <= MOST_MONTHS:
        raise UsageProblem(
            f"a {kind} plan runs for {fewest} to {MOST_MONTHS} months, not {months}",
            f"--months {USUAL_MONTHS[kind]}",
        )


def months_after(day: date, months: int) -> date:
    """The same day of the month so many months later, or that month's last day."""
    # loaded here: it takes as long as the rest of `plan done`, which needs no months
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(months=months)


def last_day(plan: Plan) -> date:
    """The last day of a plan: its months from the start, and the days it was paused."""
    return past_pauses(
        months_after(plan.start, plan.months) - _DAY, plan.pauses.values(), plan.start
    )


def check_within_reach(due: date, plan: Plan, today: date) -> None:
    """Could any plan still hold a date that the person sets?

    Raises:
        UsageProblem: it lies more than half a year after the longest plan that could begin today.
    """
    first = max(plan.start, today)
    latest = past_pauses(
        months_after(first, MOST_MONTHS + MARGIN_MONTHS), plan.pauses.values(), first
    )
    if due > latest:
        raise UsageProblem(
            f"{due.isoformat()} lies beyond every plan: a plan holds {MOST_MONTHS} months, and a "
            f"date may be half a year later, until {latest.isoformat()}",
            "an earlier day",
        )


def past_pauses(day: date, pauses: Iterable[Pause], start: date) -> date:
    """A planned day moved later by the length of every pause, since `start`, that it meets."""
    counted = start - _DAY
    for pause in sorted(pauses, key=lambda one: one.first):
        first = max(pause.first, counted + _DAY)
        if first <= pause.last and first <= day:
            day += pause.last - first + _DAY
            counted = pause.last
    return day


@dataclass(frozen=True, slots=True)
class Frame:
    """How months become days in one plan: the first three phases fill `main` of its `months`.

    `not_before` days at the start are kept free of them (the relief weeks of "not now").
    """

    start: date
    kind: PlanKind
    months: int
    main: int
    not_before: int = 0

    @property
    def has_fourth_phase(self) -> bool:
        """Is there room behind the first three phases of a full plan?"""
        return self.kind == "full" and self.main == USUAL_MONTHS["full"] < self.months

    def window(self, months: tuple[int, int]) -> tuple[date, date]:
        """First and last day of a window of phases 1 to 3, or of a test plan."""
        written = USUAL_MONTHS[self.kind]
        first, last = (min(one, written) for one in (months[0] - 1, months[1]))
        return self._days(self._main_offset(min(first, written - 1)), self._main_offset(last))

    def late_window(self, months: tuple[int, int]) -> tuple[date, date]:
        """First and last day of a window of the fourth phase, between month 18 and the end."""
        begins, longest = self._offset(USUAL_MONTHS["full"]), self._offset(MOST_MONTHS)
        room = self._offset(self.months) - begins

        def moved(month: int) -> int:
            through = self._offset(min(max(month, USUAL_MONTHS["full"]), MOST_MONTHS)) - begins
            return begins + through * room // (longest - begins)

        return self._days(moved(months[0] - 1), moved(months[1]))

    def plain_window(self, months: tuple[int, int]) -> tuple[date, date]:
        """First and last day of a window in real months, which no length of a plan changes."""
        return self._days(self._offset(months[0] - 1), self._offset(months[1]))

    def asking_again(self) -> tuple[date, date]:
        """The week in which "not now" is asked again: the eighth."""
        last = self.start + timedelta(days=RELIEF_DAYS) - _DAY
        return last - _WEEK + _DAY, last

    def _main_offset(self, month: int) -> int:
        written = self._offset(USUAL_MONTHS[self.kind])
        whole = self._offset(self.main) - self.not_before
        return self.not_before + self._offset(month) * whole // written

    def _offset(self, months: int) -> int:
        return (months_after(self.start, months) - self.start).days

    def _days(self, first: int, after_last: int) -> tuple[date, date]:
        start = self.start + timedelta(days=first)
        return start, max(start, self.start + timedelta(days=after_last - 1))


def frames(start: date, kind: PlanKind, months: int, *, not_now: bool) -> Sequence[Frame]:
    """The ways to spread a plan's phases over its months, the least stretched first."""
    usual = USUAL_MONTHS["full"]
    mains = range(usual, months + 1) if kind == "full" and months > usual else [months]
    free = RELIEF_DAYS if not_now else 0
    return [Frame(start, kind, months, main, free) for main in mains]
