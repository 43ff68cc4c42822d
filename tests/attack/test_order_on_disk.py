"""What is flushed before what, so that a power cut leaves the old or the new and never a mixture.

A kill leaves what the system has been given; a power cut leaves only what was flushed. It cannot
be made here, but the order in which the program asks for it can be seen.
"""

import shutil

from attacked import shimmed_fixture, stable_fixture, used_fixture  # noqa: F401
from children import Fault


def calls(stable, used, tmp_path, *args):
    """The calls of a command that reach the folder, in order, as (call, file)."""
    home, trace = tmp_path / "home", tmp_path / "trace"
    shutil.copytree(used, home)
    ran = stable.run(home, *args, fault=Fault(), trace=str(trace))
    assert ran.code == 0, ran
    lines = (line.split(" ", 1) for line in trace.read_text().splitlines())
    return [(call, path.removeprefix(str(home)).lstrip("/") or ".") for call, path in lines]


def test_the_step_is_on_the_disk_before_the_first_file_is_touched(shimmed, stable, used, tmp_path):
    seen = calls(stable, used, tmp_path, "log", "add", "One more", "--kind", "lecture")
    touched = seen.index(("open", "activities.jsonl"))
    before = seen[:touched]
    [renamed] = [number for number, (call, _) in enumerate(before) if call == "rename"]
    unfinished = before[renamed][1]
    assert unfinished.startswith("history/.medpivot-")
    assert before.index(("fsync", unfinished)) < renamed < before.index(("fsync", "history"))


def test_a_line_is_on_the_disk_before_the_step_is_filed(shimmed, stable, used, tmp_path):
    seen = calls(stable, used, tmp_path, "log", "add", "One more", "--kind", "lecture")
    written = seen.index(("write", "activities.jsonl"))
    flushed = seen.index(("fsync", "activities.jsonl"))
    filed = seen.index(("rename", "history/pending.json"))  # from there to its number
    assert written < flushed < filed
    assert seen.count(("write", "activities.jsonl")) == 1


def test_a_whole_file_is_on_the_disk_before_it_takes_the_place(shimmed, stable, used, tmp_path):
    seen = calls(stable, used, tmp_path, "people", "met", "maria-santos")
    renamed = [
        number
        for number, (call, path) in enumerate(seen)
        if call == "rename" and not path.startswith("history/")
    ]
    assert len(renamed) == 1
    unfinished = seen[renamed[0]][1]
    assert unfinished.startswith(".medpivot-")
    assert seen.index(("fsync", unfinished)) < renamed[0]
    assert ("fsync", ".") in seen[renamed[0] :]
    assert not [one for one in seen if one == ("open", "people.toml")]
