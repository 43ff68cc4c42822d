"""Activities as the tables they are kept and shown as: the keys of `log list --json`."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from medpivot.domain.activities import Activity, Quote, Rating
from medpivot.domain.activity_checks import (
    NUMBERS,
    USUAL_SCALE,
    is_number,
    number_problem,
    rating_problem,
)


def to_entry(activity: Activity) -> dict[str, object]:
    """The entry the log keeps: what is known, and keys of other versions as they were read."""
    known = {key: value for key, value in _table(activity).items() if value not in (None, [])}
    return known | dict(activity.extra)


def to_record(activity: Activity) -> dict[str, object]:
    """The activity with its id and every key there is; what is unknown is None."""
    return {"id": activity.id, **_table(activity)}


def from_entry(activity_id: str, entry: Mapping[str, object]) -> Activity:
    """The activity a log line holds; keys this version does not know are kept in `extra`.

    Words are not checked against the vocabulary, so that an entry outlives a word.

    Raises:
        ValueError: a key that must be there is missing, or a value is not what it should be.
    """
    values: dict[str, Any] = {}
    extra: dict[str, object] = {}
    for key, raw in entry.items():
        reading = _READINGS.get(key)
        if reading is None:
            extra[key] = raw
        elif raw is not None:
            values[key] = reading(key, raw)
    for key in _NEEDED:
        if not values.get(key):
            raise ValueError(f"{key} is missing")
    if extra:
        values["extra"] = MappingProxyType(extra)
    return Activity(id=activity_id, **values)


def _table(activity: Activity) -> dict[str, object]:
    rating = activity.rating
    return {
        "date": activity.date.isoformat(),
        "title": activity.title,
        "kind": activity.kind,
        "domain": activity.domain,
        "role": activity.role,
        "setting": activity.setting,
        "reach": activity.reach,
        "levels": list(activity.levels),
        "learners": activity.learners,
        "contact_hours": activity.contact_hours,
        "prep_hours": activity.prep_hours,
        "rating": None
        if rating is None
        else {
            "mean": rating.mean,
            "raters": rating.raters,
            "scale": rating.scale,
            "before": rating.before,
            "peer_mean": rating.peer_mean,
        },
        "energy": activity.energy,
        "quotes": [{"text": one.text, "shareable": one.shareable} for one in activity.quotes],
        "changed": activity.changed,
        "evidence": activity.evidence,
        "milestone": activity.milestone,
    }


# A log has many thousand entries, and each reading runs for each of them.


def _date(key: str, raw: object) -> date:
    if not isinstance(raw, str):
        raise ValueError(f"{key} is not a date")
    try:
        return date.fromisoformat(raw)
    except ValueError:
        raise ValueError(f"{key} '{raw[:40]}' is not a date") from None


def _text(key: str, raw: object) -> str:
    if isinstance(raw, str):
        return raw
    raise ValueError(f"{key} is not text")


def _texts(key: str, raw: object) -> tuple[str, ...]:
    if not isinstance(raw, list) or not all(isinstance(one, str) for one in raw):
        raise ValueError(f"{key} is not a list of words")
    return tuple(raw)


def _number(key: str, raw: object) -> float:
    limits = NUMBERS[key]
    if type(raw) is int and limits.low <= raw <= limits.high:
        return raw
    if problem := number_problem(key, raw):
        raise ValueError(f"{key}: {problem}")
    return raw  # type: ignore[return-value]


def _whole(key: str, raw: object) -> int:
    return int(_number(key, raw))


def _rating(key: str, raw: object) -> Rating:
    if not isinstance(raw, dict):
        raise ValueError(f"{key} is not a table")
    scale = USUAL_SCALE if raw.get("scale") is None else _number("rating.scale", raw["scale"])
    mean = _mean(raw, "mean", scale)
    if mean is None:
        raise ValueError("rating.mean is missing")
    raters = raw.get("raters")
    return Rating(
        mean=mean,
        raters=None if raters is None else _whole("rating.raters", raters),
        scale=scale,
        before=_mean(raw, "before", scale),
        peer_mean=_mean(raw, "peer_mean", scale),
    )


def _mean(table: Mapping[str, object], key: str, scale: float) -> float | None:
    raw = table.get(key)
    if raw is None:
        return None
    if not is_number(raw):
        raise ValueError(f"rating.{key} is not a number")
    if problem := rating_problem(raw, scale):
        raise ValueError(f"rating.{key}: {problem}")
    return raw


def _quotes(key: str, raw: object) -> tuple[Quote, ...]:
    if not isinstance(raw, list):
        raise ValueError(f"{key} is not a list")
    quotes = []
    for one in raw:
        if not isinstance(one, dict) or not isinstance(one.get("text"), str):
            raise ValueError("a quote has no text")
        quotes.append(Quote(one["text"], shareable=one.get("shareable") is True))
    return tuple(quotes)


_READINGS: Final[Mapping[str, Callable[[str, object], object]]] = {
    "date": _date,
    "title": _text,
    "kind": _text,
    "domain": _text,
    "role": _text,
    "setting": _text,
    "reach": _text,
    "levels": _texts,
    "learners": _whole,
    "contact_hours": _number,
    "prep_hours": _number,
    "rating": _rating,
    "energy": _whole,
    "quotes": _quotes,
    "changed": _text,
    "evidence": _text,
    "milestone": _text,
}
_NEEDED: Final = ("date", "title", "kind", "domain")
