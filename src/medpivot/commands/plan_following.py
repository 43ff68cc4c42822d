"""Whether the plan still follows from the newest answers, and since when it does not."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from medpivot import catalogue
from medpivot.commands.saved_answers import latest, read
from medpivot.domain.answers import Answers
from medpivot.domain.outdated import Outdated, newer_aim, newer_hours
from medpivot.domain.plan import Plan
from medpivot.errors import MedpivotError
from medpivot.show.plan_words import outdated_words
from medpivot.store import assessments, plans

if TYPE_CHECKING:
    from medpivot.domain.interview import Interview
    from medpivot.domain.roles import Roles


@dataclass(frozen=True, slots=True)
class StatedSince:
    """Hours a week that were stated after the plan took its own, and the day they were."""

    hours: float
    day: date


def stated_since(home: Path, plan: Plan, today: date) -> StatedSince | None:
    """The hours of answers newer than the plan; None where they say nothing new or are broken."""
    with suppress(MedpivotError):
        newest = latest(home, today)
        basis = plan.hours_after or plan.assessment
        if newest is None or newest.name == basis:
            return None
        hours = newer_hours(plan, _answers(home, basis, today), newest.answers)
        return None if hours is None else StatedSince(hours, newest.date)
    return None


def hours_set_now(home: Path, plan: Plan) -> Plan:
    """The plan, knowing which answers were the newest when its hours were set."""
    newest = assessments.latest(home)
    name = newest.path.name if newest else ""
    return replace(plan, hours_after="" if name == plan.assessment else name)


def words_on_the_plan(home: Path, interview: "Interview", roles: "Roles", today: date) -> str:
    """What of the latest plan no longer follows from the newest answers, or ""."""
    from medpivot.domain.assessing import assess

    with suppress(MedpivotError):
        file, newest = plans.latest(home), latest(home, today)
        if file is None or newest is None:
            return ""
        plan = file.plan
        stated = stated_since(home, plan, today)
        hours = stated.hours if stated else plan.hours_per_week
        outdated = Outdated()
        before = _answers(home, plan.assessment, today)
        if before is not None and newest.name != plan.assessment:
            then, now = (assess(one, interview, roles) for one in (before, newest.answers))
            outdated = newer_aim(plan, then, now, hours)
        outdated = replace(outdated, hours=stated.hours if stated else None)
        return outdated_words(outdated, plan, {one.id: one.title for one in roles.roles})
    return ""


def _answers(home: Path, name: str, today: date) -> Answers | None:
    """The answers of a saved assessment; None where it is gone or broken."""
    found = next((one for one in assessments.saved(home) if one.path.name == name), None)
    if found is not None:
        with suppress(MedpivotError):
            return read(found.path, catalogue.load_interview(), today).answers
    return None
