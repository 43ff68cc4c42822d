"""Programs that some tests need: without one they are skipped at home, and fail where CI runs."""

import os
import shutil

import pytest


def needed(*names: str) -> str:
    """The path of the first of these programs that is there."""
    for name in names:
        if path := shutil.which(name):
            return path
    if os.environ.get("CI") == "true":
        pytest.fail(f"CI has to install {names[0]}")
    pytest.skip(f"{names[0]} is not installed")
