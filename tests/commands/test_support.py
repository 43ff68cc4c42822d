"""Someone to talk to: always there, and nothing is recorded."""

import json
from pathlib import Path

from conftest import Run
from medpivot import catalogue


def test_every_helpline_stands_there_with_how_to_reach_it_and_when(run: Run) -> None:
    result = run("support")
    assert result.code == 0
    flat = " ".join(result.out.split())
    for line in catalogue.load_support().helplines:
        assert line.name in flat
        assert line.contact in flat
        assert line.hours in flat
    assert len(result.out.splitlines()) <= 64


def test_one_country_says_what_each_line_does_and_when_it_was_checked(run: Run) -> None:
    for country in catalogue.load_support().countries:
        flat = " ".join(run("support", country.id).out.split())
        for line in catalogue.load_support().helplines:
            if line.country == country.id:
                assert " ".join(line.text.split()) in flat
                assert " ".join(line.checked.split()) in flat


def test_it_leaves_no_trace(run: Run, home: Path) -> None:
    run("support")
    run("support", "us")
    assert not home.exists()


def test_one_country_comes_with_what_holds_everywhere(run: Run) -> None:
    shown = run("support", "US").out
    assert "988" in shown
    assert "findahelpline" in shown
    assert "Samaritans" not in shown


def test_an_unknown_country_is_refused_with_what_to_try(run: Run) -> None:
    result = run("support", "xx")
    assert (result.code, result.out) == (1, "")
    assert "try: medpivot support any" in result.err


def test_as_json(run: Run) -> None:
    data = json.loads(run("support", "uk", "--json").out)
    assert {one["country"] for one in data["helplines"]} <= {"uk", "any"}


def test_it_works_when_the_folder_is_unusable(run: Run, home: Path) -> None:
    home.write_text("a file where the folder should be", encoding="utf-8")
    assert run("support").code == 0
