"""The questions of `profile ask`: facts first, then entries, one at a time; none of them must."""

import shlex
from collections.abc import Callable, Mapping
from typing import Any, Final

from medpivot.asking.prompts import BACK, Around, Mark, ask_text, confirm
from medpivot.domain.partial_dates import GOES_ON, parse_partial
from medpivot.domain.profile import COLLECTIONS, FACTS, Collection, Profile
from medpivot.domain.typed_profile import FLAGS, Typed, fact_problem
from medpivot.domain.wording import capital
from medpivot.errors import Interrupted

_ASKED: Final = ("where", "role", "authors", "from", "to", "date")
_NAMES: Final = {"from": "start", "to": "end"}


def ask_facts(profile: Profile, keep: Callable[[list[str]], object]) -> None:
    """Ask for the facts; what was entered or changed is kept as `KEY=VALUE` at the end.

    Esc goes back one question. Where somebody breaks off, what was answered is kept, too.

    Raises:
        Interrupted: on Ctrl-C and Ctrl-D.
    """
    typed: dict[str, str] = {}
    try:
        _ask_facts(profile, typed)
    except Interrupted:
        if settings := _settings(profile, typed):
            keep(settings)
            raise Interrupted("Stopped. What you answered is kept.") from None
        raise
    if settings := _settings(profile, typed):
        keep(settings)


def _settings(profile: Profile, typed: Mapping[str, str]) -> list[str]:
    return [f"{key}={value}" for key, value in typed.items() if value != profile.fact(key)]


def _ask_facts(profile: Profile, typed: dict[str, str]) -> None:
    keys = [*FACTS]
    number = 0
    while number < len(keys):
        key = keys[number]
        answer = ask_text(
            f"{key.capitalize()}?",
            typed.get(key, profile.fact(key)),
            allow_back=number > 0,
            check=lambda raw, key=key: _sentence(fact_problem(key, raw)),  # type: ignore[misc]
            around=Around(
                place=f"{number + 1} of {len(keys)}",
                help=f"{capital(FACTS[key])}.",
                empty="empty: not said",
            ),
        )
        if answer is BACK:
            number -= 1
            continue
        typed[key] = str(answer).strip()
        number += 1


def ask_entries(profile: Profile, keep: Callable[[Collection, Typed], object]) -> None:
    """Entries of each collection, kept one by one as they are finished.

    Raises:
        Interrupted: on Ctrl-C and Ctrl-D; what was kept stays, and the line that adds the entry
            begun goes with it.
    """
    try:
        _ask_entries(profile, keep)
    except Interrupted as stopped:
        raise Interrupted("Stopped. What you entered before is kept.", stopped.hint) from None


def _ask_entries(profile: Profile, keep: Callable[[Collection, Typed], object]) -> None:
    for one in COLLECTIONS.values():
        has = len(profile.items(one.id))
        there = f" ({has} there)" if has else ""
        while confirm(f"Add to {one.many}{there}?"):
            typed = _ask_entry(one.id)
            if typed is not None:
                keep(one.id, typed)
            there = ""


def _ask_entry(collection: Collection) -> Typed | None:
    """One entry; None when it was left without a title. Esc goes back one question."""
    keeping = COLLECTIONS[collection]
    questions = [("title", keeping.title)]
    questions += [(key, keeping.keys[key]) for key in _ASKED if key in keeping.keys]
    given: dict[str, str] = {}
    number = 0
    while number < len(questions):
        key, words = questions[number]
        try:
            answer: str | Mark = ask_text(
                f"{key.capitalize()}?",
                given.get(key, ""),
                allow_back=number > 0,
                check=_date_problem if key in ("from", "to", "date") else None,
                around=Around(help=f"{capital(words)}.", empty="empty: not known"),
            )
        except Interrupted:
            raise Interrupted("Stopped.", _add_line(collection, given)) from None
        if answer is BACK:
            number -= 1
            continue
        given[key] = str(answer).strip()
        if key == "title" and not given[key]:
            return None
        number += 1
    values: dict[str, Any] = {_NAMES.get(key, key): one for key, one in given.items() if one}
    return Typed(**values)


def _add_line(collection: Collection, given: Mapping[str, str]) -> str:
    """The command that adds what was typed so far; empty where that is nothing."""
    flags = {_NAMES.get(key, key): one for key, one in given.items() if one}
    title = flags.pop("title", "")
    if not title:
        return ""
    typed = [word for key, one in flags.items() for word in (FLAGS[key], one)]
    return shlex.join(["medpivot", "profile", "add", collection, *typed, "--", title])


def _date_problem(raw: str) -> str:
    if raw.strip().casefold() in GOES_ON:
        return ""
    try:
        parse_partial(raw)
    except ValueError as error:
        return str(error)
    return ""


def _sentence(problem: str) -> str:
    return f"That {problem}." if problem else ""
