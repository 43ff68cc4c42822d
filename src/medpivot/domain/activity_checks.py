"""What an activity may hold. Every problem of an activity is found at once, none is corrected."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final, TypeGuard

from medpivot.domain.activities import Activity, Rating, Vocabulary, Word
from medpivot.domain.closest import did_you_mean
from medpivot.domain.day_words import in_words
from medpivot.errors import Problem

LONGEST_TEXT: Final = 20_000
"""Characters of one text; more is a file, and belongs beside the log as evidence."""

USUAL_SCALE: Final = 5
"""The top of a rating scale nobody named: five-point forms are by far the most common."""

LOWEST_RATING: Final = 1
"""Scales begin at 1."""

ENOUGH_RATERS: Final = 4
"""Below it a rating proves little: a promotion committee counts one only from more than three
evaluations (University of Pennsylvania, Perelman School of Medicine, promotion guidelines)."""

_LARGEST: Final = 1e15
_NUMBER_TYPES: Final = (int, float)
_LONGEST_WORD: Final = 40
_FEW_CHOICES: Final = 12
"""So many words can all be named in one line, beside the nearest one."""

_FEW_NEAR: Final = 3
"""So many are offered for a word that several are also called by."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The smallest and largest number that is no slip of the finger; `whole`: without fraction."""

    low: float
    high: float
    whole: bool = False
    unit: str = ""


NUMBERS: Final[Mapping[str, Limits]] = MappingProxyType(
    {
        "learners": Limits(0, 10_000, whole=True, unit="learners"),
        # an entry may stand for a whole block or course
        "contact_hours": Limits(0, 200, unit="hours"),
        "prep_hours": Limits(0, 500, unit="hours"),
        "energy": Limits(-2, 2, whole=True),
        "rating.raters": Limits(1, 10_000, whole=True, unit="raters"),
        "rating.scale": Limits(2, 100, whole=True),
    }
)
"""By key of an entry. Never made narrower: entries that were allowed once must stay readable."""


def is_number(value: object) -> TypeGuard[float]:
    """Is it a number that can be reckoned with: not infinite, not absurdly large, not a bool?"""
    return type(value) in _NUMBER_TYPES and -_LARGEST < value < _LARGEST  # type: ignore[operator]


def number_problem(key: str, value: object) -> str:
    """Why `value` cannot stand under that key of `NUMBERS`; empty when it can."""
    limits = NUMBERS[key]
    if not is_number(value):
        return "is not a number"
    if limits.whole and value != int(value):
        return f"{value:g} is not a whole number"
    if not limits.low <= value <= limits.high:
        unit = f" {limits.unit}" if limits.unit else ""
        return f"{value:,g} is outside {limits.low:g} to {limits.high:,g}{unit}"
    return ""


def check_activity(activity: Activity, vocabulary: Vocabulary, today: date) -> list[Problem]:
    """All that is wrong with the activity, by key of an entry (`rating.mean` inside the rating).

    The date may not lie after `today`: the log holds what was done. Unknown words of the
    vocabulary come with the nearest known ones.
    """
    return [
        Problem(what, key=key)
        for key, what in (
            *_date_problems(activity.date, today),
            *_text_problems(activity),
            *_word_problems(activity, vocabulary),
            *_number_problems(activity),
            *(_rating_problems(activity.rating) if activity.rating else ()),
        )
    ]


def _date_problems(day: date, today: date) -> Iterator[tuple[str, str]]:
    if day > today:
        ahead = f"{in_words(day)} is still to come (today is {in_words(today)})"
        yield "date", f"{ahead}; the log holds what was done, the plan what is ahead"


def _text_problems(activity: Activity) -> Iterator[tuple[str, str]]:
    texts = [
        ("title", activity.title),
        ("setting", activity.setting),
        *(("quotes", quote.text) for quote in activity.quotes),
        ("changed", activity.changed),
        ("evidence", activity.evidence),
        ("milestone", activity.milestone),
    ]
    for key, text in texts:
        if text is None:
            continue
        if not text.strip():
            yield key, "is empty"
        elif len(text) > LONGEST_TEXT:
            yield key, f"is {len(text):,} characters long; at most {LONGEST_TEXT:,} are kept"


def _word_problems(activity: Activity, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    yield from _unknown("kind", activity.kind, vocabulary.kinds)
    # without a kind the domain is not settled either, and one problem says it
    if activity.domain or activity.kind in vocabulary.kinds:
        yield from _unknown("domain", activity.domain, vocabulary.domains)
    yield from _unknown("role", activity.role, vocabulary.roles)
    yield from _unknown("reach", activity.reach, vocabulary.reaches)
    for level in activity.levels:
        yield from _unknown("levels", level, vocabulary.levels)


def _unknown(key: str, word: str | None, known: Mapping[str, Word]) -> Iterator[tuple[str, str]]:
    if word is None or word in known:
        return
    choices = f"the choices are {', '.join(known)}"
    if not word.strip():
        yield key, f"is missing; {choices}"
        return
    near = did_you_mean(word[:_LONGEST_WORD], known) or _by_its_words(word, known)
    shown = word if len(word) <= _LONGEST_WORD else word[:_LONGEST_WORD] + "..."
    if near and len(known) <= _FEW_CHOICES:
        near = f"{near} The choices are {', '.join(known)}"
    yield key, f"'{shown}' is not a choice; {near or choices}"


def _by_its_words(word: str, known: Mapping[str, Word]) -> str:
    """`did you mean bedside-teaching?` for `ward`, a word of what else it is called; or nothing."""
    typed = set(word.casefold().replace("-", " ").split())
    near = [
        one.id
        for one in known.values()
        if typed & set(" ".join((one.label.casefold(), *one.also)).split())
    ]
    return f"did you mean {' or '.join(near[:_FEW_NEAR])}?" if near else ""


def _number_problems(activity: Activity) -> Iterator[tuple[str, str]]:
    numbers = {
        "learners": activity.learners,
        "contact_hours": activity.contact_hours,
        "prep_hours": activity.prep_hours,
        "energy": activity.energy,
    }
    for key, value in numbers.items():
        if value is not None and (problem := number_problem(key, value)):
            yield key, problem


def _rating_problems(rating: Rating) -> Iterator[tuple[str, str]]:
    if rating.raters is not None and (problem := number_problem("rating.raters", rating.raters)):
        yield "rating.raters", problem
    if problem := number_problem("rating.scale", rating.scale):
        yield "rating.scale", problem
        return
    means = {"mean": rating.mean, "before": rating.before, "peer_mean": rating.peer_mean}
    for name, mean in means.items():
        if mean is not None and (problem := rating_problem(mean, rating.scale)):
            yield f"rating.{name}", problem


def rating_problem(mean: float, scale: float) -> str:
    """Why that mean cannot stand on a scale from 1 to `scale`; empty when it can."""
    if LOWEST_RATING <= mean <= scale:
        return ""
    other = " unless another scale is named, such as 9 or 10" if scale == USUAL_SCALE else ""
    return f"{mean:g} is outside the scale, {LOWEST_RATING} to {scale:g}{other}"


def too_few_raters(rating: Rating) -> bool:
    """Is the number of raters known, and under `ENOUGH_RATERS`?"""
    return rating.raters is not None and rating.raters < ENOUGH_RATERS
