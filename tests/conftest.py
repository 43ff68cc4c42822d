"""What every test may lean on: a folder of one's own, a fixed day, and the program itself."""

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from typer.testing import CliRunner

LOCALE = ("LC_ALL", "LC_CTYPE", "LANG")
if TYPE_CHECKING:
    from every_command import Person

TODAY = date(2026, 11, 22)

# a slow machine is no failure; in CI the same examples every time, elsewhere new ones
settings.register_profile("everywhere", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("everywhere")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


def pytest_configure() -> None:
    """Ctrl-C reaches the programs that tests start, also where a shell ran these in the background.

    Such a shell has it ignored, and so has whatever is started from there.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


COUNTED = "counted"


@pytest.fixture
def count(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Keep a line of counts for the end of the run, whichever process the test runs in."""
    return partial(record_property, COUNTED)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What the attacks counted."""
    reports = [one for kind in ("passed", "failed") for one in terminalreporter.getreports(kind)]
    lines = [
        value
        for one in reports
        if one.when == "call"
        for name, value in one.user_properties
        if name == COUNTED
    ]
    if lines:
        terminalreporter.section("counted by the attacks")
        terminalreporter.write("\n".join((*lines, "")))


@dataclass(frozen=True)
class Result:
    """What a command left: its exit code and what stood on each stream."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """No color, 80 columns, and nothing of the developer's own set-up."""
    for name in ("MEDPIVOT_HOME", "MEDPIVOT_TODAY", "MEDPIVOT_PLAIN", "FORCE_COLOR", *LOCALE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("MEDPIVOT_TRACEBACK", "1")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder for one person's files that does not exist yet."""
    return tmp_path / "home"


@pytest.fixture
def run(home: Path) -> Run:
    """Run the program in this process, on that folder, on 22 November 2026.

    Whatever command it says to try has to be one that can be typed.
    """

    def run(*args: str, today: date | None = TODAY, stdin: str | None = None) -> Result:
        environment = {"MEDPIVOT_HOME": str(home), "MEDPIVOT_TODAY": today and today.isoformat()}
        before = dict(os.environ)
        from medpivot.cli import app

        result = CliRunner().invoke(app, args, input=stdin, env=environment)
        os.environ.clear()
        os.environ.update(before)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        from typed_lines import problem_of

        for line in result.stderr.splitlines():
            if line.startswith("try: medpivot "):
                assert problem_of(line.removeprefix("try: ")) == "", line
        said = f"Today is taken as {today}.\n"
        return Result(result.exit_code, result.stdout, result.stderr.replace(said, ""))

    return run


@pytest.fixture(scope="session")
def lived(tmp_path_factory: pytest.TempPathFactory) -> "Person":
    """A folder with something of everything, made once; whoever changes anything takes a copy."""
    from every_command import Person

    place = tmp_path_factory.mktemp("lived")
    person = Person(place / "home", place / "away")
    person.lives()
    return person


@pytest.fixture
def person(lived: "Person", tmp_path: Path) -> "Person":
    """A copy of that folder."""
    import shutil

    from every_command import Person

    shutil.copytree(lived.home.parent, tmp_path / "one")
    return Person(tmp_path / "one" / "home", tmp_path / "one" / "away")
