"""`training` in a real terminal."""

import sys

import pytest

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals there", allow_module_level=True)

from terminal import CTRL_C, ENTER, Terminal

pytestmark = pytest.mark.terminal


def test_breaking_off_gives_the_line_that_goes_on_from_what_was_answered(home):
    with Terminal(home, "training") as at:
        at.sees("leadership")
        at.types(ENTER)
        at.sees("cut your clinical time")
        at.types(CTRL_C)
        assert at.ends() == 130
        assert "Stopped. Nothing is kept." in at.shown
        assert "try: medpivot training decide --set target=yes" in at.shown
