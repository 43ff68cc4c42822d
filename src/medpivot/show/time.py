"""The screens of `time`: three weeks side by side, the line, and promised hours over time."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Final

from rich.console import Group, RenderableType

from medpivot.domain.ledger import Entry
from medpivot.domain.roles import Source
from medpivot.domain.time_rules import TimeRules
from medpivot.domain.week import (
    CATEGORIES,
    Answered,
    Part,
    WeekHours,
    Weeks,
    difference,
    meaningful_share,
    part_share,
    total_difference,
)
from medpivot.domain.wording import capital
from medpivot.show.columns import Row, columns
from medpivot.show.facts import reference
from medpivot.show.ledger import BEGIN, promised_and_delivered
from medpivot.show.log_words import NOT_NOTED
from medpivot.show.paragraphs import heading, labelled, paragraph, run_in, words
from medpivot.show.time_words import (
    change,
    cross_check,
    hours_figure,
    meaningful_words,
    names,
    percent,
    rule_words,
    week_of,
)

_IN: Final = {
    "first": "in the first week",
    "now": "in the week as it is",
    "wanted": "as wanted",
    "offered": "as offered",
}
_BEGIN: Final = {
    "actual": ("medpivot time week actual", "the week as it is: eight questions, two minutes"),
    "wanted": ("medpivot time week wanted", "the week you want"),
    "offered": ("medpivot time week offered", "the week in an offer, asked kind by kind"),
    "meaningful": ("medpivot time meaningful teaching", "which work means most to you"),
    "ledger": BEGIN,
}


def time_screen(
    weeks: Weeks,
    ledger: Sequence[Entry],
    rules: TimeRules,
    answered: Answered | None,
    today: date,
    width: int,
) -> RenderableType:
    """Everything about the person's time, and how to note what is not noted yet."""
    noted = weeks.actual.known or weeks.wanted.known or weeks.offered.known
    if not noted and not ledger:
        return _nothing_noted()
    parts: list[RenderableType] = []
    if noted:
        parts += side_by_side(weeks, rules, answered)
        parts += _line(weeks, rules)
    if ledger:
        parts += promised_and_delivered(ledger, rules.drift, today, width)
    return Group(*parts, *_to_note(weeks, ledger))


def _nothing_noted() -> RenderableType:
    return Group(
        words("Nothing about your time is noted yet.", "bold"),
        paragraph("Hours that nobody has counted are hard to trade. Begin with the first.", 0),
        "",
        labelled(list(_BEGIN.values())),
    )


def side_by_side(
    weeks: Weeks, rules: TimeRules, answered: Answered | None = None
) -> Iterator[RenderableType]:
    """The weeks that are known, in columns, with what lies between them."""
    shown = _shown(weeks)
    changes = [
        (head, start, end)
        for head, start, end in (
            ("now to\nwanted", weeks.actual, weeks.wanted),
            ("wanted\nto offer", weeks.wanted, weeks.offered),
        )
        if start.known and end.known
    ]
    heads = ["hours a week", *(head for head, _ in shown), *(head for head, _, _ in changes)]
    yield words("Your week", "bold")
    rows = _rows(shown, changes, rules)
    yield columns(heads, rows, numbers=heads[1:], indent=2, dash=NOT_NOTED)
    counted = [f"{head} is {week_of(week.monday)}" for head, week in shown if week.monday]
    if counted:
        yield paragraph(f"{capital(', '.join(counted))}.")
    for head, week in shown:
        if not week.complete:
            yield paragraph(f"Not noted {_IN[head]}: {names(rules.categories, week.missing)}.")
    clinical = part_share(weeks.actual, "clinical", rules.categories)
    if answered and (said := cross_check(answered, weeks.actual, clinical)):
        yield paragraph(said)


def _shown(weeks: Weeks) -> list[tuple[str, WeekHours]]:
    """The weeks to show, each with its head; the first one counted where there is a later one."""
    several = weeks.first.monday != weeks.actual.monday
    shown = [
        ("first", weeks.first if several else WeekHours()),
        ("now", weeks.actual),
        ("wanted", weeks.wanted),
        ("offered", weeks.offered),
    ]
    return [(head, week) for head, week in shown if week.known]


def _rows(
    shown: Sequence[tuple[str, WeekHours]],
    changes: Sequence[tuple[str, WeekHours, WeekHours]],
    rules: TimeRules,
) -> Iterator[Row]:
    for one in CATEGORIES:
        yield [
            rules.categories[one].label,
            *(hours_figure(week.hours.get(one)) for _, week in shown),
            *(change(difference(start, end, one)) for _, start, end in changes),
        ]
    yield []
    yield [
        "All hours" if all(week.complete for _, week in shown) else "All hours noted",
        *(hours_figure(week.total) for _, week in shown),
        *(change(total_difference(start, end)) for _, start, end in changes),
    ]
    blank = [""] * len(changes)
    parts: tuple[Part, ...] = ("clinical", "education")
    for part in parts:
        shares = (part_share(week, part, rules.categories) for _, week in shown)
        yield [f"Of them {part}", *(_percent(share) for share in shares), *blank]


def _percent(share: Fraction | None) -> str:
    return "-" if share is None else f"{percent(share)}%"


def _line(weeks: Weeks, rules: TimeRules) -> Iterator[RenderableType]:
    """The work that means most against the line, and in a line what stands behind it."""
    category = weeks.meaningful
    yield heading(f"The {rules.line} percent line")
    if category is None:
        yield paragraph("Which kind of work means most to you is not known.")
    else:
        name = rules.categories[category].name
        found = meaningful_share(weeks.actual, category, rules.line)
        yield paragraph(meaningful_words(found, name, rules))
        others = [
            f"{said} {'at most ' if one.at_most else ''}{percent(one.share, rules.line)} percent"
            for said, week in (("as wanted", weeks.wanted), ("as offered", weeks.offered))
            if (one := meaningful_share(week, category, rules.line)).share is not None
        ]
        if others:
            yield paragraph(f"{capital(', '.join(others))}.")
    gap = [rules.gap.short] if weeks.actual.known and weeks.wanted.known else []
    yield paragraph(" ".join([rules.meaningful.short, *gap, "In full: medpivot time why"]))


def why_screen(rules: TimeRules, sources: Mapping[str, Source]) -> RenderableType:
    """What the line, the wanted week and the word drift rest on, with what it cannot show."""
    findings = ((f"The {rules.line} percent line", rules.meaningful), ("The gap", rules.gap))
    parts: list[RenderableType] = []
    for title, finding in findings:
        reference_line = reference(sources[finding.source])
        parts += [heading(title), paragraph(finding.text), paragraph(finding.limits)]
        parts += ["", run_in("Source", reference_line)]
    parts += [heading("Drift"), paragraph(rule_words(rules.drift))]
    return Group(*parts)


def _to_note(weeks: Weeks, ledger: Sequence[Entry]) -> Iterator[RenderableType]:
    missing = {
        "actual": not weeks.actual.known,
        "wanted": not weeks.wanted.known,
        "offered": not weeks.offered.known,
        "meaningful": weeks.meaningful is None,
        "ledger": not ledger,
    }
    rows = [_BEGIN[one] for one, absent in missing.items() if absent]
    if rows:
        yield heading("Not noted yet")
        yield labelled(rows)
