from datetime import date

import pytest

from medpivot.errors import MedpivotError
from medpivot.store.dated import dated_name, every, latest, next_name, parse_name

DAY = date(2026, 11, 22)


def put(home, *names):
    home.mkdir(exist_ok=True)
    for name in names:
        (home / name).touch()


def test_a_name_read_back_is_what_it_was_made_from():
    for number in (1, 2, 10):
        assert parse_name(dated_name("plan", DAY, number)) == ("plan", DAY, number)
    assert dated_name("plan", DAY) == "plan-2026-11-22.toml"
    assert dated_name("plan", DAY, 2) == "plan-2026-11-22-2.toml"


@pytest.mark.parametrize(
    "name",
    [
        "plan-latest.toml",
        "plan-2026-1-1.toml",
        "plan-2026-02-30.toml",
        "plan-2026-11-22-1.toml",
        "plan-2026-11-22-02.toml",
        "plan-2026-11-22 (conflicted copy).toml",
        "plan-2026-11-22.toml.kept-20261122T101500000000Z",
        "plan-٢٠٢٦-11-22.toml",
        "plan-2026-11-22-" + "9" * 5000 + ".toml",
        "../plan-2026-11-22.toml",
    ],
)
def test_other_names_are_no_dated_files(home, name):
    assert parse_name(name) is None


def test_the_latest_is_the_greatest_day_then_number_never_by_name(home):
    put(home, "plan-2026-11-22-9.toml", "plan-2026-11-22-10.toml", "plan-2025-12-31-11.toml")
    put(home, "plan-latest.toml", "assessment-2026-12-01.toml", "plan-draft.toml")
    assert latest(home, "plan").path.name == "plan-2026-11-22-10.toml"
    assert [one.number for one in every(home, "plan")] == [11, 9, 10]


def test_a_folder_is_passed_over_but_a_link_that_leads_nowhere_is_not(home):
    put(home, "plan-2026-11-21.toml")
    (home / "plan-2026-12-01.toml").mkdir()
    (home / "plan-2026-11-22.toml").symlink_to(home / "gone")
    assert latest(home, "plan").path.name == "plan-2026-11-22.toml"


def test_a_second_file_on_one_day_is_numbered(home):
    assert next_name(home, "plan", DAY) == "plan-2026-11-22.toml"
    assert not home.exists()
    put(home, "plan-2026-11-22.toml")
    assert next_name(home, "plan", DAY) == "plan-2026-11-22-2.toml"
    put(home, "plan-2026-11-22-2.toml")
    assert next_name(home, "plan", DAY) == "plan-2026-11-22-3.toml"
    assert next_name(home, "plan", date(2026, 11, 23)) == "plan-2026-11-23.toml"


def test_a_file_of_an_earlier_day_than_the_latest_is_refused_by_name(home):
    put(home, "plan-2026-11-23.toml")
    with pytest.raises(MedpivotError, match=r"plan-2026-11-23\.toml"):
        next_name(home, "plan", DAY)
