"""The screen of `log summary`: the two questions, each answer with the number behind it."""

from collections.abc import Iterator, Mapping

from rich.console import Group, RenderableType

from medpivot.domain.activities import Activity, Rating, Vocabulary
from medpivot.domain.activity_checks import USUAL_SCALE, too_few_raters
from medpivot.domain.day_words import short_date
from medpivot.domain.log_summary import (
    Comparison,
    Enjoyment,
    Impact,
    LogSummary,
    Mean,
)
from medpivot.domain.log_summary import Group as Counts
from medpivot.domain.rounding import half_up, mean_words
from medpivot.domain.what_counts import Sum
from medpivot.domain.wording import capital, number, plural
from medpivot.show.aloud import Said
from medpivot.show.columns import columns
from medpivot.show.log_words import (
    ENERGY_RUNS,
    NOT_NOTED,
    counted,
    figure,
    impression,
    label,
    shortened,
    signed,
)
from medpivot.show.out import one_line
from medpivot.show.paragraphs import INDENT, heading, labelled, paragraph, words

_LONGEST_TITLE = 80
_MOST_RATED = 12
_COUNTS = ("entries", "learners", "contact", "other", "energy")
"""`contact` are hours with learners, `other` those without."""

_COLUMNS = "Contact: hours with learners. Other: hours without, as in a committee."


def log_summary(summary: LogSummary, vocabulary: Vocabulary) -> RenderableType:
    """Do you enjoy it, can you show impact, and how much there is."""
    return Group(
        words(_opening(summary), "bold"),
        heading("Do you enjoy it?"),
        *_enjoyment(summary.enjoyment, vocabulary),
        heading("Can you show impact?"),
        *_impact(summary.impact),
        heading("How much, and with whom"),
        _amounts(summary),
        "",
        _groups(summary, vocabulary),
        *_below(summary),
    )


def _opening(summary: LogSummary) -> str:
    said = f"{counted(summary.education)} of education work"
    if summary.first and summary.last:
        said += (
            f", {short_date(summary.first)}"
            if summary.first == summary.last
            else f", {short_date(summary.first)} to {short_date(summary.last)}"
        )
    other = summary.count - summary.education - summary.learned
    said += f"; {counted(other)} of other work to compare" if other else ""
    learned = f"; {counted(summary.learned)} of what you took as a learner"
    return said + (learned if summary.learned else "")


def _enjoyment(enjoyment: Enjoyment, vocabulary: Vocabulary) -> Iterator[RenderableType]:
    teaching, other = enjoyment.teaching, enjoyment.everything_else
    yield paragraph(f"Education work: {_energy(teaching)}.")
    yield paragraph(f"Everything else: {_energy(other)}{_difference(teaching, other)}.")
    if remark := impression(enjoyment):
        yield paragraph(remark)
    if teaching.n and not other.n:
        yield paragraph(
            "To have something to compare with, log a few days of other work: "
            'medpivot log add "Clinic" --kind clinic --energy -1'
        )
    yield paragraph(_over_time(enjoyment))
    if extremes := _extremes(enjoyment, vocabulary):
        yield paragraph(extremes)
    if teaching.n:
        yield paragraph("Good days get logged more readily than bad ones; log the dull ones too.")


def _energy(mean: Mean) -> str:
    if mean.mean is None:
        return "no energy noted yet"
    if mean.n == 1:
        return f"energy {signed(mean.mean)} in the only entry that says"
    return f"energy {signed(mean.mean)} on average over {counted(mean.n)}"


def _difference(teaching: Mean, other: Mean) -> str:
    if teaching.mean is None or other.mean is None:
        return ""
    # between the means as they are shown, so that a reader can check it
    higher = half_up(half_up(other.mean, 1) - half_up(teaching.mean, 1), 1)
    if not higher:
        return ", the same"
    return f", {abs(higher):g} {'higher' if higher > 0 else 'lower'}"


def _over_time(enjoyment: Enjoyment) -> str:
    if enjoyment.trend is None or enjoyment.earlier is None or enjoyment.later is None:
        return (
            f"Over time: not known. A trend takes {number(enjoyment.enough)} entries of "
            f"education work with an energy; there {_are(enjoyment.teaching.n)}."
        )
    earlier, later = (signed(half.mean or 0) for half in (enjoyment.earlier, enjoyment.later))
    return (
        f"Over time: {enjoyment.trend}, {earlier} in the earlier half and {later} in the later "
        f"({counted(enjoyment.earlier.n)} each)."
    )


def _are(count: int) -> str:
    if count == 0:
        return "are none"
    return f"{'is' if count == 1 else 'are'} {number(count)}"


def _extremes(enjoyment: Enjoyment, vocabulary: Vocabulary) -> str:
    """What gave most and what took most, of the kinds of education work with enough entries."""
    often = [
        (label(kind, vocabulary.kinds), mean)
        for kind, mean in enjoyment.by_kind
        if mean.n >= enjoyment.enough
        and ((word := vocabulary.kinds.get(kind)) is None or (word.education and not word.learner))
    ]
    if len(often) < 2:  # noqa: PLR2004  (the most and the least of something takes two)
        return ""
    (most, gave), (least, took) = often[0], often[-1]
    return (
        f"Highest: {most}, {signed(gave.mean or 0)} over {gave.n}. "
        f"Lowest: {least}, {signed(took.mean or 0)} over {took.n}."
    )


def _impact(impact: Impact) -> Iterator[RenderableType]:
    yield paragraph(_before_and_after(impact))
    if impact.rated:
        yield from _ratings(impact)
    if impact.compared and impact.uncompared:
        yield paragraph(_without_before(impact))
    if impact.too_few and impact.enough.n:
        left = counted(impact.enough.n, "activity", "activities")
        yield paragraph(
            f"Without the {number(impact.too_few)} with too few raters: "
            f"{_change(impact.enough)} ({left})."
        )
    elif impact.too_few or any(
        one.rating and too_few_raters(one.rating) for one in impact.uncompared
    ):
        yield paragraph("Under four raters a rating proves little; most committees leave it out.")
    if impact.overall.n:
        yield paragraph("Other learners, another time: a rise is a sign, not a proof.")
    yield paragraph(_said_and_changed(impact))


def _before_and_after(impact: Impact) -> str:
    overall = impact.overall
    if overall.n:
        over = counted(overall.n, "activity", "activities")
        return f"Ratings: {_change(overall)} on a scale of 1 to {figure(overall.scale)} ({over})."
    if impact.rated:
        return _without_before(impact)
    start = "medpivot log edit ID --rating N --raters N"
    return f"No ratings yet. A mean from four raters or more is a start: {start}"


def _without_before(impact: Impact) -> str:
    count = len(impact.uncompared)
    more = "more " if impact.compared else ""
    rated = plural(count, f"{more}activity", f"{more}activities")
    has = "has" if count == 1 else "have"
    return (
        f"{capital(rated)} {has} a rating but no earlier one to compare with. If there is one: "
        "medpivot log edit ID --before N"
    )


def _change(comparison: Comparison) -> str:
    if comparison.before is None or comparison.after is None:
        return "not known"
    return f"{mean_words(comparison.before)} before, {mean_words(comparison.after)} after"


def _ratings(impact: Impact) -> Iterator[RenderableType]:
    rated = sorted([*impact.compared, *impact.uncompared], key=lambda one: one.date)
    newest = rated[-_MOST_RATED:]
    now = "after" if impact.compared else "rating"
    heads = ("date", "activity", "before", now, "raters", "")
    yield columns(
        heads,
        (_rating_row(one, one.rating) for one in newest if one.rating),
        numbers=("before", now, "raters"),
        whole=("date",),
        dash=NOT_NOTED,
        indent=INDENT,
    )
    if older := len(rated) - len(newest):
        yield paragraph(f"and {number(older)} older: medpivot log summary --json")


def _rating_row(one: Activity, rating: Rating) -> list[str]:
    scale = "" if rating.scale == USUAL_SCALE else f" of {figure(rating.scale)}"
    return [
        one.date.isoformat(),
        shortened(one_line(one.title), _LONGEST_TITLE),
        figure(rating.before),
        figure(rating.mean) + scale,
        figure(rating.raters),
        "too few" if too_few_raters(rating) else "",
    ]


def _said_and_changed(impact: Impact) -> str:
    kept = capital(plural(impact.quotes, "quote")) if impact.quotes else "No quotes"
    share = f", {number(impact.shareable) if impact.shareable else 'none'} to be shared"
    says = "says" if impact.changes == 1 else "say"
    changes = (
        f"{capital(plural(impact.changes, 'entry', 'entries'))} {says} what changed afterwards"
        if impact.changes
        else "No entry says what changed afterwards"
    )
    return f"{kept} kept{share if impact.quotes else ''}. {changes}."


def _amounts(summary: LogSummary) -> RenderableType:
    apart = summary.education - summary.with_learners
    rows = [
        ("learners", summary.learners, summary.education),
        ("contact hours", summary.hours, summary.with_learners),
        *([("other hours", summary.other_hours, apart)] if apart else []),
        ("preparation hours", summary.prep_hours, summary.education),
    ]
    if summary.learned:
        rows.append(("hours as a learner", summary.learned_hours, summary.learned))
    return labelled([(name, _amount(total, entries)) for name, total, entries in rows])


def _amount(total: Sum, entries: int) -> str:
    if not total.n:
        return "not noted in any entry"
    return f"{figure(total.total)}, from {total.n:,} of {counted(entries)}"


def _groups(summary: LogSummary, vocabulary: Vocabulary) -> RenderableType:
    domains = {label(one, vocabulary.domains): it for one, it in summary.by_domain.items()}
    levels = {label(one, vocabulary.levels): it for one, it in summary.by_level.items()}
    years = {str(year): it for year, it in summary.by_year.items()}
    several = [("", *("" for _ in _COUNTS))]
    return columns(
        ("", *_COUNTS),
        (
            *_rows(domains),
            *(several + _rows(levels) if levels else []),
            *(several + _rows(years) if len(years) > 1 else []),
        ),
        numbers=_COUNTS,
        indent=INDENT,
        dash=NOT_NOTED,
    )


def _below(summary: LogSummary) -> Iterator[RenderableType]:
    yield ""
    yield Said(paragraph(f"A dash: nobody noted it. {_COLUMNS} {ENERGY_RUNS}"), (ENERGY_RUNS,))
    if summary.several_levels:
        yield paragraph("An entry with several learner levels stands under each of them.")


def _rows(groups: Mapping[str, Counts]) -> list[tuple[str, ...]]:
    return [
        (
            name,
            str(group.entries),
            figure(group.learners.total),
            figure(group.hours.total),
            figure(group.other_hours.total),
            "-" if group.energy.mean is None else signed(group.energy.mean),
        )
        for name, group in groups.items()
    ]
