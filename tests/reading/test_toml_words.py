"""A line mended by hand and not quite right: said in words, not in the parser's."""

import pytest

from medpivot.errors import BrokenFile
from medpivot.reading.toml import parse

QUOTES = "a quotation mark is missing, or one is too many; a text stands between two of them"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("due = 2026-12-99", "2026-12-99 is not a date"),
        ("due = 2026-02-30 # moved", "2026-02-30 is not a date"),
        ("due = 2026-13-01T00:00:00", "2026-13-01 is not a date"),
        ("days = [2026-12-99]", "2026-12-99 is not a date"),
        ("due = 26.11.2026", "26.11.2026 is no date here; a date is written as 2026-11-26"),
        ("due = 2026/12/1", "2026/12/1 is no date here; a date is written as 2026-11-26"),
        ("hours = 1,5", "1,5 has a comma; write 1.5"),
        ("floor = 240,000", "240,000 has a comma; write 240000"),
        ("hours = 03", "03 begins with a zero; write 3"),
        ("pinned = True", "True is written in small letters: true"),
        ("hours =", "nothing stands behind the ="),
        ("hours = # later", "nothing stands behind the ="),
        ("hours: 3", "between a name and what it holds stands a ="),
        ('note = "no end', QUOTES),
        ('note = no start"', QUOTES),
        ('note = "she said "hi" to me"', QUOTES),
        ('after = ["one", "two]', QUOTES),
        ("note = 'it's'", QUOTES),
        ("note = “like this”", "a quotation mark is curly"),
        ("note = later", 'later is neither a number nor a date; a text is written as "later"'),
        ('after = ["one", two]', "in a list, every text stands between quotation marks"),
        ('after = ["one" "two"]', "its ] is missing, or a comma between two entries"),
        ('note = "C:\\dir"', "is written twice"),
        ("[milestone.x", "a ] is missing at the end of the heading"),
        ("[milestone.first]", "[milestone.first] stands twice"),
        ("hours = 1\nhours = 2", "this name stands twice under one heading"),
    ],
)
def test_the_reason_is_in_words_with_its_line(line: str, said: str) -> None:
    with pytest.raises(BrokenFile) as error:
        parse(f"[milestone.first]\n{line}\n".encode(), "plan.toml")
    (problem,) = error.value.problems
    assert said in problem.what
    assert problem.line == 2 + line.count("\n")


def test_what_no_rule_knows_keeps_the_words_of_the_parser() -> None:
    with pytest.raises(BrokenFile) as error:
        parse(b"a b = 3\n", "plan.toml")
    assert "Expected '='" in error.value.problems[0].what
