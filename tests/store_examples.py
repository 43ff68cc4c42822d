"""A plan and activities to save, and short ways to save them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from medpivot.domain.activities import Activity
from medpivot.domain.plan import Evidence, Milestone, Plan
from medpivot.store import activities, plans
from medpivot.store.writing import writing

DAY = date(2026, 11, 22)


def a_milestone(milestone_id: str = "first-talk", **changes: object) -> Milestone:
    made = Milestone(
        id=milestone_id,
        title="Give one noon conference",
        why="It shows in an hour whether this gives energy.",
        phase="1",
        start=DAY,
        due=date(2027, 1, 15),
        window_start=DAY,
        window_end=date(2027, 2, 21),
        hours=6.0,
        first_step="Write to the chief resident.",
        evidence=Evidence(("lecture",), 2),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def a_plan(*ids: str, **changes: object) -> Plan:
    made = Plan(
        created=DAY,
        start=DAY,
        months=18,
        hours_per_week=2.5,
        kind="full",
        role="clerkship-director",
        route="local",
        milestones=tuple(a_milestone(one) for one in ids or ("first-talk", "meet-the-director")),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def with_milestone(plan: Plan, milestone_id: str, **changes: object) -> Plan:
    return replace(
        plan,
        milestones=tuple(
            replace(one, **changes) if one.id == milestone_id else one  # type: ignore[arg-type]
            for one in plan.milestones
        ),
    )


def an_activity(title: str = "Noon conference on sepsis", **changes: object) -> Activity:
    made = Activity(id="", date=DAY, title=title, kind="lecture", domain="teaching")
    return replace(made, **changes)  # type: ignore[arg-type]


def save_new_plan(home: Path, plan: Plan | None = None) -> Path:
    with writing(home, "plan new") as change:
        return plans.save_new(change, home, plan or a_plan())


def save_plan(path: Path, **changes: object) -> None:
    """Change the first milestone of a plan file, as a command does."""
    with writing(path.parent, "plan done first-talk") as change:
        file = plans.load(path)
        plans.save(change, file, with_milestone(file.plan, "first-talk", **changes))


def log(home: Path, title: str = "Noon conference on sepsis") -> Activity:
    with writing(home, f"log add {title}") as change:
        return activities.add(change, home, an_activity(title))


def titles(home: Path) -> list[str]:
    return [one.title for one in activities.load(home).activities]


def everything(home: Path) -> dict[str, bytes]:
    """The person's files, without the history and the lock."""
    return {
        path.name: path.read_bytes()
        for path in home.iterdir()
        if path.is_file() and not path.name.startswith(".")
    }
