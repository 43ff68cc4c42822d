"""Files that are broken in every way: all problems named with their place, never a traceback."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medpivot import catalogue
from medpivot.errors import BrokenFile
from medpivot.reading.answers import read_answers_file
from medpivot.reading.interview import read_interview
from medpivot.reading.plan import read_plan
from medpivot.reading.roles import lay_over
from medpivot.reading.toml import LARGEST, parse

PLAN = b"""schema = 1
created = 2026-11-22
start = 2026-11-22
months = 18
hours_per_week = 2.5
kind = "full"

[milestone.first-project]
title = "One project"
phase = "1"
start = 2026-11-22
due = 2027-01-10
hours = 8
status = "open"
"""


def problems(error: pytest.ExceptionInfo[BrokenFile]) -> str:
    return "\n".join(error.value.details)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"a = 1\nb = \n", "line 2"),
        (b"a = 1\n\xff\xfe = 2\n", "line 2: not text in UTF-8"),
        (b"\x00\x01\x02", "line 1"),
        (b"a = [\n1,\n", "end of the file"),
        (b"a = " + b"[" * 20_000, "nested too deeply"),
        (b"a = " + b"[" * 70 + b"]" * 70, "nested too deeply"),
        (b"b = 1\n" + b"a." * 30_000 + b"a = 1", "line 2: a key of too many parts"),
        (b"a = " + b"9" * 5_000, "too many digits"),
        (b"x" * (LARGEST + 1), "too many"),
        (b"a = 1\na = 2\n", "line 2"),
    ],
)
def test_what_is_not_toml_is_named_with_its_line(data: bytes, said: str) -> None:
    with pytest.raises(BrokenFile) as error:
        parse(data, "plan.toml")
    assert said in problems(error)
    assert error.value.message.startswith("plan.toml ")


def test_dots_in_texts_lists_and_comments_are_fine() -> None:
    text = "# a.b." + "c." * 99 + '\nx = """\n' + "ha. " * 99 + '"""\ny = "' + "no." * 99 + '"\n'
    table = parse(f"{text}z = [{'1.5, ' * 99}]\n".encode(), "x")
    assert table["y"] == "no." * 99
    assert table["z"] == [1.5] * 99


def test_a_byte_order_mark_and_windows_line_ends_are_fine() -> None:
    assert parse(b"\xef\xbb\xbfa = 1\r\nb = 2\r\n", "x") == {"a": 1, "b": 2}


@given(st.binary(max_size=300))
def test_no_bytes_end_in_anything_but_words(data: bytes) -> None:
    for read in (read_plan, lambda d, n: read_answers_file(d, n, catalogue.load_interview())):
        with suppress(BrokenFile):
            read(data, "some.toml")


def test_a_plan_is_read() -> None:
    plan, warnings = read_plan(PLAN, "plan.toml")
    assert plan.milestones[0].id == "first-project"
    assert not warnings


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b"schema = 1", b"schema = 2", "newer medpivot"),
        (b"schema = 1", b"schema = true", "schema = 1 is needed"),
        (b"schema = 1\n", b"", "schema = 1 is needed"),
        (b"months = 18", b"months = 0", "line 4, months: 0 is less than 3"),
        (b"months = 18", b"months = 200", "200 is more than 24"),
        (b"hours_per_week = 2.5", b"hours_per_week = 0", "line 5"),
        (b"hours_per_week = 2.5", b"hours_per_week = nan", "hours_per_week"),
        (b"hours = 8", b"hours = -1", "line 13, [milestone.first-project] hours"),
        (b'status = "open"', b'status = "opne"', "line 14"),
        (b'status = "open"', b'status = "done"', "done_on: is missing"),
        (b"due = 2027-01-10", b"due = 2026-01-10", "is before start"),
        (b"due = 2027-01-10", b'due = "soon"', "a date such as"),
        (b"hours = 8", b'hours = 8\nafter = ["first-project"]', "depends on itself"),
        (b"hours = 8", b'hours = 8\nafter = ["frist-project"]', "did you mean first-project?"),
        (b"[milestone.first-project]", b'[milestone."../etc"]', "an id is lower-case"),
    ],
)
def test_a_mangled_plan_is_named_with_its_place(old: bytes, new: bytes, said: str) -> None:
    assert old in PLAN
    with pytest.raises(BrokenFile) as error:
        read_plan(PLAN.replace(old, new), "plan.toml")
    assert said in problems(error)


def test_an_unknown_key_in_a_plan_is_kept_with_a_warning() -> None:
    _, warnings = read_plan(PLAN.replace(b"hours = 8", b"hours = 8\nnotes = 'x'"), "plan.toml")
    (warning,) = warnings
    assert "[milestone.first-project] notes is not a known key; it is kept." in warning
    assert "Did you mean note?" in warning


def test_all_problems_of_an_answers_file_come_at_once() -> None:
    data = b"""schema = 1
[answers]
hard-wrok = "yes"
schedule = 9
hours-weekly = 200
dread = ["paperwork", "nothing"]
dread-most = "inbox"
energy = ["teaching-lerners"]
priorities = ["clinical"]
"""
    with pytest.raises(BrokenFile) as error:
        read_answers_file(data, "mine.toml", catalogue.load_interview())
    said = problems(error)
    for words in (
        "line 3, [answers] hard-wrok: there is no such question; did you mean hard-work?",
        "line 4, [answers] schedule: 9 is outside 0 to 4",
        "line 5, [answers] hours-weekly: 200 is outside 0 to 168",
        "'nothing' excludes the other choices",
        "did you mean teaching-learners?",
        "at least 3 are needed",
    ):
        assert words in said


def test_a_role_of_ones_own_gets_the_same_checks() -> None:
    data = b"""schema = 1
[role.my-role]
title = "Half clinic, half course"
lifts = ["nights"]
[role.my-role.ranges]
clinical = {low = 60, high = 40}
students = {low = 3, high = 5}
"""
    roles = catalogue.load_roles()
    with pytest.raises(BrokenFile) as error:
        lay_over(roles, data, "roles.toml", catalogue.load_interview(), catalogue.load_sources())
    assert "low 60 is above high 40" in problems(error)


def test_the_interview_names_every_pull_and_section_that_does_not_exist() -> None:
    data = b"""schema = 1
[section.now]
title = "Now"
[section.unused]
title = "?"
[question.dread]
section = "nwo"
kind = "any"
ask = "?"
[question.dread.choice.a]
label = "A"
pulls = {teaching = 1, design = 7}
"""
    with pytest.raises(BrokenFile) as error:
        read_interview(data)
    said = problems(error)
    assert "'nwo' is no section" in said
    assert "'teaching' cannot be pulled" in said
    assert "7 is not -2, -1, 1 or 2" in said
    assert "no question uses it" in said
