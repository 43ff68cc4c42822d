"""Lines are broken at words; a command that fits on one is one word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medpivot.domain.unbroken import fill, loosened, tied, wrap

COMMANDS = (
    "medpivot log add",
    "medpivot plan next",
    "medpivot plan done week-as-it-is",
    'medpivot jobs add "TITLE" --at "EMPLOYER"',
    "medpivot plan skip ID --why ...",
    "medpivot assess --set hours-weekly=4",
    "medpivot plan replan --hours 2.5",
    "medpivot plan move present-locally 2027-05-20",
    "medpivot data forget portfolio",
)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("before", range(40, 80))
@pytest.mark.parametrize("after", ["", ".", "), which helps.", ": the rest of it"])
def test_no_command_is_broken_that_fits(command: str, before: int, after: str) -> None:
    said = "x " * (before // 2) + command + after
    assert command in fill(said, 60)
    assert fill(said, 60).replace("\n", " ") == said
    assert all(len(line) <= 60 for line in wrap(said, 60))


def test_a_command_longer_than_the_line_is_broken_at_a_word_of_it() -> None:
    said = fill("Type medpivot jobs add TITLE --at EMPLOYER now", 30)
    assert said == "Type\nmedpivot jobs add TITLE --at\nEMPLOYER now"


@given(st.text("medpivot abc -\"'=.ID\n\t", max_size=80), st.integers(1, 60))
def test_tying_changes_no_length_and_is_taken_back(text: str, width: int) -> None:
    assert len(tied(text, width)) == len(text)
    assert loosened(tied(text, width)) == text
