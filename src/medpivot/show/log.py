"""The screens of the log: the list of activities, and one activity with all it holds."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType

from medpivot.domain.activities import Activity, Quote, Vocabulary
from medpivot.domain.dates import in_words
from medpivot.show.columns import columns
from medpivot.show.log_words import (
    ENERGY,
    NOT_NOTED,
    counted,
    figure,
    label,
    rating_words,
    shortened,
    signed,
)
from medpivot.show.out import one_line
from medpivot.show.paragraphs import heading, labelled, paragraph, words

WIDE = 100
"""Columns from which the list shows the kinds too."""

_LONGEST_TITLE = 160
_NUMBERS = ("learners", "hours", "energy")


def nothing_logged() -> RenderableType:
    """The log before its first entry: how to begin."""
    return Group(
        words("Nothing is logged yet.", "bold"),
        paragraph("medpivot log asks five questions and takes a minute.", indent=0),
    )


def log_list(
    newest: Sequence[Activity],
    total: int,
    shorts: Mapping[str, str],
    vocabulary: Vocabulary,
    width: int,
) -> RenderableType:
    """The newest activities of `total`, newest first; `shorts` are the ids as they are shown."""
    kind = ["kind"] if width >= WIDE else []
    table = columns(
        ["date", "id", "what you did", *kind, *_NUMBERS],
        (_row(one, shorts[one.id], vocabulary, with_kind=bool(kind)) for one in newest),
        numbers=_NUMBERS,
        whole=("date", "id"),
    )
    return Group(table, "", *_below(len(newest), total))


def _row(one: Activity, short: str, vocabulary: Vocabulary, *, with_kind: bool) -> list[str]:
    return [
        one.date.isoformat(),
        short,
        shortened(one_line(one.title), _LONGEST_TITLE),
        *([label(one.kind, vocabulary.kinds)] if with_kind else []),
        figure(one.learners),
        figure(one.contact_hours),
        "-" if one.energy is None else signed(one.energy),
    ]


def _below(shown: int, total: int) -> Iterator[RenderableType]:
    yield paragraph(
        "A dash: not noted. Energy runs from -2 (drained) to +2 (gave a lot).", indent=0
    )
    if shown < total:
        more = f"The newest {shown:,} of {total:,}. More: medpivot log list --limit {shown * 5}"
        yield paragraph(more, indent=0)
    yield paragraph("One in full: medpivot log show ID", indent=0)


def activity(one: Activity, short: str, vocabulary: Vocabulary) -> RenderableType:
    """One activity, what is not noted named as that."""
    levels = ", ".join(label(level, vocabulary.levels) for level in one.levels)
    kind = vocabulary.kinds.get(one.kind)
    counts = kind is None or kind.education
    rows = [
        ("date", in_words(one.date)),
        ("kind", label(one.kind, vocabulary.kinds)),
        (
            "domain",
            label(one.domain, vocabulary.domains)
            if counts
            else "other work, kept for comparison only",
        ),
        ("your part", label(one.role, vocabulary.roles) if one.role else NOT_NOTED),
        ("where", one.setting or NOT_NOTED),
        ("reach", label(one.reach, vocabulary.reaches) if one.reach else NOT_NOTED),
        ("learners", _learners(one.learners, levels)),
        ("hours", _hours(one)),
        ("rating", rating_words(one.rating) if one.rating else NOT_NOTED),
        (
            "energy",
            NOT_NOTED if one.energy is None else f"{signed(one.energy)}, {ENERGY[one.energy]}",
        ),
        *_quotes(one.quotes),
        ("changed since", one.changed or NOT_NOTED),
        ("evidence", one.evidence or NOT_NOTED),
        ("milestone", one.milestone or NOT_NOTED),
    ]
    return Group(
        words(one.title, "bold"),
        labelled(rows, label=len("changed since")),
        heading("Change it"),
        labelled(
            [(f"medpivot log edit {short} --hours 1.5", ""), (f"medpivot log remove {short}", "")]
        ),
    )


def _learners(count: int | None, levels: str) -> str:
    if count is None and not levels:
        return NOT_NOTED
    known = "number not noted" if count is None else f"{count:,}"
    return f"{known}; {levels or 'level not noted'}"


def _hours(one: Activity) -> str:
    if one.contact_hours is None and one.prep_hours is None:
        return NOT_NOTED
    contact = figure(one.contact_hours, NOT_NOTED)
    return f"{contact} contact, {figure(one.prep_hours, NOT_NOTED)} preparation"


def _quotes(quotes: Sequence[Quote]) -> Iterator[tuple[str, str]]:
    if not quotes:
        yield "quotes", NOT_NOTED
    for number, quote in enumerate(quotes):
        share = "may be shared" if quote.shareable else "kept to yourself"
        yield "" if number else counted(len(quotes), "quote", "quotes"), f'"{quote.text}" ({share})'
