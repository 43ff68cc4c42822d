"""`data/report/audiences.toml`: who a report is for, and what is in it."""

from collections.abc import Collection
from types import MappingProxyType
from typing import Final, get_args

from pydantic import Field

from medpivot.domain.audiences import Audience, AudienceId, Audiences, Part
from medpivot.errors import BrokenFile, Problem
from medpivot.reading.strict import Strict, checked
from medpivot.reading.toml import parse

NAME: Final = "report/audiences.toml"


class _Audience(Strict):
    label: str
    title: str
    opening: str = ""
    parts: list[Part] = Field(min_length=1)
    private_steps: list[str] = Field(default_factory=list)
    left_out: list[str] = Field(min_length=1)


class _Audiences(Strict):
    schema_: int = Field(alias="schema")
    audience: dict[AudienceId, _Audience]


def read_audiences(data: bytes, milestones: Collection[str]) -> Audiences:
    """Every audience by id; `milestones` are the ids that private steps may name.

    Raises:
        BrokenFile: all problems, an audience that is missing among them.
    """
    table = checked(_Audiences, parse(data, NAME), NAME, data)
    problems = [
        Problem("is missing", table=f"audience.{one}")
        for one in get_args(AudienceId)
        if one not in table.audience
    ]
    problems += [
        Problem(f"there is no milestone {step}", f"audience.{name}", "private_steps")
        for name, one in table.audience.items()
        for step in one.private_steps
        if step not in milestones
    ]
    if problems:
        raise BrokenFile(NAME, problems)
    return MappingProxyType(
        {
            name: Audience(
                id=name,
                label=one.label,
                title=one.title,
                opening=one.opening,
                parts=frozenset(one.parts),
                left_out=tuple(one.left_out),
                private_steps=frozenset(one.private_steps),
            )
            for name, one in table.audience.items()
        }
    )
