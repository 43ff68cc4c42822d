"""Texts nobody should type and everybody may, and what no command may do with any of them."""

import contextlib
import io
import os
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

TYPED: dict[str, str] = {
    "colors": "\x1b[31mred\x1b[0m",
    "a cleared screen": "\x1b[2J\x1b[H gone",
    "a window title and a clipboard": "\x1b]0;owned\x07\x1b]52;c;cm0gLXJmIC8=\x07",
    "a link in a terminal": "\x1b]8;;file:///etc/passwd\x1b\\click\x1b]8;;\x1b\\",
    "escapes of eight bits": "\x9b31mred\x9d0;title\x9c\x85next",
    "bells, backspaces and deletes": "\x07\x08\x08\x08\x7f\x0e\x0f",
    "markup": "[bold red]loud[/] [link=file:///etc/passwd]x[/link] [/nothing]",
    "an end of markup": "[/]",
    "a template": "{{ 7 * 7 }}{% for one in ().__class__.__base__.__subclasses__() %}x{% endfor %}",
    "half a template": "{% {{ {# #} %} {{",
    "a format": "%s %n %(name)s {0} {name!r:>{width}} $HOME ${HOME} `id`",
    "a path upward": "../../../../etc/passwd",
    "a path from the root": "/etc/passwd",
    "a file of ours": "history/pending.json",
    "a hidden file": ".lock",
    "a device": "CON",
    "a path of Windows": "..\\..\\C:\\x",
    "TOML": '"]\n[milestone.x]\ntitle = "',
    "quotes": "\"\"\" ''' \\ \" '",
    "JSON": '"}\n{"v":1,"op":"remove","id":"x"}',
    "several lines": "one\ntwo\r\nthree\rfour\x0bfive\x0csix\u2028seven\u2029eight",
    "an error of our own": "x\nerror: all is lost\ntry: rm -r /",
    "text from right to left": "\u202egnp.exe\u2066 \u2069 \u05d0\u05d1 \u200f",
    "emoji": "👩🏽‍⚕️ 🏳️‍🌈 ☠️",
    "marks upon marks": "a" + "\u0301" * 300,
    "ten thousand letters": "x" * 10_000,
    "three thousand words": "word " * 3_000,
    "nothing": "",
    "a space": " ",
    "a hyphen": "-",
    "no number": "nan",
    "more than there is": "inf",
    "a number too large": "1e999",
    "five thousand digits": "9" * 5_000,
    "digits of another script": "١٢",
    "a negative number": "-1",
    "the first day of all": "0001-01-01",
    "the last day of all": "9999-12-31",
    "a day that never was": "2026-02-30",
    "a day long ago": "99999999999 days ago",
    "a day too far": "in 9999999 weeks",
    "half a character": "\udc80",
    "invisible letters": "\u200b\ufeff\u00ad\u2060",
    "an equals sign": "=",
    "a key and nothing": "specialty=",
    "a list of commas": ",,,",
    "an id that is no id": "Not_An-ID--",
    "a name of Python's": "__class__",
}
"""What is typed, by what it is."""

EXIT_CODES = (0, 1, 2, 130)
FAULT = "a fault in medpivot"


@dataclass(frozen=True)
class Ran:
    """What a command left in this process."""

    code: int
    out: str
    err: str


def run(
    home: Path | None,
    args: Sequence[str],
    today: str | None = "2026-11-22",
    stdin: str = "",
    **variables: str,
) -> Ran:
    """One command in this process, its streams kept as UTF-8 like those of a shell."""
    from medpivot.cli import program

    out, err = _stream(), _stream()
    day = {"MEDPIVOT_TODAY": today} if today else {}
    line = [*([] if home is None else ["--home", str(home)]), *args]
    with (
        given(**{"NO_COLOR": "1", "COLUMNS": "80"} | day | variables),
        stdin_of(stdin),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        code = program.main(line, standalone_mode=False)
    return Ran(int(code or 0), _text(out), _text(err))


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode(errors="surrogateescape")  # type: ignore[attr-defined]


@contextlib.contextmanager
def stdin_of(text: str) -> Iterator[None]:
    """Standard input that holds some text, and is no terminal."""
    before, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(text.encode(errors="replace")))
    try:
        yield
    finally:
        sys.stdin = before


@contextlib.contextmanager
def given(**variables: str) -> Iterator[None]:
    """Environment variables for a while; faults become words, as a person would see them."""
    before = dict(os.environ)
    os.environ.update(variables)
    os.environ.pop("MEDPIVOT_TRACEBACK", None)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def wrong(ran: Ran) -> str:
    """What a command did that none may do; empty where it did nothing of the kind."""
    if ran.code not in EXIT_CODES:
        return f"ended with {ran.code}"
    for name, text in (("out", ran.out), ("err", ran.err)):
        if FAULT in text or "Traceback" in text:
            return f"a fault: {text[-500:]}"
        loose = sorted({one for one in text if is_loose(one)})
        if loose:
            return f"{loose} on std{name}"
    if ran.code in (1, 2) and "error: " not in ran.err:
        return "failed without a word"
    return ""


_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def is_loose(character: str) -> bool:
    """Can it move a cursor, change a color or turn a line round?"""
    if character == "\n":
        return False
    return unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") or character in _BIDI
