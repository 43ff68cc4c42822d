"""When the answer to the burnout question asks for more than the next question.

The item is the single one of the Physician Work Life Study (Dolan, J Gen Intern Med 2015;30:582),
1 to 5. That 5 calls for help at once and 4 for a quieter word is the wording of the item itself,
taken at its word; it is no diagnosis.
"""

from typing import Final, Literal, TypeAlias

Need: TypeAlias = Literal["page", "line", "none"]
"""The whole support page, a quiet line that points to it, or nothing."""

BURNOUT: Final = "burnout-level"
LEVEL_UNKNOWN: Final = "No level counted."
"""What is said of the burnout level, which "k of n questions answered" leaves apart."""

WORST: Final = 5
SEVERE: Final = 4


def level_words(level: float | None, *, not_now: bool) -> str:
    """What the level changed in a result, and how to give another."""
    if level is None:
        return LEVEL_UNKNOWN
    if level < SEVERE:
        return "The level changed nothing."
    changed = (
        "put relief first"
        if not_now
        else f"changed nothing (relief first: {WORST}, or {SEVERE} with rest)"
    )
    return f"The level {changed}; to answer again: medpivot assess --ask {BURNOUT}."


def support_need(level: float | None) -> Need:
    """How much of where to turn is shown for a level of 1 to 5; None is a skipped question."""
    if level is None or level < SEVERE:
        return "none"
    return "page" if level >= WORST else "line"
