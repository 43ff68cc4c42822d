"""The eight dimensions on which what a person wants is held against what a role is."""

from typing import Final, Literal, TypeAlias

Dimension: TypeAlias = Literal[
    "clinical",
    "regular-hours",
    "students",
    "residents",
    "hands-on",
    "design",
    "scholarship",
    "leadership",
]

CLINICAL: Final = "clinical"
REGULAR_HOURS: Final = "regular-hours"
LEADERSHIP: Final = "leadership"

PULLED: Final[tuple[Dimension, ...]] = (
    "students",
    "residents",
    "hands-on",
    "design",
    "scholarship",
    "leadership",
)
"""The six dimensions whose wanted level comes from the pulls of choices, not from a question."""

DIMENSIONS: Final[tuple[Dimension, ...]] = ("clinical", "regular-hours", *PULLED)
"""All eight, in the order they are shown."""

HIGHEST_LEVEL: Final = 4
"""Levels run from 0 to 4; `clinical` is a percent of the week, 0 to 100."""
