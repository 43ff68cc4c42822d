"""A letter or CV from a file: its lines, from Markdown, plain text or DOCX.

A DOCX is read with the standard library alone: of a letter somebody wrote only the words count.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from xml.etree import ElementTree as ET

from medpivot.errors import MedpivotError

LARGEST: Final = 20_000_000
"""Bytes, unpacked; no letter comes near."""

_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY: Final = "word/document.xml"
_HINT: Final = "save it as .docx, .md or .txt"


@dataclass(frozen=True, slots=True)
class Written:
    """Its lines; of a DOCX, the paragraphs with an empty line after each."""

    lines: tuple[str, ...]
    paragraphs: bool = False

    @property
    def unit(self) -> str:
        """What its places are counted in."""
        return "paragraph" if self.paragraphs else "line"

    def place(self, line: int) -> int:
        """The number of a line as its writer would count it."""
        return (line + 1) // 2 if self.paragraphs else line


def read_written(data: bytes, name: str) -> Written:
    """What is written in a text or a DOCX.

    Raises:
        MedpivotError: it is no text in UTF-8 and no DOCX, or larger than a letter can be.
    """
    if len(data) > LARGEST:
        raise MedpivotError(f"{name} is too large to be a letter", "name the letter itself")
    if data.startswith(b"%PDF"):
        raise MedpivotError(f"{name} is a PDF, which is not read here", _HINT)
    if data.startswith(b"PK"):
        return Written(tuple(_paragraphs(data, name)), paragraphs=True)
    if b"\0" in data or data.startswith(b"{\\rtf"):
        raise MedpivotError(f"{name} is not a text", _HINT)
    try:
        return Written(tuple(re.split(r"\r\n|\r|\n", data.decode("utf-8-sig"))))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise MedpivotError(f"{name}: line {line} is not text in UTF-8", _HINT) from None


def _paragraphs(data: bytes, name: str) -> Iterator[str]:
    for paragraph in _tree(data, name).iter(f"{_WORD}p"):
        yield "".join(_text(one) for one in paragraph.iter())
        yield ""


def _tree(data: bytes, name: str) -> ET.Element:
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            if packed.getinfo(_BODY).file_size > LARGEST:
                raise MedpivotError(f"{name} is too large to be a letter", "name the letter itself")
            text = packed.read(_BODY)
        if b"<!DOCTYPE" in text:
            raise MedpivotError(f"{name} is not a DOCX that Word makes", _HINT)
        return ET.fromstring(text)  # noqa: S314  (no document type: nothing to expand)
    except (zipfile.BadZipFile, KeyError, ET.ParseError, NotImplementedError, OSError):
        raise MedpivotError(f"{name} is not a DOCX that can be read", _HINT) from None
    except (RuntimeError, EOFError, ValueError):
        raise MedpivotError(f"{name} is locked or damaged", _HINT) from None


def _text(one: ET.Element) -> str:
    if one.tag == f"{_WORD}t":
        return one.text or ""
    return " " if one.tag in (f"{_WORD}tab", f"{_WORD}br") else ""
