"""What was erased, what still stands somewhere, and what no program can reach."""

from typing import Final

from medpivot.show.log_words import counted
from medpivot.show.out import one_line
from medpivot.store.forgettable import Forgettable
from medpivot.store.forgetting import Erased
from medpivot.store.wiping import Wipeable

BEYOND_REACH: Final = (
    "Out of reach of medpivot, and yours to remove:",
    "  - backups, exports, printed pages",
    "  - copies on other computers, which a sync program may bring back",
    "  - snapshots (Time Machine, File History) and cloud copies of this disk",
    "  - your shell's history, where it was typed on a command line",
    "  - the freed blocks of the disk, until they are written over",
)

_MOST_SHOWN: Final = 5


def erased_json(thing: Forgettable, erased: Erased) -> dict[str, object]:
    """The keys of `data forget --json`; `still` names the lines that hold its words even now."""
    return {
        "schema": 1,
        "forgotten": thing.key,
        "files": list(erased.files),
        "steps_changed": erased.steps_changed,
        "steps_removed": erased.steps_removed,
        "still": [{"file": name, "line": line} for name, line in erased.still],
    }


def erased_lines(thing: Forgettable, erased: Erased) -> list[str]:
    """What went, and where its words still stand."""
    steps = erased.steps_changed + erased.steps_removed
    where = [one_line(name) for name in erased.files]
    if steps:
        where.append(f"{counted(steps, 'step', 'steps')} of the history")
    lines = [f"Erased: {one_line(thing.what)}; gone from {', '.join(where) or 'nothing'}."]
    if erased.still:
        shown = [f"{one_line(name)} line {line}" for name, line in erased.still[:_MOST_SHOWN]]
        rest = len(erased.still) - len(shown)
        more = f" and {counted(rest, 'more line', 'more lines')}" if rest else ""
        lines.append(f"The same words still stand in {', '.join(shown)}{more}.")
    return lines


def wipe_json(folder: str, found: Wipeable) -> dict[str, object]:
    """The keys of `data wipe --json`."""
    return {
        "schema": 1,
        "folder": folder,
        "removed": list(found.ours),
        "left": list(found.others),
    }


def wipe_lines(folder: str, found: Wipeable, *, done: bool) -> list[str]:
    """The files that go, or went, the steps of the history as a number, and what stays."""
    files = [one_line(name) for name in found.ours if "/" not in name]
    steps = len(found.ours) - len(files)
    history = [f"history/ with {counted(steps, 'file', 'files')}"] if steps else []
    word = "Erased" if done else "To be erased for good"
    lines = [f"{word} from {one_line(folder)}: {', '.join([*files, *history])}."]
    if found.others:
        names = ", ".join(one_line(name) for name in found.others)
        lines.append(f"Not medpivot's, and left: {names}.")
    return lines
