"""The first screen: five lines for someone new, afterwards what comes next."""

from datetime import date

from rich.console import RenderableType

from medpivot.domain.dashboard import Dashboard, LogGlance
from medpivot.domain.day_words import short_date
from medpivot.domain.plan import Milestone
from medpivot.show.log_words import counted, figure
from medpivot.show.offer_words import offer_line
from medpivot.show.out import console, one_line, plain_text
from medpivot.show.paragraphs import heading, labelled, paragraph
from medpivot.show.people_words import people_line
from medpivot.show.plan_words import hours, pause_words

FIRST_RUN = """\
medpivot is for physicians who like medicine and are worn down by their work.
It asks what drains and feeds you, and compares that with education roles.
Then it helps you plan small steps and keep a log; or says: this is not for you.
Nothing leaves this computer. Skip what you like; stop when you like.
Start with:  medpivot assess   (eight minutes; medpivot demo shows it first)"""

MEND_IT = "Mend that place in an editor; nothing in the plan is lost."


def dashboard(content: Dashboard, today: date) -> None:
    """Print the first screen."""
    screen = console()
    if content.first_run:
        screen.print(plain_text(FIRST_RUN))
        return
    for part in _parts(content, today):
        screen.print(part)


def _parts(content: Dashboard, today: date) -> list[RenderableType]:
    parts: list[RenderableType] = []
    if content.draft:
        parts += [
            heading("Unfinished questions"),
            paragraph(
                f"{content.draft.given} of {content.draft.asked} are answered. "
                "medpivot assess goes on from there."
            ),
        ]
    if content.unreadable:
        said = f"Your plan cannot be read: {one_line(content.unreadable)}. {MEND_IT}"
        parts += [heading("Next"), paragraph(said)]
    elif content.next:
        parts += _next(content, today)
    elif content.progress is None and content.assessed_on is not None:
        parts += [heading("Next"), paragraph("Turn your answers into a plan: medpivot plan")]
    elif content.progress is not None:
        parts += [
            heading("Next"),
            paragraph("Nothing is open. medpivot plan new lays out a new one."),
        ]
    if content.overdue:
        parts += _overdue(content.overdue)
    if content.offered:
        parts += [heading("Perhaps finished, says your log")]
        parts += [
            labelled([(one.title, f"medpivot plan done {one.id}") for one in content.offered])
        ]
    parts += [heading("Where you stand"), labelled(_standing(content, today))]
    parts += ["", paragraph("Someone to talk to, any time: medpivot support", 0, "dim")]
    return parts


def _next(content: Dashboard, today: date) -> list[RenderableType]:
    first, *others = content.next
    parts: list[RenderableType] = []
    resting = content.paused if content.paused and content.paused.first <= today else None
    if resting:
        parts += [heading("Pause"), paragraph(pause_words(resting, today))]
    if content.away and not resting:
        hello = "Good that you are back. Ten minutes are enough for today:"
        step = first.first_step or first.title
        parts += [heading(hello), paragraph(step)]
    parts += [heading("Next, after the pause" if resting else "Next")]
    lines = [(_when(first, today), first.title)]
    if first.first_step and not content.away and not resting:
        lines.append(("", first.first_step))
    lines.append(("", f"when it is done: medpivot plan done {first.id}"))
    lines += [(_when(one, today), one.title) for one in others]
    return [*parts, labelled(lines)]


def _when(one: Milestone, today: date) -> str:
    if one.start > today:
        return f"from {short_date(one.start)}"
    return f"by {short_date(one.due)}"


def _overdue(overdue: tuple[Milestone, ...]) -> list[RenderableType]:
    shown = [(f"was due {short_date(one.due)}", one.title) for one in overdue[:3]]
    more = len(overdue) - len(shown)
    lines = [*shown, ("", f"and {more} more")] if more else shown
    advice = "medpivot plan replan lays everything open out again from today."
    return [heading(f"{len(overdue)} to plan again"), labelled(lines), paragraph(advice)]


def _standing(content: Dashboard, today: date) -> list[tuple[str, str]]:
    lines: list[tuple[str, str]] = []
    if content.progress:
        done = content.progress
        count = done.done + done.open
        work = f"{figure(done.hours_done)} of {figure(done.hours_total)} hours of work"
        lines.append(
            ("plan", f"{done.done} of {counted(count, 'milestone', 'milestones')} done, {work}")
        )
    if content.paused and content.paused.first > today:
        first, last = short_date(content.paused.first), short_date(content.paused.last)
        lines.append(("pause", f"set from {first} to {last}"))
    if content.unreadable:
        lines.append(("plan", "there, and it cannot be read"))
    lines += [("log", _log(content.log))]
    if content.people:
        lines += [("people", people_line(content.people))]
    lines += [("offer", offer_line(one)) for one in content.offers]
    lines += [("answers", _assessed(content))]
    return lines


def _log(log: LogGlance) -> str:
    if not log.count or log.last is None:
        return "nothing yet; medpivot log takes a minute"
    parts = [counted(log.count), f"the last on {short_date(log.last)}"]
    if log.hours_known:
        parts.append(f"{hours(log.hours)} with learners")
    if log.learners_known:
        parts.append(counted(log.learners, "learner", "learners"))
    return ", ".join(parts)


def _assessed(content: Dashboard) -> str:
    if content.assessed_on is None and content.draft:
        return "not finished yet; medpivot assess goes on"
    if content.assessed_on is None or content.weeks_since is None:
        return "none yet; medpivot assess takes eight minutes"
    ago = (
        "this week"
        if content.weeks_since == 0
        else counted(content.weeks_since, "week", "weeks") + " ago"
    )
    said = f"given {ago}, on {short_date(content.assessed_on)}"
    if content.ask_again:
        return f"{said}; worth asking again: medpivot assess"
    return said
