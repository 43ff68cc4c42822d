"""What `log import` is about to do, or did: the columns, the first rows, what is left out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from medpivot.domain.activities import Activity, Vocabulary
from medpivot.domain.column_names import Columns
from medpivot.domain.day_words import short_date
from medpivot.domain.entries import to_record
from medpivot.domain.importing import Why, spans
from medpivot.show.log_words import counted, figure, label, shortened, signed
from medpivot.show.out import one_line

if TYPE_CHECKING:
    from rich.console import RenderableType

_FIRST = 5
"""Rows shown as they were understood."""

_LONGEST_TITLE = 60
_DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs"}
_WHY: Mapping[Why, str] = {
    "in-log": "in the log already",
    "repeated": "a repeat of an earlier row",
    "example": "the example of the template",
}


@dataclass(frozen=True, slots=True)
class ImportView:
    """A file that was understood: its columns, what is new, and why which lines are left out."""

    name: str
    delimiter: str
    columns: Columns
    new: Sequence[Activity]
    skipped: Mapping[int, Why]

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.new) + len(self.skipped)


def preview(view: ImportView, vocabulary: Vocabulary) -> "RenderableType":
    """The columns with what they hold, and the first new rows as they were understood."""
    # only a screen needs Rich
    from rich.console import Group

    from medpivot.show.columns import columns
    from medpivot.show.paragraphs import INDENT, heading, paragraph

    parts: list[RenderableType] = [
        heading(one_line(view.name), f"{counted(view.rows, 'row', 'rows')}, {_between(view)}"),
        *_columns(view.columns),
    ]
    if view.new:
        first = view.new[:_FIRST]
        title = "As understood" if len(first) == len(view.new) else f"The first {len(first)}"
        parts += [
            heading(title),
            columns(
                ("date", "kind", "learners", "hours", "energy", "title"),
                (_row(one, vocabulary) for one in first),
                numbers=("learners", "hours", "energy"),
                whole=("date",),
                indent=INDENT,
            ),
        ]
    if view.skipped:
        parts += ["", *(paragraph(line) for line in skipped_lines(view))]
    return Group(*parts)


def _columns(known: Columns) -> "Iterator[RenderableType]":
    """Each column that the file calls otherwise than the log does; the others in one line."""
    from medpivot.show.paragraphs import labelled, paragraph

    pairs = list(zip(known.names, known.fields, strict=True))
    other = [(name, field or "left out") for name, field in pairs if name != field]
    same = len(pairs) - len(other)
    if other:
        yield labelled(other)
    if same:
        count = counted(same, "column", "columns")
        yield paragraph(f"{count} {'has' if same == 1 else 'have'} the log's own name.")


def _between(view: ImportView) -> str:
    return f"{_DELIMITERS[view.delimiter]} between cells"


def _row(one: Activity, vocabulary: Vocabulary) -> tuple[str, ...]:
    return (
        short_date(one.date),
        label(one.kind, vocabulary.kinds),
        figure(one.learners),
        figure(one.contact_hours),
        "-" if one.energy is None else signed(one.energy),
        shortened(one_line(one.title), _LONGEST_TITLE),
    )


def skipped_lines(view: ImportView) -> Iterator[str]:
    """Why rows are left out, and on which lines they stand."""
    for why, words in _WHY.items():
        lines = [line for line, reason in view.skipped.items() if reason == why]
        if lines:
            verb = "is" if len(lines) == 1 else "are"
            noun = "line" if len(lines) == 1 else "lines"
            count = counted(len(lines), "row", "rows")
            yield f"{count} {verb} left out, {words}: {noun} {spans(lines)}."


def import_json(view: ImportView, added: Sequence[Activity], *, dry_run: bool) -> dict[str, object]:
    """What was added, or would be, and which lines were left out."""
    names = zip(view.columns.names, view.columns.fields, strict=True)
    return {
        "schema": 1,
        "file": view.name,
        "dry_run": dry_run,
        "rows": view.rows,
        "added": len(added),
        "columns": dict(names),
        "skipped": [{"line": line, "why": why} for line, why in view.skipped.items()],
        "activities": [to_record(one) for one in added],
    }
