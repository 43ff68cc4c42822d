"""Files as nobody should leave them: what may stand in the folder under a name of ours."""

from collections.abc import Callable

MANY = 50_000_000
"""Bytes of a file that is none of ours."""

Spoil = Callable[[bytes], bytes]


def _deep_tables(data: bytes) -> bytes:
    return data + b"\n[" + b".".join([b"a"] * 900) + b"]\nb = 1\n"


def _deep_keys(data: bytes) -> bytes:
    return b".".join([b"a"] * 900) + b" = 1\n" + data


def _top(line: bytes) -> Spoil:
    def spoil(data: bytes) -> bytes:
        return line + b"\n" + data

    return spoil


def _ends(line: bytes) -> Spoil:
    def spoil(data: bytes) -> bytes:
        return data + b"\n" + line + b"\n"

    return spoil


TOML: dict[str, Spoil] = {
    "empty": lambda data: b"",
    "one newline": lambda data: b"\n",
    "cut in the middle": lambda data: data[: len(data) // 2],
    "cut after the first byte": lambda data: data[:1],
    "CRLF line ends": lambda data: data.replace(b"\n", b"\r\n"),
    "CR line ends": lambda data: data.replace(b"\n", b"\r"),
    "a byte-order mark": lambda data: b"\xef\xbb\xbf" + data,
    "two byte-order marks": lambda data: b"\xef\xbb\xbf" * 2 + data,
    "UTF-16": lambda data: data.decode(errors="replace").encode("utf-16"),
    "Latin-1": lambda data: data + "\n# Müller\n".encode("latin-1"),
    "a NUL byte": lambda data: data[:40] + b"\0" + data[40:],
    "only NUL bytes": lambda data: b"\0" * 5000,
    "a picture": lambda data: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "half of a character": lambda data: data + b"\n# \xe2\x82\n",
    "an escaped surrogate": _top(b'x = "\\ud800"'),
    "escapes in a comment": _ends(b"# \x1b[2J"),
    "escapes in a value": _ends(b'x = "\\u001b[2J\\u009b31m"'),
    "escapes in a key": _ends(b'"\\u001b[2J" = 1'),
    "escapes in a table": _ends(b'["\\u001b]0;x\\u0007"]\na = 1'),
    "another schema": lambda data: data.replace(b"schema = 1", b"schema = 99"),
    "no schema": lambda data: data.replace(b"schema = 1", b""),
    "a schema that is text": lambda data: data.replace(b"schema = 1", b'schema = "1"'),
    "a schema that is true": lambda data: data.replace(b"schema = 1", b"schema = true"),
    "a key twice": _ends(b"again = 1\nagain = 2"),
    "a table twice": _ends(b"[again]\n[again]"),
    "five hundred unknown keys": _top(b"\n".join(b"key%d = %d" % (n, n) for n in range(500))),
    "an unknown table": _ends(b"[else]\nwhere = 1"),
    "a list of tables": _ends(b"[[milestone]]\na = 1\n[[person]]\nb = 1"),
    "nine hundred tables in each other": _deep_tables,
    "nine hundred keys in each other": _deep_keys,
    "two hundred lists in each other": _top(b"x = " + b"[" * 200 + b"]" * 200),
    "lists in each other without end": _top(b"x = " + b"[" * 90_000),
    "inline tables in each other": _top(b"x = " + b"{a=" * 200 + b"1" + b"}" * 200),
    "a key of thirty thousand parts": _top(b"a." * 30_000 + b"a = 1"),
    "a number of five thousand digits": _top(b"x = " + b"9" * 5000),
    "a hexadecimal number without end": _top(b"x = 0x" + b"f" * 20_000),
    "no number": _top(b"x = nan\ny = -inf\nz = 1e999"),
    "a day that never was": _top(b"x = 2026-02-30"),
    "the first day of all": _top(b"x = 0001-01-01"),
    "a value of a megabyte": _top(b'x = "' + b"x" * 1_000_000 + b'"'),
    "text of another file": lambda data: b"Dear Dr. Santos,\nmay I ask for 20 minutes?\n",
    "JSON": lambda data: b'{"schema": 1}',
    "a web page": lambda data: b"<!doctype html><html><body>Sign in to your cloud</body></html>",
    "marks of a merge": lambda data: b"<<<<<<< ours\n" + data + b"=======\n>>>>>>> theirs\n",
    "fifty megabytes": lambda data: data + b"# " + b"x" * MANY,
    "fifty megabytes of lines": lambda data: data + b"# more\n" * (MANY // 7),
}
"""How a TOML file is spoiled, by what is wrong with it then."""


WHOLE = (
    b'{"date":"2026-11-22","title":"x","kind":"lecture","domain":"teaching",'
    b'"week":"2026-11-16","promised":8,"delivered":5}'
)


def _line(entry: bytes, more: bytes = b"") -> bytes:
    at = b'"2026-11-22T10:00:00.000000Z"'
    return b'{"v":1,"op":"put","id":"aaaabbbb","at":' + at + more + b',"entry":' + entry + b"}"


LINES: dict[str, Spoil] = {
    "empty": lambda data: b"",
    "cut in the last line": lambda data: data[:-9],
    "CRLF line ends": lambda data: data.replace(b"\n", b"\r\n"),
    "a byte-order mark": lambda data: b"\xef\xbb\xbf" + data,
    "UTF-16": lambda data: data.decode(errors="replace").encode("utf-16"),
    "a NUL byte": lambda data: data[:9] + b"\0" + data[9:],
    "only NUL bytes": lambda data: b"\0" * 5000,
    "NUL bytes at the end, as after a power cut": lambda data: data + b"\0" * 4096,
    "a picture": lambda data: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "half of a character": _ends(b'{"v":1,"x":"\xe2\x82"}'),
    "an escaped surrogate": _ends(
        _line(b'{"date":"2026-11-22","title":"\\ud800","kind":"x","domain":"x"}')
    ),
    "escapes in a title": _ends(
        _line(
            b'{"date":"2026-11-22","title":"\\u001b[2J\\u009b31m\\u202e","kind":"lecture","domain":"teaching"}'
        )
    ),
    "escapes in an id": lambda data: data.replace(b'"id":"', b'"id":"\\u001b[2J'),
    "escapes raw": lambda data: data.replace(b"talk", b"t\x1b[2Jalk"),
    "an id of another kind": lambda data: data.replace(b'"id":"', b'"id":7,"x":"'),
    "an empty id": _ends(_line(WHOLE).replace(b"aaaabbbb", b"")),
    "an id that is a path": _ends(_line(WHOLE).replace(b"aaaabbbb", b"../../etc/passwd")),
    "an id of a thousand letters": _ends(_line(WHOLE).replace(b"aaaabbbb", b"a" * 1000)),
    "entries that are no entries": _ends(
        b"\n".join(_line(one) for one in (b"7", b"null", b"[]", b'"x"', b"{}", b"true"))
    ),
    "values of every wrong kind": _ends(
        _line(
            b'{"date":7,"title":[],"kind":{},"learners":"x","contact_hours":true,"quotes":9,'
            b'"rating":"five","levels":{"a":1},"energy":99,"week":[],"promised":"x","delivered":-1}'
        )
    ),
    "numbers without end": _ends(
        _line(
            b'{"date":"2026-11-22","title":"x","kind":"lecture","domain":"teaching","learners":1e999,'
            b'"contact_hours":1e400,"week":"2026-11-16","promised":1e999,"delivered":1e999}'
        )
    ),
    "numbers of a thousand digits": _ends(
        _line(
            b'{"date":"2026-11-22","title":"x","kind":"lecture","domain":"teaching","learners":'
            + b"9" * 1000
            + b","
            b'"contact_hours":'
            + b"9" * 1000
            + b',"week":"2026-11-16","promised":'
            + b"9" * 1000
            + b',"delivered":5}'
        )
    ),
    "numbers of five thousand digits": _ends(_line(b'{"learners":' + b"9" * 5000 + b"}")),
    "NaN": _ends(
        _line(
            b'{"date":"2026-11-22","title":"x","kind":"lecture","domain":"teaching","contact_hours":NaN}'
        )
    ),
    "the first and the last day of all": _ends(
        _line(
            b'{"date":"0001-01-01","title":"x","kind":"lecture","domain":"teaching","week":"0001-01-01"}'
        )
        + b"\n"
        + _line(
            b'{"date":"9999-12-31","title":"x","kind":"lecture","domain":"teaching","week":"9999-12-27"}'
        ).replace(b"aaaabbbb", b"bbbbcccc")
    ),
    "moments that never were": _ends(
        _line(WHOLE).replace(b"2026-11-22T10", b"2026-02-30T10")
        + b"\n"
        + _line(WHOLE).replace(b"2026-11-22T10:00:00.000000Z", b"9999-12-31T23:59:59-23:59")
        + b"\n"
        + _line(WHOLE).replace(b"2026-11-22T10:00:00.000000Z", b"0001-01-01T00:00:00+23:59")
    ),
    "a line of a newer version": lambda data: data.replace(b'"v":1', b'"v":99'),
    "a version that is text": lambda data: data.replace(b'"v":1', b'"v":"1"'),
    "lists in each other without end": _ends(_line(b'{"x":' + b"[" * 90_000 + b"}")),
    "four hundred lists in each other": _ends(
        _line(
            b'{"date":"2026-11-22","title":"x","kind":"clinic","domain":"teaching","x":'
            + b"[" * 400
            + b"]" * 400
            + b"}"
        )
    ),
    "nine hundred lists in each other": _ends(
        _line(
            b'{"date":"2026-11-22","title":"x","kind":"clinic","domain":"teaching","x":'
            + b"[" * 900
            + b"]" * 900
            + b"}"
        )
    ),
    "every line twice": lambda data: data + data,
    "lines in reverse": lambda data: b"\n".join(data.split(b"\n")[::-1]),
    "two lines in one": lambda data: data.replace(b"\n", b"", 1),
    "marks of a merge": lambda data: b"<<<<<<< ours\n" + data + b"=======\n>>>>>>> theirs\n",
    "a web page": lambda data: b"<!doctype html><html><body>Sign in to your cloud</body></html>",
    "a line of a megabyte": _ends(_line(b'{"x":"' + b"x" * 1_000_000 + b'"}')),
    "fifty megabytes in one line": lambda data: data + b"x" * MANY,
    "fifty megabytes of lines": lambda data: data + b"not a line, and long\n" * (MANY // 21),
}
"""How a log is spoiled, by what is wrong with it then."""
