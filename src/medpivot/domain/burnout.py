"""When the answer to the burnout question asks for more than the next question.

The item is the single one of the Physician Work Life Study (Dolan, J Gen Intern Med 2015;30:582),
1 to 5. That 5 calls for help at once and 4 for a quieter word is the wording of the item itself,
taken at its word; it is no diagnosis.
"""

from typing import Final, Literal, TypeAlias

Need: TypeAlias = Literal["page", "line", "none"]
"""The whole support page, a quiet line that points to it, or nothing."""

BURNOUT: Final = "burnout-level"
WORST: Final = 5
SEVERE: Final = 4


def support_need(level: float | None) -> Need:
    """How much of where to turn is shown for a level of 1 to 5; None is a skipped question."""
    if level is None or level < SEVERE:
        return "none"
    return "page" if level >= WORST else "line"
