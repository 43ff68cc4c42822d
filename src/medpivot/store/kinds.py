"""The kinds of files that stand in the folder, and which of them a name belongs to."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final, Literal, TypeAlias

from medpivot.store.atomic import UNFINISHED
from medpivot.store.dated import parse_name
from medpivot.store.lines import ENDING, Entry
from medpivot.store.touches import own_name

Way: TypeAlias = Literal["own", "kept", "copy"]

KEPT: Final = ".kept-"
"""Stands between the name of a file and a time, in the version that `undo --force` kept."""

_DATED: Final = "-DATE.toml"
_CONFLICT: Final = re.compile(
    r"""
      [ ][(\[][^()\[\]]*(?i:conflict|conflit|konflikt)[^()\[\]]*[)\]]  # Dropbox, Nextcloud, Seafile
    | \.sync-conflict-[0-9]{8}-[0-9]{6}(?:-[A-Z0-9]+)?                  # Syncthing
    | [_-]conflict-[0-9]{8}-?[0-9]*                                     # ownCloud
    | [ ]\([0-9]{1,3}\) | [ ][0-9]{1,3}                                 # Google Drive, iCloud
    | -(?=[A-Z0-9-]*[A-Z])[A-Z0-9-]{3,15}                               # OneDrive: the computer
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file: its `name` (`plan-DATE.toml` for dated ones) and what it is, in words.

    `read` takes the bytes and the name of a TOML file, gives a remark for each oddity that does
    no harm and raises BrokenFile. `entry` takes the id and the entry of a log's line and raises
    ValueError with the reason where it is none.
    """

    name: str
    what: str
    read: Callable[[bytes, str], Sequence[str]] | None = None
    entry: Callable[[str, Entry], object] | None = None

    @property
    def is_log(self) -> bool:
        """Is it a log of lines, rather than a TOML file?"""
        return self.name.endswith(ENDING)

    def has(self, name: str) -> bool:
        """Is that the name of such a file?"""
        if not self.name.endswith(_DATED):
            return name == self.name
        parsed = parse_name(name)
        return parsed is not None and parsed[0] == self.name.removesuffix(_DATED)


@dataclass(frozen=True, slots=True)
class Known:
    """A file of the folder: its kind, and the file it is, was kept from or is a copy of."""

    kind: Kind
    original: str
    way: Way = "own"


def known(kinds: Sequence[Kind], name: str) -> Known | None:
    """What a file is by its name; None where it is none of the program's.

    A copy is what programs that keep two computers alike leave beside a file both had changed.
    """
    if not own_name(name):
        return None
    original, kept, _ = name.partition(KEPT)
    names: list[tuple[str, Way]] = [(original, "kept" if kept else "own")]
    if not kept:
        names += [(one, "copy") for one in _may_copy(name)]
    for one, way in names:
        for kind in kinds:
            if kind.has(one):
                return Known(kind, one, way)
    return None


def original(kinds: Sequence[Kind], name: str) -> str:
    """The file whose text stands in the one of that name: of a copy or kept version, the other."""
    of = known(kinds, name)
    return of.original if of else name


def is_unfinished(name: str) -> bool:
    """Is it what a killed command left half-written?"""
    return name.startswith(UNFINISHED)


def _may_copy(name: str) -> Iterator[str]:
    """The files that it could be a copy of, by its end."""
    path = PurePath(name)
    for place in range(len(path.stem) - 1, 0, -1):
        if _CONFLICT.fullmatch(path.stem, place):
            yield path.stem[:place] + path.suffix
