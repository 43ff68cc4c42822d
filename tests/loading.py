"""What commands load: each line is run by a fork of one process that has loaded nothing of ours.

Run as a program it reads a list of [home, arguments] as JSON, and writes for each the libraries
that were loaded when the command ended, and its exit code.
"""

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__)


def loaded(calls: list[tuple[Path, list[str]]], *beforehand: str) -> list[tuple[int, set[str]]]:
    """The exit code of each call and the top-level modules there were at its end.

    The modules `beforehand` are loaded once for all calls, to save time. They count in each.
    """
    done = subprocess.run(
        [sys.executable, str(HERE), *beforehand],
        input=json.dumps([[str(home), args] for home, args in calls]),
        capture_output=True,
        text=True,
        check=True,
    )
    return [(code, set(modules)) for code, modules in json.loads(done.stdout)]


def _call(home: str, args: list[str]) -> tuple[int, list[str]]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        code = _in_the_child(home, args)
        names = sorted({name.split(".")[0] for name in sys.modules})
        with os.fdopen(writing, "w") as pipe:
            json.dump([code, names], pipe)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        found = json.load(pipe)
    os.waitpid(child, 0)
    return found


def _in_the_child(home: str, args: list[str]) -> int:
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)
    os.environ["MEDPIVOT_HOME"] = home
    sys.argv = ["medpivot", *args]
    from medpivot.__main__ import main

    with contextlib.suppress(BaseException):
        try:
            main()
        except SystemExit as end:
            return int(end.code or 0)
        return 0
    return 99


if __name__ == "__main__":
    for module in sys.argv[1:]:
        __import__(module)
    json.dump([_call(home, args) for home, args in json.load(sys.stdin)], sys.stdout)
