"""What was done, step by step, and taking it back or bringing it back."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from medpivot.errors import MedpivotError
from medpivot.store import atomic, journal, lines, rollback
from medpivot.store.journal import Filed, Step, Turn
from medpivot.store.lines import Entry, Line
from medpivot.store.locking import locked
from medpivot.store.log_parts import parts_of
from medpivot.store.refusals import in_words, read_bytes
from medpivot.store.touches import LogLines, Touch, WholeFile
from medpivot.store.writing import take


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was taken back or brought back, in words, and what else the person should know."""

    what: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def steps(home: Path) -> list[Step]:
    """The steps that can be taken back, redone or were cut short, newest first.

    Takes no lock and creates nothing. A damaged step is listed with what is wrong with it.
    """
    found: list[Step] = []
    for one in _live(journal.filed(home))[::-1]:
        try:
            found.append(journal.read(one))
        except MedpivotError as error:
            if one.path.exists():
                found.append(Step(error.message, "", (), number=one.number, state=one.state))
    return found


def _live(filed: list[Filed]) -> list[Filed]:
    """Without steps that were taken back before a later one was done: nobody can redo those."""
    last = max((one.number for one in filed if one.state == "done"), default=0)
    return [one for one in filed if one.state != "undone" or one.number > last]


def undo(home: Path, count: int = 1, *, redo: bool = False, force: bool = False) -> Outcome:
    """Take back the last `count` steps, or with `redo` bring back those taken back last.

    Where there are fewer it takes back those there are. Log lines are answered with lines that
    say the opposite; other files get their old bytes. `force` goes on where a file was changed
    since, and keeps the present version beside it.

    Raises:
        MedpivotError: there is no step at all, a file was changed since (it is named), or the
            system refuses. What was taken back before stays so, and is named.
    """
    if not (home / journal.FOLDER).is_dir():
        raise _nothing(redo=redo)
    with locked(home):
        outcome = Outcome(notes=rollback.recover(home))
        for _ in range(count):
            try:
                step = _next(home, redo=redo)
                if step is None:
                    break
                ready = _ready(home, step, redo=redo, force=force, outcome=outcome)
                turn: Turn = "redo" if redo else "undo"
                take(home, Step(step.what, step.at, tuple(ready), turn, step.number))
            except MedpivotError as error:
                done = "brought back" if redo else "taken back"
                before = [f"{done} before that: {what}" for what in outcome.what]
                raise MedpivotError(error.message, error.hint, [*error.details, *before]) from None
            outcome.what.append(step.what)
    if not outcome.what:
        raise _nothing(redo=redo)
    return outcome


def _nothing(*, redo: bool) -> MedpivotError:
    word = "bring back" if redo else "take back"
    return MedpivotError(f"there is nothing to {word}", "medpivot undo --list")


def _next(home: Path, *, redo: bool) -> Step | None:
    live = _live(journal.filed(home))
    if redo:
        undone = [one for one in live if one.state == "undone"]
        chosen = undone[0] if undone else None
    else:
        done = [one for one in live if one.state == "done"]
        chosen = done[-1] if done else None
    return None if chosen is None else journal.read(chosen)


def _ready(home: Path, step: Step, *, redo: bool, force: bool, outcome: Outcome) -> list[Touch]:
    """What has to be written to take the step back or bring it back.

    Raises:
        MedpivotError: files or entries were changed since, and `force` was not given.
    """
    wanted = step.touches if redo else tuple(touch.turned() for touch in reversed(step.touches))
    ready: list[Touch] = []
    changed: list[str] = []
    keep: list[WholeFile] = []
    for touch in wanted:
        if isinstance(touch, LogLines):
            due, others = _due(home, touch)
            changed += [f"{touch.name}, entry {one}" for one in others]
            ready += [due] if due.added else []
            continue
        place = touch.place(home)
        if place == "other":
            expected = touch.before
            touch = WholeFile(touch.name, read_bytes(home / touch.name), touch.after)  # noqa: PLW2901
            if not _says_the_same(touch, expected):
                changed.append(touch.name)
                keep.append(touch)
        if place != "after":
            ready.append(touch)
    if changed and not force:
        hint = f"medpivot undo {'--redo ' if redo else ''}--force"
        raise MedpivotError(
            "changed since by hand or by another program: " + "; ".join(changed),
            hint,
            ["--force goes on all the same, and keeps the present version beside it"],
        )
    outcome.notes.extend(_keep(home, one) for one in keep if one.before is not None)
    return ready


def _says_the_same(touch: WholeFile, expected: bytes | None) -> bool:
    """Is it a log that, after lines were added and answered, has the entries it is expected to?"""
    if not touch.name.endswith(lines.ENDING) or touch.before is None or expected is None:
        return False
    present, then = parts_of(touch.before), parts_of(expected)
    return present.entries == then.entries and present.broken == then.broken


def _due(home: Path, touch: LogLines) -> tuple[LogLines, list[str]]:
    """The lines still to be written, one per id, and the ids whose entry was changed since."""
    log = lines.read(home / touch.name)
    left: dict[str, Entry | None] = {}
    target: dict[str, Line] = {}
    for line, before in zip(touch.added, touch.previous, strict=True):
        left.setdefault(line.id, before)
        target[line.id] = line
    due = [line for line in target.values() if log.entries.get(line.id) != line.entry]
    changed = [line.id for line in due if log.entries.get(line.id) != left[line.id]]
    present = tuple(log.entries.get(line.id) for line in due)
    written = LogLines(touch.name, tuple(due), present).renewed(log.stamps)
    return written.ready(home), changed


def _keep(home: Path, touch: WholeFile) -> str:
    """Keep the present bytes of a file beside it, and say where."""
    stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}"
    path = home / f"{touch.name}.kept-{stamp}"
    with in_words(path):
        atomic.write_new(path, touch.before or b"")
    return f"The present {touch.name} is kept as {path.name}."
