"""Taking one table of a collection out of a TOML file for good: `[person.jane]` with all in it.

Commands never do this, they mark what is removed: only forgetting does.
"""

import tomllib
from collections.abc import Iterator

from medpivot.store.toml_places import Path, places

_MARK = "\ufeff"


def without_table(data: bytes, path: Path) -> bytes:
    """The file without a table, the tables in it, and the comments that stand right above them.

    A comment below it, up to an empty line, goes too, unless it stands right above the next one.
    All else stays byte for byte. A file without that table is returned as it is.

    Raises:
        ValueError: the file is no TOML, or the table is not written under a name of its own.
    """
    text = data.decode()
    mark = _MARK if text.startswith(_MARK) else ""
    text = text.removeprefix(_MARK)
    expected = _parsed(text)
    if not _take(expected, path):
        return data
    for start, end in reversed(list(_regions(text, path))):
        text = text[:start] + text[end:]
    if _filled(_parsed(text)) != _filled(expected):
        raise ValueError(f"{'.'.join(path)} is not written as a table of its own")
    return (mark + text).encode()


def _parsed(text: str) -> dict[str, object]:
    return tomllib.loads(text.replace("\r\n", "\n"), parse_float=str)


def _take(table: dict[str, object], path: Path) -> bool:
    here: object = table
    for name in path[:-1]:
        here = here.get(name) if isinstance(here, dict) else None
    if not isinstance(here, dict) or path[-1] not in here:
        return False
    del here[path[-1]]
    return True


def _filled(table: dict[str, object]) -> dict[str, object]:
    """The table without those in it that are empty: `[person]` goes with the last person."""
    return {name: one for name, one in table.items() if one != {}}


def _regions(text: str, path: Path) -> Iterator[tuple[int, int]]:
    """Where the table and those in it stand, each run of them as one part of the text."""
    tables = places(text).tables
    within = [table.path[: len(path)] == path for table in tables]
    for number, first in enumerate(tables):
        if not within[number] or within[number - 1]:
            continue
        last = number
        while last + 1 < len(tables) and within[last + 1]:
            last += 1
        end = tables[last].end
        most = len(text)
        if last + 1 < len(tables):
            most = _above(text, tables[last + 1].start, end)
        yield _above(text, first.start, tables[number - 1].end), _below(text, end, most)


def _above(text: str, place: int, least: int) -> int:
    """Where the comments begin that stand right above a place."""
    while place > least:
        line = text.rfind("\n", 0, place - 1) + 1
        if line < least or not text[line:place].lstrip().startswith("#"):
            return place
        place = line
    return place


def _below(text: str, place: int, most: int) -> int:
    """Where the comments right below a place end, with the empty lines that follow them."""
    empty = False
    while place < most:
        end = text.find("\n", place) + 1 or len(text)
        line = text[place:end].strip()
        if line and (empty or not line.startswith("#")):
            return place
        empty = empty or not line
        place = end
    return place
