"""`undo --list` says what would be put back in words a person can check."""

import json

import pytest

from medpivot.store.put_back import put_back

PLAN = b"""schema = 1
months = 18
[milestone.talk]
status = "done"
done_on = 2026-11-20
[milestone.talk.evidence]
count = 2
"""


def line(line_id, title):
    return (
        json.dumps(
            {
                "v": 1,
                "op": "put",
                "id": line_id,
                "at": "2026-11-22T10:00:00Z",
                "entry": {"title": title},
            }
        ).encode()
        + b"\n"
    )


@pytest.mark.parametrize(
    ("then", "words"),
    [
        (PLAN.replace(b'"done"', b'"open"'), 'talk.status = "open" again'),
        (PLAN.replace(b"done_on = 2026-11-20\n", b""), "talk.done_on gone"),
        (PLAN.replace(b"months = 18", b"months = 12"), "months = 12 again"),
        (PLAN.replace(b"count = 2", b"count = 3"), "talk.evidence.count = 3 again"),
        (PLAN + b'[pause.a]\nfirst = "x"\n', 'a.first = "x" again'),
        (PLAN + b'mine = "' + b"y" * 100 + b'"\n', '= "' + "y" * 36 + "... again"),
        (PLAN + b"# a comment\n", "is again what it was"),
        (b"\xff no toml", "is again what it was"),
        (b"schema = 2\n", "1 milestone and 2 other values again as before"),
    ],
)
def test_the_keys_of_a_table_that_change_are_named_with_their_value(then, words):
    said = put_back("plan.toml", PLAN, then)
    assert said.startswith("plan.toml")
    assert words in said


def test_the_entries_of_a_log_are_counted():
    now = line("aaaa", "one") + line("bbbb", "two") + line("cccc", "three")
    then = line("aaaa", "one") + line("bbbb", "2") + line("dddd", "four") + line("eeee", "five")
    assert put_back("log.jsonl", now, then) == (
        "log.jsonl: 2 entries back; 1 entry gone; 1 entry again as before"
    )
