"""A file that somebody names on the command line, as bytes or as the reason why not."""

from pathlib import Path

from medpivot.errors import MedpivotError
from medpivot.store.refusals import in_words, read_bytes


def read_given(path: Path, name_it: str) -> bytes:
    """Its bytes; `name_it` is what to do where there is no such file: `name an answers file`.

    Raises:
        MedpivotError: there is none, it is a folder, or the system refuses.
    """
    there = path.expanduser()
    with in_words(there, "read"):
        if there.is_dir():
            raise MedpivotError(f"{path} is a folder", name_it)
    data = read_bytes(there)
    if data is None:
        raise MedpivotError(f"there is no file {path}", name_it)
    return data
