"""A long command over several lines: what is pasted is the same command."""

import shlex
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medpivot.show.copyable import copyable

TITLE = shlex.quote('It\'s a talk on how to say "no" to everybody')
LONG = (
    f"medpivot log add {TITLE} --kind lecture "
    "--on 2026-11-20 --learners 12 --level residents --energy=2 --more"
)


def test_it_is_broken_between_words_and_a_flag_keeps_its_value():
    lines = copyable(LONG, 60, 5).split("\n")
    assert len(lines) > 2
    assert all(one.endswith(" \\") for one in lines[:-1])
    assert all(len(one) <= 60 for one in lines[1:])
    assert any("--kind lecture" in one for one in lines)


def test_a_short_line_and_one_with_an_open_quote_stay_as_they_are():
    assert copyable("medpivot plan", 80, 5) == "medpivot plan"
    assert copyable("medpivot log add 'no end " + "x " * 60, 80) == (
        "medpivot log add 'no end " + "x " * 60
    )


@given(
    st.lists(st.text(st.characters(codec="ascii", categories=["L", "N", "P", "Zs"]), max_size=30)),
    st.integers(20, 120),
)
def test_what_is_pasted_is_the_same_command(words, width):
    line = shlex.join(["medpivot", *words])
    pasted = copyable(line, width, 5).replace("\\\n", "")
    assert shlex.split(pasted) == ["medpivot", *words]


@pytest.mark.parametrize("width", [20, 40, 80])
def test_a_shell_reads_it_as_one_command(width):
    pasted = copyable(LONG, width, 5).replace("medpivot", "printf '%s\\n'", 1)
    said = subprocess.run(["sh", "-c", pasted], capture_output=True, text=True, check=True)
    assert said.stdout.splitlines() == shlex.split(LONG)[1:]
