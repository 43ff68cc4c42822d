"""Nothing in the program's path is only there on POSIX; what cannot run here is at least read."""

import ast
import functools
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "medpivot"

POSIX_MODULES = {
    "fcntl", "grp", "posix", "pty", "pwd", "readline", "resource", "spwd", "syslog", "termios", "tty",
}  # fmt: skip
POSIX_NAMES = {
    "O_CLOEXEC", "O_DIRECTORY", "O_NOCTTY", "O_NOFOLLOW", "O_NONBLOCK", "O_SYNC", "WNOHANG",
    "chown", "chroot", "fchdir", "fchmod", "fchown", "fdatasync", "fork", "forkpty", "getegid",
    "geteuid", "getgid", "getgroups", "getpgid", "getuid", "killpg", "lchown", "link", "lockf",
    "mkfifo", "mknod", "nice", "openpty", "pipe2", "posix_spawn", "pread", "pwrite", "sched_yield",
    "setegid", "seteuid", "setgid", "setsid", "setuid", "statvfs", "sync", "sysconf", "uname",
    "wait", "wait3", "wait4", "waitid", "SIGHUP", "SIGKILL", "SIGPIPE", "SIGUSR1", "alarm", "pause",
}  # fmt: skip
"""Names of `os` and `signal` that Windows has not."""


@functools.cache
def nodes():
    """Every part of every module, and where it stands."""
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(
                node, ast.Import | ast.ImportFrom | ast.Attribute | ast.Call | ast.Constant
            ):
                found.append((f"{name}, line {node.lineno}", node))
    return found


def test_no_module_leans_on_what_windows_has_not():
    for place, node in nodes():
        if isinstance(node, ast.Import):
            assert not {one.name.partition(".")[0] for one in node.names} & POSIX_MODULES, place
        elif isinstance(node, ast.ImportFrom):
            assert (node.module or "").partition(".")[0] not in POSIX_MODULES, place
            if node.module in ("os", "signal"):
                assert not {one.name for one in node.names} & POSIX_NAMES, place
        elif isinstance(node, ast.Attribute) and getattr(node.value, "id", "") in ("os", "signal"):
            assert node.attr not in POSIX_NAMES, f"{place}: {node.attr}"


def test_no_text_file_is_opened_in_whatever_encoding_the_system_prefers():
    for place, node in nodes():
        if not isinstance(node, ast.Call):
            continue
        called = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if called in ("read_text", "write_text"):
            assert "encoding" in {one.arg for one in node.keywords}, place
        if called == "strftime":
            words = [one.value for one in node.args if isinstance(one, ast.Constant)]
            assert not any("%-" in str(one) for one in words), place


def test_no_path_of_one_system_is_written_into_the_program():
    for place, node in nodes():
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            for text in ("/tmp", "/dev/", "/proc/", "/etc/", "/usr/", "/home/"):
                assert text not in node.value, place
