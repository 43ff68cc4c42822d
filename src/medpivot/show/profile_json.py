"""The profile as JSON and as plain lines; loads nothing that is made for screens."""

from collections.abc import Iterator

from medpivot.domain.cv_words import CvWords
from medpivot.domain.profile import COLLECTIONS, FACTS, Item, Profile, gaps


def profile_json(profile: Profile, words: CvWords) -> dict[str, object]:
    """`profile --json`: the facts, every collection, and what is not there yet."""
    return {
        "schema": 1,
        **{key: profile.fact(key) or None for key in FACTS},
        "approach": dict(profile.approach),
        **{one: [item_json(item, words) for item in profile.items(one)] for one in COLLECTIONS},
        "exported": {key: day.isoformat() for key, day in profile.exported.items()},
        "gaps": [key for key, _ in gaps(profile)],
    }


def item_json(one: Item, words: CvWords) -> dict[str, object]:
    """One entry with the keys of its collection; `kind` and `education` as the CV takes them."""
    values: dict[str, object] = {
        "where": one.where or None,
        "place": one.place or None,
        "role": one.role or None,
        "authors": one.authors or None,
        "link": one.link or None,
        "reach": one.reach or None,
        "kind": words.area_of(one) if one.collection == "position" else None,
        "from": str(one.start) if one.start else None,
        "to": str(one.end) if one.end else None,
        "date": str(one.start) if one.start else None,
        "education": words.is_education(one),
        "notes": list(one.notes),
    }
    keys = COLLECTIONS[one.collection].keys
    return {"id": one.id, "title": one.title, **{key: values[key] for key in values if key in keys}}


def plain_lines(profile: Profile) -> Iterator[str]:
    """A line each: id, collection, time, title and place."""
    for collection in COLLECTIONS:
        for one in profile.items(collection):
            when = (one.when or "-").replace(" – ", "..").replace(" ", "-")
            where = f", {one.where}" if one.where else ""
            yield f"{one.id} {collection} {when} {one.title}{where}"
