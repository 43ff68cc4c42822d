"""The plan: what comes next, and every milestone with its bar over time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from medpivot.domain.calendar_names import MONTHS
from medpivot.domain.day_words import short_date
from medpivot.domain.partial_dates import PartialDate, span
from medpivot.domain.plan import Milestone, Plan
from medpivot.domain.progress import next_things, pace
from medpivot.domain.windows import last_day, months_after
from medpivot.export.report.content import Content
from medpivot.export.report.shapes import percent
from medpivot.show import gantt
from medpivot.show.plan_words import headline, hours, pace_words, when

_SAID: Final[dict[gantt.State, str]] = {
    "done": "done",
    "open": "open",
    "now": "under way",
    "late": "to plan again",
    "skipped": "left out",
    "removed": "",
}
_STEPS: Final = (1, 2, 3, 6, 12, 24, 60)
_MOST_LABELS: Final = 6
_LAST_LABEL: Final = 0.85
"""From here on a month has its line and no name, which would stick out on a narrow screen."""

_LEAST_WIDTH: Final = 0.008
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Bar:
    """One milestone: its words, and where its bar lies; `wait_x` is where waiting begins."""

    title: str
    state: gantt.State
    said: str
    when: str
    work: str
    decision: bool
    notes: tuple[str, ...]
    x: str
    width: str
    end: str
    wait_end: str


@dataclass(frozen=True, slots=True)
class PhaseBars:
    """A phase and its milestones."""

    title: str
    done: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class NextThing:
    """A thing to do next, with its first ten minutes."""

    title: str
    when: str
    work: str
    first_step: str


@dataclass(frozen=True, slots=True)
class PlanPart:
    """The whole plan as it is seen; `axis` are months with their places, `today` is a place.

    `work` and the hours are empty for whoever does not see the pace.
    """

    headline: str
    pace: str
    next: tuple[NextThing, ...]
    phases: tuple[PhaseBars, ...]
    axis: tuple[tuple[str, str], ...]
    today: str
    today_said: str
    done: int
    total: int
    apart: bool
    """Are there milestones that this reader does not see?"""
    pauses: tuple[str, ...]


def plan_part(content: Content) -> PlanPart | None:
    """The plan with the milestones its reader sees; None where there is none to be seen.

    Who does not see the pace sees no length, no hours and no days either, from which it could be
    worked out, and with it how much rest comes first: only the month each milestone is due in.
    """
    planned, sees = content.planned, content.audience.sees
    if planned is None or not sees("plan"):
        return None
    plan, today = planned.plan, content.today
    private = frozenset() if sees("private-steps") else planned.private
    there = [one for one in plan.milestones if one.status != "removed"]
    if not sees("private-steps"):
        there = [one for one in there if one.status != "skipped"]
    shown = [one for one in there if one.id not in private]
    soon = [one for one in next_things(plan, today, len(plan.milestones)) if one in shown]
    start, end = plan.start, last_day(plan)
    exact = sees("pace")
    if not exact:
        if not shown:
            return None
        shown, soon = [_discreet(one) for one in shown], [_discreet(one) for one in soon]
        days = [one.start for one in shown if one.start >= plan.start]
        start, end = min(days, default=plan.start), max(one.due for one in shown)
    on = gantt.scale(shown, start, end, today, 1)
    # the name of a phase says that there will be applications
    titles = planned.phases if sees("private-steps") else None
    phases = tuple(_phases(shown, titles, on, notes=sees("notes"), exact=exact))
    return PlanPart(
        headline=headline(plan, end, planned.role) if exact else _toward(planned.role),
        pace=pace_words(pace(plan, today)) if sees("pace") else "",
        next=tuple(_next(one, today, exact=exact, own=sees("notes")) for one in soon[:3]),
        phases=phases,
        axis=tuple(_axis(on)),
        today=percent(_place(today, on)) if on.first <= today <= on.last else "",
        today_said=short_date(today),
        done=sum(one.status == "done" for one in shown),
        total=sum(one.status in ("done", "open") for one in shown),
        apart=len(shown) < len([one for one in plan.milestones if one.status != "removed"]),
        pauses=tuple(_pauses(plan)) if sees("pace") else (),
    )


def _phases(
    shown: Sequence[Milestone],
    titles: Mapping[str, str] | None,
    on: gantt.Scale,
    *,
    notes: bool,
    exact: bool,
) -> Iterator[PhaseBars]:
    """The phases with their milestones; without titles, each is called by its months."""
    for phase in dict.fromkeys(one.phase for one in shown):
        those = sorted(
            (one for one in shown if one.phase == phase),
            key=lambda one: (one.start, one.due, one.id),
        )
        yield PhaseBars(
            _months(those) if titles is None else titles.get(phase) or phase,
            sum(one.status == "done" for one in those),
            tuple(_bar(one, on, notes=notes, exact=exact) for one in those),
        )


def _months(those: Sequence[Milestone]) -> str:
    """`Aug 2026 – Feb 2027`."""
    first, last = min(one.start for one in those), max(one.due for one in those)
    return span(PartialDate(first.year, first.month), PartialDate(last.year, last.month))


def _bar(one: Milestone, on: gantt.Scale, *, notes: bool, exact: bool) -> Bar:
    state = gantt.state(one, on.today)
    first, last = gantt.first_day(one), gantt.last_day(one, on.today)
    start, end = _place(first, on), _place(last + _DAY, on)
    waits = one.wait and state not in ("done", "skipped")
    wait_end = _place(one.due + timedelta(weeks=one.wait) + _DAY, on) if waits else 0
    said = [one.note, f"Left out: {one.skipped_why}" if one.skipped_why else ""]
    return Bar(
        title=one.title,
        state=state,
        said=_SAID[state],
        when=_when(one, state) if exact else _month(one, on.today),
        work=hours(one.hours) if exact else "",
        decision=one.decision,
        notes=tuple(text for text in said if text) if notes else (),
        x=percent(start),
        width=percent(max(_LEAST_WIDTH, end - start)),
        end=percent(max(end, start + _LEAST_WIDTH)),
        wait_end=percent(wait_end) if wait_end > end else "",
    )


def _when(one: Milestone, state: gantt.State) -> str:
    if state == "done":
        return f"on {short_date(one.done_on)}" if one.done_on else ""
    if state == "skipped":
        return ""
    if state == "late":
        return f"was due {short_date(one.due)}"
    if state == "now":
        return f"by {short_date(one.due)}"
    return f"{short_date(one.start)} to {short_date(one.due)}"


def _discreet(one: Milestone) -> Milestone:
    """The milestone on its last day alone, without the days it takes and waits."""
    day = one.done_on or one.due
    return replace(one, start=day, due=day, wait=0)


def _toward(role: str | None) -> str:
    """What the steps are toward, without the length and the hours of the plan."""
    return f"Steps toward: {role}." if role else "Steps in teaching, and in work around it."


def _month(one: Milestone, today: date) -> str:
    """`in Aug 2026` where it is done, `by Mar 2027`, `was due by Oct 2026`."""
    name = f"{MONTHS[one.due.month - 1][:3]} {one.due.year}"
    if one.status == "done":
        return f"in {name}"
    return f"was due by {name}" if one.due < today else f"by {name}"


def _next(one: Milestone, today: date, *, exact: bool, own: bool) -> NextThing:
    step = one.first_step if own else _without_commands(one.first_step)
    if exact:
        return NextThing(one.title, when(one, today), hours(one.hours), step)
    return NextThing(one.title, _month(one, today), "", step)


def _without_commands(step: str) -> str:
    """What another reader can follow: up to the part that names a command, or nothing."""
    before, named, _ = step.partition("medpivot ")
    if not named:
        return step
    ended = max(before.rfind(mark) for mark in (": ", "; ", ". "))
    return f"{before[:ended].rstrip(' .')}." if ended > 0 else ""


def _place(day: date, on: gantt.Scale) -> float:
    """From 0 to 1; what lies before the axis stands at its edge."""
    return max(0.0, (day - on.first).days / ((on.last - on.first).days + 1))


def _axis(on: gantt.Scale) -> Iterator[tuple[str, str]]:
    """The first days of months, as many as there is room for on a narrow screen."""
    months = (on.last.year - on.first.year) * 12 + on.last.month - on.first.month + 1
    step = next((one for one in _STEPS if months <= _MOST_LABELS * one), _STEPS[-1])
    for number in range(0, months, step):
        day = months_after(on.first.replace(day=1), number)
        place = _place(max(day, on.first), on)
        yield percent(place), f"{MONTHS[day.month - 1][:3]} {day:%y}" if place < _LAST_LABEL else ""


def _pauses(plan: Plan) -> Iterator[str]:
    for one in sorted(plan.pauses.values(), key=lambda each: each.first):
        yield f"Paused from {short_date(one.first)} to {short_date(one.last)}."
