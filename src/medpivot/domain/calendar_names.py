"""English names of weekdays and months; the program's own, so that no locale changes a date."""

from typing import Final

WEEKDAYS: Final = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
"""By `date.weekday()`, Monday first."""

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""January stands at 0."""

WEEKDAY_OF: Final = {
    spelling: number
    for number, name in enumerate(WEEKDAYS)
    for spelling in (name.lower(), name[:3].lower())
} | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
"""Weekday number by its lower-case name or usual short form."""

MONTH_OF: Final = {
    spelling: number
    for number, name in enumerate(MONTHS, start=1)
    for spelling in (name.lower(), name[:3].lower())
} | {"sept": 9}
"""Month, 1 to 12, by its lower-case name or usual short form."""
