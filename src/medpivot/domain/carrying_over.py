"""What a new plan keeps of an earlier one: nothing a person did or wrote down is drafted away."""

from dataclasses import replace
from datetime import date

from medpivot.domain.plan import Milestone, Plan
from medpivot.domain.windows import last_day, past_pauses


def carried_over(plan: Plan, earlier: Plan | None, today: date) -> Plan:
    """The drafted plan with what the person did in an earlier one.

    Done, skipped and removed milestones stay so, with their dates and reasons; notes, the person's
    own milestones, due dates they set that are still to come, and pauses stay too. What was done
    and would no longer be drafted is kept as done. Ids in `after` that nothing has are left out.
    """
    if earlier is not None:
        pauses = {key: one for key, one in earlier.pauses.items() if one.last >= plan.start}
        moved = tuple(
            replace(
                one,
                window_start=past_pauses(one.window_start, pauses.values(), plan.start),
                window_end=past_pauses(one.window_end, pauses.values(), plan.start),
            )
            for one in plan.milestones
        )
        plan = replace(plan, pauses=pauses, milestones=moved)
        drafted = {one.id for one in plan.milestones}
        kept = [_kept(one, plan) for one in earlier.milestones if _stays(one, drafted)]
        merged = [_merged(one, earlier.milestone(one.id), today) for one in plan.milestones]
        plan = replace(plan, milestones=(*merged, *kept))
    known = {one.id for one in plan.milestones}
    return replace(
        plan,
        milestones=tuple(
            replace(one, after=tuple(each for each in one.after if each in known))
            for one in plan.milestones
        ),
    )


def _stays(one: Milestone, drafted: set[str]) -> bool:
    return one.id not in drafted and (one.own or one.status == "done")


def _kept(one: Milestone, plan: Plan) -> Milestone:
    """The person's own, or done and no longer drafted; an open one may take the whole plan."""
    if one.status != "open" or one.pinned:
        return one
    return replace(one, window_end=max(one.window_end, last_day(plan)))


def _merged(one: Milestone, old: Milestone | None, today: date) -> Milestone:
    """The drafted milestone with what the person did with the same one before."""
    if old is None:
        return one
    if old.status != "open":
        return replace(
            one,
            status=old.status,
            done_on=old.done_on,
            note=old.note,
            skipped_why=old.skipped_why,
            start=old.start,
            due=old.due,
        )
    if old.pinned and old.due >= max(one.window_start, today):
        return replace(
            one,
            note=old.note,
            pinned=True,
            due=old.due,
            window_start=min(one.window_start, old.window_start),
            window_end=max(one.window_end, old.due),
        )
    return replace(one, note=old.note)
