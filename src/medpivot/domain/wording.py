"""The words for dimensions, levels, ranges, wants and counts, the same on every screen."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from medpivot.domain.dimensions import CLINICAL, HIGHEST_LEVEL, REGULAR_HOURS, Dimension

if TYPE_CHECKING:
    from medpivot.domain.assessment import Experiment, Want
    from medpivot.domain.roles import Range

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

NAMES: Final[Mapping[Dimension, str]] = {
    "clinical": "clinical time",
    "regular-hours": "regular hours",
    "students": "work with students",
    "residents": "work with residents",
    "hands-on": "hands-on teaching",
    "design": "course and exam design",
    "scholarship": "research and writing",
    "leadership": "leadership work",
}
"""What each dimension is called inside a sentence."""

AMOUNTS: Final = ("none", "a little", "some", "a lot", "most of the job")
"""The levels 0 to 4 of the six dimensions that say how much of something a job holds."""

HOURS: Final = (
    "hours at any time",
    "many nights or weekends",
    "some nights or weekends",
    "mostly regular hours",
    "no nights or weekends",
)
"""The levels 0 to 4 of regular hours."""

_MOSTLY: Final[Mapping[Dimension, str]] = {
    "students": "is nearly all work with students",
    "residents": "is nearly all work with residents",
    "hands-on": "is mostly hands-on teaching",
    "design": "is mostly course and exam design",
    "scholarship": "is mostly research and writing",
    "leadership": "is mostly leading people and programs",
}

_OFFERS: Final[Mapping[tuple[int, int], str]] = {
    (0, 0): "has no {}",
    (0, 1): "has little or no {}",
    (0, 2): "has some {} at most",
    (0, 3): "has anything from no {} to a lot of it",
    (0, 4): "has anything from no {} to little else",
    (1, 1): "has a little {}",
    (1, 2): "has a modest amount of {}",
    (1, 3): "has anything from a little {} to a lot of it",
    (1, 4): "has anything from a little {} to little else",
    (2, 2): "has some {}",
    (2, 3): "has a fair amount of {}",
    (2, 4): "has some {} or a great deal of it",
    (3, 3): "has a lot of {}",
    (3, 4): "has a lot of {}, and in some posts little else",
}


def level_words(dimension: Dimension, level: float) -> str:
    """A level in words: `some`, `no nights or weekends`, `40 percent of the week`."""
    if dimension == CLINICAL:
        return f"{level:.0f} percent of the week"
    return (HOURS if dimension == REGULAR_HOURS else AMOUNTS)[_nearest(level)]


def range_words(dimension: Dimension, offered: "Range") -> str:
    """What a role offers, for a table: `a little to some`, `20 to 50 percent of the week`."""
    low, high = level_words(dimension, offered.low), level_words(dimension, offered.high)
    if low == high:
        return low
    if dimension == CLINICAL:
        return f"{offered.low:.0f} to {high}"
    return f"{low} to {high}"


def offer(dimension: Dimension, offered: "Range", *, short: bool = False) -> str:
    """What a role offers, as the end of a sentence that begins with "this role".

    With `short` the sentence says that it is less than was asked for ("has only some ...").
    """
    if dimension == CLINICAL:
        low, high = f"{offered.low:.0f}", f"{offered.high:.0f}"
        return (
            f"is usually {f'about {low}' if low == high else f'{low} to {high}'} percent clinical"
        )
    least, most = _nearest(offered.low), _nearest(offered.high)
    if dimension == REGULAR_HOURS:
        apart = f"ranges from {HOURS[least]} to {HOURS[most]}"
        return f"has {HOURS[least]}" if least == most else apart
    if least == HIGHEST_LEVEL:
        return _MOSTLY[dimension]
    said = _OFFERS[least, most].format(NAMES[dimension])
    narrow = least > 0 and most - least <= 1 and most < HIGHEST_LEVEL
    return said.replace("has ", "has only ", 1) if short and narrow else said


def wanted_words(want: "Want") -> str:
    """What a person wants on one dimension: `a lot or more`, `some at most`, `not said`."""
    if want.level is None or want.direction is None:
        return "not said"
    level = level_words(want.dimension, want.level)
    if want.dimension == CLINICAL:
        return f"about {level}"
    if want.dimension == REGULAR_HOURS:
        return level if want.level in (0, HIGHEST_LEVEL) else f"{level} or better"
    if want.direction == "exact":
        return f"{level}, no more and no less"
    if want.direction == "at-least":
        return level if want.level >= HIGHEST_LEVEL else f"{level} or more"
    said = level if want.level <= 0 else f"{level} at most"
    return f"{said} (assumed)" if want.origin == "assumed" else said


def doubt_words(one: "Experiment") -> str:
    """Which part of the role an experiment is about, and why that part, as a sentence."""
    part = NAMES[one.dimension]
    return f"least sure is {part}." if one.why == "unknown" else f"the fit is weak on {part}."


def listed(names: Sequence[str], joint: str = "and") -> str:
    """The names as a phrase: `a`, `a and b`, `a, b and c`."""
    if len(names) < 2:  # noqa: PLR2004
        return "".join(names)
    return f"{', '.join(names[:-1])} {joint} {names[-1]}"


def capital(sentence: str) -> str:
    """The sentence with its first letter large and the rest as it is."""
    return sentence[:1].upper() + sentence[1:]


def uncapital(label: str) -> str:
    """A label inside a sentence: its first letter small, unless an abbreviation begins it."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _nearest(level: float) -> int:
    return min(HIGHEST_LEVEL, max(0, int(level + 0.5)))


def number(count: int) -> str:
    """A count in words up to ten, in figures above."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def plural(count: int, one: str, many: str = "") -> str:
    """`one drain`, `two drains`: the count in words with the right form of the noun."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"
