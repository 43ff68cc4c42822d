"""The log as JSON and as plain lines; loads nothing that is made for screens."""

import json
from collections.abc import Iterable, Iterator

from medpivot.domain.activities import Activity
from medpivot.domain.entries import to_record
from medpivot.domain.harmless import clean_json
from medpivot.show.log_words import figure, signed


def list_json(activities: Iterable[Activity], *, ascii_only: bool) -> str:
    """`log list --json`: every key of every activity, unknown ones null; a line for each.

    One line each, because indenting ten thousand of them takes longer than all the rest.
    """
    # an encoder made once; a record holds nothing that could hold itself
    encode = json.JSONEncoder(ensure_ascii=ascii_only, check_circular=False).encode
    rows = ",\n".join(encode(to_record(one)) for one in activities)
    return clean_json(f'{{"activities": [\n{rows}\n]}}' if rows else '{"activities": []}')


def plain_lines(activities: Iterable[Activity]) -> Iterator[str]:
    """A line each: id, date, kind, learners, hours, energy, title; `-` where nothing was noted."""
    for one in activities:
        energy = "-" if one.energy is None else signed(one.energy)
        learners = "-" if one.learners is None else str(one.learners)
        hours = figure(one.contact_hours)
        yield f"{one.id} {one.date} {one.kind} {learners} {hours} {energy} {one.title}"
