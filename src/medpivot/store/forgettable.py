"""What an id, a day or a file name can mean when it is to be forgotten."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from medpivot.domain.closest import closest
from medpivot.errors import MedpivotError
from medpivot.reading.toml import parse
from medpivot.store import journal
from medpivot.store.dated import parse_name
from medpivot.store.erasures import Erasure, LogEntry, Notes, OneTable, WholeOne
from medpivot.store.kinds import Kind, known, original
from medpivot.store.line_ids import SHORTEST
from medpivot.store.log_parts import parts_of
from medpivot.store.refusals import in_words, read_bytes
from medpivot.store.touches import LogLines

HISTORY = "history"
"""Forgets what undo knows, and nothing else."""


@dataclass(frozen=True, slots=True)
class Forgettable:
    """One thing that can be forgotten: its full name, what it is in words, how it is erased.

    `erasure` is None for the history.
    """

    key: str
    what: str
    erasure: Erasure | None


@dataclass(frozen=True, slots=True)
class Versions:
    """Everything that stands in the folder, by the file it belongs to, the present version last.

    `files` are bytes of whole files, `lines` the ids and entries that steps added to logs.
    """

    files: tuple[tuple[str, bytes], ...]
    lines: tuple[tuple[str, str, Mapping[str, object]], ...]


def find(home: Path, kinds: Sequence[Kind], wanted: str) -> Forgettable:
    """The one thing that goes by that name.

    Raises:
        MedpivotError: nothing does, or more than one; with the names to choose from.
    """
    every = list(_every(home, kinds))
    exact = [one for one in every if wanted in _names(one)]
    found = exact or [one for one in every if _begins(one, wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        names = " or ".join(one.key for one in found[:4])
        raise MedpivotError(f"{wanted!r} can mean {len(found)} things", f"say which: {names}")
    near = " or ".join(closest(wanted, [name for one in every for name in _names(one)]))
    raise MedpivotError(
        f"nothing of yours goes by the name {wanted!r}",
        f"did you mean {near}?" if near else "medpivot data forget --help",
    )


def versions(home: Path, kinds: Sequence[Kind]) -> Versions:
    """All versions of all files: in the history, kept, copied, and as they are now.

    Raises:
        MedpivotError: a file cannot be read.
    """
    files: list[tuple[str, bytes]] = []
    lines: list[tuple[str, str, Mapping[str, object]]] = []
    for one in journal.filed(home):
        try:
            step = journal.read(one)
        except MedpivotError:
            continue
        for touch in step.touches:
            if isinstance(touch, LogLines):
                pairs = zip(touch.added, touch.previous, strict=True)
                lines += [(touch.name, line.id, line.entry or old or {}) for line, old in pairs]
            else:
                name = original(kinds, touch.name)
                files += [(name, data) for data in (touch.before, touch.after) if data]
    # what one step left, the next one found: most versions stand there twice
    once = dict.fromkeys((*files, *_present(home, kinds)))
    return Versions(tuple(once), tuple(lines))


def _present(home: Path, kinds: Sequence[Kind]) -> Iterator[tuple[str, bytes]]:
    with in_words(home, "read"):
        paths = sorted(home.iterdir()) if home.is_dir() else []
    found = [(known(kinds, path.name), path) for path in paths if path.is_file()]
    for of, path in sorted(found, key=lambda one: one[0] is not None and one[0].way == "own"):
        if of is not None:
            yield of.original, read_bytes(path) or b""


def _every(home: Path, kinds: Sequence[Kind]) -> Iterator[Forgettable]:
    """Everything that can be forgotten, each once."""
    whole = versions(home, kinds)
    names = dict.fromkeys(name for name, _ in (*whole.files, *((n, i) for n, i, _ in whole.lines)))
    for name in sorted(names):
        yield Forgettable(name, f"all of {name}", WholeOne(name))
    for (log, line_id), title in _entries(whole).items():
        called = f"{title!r} ({line_id})" if title else line_id
        key = f"{_stem(log)}/{line_id}"
        yield Forgettable(key, f"the entry {called} in {log}", LogEntry(log, line_id))
    plans = next((kind for kind in kinds if kind.name.startswith("plan-")), None)
    for (name, path), title in _tables(whole, kinds).items():
        called = f"{title!r}" if title else path[-1]
        key = f"{_stem(name)}/{path[-1]}"
        yield Forgettable(key, f"{called}, [{'.'.join(path)}] in {name}", OneTable(name, path))
    for milestone, what in _notes(whole, plans).items():
        notes = Notes(milestone, plans.has if plans else lambda _: False)
        yield Forgettable(f"plan/{milestone}", what, notes)
    if (home / journal.FOLDER).is_dir():
        what = "what undo knows: every step, and versions kept by undo --force"
        yield Forgettable(HISTORY, what, None)


def _entries(whole: Versions) -> dict[tuple[str, str], str]:
    """The title of every entry of every log, removed ones too."""
    found: dict[tuple[str, str], str] = {}
    for log, line_id, entry in whole.lines:
        found[log, line_id] = _title(entry) or found.get((log, line_id), "")
    for log, data in whole.files:
        for _, line in parts_of(data).good if log.endswith(".jsonl") else ():
            found[log, line.id] = _title(line.entry or {}) or found.get((log, line.id), "")
    return found


def _tables(whole: Versions, kinds: Sequence[Kind]) -> dict[tuple[str, tuple[str, ...]], str]:
    """The title of every table of a collection, by its file and path."""
    found: dict[tuple[str, tuple[str, ...]], str] = {}
    for name, data in whole.files:
        if name.endswith(".toml") and any(kind.name == name for kind in kinds):
            for collection, tables in _collections(data):
                for one, table in tables.items():
                    found[name, (collection, one)] = _title(table)
    return found


def _notes(whole: Versions, plans: Kind | None) -> dict[str, str]:
    """The milestones about which a person typed something, and those of their own."""
    found: dict[str, str] = {}
    for name, data in whole.files:
        if plans is None or not plans.has(name):
            continue
        for collection, tables in _collections(data):
            for one, table in tables.items() if collection == "milestone" else ():
                title = _title(table) or one
                if table.get("own") is True:
                    found[one] = f"your own milestone {title!r}, in every plan"
                elif table.get("note") or table.get("skipped_why"):
                    found[one] = f"what you typed about the milestone {title!r}, in every plan"
    return found


@lru_cache(maxsize=256)
def _collections(data: bytes) -> tuple[tuple[str, Mapping[str, Mapping[str, object]]], ...]:
    """The tables of tables in a TOML file; none where it cannot be read."""
    try:
        table = parse(data, "")
    except MedpivotError:
        return ()
    return tuple(
        (key, one)
        for key, one in table.items()
        if isinstance(one, dict) and one and all(isinstance(two, dict) for two in one.values())
    )


def _title(table: Mapping[str, object]) -> str:
    found = (table.get(key) for key in ("title", "name", "label", "week"))
    return next((one for one in found if isinstance(one, str)), "")


def _stem(name: str) -> str:
    return name.partition(".")[0]


def _names(one: Forgettable) -> set[str]:
    """Every full name of a thing: a dated file goes by its day too, a table by its id."""
    names = {one.key}
    if isinstance(one.erasure, WholeOne):
        names.add(_stem(one.key))
        dated = parse_name(one.key)
        if dated and dated[0] == "assessment":
            names.add(f"{dated[1]}" if dated[2] == 1 else f"{dated[1]}-{dated[2]}")
    elif one.erasure is not None:
        names.add(one.key.partition("/")[2])
    return names


def _begins(one: Forgettable, wanted: str) -> bool:
    """Does the id of an entry begin so?"""
    if not isinstance(one.erasure, LogEntry):
        return False
    log, _, prefix = wanted.lower().rpartition("/")
    fits = len(prefix) >= SHORTEST and one.erasure.id.startswith(prefix)
    return fits and log in ("", _stem(one.erasure.log))
