"""`data/sources.toml`: the references that facts in the data point to."""

from collections.abc import Mapping
from types import MappingProxyType

from pydantic import Field

from medpivot.domain.roles import Source
from medpivot.errors import BrokenFile
from medpivot.reading.strict import Strict, bad_ids, checked
from medpivot.reading.toml import parse

NAME = "sources.toml"


class _Source(Strict):
    title: str
    where: str
    year: int = Field(ge=1950, le=2100)
    checked: str = ""
    note: str = ""


class _File(Strict):
    schema_: int = Field(alias="schema")
    source: dict[str, _Source]


def read_sources(data: bytes) -> Mapping[str, Source]:
    """The sources by id.

    Raises:
        BrokenFile: all problems of the file.
    """
    table = checked(_File, parse(data, NAME), NAME, data)
    problems = bad_ids(table.source, "source")
    if problems:
        raise BrokenFile(NAME, problems)
    return MappingProxyType(
        {
            key: Source(key, one.title, one.where, one.year, one.checked, one.note)
            for key, one in table.source.items()
        }
    )
