import zipfile
from io import BytesIO

import pytest
from docx import Document

from medpivot.errors import MedpivotError
from medpivot.reading.written import read_written


def word_file(*paragraphs):
    file, data = Document(), BytesIO()
    for one in paragraphs:
        file.add_paragraph(one)
    table = file.add_table(rows=1, cols=1)
    table.rows[0].cells[0].text = "In a cell"
    file.save(data)
    return data.getvalue()


def packed(name, text):
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        made.writestr(name, text)
    return data.getvalue()


@pytest.mark.parametrize("text", [b"one\ntwo", b"one\r\ntwo", b"\xef\xbb\xbfone\rtwo"])
def test_lines_of_a_text_are_those_of_an_editor(text):
    written = read_written(text, "letter.txt")
    assert written.lines == ("one", "two")
    assert (written.unit, written.place(2)) == ("line", 2)


def test_the_paragraphs_of_a_word_file_are_counted_cells_too():
    written = read_written(word_file("First\twith a tab", "Second & last"), "letter.docx")
    assert [one for one in written.lines if one] == [
        "First with a tab",
        "Second & last",
        "In a cell",
    ]
    assert written.unit == "paragraph"
    assert written.place(written.lines.index("Second & last") + 1) == 2


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7 x", "is a PDF"),
        (b"PK\x03\x04 cut", "is not a DOCX"),
        (packed("other.xml", "<a/>"), "is not a DOCX"),
        (packed("word/document.xml", "<a>"), "is not a DOCX"),
        (packed("word/document.xml", "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"), "is not a DOCX"),
        (b"a\0b", "is not a text"),
        (rb"{\rtf1 Dear all}", "is not a text"),
        (b"fine\n\xff\xfe", "line 2 is not text"),
        (packed("word/document.xml", b" " * 20_000_001), "too large"),
        (b"x" * 20_000_001, "too large"),
    ],
)
def test_what_is_no_letter_is_refused_with_the_reason(data, said):
    with pytest.raises(MedpivotError, match=said):
        read_written(data, "letter")
