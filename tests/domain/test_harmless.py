import pytest

from medpivot.domain.harmless import clean, one_line


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
