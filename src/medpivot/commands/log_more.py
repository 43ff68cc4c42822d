"""What may be added after the five questions of `medpivot log`: hours, who learned, a rating."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final, TypeAlias

from medpivot.asking.prompts import SKIP, Around, Mark, ask_many, ask_one, ask_text
from medpivot.domain.activities import Vocabulary
from medpivot.domain.typed_activity import Typed
from medpivot.show.log_words import label

Check: TypeAlias = Callable[[str, Typed], str]
"""What is wrong with that key of what was typed, as a sentence; nothing wrong is empty."""

_ALL: Final = "all"
_HOURS: Final = "hours"
_LEVELS: Final = "levels"
_RATING: Final = "rating"
_NOTHING: Final = "Enter alone: not noted"


def ask_more(
    typed: Typed,
    vocabulary: Vocabulary,
    place: str,
    check: Check,
    begun: Callable[[Typed], None],
) -> Typed | Mark:
    """What was typed with one thing more, `SKIP` when that is all, or `BACK`.

    A rating is two questions: `begun` is told of the first before the second is asked.

    Raises:
        Interrupted: on Ctrl-C and Ctrl-D.
    """
    levels = ", ".join(label(one, vocabulary.levels) for one in typed.levels)
    choices = [
        (_ALL, "That is all: log it"),
        (_HOURS, _with("Contact hours", typed.contact_hours)),
        (_LEVELS, _with("Who learned", levels)),
        (_RATING, _with("A rating by the learners", typed.mean)),
    ]
    chosen = ask_one(
        "Add hours, who learned or a rating?",
        choices,
        _ALL,
        allow_back=True,
        around=Around(place=place, silent=True),
    )
    match chosen:
        case "hours":
            return _hours(typed, check)
        case "levels":
            return _levels(typed, vocabulary)
        case "rating":
            return _rating(typed, check, begun)
    return chosen if isinstance(chosen, Mark) else SKIP


def _with(name: str, noted: str | None) -> str:
    return f"{name}: {noted}" if noted else name


def _hours(typed: Typed, check: Check) -> Typed:
    hours = ask_text(
        "How many contact hours?",
        typed.contact_hours or "",
        allow_back=True,
        check=lambda raw: check("contact_hours", replace(typed, contact_hours=raw)),
        around=Around(help="Such as 1.5 for an hour and a half.", empty=_NOTHING),
    )
    return typed if isinstance(hours, Mark) else replace(typed, contact_hours=hours.strip() or None)


def _levels(typed: Typed, vocabulary: Vocabulary) -> Typed:
    levels = ask_many(
        "Who learned?",
        [(one.id, one.label) for one in vocabulary.levels.values()],
        typed.levels,
        allow_back=True,
    )
    return typed if isinstance(levels, Mark) else replace(typed, levels=levels)


def _rating(typed: Typed, check: Check, begun: Callable[[Typed], None]) -> Typed:
    """The mean and by how many; going back leaves the rating as it was."""

    def understood(raw: str) -> Typed:
        mean, _, scale = (part.strip() for part in raw.partition("/"))
        return replace(typed, mean=mean or None, scale=scale or None)

    def problem(raw: str) -> str:
        new = understood(raw)
        return check("rating.scale", new) or check("rating.mean", new)

    old = f"{typed.mean or ''}{f'/{typed.scale}' if typed.scale else ''}"
    raw = ask_text(
        "What was the mean rating?",
        old,
        allow_back=True,
        check=problem,
        around=Around(help="On a scale of 1 to 5; on another one, such as 8.1/9.", empty=_NOTHING),
    )
    if isinstance(raw, Mark):
        return typed
    new = understood(raw)
    if new.mean is None:
        return replace(typed, mean=None, scale=None, raters=None)
    begun(new)
    raters = ask_text(
        "How many rated?",
        typed.raters or "",
        allow_back=True,
        check=lambda raw: check("rating.raters", replace(new, raters=raw)),
        around=Around(help="From four on it counts as evidence.", empty=_NOTHING),
    )
    return typed if isinstance(raters, Mark) else replace(new, raters=raters.strip() or None)
