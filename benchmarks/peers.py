"""medpivot's log beside other logs and lists: adding, listing and JSON, in one loop.

jrnl, td-watson and todoman are installed from the package index, each in an environment of its own
that is thrown away afterwards; taskwarrior is timed where `task` is on the path. Each gets the same
entries in its own files and the configuration it needs to start without asking.

    python benchmarks/peers.py [--runs 11]
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from folders import DAY, moment, title, write_log
from tables import day, put, table
from timing import Command, Measured, environment, machine, measure, medpivot

SIZES = (1_000, 10_000)
TASKS = ("add", "list", "json")
ADDED = "Noon conference on sepsis"


@dataclass(frozen=True)
class Peer:
    """Another program: its command line and environment for each task, once its files are there."""

    name: str
    add: tuple[str, ...]
    list: tuple[str, ...]
    json: tuple[str, ...]
    around: dict[str, str]


def medpivot_peer(folder: Path, entries: int) -> Peer:
    """This program: the newest 20 of the log, and all of it as JSON."""
    write_log(folder, entries)
    add, around = medpivot(folder, "log", "add", ADDED, "--kind", "lecture")
    return Peer(
        "medpivot",
        add,
        medpivot(folder, "log", "list")[0],
        medpivot(folder, "log", "list", "--json")[0],
        around,
    )


def jrnl(folder: Path, entries: int, programs: Path) -> Peer:
    """A journal in one text file: the newest 20 in short, and all as JSON."""
    journal, config = folder / "journal.txt", folder / "jrnl.yaml"
    texts = (
        f"[{moment(n, entries):%Y-%m-%d %H:%M}] {title(n)}\n" for n in reversed(range(entries))
    )
    journal.write_text("\n".join(texts), encoding="utf-8")
    version = _output(str(programs / "jrnl" / "bin" / "jrnl"), "--version").split()
    config.write_text(
        f"journals:\n  default:\n    journal: {journal}\neditor: ''\nencrypt: false\n"
        "template: false\ndefault_hour: 9\ndefault_minute: 0\ntimeformat: '%Y-%m-%d %H:%M'\n"
        "tagsymbols: '@'\nhighlight: true\nlinewrap: 79\nindent_character: '|'\n"
        "display_format: null\ncolors:\n  body: none\n  date: none\n  tags: none\n  title: none\n"
        f"version: {next((one for one in version if one.startswith('v')), 'v4.0')[1:] or '4.0'}\n",
        encoding="utf-8",
    )
    run = (str(programs / "jrnl" / "bin" / "jrnl"), "--config-file", str(config))
    return Peer(
        "jrnl",
        (*run, f"today at 12:00: {ADDED}."),
        (*run, "-n", "20", "--short"),
        (*run, "--format", "json"),
        {},
    )


def watson(folder: Path, entries: int, programs: Path) -> Peer:
    """A log of hours: the last seven days, since it knows no other limit, and all as JSON."""
    frames = []
    for number in reversed(range(entries)):
        begun = int(moment(number, entries).timestamp())
        frames.append([begun, begun + 3000, "teaching", f"{number:032x}", ["lecture"], begun])
    (folder / "frames").write_text(json.dumps(frames), encoding="utf-8")
    run = str(programs / "td-watson" / "bin" / "watson")
    return Peer(
        "watson",
        (run, "add", "-f", "2020-01-01 08:00", "-t", "2020-01-01 09:00", "teaching", "+lecture"),
        (run, "log", "--no-pager", "--from", f"{DAY - timedelta(days=7)}", "--to", f"{DAY}"),
        (run, "log", "--no-pager", "--all", "--json"),
        {"WATSON_DIR": str(folder)},
    )


def todoman(folder: Path, entries: int, programs: Path) -> Peer:
    """A list of things to do, a file for each, behind an index: all of them, and all as JSON."""
    tasks = folder / "lists" / "teaching"
    tasks.mkdir(parents=True)
    for number in range(entries):
        when = f"{moment(number, entries):%Y%m%dT%H%M%SZ}"
        tasks.joinpath(f"{number}.ics").write_text(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//benchmark//EN\r\nBEGIN:VTODO\r\n"
            f"UID:{number}\r\nDTSTAMP:{when}\r\nCREATED:{when}\r\nSUMMARY:{title(number)}\r\n"
            "END:VTODO\r\nEND:VCALENDAR\r\n",
            encoding="utf-8",
            newline="",
        )
    config = folder / "config.py"
    config.write_text(
        f"path = {str(folder / 'lists' / '*')!r}\ndefault_list = 'teaching'\n"
        f"cache_path = {str(folder / 'cache.sqlite3')!r}\n",
        encoding="utf-8",
    )
    run = (str(programs / "todoman" / "bin" / "todo"), "--config", str(config))
    return Peer("todoman", (*run, "new", ADDED), (*run, "list"), (*run, "--porcelain", "list"), {})


def taskwarrior(folder: Path, entries: int) -> Peer:
    """A list of things to do in C++: 20 of them, and all as JSON."""
    (folder / "taskrc").write_text(
        f"data.location={folder}\nconfirmation=off\nverbose=nothing\n", encoding="utf-8"
    )
    around = {"TASKRC": str(folder / "taskrc"), "TASKDATA": str(folder)}
    made = [
        {
            "description": title(number),
            "entry": f"{moment(number, entries):%Y%m%dT%H%M%SZ}",
            "status": "pending",
            "uuid": f"{number:08x}-0000-4000-8000-000000000000",
        }
        for number in range(entries)
    ]
    source = folder / "import.json"
    source.write_text(json.dumps(made), encoding="utf-8")
    _must("task", "import", str(source), around=around)
    return Peer(
        "taskwarrior",
        ("task", "add", ADDED),
        ("task", "list", "limit:20"),
        ("task", "export"),
        around,
    )


def install(programs: Path) -> None:
    """Each Python program from the package index, in an environment of its own."""
    for package in ("jrnl", "td-watson", "todoman"):
        place = programs / package
        venv.create(place, with_pip=True)
        python = place / ("Scripts" if os.name == "nt" else "bin") / "python"
        subprocess.run(
            [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", package],
            check=True,
            stderr=subprocess.DEVNULL,
            env=environment({}),
        )


def peers(folder: Path, entries: int, programs: Path) -> list[Peer]:
    """All of them with that many entries each."""
    makers: list[Callable[[Path], Peer]] = [
        lambda place: medpivot_peer(place, entries),
        lambda place: jrnl(place, entries, programs),
        lambda place: watson(place, entries, programs),
        lambda place: todoman(place, entries, programs),
    ]
    if shutil.which("task"):
        makers.append(lambda place: taskwarrior(place, entries))
    found = []
    for number, make in enumerate(makers):
        place = folder / str(number)
        place.mkdir(parents=True, mode=0o700)
        found.append(make(place))
    return found


def compared(all_of_them: list[Peer], runs: int) -> dict[str, dict[str, Measured]]:
    """By task and name: all programs take turns in one loop for each task."""
    found = {}
    for task in TASKS:
        commands = [Command(one.name, getattr(one, task), one.around) for one in all_of_them]
        found[task] = measure(commands, runs)
    return found


def _must(*args: str, around: dict[str, str]) -> None:
    subprocess.run(
        args, check=True, env=environment(around), stdin=subprocess.DEVNULL, capture_output=True
    )


def _output(*args: str) -> str:
    done = subprocess.run(args, check=False, capture_output=True, text=True, env=environment({}))
    return done.stdout


def main() -> None:
    """Install, measure, and put the table in README.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--programs", type=Path, help="a folder of environments made before")
    given = parser.parse_args()
    cells: dict[str, list[str]] = {}
    with tempfile.TemporaryDirectory() as work:
        programs = given.programs or Path(work) / "programs"
        if not given.programs:
            install(programs)
        for entries in SIZES:
            for task, found in compared(
                peers(Path(work) / str(entries), entries, programs), given.runs
            ).items():
                for name, one in found.items():
                    cells.setdefault(name, []).append(one.said)
                    print(f"{entries:,} {task} {name}: {one.said}", flush=True)
    heads = ["", *(f"{task}, {size:,}" for size in SIZES for task in TASKS)]
    about = (
        f"Milliseconds, and in brackets the ratio to `python -c pass`: medians of {given.runs} "
        f"runs on {day()}, {machine()}, all programs by turns in one loop for each column. "
        "`list` shows the newest 20 (watson the last seven days, todoman everything), `json` is "
        "everything. todoman's index was there already."
    )
    put("peers", f"{about}\n\n{table(heads, [[name, *line] for name, line in cells.items()])}")


if __name__ == "__main__":
    sys.exit(main())
