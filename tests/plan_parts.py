"""Small plans and a small catalogue of milestones, so that a new shipped one changes no test."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from medpivot.domain.drafting import draft
from medpivot.domain.plan import (
    Evidence,
    Milestone,
    Milestones,
    Phase,
    Plan,
    Template,
    When,
)

START = date(2027, 1, 4)  # a Monday


def day(number: int) -> date:
    """The day so many days after the start."""
    return START + timedelta(days=number)


def template(milestone_id: str, **given: Any) -> Template:
    usual: dict[str, Any] = {
        "title": milestone_id.replace("-", " ").capitalize(),
        "why": "Because.",
        "first_step": "Open a blank page.",
        "step": 3,
        "phase": "1",
        "window": (1, 3),
        "hours": 2.0,
        "wait": 0,
        "after": (),
        "kinds": ("full", "test"),
        "when": When(),
        "evidence": Evidence(),
    }
    return Template(id=milestone_id, **(usual | given))


PHASES = (
    Phase("relief", "Relief"),
    Phase("test", "Test"),
    Phase("1", "Try"),
    Phase("2", "Build"),
    Phase("3", "Apply"),
    Phase("4", "Settle", longer_only=True),
)

CATALOGUE = Milestones(
    PHASES,
    (
        template(
            "see-a-doctor",
            phase="relief",
            window=(1, 1),
            hours=1.5,
            relief=True,
            when=When(not_now=True),
        ),
        template(
            "ask-again",
            phase="relief",
            window=(2, 2),
            hours=0.5,
            relief=True,
            decision=True,
            after=("see-a-doctor",),
            when=When(not_now=True),
        ),
        template("first-talk", hours=6, evidence=Evidence(("lecture",))),
        template("host-student", when=When(setting=("private", "other"))),
        template("precept", hours=5, when=When(setting=("academic",))),
        template("energy", window=(3, 3), hours=1, after=("first-talk", "precept"), decision=True),
        template("weak-spot", kinds=("test",), phase="test", window=(2, 5), hours=4),
        template("project", phase="2", window=(4, 9), hours=12, after=("energy",), kinds=("full",)),
        template(
            "degree",
            phase="2",
            window=(4, 9),
            hours=4,
            wait=8,
            kinds=("full",),
            commits=True,
            when=When(route=("masters",)),
        ),
        template(
            "apply",
            phase="3",
            window=(10, 15),
            hours=10,
            wait=8,
            after=("project", "degree"),
            kinds=("full",),
            commits=True,
        ),
        template(
            "interview",
            phase="3",
            window=(10, 18),
            hours=8,
            after=("apply",),
            kinds=("full",),
            commits=True,
            when=When(role=("dean", "director")),
        ),
        template(
            "promise",
            phase="4",
            window=(19, 24),
            hours=3,
            after=("apply",),
            kinds=("full",),
            when=When(verdict=("pivot", "test-first"), setting=("academic", "private")),
        ),
        template("old-one", retired=True),
    ),
)


def drafted(**given: Any) -> Plan:
    """A plan from the small catalogue for a person at an academic place with three hours a week."""
    usual: dict[str, Any] = {
        "start": START,
        "today": START,
        "months": 18,
        "hours": 3,
        "kind": "full",
        "role": "director",
        "route": "local",
        "verdict": "pivot",
        "setting": "academic",
        "not_now": False,
        "earlier": None,
    }
    milestones = given.pop("milestones", CATALOGUE)
    return draft(milestones, **(usual | given))


def milestone(milestone_id: str, first: int, last: int, **given: Any) -> Milestone:
    """An open milestone planned from one day of the plan to another, with a window to match."""
    usual: dict[str, Any] = {
        "title": milestone_id.replace("-", " ").capitalize(),
        "why": "",
        "phase": "1",
        "start": day(first),
        "due": day(last),
        "window_start": day(first),
        "window_end": day(last),
        "hours": 2.0,
    }
    return Milestone(id=milestone_id, **(usual | given))


def plan_of(*milestones: Milestone, **given: Any) -> Plan:
    """A plan of exactly these milestones."""
    usual: dict[str, Any] = {
        "created": START,
        "start": START,
        "months": 18,
        "hours_per_week": 2.0,
        "kind": "full",
        "role": None,
        "route": "local",
    }
    return Plan(milestones=milestones, **(usual | given))


def with_done(plan: Plan, milestone_id: str, on: date) -> Plan:
    return replace(
        plan,
        milestones=tuple(
            replace(one, status="done", done_on=on) if one.id == milestone_id else one
            for one in plan.milestones
        ),
    )
