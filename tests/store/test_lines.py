import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medpivot.errors import MedpivotError
from medpivot.store import lines
from medpivot.store.lines import Line

EARLY = datetime(2026, 1, 1, tzinfo=UTC)
LATE = datetime(2026, 1, 2, tzinfo=UTC)

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**60), 2**60)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def write(path, *written):
    path.write_bytes(b"".join(lines.to_bytes(line) for line in written))
    return path


@given(st.dictionaries(st.text(), json_values, max_size=4), st.text(min_size=1), st.datetimes())
@settings(max_examples=150)
def test_a_line_read_back_is_the_line_that_was_written(entry, line_id, at):
    line = Line(line_id, at.replace(tzinfo=UTC), entry)
    data = lines.to_bytes(line)
    assert data.count(b"\n") == 1
    assert lines.from_bytes(data) == line


def test_the_shape_of_a_line_is_the_one_other_programs_rely_on():
    line = Line("abcd2345", datetime(2026, 11, 22, 9, 5, tzinfo=UTC), {"title": "Visite für alle"})
    assert json.loads(lines.to_bytes(line)) == {
        "v": 1,
        "op": "put",
        "id": "abcd2345",
        "at": "2026-11-22T09:05:00.000000Z",
        "entry": {"title": "Visite für alle"},
    }
    assert "für" in lines.to_bytes(line).decode()
    removed = json.loads(lines.to_bytes(Line("abcd2345", EARLY, None)))
    assert removed["op"] == "remove"
    assert "entry" not in removed


def test_the_latest_moment_wins_wherever_it_stands(tmp_path):
    log = write(
        tmp_path / "log",
        Line("aaaa", LATE, {"n": 2}),
        Line("aaaa", EARLY, {"n": 1}),
        Line("bbbb", LATE, None),
        Line("bbbb", EARLY, {"n": 1}),
    )
    assert lines.read(log).entries == {"aaaa": {"n": 2}}


def test_of_two_with_the_same_moment_the_later_line_wins(tmp_path):
    log = write(tmp_path / "log", Line("aaaa", EARLY, {"n": 1}), Line("aaaa", EARLY, {"n": 2}))
    assert lines.read(log).entries == {"aaaa": {"n": 2}}


def test_moments_of_other_zones_are_compared_as_moments(tmp_path):
    log = tmp_path / "log"
    log.write_text(
        '{"v":1,"op":"put","id":"aaaa","at":"2026-01-01T12:00:00+05:00","entry":{"n":1}}\n'
        '{"v":1,"op":"put","id":"aaaa","at":"2026-01-01T08:00:00Z","entry":{"n":2}}\n'
        '{"v":1,"op":"put","id":"aaaa","at":"2026-01-01T07:30:00","entry":{"n":3}}\n'
    )
    assert lines.read(log).entries == {"aaaa": {"n": 2}}


@pytest.mark.parametrize(
    "bad",
    [
        b'{"v":1,"op":"put","id":"cccc"',
        b"\xff\xfe",
        b"\0\0\0\0",
        b"<<<<<<< HEAD",
        b"[]",
        b"7",
        b'{"v":2,"op":"put","id":"cccc","at":"2026-01-01T00:00:00Z","entry":{}}',
        b'{"v":1,"op":"put","id":7,"at":"2026-01-01T00:00:00Z","entry":{}}',
        b'{"v":1,"op":"put","id":"cccc","at":"soon","entry":{}}',
        b'{"v":1,"op":"put","id":"cccc","at":null,"entry":{}}',
        b'{"v":1,"op":"put","id":"cccc","at":"2026-01-01T00:00:00Z"}',
        b'{"v":1,"op":"burn","id":"cccc","at":"2026-01-01T00:00:00Z"}',
        b'{"v":1,"op":"put","id":"cccc","at":"2026-01-01T00:00:00Z","entry":{"n":NaN}}',
        b'{"v":1,"op":"put","id":"cccc","at":"2026-01-01T00:00:00Z","entry":{"t":"\\ud800"}}',
        b'{"v":1,"op":"put","id":"cccc","at":"2026-01-01T00:00:00Z","entry":' + b"[" * 100_000,
        b"9" * 5000,
    ],
)
def test_a_bad_line_is_named_and_hides_no_other(tmp_path, bad):
    log = tmp_path / "log"
    good = lines.to_bytes(Line("aaaa", EARLY, {"n": 1}))
    log.write_bytes(good + bad + b"\n" + lines.to_bytes(Line("bbbb", EARLY, {"n": 2})))
    read = lines.read(log)
    assert list(read.entries) == ["aaaa", "bbbb"]
    assert [problem.line for problem in read.problems] == [2]


def test_marks_line_ends_and_blank_lines_of_other_systems_are_no_problem(tmp_path):
    log = tmp_path / "log"
    one, two = (lines.to_bytes(Line(name, EARLY, {})).strip() for name in ("aaaa", "bbbb"))
    log.write_bytes(b"\xef\xbb\xbf" + one + b"\r\n\r\n  \n" + two)
    read = lines.read(log)
    assert list(read.entries) == ["aaaa", "bbbb"]
    assert not read.problems
    assert read.numbers == {"aaaa": 1, "bbbb": 4}


def test_no_log_is_an_empty_log_and_is_not_made_by_reading(tmp_path):
    assert not lines.read(tmp_path / "log").entries
    assert not (tmp_path / "log").exists()


@pytest.mark.parametrize("torn", [b"", b'{"v":1,"op":"pu', b"whole but without its end"])
def test_a_last_line_without_its_newline_does_not_swallow_the_next(tmp_path, torn):
    log = tmp_path / "log"
    log.write_bytes(torn)
    lines.append(log, lines.to_bytes(Line("aaaa", EARLY, {"n": 1})))
    assert log.read_bytes().startswith(torn)
    assert lines.read(log).entries == {"aaaa": {"n": 1}}


def test_a_correction_holds_even_where_the_clock_went_backwards():
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    assert lines.put("aaaa", {}, after=tomorrow).at > tomorrow
    assert lines.removal("aaaa", after=tomorrow).at > tomorrow
    last = datetime.max.replace(tzinfo=UTC)
    assert lines.removal("aaaa", after=last).at == last


def test_half_a_character_and_what_is_no_number_are_refused_in_words():
    for entry in ({"title": "\ud800"}, {"hours": float("nan")}):
        with pytest.raises(MedpivotError):
            lines.to_bytes(Line("aaaa", EARLY, entry))


def test_of_thousands_of_lines_that_are_none_a_hundred_are_named_and_the_rest_counted():
    said = lines.understood(b"not a line\n" * 3000)
    assert len(said.problems) == lines.MOST_NAMED + 1
    assert "2,900 more" in str(said.problems[-1])


def test_a_moment_beyond_the_calendar_is_none():
    line = b'{"v":1,"op":"remove","id":"a","at":"9999-12-31T23:59:59-23:59"}'
    with pytest.raises(ValueError, match="when it was written"):
        lines.from_bytes(line)


def test_an_entry_of_hundreds_of_lists_in_each_other_is_none():
    deep = b"[" * 300 + b"]" * 300
    line = b'{"v":1,"op":"put","id":"a","at":"2026-11-22T10:00:00Z","entry":{"x":%b}}' % deep
    with pytest.raises(ValueError, match="nested too deeply"):
        lines.from_bytes(line)
    wide = line.replace(deep, b"[" + b",".join([b"[]"] * 300) + b"]")
    assert lines.from_bytes(wide).entry == {"x": [[]] * 300}
