"""Events as an iCalendar file (RFC 5545) that calendar programs take."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from medpivot.domain.calendar_events import Event
from medpivot.domain.harmless import clean, one_line

if TYPE_CHECKING:
    from icalendar import Alarm, Calendar
    from icalendar import Event as Component

PRODUCT: Final = "-//medpivot//medpivot//EN"
HOST: Final = "medpivot"

WEEK_BEFORE: Final = timedelta(days=-7, hours=9)
"""Nine in the morning a week before: counted from the day itself, it would ring at midnight."""

ON_THE_DAY: Final = timedelta(hours=9)

_LONGEST_LINE: Final = 75
"""Octets, the line break apart (RFC 5545, 3.1)."""


def uid(event: Event) -> str:
    """The identity of an event in every calendar, for good."""
    return f"{event.key}@{HOST}"


def calendar_file(
    events: Sequence[Event], now: datetime | None = None, today: date | None = None
) -> bytes:
    """The file, read again and compared before it is handed back.

    Whole days that block no time, marked private, with an alarm a week before for milestones and
    on the day for decisions and people. Where the week before is past on `today` (that of `now` if
    left out), the day itself has the alarm. `now` is the real time unless a test names another.
    """
    # loaded here: no other command needs it
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    stamp = now or datetime.now(UTC)
    for one in events:
        made.add_component(_component(one, stamp, today or stamp.date()))
    data: bytes = made.to_ical()
    _check(data, events, Calendar)
    return data


def _component(one: Event, stamp: datetime, today: date) -> "Component":
    from icalendar import Event as Component

    title = one_line(one.title)
    made = Component()
    made.add("uid", uid(one))
    made.add("dtstamp", stamp)
    made.add("dtstart", one.day)
    made.add("dtend", one.day + timedelta(days=1))
    made.add("summary", title)
    if one.text:
        made.add("description", clean(one.text))
    made.add("sequence", one.sequence)
    made.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    made.add("transp", "TRANSPARENT")
    made.add("class", "PRIVATE")
    for trigger in () if one.cancelled else _alarms(one, today):
        made.add_component(_alarm(trigger, title))
    return made


def _alarms(one: Event, today: date) -> Sequence[timedelta]:
    if one.day - timedelta(days=7) < today:
        # nobody can be reminded on a day that is past
        return (ON_THE_DAY,)
    match one.kind:
        case "milestone":
            return (WEEK_BEFORE,)
        case "decision":
            return (WEEK_BEFORE, ON_THE_DAY)
        case "person":
            return (ON_THE_DAY,)


def _alarm(trigger: timedelta, title: str) -> "Alarm":
    from icalendar import Alarm

    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("description", title)
    made.add("trigger", trigger)
    return made


def _check(data: bytes, events: Sequence[Event], reader: "type[Calendar]") -> None:
    """Read the file as a calendar program would, before anybody is told that it is written."""
    lines = data.split(b"\r\n")
    if b"\n" in b"".join(lines) or any(len(line) > _LONGEST_LINE for line in lines):
        raise AssertionError("a line of the calendar file is too long or ends wrongly")
    read = [
        (str(one["uid"]), one.decoded("dtstart"), one.decoded("sequence"))
        for one in reader.from_ical(data).walk("VEVENT")
    ]
    meant: list[tuple[str, date, int]] = [(uid(one), one.day, one.sequence) for one in events]
    if read != meant:
        raise AssertionError("the calendar file does not say what it should")
