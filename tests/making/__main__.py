"""`python -m making [WHAT ...]`: writes what is made from the program; all of it if nothing is named."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from browser import Browser
from making import pages, pictures, three_months
from making.manual import manual
from making.person import ROOT, Person
from making.reference import reference

REFERENCE, MANUAL = ROOT / "docs" / "reference.md", ROOT / "docs" / "medpivot.1"

_problems: list[str] = []
"""What could not be made; said at the end, after everything else."""


def _reference() -> None:
    _write(REFERENCE, reference())


def _manual() -> None:
    _write(MANUAL, manual())


def _pages() -> None:
    for path in pages.paths():
        with tempfile.TemporaryDirectory() as folder:
            try:
                page = pages.rewritten(path.read_text(encoding="utf-8"), Path(folder) / "home")
            except AssertionError as refusal:
                _problems.append(f"{_place(path)}: left as it was, because {refusal}")
                continue
        _write(path, page)


def _pictures() -> None:
    pictures.FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        person = Person(Path(folder) / "home")
        three_months.live(person)
        for name, picture in pictures.terminal_pictures(person).items():
            _write(pictures.FOLDER / name, picture)
        try:
            browser = Browser(Path(folder))
        except pytest.skip.Exception as missing:
            _problems.append(f"{_place(pictures.REPORT)}: left as it was, because {missing}")
            return
        _write(pictures.REPORT, pictures.report_picture(person, browser))


MAKERS: dict[str, Callable[[], None]] = {
    "reference": _reference,
    "man": _manual,
    "pages": _pages,
    "pictures": _pictures,
}


def _write(path: Path, content: str | bytes) -> None:
    """Write a file only where it differs, and say so."""
    data = content.encode() if isinstance(content, str) else content
    same = path.exists() and path.read_bytes() == data
    if not same:
        path.write_bytes(data)
    sys.stdout.write(f"{_place(path)}: {'as it was' if same else 'made anew'}\n")


def _place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


if __name__ == "__main__":
    for name in sys.argv[1:] or MAKERS:
        MAKERS[name]()
    if _problems:
        sys.exit("\n".join(_problems))
