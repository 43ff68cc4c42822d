"""Which column of somebody's spreadsheet holds which field of an activity."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from medpivot.domain.activity_cells import EXTRA, FIELDS
from medpivot.domain.closest import did_you_mean
from medpivot.domain.wording import listed
from medpivot.errors import Problem

NEEDED: Final = ("date", "title", "kind")

_ALSO: Final[Mapping[str, tuple[str, ...]]] = {
    "date": ("day", "on"),
    "title": ("activity", "topic", "session"),
    "kind": ("type", "activity type"),
    "role": ("your role", "my role"),
    "setting": ("location", "where", "site"),
    "levels": ("level", "learner level", "learner levels"),
    "learners": ("number of learners", "attendees"),
    "contact_hours": ("hours", "teaching hours"),
    "prep_hours": ("prep", "preparation", "preparation hours"),
    "rating_mean": ("rating", "mean", "mean rating"),
    "rating_raters": ("raters", "number of raters", "responses"),
    "rating_scale": ("scale",),
    "rating_before": ("before",),
    "rating_peer_mean": ("peer mean", "peers"),
    "quotes": ("quote", "comments"),
    "share_quotes": ("shareable",),
}
"""Other names that mean a field and nothing else."""

_LONGEST_SHOWN: Final = 40
_NO_NAMES: Final = (
    "no name of a column is known here; the first row has to name them, date, title and kind among "
    "them, or --map does"
)


def _plain(name: str) -> str:
    return " ".join(re.split(r"[\s_-]+", name.casefold().strip()))


_FIELD_OF: Final = {_plain(one): one for one in (*FIELDS, EXTRA)} | {
    name: one for one, names in _ALSO.items() for name in names
}


@dataclass(frozen=True, slots=True)
class Columns:
    """The field that each column holds, None where it is left out, in the order of the file."""

    names: tuple[str, ...]
    fields: tuple[str | None, ...]

    def name_of(self, field: str) -> str:
        """What the file calls the column of a field; the field itself where it has none."""
        pairs = zip(self.names, self.fields, strict=True)
        return next((name for name, one in pairs if one == field), field)


def columns(
    header: Sequence[str], mapped: Mapping[str, str], also_given: Sequence[str] = ()
) -> tuple[Columns, list[Problem]]:
    """What each column holds, by its name in any case and spelling, and all that stands against it.

    `mapped` gives the field of a column by its name and leaves a column out with "". A column that
    is neither known nor mapped is a problem, as are two for one field and none for a needed one
    that is not among `also_given`.
    """
    by_name, problems = _mapped(header, mapped)
    if not mapped and not any(_plain(name) in _FIELD_OF for name in header):
        return Columns(tuple(header), ()), [Problem(_NO_NAMES)]
    fields = [by_name.get(_plain(name), _FIELD_OF.get(_plain(name))) for name in header]
    unknown = [
        name
        for name, field in zip(header, fields, strict=True)
        if field is None and _plain(name) not in by_name
    ]
    problems += [_unknown(name) for name in unknown]
    for field in dict.fromkeys(one for one in fields if one):
        same = [repr(name) for name, one in zip(header, fields, strict=True) if one == field]
        if len(same) > 1:
            problems.append(Problem(f"{listed(same)} both hold {field}; map one of them away"))
    missing = [one for one in NEEDED if one not in fields and one not in also_given]
    problems += [Problem(f"no column holds {one}; --map COLUMN={one} names it") for one in missing]
    known = tuple(field or None for field in fields)
    return Columns(tuple(header), known), problems


def field_of(name: str) -> str | None:
    """The field that a name means, None where it means none."""
    return _FIELD_OF.get(_plain(name))


def _mapped(
    header: Sequence[str], mapped: Mapping[str, str]
) -> tuple[dict[str, str], list[Problem]]:
    by_name: dict[str, str] = {}
    problems = []
    there = {_plain(name) for name in header}
    for name, meant in mapped.items():
        field = "" if not meant.strip() else field_of(meant)
        if _plain(name) not in there:
            near = did_you_mean(name, header) or f"the columns are {', '.join(header)}"
            problems.append(Problem(f"--map: there is no column {name!r}; {near}"))
        elif field is None:
            near = did_you_mean(meant, FIELDS) or f"one of {', '.join(FIELDS)}"
            problems.append(Problem(f"--map: {meant!r} is no field; {near}"))
        else:
            by_name[_plain(name)] = field
    return by_name, problems


def _unknown(name: str) -> Problem:
    if not name.strip():
        return Problem("a column has no name; give it one, or delete it")
    near = did_you_mean(_plain(name).replace(" ", "_"), FIELDS)
    shown = name if len(name) <= _LONGEST_SHOWN else name[:_LONGEST_SHOWN] + "..."
    leave_out = f'--map "{shown}=" leaves it out'
    return Problem(f"column {shown!r} is not known; {f'{near} ' if near else ''}{leave_out}")
