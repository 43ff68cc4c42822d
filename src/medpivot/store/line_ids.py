"""The ids of entries in logs: random, shown and accepted by their beginnings."""

import base64
import secrets
from collections.abc import Iterable, Sequence

from medpivot.domain.closest import closest
from medpivot.errors import MedpivotError

SHORTEST = 4
"""Characters: the shortest beginning of an id that is accepted."""

_BYTES = 5


def new_id() -> str:
    """Eight random characters, a-z and 2-7: nothing has to be read to be sure enough of them.

    Ten thousand ids collide once in twenty thousand logs.
    """
    return base64.b32encode(secrets.token_bytes(_BYTES)).decode().lower()


def resolve(
    prefix: str,
    ids: Iterable[str],
    broken: Sequence[str] = (),
    listed_by: str = "medpivot log list",
) -> str:
    """The id that begins so: any beginning of at least four characters that only one id has.

    `broken` are the lines that cannot be read, since what is meant may stand in one of them;
    `listed_by` is the command that shows those ids.

    Raises:
        MedpivotError: too short, none, or more than one; with the ones that come near.
    """
    known = list(ids)
    wanted = prefix.strip().lower()
    if wanted in known:
        return wanted
    fitting = [one for one in known if one.startswith(wanted)]
    if len(wanted) < SHORTEST:
        raise MedpivotError(
            f"{prefix!r} is too short to name an entry",
            f"give at least {SHORTEST} characters",
            broken,
        )
    if len(fitting) > 1:
        some = ", ".join(fitting[:3])
        raise MedpivotError(f"{prefix!r} fits {len(fitting)} entries", f"one of {some}", broken)
    if not fitting:
        near = " or ".join(closest(wanted, known))
        raise MedpivotError(
            f"there is no entry {prefix!r}",
            f"did you mean {near}?" if near else listed_by,
            broken,
        )
    return fitting[0]


def short(ids: Iterable[str]) -> dict[str, str]:
    """The shortest beginning of each id, of at least four characters, that no other id has."""
    ordered = sorted(set(ids))
    shorts: dict[str, str] = {}
    for number, one in enumerate(ordered):
        neighbors = ordered[max(0, number - 1) : number] + ordered[number + 1 : number + 2]
        length = SHORTEST
        while any(near.startswith(one[:length]) for near in neighbors) and length < len(one):
            length += 1
        shorts[one] = one[:length]
    return shorts
