"""An activity as labelled words, and what an edit changed in them; loads nothing for screens."""

from collections.abc import Iterator
from typing import Final

from medpivot.domain.activities import Activity, Vocabulary
from medpivot.domain.day_words import in_words
from medpivot.domain.what_counts import standing, with_learners
from medpivot.show.log_words import (
    ENERGY,
    NOT_NOTED,
    figure,
    label,
    rating_words,
    shortened,
    signed,
)
from medpivot.show.out import one_line

QUOTES: Final = "quotes"
"""The label under which the quotes stand."""

_LONGEST_CHANGE: Final = 70

_NO_DOMAIN: Final = {
    "other": "other work, kept for comparison only",
    "learned": "none: what you took as a learner counts as no teaching",
}


def noted(one: Activity, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Everything about an activity but its title, what is not noted named as that."""
    levels = ", ".join(label(level, vocabulary.levels) for level in one.levels)
    shareable = sum(quote.shareable for quote in one.quotes)
    return [
        ("date", in_words(one.date)),
        ("kind", label(one.kind, vocabulary.kinds)),
        (
            "domain",
            _NO_DOMAIN.get(standing(one, vocabulary)) or label(one.domain, vocabulary.domains),
        ),
        ("your part", label(one.role, vocabulary.roles) if one.role else NOT_NOTED),
        ("where", one.setting or NOT_NOTED),
        ("reach", label(one.reach, vocabulary.reaches) if one.reach else NOT_NOTED),
        ("learners", _learners(one.learners, levels)),
        ("hours", _hours(one, vocabulary)),
        ("rating", rating_words(one.rating) if one.rating else NOT_NOTED),
        (
            "energy",
            NOT_NOTED if one.energy is None else f"{signed(one.energy)}, {ENERGY[one.energy]}",
        ),
        (QUOTES, f"{len(one.quotes)} kept, {shareable or 'none'} to be shared")
        if one.quotes
        else (QUOTES, NOT_NOTED),
        ("changed since", one.changed or NOT_NOTED),
        ("evidence", one.evidence or NOT_NOTED),
        ("milestone", one.milestone or NOT_NOTED),
    ]


def changes(old: Activity, new: Activity, vocabulary: Vocabulary) -> Iterator[str]:
    """What is noted now where it was otherwise before, a line each; the title left aside."""
    before = dict(noted(old, vocabulary))
    for name, now in noted(new, vocabulary):
        if now != before[name]:
            yield f"{name}: {shortened(one_line(now), _LONGEST_CHANGE)}"


def _learners(count: int | None, levels: str) -> str:
    if count is None and not levels:
        return NOT_NOTED
    known = "number not noted" if count is None else f"{count:,}"
    return f"{known}; {levels or 'level not noted'}"


def _hours(one: Activity, vocabulary: Vocabulary) -> str:
    if one.contact_hours is None and one.prep_hours is None:
        return NOT_NOTED
    spent = "contact" if with_learners(one, vocabulary) else "without learners"
    spent = "as a learner" if standing(one, vocabulary) == "learned" else spent
    return f"{_of(one.contact_hours, spent)}, {_of(one.prep_hours, 'preparation')}"


def _of(hours: float | None, what: str) -> str:
    """`1.5 contact`, `preparation not noted`."""
    return f"{what} {NOT_NOTED}" if hours is None else f"{figure(hours)} {what}"
