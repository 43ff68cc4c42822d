"""Where things stand in the text of a TOML file: its tables, its keys, their values and comments.

The text must be TOML already: this only finds places in it.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias

Path: TypeAlias = tuple[str, ...]

_TOKEN: Final = re.compile(
    r"""
    (?P<string>
        \"\"\"(?:\\.|[^\\])*?\"\"\"(?!\") | '''.*?'''(?!') | "(?:\\.|[^"\\\n])*" | '[^'\n]*'
    )
    | (?P<comment>\#[^\r\n]*)
    | (?P<newline>\r?\n)
    | (?P<space>[ \t\r\ufeff]+)
    | (?P<open>[\[{])
    | (?P<close>[\]}])
    | (?P<equals>=)
    | (?P<word>[^\s"'\#\[\]{}=]+)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(slots=True)
class Table:
    """One `[table]`, or the keys above the first (its path is empty then).

    `start` is where the line of its name begins. `end` is where its last key ends, so that what is
    added there stands before the comments that belong to whatever follows. `listed`: it is, or
    lies in, one of an array of tables.
    """

    path: Path
    end: int
    listed: bool = False
    start: int = 0


@dataclass(slots=True)
class Key:
    """One `key = value`: whole lines from `start` to `end`, the value from `first` to `last`.

    `path` is the full path, `inside` the comments within the value, `beside` the one after it.
    """

    table: Table
    path: Path
    start: int
    indent: str
    first: int = 0
    last: int = 0
    end: int = 0
    inside: list[str] = field(default_factory=list)
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """The tables and the keys of a text, in its order."""

    tables: tuple[Table, ...]
    keys: tuple[Key, ...]


@dataclass(slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int


def places(text: str) -> Places:
    """Every table and every key of a TOML text."""
    tables, keys = [Table((), 0)], []
    listed: set[Path] = set()
    tokens = _tokens(text)
    start = 0
    for token in tokens:
        if token.kind == "newline":
            start = token.end
        elif token.kind == "open":
            table = _table(text, token, tokens, listed)
            table.start = start
            tables.append(table)
            start = table.end
        elif token.kind in ("word", "string"):
            key = _key(text, token, tokens, Key(tables[-1], (), start, text[start : token.start]))
            keys.append(key)
            start = tables[-1].end = key.end
    return Places(tuple(tables), tuple(keys))


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        yield _Token(match.lastgroup or "", match[0], match.start(), match.end())


def _table(text: str, first: _Token, tokens: Iterator[_Token], listed: set[Path]) -> Table:
    end, close = len(text), first.end
    for token in tokens:
        if token.kind == "newline":
            end = token.end
            break
        if token.kind == "close":
            close = token.end
    path = _path(text[first.start : close].strip("[]"))
    if text.startswith("[[", first.start):
        listed.add(path)
    within = any(path[:depth] in listed for depth in range(1, len(path) + 1))
    return Table(path, end, within)


def _key(text: str, first: _Token, tokens: Iterator[_Token], key: Key) -> Key:
    depth = 0
    key.end = len(text)
    for token in tokens:
        if token.kind == "newline" and depth == 0:
            key.end = token.end
            break
        if token.kind == "equals" and not key.path:
            key.path = (*key.table.path, *_path(text[first.start : token.start]))
        elif token.kind == "comment" and depth:
            key.inside.append(token.text)
        elif token.kind == "comment":
            key.beside = token.text
        elif key.path and token.kind not in ("space", "newline"):
            depth += (token.kind == "open") - (token.kind == "close")
            key.first = key.first or token.start
            key.last = token.end
    return key


def _path(text: str) -> Path:
    if '"' not in text and "'" not in text:
        return tuple(part.strip() for part in text.split("."))
    table: object = tomllib.loads(f"{text.strip()} = 0")
    path: list[str] = []
    while isinstance(table, dict):
        [(name, table)] = table.items()
        path.append(name)
    return tuple(path)
