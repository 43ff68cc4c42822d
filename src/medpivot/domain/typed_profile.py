"""The profile as somebody types it: facts set, entries found, added and changed, all checked."""

import re
from collections import Counter
from collections.abc import Collection as Words
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from types import MappingProxyType
from typing import Any, Final

from medpivot.domain.activity_checks import LONGEST_TEXT
from medpivot.domain.closest import closest
from medpivot.domain.finding import Sought, find_id, shown
from medpivot.domain.ids import new_id
from medpivot.domain.partial_dates import GOES_ON, PartialDate, parse_partial
from medpivot.domain.profile import AREAS, COLLECTIONS, FACTS, Collection, Item, Profile
from medpivot.errors import MedpivotError, UsageProblem, refused

APPROACH: Final = "approach."
"""What stands before a domain in a key of `profile set`."""

REACHES: Final = ("local", "regional", "national", "international")

_EMAIL: Final = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_SOUGHT: Final = Sought("entries", "there is no entry {} in the profile", "medpivot profile")
_HELP: Final = "medpivot profile --help"


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What was typed for an entry, by key; None stays as it is, an empty text takes it back.

    `notes` are added; `clear` names keys that are taken back first.
    """

    title: str | None = None
    where: str | None = None
    place: str | None = None
    role: str | None = None
    authors: str | None = None
    link: str | None = None
    reach: str | None = None
    kind: str | None = None
    start: str | None = None
    end: str | None = None
    date: str | None = None
    education: bool | None = None
    notes: tuple[str, ...] = ()
    clear: tuple[str, ...] = ()


FLAGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "where": "--where",
        "place": "--place",
        "role": "--role",
        "authors": "--authors",
        "link": "--link",
        "reach": "--reach",
        "kind": "--kind",
        "start": "--from",
        "end": "--to",
        "date": "--on",
        "education": "--education",
        "notes": "--note",
    }
)
"""The flag for each key of what was typed."""

_KEY: Final = {"start": "from", "end": "to"}
_TEXTS: Final = ("where", "place", "role", "authors", "link")


def with_facts(profile: Profile, settings: Sequence[str], domains: Words[str]) -> Profile:
    """The profile with facts set as `KEY=VALUE`; an empty value takes one back.

    Raises:
        UsageProblem: everything that is wrong with them, the nearest keys among it.
    """
    facts, approach = dict(profile.facts), dict(profile.approach)
    problems: list[str] = []
    for setting in settings:
        key, equals, value = setting.partition("=")
        key = key.strip().casefold()
        problem = _fact_problem(key, value, domains) if equals else "is not KEY=VALUE"
        if problem:
            problems.append(f"{shown(key if equals else setting)!r} {problem}")
            continue
        here = approach if key.startswith(APPROACH) else facts
        here[key.removeprefix(APPROACH)] = value.strip()
    if problems:
        raise _all(problems)
    return replace(
        profile,
        facts=MappingProxyType({key: one for key, one in facts.items() if one}),
        approach=MappingProxyType({key: one for key, one in approach.items() if one}),
    )


def _fact_problem(key: str, value: str, domains: Words[str]) -> str:
    known = [*FACTS, *(APPROACH + one for one in domains)]
    if key not in known:
        near = closest(key, known)
        hint = f"did you mean {' or '.join(near)}?" if near else f"the keys are {', '.join(known)}"
        return f"is not a key; {hint}"
    return fact_problem(key, value)


def fact_problem(key: str, value: str) -> str:
    """Why that value cannot stand under a key; empty where it can."""
    if len(value) > LONGEST_TEXT:
        return f"is {len(value):,} characters long; at most {LONGEST_TEXT:,} are kept"
    if key == "email" and value.strip() and not _EMAIL.fullmatch(value.strip()):
        return "is not an email address"
    return ""


def collection_meant(typed: str) -> Collection:
    """The collection that was meant by its name, singular or plural.

    Raises:
        UsageProblem: none was.
    """
    wanted = new_id(typed, (), "")
    for one in COLLECTIONS:
        if wanted in (one, f"{one}s"):
            return one
    near = closest(wanted, COLLECTIONS, 1)
    hint = near[0] if near else f"one of {', '.join(COLLECTIONS)}"
    raise UsageProblem(f"{shown(typed)!r} is nothing a profile holds", hint)


def find(profile: Profile, typed: str) -> Item:
    """The entry of that id, the beginning of one, or that title; `talk.ID` where ids are shared.

    Raises:
        MedpivotError: none, or several; a removed one is meant only where no other is.
    """
    shared = Counter(one.id for one in profile.every)
    by_key = {
        one.id if shared[one.id] == 1 else f"{one.collection}.{one.id}": one
        for one in profile.every
    }
    names = {key: one.title for key, one in by_key.items()}
    gone = {key for key, one in by_key.items() if one.removed}
    return by_key[find_id(typed, names, _SOUGHT, gone=gone)]


def added(profile: Profile, collection: Collection, typed: Typed) -> Item:
    """The new entry, with an id of its own.

    Raises:
        UsageProblem: all that is wrong with it, or there is such an entry already.
    """
    title = (typed.title or "").strip()
    taken = {one.id for one in profile.every}
    blank = Item(collection, new_id(title, taken, collection), title)
    item = changed(blank, replace(typed, title=title))
    for one in profile.every:
        if same(one, item) and not one.removed:
            raise MedpivotError(
                f"the profile has {shown(one.title)!r} already, as {one.id}; another one needs "
                "another --where",
                f"medpivot profile edit {one.id} --help",
            )
    return item


def same(one: Item, other: Item) -> bool:
    """Are they the same thing: kind, title, place and beginning?"""
    return sameness(one) == sameness(other)


def sameness(one: Item) -> tuple[str, str, str, PartialDate | None]:
    """What two entries that are the same thing share."""
    return (one.collection, _plain(one.title), _plain(one.where), one.start)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def changed(item: Item, typed: Typed) -> Item:
    """The entry with what was typed; one that was removed comes back.

    Raises:
        UsageProblem: all that is wrong with it.
    """
    problems = [*_foreign(item.collection, typed)]
    values: dict[str, Any] = {}
    for key in typed.clear:
        values |= _cleared(item.collection, key, problems)
    values |= _values(typed, problems)
    if typed.notes:
        values["notes"] = (*values.get("notes", item.notes), *typed.notes)
    found = replace(item, **values, removed=False)
    if found.start and found.end and found.end < found.start:
        problems.append("--to lies before the beginning")
    if problems:
        raise _all(problems)
    return found


def _values(typed: Typed, problems: list[str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if typed.title is not None:
        values["title"] = _text("the title", typed.title, problems)
    for key in _TEXTS:
        if (raw := getattr(typed, key)) is not None:
            values[key] = _text(FLAGS[key], raw, problems)
    for key, choices, name in (("kind", AREAS, "area"), ("reach", REACHES, "reach")):
        if (raw := getattr(typed, key)) is not None:
            values[name] = _choice(FLAGS[key], raw, choices, problems)
    for key, name in (("start", "start"), ("date", "start"), ("end", "end")):
        if (raw := getattr(typed, key)) is not None:
            values[name] = _date(FLAGS[key], raw, problems)
    if typed.education is not None:
        values["education"] = typed.education
    for note in typed.notes:
        _text("--note", note, problems)
    return values


def _foreign(collection: Collection, typed: Typed) -> Iterable[str]:
    """A problem for each flag that such an entry does not have."""
    keys = COLLECTIONS[collection].keys
    for one in fields(typed):
        given = getattr(typed, one.name) not in (None, ())
        if given and one.name in FLAGS and _KEY.get(one.name, one.name) not in keys:
            article = "an" if collection[0] in "ae" else "a"
            yield f"{FLAGS[one.name]} does not belong to {article} {collection}"


def _cleared(collection: Collection, key: str, problems: list[str]) -> dict[str, Any]:
    names = {"from": "start", "to": "end", "date": "start", "kind": "area"}
    if key not in COLLECTIONS[collection].keys:
        known = ", ".join(COLLECTIONS[collection].keys)
        problems.append(f"--clear {shown(key)!r} is not known; one of {known}")
        return {}
    empty: dict[str, Any] = {"from": None, "to": None, "date": None, "education": None, "notes": ()}
    return {names.get(key, key): empty.get(key, "")}


def _text(name: str, text: str, problems: list[str]) -> str:
    if not text.strip():
        problems.append(f"{name} is empty")
    elif len(text) > LONGEST_TEXT:
        problems.append(
            f"{name} is {len(text):,} characters long; at most {LONGEST_TEXT:,} are kept"
        )
    return text.strip()


def _choice(flag: str, raw: str, choices: Sequence[str], problems: list[str]) -> str:
    wanted = new_id(raw, (), "")
    if wanted not in choices:
        near = closest(wanted, choices, 1)
        hint = f"did you mean {near[0]}?" if near else f"one of {', '.join(choices)}"
        problems.append(f"{flag} {shown(raw)!r} is not a choice; {hint}")
    return wanted


def _date(flag: str, raw: str, problems: list[str]) -> PartialDate | None:
    if flag == "--to" and raw.strip().casefold() in GOES_ON:
        return None
    try:
        return parse_partial(raw)
    except ValueError as error:
        problems.append(f"{flag}: {error}")
        return None


def _all(problems: Sequence[str]) -> UsageProblem:
    return refused(problems, _HELP)
