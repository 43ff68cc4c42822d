"""A person of the list as somebody types them: found by id or name, added, changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from typing import Final

from medpivot.domain.activity_checks import LONGEST_TEXT
from medpivot.domain.closest import closest
from medpivot.domain.day_words import in_words
from medpivot.domain.finding import Sought, find_id, shown
from medpivot.domain.ids import new_id
from medpivot.domain.people import Advocate, Kinds, People, Person, Status
from medpivot.errors import MedpivotError, Problem, UsageProblem, refused

STATUSES: Final[tuple[Status, ...]] = ("to-contact", "contacted", "met", "mentor")

_ONE_SLIP = 0.85
_TITLES = ("dr", "prof", "professor")


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What is to be changed about a person; None stays as it is. `clear` names what is taken back.

    Days are days already, and `unread` has a problem for each that is none; `kind` and `status`
    are what was typed.
    """

    name: str | None = None
    kind: str | None = None
    where: str | None = None
    status: str | None = None
    last_touch: date | None = None
    next_ask: str | None = None
    advocate: bool | None = None
    clear: tuple[str, ...] = ()
    unread: tuple[Problem, ...] = ()


CLEARABLE: Final = {
    "where": {"where": ""},
    "ask": {"next_ask": ""},
    "advocate": {"can_advocate": "unknown"},
    "on": {"last_touch": None},
}
"""What can be taken back, by the word for it."""


_HELP: Final = "medpivot people --help"
_HELP_ADD: Final = "medpivot people add --help"
_SOUGHT = Sought("people", "there is nobody {} on the list", "medpivot people")


def find(people: People, typed: str, *, removed: bool = False) -> Person:
    """The person of that id, the beginning of one, or that name; removed ones only on request.

    Raises:
        MedpivotError: nobody, several, or somebody who is marked as removed.
    """
    every = {one.id: one for one in people.every}
    names = {one.id: one.name for one in people.every}
    gone = {one.id for one in people.every if one.status == "removed"}
    found = every[find_id(typed, names, _SOUGHT, gone=gone)]
    if found.id in gone and not removed:
        raise MedpivotError(
            f"{shown(found.name)} was removed from the list",
            f"medpivot people edit {found.id} --status to-contact",
        )
    return found


def added(people: People, typed: Typed, kinds: Kinds, today: date) -> Person:
    """The new person, with an id of their own.

    Raises:
        MedpivotError: somebody of that name, kind and place is on the list already.
        UsageProblem: everything that is wrong with what was typed.
    """
    name = typed.name or ""
    words = [word for word in name.split() if word.strip(".,").casefold() not in _TITLES]
    taken = {one.id for one in people.every}
    blank = Person(new_id(" ".join(words) or name, taken, "person"), name, "", added=today)
    person = _with(blank, typed, kinds, today, "NAME")
    for one in people.every:
        if _same(one, person):
            back = one.status == "removed"
            raise MedpivotError(
                f"{shown(one.name)} was on the list already, as {one.id}"
                if back
                else f"{shown(one.name)} is on the list already, as {one.id}; another of that "
                "name needs another --where",
                f"medpivot people edit {one.id} --status to-contact"
                if back
                else f"medpivot people show {one.id}",
            )
    return person


def _same(one: Person, other: Person) -> bool:
    return all(
        first.casefold().split() == second.casefold().split()
        for first, second in (
            (one.name, other.name),
            (one.kind, other.kind),
            (one.where, other.where),
        )
    )


def changed(person: Person, typed: Typed, kinds: Kinds, today: date) -> Person:
    """The person with what was typed; a day of contact makes "to contact" into "contacted".

    Raises:
        UsageProblem: everything that is wrong with what was typed.
    """
    return _with(person, typed, kinds, today, "--name")


def _with(person: Person, typed: Typed, kinds: Kinds, today: date, name: str) -> Person:
    wrong = problems(typed, kinds, today, name)
    if wrong:
        raise together(wrong)
    for one in typed.clear:
        person = replace(person, **CLEARABLE[one])  # type: ignore[arg-type]
    advocate: Advocate = person.can_advocate
    if typed.advocate is not None:
        advocate = "yes" if typed.advocate else "no"
    status = person.status if typed.status is None else _status(typed.status)
    if typed.last_touch is not None and status == "to-contact":
        status = "contacted"
    return replace(
        person,
        name=person.name if typed.name is None else typed.name,
        kind=person.kind if typed.kind is None else kind_meant(typed.kind, kinds),
        where=person.where if typed.where is None else typed.where,
        status=status,
        can_advocate=advocate,
        last_touch=person.last_touch if typed.last_touch is None else typed.last_touch,
        next_ask=person.next_ask if typed.next_ask is None else typed.next_ask,
    )


def problems(typed: Typed, kinds: Kinds, today: date, name: str) -> list[UsageProblem]:
    """All that is wrong with what was typed; `name` is how the command calls the name."""
    found = [UsageProblem(f"--on: {one.what}", _HELP) for one in typed.unread]
    checks: list[tuple[object, Callable[[], object]]] = [
        (typed.name, lambda: _text(name, typed.name or "")),
        (typed.kind, lambda: kind_meant(typed.kind or "", kinds)),
        (typed.where, lambda: _text("--where", typed.where or "")),
        (typed.next_ask, lambda: _text("--ask", typed.next_ask or "")),
        (typed.status, lambda: _status(typed.status or "")),
        (typed.last_touch, lambda: past(typed.last_touch or today, today)),
        *((one, lambda one=one: _clearable(one)) for one in typed.clear),
    ]
    for given, check in checks:
        if given is None:
            continue
        try:
            check()
        except UsageProblem as error:
            found.append(error)
    return found


def together(found: Sequence[UsageProblem]) -> UsageProblem:
    """All of these as one: a single one as it is, several in a list."""
    if len(found) == 1:
        return found[0]
    return refused([one.message for one in found], _HELP)


def kind_meant(typed: str, kinds: Kinds) -> str:
    """The id of the kind that was meant by an id or label; another word is one's own kind.

    Raises:
        UsageProblem: it is empty, or one slip away from a known kind.
    """
    wanted = new_id(typed, (), "")
    for kind in kinds.by_id.values():
        if wanted in (kind.id, new_id(kind.label, (), "")):
            return kind.id
    near = get_close_matches(wanted, kinds.by_id, 1, _ONE_SLIP)
    if near:
        what = f"--kind {shown(typed)!r} is not a kind; did you mean {near[0]}?"
        raise UsageProblem(what, f"--kind {near[0]}")
    if not wanted:
        raise kind_needed(f"--kind {shown(typed)!r} is not a kind", kinds)
    return wanted


def kind_needed(what: str, kinds: Kinds) -> UsageProblem:
    """The refusal of a kind that was not given, with all there are."""
    known = ", ".join(key for key, kind in kinds.by_id.items() if not kind.retired)
    return UsageProblem(f"{what}: one of {known}, or a word of your own", _HELP_ADD)


def _status(typed: str) -> Status:
    for status in STATUSES:
        if new_id(typed, (), "") == status:
            return status
    near = closest(typed, STATUSES, 1)
    what = f"did you mean {near[0]}?" if near else f"one of {', '.join(STATUSES)}"
    meant = (typed, near[0]) if near else None
    raise UsageProblem(f"--status {shown(typed)!r} is not known; {what}", _HELP, meant=meant)


def _clearable(typed: str) -> None:
    if typed not in CLEARABLE:
        known = ", ".join(CLEARABLE)
        raise UsageProblem(f"--clear {shown(typed)} is not known; one of {known}", _HELP)


def past(day: date, today: date) -> date:
    """The day, which is not still to come.

    Raises:
        UsageProblem: it is.
    """
    if day > today:
        raise UsageProblem(f"--on: {in_words(day)} is still to come", "a day up to today")
    return day


def _text(flag: str, text: str) -> str:
    if not text.strip():
        raise UsageProblem(f"{flag} is empty", _HELP)
    if len(text) > LONGEST_TEXT:
        raise UsageProblem(
            f"{flag} is {len(text):,} characters long; at most {LONGEST_TEXT:,} are kept",
            "keep the long version in a file of its own",
        )
    return text


def note_meant(text: str) -> str:
    """A note that may be kept.

    Raises:
        UsageProblem: it is empty or too long.
    """
    return _text("the note", text)
