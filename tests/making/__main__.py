"""`python -m making [WHAT ...]`: writes what is made from the program; all of it if nothing is named."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from making import pages
from making.manual import manual
from making.reference import reference

DOCS = Path(__file__).resolve().parents[2] / "docs"
REFERENCE, MANUAL = DOCS / "reference.md", DOCS / "medpivot.1"


def _reference() -> None:
    _write(REFERENCE, reference())


def _manual() -> None:
    _write(MANUAL, manual())


def _pages() -> None:
    for path in pages.paths():
        with tempfile.TemporaryDirectory() as folder:
            page = pages.rewritten(path.read_text(encoding="utf-8"), Path(folder) / "home")
        _write(path, page)


MAKERS: dict[str, Callable[[], None]] = {"reference": _reference, "man": _manual, "pages": _pages}


def _write(path: Path, text: str) -> None:
    """Write a file only where it differs, and say so."""
    before = path.read_text(encoding="utf-8") if path.exists() else None
    if text != before:
        path.write_text(text, encoding="utf-8", newline="\n")
    state = "as it was" if text == before else "made anew"
    sys.stdout.write(f"{path.relative_to(DOCS.parent)}: {state}\n")


if __name__ == "__main__":
    for name in sys.argv[1:] or MAKERS:
        MAKERS[name]()
