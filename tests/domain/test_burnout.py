"""What the burnout level changes."""

from medpivot.domain.burnout import level_words


def test_what_the_level_changed_is_said_without_the_level() -> None:
    assert level_words(None, not_now=False) == "No level counted."
    for level in (4, 5):
        assert "put relief first; to answer again: medpivot assess" in level_words(
            level, not_now=True
        )
    assert "changed nothing (relief first: 5, or 4 with rest)" in level_words(4, not_now=False)
    assert level_words(2, not_now=False) == "The level changed nothing."
