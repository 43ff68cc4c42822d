import os
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from docx import Document as read_docx

from cv_examples import EMPTY, FULL, LONG, ODD, ONE, TODAY, did, material, thousands
from medpivot.domain.activities import Rating
from medpivot.domain.cv import cv
from medpivot.domain.document import Entry, Paragraph, Points, Span
from medpivot.domain.harmless import clean
from medpivot.domain.portfolio_pages import portfolio_document
from medpivot.domain.profile import Profile
from medpivot.export.docx import directions, docx
from medpivot.export.markdown import markdown
from medpivot.export.paper import PAPERS

LETTER = PAPERS["letter"]
PERSONS = {"full": FULL, "empty": EMPTY, "one": ONE, "odd": ODD}
MAKERS = {"cv": cv, "portfolio": portfolio_document}
PAGES = [(page, person) for page in MAKERS for person in PERSONS]


def made(page, person):
    return MAKERS[page](PERSONS[person], TODAY)


@pytest.fixture(scope="module")
def long_portfolio():
    return portfolio_document(thousands(), TODAY)


@pytest.mark.parametrize(("page", "person"), PAGES)
def test_a_word_file_opens_and_says_what_it_is(page, person):
    document = made(page, person)
    file = read_docx(BytesIO(docx(document, LETTER)))
    assert file.core_properties.title == document.title
    assert file.core_properties.author == (
        "" if document.name.style == "gap" else document.name.text
    )
    with zipfile.ZipFile(BytesIO(docx(document, LETTER))) as packed:
        assert {one.date_time for one in packed.infolist()} == {(2026, 11, 22, 0, 0, 0)}
    titles = [one.text for one in file.paragraphs if one.style.name == "Heading 1"]
    assert titles == [one.title for one in document.parts if one.title]


def lines_of(document):
    """Every line of text in the document, as one reads it."""
    for block in (block for part in document.parts for block in part.blocks):
        match block:
            case Paragraph():
                yield "", block.line
            case Entry():
                yield f"{block.when}\t", block.head
                yield from (("", detail) for detail in block.details)
            case Points():
                yield from (("", line) for line in block.lines)


@pytest.mark.parametrize(("page", "person"), PAGES)
def test_a_word_file_says_every_line_as_it_is_with_its_spaces_and_tabs(page, person):
    document = made(page, person)
    written = BytesIO(docx(document, LETTER))
    texts = {one.text for one in read_docx(written).paragraphs}
    for before, line in lines_of(document):
        said = clean("".join(span.text for span in line).replace("\n", " "))
        assert before + said in texts
    with zipfile.ZipFile(written) as packed:
        body = packed.read("word/document.xml").decode()
    # Word takes away a space at the end of a piece that does not ask for it to be kept
    assert not re.findall(r"<w:t>(?: [^<]*|[^<]* )</w:t>", body)


def test_a_word_file_has_one_family_of_letters_and_cells_of_set_widths():
    file = read_docx(BytesIO(docx(made("portfolio", "full"), LETTER)))
    assert {file.styles[name].font.name for name in ("Normal", "Title", "Heading 1", "Entry")} == {
        "Times New Roman"
    }
    for table in file.tables:
        widths = [cell.width.inches for cell in table.rows[0].cells]
        assert sum(widths) == pytest.approx(6.5, abs=0.01)
        assert not table.autofit


def test_the_parts_of_a_word_file_are_whole_and_in_the_order_word_asks_for():
    with zipfile.ZipFile(BytesIO(docx(made("portfolio", "odd"), LETTER))) as packed:
        texts = {name: packed.read(name).decode() for name in packed.namelist() if "xml" in name}
    for text in texts.values():
        ET.fromstring(text)
    body = texts["word/document.xml"]
    for table in re.findall(r"<w:tblPr>.*?</w:tblPr>", body):
        names = re.findall(r"<w:(tblW|jc|tblInd|tblBorders|tblLayout|tblCellMar|tblLook)\b", table)
        order = ["tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook"]
        assert names == order
    assert "<w:tblHeader" in body
    assert "<w:rtl" in body
    fonts = "".join(re.findall("<w:rFonts[^>]*>", texts["word/styles.xml"]))
    assert "heme=" not in fonts


def test_gaps_are_highlighted_and_what_somebody_typed_like_one_is_not():
    file = read_docx(BytesIO(docx(made("portfolio", "odd"), LETTER)))
    marked = [run.text for one in file.paragraphs for run in one.runs if run.font.highlight_color]
    assert any(text.startswith("[write: ") for text in marked)
    assert not any("hack" in text for text in marked)


def test_words_from_right_to_left_are_a_piece_of_their_own():
    assert list(directions("Talk: شرح الحالة (2026)")) == [
        ("Talk: ", False),
        ("شرح الحالة (", True),
        ("2026)", False),
    ]
    assert list(directions("")) == []


@pytest.mark.parametrize(("page", "person"), PAGES)
def test_markdown_holds_every_text_and_every_gap(page, person):
    document = made(page, person)
    text = markdown(document).decode()
    assert text.startswith("# ")
    assert "\n\n\n" not in text
    for part in document.parts:
        assert not part.title or f"\n## {part.title}\n" in text
    assert text.count("[write: ") >= 1 or person == "full"


def test_nothing_typed_is_markdown():
    text = markdown(made("cv", "odd")).decode()
    assert r"**# \*x\* \`y\` $z$ \<a> \_b\_ \[write: hack\] \| back**" in text
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert LONG.strip() in text
    plain = markdown(made("portfolio", "odd")).decode()
    rows = [line for line in plain.splitlines() if line.startswith("|")]
    assert all(len(re.findall(r"(?<!\\)\|", row)) > 2 for row in rows)


@pytest.mark.parametrize(("page", "person"), PAGES)
def test_a_pdf_is_tagged_has_its_fonts_inside_and_is_the_same_each_time(page, person):
    pytest.importorskip("typst")
    from medpivot.export.pdf import pdf

    document = made(page, person)
    first = pdf(document, LETTER)
    assert first.data == pdf(document, LETTER).data
    assert first.data.startswith(b"%PDF")
    assert b"/StructTreeRoot" in first.data
    assert b"/MarkInfo" in first.data
    assert b"/FontFile3" in first.data
    if person != "odd":
        assert first.missing == ()
        assert b"pdfuaid" in first.data


def test_what_no_font_can_show_is_named():
    pytest.importorskip("typst")
    from medpivot.export.pdf import pdf

    # no font has a character for a number that stands for none
    shown = pdf(replace(made("cv", "one"), name=Span("Ana \U0003347f")), LETTER)
    assert shown.missing == ("U+3347F",)
    assert shown.data.startswith(b"%PDF")
    assert b"/StructTreeRoot" in shown.data


@pytest.mark.parametrize(
    "words", ["rebuilt how interns read blood gases ", "WARD ", "敗血症 ", "W" * 60]
)
@pytest.mark.parametrize("paper", PAPERS)
def test_the_summary_is_one_page_whatever_was_typed(words, paper):
    pytest.importorskip("typst")
    from medpivot.export.pdf import pdf

    text = (words * 300)[:1200]
    kinds = ("lecture", "guide", "osce", "committee", "mentoring", "workshop")
    log = [
        did(
            *(number, f"{number} {text}"[:300], kind, number),
            setting=text[:300],
            learners=30,
            contact_hours=12,
            levels=("intern", "resident", "clinical-student", "fellow"),
            role="co-lead",
            reach="national",
            rating=Rating(4.55, 123, 9, before=3.95, peer_mean=4.15),
            changed=text,
        )
        for number, kind in enumerate(kinds, start=1)
    ]
    facts = {"name": "Anna Maria Keller-Rodriguez", "headline": text[:100], "summary": text}
    contact = {"address": text[:90], "email": "anna.maria.keller@example.org", "phone": "1" * 20}
    whole = portfolio_document(material(Profile(facts=facts | contact), log), TODAY)
    assert [one.id for one in whole.parts[:2]] == ["summary", "contributions"]
    first = replace(whole, parts=whole.parts[:2])
    assert len(first.parts[1].blocks) == 5
    [count] = {
        int(one)
        for one in re.findall(rb"/Type\s*/Pages\s*/Count (\d+)", pdf(first, PAPERS[paper]).data)
    }
    assert count == 1


def test_five_thousand_entries_make_a_pdf_of_a_few_pages(long_portfolio):
    pytest.importorskip("typst")
    from medpivot.export.pdf import pdf

    data = pdf(long_portfolio, PAPERS["a4"]).data
    [count] = {int(one) for one in re.findall(rb"/Type\s*/Pages\s*/Count (\d+)", data)}
    assert 5 < count < 20


def test_without_the_extra_the_way_to_install_it_is_named(monkeypatch):
    from medpivot.errors import MedpivotError
    from medpivot.export.pdf import pdf

    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MedpivotError) as error:
        pdf(made("cv", "one"), LETTER)
    assert "pip install 'medpivot[pdf]'" in error.value.hint


@pytest.mark.libreoffice
def test_libreoffice_opens_both_pages_and_prints_every_text(tmp_path):
    soffice, to_text = shutil.which("soffice"), shutil.which("pdftotext")
    if not (soffice and to_text):
        assert os.environ.get("CI") != "true", "CI has to have libreoffice-writer and poppler-utils"
        pytest.skip("LibreOffice or poppler is not installed")
    names = []
    for page in MAKERS:
        names.append(tmp_path / f"{page}.docx")
        names[-1].write_bytes(docx(made(page, "full"), LETTER))
    profile = f"-env:UserInstallation=file://{tmp_path / 'office'}"
    where = ["--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([soffice, profile, *where, *map(str, names)], check=True, timeout=240)
    for page in MAKERS:
        printed = subprocess.run(
            [to_text, "-layout", str(tmp_path / f"{page}.pdf"), "-"],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        whole = " ".join(printed.split())
        for said in ("Anna Keller, MD, MPH", "Sepsis for interns", "Cases instead of slides"):
            assert said in whole
        assert "page 1 of " in whole
    assert "Mar 2026 Sepsis for interns 4.6 14 1–5 4.1 4.2" in whole


def test_an_entry_whose_id_holds_an_escape_makes_a_page_all_the_same(run, home):
    home.mkdir()
    entry = '{"date":"2026-11-01","title":"Talk","kind":"lecture","domain":"teaching"}'
    line = '{"v":1,"op":"put","id":"ab\\u001b[31mcd","at":"2026-11-01T00:00:00Z","entry":%s}\n'
    (home / "activities.jsonl").write_text(line % entry, encoding="utf-8")
    done = run("portfolio", "--format", "docx", "--out", str(home.parent / "page.docx"))
    assert done.code == 0, done.err


@pytest.mark.parametrize("year", [1950, 2190])
def test_a_word_file_of_a_year_that_zip_does_not_know_can_be_opened(year):
    data = docx(replace(made("cv", "one"), made=TODAY.replace(year=year)), LETTER)
    assert read_docx(BytesIO(data)).core_properties.created.year == year
