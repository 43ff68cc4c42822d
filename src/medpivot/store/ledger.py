"""The ledger of education hours: `time.jsonl`, added to and never rewritten."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from medpivot.domain.ledger import Entry, from_entry, to_entry
from medpivot.errors import MedpivotError, Problem
from medpivot.store import line_ids, lines
from medpivot.store.lines import Lines

if TYPE_CHECKING:
    from medpivot.store.writing import Change

NAME = "time.jsonl"


@dataclass(frozen=True, slots=True)
class Ledger:
    """One entry for each week, oldest first, and each line that could not be read.

    `set_aside` are older entries for a week that has a later one: two copies of the file can
    bring them together. They are kept and not counted.
    """

    entries: tuple[Entry, ...] = ()
    set_aside: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()

    def of(self, monday: date) -> Entry | None:
        """The entry for the week of that Monday, or None."""
        return next((one for one in self.entries if one.week == monday), None)

    def before(self, monday: date) -> Entry | None:
        """The entry for the last week before that one, or None."""
        return next((one for one in reversed(self.entries) if one.week < monday), None)

    def entry(self, prefix: str) -> Entry:
        """The entry whose id begins so.

        Raises:
            MedpivotError: none does, or more than one; with the lines that are broken, since it
                may stand in one of them.
        """
        by_id = {one.id: one for one in self.entries}
        broken = [f"{NAME}: {problem}" for problem in self.problems]
        return by_id[line_ids.resolve(prefix, by_id, broken, "medpivot time list")]


def load(home: Path) -> Ledger:
    """The ledger as it stands; without a file, an empty one. A bad line hides no other.

    Raises:
        MedpivotError: the system refuses to read the file.
    """
    log = lines.read(home / NAME)
    problems = list(log.problems)
    by_week: dict[date, Entry] = {}
    aside: list[Entry] = []
    for one in sorted(log.entries, key=lambda key: log.stamps[key]):
        try:
            entry = from_entry(one, log.entries[one])
        except ValueError as reason:
            problems.append(Problem(f"entry {one}: {reason}", line=log.numbers[one]))
            continue
        if entry.week in by_week:
            aside.append(by_week[entry.week])
        by_week[entry.week] = entry
    entries = tuple(by_week[one] for one in sorted(by_week))
    return Ledger(entries, tuple(aside), lines.named(problems))


def keep(change: "Change", home: Path, entry: Entry) -> Entry:
    """Keep an entry: under its id, or, without one, under that of its week, or a new one.

    Returns it with its id. One that says the same is not written again.
    """
    log = lines.read(home / NAME)
    if not entry.id:
        present = load(home).of(entry.week)
        entry = replace(entry, id=present.id if present else line_ids.new_id())
    table, previous = to_entry(entry), log.entries.get(entry.id)
    if table != previous:
        line = lines.put(entry.id, table, after=log.stamps.get(entry.id))
        change.append(home / NAME, line, previous)
    return entry


def remove(change: "Change", home: Path, entry: Entry) -> None:
    """Take a week out of the ledger, with what was set aside for it; undo puts all of it back.

    Raises:
        MedpivotError: the ledger has no such entry any more.
    """
    log, ledger = lines.read(home / NAME), load(home)
    if entry not in ledger.entries:
        raise MedpivotError("that entry is not in the ledger any more", "medpivot time list")
    same_week = (one for one in (*ledger.set_aside, entry) if one.week == entry.week)
    for one in same_week:
        _take_away(change, home, log, one.id)


def _take_away(change: "Change", home: Path, log: Lines, entry_id: str) -> None:
    line = lines.removal(entry_id, after=log.stamps[entry_id])
    change.append(home / NAME, line, log.entries[entry_id])
