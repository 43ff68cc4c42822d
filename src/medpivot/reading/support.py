"""`data/support.toml`: where a physician can turn, by country."""

from pydantic import Field

from medpivot.domain.support import Country, Helpline, Support
from medpivot.errors import BrokenFile, Problem
from medpivot.reading.strict import Strict, bad_ids, checked
from medpivot.reading.toml import parse

NAME = "support.toml"


class _Country(Strict):
    name: str
    emergency: str
    note: str = ""


class _Helpline(Strict):
    country: str
    name: str
    contact: str
    hours: str
    text: str
    source: str
    checked: str
    passes_on: str = ""
    urgent: bool = False
    physicians: bool = False


class _File(Strict):
    schema_: int = Field(alias="schema")
    intro: str
    quiet_intro: str
    not_reported: str
    danger: str
    country: dict[str, _Country]
    helpline: dict[str, _Helpline]


def read_support(data: bytes) -> Support:
    """The helplines with the day each was checked.

    Raises:
        BrokenFile: all problems, a helpline of no known country among them.
    """
    table = checked(_File, parse(data, NAME), NAME, data)
    problems = bad_ids(table.country, "country") + bad_ids(table.helpline, "helpline")
    problems += [
        Problem(f"{one.country!r} is no country", f"helpline.{key}", "country")
        for key, one in table.helpline.items()
        if one.country not in table.country
    ]
    if problems:
        raise BrokenFile(NAME, problems)
    return Support(
        table.intro,
        table.quiet_intro,
        table.not_reported,
        table.danger,
        tuple(Country(key, **one.model_dump()) for key, one in table.country.items()),
        tuple(Helpline(key, **one.model_dump()) for key, one in table.helpline.items()),
    )
