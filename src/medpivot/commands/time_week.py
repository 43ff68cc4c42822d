"""`time week` and `time meaningful`: the week as it is, as wanted, as offered, and what counts."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Annotated, Final, TypeAlias

import typer

from medpivot import catalogue
from medpivot.commands import completing, time_flags
from medpivot.commands.shared_flags import Json, Note
from medpivot.commands.taking_back import TAKES_IT_BACK
from medpivot.domain.closest import did_you_mean
from medpivot.domain.typed_hours import week_problem
from medpivot.domain.week import CATEGORIES, CategoryId, WeekHours, Weeks, Which
from medpivot.errors import UsageProblem
from medpivot.session import Session
from medpivot.show.out import console, json_document, note, notes
from medpivot.show.time_json import week_json
from medpivot.show.time_words import kept_week, names
from medpivot.store import weeks as store
from medpivot.store.writing import writing

Change: TypeAlias = Callable[[WeekHours], WeekHours]

_EXAMPLE: Final = "--patients 30 --charting 8 --teaching 4 --nothing-else"


def week(
    ctx: typer.Context,
    which: Annotated[Which, typer.Argument(metavar="WHICH", help="actual, wanted or offered.")],
    patients: Annotated[
        str | None, typer.Option(metavar="HOURS", help="Visits, rounds, procedures, reads.")
    ] = None,
    charting: Annotated[
        str | None, typer.Option(metavar="HOURS", help="Notes, inbox, forms, at home too.")
    ] = None,
    call: Annotated[
        str | None, typer.Option(metavar="HOURS", help="Worked on call, or tied to the phone.")
    ] = None,
    teaching: Annotated[
        str | None, typer.Option(metavar="HOURS", help="Teaching, feedback, mentoring.")
    ] = None,
    curriculum: Annotated[
        str | None, typer.Option(metavar="HOURS", help="Building and running courses.")
    ] = None,
    scholarship: Annotated[
        str | None, typer.Option(metavar="HOURS", help="Education studies and writing.")
    ] = None,
    meetings: Annotated[
        str | None, typer.Option(metavar="HOURS", help="Meetings and administration.")
    ] = None,
    other: Annotated[
        str | None, typer.Option(metavar="HOURS", help="Whatever has no flag of its own.")
    ] = None,
    nothing_else: Annotated[
        bool, typer.Option("--nothing-else", help="What is not named was 0 hours.")
    ] = False,
    of: time_flags.WeekOption = None,
    text: Note = None,
    clear: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHAT",
            help="Take back a kind of work, note, or all. Again for more.",
            autocompletion=completing.words((*CATEGORIES, time_flags.NOTE, time_flags.EVERYTHING)),
        ),
    ] = None,
    json: Json = False,
) -> None:
    """The hours of a week: as it is, as wanted, or as offered.

    Without figures it asks, kind by kind. What you leave out is kept as not noted; what was noted
    before stays. Weeks as they are have a date, so that the first can stand beside the last.

    \b
    Examples:
      medpivot time week actual
      medpivot time week actual --week "last week" --patients 30 --charting 8 --call 4
      medpivot time week wanted --patients 20 --teaching 10 --nothing-else
      medpivot time week offered --clear call
    """
    session: Session = ctx.obj
    if which != "actual" and of is not None:
        raise UsageProblem(
            f"--week belongs to the week as it is; the {which} one has no date",
            "medpivot time week actual --help",
        )
    typed: dict[CategoryId, str | None] = {
        "patients": patients,
        "charting": charting,
        "call": call,
        "teaching": teaching,
        "curriculum": curriculum,
        "scholarship": scholarship,
        "meetings": meetings,
        "other": other,
    }
    hours = {**time_flags.cleared(clear), **time_flags.hours_given(typed)}
    kept_note = time_flags.note_given(text)
    taken_back = time_flags.NOTE in (clear or ()) or time_flags.EVERYTHING in (clear or ())
    monday = None if which != "actual" else time_flags.monday_meant(session, of)
    meaningful: CategoryId | None = None
    if not (hours or nothing_else or kept_note or taken_back):
        _must_be_able_to_ask(session, which)
        from medpivot.commands.time_questions import ask_week

        asked = ask_week(
            store.load(session.home).content,
            which,
            catalogue.load_time(),
            session.today,
            monday if of is not None else None,
        )
        monday, hours, meaningful = asked.monday, asked.hours, asked.meaningful

    def changed(before: WeekHours) -> WeekHours:
        after = before.having(hours)
        if nothing_else:
            after = after.having(_zeros(after))
        said = "" if taken_back else after.note
        return replace(after, note=said if kept_note is None else kept_note)

    _keep(session, which, monday, changed, meaningful, json=json)


def _must_be_able_to_ask(session: Session, which: Which) -> None:
    if not session.interactive:
        raise UsageProblem(
            f"`medpivot time week {which}` asks eight questions, and nobody can be asked here",
            f"medpivot time week {which} {_EXAMPLE}",
        )


def _zeros(week: WeekHours) -> Mapping[CategoryId, Decimal | None]:
    if not week.known:
        raise UsageProblem(
            "--nothing-else is about what the other figures leave over; give some",
            f"medpivot time week actual {_EXAMPLE}",
        )
    return dict.fromkeys(week.missing, Decimal(0))


def _keep(
    session: Session,
    which: Which,
    monday: date | None,
    change: Change,
    meaningful: CategoryId | None,
    *,
    json: bool,
) -> None:
    def apply(weeks: Weeks) -> tuple[WeekHours, Weeks]:
        before = _present(weeks, which, monday)
        after = change(before)
        if problem := week_problem(after.hours):
            raise UsageProblem(problem, "medpivot time week --help")
        if after != before:
            after = replace(after, noted=session.today if after.known or after.note else None)
            weeks = weeks.put(which, after)
        return after, weeks if meaningful is None else replace(weeks, meaningful=meaningful)

    # what cannot be is refused before anything is locked or made
    apply(store.load(session.home).content)
    with writing(session.home, f"time week {which}" + (f" {monday}" if monday else "")) as step:
        file = store.load(session.home)
        after, content = apply(file.content)
        differs = store.save(step, file, content)
    rules = catalogue.load_time()
    notes((*file.warnings, *step.notes, kept_week(which, after)))
    note(TAKES_IT_BACK if differs else "It was so already.")
    if after.known and not after.complete:
        of = f" --week {monday}" if monday else ""
        note(f"Not noted: {names(rules.categories, after.missing)}.")
        note(f"If that was nothing: medpivot time week {which}{of} --nothing-else")
    if json:
        json_document(week_json(after, rules))
        return
    from medpivot.show.time import side_by_side

    screen = console()
    for part in side_by_side(content, rules):
        screen.print(part)


def _present(weeks: Weeks, which: Which, monday: date | None) -> WeekHours:
    if which == "actual" and monday is not None:
        return weeks.of(monday)
    return weeks.wanted if which == "wanted" else weeks.offered


def meaningful(
    ctx: typer.Context,
    category: Annotated[
        str | None,
        typer.Argument(
            metavar="CATEGORY",
            help=f"One of {', '.join(CATEGORIES)}.",
            autocompletion=completing.categories,
            show_default=False,
        ),
    ] = None,
    clear: Annotated[
        bool, typer.Option("--clear", help="Not known, or not known any more.")
    ] = False,
    json: Json = False,
) -> None:
    """Which kind of work means most to you. Its share of the week is held against the line.

    \b
    Examples:
      medpivot time meaningful teaching
      medpivot time meaningful
    """
    session: Session = ctx.obj
    if clear and category is not None:
        raise UsageProblem("--clear stands alone", "medpivot time meaningful --clear")
    rules = catalogue.load_time()
    chosen: CategoryId | None = None
    if category is not None:
        chosen = _category(category)
    elif not clear:
        if not session.interactive:
            raise UsageProblem(
                "CATEGORY is needed: nobody can be asked here", f"one of {', '.join(CATEGORIES)}"
            )
        from medpivot.commands.time_questions import ask_meaningful

        chosen = ask_meaningful(rules)
    with writing(session.home, f"time meaningful {chosen or '--clear'}") as step:
        file = store.load(session.home)
        differs = store.save(step, file, replace(file.content, meaningful=chosen))
    said = "not known any more" if chosen is None else rules.categories[chosen].name
    notes((*file.warnings, *step.notes, f"What means most to you: {said}."))
    note(TAKES_IT_BACK if differs else "It was so already.")
    if json:
        json_document({"schema": 1, "category": chosen})


def _category(typed: str) -> CategoryId:
    for one in CATEGORIES:
        if typed.strip().casefold() == one:
            return one
    near = did_you_mean(typed[:40], CATEGORIES)
    raise UsageProblem(
        f"{typed[:40]!r} is not a kind of work", near or f"one of {', '.join(CATEGORIES)}"
    )
