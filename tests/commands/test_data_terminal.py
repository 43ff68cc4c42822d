"""What `data` asks, and what happens to answers that cannot be saved, in a real terminal."""

import shlex
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals there", allow_module_level=True)

from store_examples import everything, log, save_new_plan, titles
from terminal import CTRL_C, ENTER, Terminal

pytestmark = pytest.mark.terminal

PASSPHRASE = "four words of mine"


def test_a_locked_backup_asks_twice_and_opens_only_with_its_passphrase(home, tmp_path):
    pytest.importorskip("pyrage")
    save_new_plan(home)
    log(home, "one")
    target = tmp_path / "locked.age"
    with Terminal(home, "data", "backup", "--encrypt", str(target)) as at:
        at.sees("Passphrase for the backup", "nobody can open the file")
        at.types("short", ENTER)
        at.sees("5 of at least 8 characters")
        at.types(PASSPHRASE, ENTER)
        at.sees("The same once more")
        assert PASSPHRASE not in at.shown
        at.types("four words of hers", ENTER)
        at.sees("The two were not the same")
        at.types(PASSPHRASE, ENTER)
        at.sees("The same once more")
        at.types(PASSPHRASE, ENTER)
        assert at.ends() == 0
        assert "read back and compared" in at.shown
        assert PASSPHRASE not in at.scrolled
    assert target.read_bytes().startswith(b"age-encryption.org/v1\n")
    with Terminal(tmp_path / "new", "data", "restore", str(target)) as at:
        at.sees("Passphrase for the backup")
        at.types("another passphrase", ENTER)
        assert at.ends() == 1
        assert "cannot be opened: another passphrase" in " ".join(at.shown.split())
    with Terminal(tmp_path / "new", "data", "restore", str(target)) as at:
        at.sees("Passphrase for the backup")
        at.types(PASSPHRASE, ENTER)
        at.sees("activities.jsonl: new", "Restore these files?")
        at.types("y", ENTER)
        assert at.ends() == 0
    assert everything(tmp_path / "new") == everything(home)


def test_ctrl_c_at_a_passphrase_leaves_no_file(home, tmp_path):
    pytest.importorskip("pyrage")
    log(home)
    with Terminal(home, "data", "backup", "--encrypt", str(tmp_path / "locked.age")) as at:
        at.sees("Passphrase for the backup")
        at.types("half", CTRL_C)
        assert at.ends() == 130
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home"]


def test_wipe_goes_on_only_after_its_word(home):
    log(home)
    with Terminal(home, "data", "wipe") as at:
        at.sees("activities.jsonl", "Type wipe to erase all of this")
        at.types("yes", ENTER)
        at.sees("That is not wipe")
        at.types(CTRL_C)
        assert at.ends() == 130
    assert titles(home) == ["Noon conference on sepsis"]
    with Terminal(home, "data", "wipe") as at:
        at.sees("snapshots (Time Machine", "Type wipe to erase all of this")
        at.types("wipe", ENTER)
        assert at.ends() == 0
    assert not home.exists()


def test_forget_says_what_goes_and_no_is_the_usual_answer(home):
    added = log(home, "Very private")
    with Terminal(home, "data", "forget", added.id) as at:
        at.sees("Very private", "snapshots (Time Machine", "Erase it?")
        at.types(ENTER)
        assert at.ends() == 0
    assert titles(home) == ["Very private"]
    with Terminal(home, "data", "forget", added.id) as at:
        at.sees("Erase it?")
        at.types("y")
        assert at.ends() == 0
    assert titles(home) == []


@pytest.mark.skipif(sys.platform != "linux", reason="limits another process")
def test_answers_that_a_full_disk_refuses_are_printed_as_a_command_that_works(home, run):
    import resource

    log(home, "before")
    with Terminal(home, "log", columns=200) as at:
        at.sees("1 of 5")
        at.types("-5 °C, \"cold\" 'agglutinins'", ENTER)
        at.sees("2 of 5")
        resource.prlimit(at.program.pid, resource.RLIMIT_FSIZE, (100, 100))
        for place in ("3 of 5", "4 of 5", "5 of 5"):
            at.types(ENTER)
            at.sees(place)
        at.types(ENTER)
        at.sees("Add hours, who learned or a rating?")
        at.types(ENTER)
        assert at.ends() == 1
        said = at.scrolled
    assert "larger than the system allows" in " ".join(said.split())
    args = shlex.split(said[said.index("medpivot log add") :].partition("\n")[0])
    assert run(*args[1:]).code == 0
    assert titles(home) == ["before", "-5 °C, \"cold\" 'agglutinins'"]
