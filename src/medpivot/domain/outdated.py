"""What of a plan no longer follows from the newest answers: its hours, role, kind or beginning.

Only what the person's answers changed counts. What a plan was given against them, with `--role` or
`--hours`, stays theirs: it is out of date once the answers say something new about it.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from medpivot.domain.answers import Answers
from medpivot.domain.plan import Plan, PlanKind
from medpivot.domain.usual import ANOTHER_CHANGE, usual_hours, usual_kind, usual_role

if TYPE_CHECKING:
    from medpivot.domain.assessment import Assessment


@dataclass(frozen=True, slots=True)
class Outdated:
    """What the answers say now where the plan says otherwise; None where the plan still follows.

    `hours` a week, a `role` by its id, the `kind` of plan, whether nothing has to be decided now.
    """

    hours: float | None = None
    role: str | None = None
    kind: PlanKind | None = None
    not_now: bool | None = None

    @property
    def drafts_anew(self) -> bool:
        """Does only a new plan follow, other milestones being meant?"""
        return self.role is not None or self.kind is not None or self.not_now is not None


def newer_hours(plan: Plan, then: Answers | None, now: Answers) -> float | None:
    """The hours a week stated since the plan took its own; None where nothing new was said.

    `then` are the answers that were the newest when the plan took its hours, None if unknown.
    """
    if not now.gave("hours-weekly"):
        return None
    stated = usual_hours(now)
    repeated = then is not None and then.number("hours-weekly") == now.number("hours-weekly")
    return None if repeated or stated == plan.hours_per_week else stated


def newer_aim(plan: Plan, then: "Assessment", now: "Assessment", hours: float) -> Outdated:
    """The role, kind and beginning that another result leads to, at `hours` a week."""
    aims = [_aim(one, at) for one, at in ((then, plan.hours_per_week), (now, hours))]
    (role_then, kind_then, rest_then), (role, kind, rest) = aims
    return Outdated(
        role=role if role != role_then and plan.role not in {role, None} else None,
        kind=kind if kind not in {kind_then, plan.kind} else None,
        not_now=rest if rest not in {rest_then, plan.not_now} else None,
    )


def _aim(result: "Assessment", hours: float) -> tuple[str | None, PlanKind, bool]:
    verdict = result.verdict
    role = None if verdict.id == ANOTHER_CHANGE else usual_role(result)
    return role, usual_kind(hours, verdict.id), verdict.not_now
