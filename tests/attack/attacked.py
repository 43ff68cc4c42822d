"""What the attacks share: the stable with its shim, and a folder somebody has used for a while."""

import atexit
import shutil
import subprocess
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from children import HERE, Stable
from hostile import run
from surface import Command

from medpivot.store.lines import understood

SAMPLE = HERE.parents[1] / "data" / "samples" / "hospitalist-students.toml"


@cache
def _folder() -> Path:
    """A folder for all attacks of this run."""
    folder = Path(tempfile.mkdtemp(prefix="attack-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def _built() -> Path | str:
    """The shim, or why it cannot be built."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None:
        return "no C compiler for the shim that makes calls fail"
    built = _folder() / "shim.so"
    line = [compiler, "-shared", "-fPIC", "-O1", "-o", str(built), str(HERE / "shim.c"), "-ldl"]
    result = subprocess.run(line, capture_output=True, text=True, check=False)
    return f"the shim cannot be built: {result.stderr[-200:]}" if result.returncode else built


@cache
def _stable() -> Stable:
    scratch = _folder() / "scratch"
    scratch.mkdir()
    built = _built()
    stable = Stable(scratch, built if isinstance(built, Path) else None)
    stable.open()
    atexit.register(stable.close)
    return stable


@pytest.fixture(name="shimmed")
def shimmed_fixture() -> None:
    """Skips where the shim cannot be built."""
    if isinstance(_built(), str):
        pytest.skip(str(_built()))


@pytest.fixture(name="stable")
def stable_fixture() -> Stable:
    """Real commands in processes of their own, with the shim between them and the system."""
    return _stable()


@pytest.fixture(name="used")
def used_fixture() -> Path:
    """A folder with an assessment, a plan, entries, people and a history; copy it, leave it."""
    return _used()


@cache
def _used() -> Path:
    home = _folder() / "used" / "home"
    home.parent.mkdir(exist_ok=True)
    for args in (
        ("assess", "--answers", str(SAMPLE), "--json"),
        ("plan", "new", "--json"),
        ("log", "add", "First talk", "--kind", "lecture", "--changed", "c" * 3000),
        ("log", "add", "Second talk", "--kind", "lecture"),
        ("people", "add", "Maria Santos", "--kind", "mentor"),
        ("log", "add", "Third talk", "--kind", "lecture"),
    ):
        ran = _stable().run(home, *args)
        assert ran.code == 0, ran.err
    return home


@dataclass(frozen=True)
class Full:
    """A folder with something in every file, and what its things are called."""

    home: Path
    names: Mapping[str, str]

    def line(self, command: Command, *more: str, **instead: str) -> list[str]:
        """A command that works on the folder, as far as one can without being asked."""
        needed = {**NEEDED.get(command.path, {}), **instead}
        line = command.line(self.names, **needed)
        place = len(command.path)
        return [*line[:place], *more, *line[place:]]


NEEDED: dict[tuple[str, ...], dict[str, str]] = {
    ("assess",): {"setting": "hours-weekly=4"},
    ("log", "add"): {"kind": "lecture"},
    ("log", "edit"): {"hours": "2"},
    ("people", "add"): {"kind": "peer"},
    ("people", "edit"): {"where": "Boston"},
    ("jobs", "edit"): {"place": "Boston"},
    ("training", "add"): {"route": "masters"},
    ("training", "edit"): {"cost": "5000"},
    ("time", "add"): {"delivered": "4"},
    ("time", "edit"): {"delivered": "4"},
    ("time", "meaningful"): {"category": "teaching"},
    ("time", "week"): {"teaching": "3"},
    ("money", "set"): {"settings": "stay.pay=310000"},
}
"""What a command needs beside what its help marks as needed."""

FIRST: tuple[tuple[str, ...], ...] = (
    ("assess", "--answers", str(SAMPLE), "--json"),
    ("plan", "new", "--json"),
    ("log", "add", "First talk", "--kind", "lecture", "--learners", "9", "--hours", "1"),
    ("log", "add", "Second talk", "--kind", "clinic", "--rating", "4.5", "--raters", "8"),
    ("people", "add", "Maria Santos", "--kind", "mentor"),
    ("time", "add", "--promised", "8", "--delivered", "5"),
    ("time", "week", "actual", "--patients", "30", "--teaching", "2"),
    ("jobs", "add", "Clerkship Director", "--pay", "200000", "--half-days", "4"),
    ("training", "add", "A Master of Education", "--route", "masters", "--cost", "60000"),
    ("money", "set", "stay.pay=300000"),
    ("money", "add", "move", "--kind", "role", "pay=210000"),
    ("plan", "note", "{milestone}", "a word"),
    ("undo",),
)
"""What was done in it."""


@pytest.fixture(name="full")
def full_fixture() -> Full:
    """A folder with something in every file; copy it, leave it."""
    return full()


@cache
def full() -> Full:
    """That folder."""
    home = _folder() / "full" / "home"
    home.parent.mkdir(exist_ok=True)
    names: dict[str, str] = {}
    for args in FIRST:
        ran = run(home, [one.format(**names) for one in args])
        assert ran.code == 0, (args, ran.err)
        names = called(home)
    own = home / "roles.toml"
    own.write_bytes(b"schema = 1\n")
    draft = home / "assessment-draft.toml"
    draft.write_bytes(b'schema = 1\n\n[answers]\nspecialty = "pediatrics"\n')
    for path in (own, draft):
        path.chmod(0o600)
    return Full(home, names)


def called(home: Path) -> dict[str, str]:
    """What the things in a folder are called, by command and input."""
    names = {
        "role_id": "clerkship-director",
        "roles compare first": "clerkship-director",
        "roles compare second": "core-faculty",
        "day": "2027-03-01",
        "plan pause first": "2027-02-01",
        "plan pause last": "2027-02-14",
        "people id": "maria-santos",
        "people add name": "Ann Lee",
        "jobs id": "clerkship-director",
        "jobs stage stage": "applied",
        "training id": "a-master-of-education",
        "training add name": "Another",
        "money add name": "other",
        "money remove name": "move",
    }
    for name in ("activities", "time"):
        path = home / f"{name}.jsonl"
        entries = understood(path.read_bytes()).entries if path.exists() else {}
        if entries:
            names[f"{'log' if name == 'activities' else name} id"] = next(iter(entries))
    for path in home.glob("plan-*.toml"):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        names["milestone"] = names["plan id"] = next(iter(table["milestone"]))
    return names
