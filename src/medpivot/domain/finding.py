"""One of a person's own entries, found by what was typed for it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from medpivot.domain.closest import closest
from medpivot.domain.harmless import one_line
from medpivot.domain.ids import new_id
from medpivot.errors import MedpivotError

LONGEST_SHOWN: Final = 40
"""Characters of something typed that a message repeats."""


@dataclass(frozen=True, slots=True)
class Sought:
    """How what is looked for is spoken of: `people`, `there is nobody {} on the list`, a hint."""

    many: str
    missing: str
    hint: str


def shown(text: str) -> str:
    """What was typed, in one line, the beginning of something very long."""
    line = one_line(text)
    return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN].rstrip()}..."


def find_id(
    typed: str, names: Mapping[str, str], sought: Sought, *, gone: Collection[str] = ()
) -> str:
    """The id that was meant by an id, the beginning of one, or a name; `names` are by id.

    Where none is, whole words of one name will do, such as the family name alone.
    One of those that are `gone` is meant only where no other is.

    Raises:
        MedpivotError: none or several; with the nearest ids.
    """
    wanted = new_id(typed, (), "")
    found = [typed] if typed in names else []
    found = found or [
        one
        for one, name in names.items()
        if wanted and (one.startswith(wanted) or new_id(name, (), "") == wanted)
    ]
    found = found or [one for one, name in names.items() if _is_part(wanted, name)]
    fitting = [one for one in found if one not in gone] or found
    if len(fitting) > 1:
        some = ", ".join(fitting)
        raise MedpivotError(f"{shown(typed)!r} fits {len(fitting)} {sought.many}", f"one of {some}")
    if not fitting:
        near = closest(wanted or typed, (one for one in names if one not in gone))
        raise MedpivotError(
            sought.missing.format(repr(shown(typed))),
            f"did you mean {' or '.join(near)}?" if near else sought.hint,
            meant=(typed, near[0]) if len(near) == 1 else None,
        )
    return fitting[0]


def _is_part(wanted: str, name: str) -> bool:
    """Are these words of the name, one after the other?"""
    return bool(wanted) and f"-{wanted}-" in f"-{new_id(name, (), '')}-"


def not_there(what: str, typed: str, known: Iterable[str], hint: str) -> MedpivotError:
    """`there is no WHAT 'typed'`, with the nearest of those that are known."""
    near = closest(typed, known)
    meant = f"; did you mean {' or '.join(near)}?" if near else ""
    return MedpivotError(
        f"there is no {what} {shown(typed)!r}{meant}",
        hint,
        meant=(typed, near[0]) if len(near) == 1 else None,
    )
