"""A CSV file as rows of text, each with the line on which it begins."""

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from medpivot.errors import BrokenFile, Problem

_DELIMITERS: Final = (",", ";", "\t")
_BINARY: Final = {
    b"PK\x03\x04": "a workbook (or another archive)",
    b"\xd0\xcf\x11\xe0": "an old workbook",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"SQLite format 3": "a database",
}
_SAVE_AS: Final = "in the spreadsheet, save it as CSV UTF-8"
_NO_TABLE: Final = "medpivot log import --template"
_QUOTES: Final = "mend these lines (a cell with a comma in it needs quotation marks around it)"
_LONGEST_CELL: Final = 10_000_000
_NULS: Final = 8
_SHOWN: Final = 20


@dataclass(frozen=True, slots=True)
class Sheet:
    """A header and the rows below it; blank rows are left out.

    `rows` are pairs of the line a row begins on, counted from 1, and as many cells as the header.
    """

    delimiter: str
    header: tuple[str, ...]
    header_line: int
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read_sheet(data: bytes, name: str) -> Sheet:
    """The rows of a CSV file with commas, semicolons or tabs, in UTF-8 or UTF-16 with its mark.

    Raises:
        BrokenFile: it is no CSV, is in another encoding, or has rows of another width than its
            header; all of them with their lines.
    """
    text = _text(data, name)
    marked, skipped = _marked(text)
    text = text[skipped:]
    first_line = 2 if skipped else 1
    delimiter = marked or _delimiter(text)
    found = list(_rows(text, delimiter, first_line, name))
    if not found:
        raise BrokenFile(name, [Problem("is empty")], "medpivot log import --template")
    (header_line, header), *rows = found
    width = len(header)
    problems = [
        Problem(f"has {_cells(len(cells))} where the header has {width}", line=line)
        for line, cells in rows
        if len(cells) < width or any(cell.strip() for cell in cells[width:])
    ]
    if problems:
        raise BrokenFile(name, problems, _NO_TABLE if len(problems) == len(rows) else _QUOTES)
    return Sheet(
        delimiter,
        tuple(cell.strip() for cell in header),
        header_line,
        tuple((line, tuple(cells[:width])) for line, cells in rows),
    )


def _cells(count: int) -> str:
    return f"{count} {'cell' if count == 1 else 'cells'}"


def _text(data: bytes, name: str) -> str:
    for beginning, what in _BINARY.items():
        if data.startswith(beginning):
            raise BrokenFile(name, [Problem(f"is {what}, not a CSV file")], _SAVE_AS)
    encoding = "utf-8-sig"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif data[:4096].count(0) > _NULS:
        raise BrokenFile(name, [Problem("is not a text file", line=1)], _SAVE_AS)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        what = "is not in UTF-16" if encoding == "utf-16" else "is not in UTF-8"
        near = data[max(0, error.start - _SHOWN) : error.start].decode("ascii", "replace")
        after = near.rpartition("\n")[2].replace("\ufffd", "?").strip()
        behind = f", behind {after!r}" if after else ""
        raise BrokenFile(name, [Problem(f"{what}{behind}", line=line)], _SAVE_AS) from None


def _marked(text: str) -> tuple[str, int]:
    """The delimiter that a first line `sep=;` names, which Excel writes, and its length."""
    first, newline, _ = text.partition("\n")
    mark = first.rstrip("\r")
    if newline and mark[:4].lower() == "sep=" and mark[4:] in _DELIMITERS:
        return mark[4:], len(first) + 1
    return "", 0


def _delimiter(text: str) -> str:
    """The one that stands most often in the header, outside of quotes; a comma where none does."""
    header = next((line for line in re.split("[\r\n]", text) if line.strip()), "")
    outside = "".join(header.split('"')[::2])
    return max(_DELIMITERS, key=outside.count)


def _rows(
    text: str, delimiter: str, first_line: int, name: str
) -> Iterator[tuple[int, Sequence[str]]]:
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + first_line
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise BrokenFile(name, [Problem(_reason(error), line=line)], _SAVE_AS) from None
        if any(cell.strip() for cell in cells):
            yield line, cells


def _reason(error: csv.Error) -> str:
    if "end of data" in str(error):
        return "a quotation mark opens here and is never closed"
    if "expected after" in str(error):
        return "something stands between a closing quotation mark and the next cell"
    return "this is not a row of a CSV file"
