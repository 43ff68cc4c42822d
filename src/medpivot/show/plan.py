"""The plan on a screen: the next thing first, then what does not fit, then the months as bars."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from medpivot.domain.day_words import short_date
from medpivot.domain.overruns import Fix, overruns
from medpivot.domain.plan import Milestone, Plan
from medpivot.domain.progress import (
    late,
    next_thing,
    next_things,
    pace,
    pause_ahead,
    pause_on,
)
from medpivot.domain.windows import last_day
from medpivot.domain.wording import capital
from medpivot.show import gantt
from medpivot.show.aloud import Said
from medpivot.show.log_words import counted
from medpivot.show.paragraphs import heading, labelled, paragraph, styled, words
from medpivot.show.plan_words import (
    fix_words,
    headline,
    hours,
    late_words,
    overrun_words,
    pace_words,
    pause_words,
    when,
)

WITH_TITLES = 100
"""From this width on the bars stand beside titles as well as ids."""

WITH_BARS = 64
"""From this width on there is room for bars."""

_NOW = "Under way"
_TITLES, _ONE = "medpivot plan list", "medpivot plan show ID"
_STATE = len("skipped")
_DUE = len("31 Dec 2026")
_ID = 22
_TITLE = 36
_STYLES = {"late": "bold", "now": "bold", "done": "dim", "skipped": "dim"}


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan with what a screen needs around it.

    `phases` are titles by id, `role` is the role's title, `offered` are milestones the log may
    prove finished, `away` says that nothing was done or logged for three weeks.
    """

    plan: Plan
    today: date
    phases: Mapping[str, str]
    role: str | None
    fix: Fix
    offered: Sequence[Milestone] = ()
    away: bool = False


def plan_screen(view: PlanView, width: int) -> RenderableType:
    """The whole plan."""
    return Group(
        next_first(view),
        *_perhaps_finished(view),
        *_late(view),
        *_too_much(view),
        heading("The plan"),
        paragraph(headline(view.plan, last_day(view.plan), view.role)),
        paragraph(f"Pace: {pace_words(pace(view.plan, view.today))}."),
        *_pauses(view.plan),
        *_bars(view, width),
        "",
        *([Said(paragraph(gantt.legend(view.today), style="dim"))] if width >= WITH_BARS else []),
        Said(
            paragraph(f"Titles: {_TITLES}   One of them: {_ONE}", style="dim"),
            (f"One of them: {_ONE}",),
        ),
        *_once_more(view),
    )


def next_first(view: PlanView) -> RenderableType:
    """The one next thing, with its first step and the command that ends it."""
    one = next_thing(view.plan, view.today)
    if one is None:
        return Group(heading("Next"), paragraph("Nothing is open. medpivot plan new goes on."))
    parts: list[RenderableType] = []
    resting = pause_on(view.plan, view.today)
    if resting:
        parts += [heading("Pause"), paragraph(pause_words(resting, view.today))]
    if view.away and not resting:
        step = one.first_step or one.title
        hello = "Good that you are back. Ten minutes are enough for today:"
        parts += [heading(hello), paragraph(step)]
    rows = [(when(one, view.today), one.title)]
    if one.first_step and not view.away and not resting:
        rows.append(("first step", one.first_step))
    rows.append(("work", hours(one.hours)))
    if one.note:
        rows.append(("your note", one.note))
    rows.append(("when done", f"medpivot plan done {one.id}"))
    title = "Next, after the pause" if resting else "Next"
    return Group(*parts, heading(title), labelled(rows))


def _once_more(view: PlanView) -> Iterator[RenderableType]:
    """The next thing in a line, for whom the top has scrolled away."""
    one = next_thing(view.plan, view.today)
    if one is not None:
        yield ""
        resting = pause_on(view.plan, view.today)
        begins = "Next, after the pause" if resting else "Next"
        yield paragraph(f"{begins}, {when(one, view.today)}: {one.title} (medpivot plan next)")


def next_screen(view: PlanView) -> RenderableType:
    """The next thing with its reason, and the two that follow."""
    first, *others = next_things(view.plan, view.today) or (None,)
    parts = [next_first(view)]
    if first and first.why:
        parts += ["", paragraph(f"Why: {first.why}")]
    if others:
        rows = [(when(one, view.today), one.title) for one in others if one]
        parts += [heading("After that"), labelled(rows)]
    ahead = pause_ahead(view.plan, view.today)
    if ahead and ahead.first > view.today:
        parts += ["", paragraph(pause_words(ahead, view.today))]
    return Group(*parts, *_perhaps_finished(view), *_late(view))


def _aloud(one: Milestone, today: date) -> str:
    """A milestone in one line; what a bar shows beyond its days is said of those still open."""
    said = f"{one.title} ({hours(one.hours)}, {one.id})"
    if one.status != "open":
        return f"{capital(one.status)}, {short_date(_day(one))}: {said}"
    state = gantt.state(one, today)
    days = f"{short_date(one.start)} to {short_date(one.due)}"
    waits = f", then {counted(one.wait, 'week', 'weeks')} of waiting" if one.wait else ""
    return f"{_NOW if state == 'now' else capital(state)}, {days}: {said}{waits}"


def milestone_list(milestones: Sequence[Milestone], today: date) -> RenderableType:
    """Every milestone with its state, due day, hours, title and id, by due day."""
    rows = [(_state_and_day(one, today), _entry(one)) for one in milestones]
    return Said(
        labelled(rows, indent=0), [line for one in milestones for line in _told(one, today)]
    )


def _state_and_day(one: Milestone, today: date) -> Text:
    state = gantt.state(one, today)
    day = short_date(_day(one))
    return styled((f"{state:{_STATE}}  ", _STYLES.get(state, "")), (day, ""))


def _entry(one: Milestone) -> Text:
    text = words(f"{one.title} ({hours(one.hours)})", "")
    text.append(f"\n{one.id}", "dim")
    if one.note:
        text.append_text(words(f"\nnote: {one.note}"))
    if one.skipped_why and one.status == "skipped":
        text.append_text(words(f"\nskipped: {one.skipped_why}"))
    return text


def _told(one: Milestone, today: date) -> Iterator[str]:
    yield _aloud(one, today)
    if one.note:
        yield f"Note: {one.note}"
    if one.skipped_why and one.status == "skipped":
        yield f"Skipped: {one.skipped_why}"


def _perhaps_finished(view: PlanView) -> Iterator[RenderableType]:
    if view.offered:
        yield heading("Perhaps finished, says your log")
        yield labelled([(one.title, f"medpivot plan done {one.id}") for one in view.offered])


def _late(view: PlanView) -> Iterator[RenderableType]:
    overdue = late(view.plan, view.today)
    if overdue:
        yield heading(f"{len(overdue)} to plan again")
        yield paragraph(late_words(overdue))


def _too_much(view: PlanView) -> Iterator[RenderableType]:
    over = overruns(view.plan)
    if over:
        yield heading("More than fits")
        yield paragraph(overrun_words(over))
        yield paragraph(fix_words(view.fix, view.plan, view.today))


def _pauses(plan: Plan) -> Iterator[RenderableType]:
    for one in sorted(plan.pauses.values(), key=lambda each: each.first):
        yield paragraph(f"Paused from {short_date(one.first)} to {short_date(one.last)}.")


def _bars(view: PlanView, width: int) -> Iterator[RenderableType]:
    shown = [one for one in view.plan.milestones if one.status != "removed"]
    titles = width >= WITH_TITLES
    used = 2 + _STATE + 1 + _DUE + 1 + _ID + 1 + (_TITLE + 1 if titles else 0)
    on = gantt.scale(shown, view.plan.start, last_day(view.plan), view.today, max(10, width - used))
    for phase in dict.fromkeys(one.phase for one in shown):
        there = [one for one in shown if one.phase == phase]
        title = view.phases.get(phase) or phase
        if all(one.status != "open" for one in there):
            done = sum(one.status == "done" for one in there)
            yield heading(title, f"{counted(done, 'milestone', 'milestones')} done, none open")
            continue
        yield heading(title)
        rows = sorted(there, key=_by_day)
        drawn: RenderableType = Padding(_rows(rows, on, titles=titles), (0, 0, 0, 2))
        if width < WITH_BARS:
            drawn = _without_bars(rows, view.today)
        yield Said(drawn, [_aloud(one, view.today) for one in rows])


def _rows(milestones: Sequence[Milestone], on: gantt.Scale, *, titles: bool) -> RenderableType:
    grid = Table.grid(padding=(0, 1, 0, 0))
    widths = [_STATE, _DUE, _ID, *([_TITLE] if titles else []), on.width]
    for width in widths:
        grid.add_column(width=width, overflow="fold")
    empty = [""] * (len(widths) - 1)
    grid.add_row(*empty, words(gantt.axis(on), "dim"))
    for one in milestones:
        state = gantt.state(one, on.today)
        style = _STYLES.get(state, "")
        day = _day(one)
        cells = [state, short_date(day), one.id, *([one.title] if titles else [])]
        line = words(gantt.bar(one, on))
        line.no_wrap = True
        grid.add_row(*(words(cell, style) for cell in cells), line)
    return grid


def _without_bars(milestones: Sequence[Milestone], today: date) -> RenderableType:
    return labelled([(_state_and_day(one, today), one.id) for one in milestones])


def _day(one: Milestone) -> date:
    """The day that stands beside it: when it was done, else when it is due."""
    return one.done_on if one.status == "done" and one.done_on else one.due


def _by_day(one: Milestone) -> tuple[date, str]:
    return _day(one), one.id
