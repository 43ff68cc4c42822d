"""CSV files as people have them, and files that are none."""

import pytest

from medpivot.errors import BrokenFile
from medpivot.reading.sheet import read_sheet


def rows(data):
    return [cells for _, cells in read_sheet(data, "x.csv").rows]


@pytest.mark.parametrize("mark", [b",", b";", b"\t"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_commas_semicolons_and_tabs_are_told_apart(mark, end):
    data = mark.join([b"date", b"title"]) + end + mark.join([b"2026-05-12", b"Talk"]) + end
    assert rows(data) == [("2026-05-12", "Talk")]


def test_the_byte_order_mark_is_no_part_of_the_first_column():
    assert read_sheet("\ufeffdate,title\n".encode(), "x.csv").header == ("date", "title")


def test_the_unicode_text_of_a_spreadsheet_is_read():
    assert rows("date\ttitle\n2026-05-12\tÄtiologie\n".encode("utf-16")) == [
        ("2026-05-12", "Ätiologie")
    ]


def test_a_first_line_that_names_the_delimiter_is_no_header():
    sheet = read_sheet(b"sep=;\r\ndate;title\r\n2026-05-12;Talk, short\r\n", "x.csv")
    assert (sheet.header, sheet.header_line) == (("date", "title"), 2)
    assert sheet.rows == ((3, ("2026-05-12", "Talk, short")),)


def test_lines_are_counted_in_the_file_and_not_in_rows():
    data = b'date,title\n\n2026-05-12,"two\nlines"\n,\n2026-05-13,Talk\n'
    assert [line for line, _ in read_sheet(data, "x.csv").rows] == [3, 6]


def test_empty_cells_beyond_the_header_do_no_harm():
    assert rows(b"date,title\n2026-05-12,Talk,,\n") == [("2026-05-12", "Talk")]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"\n \n", "is empty"),
        (b"PK\x03\x04rest", "workbook"),
        (b"%PDF-1.7", "PDF"),
        (b"\0" * 40, "line 1: is not a text file"),
        ("date,title\n2026-05-12,Ätiologie\n".encode("latin-1"), "line 2: is not in UTF-8"),
        (b'date,title\n2026-05-12,"Talk\n2026-05-13,Talk\n', "line 2: a quotation mark opens"),
        (b'date,title\n2026-05-12,"Talk"s\n', "line 2: something stands"),
        (b"date,title\n2026-05-12\n", "line 2: has 1 cell where the header has 2"),
        (b"date,title\na,b,c\nd,e\nf\n", "line 4: has 1 cell"),
    ],
)
def test_a_file_that_is_no_csv_is_refused_with_its_line(data, said):
    with pytest.raises(BrokenFile) as refused:
        read_sheet(data, "x.csv")
    assert said in "\n".join(refused.value.details)
