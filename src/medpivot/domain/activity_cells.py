"""An activity as the cells of one row of a spreadsheet, and back, with nothing lost on the way.

A text that a spreadsheet would take for a formula gets an apostrophe in front, which is taken off
again on the way back (the advice of OWASP on CSV injection).
"""

import json
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from medpivot.domain.activities import Activity, Quote

NUMERIC: Final = (
    "learners",
    "contact_hours",
    "prep_hours",
    "rating_mean",
    "rating_raters",
    "rating_scale",
    "rating_before",
    "rating_peer_mean",
    "energy",
)
FIELDS: Final = (
    *("date", "title", "kind", "domain", "role", "setting", "reach", "levels"),
    *NUMERIC,
    *("quotes", "share_quotes", "changed", "evidence", "milestone", "id"),
)
"""The columns of an exported log, in their order."""

EXTRA: Final = "extra"
"""The column for keys of other versions, as JSON; written only where an activity has some."""

EXAMPLE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "date": "2026-01-31",
        "title": "EXAMPLE, write over it: sepsis talk for interns",
        "kind": "lecture",
        "domain": "teaching",
        "role": "sole",
        "setting": "University hospital",
        "reach": "local",
        "levels": "intern, resident",
        "learners": "12",
        "contact_hours": "1",
        "prep_hours": "2.5",
        "rating_mean": "4.5",
        "rating_raters": "9",
        "rating_scale": "5",
        "rating_before": "4.1",
        "energy": "1",
        "quotes": "Clear and short",
        "share_quotes": "yes",
        "changed": "The order set is used on two wards",
    }
)
"""The row of a file to fill in; it is never taken for something that happened."""

_FORMULA: Final = re.compile(r"'*[=+\-@\t\r\n]")
_GUARDED: Final = re.compile(r"'+[=+\-@\t\r\n]")
_TRUE: Final = ("yes", "y", "true", "x", "1")
_FALSE: Final = ("", "no", "n", "false", "0")


def cells_of(activity: Activity) -> dict[str, str]:
    """The cells of an activity by field, empty where nothing was noted."""
    rating = activity.rating
    values: dict[str, object] = {
        "date": activity.date.isoformat(),
        "title": activity.title,
        "kind": activity.kind,
        "domain": activity.domain,
        "role": activity.role,
        "setting": activity.setting,
        "reach": activity.reach,
        "levels": _listed(activity.levels),
        "learners": activity.learners,
        "contact_hours": activity.contact_hours,
        "prep_hours": activity.prep_hours,
        "rating_mean": rating and rating.mean,
        "rating_raters": rating and rating.raters,
        "rating_scale": rating and rating.scale,
        "rating_before": rating and rating.before,
        "rating_peer_mean": rating and rating.peer_mean,
        "energy": activity.energy,
        **_quote_cells(activity.quotes),
        "changed": activity.changed,
        "evidence": activity.evidence,
        "milestone": activity.milestone,
        "id": activity.id,
        EXTRA: json.dumps(dict(activity.extra), ensure_ascii=False) if activity.extra else None,
    }
    return {field: _cell(value) for field, value in values.items()}


def guarded(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would run it."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """What `guarded` was given."""
    return cell[1:] if _GUARDED.match(cell) else cell


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case str():
            return guarded(value)
        case float():
            # never with an exponent, which not every spreadsheet reads
            return format(Decimal(repr(value)), "f")
        case _:
            return str(value)


def _listed(levels: Sequence[str]) -> str:
    plain = all(one and one == one.strip() and not set(one) & set(",;[\n") for one in levels)
    return ", ".join(levels) if plain else json.dumps(levels, ensure_ascii=False)


def _quote_cells(quotes: Sequence[Quote]) -> dict[str, str]:
    """One quote a line, and whether each may be shared; as JSON where a quote has lines itself."""
    if any(not one.text.strip() or set(one.text) & set("\r\n") for one in quotes) or (
        quotes and quotes[0].text.startswith("[")
    ):
        table = [{"text": one.text, "shareable": one.shareable} for one in quotes]
        return {"quotes": json.dumps(table, ensure_ascii=False), "share_quotes": ""}
    said = [("yes" if one.shareable else "no") for one in quotes]
    share = said[:1] if len(set(said)) == 1 else said
    return {"quotes": "\n".join(one.text for one in quotes), "share_quotes": "\n".join(share)}


def levels_in(cell: str) -> tuple[str, ...]:
    """The learner levels that a cell names, with commas or semicolons between them."""
    if cell.startswith("["):
        listed = _json(cell)
        if isinstance(listed, list) and all(isinstance(one, str) for one in listed):
            return tuple(listed)
    return tuple(one.strip() for one in re.split("[,;\n]", cell) if one.strip())


def quotes_in(cell: str, share: str) -> tuple[Quote, ...]:
    """The quotes of a cell, a line each; `share` says yes or no for all of them or line by line.

    Raises:
        ValueError: `share` says something else, or not as often as there are quotes.
    """
    if cell.startswith("[{"):
        return _quotes_from_json(cell)
    texts = [line for line in re.split("\r?\n", cell) if line.strip()]
    said = [_yes_or_no(line) for line in re.split("\r?\n", share.strip())]
    if len(said) not in (1, len(texts)):
        raise ValueError(f"says yes or no {len(said)} times for {len(texts)} quotes")
    shares = said * len(texts) if len(said) == 1 else said
    return tuple(Quote(text, one) for text, one in zip(texts, shares, strict=True))


def _yes_or_no(text: str) -> bool:
    word = text.strip().casefold()
    if word not in _TRUE + _FALSE:
        raise ValueError(f"'{text.strip()[:40]}' is neither yes nor no")
    return word in _TRUE


def _quotes_from_json(cell: str) -> tuple[Quote, ...]:
    table = _json(cell)
    if not isinstance(table, list) or not all(
        isinstance(one, dict) and isinstance(one.get("text"), str) for one in table
    ):
        raise ValueError("is not a list of quotes")
    return tuple(Quote(one["text"], one.get("shareable") is True) for one in table)


def extra_in(cell: str) -> Mapping[str, object]:
    """The keys of other versions that a cell holds.

    Raises:
        ValueError: it is no table, or holds keys that have a column of their own.
    """
    table = _json(cell) if cell else {}
    if not isinstance(table, dict):
        raise ValueError("is not a table in JSON")
    known = sorted(table.keys() & {*FIELDS, EXTRA, "rating"})
    if known:
        raise ValueError(f"holds {', '.join(known)}, which has a column of its own")
    return MappingProxyType(table)


def _json(cell: str) -> object:
    try:
        return json.loads(cell)
    except (ValueError, RecursionError):
        return None
