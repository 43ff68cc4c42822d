"""What a person might type next in a terminal, chosen by chance, and what the files say then."""

import hashlib
import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from random import Random

from medpivot.store.lines import understood

Choice = Callable[[Random, Path, str], list[str]]


def state(home: Path) -> dict[str, object]:
    """What the files say: TOML byte for byte, logs entry by entry. Locks and history are left out.

    A last line that a kill tore is no entry; any other line that cannot be read is in `broken`.
    """
    said: dict[str, object] = {}
    for path in sorted(home.iterdir()):
        if path.name.startswith(".") or not path.is_file():
            continue
        data = path.read_bytes()
        if path.suffix == ".jsonl":
            log = understood(data[: data.rfind(b"\n") + 1])
            said[path.name] = dict(log.entries)
            if log.problems:
                said[f"broken {path.name}"] = [str(one) for one in log.problems]
        else:
            said[path.name] = data.decode()
    # a log without entries says what no log says
    return {name: one for name, one in said.items() if one != {}}


def digest(home: Path) -> str:
    """The state as a short text."""
    return digest_of(state(home))


def digest_of(said: dict[str, object]) -> str:
    """A state as a short text."""
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:16]


def milestone(chance: Random, home: Path) -> str | None:
    """The id of some milestone of some plan, the newest by name; None where undo took all away."""
    plans = sorted(home.glob("plan-*.toml"))
    if not plans:
        return None
    table = tomllib.loads(plans[-1].read_text(encoding="utf-8"))
    return chance.choice(sorted(table["milestone"]))


def entry(chance: Random, home: Path) -> str | None:
    """The id of some entry of the log, or None."""
    log = home / "activities.jsonl"
    ids = sorted(understood(log.read_bytes()).entries) if log.exists() else []
    return chance.choice(ids) if ids else None


def add(chance: Random, home: Path, name: str) -> list[str]:
    """An activity, sometimes with a long text."""
    words = ["log", "add", name, "--kind", "lecture", "--learners", str(chance.randint(1, 30))]
    return [*words, "--changed", "z" * chance.choice((10, 9000))]


def edit(chance: Random, home: Path, name: str) -> list[str]:
    """Another number of hours for some activity."""
    one = entry(chance, home)
    hours = str(chance.randint(1, 9))
    return ["log", "edit", one, "--hours", hours] if one else add(chance, home, name)


def take_out(chance: Random, home: Path, name: str) -> list[str]:
    """Some activity taken out of the log."""
    one = entry(chance, home)
    return ["log", "remove", one] if one else add(chance, home, name)


def note(chance: Random, home: Path, name: str) -> list[str]:
    """A note on some milestone."""
    one = milestone(chance, home)
    words = name + " " + "n" * chance.choice((5, 3000))
    return ["plan", "note", one, words] if one else new_plan(chance, home, name)


def done(chance: Random, home: Path, name: str) -> list[str]:
    """Some milestone finished."""
    one = milestone(chance, home)
    return ["plan", "done", one] if one else new_plan(chance, home, name)


def reopen(chance: Random, home: Path, name: str) -> list[str]:
    """Some milestone open again."""
    one = milestone(chance, home)
    return ["plan", "reopen", one] if one else new_plan(chance, home, name)


def person(chance: Random, home: Path, name: str) -> list[str]:
    """Somebody new to know."""
    return [
        "people",
        "add",
        f"Person {name}",
        "--kind",
        "peer",
        "--where",
        "w" * chance.choice((3, 60)),
    ]


def week(chance: Random, home: Path, name: str) -> list[str]:
    """The hours of some week."""
    day = f"2026-0{chance.randint(1, 9)}-{chance.randint(10, 28)}"
    return [
        "time",
        "add",
        "--delivered",
        str(chance.randint(0, 9)),
        "--promised",
        "8",
        "--week",
        day,
    ]


def undo(chance: Random, home: Path, name: str) -> list[str]:
    """The last change taken back."""
    return ["undo", "--json"]


def redo(chance: Random, home: Path, name: str) -> list[str]:
    """The last change brought back."""
    return ["undo", "--redo", "--json"]


def new_plan(chance: Random, home: Path, name: str) -> list[str]:
    """Another plan, in a file of its own."""
    return ["plan", "new", "--hours", str(chance.randint(2, 6)), "--json"]


def _mix(*weighted: tuple[Choice, int]) -> Choice:
    choices = [one for one, _ in weighted]
    weights = [weight for _, weight in weighted]

    def choose(chance: Random, home: Path, name: str) -> list[str]:
        return chance.choices(choices, weights)[0](chance, home, name)

    return choose


MIXES: dict[str, Choice] = {
    "one terminal": _mix(
        (add, 12), (edit, 3), (take_out, 2), (note, 5), (done, 3), (reopen, 2), (person, 3),
        (week, 3), (undo, 4), (redo, 3), (new_plan, 1),
    ),
    "many terminals": _mix((add, 30), (done, 3), (reopen, 2), (week, 3), (undo, 4)),
}  # fmt: skip
"""What is done, and how often."""
