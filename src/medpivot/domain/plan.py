"""Milestones, the dated plan made of them, and the templates plans are drafted from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Literal, TypeAlias

Status: TypeAlias = Literal["open", "done", "skipped", "removed"]
PlanKind: TypeAlias = Literal["full", "test"]
Route: TypeAlias = Literal[
    "local", "certificate", "masters", "fellowship-beside-job", "fellowship-post"
]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What proves a milestone: logged activities of these kinds, people met, files that exist.

    `mentors` are mentors who would speak for the person.
    """

    activities: tuple[str, ...] = ()
    count: int = 1
    people: int = 0
    files: tuple[str, ...] = ()
    mentors: int = 0


@dataclass(frozen=True, slots=True)
class When:
    """For whom a template is meant; an empty field means anyone."""

    verdict: tuple[str, ...] = ()
    setting: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    route: tuple[str, ...] = ()
    not_now: bool | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """A milestone as `milestones.toml` describes it; `window` is in months of an 18-month plan.

    `wait` is elapsed weeks between the end of the work and what follows (hiring, notice).
    """

    id: str
    title: str
    why: str
    first_step: str
    step: int
    phase: str
    window: tuple[int, int]
    hours: float
    wait: int
    after: tuple[str, ...]
    kinds: tuple[PlanKind, ...]
    when: When
    evidence: Evidence
    decision: bool = False
    relief: bool = False
    commits: bool = False
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase of a plan; one that is `longer_only` lies beyond the 18 months of the usual plan."""

    id: str
    title: str
    longer_only: bool = False


@dataclass(frozen=True, slots=True)
class Milestones:
    """Everything in `milestones.toml`."""

    phases: tuple[Phase, ...]
    templates: tuple[Template, ...]

    def template(self, milestone_id: str) -> Template | None:
        """The template of that id, or None."""
        return next((one for one in self.templates if one.id == milestone_id), None)


@dataclass(frozen=True, slots=True)
class Milestone:
    """One milestone of a person's plan. `start` and `due` are its planned first and last day."""

    id: str
    title: str
    why: str
    phase: str
    start: date
    due: date
    window_start: date
    window_end: date
    hours: float
    wait: int = 0
    after: tuple[str, ...] = ()
    status: Status = "open"
    done_on: date | None = None
    first_step: str = ""
    decision: bool = False
    pinned: bool = False
    own: bool = False
    note: str = ""
    skipped_why: str = ""
    evidence: Evidence = field(default_factory=Evidence)


@dataclass(frozen=True, slots=True)
class Pause:
    """Days on which nothing is planned, both ends included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Plan:
    """A dated plan of `months` months from `start`, for `hours_per_week` free hours a week.

    `assessment` names the answers it was drafted from, `hours_after` those that were the newest
    when its hours were last set, where that was later.
    """

    created: date
    start: date
    months: int
    hours_per_week: float
    kind: PlanKind
    role: str | None
    route: Route
    milestones: tuple[Milestone, ...]
    pauses: Mapping[str, Pause] = field(default_factory=lambda: MappingProxyType({}))
    not_now: bool = False
    assessment: str = ""
    hours_after: str = ""

    def milestone(self, milestone_id: str) -> Milestone | None:
        """The milestone of that id, or None."""
        return next((one for one in self.milestones if one.id == milestone_id), None)
