"""For whom a report is made, and what that reader sees."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

AudienceId: TypeAlias = Literal["self", "mentor", "partner"]
Part: TypeAlias = Literal[
    "verdict",
    "burnout",
    "drains",
    "energy",
    "own-words",
    "roles",
    "answers",
    "stability",
    "alternatives",
    "tests",
    "plan",
    "pace",
    "private-steps",
    "notes",
    "log",
    "feelings",
    "changes",
    "quotes",
    "money",
    "time",
]


@dataclass(frozen=True, slots=True)
class Audience:
    """One kind of reader: the parts on their page, and in words what is left out of it.

    `private_steps` are milestones that count as private beside those about rest and leaving.
    """

    id: AudienceId
    label: str
    title: str
    opening: str
    parts: frozenset[Part]
    left_out: tuple[str, ...]
    private_steps: frozenset[str] = frozenset()

    def sees(self, part: Part) -> bool:
        """Is that part on the page, where there is something to show?"""
        return part in self.parts


Audiences: TypeAlias = Mapping[AudienceId, Audience]
