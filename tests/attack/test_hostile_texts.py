"""Whatever a person types, anywhere: stored or refused in words, shown harmlessly, kept inside."""

import contextlib
import itertools
import json
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace

import pytest
from attacked import full_fixture  # noqa: F401
from children import environment
from copies import anew
from hostile import TYPED, Ran, is_loose, run, wrong
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from surface import Command, Input, commands
from terminals import state

from medpivot.store import lines


def places() -> list[tuple[Command, Input]]:
    """Every argument and option into which something can be typed."""
    return [
        (command, one)
        for command in commands()
        for one in command.inputs
        if one.kind != "flag" and command.path != ("demo",)
    ]


def listing(folder):
    """All that stands around the folder, not in it, with what is in each file."""
    return {
        path: path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
        if path.relative_to(folder).parts[0] not in ("home", "where")
    }


@pytest.fixture
def where(tmp_path, monkeypatch):
    """The folder from which commands are started; files handed to the person land in it."""
    folder = tmp_path / "where"
    folder.mkdir()
    (tmp_path / "beside.toml").write_bytes(b"schema = 1\n")
    monkeypatch.chdir(folder)
    return folder


def typed(full, tmp_path, command, one, text):
    """Type a text in one place of a command, and look at everything that came of it."""
    home = tmp_path / "home"
    anew(full.home, home)
    before, around = state(home), listing(tmp_path)
    about = f"{command} {one.flag or one.name} {text[:60]!r}"
    for more in ([], *([flag] for flag in command.flagged("--json"))):
        ran = run(home, ["--no-input", *full.line(command, *more, **{one.name: text})])
        if (one.flag, text, ran.code) == ("--out", "-", 0):
            # bytes for another program, CSV with its line ends; a screen gets them cleaned
            ran = replace(ran, out="")
        holds(ran, about, json_asked="--json" in more)
        if ran.code != 0 and "Saved as" not in ran.err:
            assert state(home) == before, about
            break
        before = state(home)
    if ran.code == 0 and command.path:
        for reading in (["status"], [command.path[0]], [command.path[0], "--json"]):
            holds(run(home, ["--no-input", *reading]), f"{reading} after {about}")
    assert listing(tmp_path) == around, about


def holds(ran: Ran, about: str, *, json_asked: bool = False) -> None:
    """A command did nothing that none may do."""
    assert not wrong(ran), (about, wrong(ran))
    if json_asked:
        assert json.loads(ran.out) is not None if ran.code == 0 else not ran.out, about


def test_every_command_takes_a_hostile_text_for_what_it_is(full, tmp_path, where):
    texts = itertools.cycle(TYPED.values())
    last = None
    for command, one in places():
        text = next(texts)
        if command != last:
            typed(full, tmp_path, command, one, text)
        last = command


@pytest.mark.torture
@pytest.mark.parametrize("name", TYPED)
def test_every_text_in_every_place_of_every_command(full, tmp_path, where, name):
    for command, one in places():
        typed(full, tmp_path, command, one, TYPED[name])


pieces = st.lists(
    st.one_of(
        st.sampled_from([*TYPED.values()]).map(lambda text: text[:200]), st.text(max_size=40)
    ),
    max_size=4,
).map("".join)
anything = pieces.map(lambda text: text.replace("\0", ""))


def anywhere(full, tmp_path, data):
    """Type anything anywhere."""
    command, one = data.draw(st.sampled_from(places()), label="place")
    typed(full, tmp_path, command, one, data.draw(anything, label="text"))


quick = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@quick
@given(data=st.data())
def test_anything_can_be_typed_anywhere(full, tmp_path, where, data):
    anywhere(full, tmp_path, data)


@pytest.mark.torture
@settings(quick, max_examples=1500)
@given(data=st.data())
def test_a_great_deal_can_be_typed_anywhere(full, tmp_path, where, data):
    anywhere(full, tmp_path, data)


HOSTILE = " ".join(
    TYPED[one][:200]
    for one in (
        "colors", "a window title and a clipboard", "a link in a terminal", "escapes of eight bits",
        "bells, backspaces and deletes", "markup", "a template", "text from right to left",
    )
) + " <script>alert(1)</script>"  # fmt: skip

TYPED_BEFORE = (
    ("log", "add", HOSTILE, "--kind=lecture", f"--quote={HOSTILE}", "--share-quotes"),
    ("people", "edit", "maria-santos", f"--where={HOSTILE}", f"--ask={HOSTILE}"),
    ("jobs", "edit", "clerkship-director", f"--at={HOSTILE}"),
    ("profile", "set", f"name={HOSTILE}", f"headline={HOSTILE}"),
    ("profile", "add", "position", HOSTILE, "--where", HOSTILE, "--from=2019"),
    ("plan", "add", HOSTILE),
)
HANDED_OVER = (
    ("log", "export", "--out=log.json", "--format=json"),
    ("calendar", "--out=days.ics", "--titles"),
    ("people", "letter", "maria-santos", "--out=letter.md"),
    ("people", "brief", "maria-santos", "--out=brief.md"),
    ("jobs", "letter", "clerkship-director", "--out=job.md"),
    ("jobs", "confirm", "clerkship-director", "--out=mail.md"),
    *(("report", f"--for={one}", f"--out={one}.html") for one in ("self", "mentor", "partner")),
    *(
        (what, f"--format={one}", f"--out={what}.{one}")
        for what in ("cv", "portfolio")
        for one in ("md", "docx", "json")
    ),
)


def test_no_file_that_is_handed_over_holds_what_a_screen_would_obey(full, tmp_path, where):
    home = tmp_path / "home"
    shutil.copytree(full.home, home)
    other = {"date": "2026-10-01", "title": "x", "kind": HOSTILE, "domain": HOSTILE, "learners": 9}
    with (home / "activities.jsonl").open("ab") as log:
        log.write(lines.to_bytes(lines.put(HOSTILE, other)))
    for line in (*TYPED_BEFORE, *HANDED_OVER):
        ran = run(home, ["--no-input", *line])
        assert (ran.code, wrong(ran)) == (0, ""), (line, ran)
    names = sorted(path.name for path in where.iterdir())
    assert len(names) == len(HANDED_OVER)
    for name in names:
        for text in texts_of(where / name):
            held = {one for one in text.replace("\r\n", "\n").replace("\t", " ") if is_loose(one)}
            assert not held, (name, held)
            assert not name.endswith(".html") or "<script>alert" not in text, name


@pytest.mark.terminal
def test_a_screen_that_is_given_a_file_is_not_given_what_it_would_obey(full, tmp_path):
    home = tmp_path / "home"
    shutil.copytree(full.home, home)
    assert run(home, TYPED_BEFORE[0]).code == 0
    for line in (["log", "export", "--all-quotes"], ["log", "export", "--format=json"]):
        ours, theirs = os.openpty()
        command = [sys.executable, "-m", "medpivot", "--home", str(home), *line, "--out=-"]
        with subprocess.Popen(command, stdout=theirs, stderr=subprocess.PIPE, env=environment()):
            os.close(theirs)
            seen = b""
            with contextlib.suppress(OSError):
                while more := os.read(ours, 65536):
                    seen += more
            os.close(ours)
        text = seen.decode().replace("\r\n", "\n")
        assert "alert(1)" in text
        assert not {one for one in text if is_loose(one)}, line


def texts_of(path):
    """The text of a file, or the texts of which a Word file is made."""
    if path.suffix != ".docx":
        return [path.read_bytes().decode()]
    with zipfile.ZipFile(path) as parts:
        return [parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml")]


DAYS = ["0001-01-01", "9999-12-31"] + [
    pytest.param(day, marks=pytest.mark.torture) for day in ("1950-01-01", "2190-01-01")
]


@pytest.mark.parametrize("day", DAYS)
def test_on_the_first_and_the_last_day_of_all_every_command_ends_in_words(
    full, tmp_path, where, day
):
    for command in commands():
        if command.path != ("demo",):
            shutil.rmtree(tmp_path / "home", ignore_errors=True)
            shutil.copytree(full.home, tmp_path / "home")
            ran = run(tmp_path / "home", ["--no-input", *full.line(command)], today=day)
            assert not wrong(ran), (day, str(command), wrong(ran))


@pytest.mark.parametrize("columns", ["1", "0", "-3", "x", "100000"])
def test_no_width_of_the_screen_is_too_narrow_or_too_wide(
    full, tmp_path, where, monkeypatch, columns
):
    for command in (["status"], ["plan"], ["log", "list"], ["log", "summary"], ["roles", "why"]):
        ran = run(full.home, command, COLUMNS=columns)
        assert not wrong(ran), (columns, command, wrong(ran))


@pytest.mark.parametrize("place", ["--home", "--today", "MEDPIVOT_TODAY", "MEDPIVOT_HOME"])
def test_hostile_global_options_are_refused_in_words(tmp_path, where, place):
    from hostile import given as environment

    for text in TYPED.values():
        around = listing(tmp_path)
        if place.startswith("--"):
            ran = run(tmp_path / "home", [f"{place}={text}", "log", "list"])
        elif "\0" in text or "\udc80" in text:
            continue
        else:
            with environment(**{place: text}):
                args = ["log", "list"]
                ran = run(None if place == "MEDPIVOT_HOME" else tmp_path / "home", args, today=None)
        assert not wrong(ran), (place, text, wrong(ran))
        assert listing(tmp_path) == around
        assert not list(where.iterdir())
