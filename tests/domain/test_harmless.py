import json

import pytest

from medpivot.domain.harmless import clean, clean_json, one_line


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("plain", "plain"),
        ("a\x1b[2Jb", "a\u241b[2Jb"),
        ("a\x7fb", "a\u2421b"),
        ("a\tb", "a b"),
        ("a\u202eb", "a b"),
        ("two\nlines", "two\nlines"),
        ("r\u00e9sum\u00e9 \u4e2d\u6587", "r\u00e9sum\u00e9 \u4e2d\u6587"),
        ("\U0001f468\u200d\u2695\ufe0f", "\U0001f468\u200d\u2695\ufe0f"),
        ("\ud800", "\ufffd"),
    ],
)
def test_nothing_in_a_text_can_move_a_cursor(typed, shown):
    assert clean(typed) == shown


def test_one_line_has_single_spaces():
    assert one_line(" two\n  lines\t here ") == "two lines here"


def test_json_says_the_same_without_what_a_terminal_might_obey():
    said = {"\x9b": ["\x7f\x85\u2028\u202e", "r\u00e9sum\u00e9 \u4e2d", "\\u009b"]}
    shown = clean_json(json.dumps(said, ensure_ascii=False))
    assert json.loads(shown) == said
    assert shown.isprintable()
