"""The smallest change that makes everything fit: more hours a week, or more months."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from medpivot.domain.drafting import Person, shortest_that_fits
from medpivot.domain.overruns import Fix, overruns
from medpivot.domain.paces import stated_paces
from medpivot.domain.plan import Milestone, Milestones, Plan, Template
from medpivot.domain.planning import plan_layout
from medpivot.domain.scheduling import Layout
from medpivot.domain.windows import MOST_MONTHS, last_day

MOST_HOURS_TRIED: Final = 40
"""Hours a week above which "more hours" is no answer for somebody with a job."""

_STEPS_AN_HOUR = 2


def smallest_fix(plan: Plan, milestones: Milestones, today: date) -> Fix:
    """What would make the open milestones fit; both None where nothing overruns now.

    Hours are the stated ones where laying out again is enough, else they rise in half-hour steps
    up to 40; months rise up to 24 at the stated hours. Work is laid out from the plan's start or,
    once that has passed, from `today`. A window that has passed cannot be met by any hours, so it
    counts as open until the plan's last day; so do all windows of a plan under way in which
    nothing but the last day is overrun.
    """
    over = overruns(plan)
    if not over:
        return Fix(None, None)
    only_the_end = plan.start < today and all(one.due > last_day(plan) for one in over)
    return Fix(
        _smallest_hours(plan, today, only_the_end=only_the_end),
        _fewest_months(plan, milestones, today, only_the_end=only_the_end),
    )


def _smallest_hours(plan: Plan, today: date, *, only_the_end: bool) -> float | None:
    first_day = max(plan.start, today)
    passed_before = date.max if only_the_end else first_day
    limits = {one.id: _limit(one, plan, passed_before) for one in plan.milestones}
    for hours in (plan.hours_per_week, *_half_hours_above(plan.hours_per_week)):
        layout = plan_layout(plan, first_day, stated_paces(hours))
        if _within(layout, limits):
            return hours
    return None


def _half_hours_above(hours: float) -> Iterator[float]:
    steps = int(hours * _STEPS_AN_HOUR) + 1
    for step in range(steps, MOST_HOURS_TRIED * _STEPS_AN_HOUR + 1):
        yield step / _STEPS_AN_HOUR


def _limit(one: Milestone, plan: Plan, passed_before: date) -> date:
    if one.window_end < passed_before:
        return last_day(plan)
    return max(one.window_end, one.due) if one.pinned else one.window_end


def _within(layout: Layout, limits: dict[str, date]) -> bool:
    return all(span.due <= limits[key] for key, span in layout.spans.items())


def _fewest_months(
    plan: Plan, milestones: Milestones, today: date, *, only_the_end: bool
) -> int | None:
    person = _person(plan, milestones)
    chosen = [one for one in milestones.templates if _belongs(one, plan, milestones, person)]
    known = {one.id for one in chosen}
    # what no template describes any more stays in the longer plan like the person's own
    kept = tuple(replace(one, own=one.id not in known) for one in plan.milestones)
    plan = replace(plan, milestones=kept)
    for months in range(plan.months + 1, MOST_MONTHS + 1):
        empty = replace(plan, months=months, milestones=(), pauses={})
        longer = shortest_that_fits(
            [empty],
            milestones,
            chosen,
            plan,
            today,
            every_window_slips=only_the_end,
            stretches_between=False,
        )
        if not overruns(longer):
            return months
    return None


def _person(plan: Plan, milestones: Milestones) -> Person:
    """For whom the plan was drafted: its verdict and setting are read off its milestones."""
    there = [one.when for one in milestones.templates if plan.milestone(one.id) is not None]
    verdict = _most_named(each for when in there for each in when.verdict)
    setting = _most_named(each for when in there for each in when.setting)
    return Person(plan.kind, plan.role, plan.route, verdict, setting, plan.not_now)


def _most_named(words: Iterable[str]) -> str:
    named = Counter(words)
    return min(named, key=lambda word: (-named[word], word), default="")


def _belongs(one: Template, plan: Plan, milestones: Milestones, person: Person) -> bool:
    """Is it in the plan, or would it be if the plan were longer?"""
    there = plan.milestone(one.id)
    if there is not None:
        return not there.own
    phase = next((each for each in milestones.phases if each.id == one.phase), None)
    return phase is not None and phase.longer_only and person.meant(one)
