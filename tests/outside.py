"""Programs that some tests need: without one they are skipped at home, and fail where CI runs."""

import os
import shutil
from typing import NoReturn

import pytest


def needed(*names: str) -> str:
    """The path of the first of these programs that is there."""
    found = next(filter(None, map(shutil.which, names)), "")
    return found or lacking(f"{names[0]} is not installed")


def lacking(what: str) -> NoReturn:
    """Skip a test for the lack of something, or fail it where CI runs."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"CI has to see to it: {what}")
    pytest.skip(what)
