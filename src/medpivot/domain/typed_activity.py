"""An activity as somebody types it, field by field, understood without guessing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, TypeVar

from medpivot.domain.activities import Activity, Quote, Rating, Vocabulary, Word
from medpivot.domain.activity_checks import USUAL_SCALE, check_activity
from medpivot.domain.closest import did_you_mean
from medpivot.domain.dates import parse_date
from medpivot.domain.harmless import quoted
from medpivot.domain.typed_numbers import with_point, without_hours
from medpivot.errors import Problem

_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """The fields of an activity by their keys, in the person's characters; None was left out.

    `levels` and `quotes` are added to those there are. `shareable` is for all the quotes given,
    or for all there are when none is given. `clear` names keys to take back first.
    """

    title: str | None = None
    date: str | None = None
    kind: str | None = None
    domain: str | None = None
    role: str | None = None
    setting: str | None = None
    reach: str | None = None
    levels: tuple[str, ...] = ()
    learners: str | None = None
    contact_hours: str | None = None
    prep_hours: str | None = None
    mean: str | None = None
    raters: str | None = None
    scale: str | None = None
    before: str | None = None
    peer_mean: str | None = None
    energy: str | None = None
    quotes: tuple[str, ...] = ()
    shareable: bool | None = None
    changed: str | None = None
    evidence: str | None = None
    milestone: str | None = None
    clear: tuple[str, ...] = ()


CLEARABLE: Final = {
    "role": "role",
    "setting": "setting",
    "reach": "reach",
    "level": "levels",
    "learners": "learners",
    "hours": "contact_hours",
    "prep": "prep_hours",
    "rating": "rating",
    "raters": "raters",
    "before": "before",
    "peer-mean": "peer_mean",
    "energy": "energy",
    "quote": "quotes",
    "changed": "changed",
    "evidence": "evidence",
    "milestone": "milestone",
}
"""What can be taken back, by the word for it; every entry keeps title, date, kind and domain."""

_INSIDE_RATING: Final = ("raters", "before", "peer_mean")
_SIGNS: Final = ("+", "-")
_LONGEST_NUMBER: Final = 25


def new_activity(
    activity_id: str, typed: Typed, vocabulary: Vocabulary, today: date
) -> tuple[Activity, list[Problem]]:
    """The activity that was typed, and all its problems; the date is today where none was given."""
    blank = Activity(id=activity_id, date=today, title="", kind="", domain="")
    activity, problems = _apply(typed, blank, vocabulary, today)
    return activity, problems + _not_yet_named(
        check_activity(activity, vocabulary, today), problems
    )


def changed_activity(
    activity: Activity, typed: Typed, vocabulary: Vocabulary, today: date
) -> tuple[Activity, list[Problem]]:
    """The activity with the typed fields changed, and the problems of what was changed.

    What was there before is not held against the person: only a problem that is new counts.
    """
    changed, problems = _apply(typed, activity, vocabulary, today)
    old = check_activity(activity, vocabulary, today)
    new = [one for one in check_activity(changed, vocabulary, today) if one not in old]
    return changed, problems + _not_yet_named(new, problems)


def _not_yet_named(found: list[Problem], named: list[Problem]) -> list[Problem]:
    return [one for one in found if one.key not in {problem.key for problem in named}]


def _apply(
    typed: Typed, base: Activity, vocabulary: Vocabulary, today: date
) -> tuple[Activity, list[Problem]]:
    problems: list[Problem] = []

    def read(key: str, raw: str | None, reading: Callable[[str], _Read], old: _Read) -> _Read:
        if raw is None:
            return old
        try:
            return reading(raw)
        except ValueError as refusal:
            problems.append(Problem(str(refusal), key=key))
            return old

    base = _cleared(base, typed.clear, problems)
    kind = _word(typed.kind, vocabulary.kinds) or base.kind
    activity = replace(
        base,
        title=base.title if typed.title is None else typed.title,
        date=read("date", typed.date, lambda raw: parse_date(raw, today), base.date),
        kind=kind,
        domain=_word(typed.domain, vocabulary.domains) or _domain(base, kind, vocabulary),
        role=_either(_word(typed.role, vocabulary.roles), base.role),
        setting=_either(typed.setting, base.setting),
        reach=_either(_word(typed.reach, vocabulary.reaches), base.reach),
        levels=_levels(typed.levels, base.levels, vocabulary),
        learners=read("learners", typed.learners, _whole, base.learners),
        contact_hours=read("contact_hours", typed.contact_hours, _hours, base.contact_hours),
        prep_hours=read("prep_hours", typed.prep_hours, _hours, base.prep_hours),
        rating=_rating(typed, base.rating, read, problems),
        energy=read("energy", typed.energy, _whole, base.energy),
        quotes=_quotes(typed, base.quotes),
        changed=_either(typed.changed, base.changed),
        evidence=_either(typed.evidence, base.evidence),
        milestone=_either(typed.milestone, base.milestone),
    )
    if typed.shareable is not None and not activity.quotes:
        problems.append(Problem("there is no quote to share or keep", key="quotes"))
    return activity, problems


def _either(new: str | None, old: str | None) -> str | None:
    return old if new is None else new


def _cleared(base: Activity, names: tuple[str, ...], problems: list[Problem]) -> Activity:
    for name in names:
        key = CLEARABLE.get(name)
        if key is None:
            reason = did_you_mean(name, CLEARABLE) or f"one of {', '.join(CLEARABLE)}"
            problems.append(Problem(f"{quoted(name)} cannot be cleared; {reason}", key="clear"))
        elif key in ("levels", "quotes"):
            base = replace(base, **{key: ()})  # type: ignore[arg-type]
        elif key not in _INSIDE_RATING:
            base = replace(base, **{key: None})  # type: ignore[arg-type]
        elif base.rating is not None:
            base = replace(base, rating=replace(base.rating, **{key: None}))  # type: ignore[arg-type]
    return base


def _word(typed: str | None, known: Mapping[str, Word]) -> str | None:
    """The id that was meant by an id, a label or another word for it, one or several of it.

    What is not known stays as typed.
    """
    if typed is None or typed in known:
        return typed
    plain = " ".join(typed.casefold().replace("_", " ").replace("-", " ").split())
    meant = (plain, plain.removesuffix("s"))
    for word in known.values():
        names = (word.id, word.label.casefold(), *word.also)
        if any(name.replace("-", " ") in meant for name in names):
            return word.id
    return typed


def _domain(base: Activity, kind: str, vocabulary: Vocabulary) -> str:
    """The domain nobody named: the kind's usual one, unless another was chosen earlier."""
    old_usual = vocabulary.kinds[base.kind].domain if base.kind in vocabulary.kinds else ""
    if kind in vocabulary.kinds and base.domain in ("", old_usual):
        return vocabulary.kinds[kind].domain
    return base.domain


def _levels(
    typed: tuple[str, ...], old: tuple[str, ...], vocabulary: Vocabulary
) -> tuple[str, ...]:
    words = (one.strip() for raw in typed for one in raw.split(","))
    new = [_word(one, vocabulary.levels) or one for one in words]
    return tuple(dict.fromkeys([*old, *new]))


def _quotes(typed: Typed, old: tuple[Quote, ...]) -> tuple[Quote, ...]:
    if not typed.quotes and typed.shareable is not None:
        return tuple(replace(quote, shareable=typed.shareable) for quote in old)
    new = {text: Quote(text, shareable=typed.shareable is True) for text in typed.quotes}
    kept = [quote for quote in old if quote.text not in new]
    return (*kept, *new.values())


def _rating(
    typed: Typed,
    old: Rating | None,
    read: Callable[[str, str | None, Callable[[str], object], object], object],
    problems: list[Problem],
) -> Rating | None:
    parts = ("mean", "raters", "scale", "before", "peer_mean")
    given = {part: raw for part in parts if (raw := getattr(typed, part)) is not None}
    if not given:
        return old
    if old is None and "mean" not in given:
        problems.extend(
            Problem("says something only beside a rating; give that as well", key=f"rating.{part}")
            for part in given
        )
        return None
    start = old or Rating(mean=1, scale=USUAL_SCALE)
    values = {
        part: read(f"rating.{part}", raw, _whole if part == "raters" else _decimal, None)
        for part, raw in given.items()
    }
    understood = {part: value for part, value in values.items() if value is not None}
    if old is None and "mean" not in understood:
        return None
    return replace(start, **understood)  # type: ignore[arg-type]


def _hours(raw: str) -> float:
    if ":" in raw:
        raise ValueError(f"{quoted(raw)} is a clock time; write 1.5 for an hour and a half")
    try:
        return _decimal(without_hours(raw))
    except ValueError as refusal:
        unclear = "," in raw
        hint = "" if unclear else "; write hours as 1.5 for an hour and a half"
        raise ValueError(f"{refusal}{hint}") from None


def _decimal(raw: str) -> float:
    text = with_point(raw).strip()
    digits = (text[1:] if text.startswith(_SIGNS) else text).replace(".", "", 1)
    if "," in text:
        raise ValueError(f"{quoted(raw)} can be read in two ways; write it without a comma")
    if not digits.isascii() or not digits.isdigit() or len(digits) > _LONGEST_NUMBER:
        raise ValueError(f"{quoted(raw)} is not a number")
    value = float(text)
    return int(value) if value.is_integer() else value


def _whole(raw: str) -> int:
    value = _decimal(raw)
    if not float(value).is_integer():
        raise ValueError(f"{quoted(raw)} is not a whole number")
    return int(value)
