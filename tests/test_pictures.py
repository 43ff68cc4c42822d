"""The pictures in `docs/pictures/` show what the program says, and need nothing from elsewhere."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from making import pictures, three_months
from making.person import ROOT, TODAY, Person
from terminal import Terminal

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def person(tmp_path_factory) -> Person:
    person = Person(tmp_path_factory.mktemp("pictures") / "home")
    three_months.live(person)
    return person


def test_the_pictures_of_the_terminal_show_what_the_program_says(person):
    for name, picture in pictures.terminal_pictures(person).items():
        kept = (pictures.FOLDER / name).read_text(encoding="utf-8")
        assert kept == picture, f"{name} has drifted: make pictures"


def test_a_real_terminal_shows_what_the_picture_shows(person):
    with Terminal(person.home, "plan", rows=100) as terminal:
        assert terminal.ends() == 0
        seen = terminal.shown.replace(f"Today is taken as {TODAY}.\n", "").strip()
    assert seen == "\n".join(person.types("medpivot plan"))
    words = " ".join(seen.split())
    for one in ET.parse(pictures.FOLDER / "plan.svg").iter(f"{SVG}text"):
        # the first line is what was typed, and a mark stands where something is left out
        assert one.text in f"{words} $ medpivot plan [...]"


@pytest.mark.parametrize("path", sorted(pictures.FOLDER.glob("*")), ids=lambda path: path.name)
def test_a_picture_is_small_and_fetches_nothing(path: Path):
    data = path.read_bytes()
    assert len(data) < 200_000
    if path.suffix == ".svg":
        ET.fromstring(data)
        assert set(re.findall(rb"https?://[^\"\s]+", data)) == {b"http://www.w3.org/2000/svg"}
        assert b"url(" not in data
        assert b"@import" not in data


def test_every_picture_is_in_the_readme_with_words_for_those_who_do_not_see_it():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = {place: alt for alt, place in re.findall(r"!\[([^]]+)\]\(([^)]+)\)", text)}
    assert set(shown) == {f"docs/pictures/{one.name}" for one in pictures.FOLDER.glob("*")}
    assert all(len(alt) > 80 for alt in shown.values())
