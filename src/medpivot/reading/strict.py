"""pydantic's findings in words: every problem of a table at once, keyed on the kind of error."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from medpivot.domain.closest import did_you_mean
from medpivot.errors import BrokenFile, Problem
from medpivot.reading.toml import LEAVE_IT, line_of

SCHEMA = 1
"""The schema of every file this version writes and reads."""

ID = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")

LONGEST_SHOWN = 60

Model = TypeVar("Model", bound=BaseModel)


class Strict(BaseModel):
    """A table in which an unknown key is an error: the shipped data and answers files."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Lenient(BaseModel):
    """A table in which an unknown key is kept: the person's own files."""

    model_config = ConfigDict(extra="allow", strict=True)


def checked(
    model: type[Model],
    table: Mapping[str, object],
    name: str,
    data: bytes = b"",
    hint: str = LEAVE_IT,
) -> Model:
    """The table as a model.

    Raises:
        BrokenFile: a newer schema, a missing one, or every problem pydantic found.
    """
    check_schema(table, name, hint)
    try:
        return model.model_validate(dict(table))
    except ValidationError as error:
        found = [_problem(one, model, data) for one in error.errors()]
        raise BrokenFile(name, found, hint) from None


def check_schema(table: Mapping[str, object], name: str, hint: str = LEAVE_IT) -> None:
    """Is this a schema that this version reads?

    Raises:
        BrokenFile: it is missing, not a number or newer.
    """
    schema = table.get("schema")
    if isinstance(schema, int) and not isinstance(schema, bool) and schema > SCHEMA:
        what = f"written for schema {schema} by a newer medpivot; this one reads {SCHEMA}"
        raise BrokenFile(name, [Problem(what, key="schema")], "install the newer medpivot")
    if schema != SCHEMA or isinstance(schema, bool):
        raise BrokenFile(name, [Problem(f"schema = {SCHEMA} is needed", key="schema")], hint)


def bad_ids(tables: Mapping[str, object], kind: str) -> list[Problem]:
    """A problem for each id that is not lower-case words with hyphens."""
    what = "an id is lower-case letters, digits and single hyphens"
    return [Problem(what, table=f"{kind}.{one}") for one in tables if not ID.match(one)]


def unknown_ids(
    ids: Iterable[str], known: Collection[str], table: str, key: str = ""
) -> list[Problem]:
    """A problem for each id that is not among those known, with the nearest of them."""
    return [
        Problem(f"{one!r} is not known" + (f"; {near}" if near else ""), table, key)
        for one in ids
        if one not in known
        for near in [did_you_mean(one, known)]
    ]


def _problem(error: ErrorDetails, model: type[BaseModel], data: bytes) -> Problem:
    path = tuple(str(part) for part in error["loc"])
    what = _words(error, model, path)
    table, key = ".".join(path[:-1]), path[-1] if path else ""
    return Problem(what, table=table, key=key, line=line_of(data, path) if data else None)


_SENTENCES = {
    "missing": "is missing",
    "int_type": "a whole number is needed, not {given!r}",
    "int_from_float": "a whole number is needed, not {given!r}",
    "float_type": "a number is needed, not {given!r}",
    "string_type": "text is needed, not {given!r}",
    "bool_type": "true or false is needed, not {given!r}",
    "date_type": "a date such as 2026-11-22 (no quotes) is needed, not {given!r}",
    "date_from_datetime_inexact": "a date without a time is needed, not {given!r}",
    "list_type": "a list is needed, not {given!r}",
    "dict_type": "a table is needed, not {given!r}",
    "model_type": "a table is needed, not {given!r}",
    "literal_error": "{given!r} is not one of {expected}",
    "greater_than_equal": "{given} is less than {ge}",
    "greater_than": "{given} is not more than {gt}",
    "less_than_equal": "{given} is more than {le}",
    "less_than": "{given} is not less than {lt}",
    "finite_number": "a finite number is needed",
    "value_error": "{error}",
}


def _words(error: ErrorDetails, model: type[BaseModel], path: tuple[str, ...]) -> str:
    if error["type"] == "extra_forbidden":
        near = did_you_mean(path[-1], _keys_at(model, path[:-1]))
        return "is not a known key" + (f"; {near}" if near else "")
    sentence = _SENTENCES.get(error["type"])
    if sentence is None:
        return error["msg"]
    return sentence.format(given=_short(error.get("input")), **error.get("ctx", {}))


def _short(given: object) -> object:
    """What stood there, cut where it would fill the screen."""
    if isinstance(given, dict | list):
        return "a table" if isinstance(given, dict) else "a list"
    if isinstance(given, str) and len(given) > LONGEST_SHOWN:
        return given[:LONGEST_SHOWN] + "..."
    return given


def _keys_at(model: type[BaseModel], path: tuple[str, ...]) -> list[str]:
    """The keys known at a place: pydantic's path walked through the models' annotations."""
    here: Any = model
    for part in path:
        if isinstance(here, type) and issubclass(here, BaseModel):
            fields = {(f.alias or name): f for name, f in here.model_fields.items()}
            field = fields.get(part)
            here = _inner(field.annotation) if field else None
    if isinstance(here, type) and issubclass(here, BaseModel):
        return [field.alias or name for name, field in here.model_fields.items()]
    return []


def _inner(annotation: Any) -> Any:  # noqa: ANN401  (annotations are of any shape)
    """The model inside `X | None`, `dict[str, X]` or `list[X]`, else the annotation."""
    for one in getattr(annotation, "__args__", ()):
        found = _inner(one)
        if isinstance(found, type) and issubclass(found, BaseModel):
            return found
    return annotation
