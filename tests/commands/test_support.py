"""Someone to talk to: always there, and no record is kept."""

import json
import re
from pathlib import Path

from conftest import Run
from medpivot import catalogue
from medpivot.show.support import support


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


def test_the_first_screen_says_of_each_line_what_it_passes_on_where_it_says_so() -> None:
    content = catalogue.load_support()
    first = " ".join(support(content).split())
    said = [line.passes_on for line in content.helplines if line.passes_on]
    assert any("need not report a call to your board" in one for one in said)
    assert all(" ".join(one.split()) in first for one in said)


def test_the_emergency_numbers_are_the_last_thing_on_the_page(run: Run) -> None:
    content = catalogue.load_support()
    for country in content.countries:
        number = re.search(r"\d{3}", country.emergency)
        assert number
        assert number[0] in content.danger
    for shown in (run("support").out, run("support", "uk").out):
        assert " ".join(shown.split()).endswith(" ".join(content.danger.split()))
        assert "911" in "".join(shown.splitlines()[-3:])


def test_a_figure_about_one_country_stands_on_its_page_alone(run: Run) -> None:
    assert "42%" not in run("support").out
    assert "42%" not in run("support", "uk").out
    us = " ".join(run("support", "us").out.split())
    assert "42% of the physicians with depression said they had not sought professional help" in us


def test_it_claims_nothing_about_the_history_of_the_shell(run: Run) -> None:
    for shown in (run("support").out, run("support", "us").out):
        assert "Nothing here is recorded" not in shown
        assert "your shell's history may" in " ".join(shown.split())


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
