"""One milestone of a plan on a screen: its days, its reason, what it waits for, its commands."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType

from medpivot.domain.day_words import short_date
from medpivot.domain.plan import Evidence, Milestone
from medpivot.domain.planning import predecessors
from medpivot.show import gantt
from medpivot.show.log_words import counted
from medpivot.show.paragraphs import heading, labelled, paragraph
from medpivot.show.plan import PlanView
from medpivot.show.plan_words import hours, named

_STATES = {
    "done": "done",
    "late": "open, to plan again",
    "now": "open, under way",
    "open": "open",
    "skipped": "skipped",
    "removed": "removed",
}


def milestone_page(one: Milestone, view: PlanView) -> RenderableType:
    """Everything the plan knows of one milestone."""
    parts: list[RenderableType] = [heading(one.title), labelled([*_facts(one, view)])]
    if one.why:
        parts += ["", paragraph(f"Why: {one.why}")]
    return Group(*parts, heading("Commands"), labelled([*_commands(one)]))


def _facts(one: Milestone, view: PlanView) -> Iterator[tuple[str, str]]:
    yield "id", one.id
    yield "state", _STATES[gantt.state(one, view.today)]
    if one.status == "done":
        yield "done on", short_date(one.done_on or one.due)
    else:
        pinned = ", a date you set" if one.pinned else ""
        yield "days", f"{short_date(one.start)} to {short_date(one.due)}{pinned}"
        if one.due > one.window_end:
            yield "", f"its part of the plan ends on {short_date(one.window_end)}"
    yield "part", view.phases.get(one.phase) or one.phase
    yield "work", hours(one.hours)
    if one.wait:
        yield "then", f"{counted(one.wait, 'week', 'weeks')} of waiting for others"
    if one.first_step:
        yield "first step", one.first_step
    before = predecessors(one, view.plan)
    if before:
        yield "waits for", named([f"{each.id} ({each.status})" for each in before])
    waiting = [
        each.id
        for each in view.plan.milestones
        if one.id in each.after and each.status in ("open", "done")
    ]
    if waiting:
        yield "holds up", named(waiting)
    proof = _proof(one.evidence)
    if proof:
        yield "proved by", ", ".join(proof)
    if one.skipped_why and one.status == "skipped":
        yield "skipped", one.skipped_why
    if one.note:
        yield "your note", one.note


def _proof(wanted: Evidence) -> Sequence[str]:
    said: list[str] = []
    if wanted.activities:
        kinds = " or ".join(one.replace("-", " ") for one in wanted.activities)
        said.append(f"{counted(wanted.count)} in the log: {kinds}")
    if wanted.people:
        said.append(f"{counted(wanted.people, 'person', 'people')} met")
    if wanted.mentors:
        said.append(f"{counted(wanted.mentors, 'mentor', 'mentors')} who would speak for you")
    said += [f"medpivot {one}" for one in wanted.files]
    return said


def _commands(one: Milestone) -> Iterator[tuple[str, str]]:
    if one.status == "open":
        yield "when done", f"medpivot plan done {one.id}"
        yield "another day", f"medpivot plan move {one.id} DATE"
        yield "not for you", f'medpivot plan skip {one.id} --why "..."'
    else:
        yield "open again", f"medpivot plan reopen {one.id}"
