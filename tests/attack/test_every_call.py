"""Every call to the disk that a command makes fails, dies, stops half-way or meets Ctrl-C.

The shim counts the calls that reach the folder. A command is run once to count them, then once
for each of them and each kind of end. However it ends, the files say what they said before or
what they say after, the person is told, and the next command works without help.
"""

import errno
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from attacked import SAMPLE, shimmed_fixture, stable_fixture, used_fixture  # noqa: F401
from children import (
    CHANGES,
    DIE,
    FAIL,
    HALF_AND_DIE,
    HALF_AND_FAIL,
    INTERRUPT,
    NEEDS_SPACE,
    READS,
    Fault,
    Stable,
)
from copies import anew
from terminals import state

ENDS = {
    "killed before the call": Fault(how=DIE),
    "killed half-way through a write": Fault(how=HALF_AND_DIE, kinds=NEEDS_SPACE),
    "a fault of the disk, once": Fault(how=FAIL, error=errno.EIO),
    "a fault of the disk, from then on": Fault(how=FAIL, error=errno.EIO, stays=True),
    "a fault of the disk while reading": Fault(how=FAIL, error=errno.EIO, kinds=READS),
    "the disk is full half-way through a write": Fault(
        how=HALF_AND_FAIL, error=errno.ENOSPC, stays=True, kinds=NEEDS_SPACE
    ),
    "the disk became read-only": Fault(
        how=FAIL, error=errno.EROFS, stays=True, kinds=NEEDS_SPACE | CHANGES
    ),
    "Ctrl-C": Fault(how=INTERRUPT),
}
"""The ways in which a call can end."""

QUICK = (
    ("log add", "killed before the call"),
    ("plan done", "the disk is full half-way through a write"),
    ("undo", "Ctrl-C"),
)

COMMANDS = {
    "log add": ("log", "add", "One more", "--kind", "lecture"),
    "plan done": ("plan", "done", "{milestone}"),
    "undo": ("undo",),
    "log edit": ("log", "edit", "{entry}", "--hours", "2"),
    "log remove": ("log", "remove", "{entry}"),
    "plan new": ("plan", "new", "--hours", "3", "--json"),
    "plan pause": ("plan", "pause", "2027-02-01", "2027-02-14"),
    "plan resume": ("plan", "resume", "2027-02-07"),
    "people add": ("people", "add", "Ann Lee", "--kind", "peer"),
    "people met": ("people", "met", "maria-santos"),
    "assess": ("assess", "--answers", str(SAMPLE), "--set", "hours-weekly=4", "--json"),
    "jobs add": ("jobs", "add", "Associate Program Director", "--pay", "240000"),
    "money set": ("money", "set", "stay.pay=310000"),
    "training add": ("training", "add", "A certificate", "--route", "certificate"),
    "time add": ("time", "add", "--delivered", "3", "--promised", "4"),
}
"""Commands that change something, with words for what the folder holds."""

BEFORE = {"plan resume": COMMANDS["plan pause"]}
"""What has to be done first."""


def cut_short(stable: Stable, used: Path, command: str, end: str) -> Counter[str]:
    """Run a command once for each of its calls, and check what is left; counts what happened."""
    counts: Counter[str] = Counter()
    home, template = used.parent / "attacked", used.parent / "template"
    anew(used, template)
    if command in BEFORE:
        assert stable.run(template, *BEFORE[command]).code == 0
    args = [one.format(**names(template)) for one in COMMANDS[command]]
    before = state(template)
    fault = ENDS[end]
    at = 0
    while True:
        at += 1
        anew(template, home)
        ran = stable.run(home, *args, fault=replace(fault, at=at))
        if ran.code >= 0 and ran.calls < at:
            assert ran.code == 0, ran
            return counts + Counter(calls=at - 1)
        where = f"{command}, {end}, at call {at}: {ran}"
        counts["cut short"] += 1
        assert ran.code in (0, 1, 130, -9), where
        assert "fault in medpivot" not in ran.err, where
        assert "Traceback" not in ran.err, where
        counts[f"ended with {ran.code}"] += 1
        if ran.code == 1:
            assert "error: " in ran.err, where
        # what cannot be read back once it is kept is said to be kept, and is
        if ran.code == 1 and not fault.stays and fault.kinds != READS:
            assert state(home) == before, where
        pending = (home / "history" / "pending.json").exists()
        counts["left for the next command"] += pending
        goes_on(stable, home, before, acknowledged=ran.code == 0, where=where)


def goes_on(
    stable: Stable, home: Path, before: dict[str, object], *, acknowledged: bool, where: str
) -> None:
    """The next commands work, and find the files as before, or as the command leaves them."""
    for reading in (("log", "list", "--json"), ("undo", "--list", "--json"), ("status", "--json")):
        ran = stable.run(home, *reading)
        assert ran.code == 0, (where, reading, ran)
    ran = stable.run(home, "log", "add", "afterwards", "--kind", "lecture")
    assert ran.code == 0, (where, ran)
    assert not list(home.rglob(".medpivot-*")), where
    assert not (home / "history" / "pending.json").exists(), where
    assert not [name for name in state(home) if name.startswith("broken")], where
    ran = stable.run(home, "undo", "--json")
    assert ran.code == 0, (where, ran)
    if state(home) == before:
        assert not acknowledged, f"acknowledged and lost: {where}"
        return
    turn = "--redo" if "undo" in where.partition(",")[0] else "--json"
    # it was done whole: then it is one step, and taking that back leads to what was before
    ran = stable.run(home, "undo", turn)
    if turn == "--json":
        assert ran.code == 0, (where, ran)
        assert state(home) == before, f"half-done: {where}"


def names(home: Path) -> dict[str, str]:
    """What commands can be about in that folder."""
    import tomllib

    plan = tomllib.loads(next(home.glob("plan-*.toml")).read_text(encoding="utf-8"))
    entries = state(home)["activities.jsonl"]
    assert isinstance(entries, dict)
    return {"milestone": next(iter(plan["milestone"])), "entry": next(iter(entries))}


@pytest.mark.parametrize(("command", "end"), QUICK)
def test_a_command_cut_short_at_any_call_is_done_or_undone(shimmed, stable, used, command, end):
    counts = cut_short(stable, used, command, end)
    assert counts["cut short"] == counts["calls"] >= 3


@pytest.mark.torture
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_cut_short_at_any_call_in_any_way(shimmed, stable, used, command, count):
    every: Counter[str] = Counter()
    for end in ENDS:
        counts = cut_short(stable, used, command, end)
        every += counts
        count(f"{command}, {end}: {in_words(counts)}")
    count(f"{command}: {in_words(every)}")
    assert every["cut short"] >= 40


def in_words(counts: Counter[str]) -> str:
    """The counts on one line."""
    return ", ".join(f"{what} {count}" for what, count in sorted(counts.items()))
