"""Titles without reading the rest."""

import pytest

from medpivot.errors import BrokenFile
from medpivot.reading.titles import titles


def test_titles_stand_by_their_ids() -> None:
    data = b'[role.dean]\ntitle = "Dean"\n[role.odd]\nname = "x"\n[phase.1]\ntitle = "Try"\n'
    assert titles(data, "roles.toml", "role") == {"dean": "Dean"}
    assert titles(data, "roles.toml", "phase") == {"1": "Try"}
    assert titles(b"role = 3\n", "roles.toml", "role") == {}
    assert titles(b"", "roles.toml", "role") == {}


def test_what_is_not_toml_is_named() -> None:
    with pytest.raises(BrokenFile, match=r"roles\.toml"):
        titles(b"\xff[role", "roles.toml", "role")
