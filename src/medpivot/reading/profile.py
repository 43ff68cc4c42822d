"""`profile.toml`: what a CV says of a person beyond the log."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final, Literal

from pydantic import Field, create_model

from medpivot.domain.partial_dates import PartialDate, parse_partial
from medpivot.domain.profile import COLLECTIONS, FACTS, Area, Collection, Item, Profile
from medpivot.errors import BrokenFile, Problem
from medpivot.reading.strict import SCHEMA, Lenient, bad_ids, checked
from medpivot.reading.toml import MEND_IT, parse
from medpivot.reading.unknown_keys import unknown_keys

NAME = "profile.toml"

_DATES: Final = ("from", "to", "date")
_TYPES: Final[Mapping[str, Any]] = MappingProxyType(
    {
        **dict.fromkeys(_DATES, (str | int | date | None, None)),
        "kind": (Area | None, None),
        "education": (bool | None, None),
        "notes": (list[str], Field(default_factory=list)),
    }
)


class _Entry(Lenient):
    title: str
    status: Literal["removed"] | None = None


def _entry_model(collection: Collection) -> type[_Entry]:
    """The model of one collection's entries: the keys it has, and no others."""
    keys = COLLECTIONS[collection].keys
    fields: dict[str, Any] = {
        ("from_" if key == "from" else key): _aliased(key, _TYPES.get(key, (str, "")))
        for key in keys
    }
    return create_model(f"_{collection.capitalize()}", __base__=_Entry, **fields)


def _aliased(key: str, kind: Any) -> Any:  # noqa: ANN401  (a field's definition is of any shape)
    return (kind[0], Field(default=None, alias="from")) if key == "from" else kind


def _file_model() -> type[Lenient]:
    fields: dict[str, Any] = {"schema_": (int, Field(alias="schema"))}
    fields |= dict.fromkeys(FACTS, (str, ""))
    fields |= dict.fromkeys(("approach",), (dict[str, str], Field(default_factory=dict)))
    fields["exported"] = (dict[str, date], Field(default_factory=dict))
    for one in COLLECTIONS:
        fields[one] = (dict[str, _entry_model(one)], Field(default_factory=dict))  # type: ignore[misc]
    return create_model("_Profile", __base__=Lenient, **fields)


_FILE: Final = _file_model()


def read_profile(data: bytes, name: str) -> tuple[Profile, list[str]]:
    """The profile, and a warning for each key that is not known (it is kept).

    Raises:
        BrokenFile: all problems at once.
    """
    table: Any = checked(_FILE, parse(data, name, MEND_IT), name, data, MEND_IT)
    problems: list[Problem] = []
    items: list[Item] = []
    for collection in COLLECTIONS:
        entries = getattr(table, collection)
        problems += bad_ids(entries, collection)
        for key, one in entries.items():
            items += _item(collection, key, one, problems)
    if problems:
        raise BrokenFile(name, problems, MEND_IT)
    facts = {key: getattr(table, key) for key in FACTS if getattr(table, key).strip()}
    profile = Profile(
        MappingProxyType(facts),
        MappingProxyType(dict(table.approach)),
        tuple(items),
        MappingProxyType(dict(table.exported)),
    )
    return profile, unknown_keys(table, name)


def _item(
    collection: Collection,
    key: str,
    one: Any,  # noqa: ANN401  (a model made above)
    problems: list[Problem],
) -> list[Item]:
    here = f"{collection}.{key}"
    found = len(problems)
    if not one.title.strip():
        problems.append(Problem("is empty", here, "title"))
    dates = {name: _date(here, name, one, problems) for name in _DATES}
    start, end = dates["from"] or dates["date"], dates["to"]
    if start and end and end < start:
        problems.append(Problem("lies before the beginning", here, "to"))
    if len(problems) > found:
        return []
    return [
        Item(
            collection=collection,
            id=key,
            title=one.title,
            start=start,
            end=end,
            area=getattr(one, "kind", None) or "",
            education=getattr(one, "education", None),
            notes=tuple(one.notes),
            removed=one.status == "removed",
            **{
                name: getattr(one, name, "")
                for name in ("where", "place", "role", "authors", "link", "reach")
            },
        )
    ]


def _date(here: str, key: str, one: Any, problems: list[Problem]) -> PartialDate | None:  # noqa: ANN401
    raw = getattr(one, "from_" if key == "from" else key, None)
    if raw is None:
        return None
    try:
        return parse_partial(str(raw))
    except ValueError as error:
        problems.append(Problem(str(error), here, key))
        return None


def profile_table(profile: Profile) -> dict[str, object]:
    """The profile as the table it is saved as; what is empty is left out."""
    table: dict[str, object] = {"schema": SCHEMA}
    table |= {key: profile.fact(key) or None for key in FACTS}
    table["approach"] = dict(profile.approach) or None
    table["exported"] = dict(profile.exported) or None
    for collection in COLLECTIONS:
        entries = (one for one in profile.every if one.collection == collection)
        table[collection] = {one.id: item_table(one) for one in entries} or None
    return table


def item_table(one: Item) -> dict[str, object]:
    """One entry as a table; None is what is empty."""
    first = "from" if COLLECTIONS[one.collection].spans else "date"
    return {
        "title": one.title,
        "where": one.where or None,
        "place": one.place or None,
        "role": one.role or None,
        "authors": one.authors or None,
        "kind": one.area or None,
        first: _plain(one.start),
        "to": _plain(one.end),
        "link": one.link or None,
        "reach": one.reach or None,
        "education": one.education,
        "notes": list(one.notes) or None,
        "status": "removed" if one.removed else None,
    }


def _plain(day: PartialDate | None) -> object:
    """As somebody would type it in TOML: a number, a text, or a date."""
    if day is None:
        return None
    if not day.month:
        return day.year
    return date(day.year, day.month, day.day) if day.day else str(day)
