"""Who else could read it: modes under any umask, the network, other programs, messages of faults."""

import os
import re
import shutil
import stat
import tempfile

import pytest
from attacked import SAMPLE, full_fixture, stable_fixture, used_fixture  # noqa: F401
from copies import anew
from surface import commands

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs fork; modes are POSIX")

SECRET = "Zaphod-Beeblebrox"

PROBE = re.compile(re.escape(tempfile.gettempdir()) + r"/[a-z0-9_]{8}")
"""The empty file by which Python finds out whether it can write where temporary folders go."""


@pytest.mark.parametrize("umask", [0, 0o022, 0o077, 0o777], ids=oct)
def test_folders_and_files_are_private_under_any_umask(stable, tmp_path, umask):
    home = tmp_path / "of" / "mine" / "medpivot"
    for args in (
        ("assess", "--answers", str(SAMPLE), "--json"),
        ("plan", "new", "--json"),
        ("log", "add", "A talk", "--kind", "lecture"),
        ("people", "add", "Maria Santos", "--kind", "mentor"),
        ("people", "met", "maria-santos"),
        ("people", "letter", "maria-santos", "--out", str(tmp_path / "of" / "letter.md")),
        ("undo",),
        ("undo", "--redo"),
    ):
        ran = stable.run(home, *args, umask=umask)
        assert ran.code == 0, ran.err
    made = [tmp_path / "of", *(tmp_path / "of").rglob("*")]
    assert len(made) > 12
    for path in made:
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), f"{path} has {mode:04o}"


def test_no_command_opens_a_connection_starts_a_program_or_writes_elsewhere(stable, full, tmp_path):
    watched(stable, full, tmp_path, lambda command: [[]])


@pytest.mark.torture
def test_nor_with_any_of_its_flags(stable, full, tmp_path):
    watched(stable, full, tmp_path, lambda command: [[one] for one in flags(command)])


def flags(command):
    """What is switched on by a word alone."""
    return [one.flag for one in command.inputs if one.kind == "flag"]


def watched(stable, full, tmp_path, ways):
    """Run every command in all those ways, and hold what it is seen doing."""
    home, where = tmp_path / "home", tmp_path / "where"
    where.mkdir()
    for command in commands():
        for more in ways(command):
            anew(full.home, home)
            args = ["--no-input", *full.line(command, *more)]
            ran = stable.run(home, *args, watch=True, where=str(where))
            assert ran.code in (0, 1, 2), (command, ran)
            elsewhere = [one for one in ran.seen if not allowed(one, home, where, ran, args)]
            assert not elsewhere, (command, elsewhere)
            shutil.rmtree(demo_folder(ran.out), ignore_errors=True)
            for path in where.iterdir():
                assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
                assert path.name in ran.err + ran.out, f"not said: {path.name}"
                path.unlink()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["home", "where"]


def allowed(seen, home, where, ran, line):
    """Is it a write within the folder, within the demo's own, or of a file handed to the person?"""
    what, _, path = seen.partition(" ")
    if what == "child":
        # `--open` hands a file to the person's own program: its path is all that is handed over
        return "--open" in line and bool(re.search(rf"\['[^']+', '{where}/[^']+'\]", path))
    if demo_folder(ran.out) and PROBE.fullmatch(path):
        return True
    if "--open" in line and path == os.devnull:
        # what the viewer says goes nowhere
        return True
    own = [str(home), demo_folder(ran.out) or str(home), str(where)]
    return what == "write" and any(path == one or path.startswith(one + os.sep) for one in own)


def demo_folder(out: str) -> str:
    """The folder that the demo named."""
    found = re.search(r"kept in (\S+medpivot-demo-\w+)", out)
    return found[1] if found else ""


@pytest.mark.parametrize(
    "broken", ["os.fsync", "tomllib.loads", "json.dumps", "secrets.token_bytes"]
)
def test_a_fault_of_the_program_shows_nothing_that_was_typed(stable, used, tmp_path, broken):
    home = tmp_path / "home"
    shutil.copytree(used, home)
    faults = 0
    for args in (
        ("log", "add", SECRET, "--kind", "lecture", "--quote", SECRET),
        ("people", "add", SECRET, "--kind", "peer", "--where", SECRET),
        ("people", "note", "maria-santos", SECRET),
        ("plan", "add", SECRET),
        ("plan", "new", "--hours", "3"),
        ("assess", "--answers", str(SAMPLE), "--set", f"must-have={SECRET}"),
    ):
        ran = stable.run(home, *args, broken=broken)
        if "a fault in medpivot" in ran.err:
            faults += 1
            assert ran.code == 1
            assert SECRET not in ran.out + ran.err
            assert "maria" not in ran.out + ran.err
    assert faults >= 1
