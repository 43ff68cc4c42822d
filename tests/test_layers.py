"""The house: imports point one way, and what is slow is loaded only by what needs it."""

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "medpivot"
FLOORS = {
    "domain": 0,
    "errors": 0,
    "session": 0,
    "completion": 0,
    "right_line": 0,
    "usage": 1,
    "plain_flag": 1,
    "loaded_later": 1,
    "grouping": 1,
    "reading": 1,
    "catalogue": 2,
    "store": 2,
    "asking": 3,
    "show": 3,
    "export": 3,
    "commands": 4,
    "cli": 5,
    "__main__": 6,
}
BESIDE = {("catalogue", "store"), ("store", "catalogue"), ("asking", "show"), ("errors", "domain")}
"""Modules on one floor that may not lean on each other, except as ALLOWED."""
ALLOWED = {("session", "errors"), ("domain", "errors"), ("commands", "cli")}
FEWEST_WORDS = 5
OUTSIDE_DOMAIN = {"pydantic", "rich", "typer", "questionary", "tomli_w", "filelock"}


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            if node.module == "medpivot":
                names |= {f"medpivot.{alias.name}" for alias in node.names}
    return names


def part(module: str) -> str:
    return module.split(".")[1] if "." in module else "__init__"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_point_downwards(path: Path) -> None:
    mine = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    for name in imported(path):
        theirs = part(name) if name.startswith("medpivot.") else ""
        if not theirs or theirs == mine or (mine, theirs) in ALLOWED or theirs not in FLOORS:
            continue
        assert FLOORS[theirs] <= FLOORS[mine], f"{mine} leans on {theirs} above it"
        assert (mine, theirs) not in BESIDE, f"{mine} leans on {theirs} beside it"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_only_its_keeper_loads_a_library(path: Path) -> None:
    mine = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    keepers = {"questionary": {"asking"}, "rich": {"show"}, "pydantic": {"reading"}}
    keepers |= {"jinja2": {"export"}, "docx": {"export"}, "icalendar": {"export"}}
    keepers |= {"typst": {"export"}, "jsonschema": set()}
    for library, allowed in keepers.items():
        loads = any(name.split(".")[0] == library for name in imported(path))
        assert not loads or mine in allowed, f"{library} is loaded by {path.name}"
    if mine == "domain":
        outside = {name.split(".")[0] for name in imported(path)} & OUTSIDE_DOMAIN
        assert not outside
        clock = {"time", "os", "pathlib", "io", "subprocess", "socket"}
        assert not {name.split(".")[0] for name in imported(path)} & clock


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_every_module_says_what_it_is_for(path: Path) -> None:
    first = (ast.get_docstring(parsed(path)) or "").partition("\n")[0]
    assert len(first.split()) >= FEWEST_WORDS, f"{path.name} does not say what it is for"
    assert first.endswith((".", "?")), f"the first line of {path.name} is no sentence"


def loaded_by(*args: str, home: Path) -> set[str]:
    """The top-level modules a command leaves loaded, seen from a fresh process."""
    program = (
        "import sys, atexit\n"
        "atexit.register(lambda: sys.stderr.write('LOADED ' + ' '.join(sys.modules)))\n"
        f"sys.argv = ['medpivot', '--home', {str(home)!r}, *{list(args)!r}]\n"
        "if sys.argv[3:] == ['--version']: sys.argv = ['medpivot', '--version']\n"
        "from medpivot.__main__ import main\nmain()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert "LOADED " in done.stderr, done.stderr
    return {name.split(".")[0] for name in done.stderr.rsplit("LOADED ", 1)[1].split()}


def test_version_loads_neither_typer_nor_pydantic(home: Path) -> None:
    assert not loaded_by("--version", home=home) & {"typer", "pydantic", "rich", "questionary"}


def test_help_loads_only_typer(home: Path) -> None:
    assert not loaded_by("--help", home=home) & {"pydantic", "rich", "questionary"}


def test_logging_loads_neither_pydantic_nor_rich_nor_questionary(home: Path) -> None:
    args = ("log", "add", "Noon conference", "--kind", "lecture")
    assert not loaded_by(*args, home=home) & {"pydantic", "rich", "questionary"}


def test_json_needs_no_rich(home: Path) -> None:
    assert not loaded_by("log", "list", "--json", home=home) & {"rich", "questionary", "pydantic"}


def test_showing_does_not_load_what_only_asking_or_saving_needs(home: Path) -> None:
    assert not loaded_by("roles", home=home) & {"questionary", "prompt_toolkit"}
