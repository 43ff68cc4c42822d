"""After how long something has waited so long that the program says so."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reminders:
    """The numbers of `data/reminders.toml`.

    Weeks after which answers are worth asking for again, and after which an application without a
    word may be asked about; days a request to somebody may wait before one reminder, and days
    without contact after which somebody counts as quiet, which are more.
    """

    answers_weeks: int
    application_weeks: int
    waiting_days: int
    quiet_days: int
