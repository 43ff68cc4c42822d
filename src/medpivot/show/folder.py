"""The person's folder, as text and as JSON."""

from medpivot.show.out import one_line
from medpivot.store.folder import Folder

_KILO = 1000


def folder_json(folder: Folder) -> dict[str, object]:
    """The keys of `data where --json`; sizes in bytes, modes as four octal digits."""
    return {
        "schema": 1,
        "folder": str(folder.path),
        "exists": folder.exists,
        "mode": _mode(folder.mode),
        "files": [
            {"name": one.name, "bytes": one.size, "mode": _mode(one.mode)} for one in folder.files
        ],
        "history": {"steps": folder.steps, "bytes": folder.history_size},
    }


def folder_lines(folder: Folder) -> list[str]:
    """The folder, then each file with its size."""
    lines = [one_line(str(folder.path))]
    width = max((len(one_line(one.name)) for one in folder.files), default=0)
    for one in folder.files:
        name = one_line(one.name)
        lines.append(f"  {name:{width}}  {size_in_words(one.size):>9}")
    if folder.steps:
        steps = "1 step" if folder.steps == 1 else f"{folder.steps} steps"
        lines.append(f"  history/: {steps} that undo knows, {size_in_words(folder.history_size)}")
    return lines


def folder_remark(folder: Folder) -> str:
    """Who can open the files, or that there are none yet."""
    if not folder.exists:
        return "Nothing is there yet. The first thing you keep makes the folder."
    if folder.open_to_others:
        names = ", ".join(folder.open_to_others)
        return f"Other accounts of this computer can open {names}; `chmod 600` on them ends that."
    if folder.mode is None:
        return "Nothing in it is sent anywhere."
    return "Only your account can open these files. Nothing in them is sent anywhere."


def _mode(mode: int | None) -> str | None:
    return None if mode is None else f"{mode:04o}"


def size_in_words(size: int) -> str:
    """`640 bytes`, `1.2 kB`, `3.4 MB`."""
    if size < _KILO:
        return f"{size} bytes"
    if size < _KILO * _KILO:
        return f"{size / _KILO:.1f} kB"
    return f"{size / _KILO / _KILO:.1f} MB"
