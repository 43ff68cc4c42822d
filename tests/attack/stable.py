"""Runs real commands in processes of their own, quickly: the program is loaded once, then forked.

Started by `children.py` with the shim loaded before everything else. Reads one request a line and
answers each with one line.
"""

import contextlib
import ctypes
import gc
import importlib
import io
import json
import os
import pkgutil
import random
import resource
import selectors
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

Request = dict[str, object]

TOLD = 9
"""The stream on which a child says how many calls the shim counted, or what it was seen doing."""


def load_all() -> None:
    """Everything that commands load later, so that a fork has it already."""
    import medpivot

    found = [one.name for one in pkgutil.walk_packages(medpivot.__path__, "medpivot.")]
    for name in (*found, "filelock", "rich.console", "rich.table", "tomli_w", "jinja2"):
        # what cannot be loaded fails again, and is seen, in the command that needs it
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    from medpivot import catalogue

    catalogue.load_interview()
    catalogue.load_vocabulary()
    catalogue.load_milestones()
    catalogue.load_roles(None)


def run(args: list[str]) -> int:
    """One command; its exit code."""
    from medpivot.cli import program

    return int(program.main(args, standalone_mode=False) or 0)


def arm(home: str, fault: Request) -> None:
    """Tell the shim what is to happen, and where."""
    ctypes.CDLL(None).attack_arm(
        home.encode(),
        ctypes.c_long(fault.get("at", 0)),
        fault.get("how", 0),
        fault.get("error", 0),
        fault.get("stays", 0),
        fault.get("kinds", 0),
        fault.get("trace", -1),
    )


WRITES = {
    "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate",
    "os.chmod", "os.chown", "tempfile.mkstemp", "tempfile.mkdtemp", "shutil.rmtree",
}  # fmt: skip
"""Python's own names for what changes a file or a folder."""

STARTS = ("subprocess.", "os.exec", "os.spawn", "os.posix_spawn", "os.system", "os.startfile")
"""The beginnings of its names for what starts another program."""

REACHES_OUT = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.", "ssl.")
"""And for what opens a network connection, or has another program open one."""


def watch() -> None:
    """From now on no socket can be made, and every write and every child is told."""

    def hook(event: str, args: tuple[object, ...]) -> None:
        if event.startswith(REACHES_OUT):
            os.write(TOLD, f"network {event} {args!r}\n".encode())
            raise PermissionError(f"{event} is forbidden here")
        if event.startswith(STARTS):
            os.write(TOLD, f"child {event} {args!r}\n".encode(errors="replace"))
        elif event in WRITES or (event == "open" and _to_write(args)):
            path = os.path.abspath(os.fsdecode(args[0]))
            os.write(TOLD, f"write {path}\n".encode(errors="replace"))

    sys.addaudithook(hook)


def _to_write(args: tuple[object, ...]) -> bool:
    path, _, flags = args
    writing = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
    return isinstance(path, str | bytes) and bool(int(str(flags or 0)) & writing)


def break_it(name: str, words: str) -> None:
    """From now on a function of the standard library fails, and says what the person typed."""
    module, _, function = name.rpartition(".")

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(words)

    setattr(importlib.import_module(module), function, broken)


def one_command(request: Request) -> int:
    """In a fork: run the command of a request under the conditions it names."""
    os.umask(int(request.get("umask", 0o077)))
    os.chdir(str(request.get("where", os.curdir)))
    if "largest" in request:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(request["largest"]),) * 2)
    fault = dict(request.get("fault") or {})
    if fault:
        if "trace" in request:
            fault["trace"] = os.open(str(request["trace"]), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        arm(str(request["home"]), fault)
    if "watch" in request:
        watch()
    if "broken" in request:
        break_it(str(request["broken"]), repr(request["args"]))
    sys.stdin = io.StringIO(str(request.get("stdin", "")))
    try:
        code = run(["--home", str(request["home"]), *request["args"]])
    except KeyboardInterrupt:
        code = 130
    finally:
        if fault:
            count = ctypes.CDLL(None).attack_count()
            arm("", {})
            os.write(TOLD, str(count).encode())
    return code


def terminal(request: Request) -> int:
    """In a fork: one command after the other, each reported before and after, until killed."""
    import terminals

    report = os.open(str(request["report"]), os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def tell(**said: object) -> None:
        os.write(report, json.dumps(said).encode() + b"\n")

    chance = random.Random(str(request["seed"]))
    home = Path(str(request["home"]))
    choose = terminals.MIXES[str(request["mix"])]
    number = 0
    tell(ready=True)
    while number != request.get("most"):
        number += 1
        args = choose(chance, home, f"{request['name']}-{number}")
        tell(begin=args)
        out, err = io.StringIO(), io.StringIO()
        began = time.monotonic()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = run(["--home", str(home), *args])
        took = time.monotonic() - began
        state = terminals.digest(home) if request.get("digests") else ""
        tell(done=code, state=state, took=took, out=out.getvalue()[:2000], err=err.getvalue())
    return 0


def forked(request: Request, act: Callable[[Request], int], streams: dict[int, int]) -> int:
    """The id of a child that does it, with those streams in the place of its own."""
    child = os.fork()
    if child:
        return child
    code = 99
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        for number, stream in streams.items():
            os.dup2(stream, number)
        # what these were before the fork may have been of another kind
        sys.stdout = os.fdopen(1, "w", closefd=False)
        sys.stderr = os.fdopen(2, "w", closefd=False)
        code = act(request)
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        with contextlib.suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def heard(child: int, ends: dict[int, int]) -> Request:
    """All that a child writes to its pipes until it ends, and how it ends."""
    said = dict.fromkeys(ends.values(), b"")
    with selectors.DefaultSelector() as waiting:
        for end, name in ends.items():
            waiting.register(end, selectors.EVENT_READ, name)
        while waiting.get_map():
            for key, _ in waiting.select():
                more = os.read(key.fd, 65536)
                said[key.data] += more
                if not more:
                    waiting.unregister(key.fd)
                    os.close(key.fd)
    _, status = os.waitpid(child, 0)
    words = {str(name): one.decode(errors="surrogateescape") for name, one in said.items()}
    return {"code": os.waitstatus_to_exitcode(status), "said": words}


def answer(request: Request) -> Request:
    """What a request comes to."""
    nothing = os.open(os.devnull, os.O_RDWR)
    try:
        if request["do"] == "start":
            return {"pid": forked(request, terminal, {0: nothing, 1: nothing})}
        if request["do"] == "wait":
            _, status = os.waitpid(int(request["pid"]), 0)
            return {"code": os.waitstatus_to_exitcode(status)}
        pipes = {number: os.pipe() for number in (1, 2, TOLD)}
        streams = {0: nothing} | {number: pipe[1] for number, pipe in pipes.items()}
        child = forked(request, one_command, streams)
        for _, end in pipes.values():
            os.close(end)
        return heard(child, {pipe[0]: number for number, pipe in pipes.items()})
    finally:
        os.close(nothing)


def main() -> None:
    """Answer until the other side closes."""
    talk = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    load_all()
    # what a fork never looks at need not be copied for it
    gc.freeze()
    talk.write("ready\n")
    talk.flush()
    for line in sys.stdin:
        talk.write(json.dumps(answer(json.loads(line))) + "\n")
        talk.flush()


if __name__ == "__main__":
    main()
