"""The screens of the log: the list of activities, and one activity with all it holds."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType

from medpivot.domain.activities import Activity, Quote, Vocabulary
from medpivot.domain.what_counts import standing
from medpivot.show.aloud import Said
from medpivot.show.columns import columns
from medpivot.show.log_rows import QUOTES, noted
from medpivot.show.log_words import (
    ENERGY_RUNS,
    NOT_NOTED,
    counted,
    figure,
    label,
    missing,
    rating_figure,
    shortened,
    signed,
)
from medpivot.show.out import one_line
from medpivot.show.paragraphs import heading, labelled, paragraph, words

WIDE = 100
"""Columns from which the list shows the kinds too."""

_LONGEST_TITLE = 160
_NUMBERS = ("learners", "hours", "rating", "energy")
_HEADS = ("date", "id", "what you did", "kind", *_NUMBERS)


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
    """The newest activities of `total`, newest first; `shorts` are the ids as they are shown.

    Ratings take a column only where one of these activities has one.
    """
    left_out = {
        *([] if width >= WIDE else ["kind"]),
        *([] if any(one.rating for one in newest) else ["rating"]),
    }
    rows = [_row(one, shorts[one.id], vocabulary) for one in newest]
    heads = [head for head in _HEADS if head not in left_out]
    table = columns(
        heads,
        ([row[head] for head in heads] for row in rows),
        numbers=_NUMBERS,
        whole=("date", "id"),
        dash=NOT_NOTED,
    )
    return Group(table, "", *_below(len(newest), total))


def _row(one: Activity, short: str, vocabulary: Vocabulary) -> dict[str, str]:
    cells = (
        one.date.isoformat(),
        short,
        shortened(one_line(one.title), _LONGEST_TITLE),
        label(one.kind, vocabulary.kinds),
        figure(one.learners),
        figure(one.contact_hours),
        rating_figure(one.rating),
        "-" if one.energy is None else signed(one.energy),
    )
    return dict(zip(_HEADS, cells, strict=True))


def _below(shown: int, total: int) -> Iterator[RenderableType]:
    yield Said(paragraph(f"A dash: {NOT_NOTED}. {ENERGY_RUNS}", indent=0), (ENERGY_RUNS,))
    if shown < total:
        more = f"The newest {shown:,} of {total:,}. More: medpivot log list --limit {shown * 5}"
        yield paragraph(more, indent=0)
    yield paragraph("One in full: medpivot log show ID", indent=0)


def activity(one: Activity, short: str, vocabulary: Vocabulary) -> RenderableType:
    """One activity, what is not noted named as that."""
    rows = noted(one, vocabulary)
    # each quote has a line of its own
    at = [name for name, _ in rows].index(QUOTES)
    rows[at : at + 1] = _quotes(one.quotes)
    flags = [flag for _, flag in missing(one, education=standing(one, vocabulary) == "work")]
    flag = flags[0] if flags else "--title TEXT"
    return Group(
        words(one.title, "bold"),
        labelled(rows, label=len("changed since")),
        heading("Change it"),
        labelled([(f"medpivot log edit {short} {flag}", ""), (f"medpivot log remove {short}", "")]),
    )


def _quotes(quotes: Sequence[Quote]) -> Iterator[tuple[str, str]]:
    if not quotes:
        yield QUOTES, NOT_NOTED
    for number, quote in enumerate(quotes):
        share = "may be shared" if quote.shareable else "kept to yourself"
        yield "" if number else counted(len(quotes), "quote", "quotes"), f'"{quote.text}" ({share})'
