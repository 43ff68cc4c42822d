"""Keys of the person's own files that this version does not know: all kept, likely slips named.

A key of one's own is nobody's business. One that is nearly a known key may be a slip of the hand,
and then the value would silently not count.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Final

from pydantic import BaseModel

_A_SLIP: Final = 0.8
"""How alike two keys are when one is taken for a slip of the other: `hour` and `hours`, not `mood`
and `note`. Judgment."""


def unknown_keys(table: BaseModel, name: str) -> list[str]:
    """A warning for each unknown key that is nearly a known one, in file order.

    Looked at are a `Lenient` table and the tables in it.
    """
    return [
        f"{name}: {place}{key} is not a known key; it is kept. Did you mean {near}?"
        for place, key, near in _unknown(table, ())
        if near
    ]


def _unknown(table: BaseModel, path: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    fields = type(table).model_fields
    known = [one.alias or key for key, one in fields.items()]
    place = f"[{'.'.join(path)}] " if path else ""
    for key in table.model_extra or {}:
        yield place, key, _nearly(key, known)
    for key, one in fields.items():
        yield from _inside(getattr(table, key), (*path, one.alias or key))


def _nearly(key: str, known: Sequence[str]) -> str:
    """The known key that this one is a slip of, or ""."""
    typed = key.lower().replace("-", "_").replace(" ", "_")
    by_letters = {one.replace("-", "_"): one for one in known}
    swapped = [one for one in by_letters if sorted(one) == sorted(typed)]
    near = swapped or get_close_matches(typed, by_letters, 1, _A_SLIP)
    return by_letters[near[0]] if near else ""


def _inside(value: object, path: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    if isinstance(value, BaseModel):
        yield from _unknown(value, path)
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _inside(one, (*path, str(key)))
