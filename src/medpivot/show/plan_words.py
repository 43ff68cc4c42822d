"""What is said of a plan in sentences: what comes next, what does not fit, what moved."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from medpivot.domain.day_words import short_date
from medpivot.domain.outdated import Outdated
from medpivot.domain.overruns import Fix, Overrun, overruns
from medpivot.domain.plan import Milestone, Pause, Plan
from medpivot.domain.progress import Pace, next_thing, pause_on
from medpivot.domain.replanning import Replanned
from medpivot.domain.unbroken import wrap
from medpivot.domain.usual import ANOTHER_CHANGE, FEWEST_FOR_A_FULL_PLAN
from medpivot.domain.windows import MOST_MONTHS, USUAL_MONTHS
from medpivot.show.log_words import counted, figure
from medpivot.show.out import clean

FEW = 5
"""Ids named in a sentence before the rest is only counted."""

ROUTES = {
    "local": "none formal",
    "certificate": "a certificate",
    "masters": "a master's degree",
    "fellowship-beside-job": "a fellowship beside the job",
    "fellowship-post": "a fellowship post",
}
"""The training routes inside a sentence."""


def hours(value: float) -> str:
    """`1 hour`, `2.5 hours`."""
    number = figure(round(value, 2))
    return f"{number} hour" if number == "1" else f"{number} hours"


def when(one: Milestone, today: date) -> str:
    """When to work on it: `by 3 Apr 2027`, `from 4 Apr 2027`, `was due 1 Mar 2027`."""
    if one.due < today:
        return f"was due {short_date(one.due)}"
    return f"by {short_date(one.due)}" if one.start <= today else f"from {short_date(one.start)}"


def headline(plan: Plan, end: date, role: str | None) -> str:
    """What plan it is: its months, hours, role and training."""
    kind = "A test plan" if plan.kind == "test" else "A plan"
    toward = f" Toward: {role}." if role else ""
    return (
        f"{kind} of {plan.months} months, {short_date(plan.start)} to {short_date(end)}, for "
        f"{hours(plan.hours_per_week)} a week.{toward} Training: {ROUTES[plan.route]}."
    )


def test_plan_words(hours_per_week: float, verdict: str, *, asked_for: bool) -> str:
    """Why it is a test plan, and how to have another.

    `asked_for` says that the answers speak for another change, and the person for education.
    """
    if verdict == ANOTHER_CHANGE:
        return (
            "This plan tries another change, because your answers speak for one, and ends with the "
            "question whether it helped. To try education work all the same: medpivot plan new "
            "--role ID"
        )
    why = (
        f"at {hours(hours_per_week)} a week a full plan would not fit two years"
        if hours_per_week < FEWEST_FOR_A_FULL_PLAN
        else "you named a role, and your answers speak for another change first"
        if asked_for
        else "your answers say: test first"
    )
    return (
        f"This is a test plan, because {why}. It answers one question, is this for me, and leads "
        "to no application. The long one: medpivot plan new --kind full"
    )


def longer_words(plan: Plan) -> str:
    """Why a plan nobody gave a length is longer than usual."""
    usual = USUAL_MONTHS[plan.kind]
    came_out = (
        f"fits no length up to {MOST_MONTHS} months; the plan has {plan.months}, where it runs "
        "over least, and medpivot plan says what would help"
        if overruns(plan)
        else f"does not fit {usual} months, so the plan has {plan.months}, the fewest that hold it"
    )
    return (
        f"At {hours(plan.hours_per_week)} a week this {came_out}. "
        f"To set the length yourself: medpivot plan new --months {usual}"
    )


def pause_words(one: Pause, today: date) -> str:
    """A pause that lasts or is to come, and during it how to begin again earlier."""
    if today < one.first:
        return f"A pause is set, from {short_date(one.first)} to {short_date(one.last)}."
    if today == one.last:
        return f"Paused until today, {short_date(one.last)}; the plan goes on tomorrow."
    return (
        f"Paused until {short_date(one.last)}; nothing has to be done before then. "
        "To begin again earlier: medpivot plan resume"
    )


def pace_words(measured: Pace) -> str:
    """The stated pace and the real one, or why there is none yet."""
    stated = f"planned for {hours(measured.stated)} a week"
    if measured.real is not None:
        return (
            f"{stated}; so far {hours(measured.real)}, from {hours(measured.done)} of work done "
            f"in {figure(round(measured.weeks))} weeks"
        )
    if not measured.done:
        return f"{stated}; nothing is done yet, so there is no pace of your own"
    return f"{stated}; your own pace is known after four weeks"


def late_words(late: Sequence[Milestone]) -> str:
    """`medpivot plan replan` as an offer, without blame."""
    return (
        f"{named([one.id for one in late])}. "
        "medpivot plan replan lays out everything open again from today."
    )


def named(ids: Sequence[str]) -> str:
    """The first few ids, and how many more there are."""
    more = len(ids) - FEW
    return ", ".join(ids[:FEW]) + (f" and {more} more" if more > 0 else "")


def overrun_words(over: Sequence[Overrun]) -> str:
    """What ends after its part of the plan, and by how much."""
    each = [f"{one.id} ({counted(one.days, 'day', 'days')})" for one in over]
    ends = "ends" if len(over) == 1 else "end"
    count = counted(len(over), "milestone", "milestones")
    theirs = "its" if len(over) == 1 else "their"
    return f"{count} {ends} later than {theirs} part of the plan allows, by: {named(each)}."


def fix_words(fix: Fix, plan: Plan, today: date) -> str:
    """The smallest changes that make room, each with its command."""
    if fix.hours_per_week == plan.hours_per_week:
        stated = figure(plan.hours_per_week)
        return f"The hours you stated would do: medpivot plan replan --hours {stated}"
    ways: list[str] = []
    if fix.hours_per_week is not None:
        more = figure(fix.hours_per_week)
        ways.append(f"{hours(fix.hours_per_week)} a week (medpivot plan replan --hours {more})")
    if fix.months is not None:
        start = f" --start {plan.start}" if plan.start != today else ""
        ways.append(f"{fix.months} months (medpivot plan new --months {fix.months}{start})")
    if ways:
        return f"It would fit with {', or with '.join(ways)}."
    if plan.start < today:
        return (
            "No hours would keep those months any more. medpivot plan replan moves them, inside "
            "the plan's end where it can."
        )
    return (
        "Neither up to 40 hours a week nor up to 24 months would make it fit. "
        "Skip something (medpivot plan skip ID --why ...), or let it run over."
    )


def next_lines(plan: Plan, today: date, width: int) -> Iterator[str]:
    """The next thing in a few lines; that nothing is open, or that it is a pause, where it is so.

    During a pause no first step is suggested.
    """
    one = next_thing(plan, today)
    if one is None:
        yield "Nothing is open any more. medpivot plan shows the whole."
        return
    resting = pause_on(plan, today)
    if resting:
        yield from wrap(pause_words(resting, today), width, subsequent_indent="  ")
    begins = "After it" if resting else "Next"
    said = [f"{begins}: {one.title} ({when(one, today)}, {hours(one.hours)} of work)"]
    said += [one.first_step] if one.first_step and not resting else []
    said.append(f"When it is done: medpivot plan done {one.id}")
    for number, line in enumerate(said):
        indent = "  " if number else ""
        yield from wrap(clean(line), width, initial_indent=indent, subsequent_indent="  ")


def outdated_words(outdated: Outdated, plan: Plan, titles: Mapping[str, str]) -> str:
    """What of the plan no longer follows from the answers, and the command that mends it, or ""."""
    says: list[str] = []
    if outdated.hours is not None:
        says.append(
            f"has {hours(plan.hours_per_week)} a week and you now say {figure(outdated.hours)}"
        )
    if outdated.role is not None and plan.role:
        old, new = (titles.get(one, one) for one in (plan.role, outdated.role))
        says.append(f"leads toward {old} and {new} now fits best")
    if outdated.kind is not None:
        says.append(f"is a {plan.kind} plan and your answers now lead to a {outdated.kind} plan")
    if outdated.not_now is not None:
        begins = "begin with weeks of relief" if outdated.not_now else "need no relief first"
        says.append(f"was made before your answers said that it should {begins}")
    if not says:
        return ""
    if outdated.drafts_anew:
        return f"Your plan {'; it '.join(says)}. A new one keeps what is done: medpivot plan new"
    return f"Your plan {says[0]}: medpivot plan replan lays it out again."


def replanned_lines(result: Replanned, stated_on: date | None = None) -> Iterator[str]:
    """What replanning did: at which pace, how much moved, and what no longer fits.

    `stated_on` is the day of answers newer than the plan, where its hours come from there.
    """
    pace = "your pace so far" if result.real else "the hours of your plan"
    if stated_on is not None:
        pace = f"the hours you stated on {short_date(stated_on)}, after the plan was made"
    elif result.given:
        pace = "as you say"
    yield (
        f"Laid out again at {hours(result.hours)} a week, {pace}: "
        f"{counted(len(result.moved), 'due date', 'due dates')} moved."
    )
    if result.set_aside is not None:
        fewer = "1" if result.hours > 1 else "0.5"
        yield (
            f"So far it came to {hours(result.set_aside)} a week, which is too little to plan "
            "with. If the weeks stay that full, fewer hours give dates you can keep: "
            f"medpivot plan replan --hours {fewer}"
        )
    if result.past_window:
        yield f"Now later than first planned for: {named(result.past_window)}."
    if result.past_the_end:
        past = named(result.past_the_end)
        yield f"Past the end of the plan: {past}. medpivot plan says what helps."
    if result.real and result.hours < result.plan.hours_per_week:
        stated = figure(result.plan.hours_per_week)
        yield f"At the stated hours instead: medpivot plan replan --hours {stated}"


def another_next_lines(before: Plan, after: Plan, today: date) -> Iterator[str]:
    """Why another thing is the next one than before, where it is so."""
    was, now = next_thing(before, today), next_thing(after, today)
    if was is None or now is None or was.id == now.id:
        return
    then = next(one for one in after.milestones if one.id == was.id)
    first, other = f'Next is now "{now.title}"', f'"{was.title}"'
    if max(now.start, then.start) > today:
        yield (
            f"{first}, from {short_date(now.start)}; {other} is for the days from "
            f"{short_date(then.start)}."
        )
    elif now.due == then.due:
        yield f"{first}: it and {other} are both due {short_date(now.due)}; either may come first."
    else:
        yield f"{first}, due {short_date(now.due)}; {other} is due {short_date(then.due)}."
