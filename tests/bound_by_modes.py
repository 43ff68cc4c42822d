"""Programs that the modes of files bind: root overrules modes, unless it gives that right up."""

import ctypes
import os
import subprocess
from collections.abc import Sequence

from outside import lacking

_PR_CAPBSET_DROP = 24
_OVERRULES_MODES = (1, 2)
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH."""


def run_bound_by_modes(
    line: Sequence[str], environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program that may do no more than the modes of files say, whoever starts it."""
    prctl = None
    if os.geteuid() == 0:
        prctl = getattr(ctypes.CDLL(None, use_errno=True), "prctl", None)
        if prctl is None:
            lacking("root overrules modes here, and cannot give that up")

    def give_up() -> None:
        for right in _OVERRULES_MODES:
            if prctl and prctl(_PR_CAPBSET_DROP, right, 0, 0, 0):
                raise OSError(ctypes.get_errno(), "root overrules modes, and may not give that up")

    return subprocess.run(
        line, env=environment, capture_output=True, text=True, check=False, preexec_fn=give_up
    )
