"""Tables as TOML that reads well: a list on one line, a blank line before each table."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import tomli_w

_BARE: Final = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)


def document(table: Mapping[str, object], heading: str = "") -> bytes:
    """A whole file; each line of `heading` becomes a comment at its top. None is left out."""
    comment = "".join(f"# {line}\n" for line in heading.splitlines())
    return (comment + "\n".join(blocks(table))).encode()


def blocks(table: Mapping[str, object], path: Sequence[str] = ()) -> Iterator[str]:
    """The table and the tables in it, each as the text of one `[table]`."""
    own = [f"{key(name)} = {value(one)}\n" for name, one in table.items() if _plain(one)]
    if own or (path and not table):
        yield (f"[{dotted(path)}]\n" if path else "") + "".join(own)
    for name, one in table.items():
        if isinstance(one, Mapping):
            yield from blocks(one, (*path, name))


def _plain(one: object) -> bool:
    return one is not None and not isinstance(one, Mapping)


def key(name: str) -> str:
    """A key, quoted where TOML needs it."""
    return name if _BARE.fullmatch(name) else value(name)


def dotted(path: Sequence[str]) -> str:
    """The keys of a path with dots between them."""
    return ".".join(key(name) for name in path)


def value(one: object) -> str:
    """A value on one line.

    Raises:
        TypeError: TOML has no such value.
    """
    if isinstance(one, Mapping):
        pairs = (f"{key(name)} = {value(inner)}" for name, inner in one.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(one, list | tuple):
        return f"[{', '.join(value(inner) for inner in one)}]"
    return tomli_w.dumps({"v": one}).removeprefix("v = ").rstrip("\n")
