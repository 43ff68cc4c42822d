"""A person's own files with one thing in them changed to something that nobody expects."""

import tomllib
from copy import deepcopy
from datetime import UTC, date, datetime, time
from pathlib import Path
from random import Random
from typing import Any

import tomli_w
from attacked import Full
from copies import anew
from surface import Command, commands

VALUES: tuple[Any, ...] = (
    0, -1, 1, 3, 99, 2**31, 2**63 - 1, -(2**63), 10**40,
    0.0, -0.5, 1e-300, 1e308, float("nan"), float("inf"), float("-inf"),
    "", " ", "x", "\x1b[2J", "\u202e\u2066", "[bold]x[/]", "{{ 7 * 7 }}", "../../etc/passwd",
    "x" * 5000, "one\ntwo\r\nthree", "2026-02-30", "nan", "\u200b", "0", "true",
    True, False, [], {}, [[]], [{}], [1, "a", []], {"a": {}}, {"a": {"b": {"c": []}}},
    ["x"] * 300, {str(n): n for n in range(300)},
    date(1, 1, 1), date(9999, 12, 31), date(2026, 2, 28), date(1950, 1, 1), date(2200, 1, 1),
    datetime(2026, 11, 22, 10, 0, tzinfo=UTC), datetime(1, 1, 1), time(10, 0),
)  # fmt: skip
"""What stands where something else should."""

KEYS = ("", " ", "a.b", "\x1b[31m", "schema", "id", "status", "__class__", "../x", "x" * 300, "ü")
"""Keys that nobody expects."""


def mangled(data: bytes, chance: Random) -> tuple[bytes, str]:
    """The file with one to three things changed, and what was done, in words."""
    table = tomllib.loads(data.decode())
    said: list[str] = []
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        place = chance.choice(_places(table))
        holder, key = _holder(table, place)
        act = chance.choice(("set", "set", "set", "set", "drop", "add", "rename"))
        if act == "drop":
            del holder[key]
        elif act == "add":
            holder[chance.choice(KEYS)] = deepcopy(chance.choice(VALUES))
        elif act == "rename":
            holder[chance.choice(KEYS)] = holder.pop(key)
        else:
            holder[key] = deepcopy(chance.choice(VALUES))
            said.append(f"{'.'.join(place)} = {holder[key]!r:.60}")
            continue
        said.append(f"{act} {'.'.join(place)}")
        if not table:
            break
    return tomli_w.dumps(table).encode(), "; ".join(said)


def _places(table: dict[str, Any], path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for key, one in table.items():
        found.append((*path, key))
        if isinstance(one, dict):
            found += _places(one, (*path, key))
    return found


def _holder(table: dict[str, Any], path: tuple[str, ...]) -> tuple[dict[str, Any], str]:
    for key in path[:-1]:
        table = table[key]
    return table, path[-1]


READ_BY: dict[str, tuple[str, ...]] = {
    "plan-": ("", "plan", "status", "log", "report", "calendar", "data"),
    "assessment-": ("", "assess", "roles", "status", "plan", "people", "data", "cv", "report"),
    "assessment-draft": ("", "status", "assess", "data"),
    "activities": ("", "log", "plan", "status", "people", "cv", "portfolio", "data", "report"),
    "time": ("", "time", "status", "data", "money", "report", "jobs"),
    "people": ("", "people", "status", "plan", "data", "portfolio", "report", "calendar"),
    "jobs": ("", "jobs", "status", "data", "money", "report", "calendar"),
    "money": ("", "money", "training", "jobs", "data", "report"),
    "training": ("", "training", "money", "data", "report"),
    "roles": ("", "roles", "assess", "plan", "jobs", "training", "data"),
    "profile": ("", "cv", "portfolio", "data", "report"),
}
"""The commands that read a file, by the beginning of its name."""

NEVER = {("demo",), ("data", "wipe"), ("data", "backup"), ("data", "restore"), ("data", "forget")}
"""Commands that are about something else: no folder, or all of it."""


def lines_about(name: str, full: Full) -> list[list[str]]:
    """Command lines that read a file, each also with the flags that change what is written."""
    best = max((one for one in READ_BY if name.startswith(one)), key=len, default="")
    groups = READ_BY.get(best, ("data",))
    lines: list[list[str]] = []
    for command in commands():
        if command.path in NEVER or (command.path[0] if command.path else "") not in groups:
            continue
        lines += [full.line(command, *more) for more in _ways(command)]
    return lines


def _ways(command: Command) -> list[list[str]]:
    return [[], *([flag] for flag in command.flagged("--json", "--plain"))]


def spoiled(full: Full, home: Path, name: str, data: bytes) -> None:
    """A copy of the full folder with one file spoiled."""
    anew(full.home, home)
    (home / name).write_bytes(data)
