"""What a backup would put into the folder, as lines and as JSON."""

from medpivot.show.log_words import counted
from medpivot.show.out import one_line
from medpivot.store.restoring import Comparison

_HISTORY = {
    "restored": "history/, the steps that undo knows, comes along.",
    "kept": "history/, the steps that undo knows: those of the folder stay; those in the backup "
    "are left out.",
    "none": "",
}


def comparison_json(
    backup: str, folder: str, seen: Comparison, *, restored: bool
) -> dict[str, object]:
    """The keys of `data restore --json`."""
    return {
        "schema": 1,
        "backup": backup,
        "folder": folder,
        "new": list(seen.new),
        "replaced": list(seen.replaced),
        "same": list(seen.same),
        "untouched": list(seen.untouched),
        "entries_gone": dict(seen.entries_gone),
        "history": seen.history,
        "restored": restored,
    }


def comparison_lines(folder: str, seen: Comparison) -> list[str]:
    """What is new, replaced, the same and untouched, file by file."""
    groups = (
        ("new", seen.new),
        ("replaced", seen.replaced),
        ("the same already", seen.same),
        ("not in the backup, left as it is", seen.untouched),
    )
    lines = [one_line(folder)]
    for title, names in groups:
        lines += [f"  {one_line(name)}: {title}{_gone(name, seen)}" for name in names]
    return [*lines, *([f"  {_HISTORY[seen.history]}"] if _HISTORY[seen.history] else [])]


def _gone(name: str, seen: Comparison) -> str:
    count = seen.entries_gone.get(name)
    return f"; {counted(count)} that only the present one has would go" if count else ""
