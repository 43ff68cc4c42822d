"""Keys of the person's own files that this version does not know: kept, and named once."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from medpivot.domain.closest import did_you_mean


def unknown_keys(table: BaseModel, name: str) -> list[str]:
    """A warning for each unknown key of a `Lenient` table and the tables in it, in file order."""
    return [
        f"{name}: {place}{key} is not a known key; it is kept. {near}".strip()
        for place, key, near in _unknown(table, ())
    ]


def _unknown(table: BaseModel, path: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    fields = type(table).model_fields
    known = [one.alias or key for key, one in fields.items()]
    place = f"[{'.'.join(path)}] " if path else ""
    for key in table.model_extra or {}:
        yield place, key, did_you_mean(key, known)
    for key, one in fields.items():
        yield from _inside(getattr(table, key), (*path, one.alias or key))


def _inside(value: object, path: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    if isinstance(value, BaseModel):
        yield from _unknown(value, path)
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _inside(one, (*path, str(key)))
