"""A JSON Resume as entries of the profile: what is new in it, what is there, what is left out."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Final

from medpivot.domain.ids import new_id
from medpivot.domain.partial_dates import GOES_ON, PartialDate, parse_partial
from medpivot.domain.profile import AREAS, COLLECTIONS, Collection, Item, Profile
from medpivot.domain.typed_profile import REACHES, fact_problem, sameness
from medpivot.errors import Problem

_BASICS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "name": "name",
        "label": "headline",
        "email": "email",
        "phone": "phone",
        "url": "website",
        "summary": "summary",
    }
)
_KEYS: Final[Mapping[str, tuple[Collection, Mapping[str, str]]]] = MappingProxyType(
    {
        "work": (
            "position",
            {"title": "position", "where": "name", "place": "location", "area": "kind"},
        ),
        "volunteer": ("position", {"title": "position", "where": "organization"}),
        "education": (
            "education",
            {"title": "studyType", "where": "institution", "place": "location"},
        ),
        "certificates": ("certification", {"title": "name", "where": "issuer"}),
        "publications": (
            "publication",
            {"title": "name", "where": "publisher", "link": "url"},
        ),
        "awards": ("award", {"title": "title", "where": "awarder"}),
    }
)
_PROJECTS: Final[Mapping[str, tuple[Collection, Mapping[str, str]]]] = MappingProxyType(
    {
        "talk": (
            "talk",
            {"title": "name", "where": "entity", "place": "location", "reach": "reach"},
        ),
        "committee": ("committee", {"title": "name", "where": "entity"}),
    }
)
_LEFT: Final = ("skills", "languages", "interests", "references")
_DATES: Final = ("startDate", "date", "releaseDate")
_LONGEST: Final = 20_000
_WITH_DEGREES: Final = re.compile(
    r"([^,]+), ((?:[A-Z][A-Za-z]*[A-Z][A-Za-z]*)(?:, [A-Z][\w.()-]*)*)"
)
"""A name with degrees behind it, as medpivot's own export has it: `Ana Ruiz, MD, MPH`."""


@dataclass(frozen=True, slots=True)
class Found:
    """What an import would do: the profile after it, and counts of what happens to the rest.

    `facts` and `items` are new; `kept` are facts that say something else already and stay;
    `known` counts entries that are there already; `left` counts what a profile has no place for.
    """

    profile: Profile
    facts: tuple[str, ...]
    items: tuple[Item, ...]
    kept: tuple[str, ...]
    known: int
    left: Mapping[str, int] = field(default_factory=dict)


def imported(profile: Profile, resume: Mapping[str, Any]) -> tuple[Found, list[Problem]]:
    """The profile with what is new in a JSON Resume, and all that is wrong in it.

    Nothing that is in the profile is replaced. Teaching that came from a log is left out: it is
    in the log.
    """
    problems: list[Problem] = []
    if not any(isinstance(resume.get(key), dict | list) for key in (*_KEYS, "basics", "projects")):
        problems.append(
            Problem(
                "is not a JSON Resume: it has neither basics nor work nor any of its other parts"
            )
        )
        return Found(profile, (), (), (), 0), problems
    facts, kept = _facts(profile, resume.get("basics"), problems)
    left: dict[str, int] = {}
    items: list[Item] = []
    for key, (collection, names) in _KEYS.items():
        for place, table in _tables(key, resume.get(key), problems):
            items += _item(collection, names, table, place, problems)
    for place, table in _tables("projects", resume.get("projects"), problems):
        of = _PROJECTS.get(str(table.get("type")))
        if of is None:
            left["projects"] = left.get("projects", 0) + 1
            continue
        items += _item(*of, table, place, problems)
    for key in _LEFT:
        if isinstance(resume.get(key), list) and resume[key]:
            left[key] = len(resume[key])
    new = _new(profile, items)
    after = replace(
        profile,
        facts=MappingProxyType({**profile.facts, **facts}),
        every=(*profile.every, *new),
    )
    return Found(after, tuple(facts), tuple(new), kept, len(items) - len(new), left), problems


def _new(profile: Profile, items: Iterable[Item]) -> list[Item]:
    """The entries that are not in the profile, each with an id of its own."""
    there = {sameness(one) for one in profile.every}
    taken = {one.id for one in profile.every}
    new = []
    for one in items:
        if sameness(one) in there:
            continue
        named = replace(one, id=new_id(one.title, taken, one.collection))
        there.add(sameness(named))
        taken.add(named.id)
        new.append(named)
    return new


def _facts(
    profile: Profile, basics: object, problems: list[Problem]
) -> tuple[dict[str, str], tuple[str, ...]]:
    if basics is None:
        return {}, ()
    if not isinstance(basics, dict):
        problems.append(Problem("is not a table", key="basics"))
        return {}, ()
    said = {fact: _text("basics", key, basics, problems) for key, fact in _BASICS.items()}
    location = basics.get("location")
    if isinstance(location, dict):
        parts = [
            _text("basics.location", key, location, problems)
            for key in ("address", "postalCode", "city", "region")
        ]
        said["address"] = ", ".join(one for one in parts if one)
    whole = said["name"]
    if match := _WITH_DEGREES.fullmatch(whole):
        said["name"], said["credentials"] = match[1], match[2]
    for fact, value in said.items():
        if problem := fact_problem(fact, value):
            problems.append(Problem(problem, "basics", fact))
    new = {fact: one for fact, one in said.items() if one and not profile.fact(fact)}
    kept = (fact for fact, one in said.items() if one and profile.fact(fact) not in ("", one))
    # a name that was typed with its degrees is the same name
    return new, tuple(one for one in kept if one != "name" or profile.fact("name") != whole)


def _tables(key: str, raw: object, problems: list[Problem]) -> list[tuple[str, dict[str, Any]]]:
    if raw is None:
        return []
    if not isinstance(raw, list):
        problems.append(Problem("is not a list", key=key))
        return []
    found = []
    for number, one in enumerate(raw):
        place = f"{key}[{number}]"
        if isinstance(one, dict):
            found.append((place, one))
        else:
            problems.append(Problem("is not a table", key=place))
    return found


def _item(
    collection: Collection,
    names: Mapping[str, str],
    table: dict[str, Any],
    place: str,
    problems: list[Problem],
) -> list[Item]:
    count = len(problems)
    keys = COLLECTIONS[collection].keys
    values = _texts(collection, names, table, place, problems)
    if not values["title"]:
        problems.append(Problem("has no name", key=place))
    start = next((day for key in _DATES if (day := _date(place, key, table, problems))), None)
    end = _date(place, "endDate", table, problems) if "to" in keys else None
    if start and end and end < start:
        problems.append(Problem("lies before startDate", place, "endDate"))
    if "education" in keys and isinstance(table.get("education"), bool):
        values["education"] = table["education"]
    summary = _text(place, "summary", table, problems)
    notes = ["" if summary == values.get("authors") else summary, *_strings(table, "highlights")]
    if len(problems) > count:
        return []
    kept = tuple(one for one in notes if one)
    return [Item(collection, "", start=start, end=end, notes=kept, **values)]


def _texts(
    collection: Collection,
    names: Mapping[str, str],
    table: dict[str, Any],
    place: str,
    problems: list[Problem],
) -> dict[str, Any]:
    values = {name: _text(place, key, table, problems) for name, key in names.items()}
    if collection == "education":
        area = _text(place, "area", table, problems)
        values["title"] = ", ".join(one for one in (values["title"], area) if one)
    if collection == "position" and not values["where"]:
        # what the employer was called in earlier versions of the format
        values["where"] = _text(place, "company", table, problems)
    if collection == "publication":
        values["authors"] = _authors(place, table, problems)
    if collection == "committee":
        values["role"] = ", ".join(_strings(table, "roles"))
    if not values["title"]:
        # a place alone is better than nothing: many resumes name only the employer
        values["title"], values["where"] = values["where"], ""
    for name, known in (("area", AREAS), ("reach", REACHES)):
        if values.get(name) not in (None, *known):
            values[name] = ""
    return values


def _strings(table: Mapping[str, Any], key: str) -> list[str]:
    """The texts of a list; what else is in it, or in its place, counts for nothing."""
    raw = table.get(key)
    return [one.strip() for one in raw if isinstance(one, str)] if isinstance(raw, list) else []


def _authors(place: str, table: Mapping[str, Any], problems: list[Problem]) -> str:
    """The authors, for which the format has no place of its own: one text, or a list."""
    if isinstance(table.get("authors"), list):
        return ", ".join(_strings(table, "authors"))
    return _text(place, "authors", table, problems)


def _text(place: str, key: str, table: Mapping[str, Any], problems: list[Problem]) -> str:
    raw = table.get(key)
    if raw is None:
        return ""
    if not isinstance(raw, str):
        problems.append(Problem("is not text", place, key))
        return ""
    if len(raw) > _LONGEST:
        problems.append(Problem(f"is longer than {_LONGEST:,} characters", place, key))
    return raw.strip()


def _date(
    place: str, key: str, table: Mapping[str, Any], problems: list[Problem]
) -> PartialDate | None:
    raw = table.get(key)
    if raw is None or (isinstance(raw, str) and raw.strip().casefold() in ("", *GOES_ON)):
        return None
    try:
        return parse_partial(str(raw))
    except ValueError as error:
        problems.append(Problem(str(error), place, key))
        return None
