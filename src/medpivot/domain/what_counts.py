"""What an entry of the log counts as, and which of its hours were hours with learners.

One rule for every page: `portfolio.toml` says of each kind whether it is education work, whether
learners are there, and whether one was the learner oneself, which a role can say as well.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from medpivot.domain.activities import Activity, Vocabulary

Standing: TypeAlias = Literal["work", "learned", "other"]
"""Education work, something one learned oneself, or other work kept for comparison."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum over the `n` entries that say it; `total` is None where none does."""

    n: int
    total: float | None


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours with learners, of `entries` in which there were any, and the `others` without."""

    entries: int
    learners: Sum
    others: Sum


def standing(one: Activity, vocabulary: Vocabulary) -> Standing:
    """What an entry counts as; a kind that is not known any more is education work."""
    kind, role = vocabulary.kinds.get(one.kind), vocabulary.roles.get(one.role or "")
    if kind and not kind.education:
        return "other"
    if (kind and kind.learner) or (role and role.learner):
        return "learned"
    return "work"


def told_apart(
    activities: Iterable[Activity], vocabulary: Vocabulary
) -> Mapping[Standing, list[Activity]]:
    """The entries by what they count as, each oldest first."""
    found: dict[Standing, list[Activity]] = {"work": [], "learned": [], "other": []}
    for one in sorted(activities, key=lambda one: one.date):
        found[standing(one, vocabulary)].append(one)
    return found


def standing_so(
    activities: Iterable[Activity], vocabulary: Vocabulary, wanted: Standing
) -> list[Activity]:
    """The entries that count as that, oldest first."""
    return told_apart(activities, vocabulary)[wanted]


def with_learners(one: Activity, vocabulary: Vocabulary) -> bool:
    """Were its hours hours with learners? Neither in a committee nor in a course one took."""
    return standing(one, vocabulary) == "work" and _in_contact(one, vocabulary)


def _in_contact(one: Activity, vocabulary: Vocabulary) -> bool:
    kind = vocabulary.kinds.get(one.kind)
    return kind is None or kind.contact


def hours(entries: Iterable[Activity], vocabulary: Vocabulary) -> Hours:
    """The hours of education work, those with learners and those without each added up."""
    there: list[float | None] = []
    apart: list[float | None] = []
    for one in entries:
        if standing(one, vocabulary) == "work":
            (there if _in_contact(one, vocabulary) else apart).append(one.contact_hours)
    return Hours(len(there), added_up(there), added_up(apart))


def added_up(values: Iterable[float | None]) -> Sum:
    """The sum of those that are there; what was not noted never counts as zero."""
    known = [value for value in values if value is not None]
    return Sum(len(known), round(sum(known), 2) if known else None)
