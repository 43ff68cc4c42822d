import pytest

from medpivot import catalogue
from medpivot.domain.reminders import Reminders
from medpivot.errors import BrokenFile
from medpivot.reading.reminders import read_reminders

MINE = b"""\
schema = 1
[answers]
again_weeks = 13
[application]
quiet_weeks = 2
[people]
waiting_days = 10
quiet_days = 60
"""


def test_each_number_is_read_into_its_place():
    assert read_reminders(MINE) == Reminders(
        answers_weeks=13, application_weeks=2, waiting_days=10, quiet_days=60
    )


def test_the_shipped_numbers_stand_under_the_same_checks():
    assert read_reminders((catalogue.data_folder() / "reminders.toml").read_bytes())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b"again_weeks = 13", b"again_weeks = 0", "again_weeks: 0 is less than 1"),
        (b"quiet_weeks = 2", b"quiet_weeks = 261", "quiet_weeks: 261 is more than 260"),
        (b"quiet_weeks = 2", b"quiet_weeks = 2.5", "a whole number is needed, not 2.5"),
        (b"quiet_days = 60", b"quiet_days = 9999", "quiet_days: 9999 is more than 1825"),
        (b"quiet_days = 60", b"quiet_days = 10", "10 is not more than the waiting_days, 10"),
        (b"waiting_days = 10", b"waitng_days = 10", "did you mean waiting_days?"),
        (b"waiting_days = 10", b"", "waiting_days: is missing"),
    ],
)
def test_a_slip_is_named_with_its_place(old, new, said):
    with pytest.raises(BrokenFile, match=r"reminders\.toml") as broken:
        read_reminders(MINE.replace(old, new))
    assert said in "\n".join(broken.value.details)
