"""The log as a file for a spreadsheet or another program."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import replace

from medpivot.domain.activities import Activity
from medpivot.domain.activity_cells import EXAMPLE, EXTRA, FIELDS, cells_of
from medpivot.domain.entries import to_record
from medpivot.export.json_file import json_file

SCHEMA = 1


def without_private_quotes(activities: Iterable[Activity]) -> tuple[list[Activity], int]:
    """The activities with only the quotes that may be shared, and how many are left out."""
    shared: list[Activity] = []
    left_out = 0
    for one in activities:
        quotes = tuple(quote for quote in one.quotes if quote.shareable)
        left_out += len(one.quotes) - len(quotes)
        shared.append(one if quotes == one.quotes else replace(one, quotes=quotes))
    return shared, left_out


def log_csv(activities: Sequence[Activity]) -> bytes:
    """A row each under a header, in UTF-8 with the mark that Excel looks for.

    No cell is a formula to a spreadsheet; `log import` reads all of it back.
    """
    fields = (*FIELDS, *([EXTRA] if any(one.extra for one in activities) else []))
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, fields, extrasaction="ignore")
    table.writeheader()
    table.writerows(cells_of(one) for one in activities)
    return text.getvalue().encode("utf-8-sig")


def log_json(activities: Iterable[Activity]) -> bytes:
    """One document with the keys of `log list --json`, and those of other versions."""
    records = [to_record(one) | dict(one.extra) for one in activities]
    return json_file({"schema": SCHEMA, "activities": records})


def template() -> str:
    """A CSV file to fill in: the columns, and one example that is not imported."""
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, [one for one in FIELDS if one != "id"], lineterminator="\n")
    table.writeheader()
    table.writerow(EXAMPLE)
    return text.getvalue()
