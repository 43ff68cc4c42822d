import json
import os

import pytest

from store_examples import log, save_new_plan

posix = pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")


def test_before_anything_is_kept_it_names_the_folder_and_makes_nothing(home, run):
    result = run("data", "where")
    assert (result.code, result.out) == (0, f"{home}\n")
    assert "Nothing is there yet" in result.err
    document = json.loads(run("data", "where", "--json").out)
    assert document == {
        "schema": 1,
        "folder": str(home),
        "exists": False,
        "mode": None,
        "files": [],
        "history": {"steps": 0, "bytes": 0},
    }
    assert not home.exists()


def test_data_alone_is_data_where(home, run):
    log(home)
    assert run("data") == run("data", "where")


@posix
def test_it_shows_each_file_with_size_and_mode(home, run):
    path = save_new_plan(home)
    log(home)
    document = json.loads(run("data", "where", "--json").out)
    assert (document["exists"], document["mode"]) == (True, "0700")
    assert [(one["name"], one["mode"]) for one in document["files"]] == [
        ("activities.jsonl", "0600"),
        (path.name, "0600"),
    ]
    assert document["files"][1]["bytes"] == path.stat().st_size
    assert document["history"]["steps"] == 2
    result = run("data", "where")
    assert result.out.splitlines()[0] == str(home)
    assert path.name in result.out
    assert "2 steps" in result.out
    assert "Only your account" in result.err


@posix
def test_files_that_others_can_open_are_named(home, run):
    path = save_new_plan(home)
    path.chmod(0o644)
    home.chmod(0o755)
    log(home)
    err = run("data", "where").err
    assert path.name in err
    assert "activities.jsonl" not in err


def test_plain_is_the_folder_and_nothing_else(home, run):
    log(home)
    result = run("data", "where", "--plain")
    assert (result.out, result.err) == (f"{home}\n", "")


def test_a_name_with_escape_characters_is_shown_harmlessly(home, run):
    log(home)
    (home / "notes \x1b[31mred").touch()
    assert "\x1b" not in run("data", "where").out
    assert json.loads(run("data", "where", "--json").out)["files"][1]["name"] == "notes \x1b[31mred"


def test_sizes_are_shown_in_units_a_person_reads(home, run):
    log(home)
    (home / "small").write_bytes(b"x" * 12)
    (home / "large").write_bytes(b"x" * 2_500_000)
    (home / "middling").write_bytes(b"x" * 2_500)
    (home / "link").symlink_to(home / "nowhere")
    out = run("data", "where").out
    assert all(words in out for words in ("12 bytes", "2.5 kB", "2.5 MB", "link"))
