"""The table of bad inputs in README.md beside this file: `make attack-table` writes it anew."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import bad_files
from attacked import Full, full
from copies import anew
from hostile import TYPED, run, wrong
from mangling import spoiled

README = Path(__file__).parent / "README.md"
PLAN, LOG = "plan-2026-11-22.toml", "activities.jsonl"

LONG_ONES = ("fifty megabytes", "fifty megabytes in one line")

HEAD = """\
# What the program was attacked with

Written by `make attack-table`; a test holds that it is current. What happens is what one command
was seen doing just now; that no command at all ever ends in a fault, writes elsewhere, sends a
terminal something to obey or changes a file it could not read is held by the tests beside this
file: a few of each in every test run, all of them with `make torture`.
"""

TESTS = """\
## The attacks

| test | what it does |
|---|---|
| `test_kills.py` | SIGKILL at random moments of commands that follow one another |
| `test_every_call.py` | each call to the disk that a command makes fails, stops half-way, is the last before a kill, or meets Ctrl-C: every call of every changing command, in eight ways |
| `test_refusing_disks.py` | real disks that are full or read-only, limits on the size of files, folders without rights |
| `test_many_terminals.py` | eight terminals at once; a lock whose holder was killed, or stopped |
| `test_hostile_texts.py` | the texts below in every argument and option of every command, and what hypothesis makes of them |
| `test_hostile_files.py` | the files below under every name of ours, any value where another should stand, pipes, links and devices |
| `test_privacy.py` | modes under any umask; every command watched for sockets, other programs and writes elsewhere; faults that know what was typed |
| `test_interrupts.py` | Ctrl-C at random moments, also while the program starts; a closed or full output |
| `test_walks.py` | commands, undo, redo, hand edits, merged logs and kills in any order, held against a model that knows nothing of undo |
| `test_order_on_disk.py` | what is flushed before what, as the system was asked to |
"""


def outcome_of_file(full: Full, home: Path, name: str, data: bytes, line: list[str]) -> str:
    """What a command does with a spoiled file."""
    spoiled(full, home, name, data)
    ran = run(home, line)
    assert not wrong(ran), wrong(ran)
    assert (home / name).read_bytes() == data
    said = ran.err.replace("Today is taken as 2026-11-22.\n", "")
    if ran.code:
        return "refused by name and place; left as it is"
    return "read; the oddity is named" if said else "read as it is meant"


def outcome_of_text(full: Full, home: Path, text: str) -> str:
    """What becomes of a text that is typed as the title of an activity."""
    anew(full.home, home)
    ran = run(home, ["log", "add", "--kind=lecture", "--", text])
    assert not wrong(ran), wrong(ran)
    if ran.code:
        return "refused in words"
    shown = run(home, ["log", "list", "--limit", "1"])
    assert not wrong(shown), wrong(shown)
    return "kept as typed, shown harmlessly"


def one_of_each_size(ways: dict[str, bad_files.Spoil]) -> dict[str, bad_files.Spoil]:
    """All ways but one of the two that make fifty megabytes; the torture run has both."""
    return {what: one for what, one in ways.items() if what not in LONG_ONES}


def rows(full: Full, home: Path) -> Iterator[str]:
    """The whole page."""
    yield HEAD
    yield TESTS
    yield "## Texts that are typed\n"
    yield "| text | as the title in `log add` |\n|---|---|"
    for what, text in TYPED.items():
        yield f"| {what} | {outcome_of_text(full, home, text)} |"
    yield "\n## TOML files\n"
    yield "| the file is | as a plan, for `plan show` |\n|---|---|"
    data = (full.home / PLAN).read_bytes()
    for what, spoil in one_of_each_size(bad_files.TOML).items():
        line = ["plan", "show"]
        yield f"| {what} | {outcome_of_file(full, home, PLAN, spoil(data), line)} |"
    yield "\n## Logs\n"
    yield "| the file is, or has | as the log, for `log list` |\n|---|---|"
    data = (full.home / LOG).read_bytes()
    for what, spoil in one_of_each_size(bad_files.LINES).items():
        line = ["log", "list"]
        yield f"| {what} | {outcome_of_file(full, home, LOG, spoil(data), line)} |"


def page() -> str:
    """The page as it should stand."""
    home = Path(tempfile.mkdtemp(prefix="attack-table-")) / "home"
    try:
        return "\n".join(rows(full(), home)) + "\n"
    finally:
        shutil.rmtree(home.parent)


if __name__ == "__main__":
    README.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{README} is written.\n")
