"""Drafts a plan: which milestones, for whom, in which weeks; everything done is carried over."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from medpivot.domain.carrying_over import carried_over
from medpivot.domain.overruns import overruns
from medpivot.domain.paces import check_hours, stated_paces
from medpivot.domain.plan import Milestone, Milestones, Plan, PlanKind, Route, Template
from medpivot.domain.planning import RELIEF_PHASE, plan_layout, with_dates
from medpivot.domain.windows import (
    MOST_MONTHS,
    USUAL_MONTHS,
    Frame,
    check_months,
    frames,
    last_day,
)
from medpivot.errors import UsageProblem

FURTHEST_START: Final = timedelta(days=732)
"""A plan starts at most two years before or after today."""

TEST_PHASE: Final = "test"
WEAK_SPOT: Final = "weak-spot"
"""The milestone that is told what the assessment would have the person test."""

UNKNOWN_SETTING: Final = "other"
"""A setting nobody named is taken as the one without learners at hand."""


@dataclass(frozen=True, slots=True)
class Person:
    """What decides which milestones are meant: the kind of plan, and what the answers said."""

    kind: PlanKind
    role: str | None
    route: Route
    verdict: str
    setting: str
    not_now: bool

    def meant(self, template: Template) -> bool:
        """Is this milestone for such a person? Under "not now" nothing is that commits to a job."""
        when = template.when
        return (
            not template.retired
            and self.kind in template.kinds
            and not (self.not_now and template.commits)
            and (not when.verdict or self.verdict in when.verdict)
            and (not when.setting or self.setting in when.setting)
            and (not when.role or self.role in when.role)
            and (not when.route or self.route in when.route)
            and (when.not_now is None or when.not_now == self.not_now)
        )


def draft(
    milestones: Milestones,
    *,
    start: date,
    today: date,
    months: int | None,
    hours: float,
    kind: PlanKind,
    role: str | None,
    route: Route,
    verdict: str,
    setting: str | None,
    not_now: bool = False,
    earlier: Plan | None = None,
    assessment: str = "",
    experiment: str = "",
) -> Plan:
    """A dated plan of the milestones meant for this person, laid out in `hours` a week.

    Weeks are counted from `start`. Where the start has passed they are counted from `today`, and
    windows that cannot be kept slip, but not past the plan's last day. Without `months` a
    full plan has 18 and a test plan 6, or as many more, up to 24, as the hours ask for; where not
    even 24 will do, the length with the fewest days of overrun. From an `earlier` plan everything
    done, skipped or removed, the person's own milestones, notes, dates they set and pauses are
    carried over. Under "not now" eight weeks of relief come first. `experiment` is what the
    assessment would have this person test; it is told where the plan has a place for it.

    Raises:
        MedpivotError: hours, months or the start are out of range; milestones form a circle.
    """
    check_hours(hours)
    if months is not None:
        check_months(kind, months)
    if abs(start - today) > FURTHEST_START:
        raise UsageProblem(f"{start} is more than two years away from {today}", "--start today")
    person = Person(kind, role, route, verdict, setting or UNKNOWN_SETTING, not_now)
    chosen = [_told(one, experiment) for one in milestones.templates if person.meant(one)]
    usual = USUAL_MONTHS[kind]
    empty = Plan(
        created=today,
        start=start,
        months=months or usual,
        hours_per_week=hours,
        kind=kind,
        role=role,
        route=route,
        milestones=(),
        not_now=not_now,
        assessment=assessment,
    )
    longest = MOST_MONTHS if months is None else empty.months
    return shortest_that_fits(
        [replace(empty, months=one) for one in range(empty.months, longest + 1)],
        milestones,
        chosen,
        earlier,
        today,
        every_window_slips=start < today,
    )


def _told(template: Template, experiment: str) -> Template:
    if template.id != WEAK_SPOT or not experiment:
        return template
    return replace(template, why=f"{template.why} For you: {experiment}")


def shortest_that_fits(
    lengths: Iterable[Plan],
    milestones: Milestones,
    chosen: Sequence[Template],
    earlier: Plan | None,
    today: date,
    *,
    every_window_slips: bool = False,
    stretches_between: bool = True,
) -> Plan:
    """The first of these empty plans, filled and laid out, that has no overrun.

    Where nothing fits, the one with the fewest days of overrun. Windows that ended before `today`
    slip; `every_window_slips` where the others may too. To know whether a length fits at all,
    `stretches_between` the least and the most stretched windows can be left out.
    """
    filled: list[Plan] = []
    for empty in lengths:
        slipping_before = date.max if every_window_slips else max(empty.start, today)
        ways = frames(empty.start, empty.kind, empty.months, not_now=empty.not_now)
        if not stretches_between:
            ways = [ways[0], ways[-1]]
        plan = _least_stretched(empty, ways, milestones, chosen, earlier, today, slipping_before)
        if not overruns(plan):
            return plan
        filled.append(plan)
    return min(filled, key=_days_over)


def _days_over(plan: Plan) -> int:
    return sum(one.days for one in overruns(plan))


def _least_stretched(
    empty: Plan,
    ways: Sequence[Frame],
    milestones: Milestones,
    chosen: Sequence[Template],
    earlier: Plan | None,
    today: date,
    slipping_before: date,
) -> Plan:
    """The plan with the least stretched windows in which the first three phases fit.

    Where they fit in none, the one with the fewest days of overrun.
    """
    late = {one.id for one in milestones.phases if one.longer_only}
    filled: list[Plan] = []
    for frame in ways:
        plan = _filled(empty, frame, milestones, chosen, earlier, today)
        plan = _slipped(plan, slipping_before)
        by_id = {one.id: one for one in plan.milestones}
        if all(by_id[one.id].phase in late for one in overruns(plan)):
            return plan
        filled.append(plan)
    return min(filled, key=_days_over)


def _filled(
    empty: Plan,
    frame: Frame,
    milestones: Milestones,
    chosen: Sequence[Template],
    earlier: Plan | None,
    today: date,
) -> Plan:
    """The plan with its milestones in one frame of windows, laid out."""
    late_phases = {one.id for one in milestones.phases if one.longer_only}
    phases = {one.id for one in milestones.phases}
    fresh = [
        _milestone(one, frame, one.phase in late_phases, phases)
        for one in chosen
        if one.phase not in late_phases or frame.has_fourth_phase
    ]
    if empty.not_now:
        fresh = _relief_first(fresh, [one.id for one in chosen if one.relief], frame)
    plan = carried_over(replace(empty, milestones=tuple(fresh)), earlier, today)
    layout = plan_layout(plan, max(plan.start, today), stated_paces(plan.hours_per_week))
    return with_dates(plan, layout)


def _milestone(one: Template, frame: Frame, late: bool, phases: Iterable[str]) -> Milestone:
    phase = one.phase
    if one.relief:
        phase = RELIEF_PHASE
        first, last = frame.plain_window(one.window)
        if one.decision:
            first = frame.asking_again()[0]
            last = max(last, frame.asking_again()[1])
    elif late:
        first, last = frame.late_window(one.window)
    else:
        first, last = frame.window(one.window)
        if frame.kind == "test" and TEST_PHASE in phases:
            phase = TEST_PHASE
    return Milestone(
        id=one.id,
        title=one.title,
        why=one.why,
        phase=phase,
        start=first,
        due=last,
        window_start=first,
        window_end=last,
        hours=one.hours,
        wait=one.wait,
        after=one.after,
        first_step=one.first_step,
        decision=one.decision,
        evidence=one.evidence,
    )


def _relief_first(fresh: list[Milestone], relief: Collection[str], frame: Frame) -> list[Milestone]:
    """Everything that is not relief waits for the question at the end of the relief weeks."""
    asked = tuple(one.id for one in fresh if one.id in relief and one.decision)
    others = {one.id for one in fresh if one.id not in relief}
    free = frame.start + timedelta(days=frame.not_before)
    placed: list[Milestone] = []
    for one in fresh:
        if one.id in relief:
            after = tuple(each for each in one.after if each in relief)
            placed.append(replace(one, after=after))
        else:
            waits_already = any(each in others for each in one.after)
            after = one.after if waits_already else (*one.after, *asked)
            begins = max(one.window_start, free)
            placed.append(replace(one, after=after, window_start=begins))
    return placed


def _slipped(plan: Plan, before: date) -> Plan:
    """Windows that end before that day reach to the new due date, but not past the plan's end."""
    end = last_day(plan)
    return replace(
        plan,
        milestones=tuple(
            replace(one, window_end=max(one.window_end, min(one.due, end)))
            if one.status == "open" and one.window_end < before
            else one
            for one in plan.milestones
        ),
    )
