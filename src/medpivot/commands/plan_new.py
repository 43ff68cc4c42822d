"""`plan new`, and the plan that `plan` makes by itself: from the latest answers to a saved plan."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from medpivot import catalogue
from medpivot.commands.saved_answers import latest
from medpivot.domain.assessing import assess
from medpivot.domain.drafting import draft
from medpivot.domain.plan import Plan, Route
from medpivot.domain.usual import (
    LEAST_HOURS,
    USUAL_HOURS,
    Wishes,
    experiment_for,
    planned_verdict,
    settle,
)
from medpivot.domain.windows import USUAL_MONTHS
from medpivot.errors import MedpivotError
from medpivot.session import Session
from medpivot.show.log_words import counted
from medpivot.show.out import note, one_line
from medpivot.show.plan_words import hours, longer_words, test_plan_words
from medpivot.store import plans
from medpivot.store.writing import writing

if TYPE_CHECKING:
    from medpivot.domain.answers import Answers
    from medpivot.domain.assessment import Assessment
    from medpivot.domain.roles import Roles


@dataclass(frozen=True, slots=True)
class _Basis:
    """What plans are drafted from: the latest answers and what follows from them."""

    name: str
    answers: "Answers"
    result: "Assessment"
    roles: "Roles"


def make(session: Session, wishes: Wishes) -> Path:
    """Draft a plan from the latest answers, save it as a new file, and say what was assumed.

    Everything done in the plan before is carried over.

    Raises:
        MedpivotError: there is no assessment, a wish cannot be met, or a file is broken.
    """
    basis = _basis(session)
    if wishes.role is not None:
        basis.roles.named(wishes.role)
    with writing(session.home, "plan new") as step:
        file = plans.latest(session.home)
        earlier = file.plan if file else None
        plan = _draft(session, wishes, basis, earlier)
        path = plans.save_new(step, session.home, plan)
    for line in (*step.notes, *_said(plan, wishes, basis, earlier)):
        note(one_line(line))
    note(f"Saved as {path.name}. To take it back: medpivot undo")
    return path


def _basis(session: Session) -> _Basis:
    found = latest(session.home, session.today)
    if found is None:
        raise MedpivotError(
            "a plan is made from your answers, and there are none", "medpivot assess"
        )
    roles = catalogue.roles_of(session.home)
    result = assess(found.answers, catalogue.load_interview(), roles)
    return _Basis(found.name, found.answers, result, roles)


def _draft(session: Session, wishes: Wishes, basis: _Basis, earlier: Plan | None) -> Plan:
    verdict = basis.result.verdict
    same_answers = earlier is not None and earlier.assessment == basis.name
    if wishes.route is None:
        # loaded only to draft: showing a plan needs none of it
        from medpivot.commands.training_decision import route_for_plan

        decided = route_for_plan(session.home, basis.answers, not_now=verdict.not_now)
        wishes = replace(wishes, route=decided)

    def way(role_id: str | None) -> Route:
        from medpivot.domain.training_answers import route_led_to

        role = basis.roles.role(role_id) if role_id else None
        training = catalogue.load_training()
        return route_led_to(training, basis.answers, role, not_now=verdict.not_now)

    terms = settle(wishes, basis.answers, basis.result, earlier if same_answers else None, way)
    return draft(
        catalogue.load_milestones(),
        start=wishes.start or session.today,
        today=session.today,
        months=terms.months,
        hours=terms.hours,
        kind=terms.kind,
        role=terms.role,
        route=terms.route,
        verdict=planned_verdict(verdict.id, terms.role, terms.kind),
        setting=basis.answers.word("setting"),
        not_now=verdict.not_now,
        earlier=earlier,
        assessment=basis.name,
        experiment=experiment_for(basis.result, terms.role),
    )


def _said(plan: Plan, wishes: Wishes, basis: _Basis, earlier: Plan | None) -> Iterator[str]:
    """What the person should know of how the plan came about."""
    unknown_hours = wishes.hours is None and not basis.answers.gave("hours-weekly")
    if unknown_hours and plan.hours_per_week == USUAL_HOURS:
        yield (
            f"Your free hours are not known, so {hours(USUAL_HOURS)} a week are assumed: "
            "medpivot plan new --hours 3 changes that."
        )
    none_free = wishes.hours is None and basis.answers.number("hours-weekly") == 0
    if none_free and plan.hours_per_week == LEAST_HOURS:
        yield (
            "You said that no hours are free for this, so half an hour a week is assumed: "
            "medpivot plan new --hours 2 changes that."
        )
    if plan.kind == "test" and wishes.kind is None:
        concluded = basis.result.verdict.id
        verdict = planned_verdict(concluded, plan.role, plan.kind)
        yield test_plan_words(plan.hours_per_week, verdict, asked_for=verdict != concluded)
    if wishes.months is None and plan.months != USUAL_MONTHS[plan.kind]:
        yield longer_words(plan)
    if plan.not_now:
        yield "Nothing has to be decided now: eight weeks of relief come first."
    kept = sum(one.status == "done" for one in plan.milestones)
    if earlier and kept:
        yield f"Carried over from the plan before: {counted(kept, 'milestone', 'milestones')} done."
