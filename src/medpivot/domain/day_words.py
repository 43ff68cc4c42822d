"""A day in words: in full, and short enough to stand inside a sentence or a table."""

from datetime import date

from medpivot.domain.calendar_names import MONTHS, WEEKDAYS


def in_words(day: date) -> str:
    """The day in full, such as `Tuesday 17 November 2026`; `parse_date` reads it back."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """`17 Nov 2026`."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"
