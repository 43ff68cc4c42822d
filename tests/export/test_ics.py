"""Calendar files as other programs read them: an independent parser, and khal."""

import os
import subprocess
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medpivot.domain.calendar_events import Event
from medpivot.export.ics import calendar_file
from outside import needed

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
DAY = date(2027, 1, 15)
KHAL = """\
[calendars]
[[plan]]
path = {folder}
[sqlite]
path = {folder}.db
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
default_timezone = UTC
local_timezone = UTC
[default]
default_calendar = plan
"""


def an_event(key="first-talk", **known):
    return Event(**{"key": key, "kind": "milestone", "day": DAY, "title": "Milestone"} | known)


def components(data, wanted="VEVENT"):
    """The properties of each component, read as RFC 5545 describes it and by nothing of ours."""
    assert data.endswith(b"\r\n")
    lines = data.decode().split("\r\n")[:-1]
    assert not any("\n" in line or "\r" in line for line in lines)
    assert all(len(line.encode()) <= 75 for line in lines)
    whole = []
    for line in lines:
        if line[:1] in (" ", "\t"):
            whole[-1] += line[1:]
        else:
            whole.append(line)
    inside, found = [], []
    for line in whole:
        name, _, value = line.partition(":")
        if name == "BEGIN":
            inside.append(value)
            if value == wanted:
                found.append({})
        elif name == "END":
            assert inside.pop() == value
        elif inside[-1] == wanted:
            found[-1][name] = (
                value.replace("\\n", "\n")
                .replace("\\,", ",")
                .replace("\\;", ";")
                .replace("\\\\", "\\")
            )
    assert not inside
    return found


def test_an_event_is_a_private_whole_day_that_blocks_no_time():
    (event,) = components(calendar_file([an_event(sequence=3)], NOW))
    assert event == {
        "UID": "first-talk@medpivot",
        "DTSTAMP": "20261122T093000Z",
        "DTSTART;VALUE=DATE": "20270115",
        "DTEND;VALUE=DATE": "20270116",
        "SUMMARY": "Milestone",
        "SEQUENCE": "3",
        "STATUS": "CONFIRMED",
        "TRANSP": "TRANSPARENT",
        "CLASS": "PRIVATE",
    }


@pytest.mark.parametrize(
    ("kind", "triggers"),
    [
        ("milestone", ["-P6DT15H"]),
        ("decision", ["-P6DT15H", "PT9H"]),
        ("person", ["PT9H"]),
    ],
)
def test_alarms_ring_in_the_morning(kind, triggers):
    alarms = components(calendar_file([an_event(kind=kind)], NOW), "VALARM")
    assert [one["TRIGGER"] for one in alarms] == triggers
    assert all(one["ACTION"] == "DISPLAY" and one["DESCRIPTION"] for one in alarms)


def test_no_alarm_is_set_for_a_morning_that_is_past():
    for today, trigger in ((date(2027, 1, 8), "-P6DT15H"), (date(2027, 1, 9), "PT9H")):
        (alarm,) = components(calendar_file([an_event()], NOW, today), "VALARM")
        assert alarm["TRIGGER"] == trigger


def test_a_cancelled_event_rings_no_more():
    data = calendar_file([an_event(cancelled=True, sequence=1)], NOW)
    (event,) = components(data)
    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", "1")
    assert components(data, "VALARM") == []


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_gives_a_file_that_can_be_read(title, text):
    (event,) = components(calendar_file([an_event(title=title, text=text)], NOW))
    assert event["UID"] == "first-talk@medpivot"


def test_a_long_title_in_any_script_arrives_whole():
    title = "Ärztliche Weiterbildung; نوبة, 🩺 " * 12
    (event,) = components(calendar_file([an_event(title=title)], NOW))
    assert event["SUMMARY"] == title.strip()


@pytest.fixture
def khal(tmp_path):
    """khal with a calendar of its own."""
    program = needed("khal")
    folder = tmp_path / "calendar"
    folder.mkdir()
    (tmp_path / "config").write_text(KHAL.format(folder=folder))

    def khal(*args):
        done = subprocess.run(
            [program, "-c", tmp_path / "config", *args],
            capture_output=True,
            text=True,
            check=True,
            env=os.environ | {"LANG": "C.UTF-8", "HOME": str(tmp_path)},
        )
        return done.stdout

    def reads(data):
        (tmp_path / "plan.ics").write_bytes(data)
        khal("import", "--batch", str(tmp_path / "plan.ics"))
        return khal(
            *("list", "--format", "{start-date} {title}{cancelled}", "--day-format", ""),
            *("2027-01-01", "120d"),
        ).split("\n")

    return reads


@pytest.mark.khal
def test_khal_shows_the_events_moves_them_and_sees_what_is_over(khal):
    events = [an_event(), an_event("decide", kind="decision", day=date(2027, 2, 1), title="Decide")]
    shown = khal(calendar_file(events, NOW))
    assert "2027-01-15 Milestone" in shown
    assert "2027-02-01 Decide" in shown
    changed = [
        an_event(day=date(2027, 1, 20), sequence=1),
        an_event("decide", kind="decision", day=date(2027, 2, 1), cancelled=True, sequence=1),
    ]
    shown = khal(calendar_file(changed, NOW))
    assert "2027-01-20 Milestone" in shown
    assert "2027-01-15 Milestone" not in shown
    assert "2027-02-01 MilestoneCANCELLED " in shown
