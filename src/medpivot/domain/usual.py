"""What a plan is made for: what the person asks for, and the usual where they do not say.

All of these are judgment; the route is the one that `medpivot training` leads to.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from medpivot.domain.answers import Answers
from medpivot.domain.plan import Plan, PlanKind, Route

if TYPE_CHECKING:
    from medpivot.domain.assessment import Assessment, VerdictId

ANOTHER_CHANGE: Final = "another-change"

USUAL_HOURS: Final = 2.0
"""Free hours a week where the answer is not known."""

LEAST_HOURS: Final = 0.5
"""Hours a week of a plan for somebody who says that none are free: it shows what would be."""

FEWEST_FOR_A_FULL_PLAN: Final = 1.5
"""Free hours a week under which a full plan cannot fit in two years."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person asks of a plan; None is "as usual"."""

    start: date | None = None
    months: int | None = None
    hours: float | None = None
    role: str | None = None
    route: Route | None = None
    kind: PlanKind | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """What a plan is drafted for; months None lets the kind and the hours decide."""

    months: int | None
    hours: float
    role: str | None
    route: Route
    kind: PlanKind


def settle(
    wishes: Wishes,
    answers: Answers,
    assessment: "Assessment",
    before: Plan | None,
    way: Callable[[str | None], Route],
) -> Terms:
    """What was wished, else what held `before`, else what the answers say.

    `before` is the plan made from these same answers, None where the answers are newer. Other
    hours than before let the kind and the length be chosen anew; a full plan stays full where the
    hours allow it. `way` gives the training route that the answers lead to with a role, by its id.
    Where they speak for another change no role is planned toward.
    """
    hours = wishes.hours
    if hours is None:
        hours = before.hours_per_week if before else usual_hours(answers)
    kind = wishes.kind or usual_kind(hours, assessment.verdict.id)
    if wishes.kind is None and before and _stays_so(before, wishes.hours):
        kind = before.kind
    months = wishes.months
    if months is None and wishes.hours is None and before and before.kind == kind:
        months = before.months
    elsewhere = assessment.verdict.id == ANOTHER_CHANGE
    usual = None if elsewhere else usual_role(assessment)
    role = wishes.role or (before.role if before else usual)
    route = wishes.route or (before.route if before else None)
    return Terms(
        months=months,
        hours=hours,
        role=role,
        route=route or ("local" if elsewhere else way(role)),
        kind=kind,
    )


def planned_verdict(concluded: "VerdictId", role: str | None, kind: PlanKind) -> "VerdictId":
    """The conclusion that the milestones of a plan toward that role are chosen for.

    Where the answers speak for another change the plan tries that change, and nothing in education:
    unless the person asks for a role or for a full plan, which is theirs to decide.
    """
    asked_for = role is not None or kind == "full"
    return "test-first" if concluded == ANOTHER_CHANGE and asked_for else concluded


def _stays_so(before: Plan, hours: float | None) -> bool:
    """Does a plan keep its kind with these hours, None being those it has?"""
    return hours is None or (before.kind == "full" and hours >= FEWEST_FOR_A_FULL_PLAN)


def usual_hours(answers: Answers) -> float:
    """The free hours a week the person gave; two where the question was skipped.

    Whoever has none gets half an hour: relief does not need free hours, and for the rest the plan
    says how many it would take.
    """
    given = answers.number("hours-weekly")
    return USUAL_HOURS if given is None else given or LEAST_HOURS


def usual_kind(hours: float, verdict: str) -> PlanKind:
    """A full plan for the verdict pivot with at least 1.5 hours a week; else a test plan."""
    return "full" if verdict == "pivot" and hours >= FEWEST_FOR_A_FULL_PLAN else "test"


def usual_role(assessment: "Assessment") -> str | None:
    """The role that fits best among those that nothing blocks."""
    open_roles = [role for role in assessment.roles if not role.blocked]
    return max(open_roles, key=lambda role: role.exact_fit).id if open_roles else None


def experiment_for(assessment: "Assessment", role_id: str | None) -> str:
    """What the assessment would have the person test for that role, else for the first; or ""."""
    ordered = sorted(assessment.experiments, key=lambda one: one.role != role_id)
    return ordered[0].text if ordered else ""
