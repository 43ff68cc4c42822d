"""The form of a backup: a ZIP file that any computer opens, the same for the same files.

It holds the files under their names, those of `history/` with that before, and a list of them
with their SHA-256. Nothing in it says when it was made.
"""

import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from typing import Final

from medpivot import __version__
from medpivot.errors import MedpivotError
from medpivot.store.fingerprint import digest
from medpivot.store.journal import FOLDER
from medpivot.store.touches import own_name

LIST: Final = "medpivot-backup.json"
"""The list of files in a backup."""

LARGEST: Final = 1_000_000_000
"""Bytes of all files together; more is not a backup of this program."""

DENSEST: Final = 200
"""Bytes that one byte may unfold to beyond the first 50 MB: text of people stays far below."""

_ALWAYS_ALLOWED: Final = 50_000_000
_NOT_ON_EVERY_DISK: Final = re.compile(
    r"(?i:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?|.*[\x00-\x1f\x7f].*", re.DOTALL
)

_SCHEMA: Final = 1
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
_PRIVATE_POSIX_FILE: Final = 0o100600 << 16
_POSIX: Final = 3
_ENCRYPTED: Final = 0x1
_WAYS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Of packing: others can unfold to gigabytes before they are seen to."""


def pack(files: Mapping[str, bytes]) -> bytes:
    """The backup of these files.

    Raises:
        MedpivotError: they are more than a backup may hold.
    """
    if sum(map(len, files.values())) > LARGEST:
        raise MedpivotError(
            f"the folder holds more than {LARGEST // 1_000_000:,} MB, which no backup may",
            "move large files of your own elsewhere: medpivot data where shows the sizes",
        )
    table = {
        "schema": _SCHEMA,
        "program": f"medpivot {__version__}",
        "files": {name: digest(files[name]) for name in sorted(files)},
    }
    listing = json.dumps(table, ensure_ascii=False, indent=1).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in [(LIST, listing), *sorted(files.items())]:
            info = zipfile.ZipInfo(name, _NO_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = _POSIX
            info.external_attr = _PRIVATE_POSIX_FILE
            archive.writestr(info, data)
    return packed.getvalue()


def unpack(data: bytes, name: str) -> dict[str, bytes]:
    """The files of a backup, each held against the list; nothing is written anywhere.

    Raises:
        MedpivotError: it is not a backup, is damaged, or holds what no backup holds: paths that
            lead elsewhere, links, a name twice.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            every = archive.infolist()
            _check_names(name, every)
            _check_size(name, sum(one.file_size for one in every), len(data))
            files = _read(name, archive, every)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError):
        raise _refused(name, "is not a backup, or is damaged") from None
    listed = _listed(name, files.pop(LIST, b""))
    if {one: digest(found) for one, found in files.items()} != listed:
        raise _refused(name, "is damaged: its files are not those of its list")
    return files


def may_hold(name: str) -> bool:
    """Is it a name that a backup may hold: a plain file of the folder, or of its history?

    What Windows takes for a device, and characters that no list can show, are none.
    """
    own = name.removeprefix(f"{FOLDER}/")
    return own_name(own) and not _NOT_ON_EVERY_DISK.fullmatch(own)


def _check_names(name: str, every: Iterable[zipfile.ZipInfo]) -> None:
    seen: set[str] = set()
    for one in every:
        link = one.external_attr >> 16 & 0o170000 not in (0, 0o100000)
        if not may_hold(one.filename) or link:
            raise _refused(name, f"holds {one.filename!r}, which no backup of medpivot holds")
        if one.flag_bits & _ENCRYPTED:
            raise _refused(name, "is locked by another program")
        if one.compress_type not in _WAYS:
            raise _refused(name, "is packed in a way in which no backup of medpivot is")
        # two names that are one on a disk which does not tell A from a
        if one.filename.casefold() in seen:
            raise _refused(name, f"holds {one.filename!r} twice")
        seen.add(one.filename.casefold())


def _check_size(name: str, size: int, packed: int) -> None:
    """Before anything is unpacked: what it says it unfolds to is never exceeded afterwards."""
    if size > min(LARGEST, max(_ALWAYS_ALLOWED, packed * DENSEST)):
        raise _refused(name, "is too large to be a backup of medpivot")


def _read(
    name: str, archive: zipfile.ZipFile, every: Iterable[zipfile.ZipInfo]
) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for one in every:
        with archive.open(one) as packed:
            # no more than it says, and not one byte less
            files[one.filename] = packed.read(one.file_size + 1)
        if len(files[one.filename]) != one.file_size:
            raise _refused(name, "is not a backup, or is damaged")
    return files


def _listed(name: str, data: bytes) -> dict[str, str]:
    try:
        table = json.loads(data)
        schema, files = table["schema"], table["files"]
        if schema == _SCHEMA and isinstance(files, dict):
            return files
    except (ValueError, KeyError, TypeError, RecursionError):
        raise _refused(name, f"has no {LIST}, so it is not a backup of medpivot") from None
    if isinstance(schema, int) and schema > _SCHEMA:
        raise MedpivotError(f"{name} was made by a newer medpivot", "install the newer one")
    raise _refused(name, f"has a {LIST} that cannot be read")


def _refused(name: str, why: str) -> MedpivotError:
    hint = "name a file that `medpivot data backup` made; nothing was changed"
    return MedpivotError(f"{name} {why}", hint)
