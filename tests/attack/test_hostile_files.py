"""Whatever stands in the folder under a name of ours: named in words, and left byte for byte."""

import itertools
import os
import shutil
import subprocess
import sys
from random import Random

import bad_files
import pytest
from attacked import full_fixture  # noqa: F401
from children import environment
from copies import anew
from hostile import run, wrong
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mangling import READ_BY, lines_about, mangled, spoiled

FILES = (
    "plan-2026-11-22.toml", "assessment-2026-11-22.toml", "assessment-draft.toml", "people.toml",
    "jobs.toml", "money.toml", "time.toml", "training.toml", "roles.toml", "activities.jsonl",
    "time.jsonl",
)  # fmt: skip
HISTORY = ("history/pending.json", "history/000001.json", "history/000005.json")
OWN_NAMES = ("plan-2026-11-23.toml", "assessment-2026-11-23.toml", "profile.toml", *FILES)


@pytest.fixture(autouse=True)
def where(tmp_path, monkeypatch):
    """The folder from which commands are started."""
    (tmp_path / "where").mkdir()
    monkeypatch.chdir(tmp_path / "where")


def table_for(name):
    """The ways to spoil a file."""
    return bad_files.LINES if name.endswith(".jsonl") else bad_files.TOML


def holds(full, home, name, line, about):
    """Run a command on a folder with a spoiled file: it ends in words, and leaves the file."""
    before = (home / name).read_bytes()
    ran = run(home, ["--no-input", *line])
    assert not wrong(ran), (about, line, wrong(ran))
    after = (home / name).read_bytes()
    if ran.code != 0 and "Saved as" not in ran.err:
        assert after == before, (about, line, ran)
    if name.endswith(".jsonl"):
        assert after.startswith(before.rstrip(b"\n")), (about, line, ran)


SMALL = [name for name in bad_files.TOML if "megabyte" not in name]
SMALL_LINES = [name for name in bad_files.LINES if "megabyte" not in name]


def test_every_file_spoiled_in_some_way_ends_in_words_and_stays(full, tmp_path):
    ways, lines_ways = itertools.cycle(SMALL), itertools.cycle(SMALL_LINES)
    chance = Random(3)
    for name in FILES * 6:
        way = next(lines_ways if name.endswith(".jsonl") else ways)
        spoil = table_for(name)[way]
        spoiled(full, tmp_path / "home", name, spoil((full.home / name).read_bytes()))
        line = chance.choice(lines_about(name, full))
        holds(full, tmp_path / "home", name, line, f"{name}: {way}")


@pytest.mark.torture
@pytest.mark.parametrize("name", FILES)
def test_every_file_spoiled_in_every_way_for_every_command(full, tmp_path, name):
    for way, spoil in table_for(name).items():
        data = spoil((full.home / name).read_bytes())
        lines = lines_about(name, full)
        for line in lines if way in (*SMALL, *SMALL_LINES) else lines[:3]:
            spoiled(full, tmp_path / "home", name, data)
            holds(full, tmp_path / "home", name, line, f"{name}: {way}")


quick = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def mangle(full, tmp_path, name, seed):
    """Change something in a file that is otherwise whole, and run a command that reads it."""
    chance = Random(seed)
    data, said = mangled((full.home / name).read_bytes(), chance)
    spoiled(full, tmp_path / "home", name, data)
    line = chance.choice(lines_about(name, full))
    holds(full, tmp_path / "home", name, line, f"{name}: {said}")


toml_files = st.sampled_from([name for name in FILES if name.endswith(".toml")])


@quick
@given(name=toml_files, seed=st.integers(0, 2**32))
def test_any_value_may_stand_where_another_should(full, tmp_path, name, seed):
    mangle(full, tmp_path, name, seed)


@pytest.mark.torture
@settings(quick, max_examples=4000)
@given(name=toml_files, seed=st.integers(0, 2**32))
def test_a_great_many_values_may_stand_where_others_should(full, tmp_path, name, seed):
    mangle(full, tmp_path, name, seed)


@quick
@given(data=st.binary(max_size=3000), name=st.sampled_from(OWN_NAMES), seed=st.integers(0, 2**32))
def test_any_bytes_may_stand_under_a_name_of_ours(full, tmp_path, data, name, seed):
    spoiled(full, tmp_path / "home", name, data)
    line = Random(seed).choice(lines_about(name, full))
    holds(full, tmp_path / "home", name, line, f"{name}: {data[:60]!r}")


def test_a_spoiled_history_stops_nobody(full, tmp_path):
    spoil_history(full, tmp_path, HISTORY[0], every=5)
    spoil_history(full, tmp_path, HISTORY[2], every=7)


@pytest.mark.torture
@pytest.mark.parametrize("name", HISTORY)
def test_a_history_spoiled_in_any_way_stops_nobody(full, tmp_path, name):
    spoil_history(full, tmp_path, name, every=1)


def spoil_history(full, tmp_path, name, every):
    """Spoil a step in every so-manieth way, and go on working."""
    ways = {**bad_files.TOML, **{f"{way} of a log": one for way, one in bad_files.LINES.items()}}
    base = (full.home / "history" / "000002.json").read_bytes()
    shapes = {
        "what of a wrong kind": b'{"v":1,"what":{"a":[]},"at":7,"turn":"do","number":0,"touches":[]}',
        "touches of wrong kinds": b'{"v":1,"what":"x","at":"","turn":"do","number":0,"touches":[7]}',
        "a turn that is none": base.replace(b'"do"', b'"else"'),
        "a number that is none": base.replace(b'"number": 0', b'"number": "x"'),
        "a file elsewhere": base.replace(b'"name": "', b'"name": "../../'),
        "a hidden file": base.replace(b'"name": "', b'"name": ".'),
        "previous of a wrong kind": base.replace(b'"previous": [', b'"previous": [7, '),
        "bytes that are no text": base.replace(b'"text"', b'"base64"'),
        "an offset before the beginning": base.replace(b'"offset": ', b'"offset": -'),
        "an offset far behind the end": base.replace(b'"offset": ', b'"offset": 9'),
        "words that are escapes": base.replace(b'"what": "', b'"what": "\\u001b[2J'),
    }
    spoils = [(way, spoil(base)) for way, spoil in ways.items() if "megabyte" not in way]
    for way, data in [*spoils, *shapes.items()][::every]:
        spoiled(full, tmp_path / "home", name, data)
        home = tmp_path / "home"
        for line in (["undo", "--list"], ["undo", "--list", "--json"], ["log", "list"]):
            holds(full, home, name, line, f"{name}: {way}")
        for line in (["log", "add", "x", "--kind", "lecture"], ["undo"], ["undo", "--redo"]):
            ran = run(home, line)
            assert not wrong(ran), (name, way, line, wrong(ran))
            assert ran.code == 0 or line[0] == "undo", (name, way, line, ran)


def in_the_way(kind, path):
    """Something that is no file, under the name of one."""
    path.unlink(missing_ok=True)
    if kind == "a folder":
        path.mkdir()
    elif kind == "a pipe":
        os.mkfifo(path)
    elif kind == "a link to nowhere":
        path.symlink_to(path.with_name("nowhere"))
    elif kind == "a link in a circle":
        path.symlink_to(path)
    elif kind == "a device":
        path.symlink_to("/dev/zero")


@pytest.mark.skipif(os.name != "posix", reason="pipes, links and devices are POSIX")
@pytest.mark.parametrize(
    "kind", ["a folder", "a pipe", "a link to nowhere", "a link in a circle", "a device"]
)
def test_what_is_no_file_is_named_and_never_waited_for(full, tmp_path, kind):
    home = tmp_path / "home"
    for name in (*FILES, "history/pending.json", "history/000002.json", ".lock", "history"):
        anew(full.home, home)
        if name == "history":
            shutil.rmtree(home / name)
        in_the_way(kind, home / name)
        best = max((one for one in READ_BY if name.startswith(one)), key=len, default="log")
        group = READ_BY.get(best, ("", "log"))[1]
        for line in (["status"], [group], ["log", "add", "x", "--kind", "lecture"], ["undo"]):
            ran = run(home, ["--no-input", *line])
            assert not wrong(ran), (kind, name, line, wrong(ran))


LARGE = """
import sys
from medpivot.__main__ import main
try:
    main()
finally:
    with open("/proc/self/status") as status:
        sys.stderr.write([line for line in status if line.startswith("VmHWM")][0])
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
@pytest.mark.parametrize(
    ("name", "way", "line"),
    [
        ("plan-2026-11-22.toml", "fifty megabytes", ("status",)),
        pytest.param("plan-2026-11-22.toml", "fifty megabytes", ("plan",), marks=pytest.mark.torture),
        pytest.param("roles.toml", "fifty megabytes", ("roles",), marks=pytest.mark.torture),
        pytest.param("people.toml", "fifty megabytes of lines", ("data", "check"), marks=pytest.mark.torture),
        pytest.param("activities.jsonl", "fifty megabytes in one line", ("log", "list"), marks=pytest.mark.torture),
        pytest.param("activities.jsonl", "fifty megabytes of lines", ("log", "list"), marks=pytest.mark.torture),
        ("activities.jsonl", "fifty megabytes in one line", ("log", "add", "x", "--kind", "lecture")),
    ],
)  # fmt: skip
def test_fifty_megabytes_are_refused_or_read_soon_and_in_little_memory(
    full, tmp_path, name, way, line
):
    home = tmp_path / "home"
    spoiled(full, home, name, table_for(name)[way]((full.home / name).read_bytes()))
    ran = subprocess.run(
        [sys.executable, "-c", LARGE, "--home", str(home), *line],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode in (0, 1), ran.stderr[-500:]
    assert "Traceback" not in ran.stderr
    assert ran.stderr.count("\n") < 200
    most = int(ran.stderr.rpartition("VmHWM:")[2].split()[0]) // 1024
    assert most < 450, f"{most} MiB"


def answers_files(full):
    """The answers file of the sample, spoiled in every small way."""
    data = (full.home / "assessment-2026-11-22.toml").read_bytes()
    return [(way, bad_files.TOML[way](data)) for way in SMALL]


def test_a_file_that_is_named_on_the_command_line_may_be_anything(full, tmp_path):
    home = full.home
    for way, data in answers_files(full):
        file = tmp_path / "answers.toml"
        file.write_bytes(data)
        for line in (
            ["assess", "--answers", str(file), "--no-save"],
            ["roles", "check", str(file)],
        ):
            ran = run(home, line)
            assert not wrong(ran), (way, line, wrong(ran))
            assert file.read_bytes() == data, (way, line)
