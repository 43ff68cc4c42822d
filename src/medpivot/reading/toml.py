"""TOML from bytes: whatever is wrong is named with its place, never raised as a traceback."""

import re
import tomllib
from decimal import Decimal

from medpivot.errors import BrokenFile, Problem
from medpivot.reading.nesting import DEEPEST, too_deep
from medpivot.reading.toml_words import in_words

LARGEST = 5_000_000
"""Bytes. No file of this program comes near; a larger one is not one of ours."""

_STRING = re.compile(
    r'"{3}(?:\\.|[^\\])*?"{3}|"(?:\\.|[^"\\\n])*"' + r"|'{3}.*?'{3}|'[^'\n]*'|#[^\n]*", re.DOTALL
)
_CHAIN = re.compile(rf"(?<![\w-])(?:[\w-]+[ \t]*\.[ \t]*){{{DEEPEST}}}")
_PLACE = re.compile(r"^(?P<what>.*?) \(at line (?P<line>\d+), column \d+\)$", re.DOTALL)
LEAVE_IT = "mend that place in an editor; the file is as you left it"
MEND_IT = (
    "mend that place in an editor, or `medpivot undo` if a command caused it; "
    "the file is as you left it"
)
"""The hint for a file that commands change too."""


def parse(data: bytes, name: str, hint: str = LEAVE_IT) -> dict[str, object]:
    """The table in a TOML file; a byte-order mark and any line ends are accepted.

    Raises:
        BrokenFile: too large, not UTF-8, or not TOML; with the line where there is one.
    """
    if len(data) > LARGEST:
        raise BrokenFile(name, [Problem(f"{len(data):,} bytes are too many to be read")], hint)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise BrokenFile(name, [Problem("not text in UTF-8", line=line)], hint) from None
    text = text.replace("\r\n", "\n")
    chain = _long_chain(text)
    if chain:
        raise BrokenFile(name, [Problem("a key of too many parts", line=chain)], hint)
    try:
        table = tomllib.loads(text)
        if not too_deep(table):
            return table
        problem = Problem("nested too deeply to be read")
    except tomllib.TOMLDecodeError as error:
        problem = _problem(str(error), text)
    except RecursionError:
        problem = Problem("nested too deeply to be read")
    except ValueError:
        # Python refuses numbers of more than 4,300 digits, and does not say where they stand
        problem = Problem("a number has too many digits to be read")
    raise BrokenFile(name, [problem], hint)


def exactly(value: float | None) -> Decimal | None:
    """The number as it stood in the file, without the noise of binary fractions."""
    return None if value is None else Decimal(str(value))


def _long_chain(text: str) -> int | None:
    """The line with a key such as `a.a.a...`: a few ten thousand parts take tomllib a minute."""
    if all(line.count(".") < DEEPEST for line in text.split("\n")):
        return None
    keys = _STRING.sub(lambda found: "_" + "\n" * found[0].count("\n"), text)
    return next((n for n, line in enumerate(keys.split("\n"), 1) if _CHAIN.search(line)), None)


def _problem(message: str, text: str) -> Problem:
    lines = text.split("\n")
    match = _PLACE.match(message)
    if match:
        number = int(match["line"])
        return Problem(in_words(match["what"], lines[number - 1]), line=number)
    if message.endswith("(at end of document)"):
        what = message.removesuffix(" (at end of document)")
        return Problem(in_words(what, "") + ", at the end of the file", line=len(lines))
    return Problem(message)


def line_of(data: bytes, path: tuple[str, ...]) -> int | None:
    """The line on which a key or its nearest table header stands, found by its text."""
    lines = data.decode("utf-8-sig", errors="replace").splitlines()
    for depth in range(len(path), 0, -1):
        header = _header(lines, path[:depth])
        if header is None:
            continue
        return _key(lines, header, path[depth]) if depth < len(path) else header + 1
    return _key(lines, -1, path[0]) if path else None


def _header(lines: list[str], path: tuple[str, ...]) -> int | None:
    wanted = "[" + ".".join(path) + "]"
    plain = (line.strip().replace('"', "").replace("'", "") for line in lines)
    return next((n for n, line in enumerate(plain) if line.split("#")[0].strip() == wanted), None)


def _key(lines: list[str], header: int, key: str) -> int | None:
    pattern = re.compile(rf"^\s*[\"']?{re.escape(key)}[\"']?\s*[.=]")
    for number, line in enumerate(lines[header + 1 :], start=header + 2):
        if line.lstrip().startswith("["):
            break
        if pattern.match(line):
            return number
    return header + 1 if header >= 0 else None
